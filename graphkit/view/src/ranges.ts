// Sliders: one with two handles over years, and plain ones.

import { h } from "./dom.js";
import type { Graph } from "./model.js";
import { say, type Word } from "./strings.js";

export interface Years {
  first: number;
  last: number;
  /** Edges that are told in each year, from the first on. */
  counts: number[];
}

/** The years in which edges are told; null where no edge has a date. */
export function yearsOf(graph: Graph): Years | null {
  const spans = graph.edges.flatMap(({ first, last }) =>
    first || last ? [[Number((first || last).slice(0, 4)), Number((last || first).slice(0, 4))] as const] : [],
  );
  const known = spans.filter(([from, to]) => from > 0 && to >= from && to - from < 200);
  if (!known.length) return null;
  const first = known.reduce((least, [from]) => Math.min(least, from), Infinity);
  const last = known.reduce((most, [, to]) => Math.max(most, to), -Infinity);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const [from, to] of known) for (let year = from; year <= to; year++) counts[year - first]! += 1;
  return { first, last, counts };
}

export interface Slider {
  root: HTMLElement;
  /** Put the handles where the state has them. */
  set: (low: number, high: number) => void;
}

/** A range between two handles, with how much there is of each year above it. */
export function yearSlider({ first, last, counts }: Years, change: (low: number, high: number, done: boolean) => void): Slider {
  const make = (word: Word): HTMLInputElement => h("input", { type: "range", min: first, max: last, step: 1, "aria-label": say(word) });
  const [low, high] = [make("since"), make("until")];
  const output = h("output");
  const bars = histogram(counts);
  const root = h("div", { class: "years" }, bars, h("div", { class: "two" }, low, high), output);
  const show = (): void => {
    const [from, to] = [Number(low.value), Number(high.value)];
    output.textContent = say("years", { from, to });
    [...bars.children].forEach((bar, at) => bar.classList.toggle("in", at >= from - first && at <= to - first));
    const part = (value: number): string => `${(100 * (value - first)) / Math.max(1, last - first)}%`;
    root.style.setProperty("--from", part(from));
    root.style.setProperty("--to", part(to));
  };
  const tell =
    (done: boolean) =>
    (event: Event): void => {
      if (Number(low.value) > Number(high.value)) (event.target === low ? low : high).value = (event.target === low ? high : low).value;
      show();
      change(Number(low.value), Number(high.value), done);
    };
  for (const input of [low, high]) {
    input.addEventListener("input", tell(false));
    input.addEventListener("change", tell(true));
  }
  return {
    root,
    set: (from, to) => {
      low.value = String(from);
      high.value = String(to);
      show();
    },
  };
}

const SVG = "http://www.w3.org/2000/svg";

function histogram(counts: readonly number[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const most = Math.max(...counts, 1);
  for (const [key, value] of Object.entries({
    viewBox: `0 0 ${counts.length} 20`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
    class: "histogram",
  }))
    svg.setAttribute(key, value);
  counts.forEach((number, at) => {
    const bar = document.createElementNS(SVG, "rect");
    const height = number ? Math.max(1, (20 * number) / most) : 0;
    for (const [key, value] of Object.entries({ x: at + 0.1, y: 20 - height, width: 0.8, height })) bar.setAttribute(key, String(value));
    svg.append(bar);
  });
  return svg;
}

/** A slider with its value beside its name. */
export function slider(
  word: Word,
  bounds: { min: number; max: number; step: number },
  tell: (value: number) => string,
  change: (value: number) => void,
): { root: HTMLElement; set: (value: number) => void } {
  const output = h("output");
  const input = h("input", { type: "range", ...bounds, "aria-label": say(word) });
  const show = (): void => {
    output.textContent = tell(Number(input.value));
    input.setAttribute("aria-valuetext", output.textContent);
    input.style.setProperty("--to", `${(100 * (Number(input.value) - bounds.min)) / (bounds.max - bounds.min)}%`);
  };
  input.addEventListener("input", () => {
    show();
    change(Number(input.value));
  });
  return {
    root: h("div", { class: "slider" }, h("span", { text: say(word) }), output, input),
    set: (value) => {
      input.value = String(value);
      show();
    },
  };
}
