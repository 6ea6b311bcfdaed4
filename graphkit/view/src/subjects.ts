// Of which nodes there is something to be listed or drawn: programs and bodies with figures, bodies with officials.

import { compareWords } from "./columns.js";
import { h } from "./dom.js";
import { figureOf } from "./figures.js";
import type { Edge, Graph, Node } from "./model.js";
import { count, label, say, type Word } from "./strings.js";

export type Wanted = (edge: Edge) => boolean;

export interface Subject {
  node: Node;
  /** How much there is of it. */
  count: number;
}

/** The nodes that have figures, those with most first; a family has those of its members too. */
export function withFigures(graph: Graph, isWanted: Wanted): Subject[] {
  const own = new Uint32Array(graph.nodes.length);
  for (const edge of graph.edges) {
    if (!isWanted(edge) || !figureOf(graph, edge)) continue;
    own[edge.head]! += 1;
    own[edge.tail]! += 1;
  }
  const all = own.slice();
  for (const { type, head, tail } of graph.edges) if (type === "PART_OF" && isFamily(graph, head, tail)) all[tail]! += own[head]!;
  return subjects(graph, all);
}

const isFamily = (graph: Graph, ...ends: number[]): boolean => ends.every((index) => graph.nodes[index]!.type === "PROGRAM");

/** The bodies that have officials, those with most first. */
export function withPosts(graph: Graph, isWanted: Wanted): Subject[] {
  const counts = new Uint32Array(graph.nodes.length);
  for (const edge of graph.edges) if (edge.type === "HOLDS" && isWanted(edge)) counts[edge.tail]! += 1;
  return subjects(graph, counts);
}

function subjects(graph: Graph, counts: Uint32Array): Subject[] {
  const found = graph.nodes.filter(({ index }) => counts[index]);
  return found.map((node): Subject => ({ node, count: counts[node.index]! })).sort((a, b) => b.count - a.count || a.node.index - b.node.index);
}

/** The one that was chosen, else the selected, else that of the preferred types of which there is most. */
export function chosen(found: readonly Subject[], wanted: readonly (number | null)[], preferred: readonly string[] = []): Node | undefined {
  const has = wanted.map((index) => found.find(({ node }) => node.index === index)).find(Boolean);
  return (has ?? found.find(({ node }) => preferred.includes(node.type)) ?? found[0])?.node;
}

/** A choice of one of them, by type and in the order of their names. */
export function picker(graph: Graph, found: readonly Subject[], now: Node, onChange: (node: number) => void): HTMLElement {
  const types = Object.entries(graph.data.types).filter(([name]) => found.some(({ node }) => node.type === name));
  const groups = types.map(([name, type]) => {
    const members = found.filter(({ node }) => node.type === name).sort((a, b) => compareWords(a.node.label, b.node.label));
    const options = members.map(({ node, count: some }) => h("option", { value: node.index, selected: node === now, text: say("withCount", { text: node.label, n: count(some) }) }));
    return h("optgroup", { label: label(type, name) }, ...options);
  });
  const box: HTMLSelectElement = h("select", { id: "subject", onchange: () => onChange(Number(box.value)) }, ...groups);
  return h("label", { class: "choice" }, h("span", { text: say("ofWhom") }), box);
}

/** What says that filters leave some out; null where they do not. */
export const filtered = (n: number, all: number): HTMLElement | null => (n < all ? h("p", { class: "note", text: say("filtered", { n: count(n), all: count(all) }) }) : null);

/** What stands in place of a table or chart of which there is nothing. */
export const nothing = (word: Word): HTMLElement => h("p", { class: "empty", text: say(word) });
