// From what is shown to what is drawn.

import type { Frame } from "./frame.js";
import { Room } from "./labels.js";
import type { Edge, Graph } from "./model.js";
import { boxOf, type Placed } from "./names.js";
import type { Heads, Item, Label, Marks, Strokes } from "./scene.js";
import { currentLanguage } from "./strings.js";

export interface Colors {
  ink: string;
  faint: string;
  line: string;
  ground: string;
  accent: string;
}

/** The colours of what is saved and printed. */
export const LIGHT: Colors = { ink: "#22262b", faint: "#6b7280", line: "#e3e1dc", ground: "#ffffff", accent: "#b3261e" };

/** The colours of the page as it looks now. */
export function readColors(): Colors {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return { ink: read("--ink"), faint: read("--faint"), line: read("--line"), ground: read("--ground"), accent: read("--accent") };
}

/** What stands out: nodes and edges drawn once more above the rest. */
export interface Lit {
  nodes: ReadonlySet<number>;
  edges: ReadonlySet<number>;
  ringed: readonly number[];
  /** Whether the rest steps back. */
  dims: boolean;
}

/** Beyond this many edges on the screen they have no arrowheads, and lines are straight while the view moves. */
const MANY = 1500;

const relationColor = (graph: Graph, type: string, colors: Colors): string => graph.data.relations[type]?.color ?? colors.faint;

/** Edges, grouped by colour. */
export function edgeItems(
  frame: Frame,
  edges: Iterable<number>,
  look: { alpha: number; width: number; arrows: boolean; straight: boolean },
  colors: Colors,
): Item[] {
  const { graph } = frame;
  const strokes = new Map<string, Strokes>();
  const heads = new Map<string, Heads>();
  for (const index of edges) {
    const edge = graph.edges[index]!;
    if (!frame.crosses(edge)) continue;
    const color = relationColor(graph, edge.type, colors);
    let group = strokes.get(color);
    if (!group) strokes.set(color, (group = { kind: "strokes", color, alpha: look.alpha, width: look.width, lines: [], curves: [] }));
    if (look.straight || !edge.bend) group.lines.push(frame.x[edge.head]!, frame.y[edge.head]!, frame.x[edge.tail]!, frame.y[edge.tail]!);
    else group.curves.push(...frame.curve(edge));
    if (!look.arrows || graph.data.relations[edge.type]?.symmetric) continue;
    let points = heads.get(color);
    if (!points)
      heads.set(color, (points = { kind: "heads", color, alpha: Math.min(1, look.alpha * 1.5), size: 4.5 + 1.2 * look.width, tips: [] }));
    tip(frame, edge, points.tips);
  }
  return [...strokes.values(), ...heads.values()];
}

function tip(frame: Frame, edge: Edge, tips: number[]): void {
  const [x0, y0, cx, cy, x1, y1] = frame.curve(edge);
  if (Math.hypot(x1 - x0, y1 - y0) < frame.radius[edge.head]! + frame.radius[edge.tail]! + 8) return;
  const angle = Math.atan2(y1 - cy, x1 - cx);
  const away = frame.radius[edge.tail]! + 2;
  tips.push(x1 - away * Math.cos(angle), y1 - away * Math.sin(angle), angle);
}

/** Nodes, grouped by type; on the map those at approximate coordinates hollow. */
export function nodeItems(frame: Frame, nodes: Iterable<number>, isMap: boolean, colors: Colors): Item[] {
  const { graph } = frame;
  const groups = new Map<string, Marks>();
  for (const index of nodes) {
    if (!frame.isNear(index, 50)) continue;
    const node = graph.nodes[index]!;
    const hollow = isMap && Boolean(graph.place(node)?.approximate);
    const key = `${node.type} ${hollow}`;
    let group = groups.get(key);
    if (!group) {
      const type = graph.data.types[node.type];
      group = {
        kind: "marks",
        shape: type?.shape ?? "dot",
        color: type?.color ?? colors.faint,
        alpha: 1,
        ground: colors.ground,
        hollow,
        at: [],
      };
      groups.set(key, group);
    }
    group.at.push(frame.x[index]!, frame.y[index]!, frame.radius[index]!);
  }
  return [...groups.values()];
}

export function nameItems(frame: Frame, placed: readonly Placed[], colors: Colors, halo = true): Item[] {
  const labels = placed.map(({ index, text, size, bold, dx, dy, align }): Label => ({
    text,
    size,
    bold,
    align,
    x: frame.x[index]! + dx,
    y: frame.y[index]! + dy,
    color: colors.ink,
    alpha: 1,
    halo: halo ? colors.ground : "",
  }));
  return [{ kind: "labels", labels }];
}

/** The whole picture below what stands out. */
export function baseItems(frame: Frame, placed: readonly Placed[], isMap: boolean, isMoving: boolean, colors: Colors): Item[] {
  const { nodes, lines: edges } = frame.visible;
  const many = edges.length > MANY;
  const calm = edges.length > 6000 ? 0.14 : many ? 0.2 : edges.length > 500 ? 0.28 : 0.42;
  // Near by, fewer edges are on the screen than are shown.
  const alpha = Math.min(0.45, isMap ? 0.3 : calm + (frame.camera.zoom > 0.8 ? 0.12 : 0));
  return [
    ...edgeItems(frame, edges, { alpha, width: 1, arrows: edges.length < 700 && !isMap && !isMoving, straight: many }, colors),
    ...nodeItems(frame, nodes, isMap, many && isMoving && !isMap ? { ...colors, ground: "" } : colors),
    ...nameItems(frame, many && isMoving ? placed.slice(0, 80) : placed, colors, !(many && isMoving)),
  ];
}

/** What stands out, above a thin sheet over the rest. */
export function litItems(frame: Frame, lit: Lit, placed: readonly Placed[], isMap: boolean, colors: Colors): Item[] {
  const rings = lit.ringed.filter((index) => frame.visible.isShown[index]);
  return [
    ...(lit.dims ? [{ kind: "wash", color: colors.ground, alpha: 0.86 } as const] : []),
    ...edgeItems(
      frame,
      lit.edges,
      { alpha: 0.95, width: lit.edges.size > 400 ? 1 : 1.8, arrows: lit.edges.size < MANY, straight: false },
      colors,
    ),
    ...relationNames(frame, lit, placed, colors),
    ...nodeItems(frame, lit.nodes, isMap, colors),
    {
      kind: "rings",
      color: colors.accent,
      width: 2.5,
      at: rings.flatMap((index) => [frame.x[index]!, frame.y[index]!, frame.radius[index]! + 5]),
    },
    ...nameItems(frame, placed, colors),
  ];
}

/** The words for relations on their edges, where there are few, and none lies on another, on a name or on a node. */
function relationNames(frame: Frame, { nodes, edges }: Lit, placed: readonly Placed[], colors: Colors): Item[] {
  if (edges.size > 24) return [];
  const room = new Room();
  for (const name of placed) room.block(boxOf(frame, name));
  for (const index of nodes) {
    const [x, y, radius] = [frame.x[index]!, frame.y[index]!, frame.radius[index]!];
    room.block({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  }
  const labels: Label[] = [];
  for (const index of edges) {
    const edge = frame.graph.edges[index]!;
    const [x0, y0, cx, cy, x1, y1] = frame.curve(edge);
    const kind = frame.graph.data.relations[edge.type];
    if (!kind || Math.hypot(x1 - x0, y1 - y0) < 90) continue;
    const text = edge.facts.title ?? kind[currentLanguage()];
    const [x, y] = [(x0 + 2 * cx + x1) / 4, (y0 + 2 * cy + y1) / 4 - 7];
    const half = (text.length * (text > "\u2e80" ? 11 : 6)) / 2 + 2;
    if (!room.take({ left: x - half, right: x + half, top: y, bottom: y + 14 })) continue;
    labels.push({ text: [text], size: 11, bold: false, align: "center", x, y, color: kind.color, alpha: 1, halo: colors.ground });
  }
  return [{ kind: "labels", labels }];
}
