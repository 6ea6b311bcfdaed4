import assert from "node:assert/strict";
import { test } from "node:test";

import { figuresOf } from "./figures.js";
import { graphOf } from "./fixture.js";
import { postsAt } from "./listing.js";
import { chosen, withFigures, withPosts } from "./subjects.js";

const built = () => {
  const graph = graphOf(["四季送", "送温暖", "甲", "乙", "丙"], [[1, 0], [2, 1], [2, 0], [3, 1], [4, 2], [4, 3], [3, 2]], {
    types: ["PROGRAM", "PROGRAM", "UNION", "UNION", "PERSON"],
    relations: ["PART_OF", "FIGURE", "FIGURE", "FIGURE", "HOLDS", "HOLDS", "PART_OF"],
  });
  for (const edge of graph.edges) edge.facts = { value: 1 };
  return graph;
};
const all = (): boolean => true;

test("what is counted is what is listed", () => {
  const graph = built();
  const figures = withFigures(graph, all);
  assert.deepEqual(figures.map(({ node, count }) => [node.label, count]), [["四季送", 3], ["送温暖", 2], ["甲", 2], ["乙", 1]]);
  for (const { node, count } of figures) assert.equal(figuresOf(graph, node).length, count);
  for (const { node, count } of withPosts(graph, all)) assert.equal(postsAt(graph, node).length, count);
  assert.deepEqual(withFigures(graph, ({ index }) => index > 3), []);
});

test("the one that was asked for comes before the selected, and both before what there is most of", () => {
  const found = withFigures(built(), all);
  assert.equal(chosen(found, [3, 2])?.label, "乙");
  assert.equal(chosen(found, [null, 2])?.label, "甲");
  assert.equal(chosen(found, [4, null], ["UNION"])?.label, "甲");
  assert.equal(chosen(found, [])?.label, "四季送");
  assert.equal(chosen([], [1]), undefined);
});
