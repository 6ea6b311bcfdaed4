import assert from "node:assert/strict";
import { test } from "node:test";

import { arrange } from "./arrange.js";
import { graphOf } from "./fixture.js";
import { ofLayout } from "./frame.js";
import { START } from "./state.js";
import { Selector } from "./visible.js";

const star = graphOf(
  ["m", ..."abcdefgh"],
  Array.from({ length: 8 }, (_, at) => [0, at + 1]),
);
const visible = new Selector(star).show(START);

test("a star's points stand apart from each other and about as far from the middle", () => {
  const { x, y } = arrange(star, visible, ofLayout(star), 0);
  const away = (one: number, two: number): number => Math.hypot(x[one]! - x[two]!, y[one]! - y[two]!);
  for (let one = 1; one < 9; one++) {
    assert.ok(away(0, one) > 60 && away(0, one) < 400, `${away(0, one)}`);
    for (let two = 1; two < one; two++) assert.ok(away(one, two) > 40);
  }
});

test("the same part gives the same positions", () => {
  assert.deepEqual(arrange(star, visible, ofLayout(star), 0), arrange(star, visible, ofLayout(star), 0));
});
