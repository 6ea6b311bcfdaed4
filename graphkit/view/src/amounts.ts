// Figures in readers' words: the twin of graphkit.card.told, in both languages.

import { readable } from "./dates.js";
import type { Figure, Series } from "./figures.js";
import { number } from "./scale.js";
import { currentLanguage, own, say, type Word } from "./strings.js";

const UNITS: Record<string, Word> = { CNY: "yuan", person: "people", household: "households", item: "items" };
const NOUNS: Record<string, Word> = { CNY: "money", person: "headcount", household: "householdCount" };
const ABOUT: Record<string, Word> = { over: "over", under: "under", about: "roughly" };

type Kinds = Record<string, { zh: string; en: string }>;

const kindWord = (kinds: Kinds, kind: string): string => own(kinds, kind)?.[currentLanguage()] ?? "";

/** What is counted: 元, 人次, 场. */
export function unitWord({ unit, counter }: Pick<Figure, "unit" | "counter">): string {
  const word = own(UNITS, unit);
  return counter || (word ? say(word) : unit);
}

/** The number of a figure: 超1.2万人次, 50万元至60万元. */
export function amount(figure: Figure): string {
  const language = currentLanguage();
  const about = figure.about ? say(ABOUT[figure.about]!) : "";
  const unit = (language === "zh" ? "" : " ") + unitWord(figure);
  const low = number(figure.value, language);
  if (figure.to === null) return about + low + unit;
  return language === "zh" ? `${about}${low}${unit}至${number(figure.to, language)}${unit}` : `${about}${low}–${number(figure.to, language)}${unit}`;
}

/** A word with that of sums: 累计投入, spent in total. */
function summed(word: string, isCumulative: boolean): string {
  if (!isCumulative) return word;
  return currentLanguage() === "zh" ? say("cumulative") + word : `${word} ${say("cumulative")}`;
}

/** A figure in words: 累计惠及超1.2万人次; helped over 12,000 people in total. */
export function told(figure: Figure, kinds: Kinds): string {
  const kind = kindWord(kinds, figure.kind);
  return summed([kind, amount(figure)].filter(Boolean).join(currentLanguage() === "zh" ? "" : " "), figure.cumulative);
}

/** When a figure is of: its period, else the year in which it was printed, else nothing. */
export function when({ edge, year }: Figure): string {
  const { period, precision = "" } = edge.facts;
  return period ? readable(period, precision, currentLanguage()) : year && say("printedIn", { year });
}

/** What the figures of a series are: 累计投入（元）. */
export function seriesName(series: Series, kinds: Kinds): string {
  const name = summed(kindWord(kinds, series.kind) || say(own(NOUNS, series.unit) ?? "quantity"), series.cumulative);
  const unit = unitWord(series);
  if (unit.startsWith("（")) return name + unit;
  return currentLanguage() === "zh" ? `${name}（${unit}）` : `${name} (${unit})`;
}
