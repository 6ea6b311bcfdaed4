import assert from "node:assert/strict";
import { test } from "node:test";

import { Grid } from "./grid.js";

test("what is near a point is found across cells", () => {
  const grid = new Grid();
  grid.add(1, 39, 39);
  grid.add(2, -5, -5);
  grid.add(3, 400, 400);
  assert.deepEqual(grid.near(41, 41, 10), [1]);
  assert.deepEqual(grid.near(0, 0, 45).sort(), [1, 2]);
});
