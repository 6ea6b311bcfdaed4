// Positions for a small part of the graph by itself: a node and what is about it, which the layout of the whole may have far apart.

import type { Places } from "./frame.js";
import type { Graph } from "./model.js";
import type { Visible } from "./visible.js";

/** The wished length of an edge, in units of the plane. */
const LENGTH = 120;
/** Larger parts stay where the layout of the whole has them. */
export const MOST = 320;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * Fruchterman and Reingold (1991) from the layout of the whole on, with a pull to the middle node, which stays in place.
 * The same part gives the same positions.
 */
export function arrange(graph: Graph, visible: Visible, layout: Places, middle: number): Places {
  const nodes = [middle, ...visible.nodes.filter((index) => index !== middle)];
  const place = new Map(nodes.map((index, at) => [index, at]));
  const ends = visible.lines.map((index) => graph.edges[index]!).map(({ head, tail }) => [place.get(head)!, place.get(tail)!] as const);
  const [x, y] = started(nodes, layout);
  const steps = Math.round(Math.min(260, Math.max(70, 6_000_000 / nodes.length ** 2)));
  for (let step = 0; step < steps; step++) move(x, y, ends, (LENGTH / 2) * (1 - step / steps) + 1);
  const arranged: Places = { x: layout.x.slice(), y: layout.y.slice(), turn: null, middle: null };
  nodes.forEach((index, at) => {
    arranged.x[index] = x[at]!;
    arranged.y[index] = y[at]!;
  });
  return arranged;
}

/** Where the nodes begin: in the directions that the layout has them in, the first in the middle. */
function started(nodes: readonly number[], layout: Places): [Float64Array, Float64Array] {
  const [x, y] = [new Float64Array(nodes.length), new Float64Array(nodes.length)];
  const [middleX, middleY] = [layout.x[nodes[0]!]!, layout.y[nodes[0]!]!];
  nodes.forEach((index, at) => {
    if (!at) return;
    const [dx, dy] = [layout.x[index]! - middleX, layout.y[index]! - middleY];
    const angle = dx || dy ? Math.atan2(dy, dx) : at * TURN;
    const away = LENGTH * (1 + Math.sqrt(at) / 3);
    // A little turn for each, so that no two lie on one line.
    x[at] = away * Math.cos(angle + at * 1e-3);
    y[at] = away * Math.sin(angle + at * 1e-3);
  });
  return [x, y];
}

function move(x: Float64Array, y: Float64Array, ends: readonly (readonly [number, number])[], most: number): void {
  const count = x.length;
  const [forceX, forceY] = [new Float64Array(count), new Float64Array(count)];
  const push = (one: number, two: number, strength: (away: number) => number): void => {
    const [dx, dy] = [x[one]! - x[two]!, y[one]! - y[two]!];
    const away = Math.max(1, Math.hypot(dx, dy));
    const [fx, fy] = [(dx / away) * strength(away), (dy / away) * strength(away)];
    forceX[one]! += fx;
    forceY[one]! += fy;
    forceX[two]! -= fx;
    forceY[two]! -= fy;
  };
  for (let one = 0; one < count; one++) for (let two = 0; two < one; two++) push(one, two, (away) => LENGTH ** 2 / away);
  for (const [head, tail] of ends) if (head !== tail) push(head, tail, (away) => -(away ** 2) / LENGTH);
  for (let at = 1; at < count; at++) {
    // Wider than high, as screens are.
    const [fx, fy] = [forceX[at]! - x[at]! * 0.25, forceY[at]! - y[at]! * 0.5];
    const force = Math.hypot(fx, fy) || 1;
    x[at]! += (fx / force) * Math.min(force, most);
    y[at]! += (fy / force) * Math.min(force, most);
  }
}
