import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { Frame, ofLayout } from "./frame.js";
import { boxOf, place } from "./names.js";
import { START } from "./state.js";
import { Selector } from "./visible.js";

const size = { width: 1000, height: 600 };
const labels = Array.from({ length: 60 }, (_, at) => `某某市第${at}区总工会`);
const graph = graphOf(
  labels,
  labels.slice(1).map((_, at) => [0, at + 1]),
);
graph.nodes.forEach((node, at) => {
  node.x = (at % 10) * 70;
  node.y = Math.floor(at / 10) * 50;
});
const visible = new Selector(graph).show(START);
const frame = new Frame(graph, visible, size, { x: 350, y: 125, zoom: 1 }, ofLayout(graph));

test("no name stands on another one, and all stand within what is free", () => {
  const boxes = place(frame, visible.nodes, size).map((placed) => boxOf(frame, placed));
  assert.ok(boxes.length > 10);
  boxes.forEach((box, at) => {
    assert.ok(box.left >= 0 && box.right <= size.width && box.top >= 0 && box.bottom <= size.height);
    for (const other of boxes.slice(0, at)) {
      assert.ok(box.left >= other.right || box.right <= other.left || box.top >= other.bottom || box.bottom <= other.top);
    }
  });
});

test("the first in order comes first, and what is needed stands in any case", () => {
  assert.equal(place(frame, visible.nodes, size)[0]!.index, 0);
  const all = new Set(visible.nodes);
  assert.equal(place(frame, visible.nodes, size, all).length, visible.nodes.length);
});
