import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { yearsOf } from "./ranges.js";

test("years run from the first to the last, edges count in all of theirs", () => {
  const graph = graphOf(
    ["a", "b"],
    [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
    { first: ["2012-01-01", "2014-05-05", ""], last: ["2013-01-01", "2014-05-05", ""] },
  );
  assert.deepEqual(yearsOf(graph), { first: 2012, last: 2014, counts: [1, 1, 1] });
  assert.equal(yearsOf(graphOf(["a", "b"], [[0, 1]])), null);
});
