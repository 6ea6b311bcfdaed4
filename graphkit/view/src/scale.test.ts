import assert from "node:assert/strict";
import { test } from "node:test";

import { number, scale, tickLabels } from "./scale.js";

test("axes begin at zero, end at a round number and have few steps", () => {
  assert.deepEqual(scale(18_600_000).ticks, [0, 5_000_000, 10_000_000, 15_000_000, 20_000_000]);
  for (const most of [0.3, 1, 7, 63, 999, 1_000, 12_345, 188_000_000, 3e12]) {
    const { end, ticks } = scale(most);
    assert.ok(end >= most && end < 2 * most + 1, `${most}`);
    assert.equal(ticks[0], 0);
    assert.equal(ticks.at(-1), end);
    assert.ok(ticks.length <= 7, `${most}: ${ticks}`);
  }
});

test("what is counted has whole steps", () => {
  assert.deepEqual(scale(3, 5, true).ticks, [0, 1, 2, 3]);
  assert.deepEqual(scale(11, 5, true).ticks, [0, 5, 10, 15]);
});

test("there is an axis for nothing too", () => {
  for (const nothing of [0, -5, NaN, Infinity]) assert.deepEqual(scale(nothing).ticks, [0, 1]);
});

test("ticks are told in one size", () => {
  assert.deepEqual(tickLabels(scale(93_000_000), "zh"), ["0", "0.2亿", "0.4亿", "0.6亿", "0.8亿", "1亿"]);
  assert.deepEqual(tickLabels({ end: 2e8, ticks: [0, 5e7, 1e8, 1.5e8, 2e8] }, "zh"), ["0", "0.5亿", "1亿", "1.5亿", "2亿"]);
  assert.deepEqual(tickLabels({ end: 2e8, ticks: [0, 5e7, 1e8, 1.5e8, 2e8] }, "en"), ["0", "50M", "100M", "150M", "200M"]);
  assert.deepEqual(tickLabels({ end: 2e4, ticks: [0, 1e4, 2e4] }, "en"), ["0", "10K", "20K"]);
  assert.deepEqual(tickLabels({ end: 300, ticks: [0, 100, 200, 300] }, "zh"), ["0", "100", "200", "300"]);
});

test("numbers are told as readers write them", () => {
  assert.deepEqual([11_000_000, 1.2e8, 63, 12_345, 0.5].map((value) => number(value, "zh")), ["1100万", "1.2亿", "63", "1.2345万", "0.5"]);
  assert.equal(number(11_000_000, "en"), "11,000,000");
});
