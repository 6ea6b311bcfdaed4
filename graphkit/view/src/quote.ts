// Evidence: a sentence with both ends marked, where it was printed, and how short forms in it were completed.

import { h, link } from "./dom.js";
import type { Edge, Evidence, Graph, Node, Span } from "./model.js";
import { reason } from "./reasons.js";
import { say } from "./strings.js";

const FIRST = 12;

export interface Reading {
  /** Opens an article at a sentence; null where articles cannot be read whole. */
  read: ((evidence: Evidence) => void) | null;
}

/** A sentence in pieces: those that are an end carry the node that they name. */
export function pieces(
  { sentence, head, tail }: Pick<Evidence, "sentence" | "head" | "tail">,
  ends: [head: Node, tail: Node],
): { text: string; end: Node | null }[] {
  const marks = [
    { span: head, end: ends[0] },
    { span: tail, end: ends[1] },
  ].filter((mark): mark is { span: Span; end: Node } => mark.span !== null);
  marks.sort((a, b) => a.span[0] - b.span[0]);
  const found: { text: string; end: Node | null }[] = [];
  let at = 0;
  for (const { span, end } of marks) {
    if (span[0] < at) continue;
    if (span[0] > at) found.push({ text: sentence.slice(at, span[0]), end: null });
    found.push({ text: sentence.slice(span[0], span[1]), end });
    at = span[1];
  }
  if (at < sentence.length) found.push({ text: sentence.slice(at), end: null });
  return found;
}

export function quote(graph: Graph, edge: Edge, evidence: Evidence, { read }: Reading): HTMLElement {
  const ends: [Node, Node] = [graph.nodes[edge.head]!, graph.nodes[edge.tail]!];
  const text = h("p");
  for (const piece of pieces(evidence, ends))
    text.append(piece.end ? marked(graph, piece.text, piece.end, piece.end === ends[0]) : piece.text);
  const { title, byline, paper, date, path } = evidence.article;
  const source = h(
    "footer",
    {},
    title && h("cite", { text: `《${title}》` }),
    h("span", { class: "source", text: [paper, date, byline].filter(Boolean).join(" · ") }),
    h("span", { class: "file" }, link(path, path)),
  );
  if (read && graph.text(evidence.article))
    source.append(h("button", { type: "button", class: "link", onclick: () => read(evidence), text: say("readArticle") }));
  return h("blockquote", {}, text, source, ...notes(evidence, ends).map((note) => h("p", { class: "note", text: note })));
}

function marked(graph: Graph, text: string, end: Node, isHead: boolean): HTMLElement {
  const mark = h("mark", { class: isHead ? "head" : "tail", text, title: end.label });
  mark.style.setProperty("--type", graph.data.types[end.type]?.color ?? "");
  return mark;
}

/** How names were completed, and which end only the context tells. */
function notes({ sentence, head, tail, headReason, tailReason }: Evidence, [one, two]: [Node, Node]): string[] {
  const found: string[] = [];
  for (const [span, why, node] of [
    [head, headReason, one],
    [tail, tailReason, two],
  ] as const) {
    if (!span) {
      found.push(say("contextHead", { name: node.label }));
      continue;
    }
    const written = sentence.slice(span[0], span[1]);
    const told = reason(why);
    if (written !== node.label || told)
      found.push(`${written}${written === node.label ? "" : ` → ${node.label}`}${told ? `（${told}）` : ""}`);
  }
  return [...new Set(found)];
}

/** The sentences of an edge: the first ones, and a button for the rest. */
export function quotes(graph: Graph, edge: Edge, reading: Reading): HTMLElement {
  const all = graph.evidence(edge);
  const box = h("div", { class: "quotes" }, ...all.slice(0, FIRST).map((item) => quote(graph, edge, item, reading)));
  if (!all.length) box.append(h("p", { class: "note", text: say("noSentence") }));
  if (all.length > FIRST) {
    const more = h("button", { type: "button", class: "link", text: say("moreSentences", { n: all.length - FIRST }) });
    more.addEventListener("click", () => more.replaceWith(...all.slice(FIRST).map((item) => quote(graph, edge, item, reading))));
    box.append(more);
  }
  return box;
}
