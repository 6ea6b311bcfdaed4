import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { regionTree } from "./regions.js";

test("the tree of regions counts what lies below", () => {
  const tree = regionTree(graphOf(["a", "b", "c"], [], { regions: [1, 0, -1] }));
  assert.deepEqual(
    tree.map(({ region, count, below }) => [region.name, count, below.map((each) => [each.region.name, each.count])]),
    [["甲省", 2, [["乙市", 1]]]],
  );
});
