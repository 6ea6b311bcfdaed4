// A search box that suggests nodes: for the header, and for the ends of a path.

import { h } from "./dom.js";
import type { Graph } from "./model.js";
import type { Hit, Index } from "./search.js";
import { icon } from "./shapes.js";
import { label, say } from "./strings.js";

export interface Finder {
  input: HTMLInputElement;
  list: HTMLElement;
}

/** Let an input suggest nodes in a list: arrows, Enter, Escape, click. */
export function suggest(
  graph: Graph,
  index: Index,
  { input, list }: Finder,
  pick: (node: number) => void,
  announce: (text: string) => void,
): void {
  let hits: Hit[] = [];
  let chosen = 0;

  const render = (): void => {
    list.replaceChildren(...hits.map((hit, place) => row(graph, hit, `${list.id}-${place}`, place === chosen, () => choose(place))));
    if (!hits.length && input.value.trim()) list.append(h("li", { class: "none", role: "presentation", text: say("nothingFound") }));
    list.hidden = !input.value.trim();
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (hits.length) input.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[chosen]?.scrollIntoView({ block: "nearest" });
  };
  const close = (): void => {
    hits = [];
    list.replaceChildren();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (place: number): void => {
    const hit = hits[place];
    if (!hit) return;
    input.value = "";
    close();
    pick(hit.node.index);
  };

  input.addEventListener("input", () => {
    hits = index.search(input.value);
    chosen = 0;
    render();
    if (input.value.trim()) announce(hits.length ? say("found", { n: hits.length }) : say("nothingFound"));
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length) {
      chosen = (chosen + step + hits.length) % hits.length;
      render();
      event.preventDefault();
    } else if (event.key === "Enter" && !event.isComposing) choose(chosen);
    else if (event.key === "Escape" && (input.value || !list.hidden)) {
      input.value = "";
      close();
      event.stopPropagation();
    }
  });
  input.addEventListener("blur", () => window.setTimeout(close, 150));
}

function row(graph: Graph, { node, by }: Hit, id: string, isChosen: boolean, choose: () => void): HTMLElement {
  const type = graph.data.types[node.type];
  const chain = graph.regionChain(node.region).map(({ name }) => name);
  const told = by || (chain.length && node.type !== "REGION" ? chain.slice(-2).join(" ") : "") || label(type);
  const made = h(
    "li",
    { id, role: "option", "aria-selected": String(isChosen) },
    type && icon(type.shape, type.color),
    h("span", { text: node.label }),
    h("small", { text: told }),
  );
  made.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose();
  });
  return made;
}
