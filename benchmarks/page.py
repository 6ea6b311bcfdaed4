"""How quick the page is, beside pyvis's own page of the same graph: python benchmarks/page.py [SECONDS]

Generated graphs are opened in headless Chromium without a GPU, in a window of 1,280 × 800, and driven by what a user has: the
page's buttons, the search box, the mouse. What comes of it is measured within the page, from the browser's own time of the event
(or of the navigation) to the frame after the picture or the panel has changed. pyvis's page is written with the libraries in it
(cdn_resources="in_line"), its links to CDNs cut, once with graphkit's positions and no physics, once as it comes, for which it
has SECONDS (60 unless told). The figures want an idle machine: frames wait for whatever else runs.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from re import findall
from shutil import which
from statistics import median
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from page_rivals import write_pyvis
from playwright.sync_api import sync_playwright

from graphkit import layout, store, view
from graphkit.graph import Graph
from tests import synthetic

Launch = Callable[[], Any]
Evidence = Mapping[str, Sequence[store.Evidence]]

SIZES = (1_000, 3_000, 10_000)
PATIENCE = 60.0
QUIET = 0.5  # seconds without a new frame, after which a page is done
MOVING = 5.0  # seconds of panning and zooming
QUERIES = ("总工会", "工会1", "送温暖", "县", "机械")
ROWS = (
    "file, MB",
    "without evidence, MB",
    "first drawn, s",
    "all shown, s",
    "pan, frames/s",
    "zoom, frames/s",
    "click answered, ms",
    "search, ms",
    "requests to hosts",
)

# Notes the time of every frame in which marks were painted, of the last press and input, and of the last change of panel and results.
PROBE = """
(() => {
  const seen = (window.benchmark = { frames: [], event: 0, changed: 0 });
  let isQueued = false;
  const paint = CanvasRenderingContext2D.prototype.fill;
  CanvasRenderingContext2D.prototype.fill = function (...given) {
    if (!isQueued) {
      isQueued = true;
      requestAnimationFrame(() => {
        isQueued = false;
        seen.frames.push(performance.now());
      });
    }
    return paint.apply(this, given);
  };
  for (const kind of ["pointerup", "input", "click"]) addEventListener(kind, (event) => (seen.event = event.timeStamp), true);
  addEventListener("DOMContentLoaded", () => {
    const watcher = new MutationObserver(() => requestAnimationFrame(() => (seen.changed = performance.now())));
    for (const place of document.querySelectorAll("#panel, #results")) {
      watcher.observe(place, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
    }
  });
})();
"""


class Opened:
    """A page in the browser."""

    def __init__(self, page: Any):
        self.page = page

    def seen(self, what: str) -> Any:
        """One of the probe's values: "frames", "event", "changed"."""
        return self.page.evaluate(f"window.benchmark.{what}")

    def until(self, done: Callable[[], bool], patience: float = PATIENCE) -> bool:
        """Wait until something is so; False where it takes too long."""
        start = time.monotonic()
        while not done():
            if time.monotonic() - start > patience:
                return False
            time.sleep(0.05)
        return True

    def first_drawn(self, patience: float) -> float | None:
        """Seconds from the navigation to the first picture."""
        return self.seen("frames[0]") / 1000 if self.until(lambda: self.seen("frames.length") > 0, patience) else None

    def settle(self) -> float:
        """Wait until the picture stands still; the time of its last frame, in milliseconds."""
        count = -1
        while count != (count := self.seen("frames.length")):
            time.sleep(QUIET)
        return float(self.seen("frames.at(-1)"))

    def all_shown(self) -> float:
        """Seconds from asking for all nodes to the picture that has them."""
        self.settle()
        start = self.page.evaluate("performance.now()")
        while (button := self.page.locator("#all:visible, #more:visible")).count():
            button.last.click()
        taken = (self.settle() - start) / 1000
        shown, whole = findall(r"\d+", self.page.inner_text("#shown").replace(",", ""))
        if shown != whole:
            raise RuntimeError(f"{shown} of {whole} nodes are shown")
        return taken

    def rate(self, move: Callable[[int], None]) -> float:
        """Frames a second while something moves."""
        before, start, step = self.seen("frames.length"), time.monotonic(), 0
        while (taken := time.monotonic() - start) < MOVING:
            move(step)
            step += 1
        return float(self.seen("frames.length") - before) / taken

    def pan(self) -> float:
        """Frames a second while the mouse drags the picture round."""
        x, y = self.middle()
        self.page.mouse.move(x + 9, y + 60)
        self.page.mouse.down()
        found = self.rate(lambda step: self.page.mouse.move(x + 9 + step % 40 * 4, y + 60 + step % 30 * 3))
        self.page.mouse.up()
        return found

    def zoom(self) -> float:
        """Frames a second while the wheel turns, in and out."""
        self.page.mouse.move(*self.middle())
        return self.rate(lambda step: self.page.mouse.wheel(0, -60 if step % 40 < 20 else 60))

    def middle(self) -> tuple[float, float]:
        box = self.page.locator("canvas").first.bounding_box()
        return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def answer(self, act: Callable[[], None], change: str) -> float:
        """Milliseconds from what an act raises to the frame after a change: of "changed", or of "frames.length"."""
        before = self.seen(change)
        act()
        if not self.until(lambda: self.seen(change) != before, 10):
            raise RuntimeError("the page does not answer")
        return float(self.seen("frames.at(-1)" if change.startswith("frames") else change) - self.seen("event"))


@contextmanager
def opened(launch: Launch, path: Path) -> Iterator[tuple[Opened, list[str]]]:
    """A file opened in a new browser, and the list of all requests beyond it, which grows."""
    browser = launch()
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith(("file:", "data:", "blob:")) else None)
    page.add_init_script(PROBE)
    page.goto(path.as_uri(), wait_until="commit")
    try:
        yield Opened(page), asked
    finally:
        browser.close()


def click_times(page: Opened, labels: Sequence[str]) -> list[float]:
    """How soon the panel of a node opens: each is found by search, brought to the middle of what the panel leaves, and clicked."""
    times = []
    for label in labels:
        page.page.fill("#search", label)
        page.page.keyboard.press("Enter")
        page.settle()
        stage, panel = (page.page.locator(name).bounding_box() for name in ("#canvas", "#panel"))
        x, y = (stage["x"] + panel["x"]) / 2, stage["y"] + stage["height"] / 2
        page.page.keyboard.press("Escape")
        page.settle()
        times.append(page.answer(lambda x=x, y=y: page.page.mouse.click(x, y), "changed"))
        if label not in page.page.inner_text("#panel"):
            raise RuntimeError(f"the click did not open {label}")
        page.page.keyboard.press("Escape")
        page.settle()
    return times


def search_times(page: Opened) -> list[float]:
    """How soon the results of a query stand."""
    times = []
    for query in QUERIES:
        page.page.fill("#search", "")
        page.settle()
        times.append(page.answer(lambda query=query: page.page.fill("#search", query), "changed"))
    page.page.fill("#search", "")
    return times


def of_graphkit(launch: Launch, graph: Graph, positions: layout.Positions, evidence: Evidence) -> list[str]:
    """The figures of graphkit's page, in the order of ROWS."""
    best = sorted(graph, key=lambda node: (-graph.degree(node), node))[:5]
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder, "graph.html"), Path(folder, "bare.html")
        view.write_page(graph, positions, evidence, path)
        view.write_page(graph, positions, {}, bare)
        with opened(launch, path) as (page, asked):
            first = page.first_drawn(PATIENCE)
            shown = page.all_shown()
            pan, zoom = page.pan(), page.zoom()
            clicks = click_times(page, [graph.nodes[node]["label"] for node in best])
            found = search_times(page)
        sizes = [megabytes(path), megabytes(bare)]
    return [
        *sizes,
        seconds(first),
        seconds((first or 0) + shown),
        f"{pan:.0f}",
        f"{zoom:.0f}",
        *map(milliseconds, (clicks, found)),
        str(len(asked)),
    ]


def of_pyvis(launch: Launch, graph: Graph, positions: layout.Positions | None, evidence: Evidence, patience: float) -> list[str]:
    """The figures of pyvis's page, with positions or with physics, in the order of ROWS."""
    with tempfile.TemporaryDirectory() as folder:
        path, bare = Path(folder, "pyvis.html"), Path(folder, "bare.html")
        cut = write_pyvis(graph, positions, evidence, path)
        write_pyvis(graph, positions, {}, bare)
        sizes = [megabytes(path), megabytes(bare)]
        with opened(launch, path) as (page, asked):
            first = page.first_drawn(patience)
            if first is None:
                return [*sizes, *[f"> {patience:.0f}"] * 2, *["–"] * 4, f"{len(asked)} ({cut} cut)"]
            if positions is None:
                pan, zoom, clicks = page.pan(), page.zoom(), []
            else:
                page.settle()
                pan, zoom = page.pan(), page.zoom()
                page.settle()
                clicks = [page.answer(lambda: page.page.mouse.click(*page.middle()), "frames.length") for _ in QUERIES]
    return [*sizes, *[seconds(first)] * 2, per_second(pan), per_second(zoom), milliseconds(clicks), "–", f"{len(asked)} ({cut} cut)"]


def megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1e6:.2f}"


def per_second(value: float) -> str:
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"


def seconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def milliseconds(values: Sequence[float]) -> str:
    return f"{median(values):.0f}" if values else "–"


def table(count: int, launch: Launch, patience: float) -> None:
    """Print the table of a generated graph, in Markdown."""
    graph, evidence = synthetic.graph(count, 3 * count)
    positions = layout.positions(graph)
    columns = [
        of_graphkit(launch, graph, positions, evidence),
        of_pyvis(launch, graph, positions, evidence, patience),
        of_pyvis(launch, graph, None, evidence, patience),
    ]
    print(f"\n| {count:,} / {3 * count:,} | graphkit | pyvis, positions given | pyvis as it comes |\n|---|---:|---:|---:|")
    for name, *cells in zip(ROWS, *columns, strict=True):
        print(f"| {' | '.join((name, *cells))} |", flush=True)


def main() -> None:
    """Print a table for each size."""
    patience = float(sys.argv[1]) if len(sys.argv) > 1 else PATIENCE
    path = which("chromium") or which("chromium-browser") or which("google-chrome")
    if path is None:
        sys.exit("no chromium on the PATH")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright:
        for count in SIZES:
            table(count, partial(playwright.chromium.launch, executable_path=path, args=flags), patience)


if __name__ == "__main__":
    main()
