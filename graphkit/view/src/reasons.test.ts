import assert from "node:assert/strict";
import { test } from "node:test";

import { reason } from "./reasons.js";
import { setLanguage } from "./strings.js";

test("reasons are told in the reader's language, plain ones not at all", () => {
  assert.equal(reason("dateline: 兰州市"), "据电头中的兰州市");
  assert.equal(reason("named before in the sentence"), "本句前文已提及");
  assert.equal(reason("full name"), "");
  assert.equal(reason("constructor"), "constructor");
  setLanguage("en");
  assert.equal(reason("dateline: 兰州市"), "dateline: 兰州市");
  setLanguage("zh");
});
