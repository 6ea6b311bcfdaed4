import assert from "node:assert/strict";
import { test } from "node:test";

import { distance } from "./frame.js";

test("distance to a curve", () => {
  assert.equal(distance(5, 3, [0, 0, 5, 0, 10, 0]), 3);
  assert.ok(distance(5, 5, [0, 0, 5, 10, 10, 0]) < 0.1);
});
