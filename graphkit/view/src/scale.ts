// The axis of a bar chart: from zero, with round steps, told as readers write numbers.

import type { Language } from "./strings.js";

export interface Scale {
  /** Where the axis ends: the last tick. */
  end: number;
  ticks: number[];
}

const STEPS = [1, 2, 2.5, 5, 10];

/** An axis from zero to a round number that no value exceeds, in about as many steps as asked for; whole numbers have whole steps. */
export function scale(most: number, steps = 5, whole = false): Scale {
  if (!(most > 0) || !Number.isFinite(most)) return { end: 1, ticks: [0, 1] };
  const rough = most / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = STEPS.map((factor) => factor * power).find((size) => size >= rough * (1 - 1e-9) && !(whole && size % 1)) ?? 10 * power;
  const used = whole ? Math.max(1, step) : step;
  const count = Math.max(1, Math.ceil(most / used - 1e-9));
  return { end: clean(count * used), ticks: Array.from({ length: count + 1 }, (_, place) => clean(place * used)) };
}

/** A number without what floating point adds to it: 0.30000000000000004 → 0.3. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** A number as readers write it: 1100万, 1.2亿; 11,000,000 in English. */
export function number(value: number, language: Language): string {
  if (language === "en") return value.toLocaleString("en", { maximumFractionDigits: 4 });
  const [size, suffix] = value >= 1e8 ? [1e8, "亿"] : value >= 1e4 ? [1e4, "万"] : [1, ""];
  return `${Number((value / size).toFixed(4))}${suffix}`;
}

/** What an axis says at its ticks: all in one size, 0, 0.5亿, 1亿; 0, 50M, 100M in English. */
export function tickLabels({ end, ticks }: Scale, language: Language): string[] {
  const sizes: [number, string][] = language === "en" ? [[1e9, "B"], [1e6, "M"], [1e4, "K"]] : [[1e8, "亿"], [1e4, "万"]];
  const [size, suffix] = sizes.find(([least]) => end >= least) ?? [1, ""];
  const divisor = suffix === "K" ? 1e3 : size;
  return ticks.map((tick) => (tick ? `${clean(tick / divisor)}${suffix}` : "0"));
}
