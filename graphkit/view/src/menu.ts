// A button that opens a short list of things to do.

import { drawn, h, type IconName } from "./dom.js";
import { say, type Word } from "./strings.js";

export interface Choice {
  word: Word;
  run: () => void;
  /** Of choices that exclude one another: whether this one holds now. */
  isChosen?: () => boolean;
}

export function menu(name: IconName, word: Word, choices: readonly Choice[]): HTMLElement {
  const list = h("div", { class: "menu", role: "menu", "aria-label": say(word), hidden: true });
  const opener = h(
    "button",
    { type: "button", class: "icon", "aria-label": say(word), title: say(word), "aria-haspopup": "menu", "aria-expanded": "false" },
    drawn(name),
  );
  const show = (isOpen: boolean): void => {
    list.hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    items.forEach((item, at) => {
      const { isChosen } = choices[at]!;
      if (isChosen) item.setAttribute("aria-checked", String(isChosen()));
    });
    (items.find((item) => item.getAttribute("aria-checked") === "true") ?? items[0])?.focus();
  };
  const items = choices.map(({ word: name, run, isChosen }) => {
    const act = (): void => {
      show(false);
      opener.focus();
      run();
    };
    return h("button", { type: "button", role: isChosen ? "menuitemradio" : "menuitem", text: say(name), onclick: act });
  });
  list.append(...items);
  opener.addEventListener("click", () => show(Boolean(list.hidden)));
  const root = h("div", { class: "menu-box" }, opener, list);
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (list.hidden || (event.key !== "Escape" && !step)) return;
    event.preventDefault();
    event.stopPropagation();
    if (step) items[(items.indexOf(document.activeElement as HTMLButtonElement) + step + items.length) % items.length]?.focus();
    else {
      show(false);
      opener.focus();
    }
  });
  root.addEventListener("focusout", (event) => {
    if (!root.contains(event.relatedTarget as Node | null)) show(false);
  });
  return root;
}
