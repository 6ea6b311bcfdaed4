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

  // Tables, charts, articles and what is saved
  filterRows: ["在表中查找", "Find in table"],
  rows: ["{n} 行", "{n} rows"],
  rowsShown: ["已列出 {n} / {all} 行", "{n} / {all} rows listed"],
  rowsMatching: ["符合 {n} / {all} 行", "{n} / {all} rows match"],
  moreRows: ["继续列出", "List more"],
  allRows: ["全部列出", "List all"],
  printedPart: ["打印前 {n} 行，共 {all} 行；全部内容请存为 CSV", "The first {n} of {all} rows are printed; save all as CSV"],
  copyTable: ["复制", "Copy"],
  copied: ["已复制 {n} 行", "{n} rows copied"],
  notCopied: ["浏览器不允许复制，请存为 CSV", "The browser refused; save as CSV instead"],
  saveCsv: ["存为 CSV", "Save CSV"],
  saveGraphml: ["存为 GraphML（Gephi）", "Save GraphML (Gephi)"],
  saveJson: ["存为 JSON（networkx）", "Save JSON (networkx)"],
  sortBy: ["按{name}排序", "Sort by {name}"],
  columnName: ["名称", "Name"],
  columnType: ["类型", "Type"],
  columnRegion: ["地区", "Region"],
  columnDegree: ["关系数", "Relations"],
  columnMentions: ["提及次数", "Mentions"],
  columnArticles: ["报道数", "Articles"],
  columnHead: ["起点", "From"],
  columnRelation: ["关系", "Relation"],
  columnTail: ["终点", "To"],
  columnDetail: ["内容", "Details"],
  columnFirst: ["最早", "First seen"],
  columnLast: ["最晚", "Last seen"],
  columnPerson: ["人物", "Person"],
  columnPost: ["职务", "Post"],
  columnStatus: ["说明", "Status"],
  columnProgram: ["项目", "Program"],
  columnYear: ["年份", "Year"],
  columnFigure: ["数据", "Figure"],
  columnWhose: ["单位或地区", "Whose"],
  tableFigures: ["项目数据", "Program figures"],
  tablePosts: ["任职名单", "Officials"],
  noFigures: ["没有项目数据", "There are no figures"],
  noPosts: ["没有任职信息", "There are no posts"],
  noRows: ["没有符合的行", "No row matches"],
  ofWhom: ["对象", "Of"],
  noYear: ["年份不详", "No year"],
  figureCount: ["{n} 项数据", "{n} figures"],
  officialCount: ["{n} 人", "{n} people"],
  series: ["数据种类", "Figures"],
  groupBy: ["分组", "Group by"],
  groupYear: ["按年份", "Year"],
  groupWhose: ["按单位", "Union"],
  groupProgram: ["按项目", "Program"],
  chartTitle: ["{name}：{series}", "{name}: {series}"],
  chartNote: ["每条横条是报道中的一项数据，并列而不相加", "Each bar is one figure of the news; none are added up"],
  chartCumulative: ["累计数", "Cumulative"],
  chartSingle: ["非累计数", "Not cumulative"],
  chartOver: ["尖头：超过", "Pointed: more than"],
  chartUnder: ["凹口：接近", "Notched: nearly"],
  chartAbout: ["圆头：约", "Round: about"],
  chartRange: ["斜纹：范围", "Striped: a range"],
  chartFaint: ["浅色：可信度低于 0.5", "Pale: confidence below 0.5"],
  chartData: ["图中数据", "Data of the chart"],
  filtered: ["按当前的时间、可信度、报道数筛选", "Filtered by time, confidence and articles"],
  cumulative: ["累计", "in total"],
  over: ["超", "over "],
  under: ["近", "nearly "],
  roughly: ["约", "about "],
  yuan: ["元", "yuan"],
  people: ["人", "people"],
  households: ["户", "households"],
  items: ["（项、个）", "items"],
  money: ["金额", "money"],
  headcount: ["人数", "people"],
  householdCount: ["户数", "households"],
  quantity: ["数量", "number"],
  article: ["报道全文", "Article"],
  readArticle: ["阅读全文", "Read the article"],
  toSentence: ["回到依据句", "Back to the sentence"],
  mentioned: ["文中提及 {n} 处", "{n} mentions"],
  sentenceMissing: ["全文中没有找到依据句", "The sentence was not found in the text"],
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
