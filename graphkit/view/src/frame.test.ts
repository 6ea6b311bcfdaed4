import assert from "node:assert/strict";
import { test } from "node:test";

import { graphOf } from "./fixture.js";
import { distance, Frame, ofLayout } from "./frame.js";
import { locate } from "./map.js";
import { START } from "./state.js";
import { Selector } from "./visible.js";

const size = { width: 800, height: 400 };
const camera = { x: 100, y: 0, zoom: 1 };

test("distance to a curve", () => {
  assert.equal(distance(5, 3, [0, 0, 5, 0, 10, 0]), 3);
  assert.ok(distance(5, 5, [0, 0, 5, 10, 10, 0]) < 0.1);
});

test("what is under the pointer is the nearest node, then the nearest line", () => {
  const graph = graphOf(
    ["a", "b", "c"],
    [
      [0, 1],
      [1, 2],
    ],
  );
  const frame = new Frame(graph, new Selector(graph).show(START), size, camera, ofLayout(graph));
  assert.deepEqual([frame.x[1], frame.y[1]], [400, 200]);
  assert.equal(frame.nodeAt(402, 201), 1);
  assert.equal(frame.nodeAt(450, 200), null);
  assert.equal(frame.edgeAt(450, 202), 1);
  assert.equal(frame.edgeAt(350, 200), 0);
  assert.equal(frame.edgeAt(450, 230), null);
});

test("nodes of one place on the map do not lie on one another", () => {
  const graph = graphOf(
    [..."abcdefgh"],
    Array.from({ length: 7 }, (_, at) => [0, at + 1]),
    { regions: Array.from({ length: 8 }, () => 0) },
  );
  const visible = new Selector(graph).show(START);
  const places = locate(graph, visible.nodes);
  const frame = new Frame(graph, visible, size, { x: places.x[0]!, y: places.y[0]!, zoom: 0.3 }, places);
  for (const one of visible.nodes) {
    for (const two of visible.nodes) {
      const away = Math.hypot(frame.x[one]! - frame.x[two]!, frame.y[one]! - frame.y[two]!);
      assert.ok(one === two || away > 0.9 * (frame.radius[one]! + frame.radius[two]!), `${one} ${two}: ${away}`);
    }
  }
});
