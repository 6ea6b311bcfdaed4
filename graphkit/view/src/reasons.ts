// How a name was completed, in readers' words: the builder tells it in English.

import { currentLanguage, own } from "./strings.js";

const EXACT: Record<string, string> = {
  division: "行政区划名",
  title: "据标题",
  dateline: "据电头",
  paper: "据报纸所在地",
  name: "据文中地名",
  "standing name": "通行名称",
  "named before in the sentence": "本句前文已提及",
  "named before in the paragraph": "本段前文已提及",
  "named in full": "文中另有全称",
  "national body": "全国性机构",
  "the corps": "新疆生产建设兵团",
  "division of the corps": "兵团的师",
  "short for the province": "省份简称",
  "short name, in the article's region": "报道所在地区的简称",
  "in the division named with it": "据连带的行政区划名",
  "your lexicon": "据所附名录",
};

const PATTERNS: [RegExp, (found: string) => string][] = [
  [/^title: (.+)$/, (name) => `据标题中的${name}`],
  [/^dateline: (.+)$/, (name) => `据电头中的${name}`],
  [/^paper: (.+)$/, (name) => `据报纸所在地${name}`],
  [/^name: (.+)$/, (name) => `据文中的${name}`],
  [/^ends so: (.+)$/, (name) => `文中全称为${name}`],
  [/^shortened: (.+)$/, (name) => `${name}的缩写`],
  [/^of (.+), named in the article$/, (name) => `属文中的${name}`],
  [/^of the article's place \((.+)\)$/, (why) => `据报道所在地（${own(EXACT, why) ?? why}）`],
];

/** Reasons that tell no more than that the name stands so in the text. */
const PLAIN = new Set(["", "as written", "full name"]);

/** Why a name is what it is; empty where it stands so in the text. */
export function reason(told: string): string {
  if (PLAIN.has(told)) return "";
  if (currentLanguage() === "en") return told;
  const exact = own(EXACT, told);
  if (exact) return exact;
  for (const [pattern, say] of PATTERNS) {
    const found = pattern.exec(told);
    if (found) return say(found[1]!);
  }
  return told;
}
