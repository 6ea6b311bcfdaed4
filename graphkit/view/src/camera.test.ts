import assert from "node:assert/strict";
import { test } from "node:test";

import { between, fitted, toPlane, toScreen, zoomedAt } from "./camera.js";

test("screen and plane are each other's inverse; zooming keeps what is under the pointer", () => {
  const [camera, size] = [
    { x: 10, y: -20, zoom: 2 },
    { width: 300, height: 200 },
  ];
  assert.deepEqual(toPlane(camera, size, ...toScreen(camera, size, 7, 9)), [7, 9]);
  const near = zoomedAt(camera, size, 1.5, 40, 50);
  assert.deepEqual(toPlane(near, size, 40, 50), toPlane(camera, size, 40, 50));
  assert.deepEqual(between(camera, near, 1), near);
  assert.deepEqual(between(camera, near, 0), camera);
});

test("the camera fits all points, one point and none", () => {
  const size = { width: 1170, height: 830 };
  assert.deepEqual(
    fitted(
      [
        [0, 0],
        [2000, 700],
      ],
      size,
      1.4,
    ),
    { x: 1000, y: 350, zoom: 0.5 },
  );
  assert.deepEqual(fitted([[5, 6]], size, 1.4), { x: 5, y: 6, zoom: 1.4 });
  assert.deepEqual(fitted([], size, 1.4), { x: 0, y: 0, zoom: 1 });
});
