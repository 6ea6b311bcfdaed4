import assert from "node:assert/strict";
import { test } from "node:test";

import { fact, sections, seen } from "./facts.js";
import { graphOf } from "./fixture.js";
import { setLanguage } from "./strings.js";

test("facts stand under the field's words, officials by the rank of their posts", () => {
  const graph = graphOf(
    ["会", "甲", "乙", "某"],
    [
      [1, 0],
      [2, 0],
      [0, 3],
      [0, 3],
    ],
    { relations: ["HOLDS", "HOLDS", "OTHER", "RUNS"] },
  );
  Object.assign(graph.edges[0]!.facts, { title: "副主席", rank: 5 });
  Object.assign(graph.edges[1]!.facts, { title: "主席", status: "原", rank: 1 });
  const told = sections(graph, graph.nodes[0]!).map(({ title, entries }) => [
    title,
    entries.map(({ other, edges }) => [other.label, edges.length]),
  ]);
  assert.deepEqual(told, [
    [
      "任职人员",
      [
        ["乙", 1],
        ["甲", 1],
      ],
    ],
    ["项目", [["某", 1]]],
    ["OTHER", [["某", 1]]],
  ]);
  assert.equal(fact(graph, graph.edges[1]!), "原主席");
  assert.equal(fact(graph, graph.edges[2]!), "");
  assert.equal(sections(graph, graph.nodes[1]!)[0]!.title, "任职");
});

test("what is done in several ways with one other stands in one entry", () => {
  const graph = graphOf(
    ["会", "项目"],
    [
      [0, 1],
      [0, 1],
    ],
    { relations: ["FIGURE", "RUNS"] },
  );
  const [section] = sections(graph, graph.nodes[0]!);
  assert.deepEqual(
    section!.entries.map(({ edges }) => edges.map(({ type }) => type)),
    [["RUNS", "FIGURE"]],
  );
});

test("days between which something is told", () => {
  assert.equal(seen("2014-07-03", "2015-01-01"), "2014年7月3日 – 2015年1月1日");
  assert.equal(seen("2014-07-03", "2014-07-03"), "2014年7月3日");
  assert.equal(seen("", ""), "");
  setLanguage("en");
  assert.equal(seen("2014-07-03", ""), "3 Jul 2014");
  setLanguage("zh");
});
