// The shapes of node types, drawn on a canvas, in the legend and in SVG files.

type Point = [number, number];

const polygon = (corners: number, turn: number, size: number): Point[] =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners + turn;
    return [size * Math.cos(angle), size * Math.sin(angle)];
  });

const star: Point[] = Array.from({ length: 10 }, (_, corner) => {
  const angle = (Math.PI * corner) / 5 - Math.PI / 2;
  const radius = corner % 2 ? 0.55 : 1.25;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

// Sizes differ so that all shapes cover about the area of the dot.
const OUTLINES: Record<string, Point[]> = {
  square: polygon(4, Math.PI / 4, 1.24),
  diamond: polygon(4, 0, 1.26),
  triangle: polygon(3, -Math.PI / 2, 1.4),
  triangleDown: polygon(3, Math.PI / 2, 1.4),
  hexagon: polygon(6, 0, 1.08),
  star,
};

/** The corners of a shape about a point; none for the dot. */
export function corners(shape: string, x: number, y: number, radius: number): Point[] | null {
  return OUTLINES[shape]?.map(([dx, dy]) => [x + dx * radius, y + dy * radius]) ?? null;
}

export function trace(context: CanvasRenderingContext2D | Path2D, shape: string, x: number, y: number, radius: number): void {
  const outline = OUTLINES[shape];
  if (!outline) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  let first = true;
  for (const [dx, dy] of outline) {
    if (first) context.moveTo(x + dx * radius, y + dy * radius);
    else context.lineTo(x + dx * radius, y + dy * radius);
    first = false;
  }
  context.closePath();
}

const SVG = "http://www.w3.org/2000/svg";

/** A small drawing of a shape for the legend, lists and panels. */
export function icon(shape: string, color: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "-8 -8 16 16", width: "14", height: "14", "aria-hidden": "true", class: "mark" }))
    svg.setAttribute(key, value);
  const outline = corners(shape, 0, 0, 5.6);
  const element = document.createElementNS(SVG, outline ? "polygon" : "circle");
  if (outline) element.setAttribute("points", outline.map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" "));
  else element.setAttribute("r", "5.6");
  element.setAttribute("fill", color);
  svg.append(element);
  return svg;
}

/** A short line in a relation's colour. */
export function stroke(color: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", width: "14", height: "14", "aria-hidden": "true", class: "mark" }))
    svg.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  for (const [key, value] of Object.entries({ d: "M1 8h13M10 4l4 4-4 4", fill: "none", stroke: color, "stroke-width": "2" }))
    path.setAttribute(key, value);
  svg.append(path);
  return svg;
}
