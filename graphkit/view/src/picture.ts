// The view as a picture to keep: title above, legend below, on white.

import { LIGHT } from "./compose.js";
import { saveText } from "./download.js";
import type { Graph } from "./model.js";
import { paint } from "./paint.js";
import { LINE, type Item, type Label, type Scene } from "./scene.js";
import { label, say } from "./strings.js";
import { svgOf } from "./svg.js";
import type { Visible } from "./visible.js";

const HEAD = 56;
const ROW = 24;
const EDGE = 24;
const SHARP = 2;

/** A scene with a head and a legend of what is shown about it. */
export function framed(graph: Graph, visible: Visible, scene: Scene): Scene {
  const rows = legendRows(graph, visible, scene.width);
  const height = HEAD + scene.height + EDGE + rows.length * ROW;
  const title: Label = { ...WORD, text: [graph.data.title], x: EDGE, y: 14, size: 18, bold: true };
  const told: Label = {
    ...WORD,
    text: [say("nodesShown", { n: visible.nodes.length, m: visible.edges.length })],
    x: scene.width - EDGE,
    y: 18,
    color: LIGHT.faint,
    align: "right",
  };
  const items: Item[] = [
    { kind: "group", dx: 0, dy: HEAD, width: scene.width, height: scene.height, items: scene.items },
    {
      kind: "strokes",
      color: LIGHT.line,
      alpha: 1,
      width: 1,
      lines: [0, HEAD, scene.width, HEAD, 0, HEAD + scene.height, scene.width, HEAD + scene.height],
      curves: [],
    },
    { kind: "labels", labels: [title, told] },
    ...rows.flatMap((row, at) => row.map((item) => ({ ...item, y: HEAD + scene.height + EDGE / 2 + at * ROW }))).flatMap(entry),
  ];
  return { width: scene.width, height, ground: LIGHT.ground, items };
}

const WORD = { size: 13, bold: false, color: LIGHT.ink, alpha: 1, align: "left", halo: "" } as const;

interface Entry {
  text: string;
  color: string;
  /** None for a relation, which is drawn as a line. */
  shape: string;
  x: number;
}

/** What is shown, by type and relation, in rows that fit the width. */
function legendRows(graph: Graph, visible: Visible, width: number): Entry[][] {
  const types = new Set(visible.nodes.map((index) => graph.nodes[index]!.type));
  const relations = new Set(visible.edges.map((index) => graph.edges[index]!.type));
  const entries = [
    ...Object.entries(graph.data.types).flatMap(([name, type]) =>
      types.has(name) ? [{ text: label(type), color: type.color, shape: type.shape }] : [],
    ),
    ...Object.entries(graph.data.relations).flatMap(([name, kind]) =>
      relations.has(name) ? [{ text: label(kind), color: kind.color, shape: "" }] : [],
    ),
  ];
  const rows: Entry[][] = [];
  let x = Infinity;
  for (const found of entries) {
    const across = 48 + [...found.text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 13 : 7.5), 0);
    if (x + across > width) {
      rows.push([]);
      x = EDGE;
    }
    rows.at(-1)!.push({ ...found, x });
    x += across;
  }
  return rows;
}

function entry({ text, color, shape, x, y }: Entry & { y: number }): Item[] {
  const middle = y + (WORD.size * LINE) / 2;
  const mark: Item = shape
    ? { kind: "marks", shape, color, alpha: 1, ground: LIGHT.ground, hollow: false, at: [x + 8, middle, 6] }
    : { kind: "strokes", color, alpha: 1, width: 2, lines: [x, middle, x + 16, middle], curves: [] };
  return [mark, { kind: "labels", labels: [{ ...WORD, text: [text], x: x + 22, y }] }];
}

export function saveSvg(scene: Scene, title: string): void {
  saveText(svgOf(scene, title), title, "svg");
}

function drawnOn(canvas: HTMLCanvasElement, scene: Scene): void {
  canvas.width = Math.round(scene.width * SHARP);
  canvas.height = Math.round(scene.height * SHARP);
  const context = canvas.getContext("2d")!;
  context.scale(SHARP, SHARP);
  context.fillStyle = scene.ground;
  context.fillRect(0, 0, scene.width, scene.height);
  paint(context, scene.items, scene);
}

export async function savePng(scene: Scene, title: string): Promise<void> {
  const canvas = document.createElement("canvas");
  drawnOn(canvas, scene);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) saveText(blob, title, "png");
}

/** While the page is printed, the picture stands in the place of the stage. */
export function printInstead(stage: HTMLElement, picture: () => Scene): void {
  const paper = document.createElement("canvas");
  paper.id = "paper";
  window.addEventListener("beforeprint", () => {
    if (stage.hidden) return;
    drawnOn(paper, picture());
    stage.before(paper);
  });
  window.addEventListener("afterprint", () => paper.remove());
}
