// What the panel shows of a node and of an edge. Names and sentences only ever become text.

import { drawn, h, type IconName } from "./dom.js";
import { dates, fact, seen, sections, type Entry, type Section } from "./facts.js";
import type { Edge, Graph, Node } from "./model.js";
import { quotes, type Reading } from "./quote.js";
import { reason } from "./reasons.js";
import { icon, stroke } from "./shapes.js";
import type { Selection, State } from "./state.js";
import { count, label, own, say, type Word } from "./strings.js";

export interface PanelCalls extends Reading {
  /** Show a table or a chart. */
  look: (view: Partial<State>) => void;
  open: (selection: Selection) => void;
  filterRegion: (region: number) => void;
  focus: (node: number, steps: number) => void;
  expand: (node: number) => void;
  pin: (node: number) => void;
  hide: (node: number) => void;
  findPath: (node: number) => void;
  isPinned: (node: number) => boolean;
}

const FIRST = 8;
const DOUBTFUL = 0.5;

export function typeIcon(graph: Graph, node: Node): SVGSVGElement | null {
  const type = graph.data.types[node.type];
  return type ? icon(type.shape, type.color) : null;
}

/** A node's name as a button that opens it. */
export function nodeLink(graph: Graph, node: Node, open: (selection: Selection) => void): HTMLButtonElement {
  return h(
    "button",
    { type: "button", class: "node", onclick: () => open({ kind: "node", index: node.index }) },
    typeIcon(graph, node),
    h("span", { text: node.label }),
  );
}

export function nodePanel(graph: Graph, node: Node, calls: PanelCalls): HTMLElement[] {
  const type = graph.data.types[node.type];
  const numbers = [
    say("articles", { n: count(node.articles) }),
    say("mentions", { n: count(node.mentions) }),
    say("degree", { n: count(node.edges.length) }),
  ];
  return [
    h("p", { class: "kind" }, typeIcon(graph, node), h("span", { text: label(type, node.type) })),
    h("h2", { text: node.label }),
    h("p", { class: "numbers", text: numbers.join(" · ") }),
    about(graph, node, calls),
    actions(node, calls),
    ...sections(graph, node).map((section) => sectionOf(graph, node, section, calls)),
  ];
}

function about(graph: Graph, node: Node, calls: PanelCalls): HTMLElement {
  const list = h("dl");
  const add = (term: string, ...told: (HTMLElement | string)[]): void => void list.append(h("dt", { text: term }), h("dd", {}, ...told));
  if (node.names.length) add(say("otherNames"), node.names.join("、"));
  const chain = graph.regionChain(node.region);
  if (chain.length)
    add(
      say("region"),
      ...chain.flatMap((region, at) => [
        ...(at ? [h("span", { class: "step", text: " › " })] : []),
        h("button", { type: "button", class: "link", onclick: () => calls.filterRegion(region.index), text: region.name }),
      ]),
    );
  for (const [term, told] of detailsOf(graph, node)) add(term, told);
  const why = reason(node.reason);
  if (why) add(say("nameBy"), why);
  return list;
}

const DETAILS: Record<string, Word> = {
  family: "family",
  editions: "editions",
  years: "detailYears",
  level: "level",
  giver: "giver",
  number: "number",
};
const LEVELS: Record<string, Word> = { national: "national", province: "province", city: "city", county: "county", unit: "unit" };

function detailsOf(graph: Graph, node: Node): [string, string][] {
  return Object.entries(node.details as Record<string, string | string[]>).map(([key, value]) => {
    const word = own(DETAILS, key);
    const term = word ? say(word) : (own(graph.data.details, key) ?? key);
    if (Array.isArray(value)) return [term, value.join("、")];
    const level = key === "level" ? own(LEVELS, value) : undefined;
    const told = level ? say(level) : value;
    return [term, told];
  });
}

function action(name: IconName, word: Word, key: string, onclick: () => void, pressed?: boolean): HTMLButtonElement {
  return h(
    "button",
    {
      type: "button",
      class: "action",
      title: `${say(word)} (${key})`,
      onclick,
      "aria-pressed": pressed === undefined ? undefined : String(pressed),
    },
    drawn(name),
    h("span", { text: say(word) }),
  );
}

function actions(node: Node, calls: PanelCalls): HTMLElement {
  return h(
    "div",
    { class: "actions", role: "group", "aria-label": say("details") },
    action("focus", "toFocus", "1", () => calls.focus(node.index, 1)),
    action("expand", "expand", "e", () => calls.expand(node.index)),
    action("path", "toPath", "r", () => calls.findPath(node.index)),
    action("pin", calls.isPinned(node.index) ? "unpin" : "pin", "p", () => calls.pin(node.index), calls.isPinned(node.index)),
    action("hide", "hide", "h", () => calls.hide(node.index)),
  );
}

/** What leads from a section to its table and its chart: that of figures, and that of a body's officials. */
function looks(node: Node, { entries }: Section, { look }: PanelCalls): HTMLElement | null {
  const edges = entries.flatMap((entry) => entry.edges);
  const subject = node.index;
  const to = (word: Word, view: Partial<State>): HTMLElement =>
    h("button", { type: "button", class: "link", text: say(word), onclick: () => look({ subject, ...view }) });
  if (edges.some(({ type }) => type === "FIGURE"))
    return h("span", { class: "looks" }, to("table", { mode: "table", table: "figures" }), to("chart", { mode: "chart", series: "" }));
  if (edges.some(({ type, tail }) => type === "HOLDS" && tail === subject))
    return h("span", { class: "looks" }, to("table", { mode: "table", table: "posts" }));
  return null;
}

function sectionOf(graph: Graph, node: Node, section: Section, calls: PanelCalls): HTMLElement {
  const { title, entries } = section;
  const list = h("ul", { class: "facts" }, ...entries.slice(0, FIRST).map((entry) => entryOf(graph, entry, calls)));
  const made = h(
    "section",
    {},
    h("h3", {}, h("span", { text: title }), h("span", { class: "count", text: count(entries.length) }), looks(node, section, calls)),
    list,
  );
  if (entries.length > FIRST) {
    const more = h("button", { type: "button", class: "more", text: say("moreFacts", { n: count(entries.length - FIRST) }) });
    more.addEventListener("click", () => {
      const rest = entries.slice(FIRST).map((entry) => entryOf(graph, entry, calls));
      list.append(...rest);
      more.remove();
      rest[0]?.querySelector("button")?.focus({ preventScroll: true });
    });
    made.append(more);
  }
  return made;
}

function entryOf(graph: Graph, { other, edges }: Entry, calls: PanelCalls): HTMLElement {
  const types = new Set(edges.map(({ type }) => type));
  // What is told of an edge without a post or figure is its relation, said where there are others beside it.
  const word = (edge: Edge): string => (types.size > 1 && !fact(graph, edge) ? label(graph.data.relations[edge.type]) : "");
  return h("li", {}, nodeLink(graph, other, calls.open), ...edges.map((edge) => evidenceOf(graph, edge, calls, word(edge))));
}

/** One fact, which opens to its evidence. */
export function evidenceOf(graph: Graph, edge: Edge, calls: Pick<PanelCalls, "open" | "read">, word = ""): HTMLElement {
  const told = fact(graph, edge);
  const doubtful =
    edge.confidence < DOUBTFUL &&
    h("span", { class: "doubtful", text: say("doubtful"), title: `${say("confidence")} ${edge.confidence.toFixed(2)}` });
  const summary = h(
    "summary",
    {},
    word && h("span", { class: "relation", text: word }),
    told && h("span", { class: "told", text: told }),
    h("span", { class: "when", text: dates(graph, edge) }),
    doubtful,
    h("span", { class: "how", text: say("sentences", { n: edge.sentences }) }),
  );
  const details = h("details", { class: "fact" }, summary);
  const fill = (): void => {
    if (details.childElementCount > 1) return;
    const show = h("button", {
      type: "button",
      class: "link",
      text: say("openEdge"),
      onclick: () => calls.open({ kind: "edge", index: edge.index }),
    });
    details.append(quotes(graph, edge, calls), show);
  };
  // At the click, before it opens; the event of its opening comes a moment later.
  summary.addEventListener("click", fill);
  details.addEventListener("toggle", () => details.open && fill());
  return details;
}

export function edgePanel(graph: Graph, edge: Edge, calls: PanelCalls): HTMLElement[] {
  const kind = graph.data.relations[edge.type];
  const [head, tail] = [graph.nodes[edge.head]!, graph.nodes[edge.tail]!];
  return [
    h("p", { class: "kind" }, kind && stroke(kind.color), h("span", { text: label(kind, edge.type) })),
    h(
      "h2",
      { class: "ends" },
      nodeLink(graph, head, calls.open),
      h("span", { class: "relation", text: `${label(kind, edge.type)} →` }),
      nodeLink(graph, tail, calls.open),
    ),
    aboutEdge(graph, edge),
    h(
      "section",
      {},
      h("h3", {}, h("span", { text: say("evidence") }), h("span", { class: "count", text: count(edge.sentences) })),
      quotes(graph, edge, calls),
    ),
    alike(graph, edge, calls),
  ].filter((part) => part !== null);
}

/** The other edges that the same line stands for: further figures, or posts held by the same person. */
function alike(graph: Graph, edge: Edge, calls: PanelCalls): HTMLElement | null {
  const others = graph.alike(edge).filter(({ index }) => index !== edge.index);
  if (!others.length) return null;
  return h(
    "section",
    {},
    h("h3", {}, h("span", { text: say("alike") }), h("span", { class: "count", text: count(others.length) })),
    ...others.map((other) => evidenceOf(graph, other, calls)),
  );
}

function aboutEdge(graph: Graph, edge: Edge): HTMLElement {
  const list = h("dl");
  const add = (word: Word, told: string | HTMLElement): void => {
    if (told) list.append(h("dt", { text: say(word) }), h("dd", {}, told));
  };
  const { title, giver = "", receiver = "", period } = edge.facts;
  add(title ? "post" : "figure", fact(graph, edge));
  if (period) add("period", dates(graph, edge));
  add("giver", giver);
  add("receiver", receiver);
  add("told", seen(edge.first, edge.last));
  add("confidence", meter(edge.confidence));
  add("columnArticles", count(edge.articles));
  return list;
}

function meter(value: number): HTMLElement {
  return h(
    "span",
    { class: "meter" },
    h("meter", { min: 0, max: 1, low: 0.5, high: 0.8, optimum: 1, value, "aria-label": say("confidence") }),
    ` ${value.toFixed(2)}`,
  );
}
