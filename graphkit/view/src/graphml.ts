// The visible part as GraphML and as node-link JSON: the twins of graphkit.export.graphml and graphkit.export.node_link.

import type { Cell, Row, Rows } from "./rows.js";

const NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
const DOUBLES = new Set(["lon", "lat", "size", "x", "y", "weight", "confidence", "value", "to"]);

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" };

/** Sentences hold the mark that other lists are joined by. */
const JOINED_BY: Record<string, string> = { evidence: " ｜ " };

/** The same rows with each list as one text: GraphML holds no lists. */
const flat = (rows: readonly Row[]): Row[] =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Array.isArray(value) ? value.join(JOINED_BY[name] ?? "；") : value])));

const escaped = (text: Cell): string => String(text).replaceAll(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!);

function typeOf(name: string, value: Cell): string {
  if (typeof value === "number") return DOUBLES.has(name) ? "double" : "long";
  return typeof value;
}

/** The fields of some rows but for those that are XML attributes, in order of appearance, each with its type. */
function columns(rows: readonly Row[], leaveOut: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) if (!found.has(name) && !leaveOut.includes(name)) found.set(name, typeOf(name, value));
  }
  return found;
}

const datum = (key: string, value: Cell): string => `<data key="${escaped(key)}">${escaped(value)}</data>`;

const filled = (row: Row, keys: ReadonlyMap<string, string>, prefix: string): string =>
  [...keys.keys()].map((name) => (name in row ? datum(prefix + name, row[name]!) : "")).join("");

const attributes = (row: Row, names: readonly string[]): string => names.map((name) => ` ${name}="${escaped(row[name]!)}"`).join("");

/** GraphML that Gephi and Gephi Lite open ready to look at: keys are called as the attributes are, relation types are the `label` of each edge. */
export function graphml({ meta, ...rows }: Rows): string {
  const [nodes, edges] = [flat(rows.nodes), flat(rows.edges)];
  const nodeKeys = columns(nodes, ["id"]);
  const edgeKeys = columns(edges, ["id", "source", "target"]);
  const graphKeys = new Map(Object.keys(meta).map((name) => [name, "string"]));
  const declared = ([prefix, scope, keys]: [string, string, Map<string, string>]): string[] =>
    [...keys].map(([name, type]) => `<key id="${escaped(prefix + name)}" for="${scope}" attr.name="${escaped(name)}" attr.type="${type}"/>`);
  return [
    "<?xml version='1.0' encoding='utf-8'?>",
    `<graphml xmlns="${NAMESPACE}">`,
    ...([["", "node", nodeKeys], ["edge_", "edge", edgeKeys], ["graph_", "graph", graphKeys]] as [string, string, Map<string, string>][]).flatMap(declared),
    '<graph id="graphkit" edgedefault="directed">',
    ...Object.entries(meta).map(([name, value]) => datum(`graph_${name}`, value)),
    ...nodes.map((row) => `<node${attributes(row, ["id"])}>${filled(row, nodeKeys, "")}</node>`),
    ...edges.map((row) => `<edge${attributes(row, ["id", "source", "target", "label"])}>${filled(row, edgeKeys, "edge_")}</edge>`),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}

/** JSON that `networkx.node_link_graph(json.load(file), edges="edges")` reads. */
export function nodeLink({ meta, nodes, edges }: Rows): string {
  const keyed = edges.map(({ id, ...rest }) => ({ key: id, ...rest }));
  return `${JSON.stringify({ directed: true, multigraph: true, graph: meta, nodes, edges: keyed }, null, 1)}\n`;
}
