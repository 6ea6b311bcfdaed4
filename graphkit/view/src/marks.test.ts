import assert from "node:assert/strict";
import { test } from "node:test";

import { apart, findSentence, paragraphs } from "./marks.js";

const mention = (start: number, end: number, node = 0) => ({ start, end, node });
const text = "甘肃省总工会开展送温暖。\n\n职工领到慰问金。";

test("of mentions that overlap the first is kept, the longer where two begin together; those outside are left out", () => {
  const mentions = [mention(3, 6), mention(0, 3), mention(0, 6, 1), mention(5, 9), mention(8, 11), mention(20, 99), mention(-2, 1), mention(4, 4), mention(0.5, 2), mention(NaN, 3)];
  assert.deepEqual(apart(mentions, 21), [mention(0, 6, 1), mention(8, 11)]);
});

test("the runs of all paragraphs give the text back", () => {
  const found = paragraphs(text, [mention(0, 6), mention(8, 11, 2), mention(9, 17, 3)], [6, 16]);
  assert.deepEqual(found.map((runs) => runs.map((run) => run.text).join("")), text.split("\n\n"));
});

test("runs are cut where mentions and the sentence begin and end", () => {
  const [first, second] = paragraphs(text, [mention(0, 6), mention(8, 11, 2)], [8, 16]);
  assert.deepEqual(first!.map(({ text, node, inSentence }) => [text, node, inSentence]), [
    ["甘肃省总工会", 0, false],
    ["开展", null, false],
    ["送温暖", 2, true],
    ["。", null, true],
  ]);
  assert.deepEqual(second!.map((run) => [run.text, run.inSentence]), [["职工", true], ["领到慰问金。", false]]);
});

test("a mention that goes on in the next paragraph is marked in both", () => {
  const found = paragraphs("甲乙\n丙丁", [mention(1, 4, 5)], null);
  assert.deepEqual(found.map((runs) => runs.map((run) => run.node)), [[null, 5], [5, null]]);
});

test("a sentence is found as it stands, or with its white space aside", () => {
  assert.deepEqual(findSentence(text, "职工领到慰问金。"), [14, 22]);
  assert.deepEqual(findSentence("前\n职 工领到\n慰问金。", "职工 领到慰问金。"), [2, 12]);
  assert.equal(findSentence(text, "没有这句"), null);
  assert.equal(findSentence(text, "  "), null);
});
