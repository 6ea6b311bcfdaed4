// The names of nodes on the screen: the best known first, each where nothing else stands.

import type { Frame } from "./frame.js";
import { lines, Room, type Box } from "./labels.js";
import { LINE } from "./scene.js";

/** A name's place beside its node, so that it moves with it. */
export interface Placed {
  index: number;
  text: string[];
  size: number;
  bold: boolean;
  /** From the node's middle to the top of the first line, and to where the line is aligned. */
  dx: number;
  dy: number;
  align: "center" | "left" | "right";
}

/** The part of the screen that names may take. */
export interface Free {
  width: number;
  height: number;
}

const MOST = 420;
const width = (line: string, size: number): number => [...line].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.56), 0) * size;

/** This many names, those of the best known, stand even where small nodes do. */
const FIRST = 14;
/** Below this radius a node is small. */
const SMALL = 9;

/**
 * Names for nodes, in the order given, none over another, and but for the first none over a node. `needed` ones stand in any case;
 * where there is a choice, names stand inside of what is free.
 */
export function place(frame: Frame, order: readonly number[], free: Free, needed: ReadonlySet<number> = new Set()): Placed[] {
  const room = new Room();
  const near = order.filter((index) => frame.isNear(index, 40));
  const block = (index: number): void => {
    const [x, y, radius] = [frame.x[index]!, frame.y[index]!, frame.radius[index]! * 0.85];
    room.block({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
  };
  const isLarge = (index: number): boolean => frame.radius[index]! > SMALL;
  const placed: Placed[] = [];
  const add = (index: number): void => {
    const found = placed.length < MOST && placeOne(frame, room, index, free, needed.has(index));
    if (found) placed.push(found);
  };
  near.filter(isLarge).forEach(block);
  const first = near.slice(0, FIRST);
  first.forEach(add);
  near.filter((index) => !isLarge(index)).forEach(block);
  near.slice(FIRST).forEach(add);
  return placed;
}

function placeOne(frame: Frame, room: Room, index: number, free: Free, isNeeded: boolean): Placed | null {
  const radius = frame.radius[index]!;
  const [x, y] = [frame.x[index]!, frame.y[index]!];
  const bold = radius > 13;
  const size = radius > 20 ? 14 : radius > 13 ? 13 : 12;
  const text = lines(frame.graph.nodes[index]!.label, bold ? 11 : 10);
  const across = Math.max(...text.map((line) => width(line, size))) + 4;
  const down = text.length * size * LINE;
  const gap = radius + 3;
  const spots: [dx: number, dy: number, align: Placed["align"]][] = [
    [0, gap, "center"],
    [gap + 1, -down / 2, "left"],
    [-gap - 1, -down / 2, "right"],
    [0, -gap - down, "center"],
  ];
  const boxes = spots.map(([dx, dy, align]) => ({ dx, dy, align, box: boxAt(x + dx, y + dy, across, down, align) }));
  const inside = boxes.filter(({ box }) => box.left >= 0 && box.top >= 0 && box.right <= free.width && box.bottom <= free.height);
  for (const { dx, dy, align, box } of inside.length ? inside : boxes)
    if (room.take(box)) return { index, text, size, bold, dx, dy, align };
  return isNeeded ? { index, text, size, bold, dx: 0, dy: gap, align: "center" } : null;
}

function boxAt(x: number, top: number, across: number, down: number, align: Placed["align"]): Box {
  const left = x - (align === "center" ? across / 2 : align === "right" ? across : 0);
  return { left, right: left + across, top, bottom: top + down };
}

/** What a name takes of the screen. */
export function boxOf(frame: Frame, { index, text, size, dx, dy, align }: Placed): Box {
  return boxAt(
    frame.x[index]! + dx,
    frame.y[index]! + dy,
    Math.max(...text.map((line) => width(line, size))),
    text.length * size * LINE,
    align,
  );
}
