// Days and periods as readers write them: the twin of graphkit.times.readable, in both languages.

import type { Language } from "./strings.js";

type Day = [year: number, month: number, day: number];

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function parse(day: string): Day | null {
  const found = ISO.exec(day);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null;
}

const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const words: Record<Language, Record<"year" | "month" | "day", (day: Day) => string>> = {
  zh: {
    year: ([year]) => `${year}年`,
    month: ([year, month]) => `${year}年${month}月`,
    day: ([year, month, day]) => `${year}年${month}月${day}日`,
  },
  en: {
    year: ([year]) => String(year),
    month: ([year, month]) => `${MONTHS[month - 1]} ${year}`,
    day: ([year, month, day]) => `${day} ${MONTHS[month - 1]} ${year}`,
  },
};

/** A period of an edge, its first and last day parted by a slash: 2014年, 2014年7月, 截至2014年11月30日; as it is where it is none. */
export function readable(period: string, precision: string, language: Language): string {
  const [first, last] = period.split("/").map(parse);
  if (!first || !last) return period;
  const say = words[language];
  if (precision === "until") return language === "zh" ? `截至${say.day(last)}` : `until ${say.day(last)}`;
  return (precision === "about" ? (language === "zh" ? "约" : "about ") : "") + between(first, last, language);
}

function between(first: Day, last: Day, language: Language): string {
  const say = words[language];
  if (first.join() === last.join()) return say.day(first);
  const [year, month] = first;
  const isSameYear = year === last[0];
  if (isSameYear && month === last[1] && first[2] === 1 && last[2] === lastOf(year, month)) return say.month(first);
  if (first[1] === 1 && first[2] === 1 && last[1] === 12 && last[2] === 31) {
    return isSameYear ? say.year(first) : language === "zh" ? `${year}—${last[0]}年` : `${year}–${last[0]}`;
  }
  return language === "zh" ? `${say.day(first)}至${say.day(last)}` : `${say.day(first)} – ${say.day(last)}`;
}
