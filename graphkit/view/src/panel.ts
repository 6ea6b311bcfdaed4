// The panel: a node with its facts, an edge with its sentences. Names and sentences only ever become text.

import type { Edge, Evidence, Graph, Node } from "./model.js";
import { icon } from "./shapes.js";

type Open = (kind: "node" | "edge", index: number) => void;

function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** A sentence with both ends marked. */
export function quote({ sentence, head, tail, article, headReason, tailReason }: Evidence): HTMLElement {
  const block = element("blockquote");
  const marks = [
    ...(head ? [{ span: head, name: "head" }] : []),
    ...(tail ? [{ span: tail, name: "tail" }] : []),
  ].sort((a, b) => a.span[0] - b.span[0]);
  let at = 0;
  for (const { span, name } of marks) {
    if (span[0] < at) continue;
    block.append(sentence.slice(at, span[0]));
    block.append(element("mark", sentence.slice(span[0], span[1]), name));
    at = span[1];
  }
  block.append(sentence.slice(at));
  const { title, paper, date, path } = article;
  block.append(element("footer", [title && `《${title}》`, paper, date, path].filter(Boolean).join("　")));
  const reasons = [...new Set([headReason, tailReason].filter(Boolean))];
  if (reasons.length) block.append(element("footer", `名称补全依据：${reasons.join("；")}`));
  if (!head || !tail) block.append(element("footer", "其中一方据上下文得出"));
  return block;
}

function close(panel: HTMLElement, onClose: () => void): HTMLButtonElement {
  const button = element("button", "×", "close");
  button.type = "button";
  button.setAttribute("aria-label", "关闭");
  button.addEventListener("click", () => {
    panel.hidden = true;
    onClose();
  });
  return button;
}

export function showNode(graph: Graph, panel: HTMLElement, node: Node, open: Open, onClose: () => void): void {
  const type = graph.data.types[node.type];
  const kind = element("p", "", "kind");
  if (type) kind.append(icon(type.shape, type.color), ` ${type.zh}　${node.articles} 篇报道`);
  panel.replaceChildren(close(panel, onClose), element("h2", node.label), kind);
  if (node.names.length) panel.append(element("p", `又称：${node.names.join("、")}`, "names"));
  for (const [heading, edges] of sections(graph, node)) {
    panel.append(element("h3", `${heading}（${edges.length}）`));
    for (const edge of edges) panel.append(fact(graph, node, edge, open));
  }
  panel.hidden = false;
  panel.scrollTop = 0;
}

/** A node's edges under the words for them, in the order of the relation types. */
function sections(graph: Graph, node: Node): [string, Edge[]][] {
  const groups = new Map<string, Edge[]>();
  const order = Object.keys(graph.data.relations);
  const edges = node.edges.map((index) => graph.edges[index]!);
  edges.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || Number(a.head !== node.index) - Number(b.head !== node.index) || a.index - b.index);
  for (const edge of edges) {
    const relation = graph.data.relations[edge.type]!;
    const heading = edge.head === node.index ? relation.zh : relation.reverse;
    const group = groups.get(heading);
    if (group) group.push(edge);
    else groups.set(heading, [edge]);
  }
  return [...groups];
}

function fact(graph: Graph, node: Node, edge: Edge, open: Open): HTMLElement {
  const other = edge.head === node.index ? edge.tail : edge.head;
  const row = element("div", "", "fact");
  const link = element("button", graph.nodes[other]!.label);
  link.type = "button";
  link.addEventListener("click", () => open("node", other));
  row.append(link, element("span", edge.detail));
  const details = element("details");
  details.append(element("summary", `依据（${edge.sentences}）`));
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) for (const item of graph.evidence(edge)) details.append(quote(item));
  });
  row.append(details);
  return row;
}

export function showEdge(graph: Graph, panel: HTMLElement, edge: Edge, open: Open, onClose: () => void): void {
  const relation = graph.data.relations[edge.type]!;
  const line = element("h2");
  for (const [index, word] of [[edge.head, ""], [edge.tail, ` ${relation.zh}${edge.detail} `]] as const) {
    if (word) line.append(word);
    const link = element("button", graph.nodes[index]!.label);
    link.type = "button";
    link.addEventListener("click", () => open("node", index));
    line.append(link);
  }
  const facts = element("p", `可信度 ${edge.confidence.toFixed(2)}${edge.first ? `　${edge.first} — ${edge.last}` : ""}`, "kind");
  panel.replaceChildren(close(panel, onClose), line, facts, ...graph.evidence(edge).map(quote));
  panel.hidden = false;
  panel.scrollTop = 0;
}
