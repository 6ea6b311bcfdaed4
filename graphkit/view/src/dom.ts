// Making elements. Names, titles and sentences only ever become text; links only lead to http and https.

import { say, type Word } from "./strings.js";

type Child = Node | string | null | undefined | false;

interface Wanted {
  class?: string;
  text?: string;
  /** Attributes; one that is undefined is left out, true stands without a value. */
  [attribute: string]: string | number | boolean | undefined | ((event: Event) => void);
}

/** An element with attributes, listeners (`onclick: …`) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, wanted: Wanted = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(wanted)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(key.replace(/^on/, ""), value);
    else if (key === "text") made.textContent = String(value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.filter((child): child is Node | string => Boolean(child)));
  return made;
}

/** A button with an icon; its word is its name and tooltip. */
export function iconButton(name: IconName, word: Word, onclick: (event: Event) => void, wanted: Wanted = {}): HTMLButtonElement {
  return h("button", { type: "button", class: "icon", "aria-label": say(word), title: say(word), onclick, ...wanted }, drawn(name));
}

export function byId<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

const SVG = "http://www.w3.org/2000/svg";

const ICONS = {
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6 6 6",
  forward: "M8 4l6 6-6 6",
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  fit: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  path: "M5 15a2 2 0 1 0 0-.01M15 5a2 2 0 1 0 0-.01M6.5 13.5l7-7",
  save: "M10 3v9M6 8.5l4 4 4-4M4 16h12",
  theme: "M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.5v.5",
  legend: "M4 6h12M6.5 10h7M8.5 14h3",
  focus: "M10 3v3M10 14v3M3 10h3M14 10h3M10 10m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  expand: "M10 10m-2 0a2 2 0 1 0 4 0a2 2 0 1 0-4 0M4 4l3.5 3.5M16 4l-3.5 3.5M4 16l3.5-3.5M16 16l-3.5-3.5",
  pin: "M7 3h6l-1 5 3 3H5l3-3zM10 11v6",
  hide: "M3 10s2.5-5 7-5 7 5 7 5-2.5 5-7 5-7-5-7-5zM4 16L16 4",
  link: "M8.5 11.5l3-3M9 6l1.5-1.5a3 3 0 0 1 5 4L14 10M11 14l-1.5 1.5a3 3 0 0 1-5-4L6 10",
  more: "M5 8l5 5 5-5",
} as const;

export type IconName = keyof typeof ICONS;

/** An element of a drawing. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number> = {},
  text = "",
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text) made.textContent = text;
  return made;
}

/** A line drawing of 20 × 20. */
export function drawn(name: IconName): SVGSVGElement {
  const made = svg("svg", { viewBox: "0 0 20 20", width: 18, height: 18, "aria-hidden": "true", class: "line" });
  made.append(svg("path", { d: ICONS[name] }));
  return made;
}

/** A link where the address is one of the web, else its text. */
export function link(address: string, text: string): HTMLElement | string {
  return /^https?:\/\//i.test(address) ? h("a", { href: address, target: "_blank", rel: "noopener noreferrer", text }) : text;
}
