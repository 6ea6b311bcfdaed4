// All words of the interface, in Chinese and English. Names, titles and sentences are data and stay as they are.

export type Language = "zh" | "en";

const WORDS = {
  search: ["搜索", "Search"],
  searchHint: ["搜索名称、简称、拼音首字母", "Search names, short forms, initials"],
  nothingFound: ["没有找到", "Nothing found"],
  found: ["找到 {n} 个", "{n} found"],
  shown: ["显示 {n} / {all}", "{n} / {all} shown"],
  more: ["显示更多", "Show more"],
  all: ["全部显示", "Show all"],
  fit: ["看全图", "Fit view"],
  back: ["后退", "Back"],
  forward: ["前进", "Forward"],
  help: ["帮助", "Help"],
  close: ["关闭", "Close"],
  save: ["保存", "Save"],
  graph: ["关系图", "Graph"],
  map: ["地图", "Map"],
  table: ["表格", "Tables"],
  chart: ["图表", "Charts"],
  mode: ["视图", "View"],
  legend: ["图例与筛选", "Legend and filters"],
  nodes: ["节点", "Nodes"],
  relations: ["关系", "Relations"],
  region: ["地区", "Region"],
  allRegions: ["全部地区", "All regions"],
  time: ["时间", "Time"],
  since: ["起始年份", "First year"],
  until: ["终止年份", "Last year"],
  undated: ["含无日期的", "With undated"],
  confidence: ["可信度", "Confidence"],
  minConfidence: ["可信度不低于", "Confidence at least"],
  minArticles: ["报道不少于", "Articles at least"],
  isolated: ["孤立节点", "Isolated nodes"],
  reset: ["重置", "Reset"],
  details: ["详情", "Details"],
  otherNames: ["又称", "Also called"],
  articles: ["{n} 篇报道", "{n} articles"],
  evidence: ["依据", "Evidence"],
  completed: ["名称补全", "Name completed"],
  fromContext: ["其中一方据上下文得出", "One end is told by the context"],
  focus: ["聚焦", "Focus"],
  steps: ["步数", "Steps"],
  both: ["双向", "Both ways"],
  along: ["顺向", "Along"],
  against: ["逆向", "Against"],
  hide: ["隐藏", "Hide"],
  expand: ["展开", "Expand"],
  pin: ["固定", "Pin"],
  unpin: ["取消固定", "Unpin"],
  path: ["路径", "Path"],
  language: ["English", "中文"],
  theme: ["外观", "Theme"],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type Word = keyof typeof WORDS;

let language: Language = "zh";

export function setLanguage(chosen: Language): void {
  language = chosen;
}

export function currentLanguage(): Language {
  return language;
}

/** A word of the interface; {name} in it stands for a value. */
export function say(word: Word, values: Record<string, string | number> = {}): string {
  const text: string = WORDS[word][language === "zh" ? 0 : 1];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The label of a type or relation in the current language. */
export function label(kind: { zh: string; en: string } | undefined, fallback = ""): string {
  return kind ? kind[language] : fallback;
}

/** A whole number with its thousands apart. */
export function count(number: number): string {
  return number.toLocaleString("en-US");
}
