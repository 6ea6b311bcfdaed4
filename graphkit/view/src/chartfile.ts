// A chart as a file: what the style gives it on the page is written into the drawing, and its title above it.

import { BAR, FONT } from "./bars.js";
import { svg } from "./dom.js";
import { saveText } from "./download.js";

const PROPERTIES = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-linejoin", "paint-order", "font-weight"] as const;
const MARGIN = 20;
const TITLE = FONT + 3;
const SHARP = 2;

/** A drawing that looks alike anywhere. */
function standalone(chart: SVGSVGElement, title: string): SVGSVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [from, to] = [chart, copy].map((root) => [...root.querySelectorAll("*")]);
  from!.forEach((element, place) => {
    const style = getComputedStyle(element);
    for (const name of PROPERTIES) to![place]!.setAttribute(name, style.getPropertyValue(name));
  });
  copy.querySelectorAll(".row, title").forEach((element) => element.remove());
  copy.querySelectorAll("[role], [tabindex]").forEach((element) => ["role", "tabindex", "aria-label"].forEach((name) => element.removeAttribute(name)));
  return framed(copy, title, getComputedStyle(chart));
}

function framed(copy: SVGSVGElement, title: string, style: CSSStyleDeclaration): SVGSVGElement {
  const top = MARGIN + TITLE + BAR;
  const width = Number(copy.getAttribute("width")) + 2 * MARGIN;
  const height = Number(copy.getAttribute("height")) + top + MARGIN;
  const file = svg("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "font-family": style.fontFamily });
  const inner = svg("g", { transform: `translate(${MARGIN} ${top})` });
  inner.append(...copy.childNodes);
  const ground = svg("rect", { width, height, fill: style.getPropertyValue("--card").trim() });
  file.append(ground, svg("text", { x: MARGIN, y: MARGIN + TITLE, "font-size": TITLE, "font-weight": 600, fill: style.color }, title), inner);
  return file;
}

const written = (chart: SVGSVGElement, title: string): string => new XMLSerializer().serializeToString(standalone(chart, title));

export function saveChartSvg(chart: SVGSVGElement, title: string): void {
  saveText(`${written(chart, title)}\n`, title, "svg");
}

export async function saveChartPng(chart: SVGSVGElement, title: string): Promise<void> {
  const address = URL.createObjectURL(new Blob([written(chart, title)], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * SHARP;
  canvas.height = image.height * SHARP;
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob) saveText(blob, title, "png");
}
