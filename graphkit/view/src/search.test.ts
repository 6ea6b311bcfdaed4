import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { search } from "./search.js";
import { ranking, visible } from "./visible.js";

test("whole names come first, then beginnings, then the better known", () => {
  const { nodes } = graphOf(["西安市总工会", "总工会", "总工会联合会", "汉中市总工会"], [[3, 1], [3, 2]]);
  assert.deepEqual(search(nodes, "总工会").map((hit) => hit.node.index), [1, 2, 3, 0]);
});

test("another name is found and told", () => {
  const { nodes } = graphOf(["甲"], []);
  assert.deepEqual(search(nodes, "甲简").map((hit) => hit.by), ["甲简称"]);
  assert.deepEqual(search(nodes, " "), []);
});

test("the opening is the connected part, the largest first", () => {
  const built = graphOf(["a", "b", "c", "d", "e", "f"], [[1, 2], [2, 3], [4, 5]]);
  const { order, opening } = ranking(built, 300);
  assert.deepEqual(order, [2, 1, 3, 4, 5, 0]);
  assert.equal(opening, 3);
});

test("filters hide nodes with their edges, pinned nodes stay", () => {
  const built = graphOf(["a", "b", "c"], [[0, 1], [1, 2]], { types: ["UNION", "ORG", "UNION"] });
  const filters = { hiddenTypes: new Set(["ORG"]), hiddenRelations: new Set<string>(), limit: 3, pinned: new Set<number>() };
  assert.deepEqual(visible(built, [0, 1, 2], filters).edges, []);
  assert.deepEqual(visible(built, [0, 1, 2], { ...filters, pinned: new Set([1]) }).edges, [0, 1]);
  assert.deepEqual(visible(built, [0, 1, 2], { ...filters, hiddenTypes: new Set<string>(), limit: 2 }).nodes, [0, 1]);
});
