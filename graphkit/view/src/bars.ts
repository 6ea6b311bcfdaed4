// Where everything in a bar chart goes: rows of bars under or beside their group's heading, all on one axis from zero.

import type { About } from "./figures.js";
import { scale, type Scale } from "./scale.js";

export interface Bar {
  /** What tells this bar from the others of its group; may be empty. */
  label: string;
  value: number;
  to: number | null;
  about: About;
  /** The value in words, which stands at the bar's end. */
  told: string;
}

export interface BarGroup<Item extends Bar> {
  heading: string;
  bars: Item[];
}

export interface PlacedBar<Item extends Bar> {
  bar: Item;
  /** Top of its row and where the bar stands in it: pixels. */
  y: number;
  rowHeight: number;
  barTop: number;
  /** Where the value, and the upper end of a range, lie on the axis. */
  end: number;
  endTo: number | null;
}

export interface PlacedGroup<Item extends Bar> {
  heading: string;
  /** Top of the group; the baseline's place of its heading. */
  y: number;
  headingY: number;
  bars: PlacedBar<Item>[];
}

export interface Layout<Item extends Bar> {
  isNarrow: boolean;
  width: number;
  height: number;
  /** Left edges of headings and labels, their widths, and where the axis begins and ends. */
  headingWidth: number;
  labelX: number;
  labelWidth: number;
  axisX: number;
  axisEnd: number;
  top: number;
  axis: Scale;
  groups: PlacedGroup<Item>[];
}

export const BAR = 14;
export const FONT = 13;
const AXIS = 28;
const ROW = 24;
const NARROW = 560;
const GAP = 10;
const PAD = 12;
const INDENT = 6;

/** About how wide a text is in pixels: Chinese characters are square, others half as wide. */
export function textWidth(text: string, size = FONT): number {
  let ems = 0;
  for (const character of text) ems += character > "\u2e7f" ? 1 : 0.56;
  return Math.ceil(ems * size);
}

/** A text cut to a width, with … where something is left out. */
export function fitted(text: string, width: number, size = FONT): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join("")}…`, size) > width) characters.pop();
  return `${characters.join("")}…`;
}

/** Lay out a chart on a width in pixels. */
export function layout<Item extends Bar>(groups: readonly BarGroup<Item>[], width: number): Layout<Item> {
  const bars = groups.flatMap((group) => group.bars);
  const isNarrow = width < NARROW;
  const widest = (texts: string[], most: number): number => Math.min(most, Math.max(0, ...texts.map((text) => textWidth(text))));
  const headingWidth = isNarrow ? width - INDENT : widest(groups.map((group) => group.heading), width * 0.28);
  const labelWidth = isNarrow ? width - INDENT : widest(bars.map((bar) => bar.label), width * 0.28);
  const labelX = isNarrow ? INDENT : headingWidth + PAD;
  const axisX = isNarrow ? 0 : labelX + labelWidth + (labelWidth ? PAD : 0);
  const axisEnd = Math.max(axisX + 40, width - widest(bars.map((bar) => bar.told), width * 0.4) - 14);
  const values = bars.map((bar) => Math.max(bar.value, bar.to ?? 0));
  const axis = scale(Math.max(0, ...values), axisEnd - axisX < 360 ? 3 : 5, values.every(Number.isInteger));
  const placed: Layout<Item> = { isNarrow, width, height: 0, headingWidth, labelX, labelWidth, axisX, axisEnd, top: AXIS, axis, groups: [] };
  placed.height = placeRows(groups, placed);
  return placed;
}

/** Put the groups under one another; gives the height that they take. */
function placeRows<Item extends Bar>(groups: readonly BarGroup<Item>[], placed: Layout<Item>): number {
  const { isNarrow, axisX, axisEnd, axis } = placed;
  const at = (value: number): number => axisX + ((axisEnd - axisX) * Math.max(0, value)) / axis.end;
  let y = AXIS;
  for (const group of groups) {
    const top = y;
    y += isNarrow ? ROW + GAP : GAP / 2;
    const bars = group.bars.map((bar): PlacedBar<Item> => {
      const labelled = isNarrow && bar.label;
      const rowHeight = labelled ? ROW + FONT + 6 : ROW;
      const row = { bar, y, rowHeight, barTop: y + rowHeight - ROW + (ROW - BAR) / 2, end: at(bar.value), endTo: bar.to === null ? null : at(bar.to) };
      y += rowHeight;
      return row;
    });
    y += GAP / 2;
    placed.groups.push({ heading: group.heading, y: top, headingY: isNarrow ? top + ROW - 4 : top + GAP / 2 + ROW / 2 + FONT * 0.36, bars });
  }
  return y + 2;
}

/** The outline of a bar from the axis to its value, as the commands of an SVG path: its end says how the number is meant. */
export function outline(from: number, to: number, top: number, about: About): string {
  const end = Math.max(to, from + 2);
  const [bottom, middle, tip] = [top + BAR, top + BAR / 2, Math.min(BAR / 2, end - from)];
  if (about === "over") return `M${from} ${top}H${end - tip}L${end} ${middle}L${end - tip} ${bottom}H${from}Z`;
  if (about === "under") return `M${from} ${top}H${end}L${end - tip} ${middle}L${end} ${bottom}H${from}Z`;
  if (about === "about") return `M${from} ${top}H${end - tip}A${tip} ${BAR / 2} 0 0 1 ${end - tip} ${bottom}H${from}Z`;
  return `M${from} ${top}H${end}V${bottom}H${from}Z`;
}
