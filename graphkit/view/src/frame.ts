// Where every shown node stands on the screen at this moment, how large it is, and which one is under the pointer.

import { toScreen, type Size } from "./camera.js";
import { Grid } from "./grid.js";
import { spiral } from "./map.js";
import type { Edge, Graph } from "./model.js";
import type { Camera } from "./state.js";
import type { Visible } from "./visible.js";

/** Positions in the plane: of the layout, or of the map. */
export interface Places {
  x: Float32Array;
  y: Float32Array;
  /** On the map: which point of the spiral about its place a node has, and which node is in the middle. */
  turn: Uint32Array | null;
  middle: Uint32Array | null;
}

export function ofLayout(graph: Graph): Places {
  return {
    x: Float32Array.from(graph.nodes, (node) => node.x),
    y: Float32Array.from(graph.nodes, (node) => node.y),
    turn: null,
    middle: null,
  };
}

/** Start, control point and end of an edge. */
export type Curve = [x0: number, y0: number, cx: number, cy: number, x1: number, y1: number];

export class Frame {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly radius: Float32Array;
  private grid: Grid | null = null;

  constructor(
    readonly graph: Graph,
    readonly visible: Visible,
    readonly size: Size,
    readonly camera: Camera,
    places: Places,
  ) {
    const count = graph.nodes.length;
    [this.x, this.y, this.radius] = [new Float32Array(count), new Float32Array(count), new Float32Array(count)];
    const scale = places.turn
      ? 0.42 * Math.min(1.4, Math.max(0.6, camera.zoom ** 0.3))
      : 0.5 * Math.min(1.5, Math.max(0.26, Math.sqrt(camera.zoom)));
    for (const index of visible.nodes) {
      [this.x[index], this.y[index]] = toScreen(camera, size, places.x[index]!, places.y[index]!);
      this.radius[index] = Math.max(2.2, graph.nodes[index]!.size * scale);
    }
    if (places.turn) this.spread(places.turn, places.middle!);
  }

  /** Nodes of one place stand about the middle one, apart from it and from each other. */
  private spread(turn: Uint32Array, middle: Uint32Array): void {
    const apart = Math.min(24, Math.max(8, 14 * Math.sqrt(this.camera.zoom)));
    for (const index of this.visible.nodes) {
      if (!turn[index]) continue;
      const [dx, dy] = spiral(turn[index]!);
      const length = Math.hypot(dx, dy);
      const away = this.radius[middle[index]!]! + this.radius[index]! + apart * (length - 0.5);
      this.x[index]! += (dx / length) * away;
      this.y[index]! += (dy / length) * away;
    }
  }

  isNear(index: number, margin: number): boolean {
    const [x, y] = [this.x[index]!, this.y[index]!];
    return x > -margin && y > -margin && x < this.size.width + margin && y < this.size.height + margin;
  }

  /** Whether an edge crosses the screen's rectangle, roughly. */
  crosses({ head, tail }: Edge): boolean {
    const [x0, x1, y0, y1] = [this.x[head]!, this.x[tail]!, this.y[head]!, this.y[tail]!];
    const margin = 40;
    return !(
      Math.max(x0, x1) < -margin ||
      Math.max(y0, y1) < -margin ||
      Math.min(x0, x1) > this.size.width + margin ||
      Math.min(y0, y1) > this.size.height + margin
    );
  }

  curve({ head, tail, bend }: Edge): Curve {
    const [x0, y0, x1, y1] = [this.x[head]!, this.y[head]!, this.x[tail]!, this.y[tail]!];
    const length = Math.hypot(x1 - x0, y1 - y0) || 1;
    const shift = bend * Math.min(34, length / 4);
    return [x0, y0, (x0 + x1) / 2 - ((y1 - y0) / length) * shift, (y0 + y1) / 2 + ((x1 - x0) / length) * shift, x1, y1];
  }

  /** The node at a place of the screen, the nearest one within reach of a finger. */
  nodeAt(x: number, y: number, reach = 6): number | null {
    if (!this.grid) {
      this.grid = new Grid();
      for (const index of this.visible.nodes) if (this.isNear(index, 60)) this.grid.add(index, this.x[index]!, this.y[index]!);
    }
    let found: number | null = null;
    let nearest = reach;
    for (const index of this.grid.near(x, y, 60)) {
      const away = Math.hypot(this.x[index]! - x, this.y[index]! - y) - this.radius[index]!;
      if (away < nearest) [found, nearest] = [index, away];
    }
    return found;
  }

  /** The edge at a place of the screen. */
  edgeAt(x: number, y: number, reach = 5): number | null {
    let found: number | null = null;
    let nearest = reach;
    for (const index of this.visible.lines) {
      const curve = this.curve(this.graph.edges[index]!);
      const [x0, y0, cx, cy, x1, y1] = curve;
      if (
        x < Math.min(x0, cx, x1) - reach ||
        x > Math.max(x0, cx, x1) + reach ||
        y < Math.min(y0, cy, y1) - reach ||
        y > Math.max(y0, cy, y1) + reach
      )
        continue;
      const away = distance(x, y, curve);
      if (away < nearest) [found, nearest] = [index, away];
    }
    return found;
  }
}

/** How far a point is from a curve: the nearest of its 24 chords. */
export function distance(x: number, y: number, [x0, y0, cx, cy, x1, y1]: Curve): number {
  let nearest = Infinity;
  let [fromX, fromY] = [x0, y0];
  for (let step = 1; step <= 24; step++) {
    const t = step / 24;
    const u = 1 - t;
    const [toX, toY] = [u * u * x0 + 2 * u * t * cx + t * t * x1, u * u * y0 + 2 * u * t * cy + t * t * y1];
    const [dx, dy] = [toX - fromX, toY - fromY];
    const along = Math.min(1, Math.max(0, ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1)));
    nearest = Math.min(nearest, Math.hypot(x - fromX - along * dx, y - fromY - along * dy));
    [fromX, fromY] = [toX, toY];
  }
  return nearest;
}
