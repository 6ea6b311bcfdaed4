// The coordinate sheet under the map: lines of longitude and latitude with their degrees, names of provinces.

import { toPlane, toScreen } from "./camera.js";
import type { Colors } from "./compose.js";
import type { Frame } from "./frame.js";
import { DEGREE, project, spacing, unproject } from "./map.js";
import { Room } from "./labels.js";
import { boxOf, type Placed } from "./names.js";
import type { Item, Label } from "./scene.js";

export function sheetItems(frame: Frame, placed: readonly Placed[], colors: Colors): Item[] {
  const { camera, size } = frame;
  const step = spacing(DEGREE * camera.zoom);
  const [west, north] = unproject(...toPlane(camera, size, 0, 0));
  const [east, south] = unproject(...toPlane(camera, size, size.width, size.height));
  const lines: number[] = [];
  const labels: Label[] = [];
  const look = { size: 11, bold: false, color: colors.faint, alpha: 0.9, halo: colors.ground };
  const places = step < 1 ? 2 : 0;
  for (let lon = Math.ceil(west / step) * step; lon <= east; lon += step) {
    const [x] = toScreen(camera, size, ...project(lon, 0));
    lines.push(x, 0, x, size.height);
    if (x > 90 && x < size.width - 40) labels.push({ ...look, text: [degrees(lon, places, "E", "W")], x, y: 3, align: "center" });
  }
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
    const [, y] = toScreen(camera, size, ...project(0, lat));
    lines.push(0, y, size.width, y);
    if (y > 30 && y < size.height - 80) labels.push({ ...look, text: [degrees(lat, places, "N", "S")], x: 8, y: y - 15, align: "left" });
  }
  return [
    { kind: "strokes", color: colors.line, alpha: 1, width: 1, lines, curves: [] },
    { kind: "labels", labels },
    provinces(frame, placed, colors),
  ];
}

const degrees = (value: number, places: number, over: string, under: string): string =>
  `${Math.abs(value).toFixed(places)}°${value < 0 ? under : over}`;

/** Names of provinces where no node and no node's name stands: at their seat, else beside it. */
function provinces(frame: Frame, placed: readonly Placed[], colors: Colors): Item {
  const { graph, visible, x: xs, y: ys, radius, camera, size } = frame;
  const room = new Room();
  for (const name of placed) room.block(boxOf(frame, name));
  for (const index of visible.nodes) {
    const reach = radius[index]! + 2;
    room.block({ left: xs[index]! - reach, right: xs[index]! + reach, top: ys[index]! - reach, bottom: ys[index]! + reach });
  }
  const labels: Label[] = [];
  for (const { name, above, lon, lat } of graph.regions) {
    if (above >= 0 || lon === null || lat === null) continue;
    const [x, y] = toScreen(camera, size, ...project(lon, lat));
    const short = [...name.replace(/(?:壮族|回族|维吾尔)?自治区$|特别行政区$|[省市]$/, "")];
    const half = short.length * 9 + 2;
    const spot = [
      [0, 0],
      [0, -30],
      [0, 34],
      [-half - 14, 0],
      [half + 14, 0],
    ].find(([dx, dy]) => room.take({ left: x + dx! - half, right: x + dx! + half, top: y + dy! - 10, bottom: y + dy! + 10 }));
    if (spot)
      labels.push({
        text: [short.join("\u2009")],
        size: 15,
        bold: false,
        color: colors.faint,
        alpha: 0.5,
        halo: "",
        align: "center",
        x: x + spot[0]!,
        y: y + spot[1]! - 10,
      });
  }
  return { kind: "labels", labels };
}
