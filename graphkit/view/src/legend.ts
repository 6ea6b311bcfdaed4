// The legend, which is the filter: types and relations with counts, region, time, confidence, articles, isolated nodes.

import { h } from "./dom.js";
import type { Graph } from "./model.js";
import { slider, yearsOf, yearSlider } from "./ranges.js";
import { regionTree, type Branch } from "./regions.js";
import { icon, stroke } from "./shapes.js";
import { START, toggled, type State, type Store } from "./state.js";
import { count, label, say, type Word } from "./strings.js";

type Sync = (state: State) => void;

/** What the filters are reset to. */
export const UNFILTERED = {
  hiddenTypes: START.hiddenTypes,
  hiddenRelations: START.hiddenRelations,
  region: null,
  since: null,
  until: null,
  minConfidence: 0,
  minArticles: 1,
  isolated: false,
  hidden: START.hidden,
} satisfies Partial<State>;

/** Fill the legend; gives what keeps it in step with the state. */
export function fillLegend(graph: Graph, store: Store, root: HTMLElement): Sync {
  const parts: [HTMLElement, Sync][] = [
    kinds(store, "nodes", "hiddenTypes", graph.data.types, counts(graph.nodes), (name) =>
      icon(graph.data.types[name]!.shape, graph.data.types[name]!.color),
    ),
    kinds(store, "relations", "hiddenRelations", graph.data.relations, counts(graph.edges), (name) =>
      stroke(graph.data.relations[name]!.color),
    ),
    ...time(graph, store),
    weights(graph, store),
    ...region(graph, store),
    foot(graph, store),
  ];
  root.replaceChildren(...parts.map(([part]) => part));
  const sync: Sync = (state) => parts.forEach(([, each]) => each(state));
  sync(store.now);
  return sync;
}

function counts(items: readonly { type: string }[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { type } of items) found.set(type, (found.get(type) ?? 0) + 1);
  return found;
}

function heading(word: Word): HTMLElement {
  return h("h2", { text: say(word) });
}

function kinds(
  store: Store,
  word: Word,
  key: "hiddenTypes" | "hiddenRelations",
  looks: Record<string, { zh: string; en: string }>,
  found: Map<string, number>,
  draw: (name: string) => SVGSVGElement,
): [HTMLElement, Sync] {
  const names = Object.keys(looks).filter((name) => found.has(name));
  const checks = new Map<string, HTMLInputElement>();
  const rows = names.map((name) => {
    const told = label(looks[name], name);
    const check = h("input", { type: "checkbox", onchange: () => store.go({ [key]: toggled(store.now[key], name, !check.checked) }) });
    checks.set(name, check);
    const only = (): void => {
      const others = names.filter((other) => other !== name);
      const isOnly = others.every((other) => store.now[key].has(other)) && !store.now[key].has(name);
      store.go({ [key]: new Set(isOnly ? [] : others) });
    };
    return h(
      "li",
      {},
      h("label", {}, check, draw(name), h("span", { text: told }), h("span", { class: "count", text: count(found.get(name)!) })),
      h("button", {
        type: "button",
        class: "only",
        "aria-label": say("onlyThis", { name: told }),
        title: say("onlyThis", { name: told }),
        onclick: only,
        text: say("only"),
      }),
    );
  });
  return [
    h("section", {}, heading(word), h("ul", {}, ...rows)),
    (state) => checks.forEach((check, name) => (check.checked = !state[key].has(name))),
  ];
}

function time(graph: Graph, store: Store): [HTMLElement, Sync][] {
  const years = yearsOf(graph);
  if (!years || years.first === years.last) return [];
  let begun = false;
  const { root, set } = yearSlider(years, (low, high, done) => {
    const change = { since: low > years.first ? low : null, until: high < years.last ? high : null };
    // The first move of a drag is the step that back undoes; the rest of the drag belongs to it.
    if (begun) store.adjust(change);
    else store.go(change);
    begun = !done;
  });
  const note = h("p", { class: "note", text: say("undatedLeft") });
  return [
    [
      h("section", {}, heading("time"), root, note),
      (state) => {
        set(state.since ?? years.first, state.until ?? years.last);
        note.hidden = state.since === null && state.until === null;
      },
    ],
  ];
}

function weights(graph: Graph, store: Store): [HTMLElement, Sync] {
  const most = Math.min(
    10,
    graph.edges.reduce((found, { articles }) => Math.max(found, articles), 1),
  );
  const confidence = slider(
    "minConfidence",
    { min: 0, max: 1, step: 0.05 },
    (value) => value.toFixed(2),
    (minConfidence) => store.adjust({ minConfidence }),
  );
  const articles = slider("minArticles", { min: 1, max: Math.max(2, most), step: 1 }, String, (minArticles) =>
    store.adjust({ minArticles }),
  );
  const isolated = h("input", { type: "checkbox", onchange: () => store.go({ isolated: isolated.checked }) });
  const everyone = h("input", { type: "checkbox", onchange: () => store.go({ everyone: everyone.checked }) });
  const onMap = h("li", {}, h("label", {}, everyone, h("span", { text: say("everyone") })));
  const root = h(
    "section",
    {},
    heading("evidence"),
    confidence.root,
    most > 1 && articles.root,
    h("ul", {}, h("li", {}, h("label", {}, isolated, h("span", { text: say("isolated") }))), onMap),
  );
  return [
    root,
    (state) => {
      confidence.set(state.minConfidence);
      articles.set(state.minArticles);
      isolated.checked = state.isolated;
      everyone.checked = state.everyone;
      onMap.hidden = state.mode !== "map";
    },
  ];
}

function region(graph: Graph, store: Store): [HTMLElement, Sync][] {
  const tree = regionTree(graph);
  if (!tree.length) return [];
  const buttons = new Map<number | null, HTMLButtonElement>();
  const choose = (index: number | null): void => store.go({ region: store.now.region === index ? null : index });
  const pick = (index: number | null, name: string, number: number): HTMLButtonElement => {
    const made = h(
      "button",
      { type: "button", class: "region", onclick: () => choose(index), "aria-pressed": "false" },
      h("span", { text: name }),
      h("span", { class: "count", text: count(number) }),
    );
    buttons.set(index, made);
    return made;
  };
  const branch = ({ region: { index, name }, count: number, below }: Branch): HTMLElement => {
    if (!below.length) return h("li", {}, pick(index, name, number));
    const list = h("ul", {}, ...below.map(branch));
    const details = h("details", {}, h("summary", {}, pick(index, name, number)), list);
    return h("li", {}, details);
  };
  const located = graph.nodes.filter((node) => node.region >= 0).length;
  const root = h(
    "section",
    {},
    heading("region"),
    h("ul", { class: "regions" }, h("li", {}, pick(null, say("allRegions"), located)), ...tree.map(branch)),
  );
  return [
    [
      root,
      (state) => {
        for (const [index, made] of buttons) made.setAttribute("aria-pressed", String(index === state.region));
        for (
          let parent = buttons.get(state.region)?.parentElement;
          state.region !== null && parent && parent !== root;
          parent = parent.parentElement
        ) {
          if (parent instanceof HTMLDetailsElement && !parent.querySelector(":scope > summary > [aria-pressed=true]")) parent.open = true;
        }
      },
    ],
  ];
}

const PEOPLE: Record<string, Word> = { public: "peoplePublic", all: "peopleAll", none: "peopleNone" };

function foot(graph: Graph, store: Store): [HTMLElement, Sync] {
  const { people = "", graphkit = "" } = graph.data.meta;
  const reset = h("button", { type: "button", class: "reset", text: say("reset"), onclick: () => store.go(UNFILTERED) });
  const word = Object.hasOwn(PEOPLE, people) ? PEOPLE[people] : undefined;
  const root = h(
    "section",
    { class: "foot" },
    reset,
    word && h("p", { class: "note", text: say(word) }),
    graphkit ? h("p", { class: "note", text: say("builtBy", { version: graphkit }) }) : null,
  );
  return [
    root,
    (state) => (reset.disabled = !Object.entries(UNFILTERED).some(([key, value]) => differs(state[key as keyof State], value))),
  ];
}

function differs(one: unknown, two: unknown): boolean {
  return one instanceof Set && two instanceof Set ? one.size !== two.size : one !== two;
}
