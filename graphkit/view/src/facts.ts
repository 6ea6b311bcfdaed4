// A node's facts under the field's words: its posts, programs with figures, honours, documents, partners, what is above and below.

import { told, when } from "./amounts.js";
import { readable } from "./dates.js";
import { figureOf } from "./figures.js";
import type { Edge, Graph, Node } from "./model.js";
import { currentLanguage, label, say, type Word } from "./strings.js";

/** What is told of a node and one other: several edges where they are tied in several ways. */
export interface Entry {
  other: Node;
  edges: Edge[];
}

export interface Section {
  title: string;
  entries: Entry[];
}

/** By relation, the heading read from head to tail and from tail to head, in the order in which they are read. */
const HEADINGS: Record<string, [out: Word, back: Word]> = {
  HOLDS: ["posts", "officials"],
  RUNS: ["programs", "runners"],
  FIGURE: ["programs", "runners"],
  AWARDED: ["honours", "winners"],
  ISSUED: ["documents", "issuers"],
  PARTNERS: ["partners", "partners"],
  SUPPORTS: ["supports", "supportedBy"],
  PART_OF: ["upper", "lower"],
  LOCATED_IN: ["place", "bodies"],
};

function heading(graph: Graph, node: Node, edge: Edge): string {
  const isOut = edge.head === node.index;
  const other = graph.nodes[graph.other(edge, node.index)]!;
  if (edge.type === "PART_OF" && node.type === "PROGRAM" && other.type === "PROGRAM") return say(isOut ? "familyOf" : "members");
  const words = Object.hasOwn(HEADINGS, edge.type) ? HEADINGS[edge.type] : undefined;
  if (words) return say(words[isOut ? 0 : 1]);
  const kind = graph.data.relations[edge.type];
  return isOut || currentLanguage() === "en" ? label(kind, edge.type) : (kind?.reverse ?? edge.type);
}

/** All facts of a node, by section; officials by the rank of their posts, the rest by how much is told of them. */
export function sections(graph: Graph, node: Node): Section[] {
  const order = new Map([...new Set([...Object.keys(HEADINGS), ...Object.keys(graph.data.relations)])].map((type, at) => [type, at]));
  const place = ({ type }: Edge): number => order.get(type) ?? order.size;
  const edges = node.edges
    .map((index) => graph.edges[index]!)
    .sort((a, b) => place(a) - place(b) || Number(a.head !== node.index) - Number(b.head !== node.index));
  const found = new Map<string, Map<number, Entry>>();
  for (const edge of edges) {
    const title = heading(graph, node, edge);
    const entries = found.get(title) ?? new Map<number, Entry>();
    found.set(title, entries);
    const other = graph.other(edge, node.index);
    const entry = entries.get(other);
    if (entry) entry.edges.push(edge);
    else entries.set(other, { other: graph.nodes[other]!, edges: [edge] });
  }
  return [...found].map(([title, entries]) => ({ title, entries: [...entries.values()].map(inOrder).sort(byWeight) }));
}

const rank = ({ facts }: Edge): number => facts.rank ?? (facts.title ? 9999 : 0);

function inOrder(entry: Entry): Entry {
  entry.edges.sort(
    (a, b) =>
      Number(a.type === "FIGURE") - Number(b.type === "FIGURE") ||
      rank(a) - rank(b) ||
      (a.facts.period ?? a.first).localeCompare(b.facts.period ?? b.first) ||
      a.index - b.index,
  );
  return entry;
}

function byWeight(a: Entry, b: Entry): number {
  const articles = ({ edges }: Entry): number => Math.max(...edges.map((edge) => edge.articles));
  return (
    rank(a.edges[0]!) - rank(b.edges[0]!) ||
    b.edges.length - a.edges.length ||
    articles(b) - articles(a) ||
    b.other.articles - a.other.articles ||
    a.other.index - b.other.index
  );
}

/** What an edge tells beside its ends: a post, or a figure with its period; empty for the rest. */
export function fact(graph: Graph, edge: Edge): string {
  const { title, status = "" } = edge.facts;
  if (title) return status + title;
  const figure = figureOf(graph, edge);
  return figure ? told(figure, graph.data.kinds) : "";
}

/** When it is told or, of a figure, what period it is of. */
export function dates(graph: Graph, edge: Edge): string {
  const figure = figureOf(graph, edge);
  if (figure && edge.facts.period) return when(figure);
  return seen(edge.first, edge.last);
}

/** Between which days articles tell something. */
export function seen(first: string, last: string): string {
  const from = first || last;
  if (!from) return "";
  const language = currentLanguage();
  const day = (date: string): string => readable(`${date}/${date}`, "", language).replace(/^(.+)\/\1$/, "$1");
  return !last || last === from ? day(from) : `${day(from)} – ${day(last)}`;
}
