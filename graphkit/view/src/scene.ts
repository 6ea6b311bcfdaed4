// What is drawn, as plain lists: the canvas and the SVG file are painted from the same one.

/** Lines of one look: x0, y0, x1, y1 each; curves have their control point in the middle. */
export interface Strokes {
  kind: "strokes";
  color: string;
  alpha: number;
  width: number;
  dash?: number[];
  lines: number[];
  curves: number[];
}

/** Arrowheads of one look: tip x, y, angle each. */
export interface Heads {
  kind: "heads";
  color: string;
  alpha: number;
  size: number;
  tips: number[];
}

/** Marks of one look: x, y, radius each. A hollow one is drawn as its outline. */
export interface Marks {
  kind: "marks";
  shape: string;
  color: string;
  alpha: number;
  /** Colour of the ring that parts marks which overlap; none where it is empty. */
  ground: string;
  hollow: boolean;
  at: number[];
}

/** Rings about marks: x, y, radius each. */
export interface Rings {
  kind: "rings";
  color: string;
  width: number;
  at: number[];
}

export interface Label {
  text: string[];
  x: number;
  /** Top of the first line. */
  y: number;
  size: number;
  bold: boolean;
  color: string;
  alpha: number;
  align: "center" | "left" | "right";
  /** Colour of the outline that parts the name from what lies below; none where it is empty. */
  halo: string;
}

export interface Labels {
  kind: "labels";
  labels: Label[];
}

/** A thin sheet of ground over all that was drawn before, so that what follows stands out. */
export interface Wash {
  kind: "wash";
  color: string;
  alpha: number;
}

/** Items moved by (dx, dy), of which nothing shows outside a rectangle of this size. */
export interface Group {
  kind: "group";
  dx: number;
  dy: number;
  width: number;
  height: number;
  items: Item[];
}

export type Item = Strokes | Heads | Marks | Rings | Labels | Wash | Group;

export interface Scene {
  width: number;
  height: number;
  ground: string;
  items: Item[];
}

export const FONT = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC","WenQuanYi Micro Hei",sans-serif';
export const LINE = 1.25;
