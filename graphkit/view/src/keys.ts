// The keyboard: what each key does, and the help that lists them.

import { byId, h } from "./dom.js";
import { say, type Word } from "./strings.js";

export interface KeyCalls {
  search: () => void;
  mode: (mode: "graph" | "map" | "table" | "chart") => void;
  /** Steps from the selected node. */
  focus: (steps: number) => void;
  expand: () => void;
  hide: () => void;
  pin: () => void;
  path: () => void;
  more: () => void;
  fit: () => void;
  zoom: (factor: number) => void;
  pan: (dx: number, dy: number) => void;
  /** Go to the nearest node in a direction. */
  step: (dx: number, dy: number) => void;
  enter: () => void;
  back: () => void;
  forward: () => void;
  legend: () => void;
  help: () => void;
  escape: () => void;
}

const LISTED: [keys: string[], word: Word][] = [
  [["/"], "keySearch"],
  [["g", "m", "t", "c"], "keyModes"],
  [["←", "↑", "→", "↓"], "keyArrows"],
  [["Shift + ←↑→↓"], "keyPan"],
  [["+", "−", "0"], "keyZoom"],
  [["Enter"], "keyEnter"],
  [["1", "2", "3"], "keyFocus"],
  [["e", "h", "p"], "keyExpand"],
  [["r"], "keyPath"],
  [["l"], "keyLegend"],
  [["s"], "keyMore"],
  [["[", "]"], "keyBack"],
  [["Esc"], "keyEscape"],
  [["?"], "keyHelp"],
];

const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listenToKeys(calls: KeyCalls): void {
  const plain: Record<string, () => void> = {
    "/": calls.search,
    g: () => calls.mode("graph"),
    m: () => calls.mode("map"),
    t: () => calls.mode("table"),
    c: () => calls.mode("chart"),
    "1": () => calls.focus(1),
    "2": () => calls.focus(2),
    "3": () => calls.focus(3),
    e: calls.expand,
    h: calls.hide,
    p: calls.pin,
    r: calls.path,
    l: calls.legend,
    s: calls.more,
    "0": calls.fit,
    "+": () => calls.zoom(1.3),
    "=": () => calls.zoom(1.3),
    "-": () => calls.zoom(1 / 1.3),
    "[": calls.back,
    "]": calls.forward,
    "?": calls.help,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || byId<HTMLDialogElement>("help").open) return;
    if (event.key === "Escape") calls.escape();
    const target = event.target as HTMLElement;
    if (target.closest("input, select, textarea")) return;
    const arrow = ARROWS[event.key];
    if (arrow && target.closest("#stage")) {
      if (event.shiftKey) calls.pan(-80 * arrow[0], -80 * arrow[1]);
      else calls.step(...arrow);
    } else if (event.key === "Enter" && target.id === "canvas") calls.enter();
    else if (Object.hasOwn(plain, event.key)) plain[event.key]!();
    else return;
    event.preventDefault();
  });
}

/** The help: mouse in a line, keys in a table. */
export function fillHelp(dialog: HTMLDialogElement): void {
  const rows = LISTED.map(([keys, word]) =>
    h("tr", {}, h("td", {}, ...keys.flatMap((key, at) => [at ? " " : null, h("kbd", { text: key })])), h("td", { text: say(word) })),
  );
  const close = h("button", { type: "button", class: "primary", text: say("close"), onclick: () => dialog.close() });
  dialog.setAttribute("aria-label", say("help"));
  dialog.replaceChildren(
    h("h2", { text: say("keys") }),
    h("table", {}, h("tbody", {}, ...rows)),
    h("p", { text: say("helpMouse") }),
    close,
  );
}
