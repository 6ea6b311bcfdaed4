// Between the plane and the screen.

import type { Camera } from "./state.js";

export interface Size {
  width: number;
  height: number;
}

export const LEAST = 0.01;
export const MOST = 12;

export function toScreen(camera: Camera, { width, height }: Size, x: number, y: number): [number, number] {
  return [(x - camera.x) * camera.zoom + width / 2, (y - camera.y) * camera.zoom + height / 2];
}

export function toPlane(camera: Camera, { width, height }: Size, x: number, y: number): [number, number] {
  return [(x - width / 2) / camera.zoom + camera.x, (y - height / 2) / camera.zoom + camera.y];
}

/** The camera zoomed by a factor so that what is under a point of the screen stays there. */
export function zoomedAt(camera: Camera, size: Size, factor: number, x: number, y: number): Camera {
  const zoom = Math.min(MOST, Math.max(LEAST, camera.zoom * factor));
  const [px, py] = toPlane(camera, size, x, y);
  return { zoom, x: px - (x - size.width / 2) / zoom, y: py - (y - size.height / 2) / zoom };
}

/** The camera that shows all of some points with room for their names, no nearer than `nearest`. */
export function fitted(points: Iterable<[x: number, y: number]>, size: Size, nearest: number): Camera {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: 0, y: 0, zoom: 1 };
  const [acrossRoom, downRoom] = [size.width - Math.min(170, size.width / 4), size.height - Math.min(130, size.height / 4)];
  const zoom = Math.min(acrossRoom / Math.max(1, right - left), downRoom / Math.max(1, bottom - top), nearest);
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.max(LEAST, zoom) };
}

/** The camera on its way from one to another, at a part of the time: quick to leave, slow to arrive. */
export function between(from: Camera, to: Camera, part: number): Camera {
  const eased = 1 - (1 - part) ** 3;
  return {
    x: from.x + (to.x - from.x) * eased,
    y: from.y + (to.y - from.y) * eased,
    zoom: from.zoom * (to.zoom / from.zoom) ** eased,
  };
}
