// The visible part as rows, with the names and values of graphkit.export.table, so that what is saved here and there is read alike.

import type { Visible } from "./visible.js";
import { degreesOf } from "./listing.js";
import type { Edge, Graph, Node } from "./model.js";

export type Cell = string | number | boolean | string[];
export type Row = Record<string, Cell>;

export interface Rows {
  meta: Record<string, string>;
  nodes: Row[];
  edges: Row[];
}

const EVIDENCE_SHOWN = 3;
/** Everything but what XML can hold; lone surrogates are among it. */
const ILLEGAL = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text as the exports clean it: what XML can hold, lines that end in a line feed. */
const clean = (text: string): string => text.replaceAll(ILLEGAL, "").replaceAll(/\r\n?/g, "\n");

export function rowsOf(graph: Graph, { nodes, edges }: Pick<Visible, "nodes" | "edges">): Rows {
  const degrees = degreesOf(graph, edges);
  const meta = Object.entries(graph.data.meta).map(([name, value]) => [name, clean(value)] as const);
  return {
    meta: Object.fromEntries(meta),
    nodes: nodes.map((index) => nodeRow(graph, graph.nodes[index]!, degrees.get(index) ?? 0)),
    edges: edges.map((index) => edgeRow(graph, graph.edges[index]!)),
  };
}

type Untold = undefined | null;

/** Fields that are told, in their order, cleaned. */
function told(fields: Record<string, Cell | Untold>): Row {
  const row: Row = {};
  for (const [name, value] of Object.entries(fields)) {
    const cell = typeof value === "string" ? clean(value) : Array.isArray(value) ? value.map(clean).filter(Boolean) : value;
    if (cell !== "" && cell !== null && cell !== undefined && !(Array.isArray(cell) && !cell.length)) row[name] = cell;
  }
  return row;
}

function colors(color: string): Row {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return { color, r: part(1), g: part(3), b: part(5) };
}

function nodeRow(graph: Graph, node: Node, degree: number): Row {
  const type = graph.data.types[node.type];
  const place = graph.place(node);
  const { family, editions, years, level, giver, number } = node.details;
  return told({
    id: node.id,
    label: node.label,
    type: node.type,
    type_zh: type?.zh,
    names: node.names,
    region_code: graph.regions[node.region]?.code,
    mentions: node.mentions,
    articles: node.articles,
    degree,
    editions, years, family, level, giver, number,
    lon: place?.lon,
    lat: place?.lat,
    // As large as the exports draw it, and upwards as Gephi counts
    size: Math.round(100 * (8 + 6 * Math.sqrt(degree))) / 100,
    x: node.x,
    y: -node.y || 0,
    ...(type ? colors(type.color) : {}),
  });
}

function edgeRow(graph: Graph, edge: Edge): Row {
  const relation = graph.data.relations[edge.type];
  const { title, status, unit, period, precision, kind, counter, about, giver, receiver, value, to, cumulative, part } = edge.facts;
  const evidence = graph.evidence(edge);
  const first = (texts: string[]): string[] => [...new Set(texts.filter(Boolean))].slice(0, EVIDENCE_SHOWN);
  return told({
    id: edge.id,
    source: graph.nodes[edge.head]!.id,
    target: graph.nodes[edge.tail]!.id,
    label: relation?.zh ?? edge.type,
    relation: edge.type,
    weight: Math.max(edge.articles, 1),
    confidence: edge.confidence,
    first_seen: edge.first,
    last_seen: edge.last,
    title, status, unit, period, precision,
    // As a column is called whose name programs take for their own
    fact_kind: kind,
    counter, about, giver, receiver, value, to, cumulative, part,
    evidence: evidence.slice(0, EVIDENCE_SHOWN).map(({ sentence }) => sentence),
    source_titles: first(evidence.map(({ article }) => article.title)),
    source_files: first(evidence.map(({ article }) => article.path)),
    ...(relation ? colors(relation.color) : {}),
  });
}
