import assert from "node:assert/strict";
import { test } from "node:test";

import { cellText, sorted } from "./columns.js";
import { figuresOf } from "./figures.js";
import { graphOf } from "./fixture.js";
import { degreesOf, detailOf, edgeColumns, figureColumns, figureRows, nodeColumns, postColumns, postsAt } from "./listing.js";

const nowhere = (): void => undefined;

test("the table of nodes counts the visible edges and names regions from the province down", () => {
  const graph = graphOf(["甲", "乙"], [[0, 1], [0, 0]], { regions: [1, -1] });
  const columns = nodeColumns(graph, degreesOf(graph, [0, 1]), nowhere);
  assert.deepEqual(columns.map((column) => cellText(column, graph.nodes[0]!)), ["甲", "工会", "甲省乙市", "甲简称", "2", "1", "1"]);
  assert.deepEqual(columns.map((column) => column.value(graph.nodes[1]!)).slice(2, 5), ["", "乙简称", 1]);
});

test("a row of edges leads to both ends and to the edge", () => {
  const graph = graphOf(["甲", "乙"], [[0, 1]]);
  const opened: string[] = [];
  const columns = edgeColumns(graph, (kind, index) => opened.push(`${kind} ${index}`));
  for (const column of columns) for (const part of column.parts?.(graph.edges[0]!) ?? []) part.open?.();
  assert.deepEqual(opened, ["node 0", "edge 0", "node 1"]);
});

test("officials stand by the rank of their posts, those of one post by time, the unknown last", () => {
  const graph = graphOf(["总工会", "甲", "乙", "丙", "丁"], [[1, 0], [2, 0], [3, 0], [4, 0], [0, 1]], { relations: Array(5).fill("HOLDS") as string[], first: ["2019", "2018", "2020", "2017", ""] });
  const posts = [{ title: "副主席", rank: 3 }, { title: "主席", rank: 1 }, { title: "主席", rank: 1, status: "原" }, { title: "联络员" }];
  posts.forEach((facts, place) => (graph.edges[place]!.facts = facts));
  const rows = postsAt(graph, graph.nodes[0]!);
  const columns = postColumns(graph, rows, nowhere);
  assert.deepEqual(rows.map((row) => cellText(columns[0]!, row)), ["乙", "丙", "甲", "丁"]);
  assert.deepEqual(sorted(rows, columns[1]!, "descending").map((row) => row.facts.title), ["联络员", "副主席", "主席", "主席"]);
  assert.equal(detailOf(graph, rows[1]!), "原主席");
});

test("the figures of a union stand by program and year, every figure for itself", () => {
  const graph = graphOf(["总工会", "送温暖", "职工书屋"], [[0, 1], [0, 1], [0, 2], [0, 1]], { types: ["UNION", "PROGRAM", "PROGRAM"], relations: Array(4).fill("FIGURE") as string[] });
  const facts = [{ value: 2e4, period: "2018-01-01/2018-12-31" }, { value: 1e4, period: "2018-01-01/2018-12-31" }, { value: 3, period: "2019-01-01/2019-12-31" }, { value: 4 }];
  facts.forEach((fact, place) => (graph.edges[place]!.facts = { unit: "CNY", ...fact }));
  const { rows, years } = figureRows(graph.nodes[0]!, figuresOf(graph, graph.nodes[0]!));
  assert.deepEqual(years, ["2018", "2019", ""]);
  const columns = figureColumns(graph, years, "项目", nowhere);
  assert.deepEqual(rows.map((row) => columns.map((column) => cellText(column, row))), [["送温暖", "1万元；2万元", "", "4元"], ["职工书屋", "", "3元", ""]]);
});
