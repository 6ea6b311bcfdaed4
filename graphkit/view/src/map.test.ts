import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { locate, project, spacing, spiral, unproject } from "./map.js";

test("degrees are projected and back, north is up", () => {
  const [lon, lat] = unproject(...project(108.9, 34.3));
  assert.ok(Math.abs(lon - 108.9) < 1e-9 && Math.abs(lat - 34.3) < 1e-9);
  assert.ok(project(100, 40)[1] < project(100, 30)[1]);
  assert.deepEqual([spacing(60), spacing(20), spacing(900)], [2, 10, 0.25]);
});

test("nodes of one place stand about it, the best connected in the middle", () => {
  const graph = graphOf(["a", "b", "c"], [[1, 2]], { regions: [0, 0, 2] });
  const { x, turn } = locate(graph, [0, 1, 2]);
  assert.deepEqual([...turn], [1, 0, 0]);
  assert.equal(x[0], x[1]);
  assert.deepEqual(spiral(0), [0, 0]);
  assert.notDeepEqual(spiral(1), spiral(2));
});
