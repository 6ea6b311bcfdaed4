// Mouse, touch and wheel on the stage.

import type { Stage } from "./stage.js";

export interface Answers {
  /** A click or tap on a node, an edge, or on nothing. */
  click: (hit: { node: number | null; edge: number | null }) => void;
  doubleClick: (node: number) => void;
  /** The pointer is over a node, an edge, or nothing. */
  hover: (hit: { node: number | null; edge: number | null }, x: number, y: number) => void;
}

const SLACK = 4;

export function listen(stage: Stage, canvas: HTMLCanvasElement, answers: Answers): void {
  const down = new Map<number, { x: number; y: number }>();
  let moved = 0;
  const at = (event: PointerEvent | MouseEvent): [number, number] => {
    const { left, top } = canvas.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  const hit = (x: number, y: number, reach: number): { node: number | null; edge: number | null } => {
    const node = stage.frame.nodeAt(x, y, reach);
    return { node, edge: node === null ? stage.frame.edgeAt(x, y, reach) : null };
  };

  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (down.size === 1) moved = 0;
  });

  canvas.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") answers.hover(hit(...at(event), 5), ...at(event));
      return;
    }
    const [dx, dy] = [event.clientX - before.x, event.clientY - before.y];
    moved += Math.abs(dx) + Math.abs(dy);
    if (down.size === 2) pinch(event, before);
    else if (moved > SLACK) stage.pan(dx, dy);
    if (moved > SLACK || down.size === 2) down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });

  const pinch = (event: PointerEvent, before: { x: number; y: number }): void => {
    const [, other] = [...down].find(([id]) => id !== event.pointerId)!;
    const { left, top } = canvas.getBoundingClientRect();
    const apart = (one: { x: number; y: number }): number => Math.hypot(one.x - other.x, one.y - other.y) || 1;
    const now = { x: event.clientX, y: event.clientY };
    stage.zoom(apart(now) / apart(before), (now.x + other.x) / 2 - left, (now.y + other.y) / 2 - top);
    stage.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    moved += SLACK + 1;
  };

  canvas.addEventListener("pointerup", (event) => {
    if (down.delete(event.pointerId) && moved <= SLACK) answers.click(hit(...at(event), event.pointerType === "mouse" ? 5 : 14));
  });
  canvas.addEventListener("pointercancel", (event) => down.delete(event.pointerId));
  canvas.addEventListener("pointerleave", () => answers.hover({ node: null, edge: null }, 0, 0));
  canvas.addEventListener("dblclick", (event) => {
    const { node } = hit(...at(event), 5);
    if (node !== null) answers.doubleClick(node);
  });
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      stage.zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0018)), ...at(event));
    },
    { passive: false },
  );
}
