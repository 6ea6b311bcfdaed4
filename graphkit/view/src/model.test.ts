import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";

test("evidence is read from flat rows, ends that the context tells have no span", () => {
  const evidence = { sentences: ["", "甲与乙。"], reasons: ["", "dateline"], rows: [[1, 0, 0, 1, -1, -1, 85, 0, 1]] };
  const graph = graphOf(["甲", "乙"], [[0, 1]], { evidence });
  const [found, ...rest] = graph.evidence(graph.edges[0]!);
  assert.deepEqual(rest, []);
  assert.deepEqual(found, {
    sentence: "甲与乙。",
    head: [0, 1],
    tail: null,
    article: graph.articles[0],
    confidence: 0.85,
    headReason: "",
    tailReason: "dateline",
  });
});

test("whole articles are read with their mentions where there are any", () => {
  const graph = graphOf(["甲"], [], { texts: { "0": ["甲和甲", [0, 1, 0, 2, 3, 0]] } });
  assert.equal(graph.hasTexts, true);
  assert.deepEqual(graph.text(graph.articles[0]!)?.mentions, [
    { start: 0, end: 1, node: 0 },
    { start: 2, end: 3, node: 0 },
  ]);
  assert.equal(graphOf(["甲"], []).hasTexts, false);
});

test("a region's chain begins with its province, a place is its region's", () => {
  const graph = graphOf(["甲", "乙", "丙"], [], { regions: [1, 2, -1] });
  assert.deepEqual(
    graph.regionChain(1).map(({ name }) => name),
    ["甲省", "乙市"],
  );
  assert.deepEqual(graph.regionChain(-1), []);
  assert.deepEqual(
    graph.nodes.map((node) => graph.place(node)),
    [{ lon: 101, lat: 31, approximate: true }, null, null],
  );
});

test("lines between two nodes bend apart, whichever way they lead; edges of one type are one line", () => {
  const built = graphOf(
    ["a", "b"],
    [
      [0, 1],
      [0, 1],
      [1, 0],
      [0, 1],
    ],
    { relations: ["RUNS", "RUNS", "RUNS", "HOLDS"] },
  );
  const sides = built.edges.map((edge) => (edge.head < edge.tail ? edge.bend : -edge.bend));
  assert.deepEqual(sides, [-1, -1, 0, 1]);
  assert.deepEqual(
    built.edges.map(({ line }) => line),
    [0, 0, 2, 3],
  );
  assert.deepEqual(
    built.alike(built.edges[1]!).map(({ index }) => index),
    [0, 1],
  );
});
