// The drawer in which a whole article is read: mentions marked in the colours of their types, the sentence one came for highlighted.

import { button, element } from "./elements.js";
import { findSentence, paragraphs, type Run } from "./marks.js";
import type { Article, Graph, Text } from "./model.js";
import { label, say } from "./strings.js";

export interface ArticleCalls {
  openNode: (node: number) => void;
  close: () => void;
}

/** Show an article in its drawer, at a sentence where one is given; nothing happens where its text is not in the page. */
export function showArticle(graph: Graph, drawer: HTMLElement, article: Article, sentence: string, calls: ArticleCalls): void {
  const whole = graph.text(article);
  if (!whole) return;
  const span = findSentence(whole.text, sentence);
  const body = element("div", "", "article-text");
  body.append(...paragraphs(whole.text, whole.mentions, span).map((runs) => paragraph(graph, runs, calls)));
  const marked = body.querySelector<HTMLElement>(".sentence");
  const toSentence = (): void => marked?.scrollIntoView({ block: "center" });
  const scroller = element("article");
  scroller.tabIndex = 0;
  scroller.append(articleHead(graph, whole), body);
  if (sentence && !marked) scroller.prepend(element("p", say("sentenceMissing"), "missing"));
  drawer.setAttribute("aria-label", article.title || say("article"));
  drawer.replaceChildren(bar(marked ? toSentence : null, calls.close), scroller);
  drawer.hidden = false;
  scroller.focus({ preventScroll: true });
  toSentence();
}

function bar(toSentence: (() => void) | null, close: () => void): HTMLElement {
  const made = element("div", "", "article-bar");
  made.append(element("h2", say("article")));
  if (toSentence) made.append(button(say("toSentence"), toSentence));
  const closing = button("×", close, "close");
  closing.setAttribute("aria-label", say("close"));
  made.append(closing);
  return made;
}

function articleHead(graph: Graph, { article, mentions }: Text): HTMLElement {
  const head = element("header");
  const source = [article.paper, article.date, article.byline].filter(Boolean).join("　");
  head.append(element("h3", article.title));
  if (source) head.append(element("p", source, "source"));
  head.append(element("p", article.path, "file"), key(graph, mentions.map(({ node }) => node)));
  return head;
}

/** The types that are mentioned, each as it is marked in the text. */
function key(graph: Graph, nodes: number[]): HTMLElement {
  const made = element("p", "", "article-key");
  const types = new Set(nodes.map((node) => graph.nodes[node]?.type));
  made.append(element("span", say("mentioned", { n: nodes.length })));
  for (const [name, type] of Object.entries(graph.data.types)) {
    if (types.has(name)) made.append(tinted(element("span", label(type), "mention"), type.color));
  }
  return made;
}

function paragraph(graph: Graph, runs: Run[], calls: ArticleCalls): HTMLParagraphElement {
  const made = element("p");
  for (const run of runs) {
    const piece = mention(graph, run, calls) ?? run.text;
    if (!run.inSentence) made.append(piece);
    else {
      const mark = element("mark", "", "sentence");
      mark.append(piece);
      made.append(mark);
    }
  }
  return made;
}

function mention(graph: Graph, { node, text }: Run, calls: ArticleCalls): HTMLElement | null {
  const named = node === null ? undefined : graph.nodes[node];
  if (!named) return null;
  const type = graph.data.types[named.type];
  const made = button(text, () => calls.openNode(named.index), "mention");
  made.title = [named.label, label(type)].filter(Boolean).join(" · ");
  return type ? tinted(made, type.color) : made;
}

/** The colour of a type as a property that the style makes underline and tint of. */
function tinted(made: HTMLElement, color: string): HTMLElement {
  made.style.setProperty("--type", color);
  return made;
}
