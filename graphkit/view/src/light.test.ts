import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { lighting } from "./light.js";
import { shortestPaths } from "./paths.js";
import { START } from "./state.js";
import { Selector } from "./visible.js";

const graph = graphOf(
  ["a", "b", "c", "d"],
  [
    [0, 1],
    [0, 1],
    [1, 2],
    [2, 3],
  ],
);
const selector = new Selector(graph);
const visible = selector.show({ ...START, limit: 3 });
const pass = selector.passing(START);
const lit = (state: Partial<typeof START>, hover: typeof START.selection = null) => {
  const found = lighting(graph, visible, pass, hover, { ...START, ...state }, null);
  return found && { nodes: [...found.nodes].sort(), edges: [...found.edges], ringed: found.ringed, dims: found.dims };
};

test("a selected node lights what is shown about it, each line once", () => {
  assert.deepEqual(visible.nodes, [0, 1, 2]);
  assert.deepEqual(lit({ selection: { kind: "node", index: 1 } }), { nodes: [0, 1, 2], edges: [0, 2], ringed: [1], dims: true });
  assert.deepEqual(lit({ selection: { kind: "edge", index: 1 } }), { nodes: [0, 1], edges: [0], ringed: [], dims: true });
  assert.equal(lit({}), null);
});

test("what is pointed at goes before what is selected; the node in focus dims nothing", () => {
  assert.deepEqual(lit({ selection: { kind: "node", index: 1 } }, { kind: "node", index: 2 })?.nodes, [1, 2]);
  assert.equal(lit({ selection: { kind: "node", index: 1 }, focus: { node: 1, steps: 1, direction: "both" } })?.dims, false);
});

test("paths light all their nodes and edges, their ends ringed", () => {
  const found = lighting(graph, visible, pass, null, START, shortestPaths(graph, pass, 0, 3, 20));
  assert.deepEqual(
    [[...found!.nodes], [...found!.edges], found!.ringed],
    [
      [0, 1, 2, 3],
      [0, 1, 2, 3],
      [0, 3],
    ],
  );
});
