// The drawer in which a whole article is read: mentions marked in the colours of their types, the sentence one came for highlighted.

import { h, iconButton } from "./dom.js";
import { apart, findSentence, paragraphs, type Run } from "./marks.js";
import type { Article, Graph, Text } from "./model.js";
import { count, label, say } from "./strings.js";

export class ArticleDrawer {
  private before: Element | null = null;
  private shown: [article: Article, sentence: string] | null = null;

  constructor(
    private readonly graph: Graph,
    private readonly drawer: HTMLElement,
    private readonly openNode: (node: number) => void,
  ) {
    drawer.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return !this.drawer.hidden;
  }

  /** Show an article at a sentence; nothing happens where its text is not in the page. */
  open(article: Article, sentence: string): void {
    const whole = this.graph.text(article);
    if (!whole) return;
    this.before ??= document.activeElement;
    this.shown = [article, sentence];
    this.fill(whole, sentence).focus({ preventScroll: true });
    this.toSentence();
  }

  /** Write its words anew, in the language that is now chosen. */
  redress(): void {
    const whole = this.shown && this.graph.text(this.shown[0]);
    if (this.isOpen && whole) this.fill(whole, this.shown![1]);
  }

  private fill(whole: Text, sentence: string): HTMLElement {
    const { drawer, graph, openNode } = this;
    const found = paragraphs(whole.text, whole.mentions, findSentence(whole.text, sentence));
    const title = titleRuns(found, whole.article.title);
    const isFound = [...found, title].flat().some((run) => run.inSentence);
    const body = h("div", { class: "article-text" }, ...found.map((runs) => marked(graph, h("p"), runs, openNode)));
    const missing = sentence && !isFound && h("p", { class: "missing", text: say("sentenceMissing") });
    const scroller = h("article", { tabindex: 0 }, missing, marked(graph, h("h3"), title, openNode), about(graph, whole), body);
    drawer.setAttribute("aria-label", whole.article.title || say("article"));
    drawer.replaceChildren(this.bar(isFound), scroller);
    drawer.hidden = false;
    return scroller;
  }

  private toSentence(): void {
    this.drawer.querySelector(".sentence")?.scrollIntoView({ block: "center" });
  }

  /** Close the drawer; the keyboard goes back to where it was. */
  close(): void {
    this.drawer.hidden = true;
    this.drawer.replaceChildren();
    this.shown = null;
    if (this.before instanceof HTMLElement && this.before.isConnected) this.before.focus();
    this.before = null;
  }

  private bar(isFound: boolean): HTMLElement {
    const back = isFound && h("button", { type: "button", class: "link", text: say("toSentence"), onclick: () => this.toSentence() });
    return h("div", { class: "article-bar" }, h("h2", { text: say("article") }), back, iconButton("close", "close", () => this.close()));
  }
}

/** The title: where the text begins with it, it is taken from there with its mentions. */
function titleRuns(found: Run[][], title: string): Run[] {
  const first = found[0]?.map(({ text }) => text).join("").trim();
  if (first === title.trim() && found.length) return found.shift()!;
  return [{ text: title, node: null, inSentence: false }];
}

/** Where the article was printed, and which types its mentions are of. */
function about(graph: Graph, { article, text, mentions: told }: Text): HTMLElement {
  const mentions = apart(told, text.length);
  const source = [article.paper, article.date, article.byline].filter(Boolean).join("　");
  const types = new Set(mentions.map(({ node }) => graph.nodes[node]?.type));
  const key = Object.entries(graph.data.types)
    .filter(([name]) => types.has(name))
    .map(([, type]) => tinted(h("span", { class: "mention", text: label(type) }), type.color));
  return h(
    "div",
    { class: "about" },
    source ? h("p", { text: source }) : null,
    h("p", { class: "file", text: article.path }),
    h("p", { class: "article-key" }, h("span", { text: say("mentioned", { n: count(mentions.length) }) }), ...key),
  );
}

/** An element filled with runs. */
function marked<E extends HTMLElement>(graph: Graph, made: E, runs: readonly Run[], openNode: (node: number) => void): E {
  for (const run of runs) {
    const piece = mention(graph, run, openNode) ?? run.text;
    made.append(run.inSentence ? h("mark", { class: "sentence" }, piece) : piece);
  }
  return made;
}

/** A mention, which leads to its node: a link, because only links run on over the end of a line. */
function mention(graph: Graph, { node, text }: Run, openNode: (node: number) => void): HTMLElement | null {
  const named = node === null ? undefined : graph.nodes[node];
  if (!named) return null;
  const type = graph.data.types[named.type];
  const onclick = (event: Event): void => {
    event.preventDefault();
    openNode(named.index);
  };
  const title = [named.label, label(type)].filter(Boolean).join(" · ");
  const made = h("a", { class: "mention", href: `#n=${encodeURIComponent(named.id)}`, title, text, onclick });
  return type ? tinted(made, type.color) : made;
}

/** The colour of a type as a property that the style makes underline and tint of. */
function tinted<E extends HTMLElement>(made: E, color: string): E {
  made.style.setProperty("--type", color);
  return made;
}
