// Making elements. Text only ever becomes text.

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, text = "", className = ""): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

export function button(text: string, onClick: () => void, className = ""): HTMLButtonElement {
  const made = element("button", text, className);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Record<string, string | number> = {}, text = ""): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  if (text) made.textContent = text;
  return made;
}

/** A labelled choice of one of several. */
export function select(label: string, options: readonly (HTMLOptionElement | HTMLOptGroupElement)[], chosen: string, onChange: (value: string) => void): HTMLLabelElement {
  const box = element("select");
  box.append(...options);
  box.value = chosen;
  box.addEventListener("change", () => onChange(box.value));
  const made = element("label", "", "choice");
  made.append(element("span", label), box);
  return made;
}

export function option(value: string, text: string): HTMLOptionElement {
  const made = element("option", text);
  made.value = value;
  return made;
}
