import assert from "node:assert/strict";
import { test } from "node:test";

import { count, label, say, setLanguage } from "./strings.js";

test("words take values and are plural where there are several", () => {
  assert.equal(say("shown", { n: count(300), all: count(2140) }), "显示 300 / 2,140");
  setLanguage("en");
  assert.equal(say("sentences", { n: 1 }), "1 sentence");
  assert.equal(say("sentences", { n: 2 }), "2 sentences");
  assert.equal(label({ zh: "工会", en: "Union" }), "Union");
  setLanguage("zh");
  assert.equal(label(undefined, "X"), "X");
});
