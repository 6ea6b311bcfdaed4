import assert from "node:assert/strict";
import { test } from "node:test";

import { amount, seriesName, told, when } from "./amounts.js";
import type { Facts } from "./data.js";
import { readable } from "./dates.js";
import { byNode, byYear, figuresOf, seriesOf, type Figure } from "./figures.js";
import { graphOf } from "./fixture.js";
import type { Graph } from "./model.js";
import { setLanguage } from "./strings.js";

const KINDS = { spent: { zh: "投入", en: "spent" }, helped: { zh: "惠及", en: "helped" } };
const LABELS = ["送温暖", "四季送", "乙市总工会", "甲市总工会"];

/** 送温暖 (part of 四季送), 四季送, and figures of two unions for them. */
function figures(facts: Facts[], ends: [number, number][] = [], dates: string[] = []): Graph {
  const edges = facts.map((_, place): [number, number] => ends[place] ?? [2, 0]);
  const graph = graphOf(LABELS, [...edges, [0, 1]], {
    types: ["PROGRAM", "PROGRAM", "UNION", "UNION"],
    relations: [...facts.map(() => "FIGURE"), "PART_OF"],
    first: [...facts.map((_, place) => dates[place] ?? ""), ""],
  });
  facts.forEach((fact, place) => (graph.edges[place]!.facts = fact));
  return graph;
}

const money = (value: number, rest: Facts = {}): Facts => ({ value, unit: "CNY", kind: "spent", ...rest });
const values = (found: readonly Figure[]): number[] => found.map(({ value }) => value);
const year = (number: number): Facts => ({ period: `${number}-01-01/${number}-12-31`, precision: "year" });

test("a family has the figures of its members, a body its own, and edges that are not wanted are left out", () => {
  const graph = figures([money(1), money(2), money(3)], [[2, 0], [3, 1], [3, 0]]);
  const of = (node: number, isWanted?: () => boolean): number[] => values(figuresOf(graph, graph.nodes[node]!, isWanted));
  assert.deepEqual(of(0), [1, 3]);
  assert.deepEqual(of(1), [1, 2, 3]);
  assert.deepEqual(of(3), [2, 3]);
  assert.deepEqual(of(1, () => false), []);
});

test("what differs in kind, unit, counting word or in being cumulative is never in one series", () => {
  const person: Facts = { value: 7, unit: "person", kind: "helped" };
  const graph = figures([money(1), money(2, { cumulative: true }), money(3), person, { ...person, counter: "人次" }, { value: 5, unit: "CNY" }]);
  const found = seriesOf(figuresOf(graph, graph.nodes[0]!));
  assert.deepEqual(values(found[0]!.figures), [1, 3]);
  assert.deepEqual(found.map(({ figures: members }) => members.length), [2, 1, 1, 1, 1]);
  const names = found.map((series) => seriesName(series, KINDS)).sort();
  assert.deepEqual(names, ["惠及（人次）", "惠及（人）", "投入（元）", "累计投入（元）", "金额（元）"]);
});

test("the values of one year stand side by side, by whose they are, and years in order", () => {
  const graph = figures([money(5, year(2019)), money(1, year(2018)), money(9, year(2019)), money(4), money(2, year(2019))], [[2, 0], [2, 0], [3, 0], [2, 0], [2, 0]]);
  const groups = byYear(figuresOf(graph, graph.nodes[0]!));
  assert.deepEqual(groups.map(({ by, figures: members }) => [by, values(members)]), [["2018", [1]], ["2019", [9, 2, 5]], ["", [4]]]);
});

test("a figure without a period is of the year of its first article", () => {
  const graph = figures([money(1), money(2, { period: "2018-01-01/2019-05-16", precision: "period" })], [], ["2020-12-24", "2020-12-24"]);
  assert.deepEqual(figuresOf(graph, graph.nodes[0]!).map((figure) => figure.year), ["2020", "2019"]);
});

test("by union the one with the largest value comes first, its figures by time", () => {
  const graph = figures([money(5, year(2020)), money(1, year(2018)), money(3, { to: 9 })], [[2, 0], [2, 0], [3, 0]]);
  const groups = byNode(figuresOf(graph, graph.nodes[0]!), "whose");
  assert.deepEqual(groups.map(({ by, figures: members }) => [typeof by === "string" ? by : by.label, values(members)]), [["甲市总工会", [3]], ["乙市总工会", [1, 5]]]);
});

test("figures are told in readers' words, in both languages", () => {
  const graph = figures([
    money(11_000_000, year(2014)),
    { value: 12_000, unit: "person", kind: "helped", counter: "人次", about: "over", cumulative: true },
    money(500_000, { to: 600_000, period: "2014-01-01/2014-11-30", precision: "until" }),
    { value: 24, unit: "item" },
  ]);
  const found = figuresOf(graph, graph.nodes[0]!);
  assert.deepEqual(found.map((figure) => told(figure, KINDS)), ["投入1100万元", "累计惠及超1.2万人次", "投入50万元至60万元", "24（项、个）"]);
  assert.deepEqual(found.map(when), ["2014年", "", "截至2014年11月30日", ""]);
  setLanguage("en");
  assert.deepEqual(found.map((figure) => told(figure, KINDS)), ["spent 11,000,000 yuan", "helped over 12,000 人次 in total", "spent 500,000–600,000 yuan", "24 items"]);
  assert.deepEqual(found.map(when), ["2014", "", "until 30 Nov 2014", ""]);
  assert.equal(amount(found[0]!), "11,000,000 yuan");
  setLanguage("zh");
});

test("periods are told as shortly as they can be", () => {
  const periods = ["2014-07-03/2014-07-03", "2014-07-01/2014-07-31", "2024-02-01/2024-02-29", "2014-01-01/2016-12-31", "2014-01-01/2016-06-30"];
  assert.deepEqual(periods.map((period) => readable(period, "", "zh")), ["2014年7月3日", "2014年7月", "2024年2月", "2014—2016年", "2014年1月1日至2016年6月30日"]);
  assert.equal(readable("2019-05-02/2019-05-16", "about", "zh"), "约2019年5月2日至2019年5月16日");
  assert.equal(readable("2014-07-01/2014-07-31", "", "en"), "Jul 2014");
  assert.equal(readable("<b>", "", "zh"), "<b>");
});
