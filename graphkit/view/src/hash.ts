// The state in the address: #n=…&h=… – short, readable, by ids and codes, so that a link made today fits a page built tomorrow.

import type { Graph } from "./model.js";
import { START, TABLES, type Direction, type Mode, type State, type Theme } from "./state.js";

type Mutable = { -readonly [Key in keyof State]?: State[Key] };

const MODES: readonly Mode[] = ["graph", "map", "table", "chart"];
const THEMES: readonly Theme[] = ["auto", "light", "dark"];
const DIRECTIONS: readonly Direction[] = ["both", "along", "against"];

const oneOf = <T extends string>(allowed: readonly T[], value: string | undefined): T | undefined => allowed.find((item) => item === value);
const list = (value: string | null): string[] => (value ? value.split(",") : []);

function number(value: string | null | undefined, low: number, high: number): number | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  const parsed = Number(value);
  return Number.isFinite(parsed) && parsed >= low && parsed <= high ? parsed : undefined;
}

/** The address of a state: what differs from `start`. */
export function toHash(graph: Graph, state: State, start: State = START): string {
  const words: [string, string][] = [];
  const add = (key: string, value: string): void => void words.push([key, value]);
  const ids = (set: ReadonlySet<number>): string => [...set].map((index) => graph.nodes[index]!.id).join(",");
  const { selection, focus, path, camera } = state;
  if (state.mode !== start.mode) add("m", state.mode);
  if (selection?.kind === "node") add("n", graph.nodes[selection.index]!.id);
  if (selection?.kind === "edge") add("e", graph.edges[selection.index]!.id);
  if (focus) add("f", [graph.nodes[focus.node]!.id, focus.steps, focus.direction].join(","));
  if (path) add("p", [path.from, path.to].map((end) => (end === null ? "" : graph.nodes[end]!.id)).join(","));
  if (state.hiddenTypes.size) add("t", [...state.hiddenTypes].join(","));
  if (state.hiddenRelations.size) add("r", [...state.hiddenRelations].join(","));
  if (state.region !== null) add("g", graph.regions[state.region]!.code);
  if (state.since !== null || state.until !== null) add("y", `${state.since ?? ""}-${state.until ?? ""}`);
  if (state.minConfidence) add("c", String(state.minConfidence));
  if (state.minArticles > 1) add("a", String(state.minArticles));
  if (state.isolated !== start.isolated) add("i", state.isolated ? "1" : "0");
  if (state.everyone) add("o", "1");
  if (state.limit !== start.limit) add("l", String(state.limit));
  if (state.hidden.size) add("x", ids(state.hidden));
  if (state.pinned.size) add("k", ids(state.pinned));
  if (state.table !== start.table) add("b", state.table);
  if (state.subject !== null) add("s", graph.nodes[state.subject]!.id);
  if (state.series) add("q", state.series);
  if (state.by !== start.by) add("d", state.by);
  if (camera) add("v", [camera.x.toFixed(1), camera.y.toFixed(1), camera.zoom.toPrecision(4)].join(","));
  if (state.language !== start.language) add("lang", state.language);
  if (state.theme !== start.theme) add("theme", state.theme);
  return words.map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
}

/** The state that an address tells; what it names and the graph does not have is passed over. */
export function fromHash(graph: Graph, hash: string, start: State = START): State {
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const state: Mutable = {};
  const known = (ids: string[]): Set<number> => new Set(ids.flatMap((id) => graph.node(id)?.index ?? []));
  const mode = oneOf(MODES, words.get("m") ?? undefined);
  if (mode) state.mode = mode;
  const theme = oneOf(THEMES, words.get("theme") ?? undefined);
  if (theme) state.theme = theme;
  const language = oneOf(["zh", "en"] as const, words.get("lang") ?? undefined);
  if (language) state.language = language;
  readThings(graph, words, state);
  readTables(graph, words, state);
  readFilters(graph, words, state);
  state.hidden = known(list(words.get("x")));
  state.pinned = known(list(words.get("k")));
  const isolated = words.get("i");
  if (isolated !== null) state.isolated = isolated === "1";
  state.everyone = words.get("o") === "1";
  const limit = number(words.get("l"), 1, 1e9);
  if (limit) state.limit = Math.round(limit);
  const view = list(words.get("v")).map((value) => number(value, -1e9, 1e9));
  const [x, y, zoom] = view;
  if (x !== undefined && y !== undefined && zoom !== undefined && zoom > 0) state.camera = { x, y, zoom };
  return { ...start, ...state };
}

function readThings(graph: Graph, words: URLSearchParams, state: Mutable): void {
  const node = graph.node(words.get("n") ?? "");
  const edge = graph.edge(words.get("e") ?? "");
  if (node) state.selection = { kind: "node", index: node.index };
  else if (edge) state.selection = { kind: "edge", index: edge.index };
  const [middle, steps, way] = list(words.get("f"));
  const focus = graph.node(middle ?? "");
  if (focus) state.focus = { node: focus.index, steps: number(steps, 1, 3) ?? 1, direction: oneOf(DIRECTIONS, way) ?? "both" };
  if (words.has("p")) {
    const [from, to] = (words.get("p") ?? "").split(",").map((id) => graph.node(id)?.index ?? null);
    state.path = { from: from ?? null, to: to ?? null };
  }
}

function readTables(graph: Graph, words: URLSearchParams, state: Mutable): void {
  const table = oneOf(TABLES, words.get("b") ?? undefined);
  if (table) state.table = table;
  const subject = graph.node(words.get("s") ?? "");
  if (subject) state.subject = subject.index;
  state.series = words.get("q") ?? "";
  const by = oneOf(["year", "node"] as const, words.get("d") ?? undefined);
  if (by) state.by = by;
}

function readFilters(graph: Graph, words: URLSearchParams, state: Mutable): void {
  state.hiddenTypes = new Set(list(words.get("t")).filter((name) => Object.hasOwn(graph.data.types, name)));
  state.hiddenRelations = new Set(list(words.get("r")).filter((name) => Object.hasOwn(graph.data.relations, name)));
  const region = graph.regions.find(({ code }) => code === words.get("g"));
  if (region) state.region = region.index;
  const [since, until] = (words.get("y") ?? "").split("-");
  state.since = number(since, 1, 9999) ?? null;
  state.until = number(until, 1, 9999) ?? null;
  state.minConfidence = number(words.get("c"), 0, 1) ?? 0;
  state.minArticles = Math.round(number(words.get("a"), 1, 1e6) ?? 1);
}
