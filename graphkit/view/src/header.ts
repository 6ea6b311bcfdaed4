// The head of the page: search, ways to look, back and forward, saving, look and language.

import { byId, drawn, h, iconButton } from "./dom.js";
import { menu, type Choice } from "./menu.js";
import type { Mode, State, Store, Theme } from "./state.js";
import { currentLanguage, say } from "./strings.js";

export interface HeaderCalls {
  back: () => void;
  forward: () => void;
  path: () => void;
  help: () => void;
  legend: () => void;
  saves: readonly Choice[];
}

const MODES: readonly Mode[] = ["graph", "map", "table", "chart"];
const THEMES: readonly Theme[] = ["auto", "light", "dark"];

/** Fill the head in the current language; gives what keeps it in step with the state. */
export function fillHeader(store: Store, calls: HeaderCalls): (state: State) => void {
  const search = byId<HTMLInputElement>("search");
  search.placeholder = say("searchHint");
  search.setAttribute("aria-label", say("search"));
  byId("results").setAttribute("aria-label", say("search"));
  const modes = MODES.map((mode) => h("button", { type: "button", text: say(mode), onclick: () => store.go({ mode, camera: null }) }));
  byId("modes").setAttribute("aria-label", say("mode"));
  byId("modes").replaceChildren(...modes);
  const back = iconButton("back", "back", calls.back);
  const forward = iconButton("forward", "forward", calls.forward);
  const path = iconButton("path", "path", calls.path);
  const theme = menu(
    "theme",
    "theme",
    THEMES.map((each) => ({ word: each, run: () => store.adjust({ theme: each }), isChosen: () => store.now.theme === each })),
  );
  const language = h("button", {
    type: "button",
    class: "language",
    lang: currentLanguage() === "zh" ? "en" : "zh-CN",
    text: say("language"),
    onclick: () => store.adjust({ language: currentLanguage() === "zh" ? "en" : "zh" }),
  });
  byId("tools").replaceChildren(
    back,
    forward,
    path,
    menu("save", "save", calls.saves),
    theme,
    language,
    iconButton("help", "help", calls.help),
  );
  const legend = byId("legend-toggle");
  legend.replaceChildren(drawn("legend"));
  legend.setAttribute("aria-label", say("legend"));
  legend.title = say("legend");
  legend.onclick = calls.legend;
  return (state) => {
    modes.forEach((button, at) => button.setAttribute("aria-pressed", String(MODES[at] === state.mode)));
    back.disabled = !store.canGoBack;
    forward.disabled = !store.canGoForward;
    path.setAttribute("aria-pressed", String(state.path !== null));
  };
}
