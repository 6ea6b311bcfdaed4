// The panel of paths: choosing two ends, and every step of every shortest path with its evidence.

import { drawn, h } from "./dom.js";
import { suggest } from "./finder.js";
import type { Graph } from "./model.js";
import { evidenceOf, nodeLink, type PanelCalls } from "./panel.js";
import { edgesBetween, type Paths } from "./paths.js";
import type { Index } from "./search.js";
import type { Path } from "./state.js";
import { label, say } from "./strings.js";
import type { Passing } from "./visible.js";

export const CAP = 20;

export interface RouteCalls extends PanelCalls {
  setPath: (path: Path) => void;
  announce: (text: string) => void;
}

export function routePanel(graph: Graph, index: Index, path: Path, found: Paths | null, pass: Passing, calls: RouteCalls): HTMLElement[] {
  const swap = h("button", {
    type: "button",
    class: "link",
    text: `⇅ ${say("swap")}`,
    onclick: () => calls.setPath({ from: path.to, to: path.from }),
  });
  return [
    h("p", { class: "kind" }, drawn("path"), h("span", { text: say("path") })),
    h("div", { class: "path-ends" }, end(graph, index, path, "from", calls), end(graph, index, path, "to", calls), swap),
    ...(found ? results(graph, path, found, pass, calls) : []),
  ];
}

function end(graph: Graph, index: Index, path: Path, which: "from" | "to", calls: RouteCalls): HTMLElement {
  const word = say(which === "from" ? "pathFrom" : "pathTo");
  const chosen = path[which];
  if (chosen !== null) {
    const clear = h(
      "button",
      { type: "button", class: "icon", "aria-label": `${say("clear")} ${word}`, onclick: () => calls.setPath({ ...path, [which]: null }) },
      drawn("close"),
    );
    return h(
      "div",
      { class: "path-end" },
      h("span", { class: "term", text: word }),
      nodeLink(graph, graph.nodes[chosen]!, calls.open),
      clear,
    );
  }
  const list = h("ul", { id: `path-${which}-results`, class: "results", role: "listbox", "aria-label": word, hidden: true });
  const input = h("input", {
    id: `path-${which}`,
    type: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-label": word,
    placeholder: say("pathPick"),
  });
  suggest(graph, index, { input, list }, (node) => calls.setPath({ ...path, [which]: node }), calls.announce);
  return h("div", { class: "path-end" }, h("span", { class: "term", text: word }), h("div", { class: "search" }, input, list));
}

function results(graph: Graph, { from, to }: Path, { paths, more }: Paths, pass: Passing, calls: RouteCalls): HTMLElement[] {
  if (from === to) return [h("p", { class: "none", text: say("samePlace") })];
  if (!paths.length) return [h("p", { class: "none", text: say("noPath") })];
  const steps = paths[0]!.length - 1;
  const told = more ? say("pathCapped", { n: CAP, steps }) : say("pathCount", { n: paths.length, steps });
  return [h("p", { class: "numbers", text: told }), ...paths.map((nodes, number) => route(graph, nodes, number, pass, calls))];
}

function route(graph: Graph, nodes: number[], number: number, pass: Passing, calls: RouteCalls): HTMLElement {
  const list = h("ol", { class: "route" });
  nodes.forEach((node, at) => {
    const item = h("li", {}, nodeLink(graph, graph.nodes[node]!, calls.open));
    const next = nodes[at + 1];
    if (next !== undefined) {
      for (const edge of edgesBetween(graph, pass, node, next)) {
        const kind = graph.data.relations[edge.type];
        const symmetric = kind?.symmetric ? "" : edge.head === node ? " ↓" : " ↑";
        item.append(evidenceOf(graph, edge, calls, label(kind, edge.type) + symmetric));
      }
    }
    list.append(item);
  });
  return h("section", {}, h("h3", {}, h("span", { text: say("pathNumber", { n: number + 1 }) })), list);
}
