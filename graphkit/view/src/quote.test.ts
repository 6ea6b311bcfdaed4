import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { pieces } from "./quote.js";

test("a sentence falls into pieces at its ends; ends over one another are marked once", () => {
  const [head, tail] = graphOf(["甲", "乙"], []).nodes as [never, never];
  const told = (one: [number, number] | null, two: [number, number] | null) =>
    pieces({ sentence: "乙和甲。", head: one, tail: two }, [head, tail]).map(({ text, end }) => (end ? `[${text}]` : text));
  assert.deepEqual(told([2, 3], [0, 1]), ["[乙]", "和", "[甲]", "。"]);
  assert.deepEqual(told([0, 3], [0, 1]), ["[乙和甲]", "。"]);
  assert.deepEqual(told(null, null), ["乙和甲。"]);
});
