// What bounds the view, told over it: focus, path, region, years … each with a way out; and how much is shown.

import type { App } from "./app.js";
import { drawn, h } from "./dom.js";
import type { Direction, State } from "./state.js";
import { count, say, type Word } from "./strings.js";

const DIRECTIONS: [Direction, Word][] = [
  ["both", "both"],
  ["along", "along"],
  ["against", "against"],
];

export interface ChipCalls {
  focus: (node: number, steps: number, direction: Direction) => void;
  unhide: () => void;
}

function chip(text: string, leave: () => void, ...more: HTMLElement[]): HTMLElement {
  return h(
    "div",
    { class: "chip", role: "group", "aria-label": text },
    h("span", { text }),
    ...more,
    h(
      "button",
      { type: "button", class: "icon", "aria-label": `${say("leave")} ${text}`, title: say("leave"), onclick: leave },
      drawn("close"),
    ),
  );
}

function spanOf(since: number | null, until: number | null): string {
  if (since === null) return say("upTo", { to: until! });
  return until === null ? say("fromOn", { from: since }) : say("years", { from: since, to: until });
}

/** The chips of a state. */
export function chips({ graph, store }: App, state: State, calls: ChipCalls): HTMLElement[] {
  const found: HTMLElement[] = [];
  const name = (node: number | null): string => (node === null ? "…" : graph.nodes[node]!.label);
  const { focus, path, since, until } = state;
  if (focus)
    found.push(
      chip(say("focusOn", { name: name(focus.node) }), () => store.go({ focus: null, camera: null }), ...focusTools(state, calls)),
    );
  if (path) found.push(chip(`${say("path")}：${name(path.from)} — ${name(path.to)}`, () => store.go({ path: null })));
  if (state.region !== null)
    found.push(
      chip(
        graph
          .regionChain(state.region)
          .map((region) => region.name)
          .join(" › "),
        () => store.go({ region: null }),
      ),
    );
  if (since !== null || until !== null) found.push(chip(spanOf(since, until), () => store.go({ since: null, until: null })));
  if (state.minConfidence)
    found.push(
      chip(`${say("confidence")} ${say("byConfidence", { n: state.minConfidence.toFixed(2) })}`, () => store.go({ minConfidence: 0 })),
    );
  if (state.minArticles > 1) found.push(chip(say("byArticles", { n: state.minArticles }), () => store.go({ minArticles: 1 })));
  if (state.hidden.size) found.push(chip(say("hiddenNodes", { n: count(state.hidden.size) }), calls.unhide));
  if (state.pinned.size) found.push(chip(say("pinnedNodes", { n: count(state.pinned.size) }), () => store.go({ pinned: new Set() })));
  return found;
}

function focusTools({ focus }: State, calls: ChipCalls): HTMLElement[] {
  if (!focus) return [];
  const steps = [1, 2, 3].map((step) =>
    h("button", {
      type: "button",
      "aria-pressed": String(step === focus.steps),
      "aria-label": say("oneStep", { n: step }),
      text: String(step),
      onclick: () => calls.focus(focus.node, step, focus.direction),
    }),
  );
  const ways = DIRECTIONS.map(([direction, word]) =>
    h("button", {
      type: "button",
      "aria-pressed": String(direction === focus.direction),
      text: say(word),
      onclick: () => calls.focus(focus.node, focus.steps, direction),
    }),
  );
  return [
    h("span", { class: "segments", role: "group", "aria-label": say("steps") }, ...steps),
    h("span", { class: "segments", role: "group", "aria-label": say("direction") }, ...ways),
  ];
}
