// Painting a scene on a canvas: one path for each look.

import { FONT, LINE, type Heads, type Item, type Label, type Marks, type Rings, type Scene, type Strokes } from "./scene.js";
import { trace } from "./shapes.js";

export function paint(context: CanvasRenderingContext2D, items: readonly Item[], { width, height }: Pick<Scene, "width" | "height">): void {
  for (const item of items) {
    if (item.kind === "strokes") strokes(context, item);
    else if (item.kind === "heads") heads(context, item);
    else if (item.kind === "marks") marks(context, item);
    else if (item.kind === "rings") rings(context, item);
    else if (item.kind === "labels") item.labels.forEach((label) => name(context, label));
    else if (item.kind === "group") {
      context.save();
      context.translate(item.dx, item.dy);
      context.beginPath();
      context.rect(0, 0, item.width, item.height);
      context.clip();
      paint(context, item.items, item);
      context.restore();
    } else {
      context.globalAlpha = item.alpha;
      context.fillStyle = item.color;
      context.fillRect(0, 0, width, height);
    }
  }
  context.globalAlpha = 1;
}

/** Shapes in one path: the time that a path takes grows faster than what is in it. */
const TOGETHER = 128;

/** Call `trace` for each place of a list, `size` numbers wide, and `done` after every so many of them. */
function inParts(context: CanvasRenderingContext2D, length: number, size: number, trace: (at: number) => void, done: () => void): void {
  for (let from = 0; from < length; from += size * TOGETHER) {
    context.beginPath();
    for (let at = from; at < Math.min(length, from + size * TOGETHER); at += size) trace(at);
    done();
  }
}

function strokes(context: CanvasRenderingContext2D, { color, alpha, width, dash, lines, curves }: Strokes): void {
  context.globalAlpha = alpha;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash ?? []);
  const line = (at: number): void => {
    context.moveTo(lines[at]!, lines[at + 1]!);
    context.lineTo(lines[at + 2]!, lines[at + 3]!);
  };
  const curve = (at: number): void => {
    context.moveTo(curves[at]!, curves[at + 1]!);
    context.quadraticCurveTo(curves[at + 2]!, curves[at + 3]!, curves[at + 4]!, curves[at + 5]!);
  };
  inParts(context, lines.length, 4, line, () => context.stroke());
  inParts(context, curves.length, 6, curve, () => context.stroke());
  context.setLineDash([]);
}

function heads(context: CanvasRenderingContext2D, { color, alpha, size, tips }: Heads): void {
  context.globalAlpha = alpha;
  context.fillStyle = color;
  context.beginPath();
  for (let at = 0; at < tips.length; at += 3) {
    const [x, y, angle] = [tips[at]!, tips[at + 1]!, tips[at + 2]!];
    context.moveTo(x, y);
    context.lineTo(x - size * Math.cos(angle - 0.38), y - size * Math.sin(angle - 0.38));
    context.lineTo(x - size * Math.cos(angle + 0.38), y - size * Math.sin(angle + 0.38));
    context.closePath();
  }
  context.fill();
}

function marks(context: CanvasRenderingContext2D, { shape, color, alpha, ground, hollow, at: places }: Marks): void {
  const one = (at: number): void => trace(context, shape, places[at]!, places[at + 1]!, places[at + 2]!);
  context.globalAlpha = alpha;
  context.lineJoin = "round";
  if (ground) {
    context.strokeStyle = ground;
    context.lineWidth = hollow ? 4.5 : 2.5;
    inParts(context, places.length, 3, one, () => context.stroke());
  }
  context.fillStyle = hollow ? ground : color;
  inParts(context, places.length, 3, one, () => context.fill());
  if (!hollow) return;
  context.strokeStyle = color;
  context.lineWidth = 2;
  inParts(context, places.length, 3, one, () => context.stroke());
}

function rings(context: CanvasRenderingContext2D, { color, width, at: places }: Rings): void {
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = width;
  for (let at = 0; at < places.length; at += 3) {
    context.beginPath();
    context.arc(places[at]!, places[at + 1]!, places[at + 2]!, 0, 2 * Math.PI);
    context.stroke();
  }
}

export const font = (label: Pick<Label, "size" | "bold">): string => `${label.bold ? "600 " : ""}${label.size}px ${FONT}`;

function name(context: CanvasRenderingContext2D, label: Label): void {
  context.globalAlpha = label.alpha;
  context.font = font(label);
  context.textAlign = label.align;
  context.textBaseline = "middle";
  label.text.forEach((line, number) => {
    const y = label.y + (number + 0.5) * label.size * LINE;
    if (label.halo) {
      context.lineWidth = 3.5;
      context.lineJoin = "round";
      context.strokeStyle = label.halo;
      context.strokeText(line, label.x, y);
    }
    context.fillStyle = label.color;
    context.fillText(line, label.x, y);
  });
}
