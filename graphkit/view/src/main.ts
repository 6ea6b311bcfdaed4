// The page: reads its data, puts the parts in their places, and keeps them in step with the state.

import { Address } from "./address.js";
import { ChartMode } from "./chartmode.js";
import { chips } from "./chips.js";
import { Controller } from "./controller.js";
import type { EvidenceData, PageData, TextData } from "./data.js";
import { byId, iconButton } from "./dom.js";
import { suggest } from "./finder.js";
import { listen } from "./gestures.js";
import { fromHash } from "./hash.js";
import { fillHeader } from "./header.js";
import { fillHelp, listenToKeys } from "./keys.js";
import { fillLegend, UNFILTERED } from "./legend.js";
import { Graph } from "./model.js";
import { copyText, saveText } from "./download.js";
import { graphml, nodeLink } from "./graphml.js";
import { framed, printInstead, savePng, saveSvg } from "./picture.js";
import { rowsOf } from "./rows.js";
import { Index } from "./search.js";
import { Side } from "./side.js";
import { Stage } from "./stage.js";
import { START, Store, type Selection, type State } from "./state.js";
import { count, say, setLanguage } from "./strings.js";
import { TableMode } from "./tablemode.js";
import { Tip } from "./tip.js";
import { opening } from "./visible.js";

const read = (id: string): unknown => JSON.parse(byId(id).textContent ?? "");
const graph = new Graph(read("data") as PageData, {
  evidence: () => read("evidence") as EvidenceData,
  texts: () => read("texts") as TextData,
});

const place = byId("stage");
const isNarrow = window.matchMedia("(max-width: 760px)");
// How many nodes open well depends on the screen, so an address always tells the number.
const start: State = { ...START, limit: NaN };
const first = fromHash(graph, location.hash, { ...START, limit: opening(graph, place.clientWidth, place.clientHeight) });
const store = new Store(first);
setLanguage(first.language);
document.documentElement.dataset.theme = first.theme;

const live = byId("live");
const controller = new Controller(graph, store, (text) => (live.textContent = text));
const address = new Address(graph, store, start);
const index = new Index(graph);
const canvas = byId<HTMLCanvasElement>("canvas");
const stage = new Stage(graph, canvas, byId<HTMLCanvasElement>("above"), controller.visible, controller.places);
const side = new Side(controller, index, byId("panel"));
const tables = new TableMode(controller, byId("table"));
const charts = new ChartMode(controller, byId("chart"));
const help = byId<HTMLDialogElement>("help");
let isLegendOpen = !isNarrow.matches;
let syncLegend: (state: State) => void = () => undefined;
let syncHeader: (state: State) => void = () => undefined;

stage.inset = () => {
  const { panel } = side;
  if (panel.hidden) return { right: 0, bottom: 0 };
  return isNarrow.matches ? { right: 0, bottom: panel.offsetHeight } : { right: panel.offsetWidth, bottom: 0 };
};

const picture = () => framed(graph, controller.visible, stage.scene());
const saves = [
  { word: "savePng", run: () => void savePng(picture(), graph.data.title) },
  { word: "saveSvg", run: () => saveSvg(picture(), graph.data.title) },
  { word: "saveGraphml", run: () => saveText(graphml(rowsOf(graph, controller.visible)), graph.data.title, "graphml") },
  { word: "saveJson", run: () => saveText(nodeLink(rowsOf(graph, controller.visible)), graph.data.title, "json") },
  { word: "copyLink", run: () => void copyText(address.link).then((done) => done && controller.announce(say("linkCopied"))) },
  { word: "print", run: () => window.print() },
] as const;

function toggleLegend(): void {
  isLegendOpen = !isLegendOpen;
  showLegend();
  if (isLegendOpen) byId("legend").querySelector("input")?.focus();
}

function showLegend(): void {
  byId("legend").hidden = !isLegendOpen;
  byId("legend-toggle").setAttribute("aria-expanded", String(isLegendOpen));
}

/** Everything that has words in it, in the state's language. */
function dress(state: State): void {
  setLanguage(state.language);
  document.documentElement.lang = state.language === "zh" ? "zh-CN" : "en";
  syncHeader = fillHeader(store, {
    back: () => address.move(-1),
    forward: () => address.move(1),
    path: findPath,
    help: () => help.showModal(),
    legend: toggleLegend,
    saves,
  });
  const legend = byId("legend");
  legend.setAttribute("aria-label", say("legend"));
  syncLegend = fillLegend(graph, store, legend);
  canvas.setAttribute("aria-label", say("graphHint"));
  byId("panel").setAttribute("aria-label", say("details"));
  byId("table").setAttribute("aria-label", say("table"));
  byId("chart").setAttribute("aria-label", say("chart"));
  byId("zoom").setAttribute("aria-label", say("mode"));
  byId("zoom").replaceChildren(
    iconButton("plus", "zoomIn", () => stage.zoom(1.4)),
    iconButton("minus", "zoomOut", () => stage.zoom(1 / 1.4)),
    iconButton("fit", "fit", () => controller.fit()),
  );
  byId("more").textContent = say("more");
  fillHelp(help);
}

/** What is told over the graph: what bounds it, and how much of it is shown. */
function tell(state: State): void {
  const { visible } = controller;
  byId("chips").replaceChildren(
    ...chips(controller, state, {
      focus: (node, steps, direction) => controller.focus(node, steps, direction),
      unhide: () => controller.unhide(),
    }),
  );
  const isMap = state.mode === "map";
  byId("shown").textContent = visible.nodes.length
    ? say("shown", { n: count(visible.nodes.length), all: count(graph.nodes.length) })
    : say("noneShown");
  byId("more").hidden = isMap || visible.nodes.length >= visible.passing;
  const isEmpty = !visible.nodes.length;
  byId("all").textContent = say(isEmpty ? "reset" : "all");
  byId("all").hidden = !isEmpty && (isMap || visible.nodes.length === graph.nodes.length || Boolean(state.focus));
  byId("map-note").hidden = !isMap;
  const left = isMap ? controller.unplaced : 0;
  byId("map-note").textContent = [say("mapNote"), left && say("mapLeft", { n: count(left) })].filter(Boolean).join(" · ");
  place.hidden = state.mode === "table" || state.mode === "chart";
  byId("table").hidden = state.mode !== "table";
  byId("chart").hidden = state.mode !== "chart";
  if (state.mode === "table") tables.update();
  if (state.mode === "chart") charts.update();
}

function findPath(): void {
  const { path, selection } = store.now;
  if (path) controller.setPath(null);
  else controller.setPath({ from: selection?.kind === "node" ? selection.index : null, to: null });
  byId("panel").querySelector<HTMLInputElement>("input")?.focus();
}

/** A node was found by its name: the view flies there, and the keyboard goes back to the graph. */
function found(node: number): void {
  if (store.now.mode === "table" || store.now.mode === "chart") controller.open({ kind: "node", index: node });
  else {
    canvas.focus({ preventScroll: true });
    controller.open({ kind: "node", index: node }, true);
  }
}

const selectedNode = (): number | null => (store.now.selection?.kind === "node" ? store.now.selection.index : null);
const withNode = (act: (node: number) => void): void => {
  const node = selectedNode();
  if (node !== null) act(node);
};

function escape(): void {
  const { selection, path, focus } = store.now;
  tip.hide();
  if (side.article.isOpen) side.article.close();
  else if (isNarrow.matches && isLegendOpen) toggleLegend();
  else if (selection) store.go({ selection: null });
  else if (path) store.go({ path: null });
  else if (focus) store.go({ focus: null, camera: null });
}

/** From the selected node to the nearest one in a direction; to the best connected one where none is selected. */
function step(dx: number, dy: number): void {
  const from = selectedNode();
  const next = stage.nearest(from, dx, dy);
  if (next !== null) controller.open({ kind: "node", index: next });
}

const tip = new Tip(graph, byId("tip"));
function hover({ node, edge }: { node: number | null; edge: number | null }, x: number, y: number): void {
  const found: Selection = node !== null ? { kind: "node", index: node } : edge !== null ? { kind: "edge", index: edge } : null;
  canvas.classList.toggle("over", found !== null);
  controller.hover(found?.kind === "node" || controller.visible.edges.length < 1500 ? found : null);
  tip.show(found, x, y);
}

dress(first);
showLegend();
store.subscribe((now, before) => {
  if (now.theme !== before.theme) {
    document.documentElement.dataset.theme = now.theme;
    stage.recolor();
  }
  if (now.language !== before.language) {
    dress(now);
    side.show(now);
    side.article.redress();
    stage.redraw();
  }
  syncHeader(now);
  syncLegend(now);
  if (Object.keys(now).some((key) => key !== "camera" && now[key as keyof State] !== before[key as keyof State])) tell(now);
});
controller.onVisible(() => side.show(store.now));
side.show(first);
tell(first);
syncHeader(first);
controller.mount(stage);

window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => stage.recolor());
printInstead(place, picture);
byId("more").addEventListener("click", () => controller.more());
byId("all").addEventListener("click", () => (controller.visible.nodes.length ? controller.all() : store.go(UNFILTERED)));
suggest(graph, index, { input: byId<HTMLInputElement>("search"), list: byId("results") }, found, controller.announce);
listen(stage, canvas, {
  click: ({ node, edge }) =>
    controller.open(node !== null ? { kind: "node", index: node } : edge !== null ? { kind: "edge", index: edge } : null),
  doubleClick: (node) => controller.expand(node),
  hover,
});
listenToKeys({
  search: () => byId("search").focus(),
  mode: (mode) => store.go({ mode, camera: null }),
  focus: (steps) => withNode((node) => controller.focus(node, steps)),
  expand: () => withNode((node) => controller.expand(node)),
  hide: () => withNode((node) => controller.hide(node)),
  pin: () => withNode((node) => controller.pin(node)),
  path: findPath,
  more: () => controller.more(),
  fit: () => controller.fit(),
  zoom: (factor) => stage.zoom(factor),
  pan: (dx, dy) => stage.pan(dx, dy),
  step,
  enter: () => side.enter(),
  back: () => address.move(-1),
  forward: () => address.move(1),
  legend: toggleLegend,
  help: () => help.showModal(),
  escape,
});

/** Where on the screen a node is that is shown under a name; for tests, which click as people do. */
function where(name: string): { x: number; y: number } | null {
  const node = controller.visible.nodes.find((number) => graph.nodes[number]!.label === name);
  if (node === undefined) return null;
  const { left, top } = canvas.getBoundingClientRect();
  const { x, y } = stage.at(node);
  return { x: left + x, y: top + y };
}
const isAtRest = (): boolean => stage.isAtRest && address.isWritten;
Object.defineProperty(window, "graphkit", { value: Object.freeze({ where, isAtRest }) });
