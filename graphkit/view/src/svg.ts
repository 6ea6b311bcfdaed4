// Writing a scene as an SVG file, from the same list that the canvas is painted from.

import { FONT, LINE, type Item, type Label, type Scene } from "./scene.js";
import { corners } from "./shapes.js";

const n = (value: number): string => String(Math.round(value * 10) / 10);
// Nothing that XML cannot hold, and nothing that is markup.
const text = (value: string): string =>
  value
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      "",
    )
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

export function svgOf({ width, height, ground, items }: Scene, title: string): string {
  const body = items.map((item) => drawing(item, width, height)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" font-family="${text(FONT)}">
<title>${text(title)}</title>
<rect width="100%" height="100%" fill="${text(ground)}"/>
${body}
</svg>
`;
}

function drawing(item: Item, width: number, height: number): string {
  switch (item.kind) {
    case "wash":
      return `<rect width="${n(width)}" height="${n(height)}" fill="${item.color}" opacity="${item.alpha}"/>`;
    case "strokes": {
      let path = "";
      for (let at = 0; at < item.lines.length; at += 4)
        path += `M${item.lines
          .slice(at, at + 2)
          .map(n)
          .join(" ")}L${item.lines
          .slice(at + 2, at + 4)
          .map(n)
          .join(" ")}`;
      for (let at = 0; at < item.curves.length; at += 6)
        path += `M${item.curves
          .slice(at, at + 2)
          .map(n)
          .join(" ")}Q${item.curves
          .slice(at + 2, at + 6)
          .map(n)
          .join(" ")}`;
      const dash = item.dash ? ` stroke-dasharray="${item.dash.join(" ")}"` : "";
      return path && `<path d="${path}" fill="none" stroke="${item.color}" stroke-width="${item.width}" opacity="${item.alpha}"${dash}/>`;
    }
    case "heads": {
      const { size, tips } = item;
      let path = "";
      for (let at = 0; at < tips.length; at += 3) {
        const [x, y, angle] = [tips[at]!, tips[at + 1]!, tips[at + 2]!];
        const wing = (turn: number): string => `${n(x - size * Math.cos(angle + turn))} ${n(y - size * Math.sin(angle + turn))}`;
        path += `M${n(x)} ${n(y)}L${wing(-0.38)}L${wing(0.38)}Z`;
      }
      return path && `<path d="${path}" fill="${item.color}" opacity="${item.alpha}"/>`;
    }
    case "marks": {
      const { shape, at: places } = item;
      const look = item.hollow
        ? `fill="${item.ground}" stroke="${item.color}" stroke-width="2"`
        : `fill="${item.color}" stroke="${item.ground}" stroke-width="1.25"`;
      let marks = "";
      for (let at = 0; at < places.length; at += 3) {
        const [x, y, radius] = [places[at]!, places[at + 1]!, places[at + 2]!];
        const outline = corners(shape, x, y, radius);
        marks += outline
          ? `<polygon points="${outline.map((point) => point.map(n).join(",")).join(" ")}"/>`
          : `<circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"/>`;
      }
      return `<g ${look} opacity="${item.alpha}">${marks}</g>`;
    }
    case "rings": {
      let rings = "";
      for (let at = 0; at < item.at.length; at += 3)
        rings += `<circle cx="${n(item.at[at]!)}" cy="${n(item.at[at + 1]!)}" r="${n(item.at[at + 2]!)}"/>`;
      return `<g fill="none" stroke="${item.color}" stroke-width="${item.width}">${rings}</g>`;
    }
    case "group":
      return `<svg x="${n(item.dx)}" y="${n(item.dy)}" width="${n(item.width)}" height="${n(item.height)}" overflow="hidden">${item.items.map((inner) => drawing(inner, item.width, item.height)).join("\n")}</svg>`;
    case "labels":
      return item.labels.map(name).join("\n");
  }
}

function name(label: Label): string {
  const anchor = { center: "middle", left: "start", right: "end" }[label.align];
  const halo = label.halo ? ` paint-order="stroke" stroke="${label.halo}" stroke-width="3" stroke-linejoin="round"` : "";
  return label.text
    .map((line, number) => {
      const y = label.y + (number + 0.5) * label.size * LINE + label.size * 0.36;
      return `<text x="${n(label.x)}" y="${n(y)}" font-size="${label.size}"${label.bold ? ' font-weight="600"' : ""} text-anchor="${anchor}" fill="${label.color}" opacity="${label.alpha}"${halo}>${text(line)}</text>`;
    })
    .join("");
}
