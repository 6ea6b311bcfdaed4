import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { distances, edgesBetween, shortestPaths } from "./paths.js";
import { START } from "./state.js";
import { passing } from "./visible.js";

const square = graphOf(
  ["a", "b", "c", "d", "e"],
  [
    [0, 1],
    [1, 3],
    [2, 0],
    [2, 3],
    [3, 2],
    [1, 1],
  ],
);
const pass = passing(square, START);

test("all shortest paths are found, whichever way the edges lead, over better known nodes first", () => {
  assert.deepEqual(shortestPaths(square, pass, 0, 3, 20), {
    paths: [
      [0, 1, 3],
      [0, 2, 3],
    ],
    more: false,
  });
  assert.deepEqual(shortestPaths(square, pass, 0, 0, 20), { paths: [[0]], more: false });
  assert.deepEqual(shortestPaths(square, pass, 0, 4, 20), { paths: [], more: false });
});

test("beyond the cap it is said that there are more", () => {
  assert.deepEqual(shortestPaths(square, pass, 0, 3, 1), { paths: [[0, 1, 3]], more: true });
});

test("filtered edges lead nowhere", () => {
  const bounded = passing(square, { ...START, hidden: new Set([1]) });
  assert.deepEqual(shortestPaths(square, bounded, 0, 3, 20).paths, [[0, 2, 3]]);
});

test("steps are counted along, against and both ways, no farther than asked", () => {
  assert.deepEqual([...distances(square, pass, 0)], [0, 1, 1, 2, -1]);
  assert.deepEqual([...distances(square, pass, 0, "along")], [0, 1, 3, 2, -1]);
  assert.deepEqual([...distances(square, pass, 0, "against", 1)], [0, -1, 1, -1, -1]);
});

test("the edges of a step are all between its nodes", () => {
  assert.deepEqual(
    edgesBetween(square, pass, 2, 3).map(({ index }) => index),
    [3, 4],
  );
});

test("a grid of many shortest paths is answered at once", () => {
  const side = 12;
  const at = (x: number, y: number): number => x + y * side;
  const edges: [number, number][] = [];
  for (let x = 0; x < side; x++)
    for (let y = 0; y < side; y++) {
      if (x + 1 < side) edges.push([at(x, y), at(x + 1, y)]);
      if (y + 1 < side) edges.push([at(x, y), at(x, y + 1)]);
    }
  const grid = graphOf(
    Array.from({ length: side * side }, (_, index) => String(index)),
    edges,
  );
  const { paths, more } = shortestPaths(grid, passing(grid, START), 0, side * side - 1, 20);
  assert.equal(paths.length, 20);
  assert.equal(more, true);
  assert.equal(new Set(paths.map((path) => path.join())).size, 20);
});
