import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { Index } from "./search.js";

const found = (labels: string[], query: string, edges: [number, number][] = []): string[] =>
  new Index(graphOf(labels, edges)).search(query).map(({ node }) => node.label);

test("whole names come first, then beginnings, then the better known", () => {
  const labels = ["西安市总工会", "总工会", "总工会联合会", "汉中市总工会"];
  assert.deepEqual(
    found(labels, "总工会", [
      [3, 1],
      [3, 2],
    ]),
    ["总工会", "总工会联合会", "汉中市总工会", "西安市总工会"],
  );
});

test("another name is found and told", () => {
  const index = new Index(graphOf(["甲"], []));
  assert.deepEqual(
    index.search("甲简").map(({ by }) => by),
    ["甲简称"],
  );
  assert.deepEqual(index.search(" "), []);
  assert.deepEqual(index.search("无"), []);
});

test("initials are found, whole ones first, blanks and capitals do not count", () => {
  assert.deepEqual(found(["sxszgh2", "sxszgh", "asxszgh"], "SX szgh"), ["sxszgh", "sxszgh2", "asxszgh"]);
});

test("ten thousand names are searched in less than 50 milliseconds", () => {
  const labels = Array.from({ length: 10_000 }, (_, at) => `某某市第${at}区总工会`);
  const index = new Index(graphOf(labels, []));
  index.search("总工会");
  const start = performance.now();
  assert.equal(index.search("总工会").length, 12);
  assert.ok(performance.now() - start < 50);
});
