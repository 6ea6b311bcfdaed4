import assert from "node:assert/strict";
import { test } from "node:test";

import { buildGraph, type PageData } from "./model.js";
import { search } from "./search.js";
import { ranking, visible } from "./visible.js";

const looks = { zh: "", en: "", color: "#000000", shape: "dot", reverse: "" };

/** A graph of nodes a, b, c … of one type and edges between them. */
function graph(labels: string[], edges: [number, number][], types: string[] = []) {
  const data: PageData = {
    title: "",
    meta: {},
    types: { UNION: looks, ORG: looks },
    relations: { RUNS: looks },
    nodes: labels.map((label, index) => [`n${index}`, label, types[index] ?? "UNION", [`${label}简称`], 0, 0, 5, 1]),
    edges: edges.map(([head, tail]) => [head, tail, "RUNS", "", 1, "", "", []]),
    articles: [],
  };
  return buildGraph(data);
}

test("whole names come first, then beginnings, then the better known", () => {
  const { nodes } = graph(["西安市总工会", "总工会", "总工会联合会", "汉中市总工会"], [[3, 1], [3, 2]]);
  assert.deepEqual(search(nodes, "总工会").map((hit) => hit.node.index), [1, 2, 3, 0]);
});

test("another name is found and told", () => {
  const { nodes } = graph(["甲"], []);
  assert.deepEqual(search(nodes, "甲简").map((hit) => hit.by), ["甲简称"]);
  assert.deepEqual(search(nodes, " "), []);
});

test("the opening is the connected part, the largest first", () => {
  const built = graph(["a", "b", "c", "d", "e", "f"], [[1, 2], [2, 3], [4, 5]]);
  const { order, opening } = ranking(built, 300);
  assert.deepEqual(order, [2, 1, 3, 4, 5, 0]);
  assert.equal(opening, 3);
});

test("filters hide nodes with their edges, pinned nodes stay", () => {
  const built = graph(["a", "b", "c"], [[0, 1], [1, 2]], ["UNION", "ORG", "UNION"]);
  const filters = { hiddenTypes: new Set(["ORG"]), hiddenRelations: new Set<string>(), limit: 3, pinned: new Set<number>() };
  assert.deepEqual(visible(built, [0, 1, 2], filters).edges, []);
  assert.deepEqual(visible(built, [0, 1, 2], { ...filters, pinned: new Set([1]) }).edges, [0, 1]);
  assert.deepEqual(visible(built, [0, 1, 2], { ...filters, hiddenTypes: new Set<string>(), limit: 2 }).nodes, [0, 1]);
});

test("parallel edges bend apart, whichever way they lead", () => {
  const built = graph(["a", "b"], [[0, 1], [0, 1], [1, 0]]);
  const sides = built.edges.map((edge) => (edge.head < edge.tail ? edge.bend : -edge.bend));
  assert.equal(new Set(sides).size, 3);
});
