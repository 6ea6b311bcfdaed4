// The shapes of node types, drawn on a canvas and in the legend.

type Point = [number, number];

const polygon = (corners: number, turn: number): Point[] =>
  Array.from({ length: corners }, (_, corner) => {
    const angle = (2 * Math.PI * corner) / corners + turn;
    return [Math.cos(angle), Math.sin(angle)];
  });

const star: Point[] = Array.from({ length: 10 }, (_, corner) => {
  const angle = (Math.PI * corner) / 5 - Math.PI / 2;
  const radius = corner % 2 ? 0.5 : 1.15;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});

const OUTLINES: Record<string, Point[]> = {
  square: polygon(4, Math.PI / 4),
  diamond: polygon(4, 0),
  triangle: polygon(3, -Math.PI / 2),
  triangleDown: polygon(3, Math.PI / 2),
  hexagon: polygon(6, 0),
  star,
};

export function trace(context: CanvasRenderingContext2D | Path2D, shape: string, x: number, y: number, radius: number): void {
  const outline = OUTLINES[shape];
  if (!outline) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  outline.forEach(([dx, dy], corner) => {
    if (corner) context.lineTo(x + dx * radius, y + dy * radius);
    else context.moveTo(x + dx * radius, y + dy * radius);
  });
  context.closePath();
}

const SVG = "http://www.w3.org/2000/svg";

/** A small drawing of a shape for the legend. */
export function icon(shape: string, color: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-8 -8 16 16");
  svg.setAttribute("width", "14");
  svg.setAttribute("height", "14");
  svg.setAttribute("aria-hidden", "true");
  const outline = OUTLINES[shape];
  const element = document.createElementNS(SVG, outline ? "polygon" : "circle");
  if (outline) element.setAttribute("points", outline.map(([x, y]) => `${(x * 6.5).toFixed(2)},${(y * 6.5).toFixed(2)}`).join(" "));
  else element.setAttribute("r", "6");
  element.setAttribute("fill", color);
  svg.append(element);
  return svg;
}
