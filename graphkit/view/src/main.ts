// The page: reads its data, draws, and answers clicks and keys.

import { Drawing } from "./canvas.js";
import type { EvidenceData, PageData, TextData } from "./data.js";
import { Graph } from "./model.js";
import { showEdge, showNode } from "./panel.js";
import { search, type Hit } from "./search.js";
import { icon } from "./shapes.js";
import { ranking, visible } from "./visible.js";

const OPENING = 300;
const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;

const read = (id: string): unknown => JSON.parse(byId(id).textContent ?? "");
const graph = new Graph(read("data") as PageData, { evidence: () => read("evidence") as EvidenceData, texts: () => read("texts") as TextData });
const canvas = byId<HTMLCanvasElement>("canvas");
const panel = byId("panel");
const drawing = new Drawing(graph, canvas);
const { order, opening } = ranking(graph, OPENING);
const state = { hiddenTypes: new Set<string>(), hiddenRelations: new Set<string>(), limit: opening, pinned: new Set<number>() };

function update(): void {
  drawing.visible = visible(graph, order, state);
  byId("shown").textContent = `显示 ${drawing.visible.nodes.length} / ${graph.nodes.length}`;
  byId("more").hidden = state.limit >= graph.nodes.length;
  drawing.redraw();
}

function open(kind: "node" | "edge", index: number): void {
  if (kind === "node") {
    state.pinned.add(index);
    drawing.selection = { node: index, edge: null };
    showNode(graph, panel, graph.nodes[index]!, open, clear);
  } else {
    drawing.selection = { node: null, edge: index };
    showEdge(graph, panel, graph.edges[index]!, open, clear);
  }
  update();
}

function clear(): void {
  panel.hidden = true;
  drawing.selection = { node: null, edge: null };
  drawing.redraw();
}

function legend(): void {
  const box = byId("legend");
  const counts = (values: string[]): Map<string, number> => {
    const found = new Map<string, number>();
    for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
    return found;
  };
  const part = (title: string, names: Record<string, { zh: string; color: string; shape?: string }>, found: Map<string, number>, hidden: Set<string>): void => {
    const heading = document.createElement("h2");
    heading.textContent = title;
    box.append(heading);
    for (const [name, look] of Object.entries(names)) {
      if (!found.get(name)) continue;
      const label = document.createElement("label");
      const check = document.createElement("input");
      check.type = "checkbox";
      check.checked = true;
      check.dataset.name = name;
      check.addEventListener("change", () => {
        if (check.checked) hidden.delete(name);
        else hidden.add(name);
        update();
      });
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = String(found.get(name));
      label.append(check, icon(look.shape ?? "square", look.color), look.zh, count);
      box.append(label);
    }
  };
  part("节点", graph.data.types, counts(graph.nodes.map((node) => node.type)), state.hiddenTypes);
  part("关系", graph.data.relations, counts(graph.edges.map((edge) => edge.type)), state.hiddenRelations);
}

function searchBox(): void {
  const input = byId<HTMLInputElement>("search");
  const list = byId("results");
  let hits: Hit[] = [];
  let chosen = 0;
  const render = (): void => {
    list.replaceChildren(
      ...hits.map((hit, place) => {
        const row = document.createElement("li");
        const type = graph.data.types[hit.node.type];
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", String(place === chosen));
        if (type) row.append(icon(type.shape, type.color));
        row.append(hit.node.label);
        const small = document.createElement("small");
        small.textContent = hit.by || type?.zh || "";
        row.append(small);
        row.addEventListener("mousedown", (event) => {
          event.preventDefault();
          pick(place);
        });
        return row;
      }),
    );
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  };
  const pick = (place: number): void => {
    const hit = hits[place];
    if (!hit) return;
    hits = [];
    render();
    open("node", hit.node.index);
    drawing.flyTo(hit.node.index);
    canvas.focus();
  };
  input.addEventListener("input", () => {
    hits = search(graph.nodes, input.value);
    chosen = 0;
    render();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % Math.max(hits.length, 1);
      render();
    } else if (event.key === "Enter") pick(chosen);
    else if (event.key === "Escape") {
      hits = [];
      render();
      canvas.focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== input) {
      event.preventDefault();
      input.focus();
      input.select();
    } else if (event.key === "Escape" && document.activeElement !== input) clear();
  });
}

function pointer(): void {
  let drag: { x: number; y: number; moved: boolean } | null = null;
  const pointers = new Map<number, [number, number]>();
  const zoomAt = (x: number, y: number, factor: number): void => {
    const [wx, wy] = drawing.toWorld(x, y);
    drawing.camera.zoom = Math.min(8, Math.max(0.02, drawing.camera.zoom * factor));
    const [nx, ny] = drawing.toWorld(x, y);
    drawing.camera.x += wx - nx;
    drawing.camera.y += wy - ny;
    drawing.redraw();
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
    drag = { x: event.offsetX, y: event.offsetY, moved: false };
  });
  canvas.addEventListener("pointermove", (event) => {
    const before = pointers.get(event.pointerId);
    if (!before || !drag) {
      const over = drawing.nodeAt(event.offsetX, event.offsetY) ?? drawing.edgeAt(event.offsetX, event.offsetY);
      canvas.style.cursor = over === null ? "grab" : "pointer";
      return;
    }
    if (pointers.size === 2) {
      const [other] = [...pointers.entries()].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
      const was = Math.hypot(before[0] - other![0], before[1] - other![1]);
      const is = Math.hypot(event.offsetX - other![0], event.offsetY - other![1]);
      zoomAt((event.offsetX + other![0]) / 2, (event.offsetY + other![1]) / 2, is / (was || 1));
      drag.moved = true;
    } else {
      drawing.camera.x -= (event.offsetX - before[0]) / drawing.camera.zoom;
      drawing.camera.y -= (event.offsetY - before[1]) / drawing.camera.zoom;
      if (Math.hypot(event.offsetX - drag.x, event.offsetY - drag.y) > 4) drag.moved = true;
      drawing.redraw();
    }
    pointers.set(event.pointerId, [event.offsetX, event.offsetY]);
  });
  const release = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    if (drag && !drag.moved && event.type === "pointerup") {
      const node = drawing.nodeAt(event.offsetX, event.offsetY);
      const edge = node === null ? drawing.edgeAt(event.offsetX, event.offsetY) : null;
      if (node !== null) open("node", node);
      else if (edge !== null) open("edge", edge);
      else clear();
    }
    if (!pointers.size) drag = null;
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomAt(event.offsetX, event.offsetY, Math.exp(-event.deltaY / 400));
  }, { passive: false });
}

legend();
searchBox();
pointer();
byId("more").addEventListener("click", () => {
  state.limit *= 3;
  update();
});
byId("fit").addEventListener("click", () => drawing.fit());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawing.redraw());
update();
drawing.fit();
