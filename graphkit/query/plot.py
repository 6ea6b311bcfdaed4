"""Answers drawn with matplotlib, with a font that has Chinese characters: found, or named in the message; never boxes in silence."""

from collections.abc import Iterator, MutableMapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from graphkit import card, layout, ontology
from graphkit.errors import QueryError
from graphkit.graph import Graph
from graphkit.query.extras import require
from graphkit.query.frame import hidden, left_of, public_title, published
from graphkit.query.result import Chart, Result
from graphkit.query.rows import Row, heading, told

BARS, BRANCHES, DRAWN, NAMED, LABEL = 30, 80, 300, 30, 28
# What the usual systems have, best first; any other font with the characters will do
FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK JP", "SimHei")
NEEDED = "工会陕龙"
MISSING = (
    "no font with Chinese characters was found; install one: apt install fonts-noto-cjk (Debian, Ubuntu), "
    "dnf install google-noto-sans-cjk-fonts (Fedora), or copy a .ttf or .otf into ~/.fonts; then start Python anew"
)


@lru_cache
def chinese_font() -> str:
    """The name of an installed font with Chinese characters, ready for matplotlib: rcParams["font.family"] = chinese_font().

    Raises QueryError naming what to install where there is none.
    """
    manager = require("matplotlib.font_manager", "matplotlib")
    known = {entry.fname for entry in manager.fontManager.ttflist}
    for path in manager.findSystemFonts():  # those installed since matplotlib last looked
        if path not in known:
            _add(manager, path)
    names = {(entry.name, entry.fname) for entry in manager.fontManager.ttflist}
    for name, path in sorted(names, key=lambda font: (FONTS.index(font[0]) if font[0] in FONTS else len(FONTS), *font)):
        if _has_characters(path):
            return str(name)
    raise QueryError(MISSING)


def _add(manager: Any, path: str) -> None:
    with suppress(OSError, RuntimeError):  # a font file that is damaged is no font
        manager.fontManager.addfont(path)


def _has_characters(path: str) -> bool:
    """Whether a font draws each of a few characters in its own way; matplotlib's font of last resort has one box for all."""
    module = require("matplotlib.ft2font", "matplotlib")
    try:
        font = module.FT2Font(path)
    except (OSError, RuntimeError):
        return False
    glyphs = {font.get_char_index(ord(character)) for character in NEEDED}
    return len(glyphs) == len(NEEDED) and 0 not in glyphs


def plot(result: Result, ax: Any, people: str) -> Any:
    """Draw an answer on axes (new ones for None) and return them."""
    result = replace(result, title=public_title(result.source, people, result.title), rows=tuple(_shown(result, people)))
    pyplot = require("matplotlib.pyplot", "matplotlib")
    with _font(pyplot.rcParams):
        if not result.rows:
            raise QueryError(f"nothing to draw: {result.title} has no rows")
        if result.chart is not None:
            draw = _bars if result.chart.value else _tree if result.chart.depth else _spans
            return draw(result, result.chart, ax, pyplot)
        if not result.edges:
            raise QueryError(f"nothing to draw: {result.title} has no relations")
        return _network(result, left_of(result.to_networkx(), published(result.source, people).graph), ax, pyplot)


@contextmanager
def _font(settings: MutableMapping[str, Any]) -> Iterator[None]:
    """Chinese characters for what is drawn meanwhile. matplotlib's own rc_context would also undo what a notebook's backend sets
    when the first figure is made, and no second figure would be shown."""
    wanted = {"font.family": [chinese_font(), "DejaVu Sans"], "axes.unicode_minus": False}
    before = {name: settings[name] for name in wanted}
    settings.update(wanted)
    try:
        yield
    finally:
        settings.update(before)


def _shown(result: Result, people: str) -> Iterator[Row]:
    """The rows whose labels name nobody that the setting leaves out."""
    gone = hidden(result.source, people)
    names = {result.source.entities[node].name for node in gone}
    columns = result.chart.labels if result.chart else ()
    for row in result.rows:
        if not gone & set(row.nodes) or not any(row[column] in names for column in columns if isinstance(row[column], str)):
            yield row


def _axes(ax: Any, pyplot: Any, rows: int) -> Any:
    """The given axes, or new ones as high as so many rows need."""
    return ax or pyplot.subplots(figsize=(8, 0.9 + 0.3 * rows), layout="constrained")[1]


def _labels(rows: Sequence[Row], chart: Chart) -> list[str]:
    """What stands beside each row: the cells of the columns for it, but for those that are the same everywhere."""
    cells = [[told(column, row[column]) for row in rows] for column in chart.labels]
    telling = [column for column in cells if len(set(column)) > 1] or cells[:1]
    texts = (" ".join(cell for cell in row if cell) for row in zip(*telling, strict=True))
    return [text if len(text) <= LABEL else f"{text[: LABEL - 1]}…" for text in texts]


def _measure(row: Row) -> str:
    """What a row's number counts: its unit, of things and of times what they are counted by (场, 人次)."""
    unit, counter = (str(row.get(column) or "") for column in ("unit", "counter"))
    return counter if unit == "item" or counter.endswith("次") else unit


def _title(result: Result, shown: int, unit: str = "") -> str:
    """The title of a drawing, with what it leaves out."""
    told_unit = f"（{unit}）" if unit and unit not in result.title else ""
    return f"{result.title}{told_unit}" + (f"：{len(result)} 行中的 {shown} 行" if shown < len(result) else "")


def _bars(result: Result, chart: Chart, ax: Any, pyplot: Any) -> Any:
    """Horizontal bars, the first row on top. Numbers of different units do not stand on one axis: those of the commonest are drawn."""
    units = [_measure(row) for row in result.rows]
    unit = max(dict.fromkeys(units), key=units.count)
    rows = [row for row, of in zip(result.rows, units, strict=True) if of == unit][:BARS]
    ax = _axes(ax, pyplot, len(rows))
    bars = ax.barh(range(len(rows)), [row[chart.value] for row in rows], color=ontology.load().types["UNION"].color)
    ax.bar_label(bars, [told(chart.note or chart.value, row[chart.note or chart.value]) for row in rows], padding=3, fontsize=8)
    ax.xaxis.set_major_formatter(_readable)
    return _finished(ax, _labels(rows, chart), _title(result, len(rows), card.unit_word(unit)), heading(chart.value))


def _readable(value: float, _: int) -> str:
    """A number below an axis: 50万, 1.2亿."""
    scale, suffix = (1e8, "亿") if abs(value) >= 1e8 else (1e4, "万") if abs(value) >= 1e4 else (1, "")
    return f"{value / scale:g}{suffix}"


def _spans(result: Result, chart: Chart, ax: Any, pyplot: Any) -> Any:
    """One line a row from its first to its last day; what is told of one day alone is a dot."""
    first, last = chart.span
    rows = [row for row in result.rows if row[first]][:BARS]
    if not rows:
        raise QueryError(f"nothing to draw: {result.title} has no dates")
    ax = _axes(ax, pyplot, len(rows))
    for place, row in enumerate(rows):
        days = [date.fromisoformat(row[end]) for end in (first, last)]
        ax.plot(days, [place, place], marker="o", linewidth=4, solid_capstyle="round", color=ontology.load().types["PERSON"].color)
    return _finished(ax, _labels(rows, chart), _title(result, len(rows)), heading("date"))


def _tree(result: Result, chart: Chart, ax: Any, pyplot: Any) -> Any:
    """One line a row, further right the deeper it stands, joined to the row above it in the tree; dashed where no article says so."""
    rows = list(result.rows)[:BRANCHES]
    ax = _axes(ax, pyplot, len(rows))
    color = ontology.load().types["UNION"].color
    latest: dict[int, int] = {}
    for place, (row, label) in enumerate(zip(rows, _labels(rows, chart), strict=True)):
        depth = row[chart.depth]
        if depth - 1 in latest:
            style = "-" if row["basis"] == "evidence" else ":"
            ax.plot((depth - 1, depth - 1, depth), (latest[depth - 1], place, place), style, color="gray", linewidth=1, zorder=1)
        latest[depth] = place
        ax.plot(depth, place, "o", color=color, zorder=2)
        ax.annotate(label, (depth, place), xytext=(7, 0), textcoords="offset points", va="center", fontsize=9)
    ax.set_xlim(min(latest) - 0.2, max(latest) + 2)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_title(_title(result, len(rows)) + ("（虚线：据名称与建制）" if any(row["basis"] == "name" for row in rows) else ""))
    ax.set_axis_off()
    return ax


def _finished(ax: Any, labels: list[str], title: str, below: str) -> Any:
    font = chinese_font()
    ax.set_yticks(range(len(labels)), labels, fontfamily=font)
    ax.set_ylim(len(labels) - 0.4, -0.6)
    ax.margins(x=0.12)
    ax.set_xlabel(below)
    ax.set_title(title)
    ax.spines[["top", "right"]].set_visible(False)
    return ax


def _network(result: Result, whole: Graph, ax: Any, pyplot: Any) -> Any:
    """The answer's network, or its part with the most relations; the best connected with their names."""
    degrees = dict(whole.degree())
    ranked = sorted(whole, key=lambda node: (-degrees[node], node))[:DRAWN]
    graph = whole.subgraph(ranked)
    places = layout.positions(graph)
    ax = ax or pyplot.subplots(figsize=(8, 6), layout="constrained")[1]
    relations, kinds = ontology.load().relations, ontology.load().types
    for head, tail, kind in sorted(graph.edges(data="type")):
        (x, y), (u, v) = places[head], places[tail]
        ax.plot((x, u), (y, v), color=relations[kind].color, linewidth=0.8, alpha=0.6, zorder=1)
    for kind in (kind for kind in kinds.values() if any(graph.nodes[node]["type"] == kind.name for node in ranked)):
        nodes = [node for node in ranked if graph.nodes[node]["type"] == kind.name]
        xs, ys = zip(*(places[node] for node in nodes), strict=True)
        ax.scatter(xs, ys, s=[30 + 25 * degrees[node] ** 0.8 for node in nodes], color=kind.color, label=kind.zh, zorder=2)
    for node in ranked[:NAMED]:
        ax.annotate(graph.nodes[node]["label"], places[node], xytext=(4, 4), textcoords="offset points", fontsize=8, zorder=3)
    for handle in ax.legend(fontsize=8, frameon=False).legend_handles:
        handle.set_sizes([40])
    part = f"：{len(whole)} 个实体中的 {len(ranked)} 个" if len(ranked) < len(whole) else ""
    ax.set_title(f"{result.title}{part}")
    ax.set_axis_off()
    return ax
