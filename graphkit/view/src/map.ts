// The map: degrees to the plane and back, the lines of a coordinate sheet, and nodes of one place spread about it.

import type { Graph } from "./model.js";

/** Units of the plane for a degree of latitude. */
export const DEGREE = 60;
/** A degree of longitude is drawn as wide as it is at this latitude, in the middle of China. */
const MIDDLE = Math.cos((34 * Math.PI) / 180);
const TURN = Math.PI * (3 - Math.sqrt(5));

export function project(lon: number, lat: number): [x: number, y: number] {
  return [lon * DEGREE * MIDDLE, -lat * DEGREE];
}

export function unproject(x: number, y: number): [lon: number, lat: number] {
  return [x / (DEGREE * MIDDLE), -y / DEGREE];
}

/** The corners of a sheet that holds all of China: what an empty map shows. */
export function corners(): [x: number, y: number][] {
  return [project(74, 54), project(135, 18)];
}

/** The place of a spiral's nth point, in units of the distance between neighbours: 0 is the middle. */
export function spiral(place: number): [dx: number, dy: number] {
  const away = 0.62 * Math.sqrt(place);
  return [away * Math.cos(place * TURN), away * Math.sin(place * TURN)];
}

/** Where each node stands on the map: its place, and which point of the spiral about it; the best connected in the middle. */
export interface Located {
  x: Float32Array;
  y: Float32Array;
  turn: Uint32Array;
  /** The node in the middle of the spiral. */
  middle: Uint32Array;
}

export function locate(graph: Graph, nodes: readonly number[]): Located {
  const { length } = graph.nodes;
  const located: Located = {
    x: new Float32Array(length),
    y: new Float32Array(length),
    turn: new Uint32Array(length),
    middle: new Uint32Array(length),
  };
  const taken = new Map<string, { middle: number; turn: number }>();
  const order = [...nodes].sort((a, b) => graph.nodes[b]!.edges.length - graph.nodes[a]!.edges.length || a - b);
  for (const index of order) {
    const place = graph.place(graph.nodes[index]!);
    if (!place) continue;
    const key = `${place.lon} ${place.lat}`;
    const spot = taken.get(key) ?? { middle: index, turn: 0 };
    taken.set(key, spot);
    located.turn[index] = spot.turn++;
    located.middle[index] = spot.middle;
    [located.x[index], located.y[index]] = project(place.lon, place.lat);
  }
  return located;
}

/** How many degrees apart the lines of the sheet are, so that they stand about `wished` pixels apart. */
export function spacing(pixelsPerDegree: number, wished = 110): number {
  return [0.1, 0.25, 0.5, 1, 2, 5, 10, 20].find((degrees) => degrees * pixelsPerDegree >= wished) ?? 30;
}
