import assert from "node:assert/strict";
import { test } from "node:test";

import { lines, Room } from "./labels.js";

test("no name stands on another", () => {
  const room = new Room();
  const box = { left: -10, top: -10, right: 90, bottom: 10 };
  assert.equal(room.take(box), true);
  assert.equal(room.take({ ...box, left: 89, right: 120 }), false);
  assert.equal(room.take({ ...box, left: 90, right: 120 }), true);
  assert.equal(room.take({ ...box, top: 10, bottom: 20 }), true);
});

test("long names stand in two lines, the longest are cut", () => {
  assert.deepEqual(lines("陕西省总工会", 10), ["陕西省总工会"]);
  assert.deepEqual(lines("天水陇星重型机械集团有限公司", 10), ["天水陇星重型机", "械集团有限公司"]);
  assert.deepEqual(lines("一二三四五六七八九十一二三四五六七八九十一二三", 10), ["一二三四五六七八九十", "一二三四五六七八九…"]);
  assert.deepEqual(lines("", 10), [""]);
});
