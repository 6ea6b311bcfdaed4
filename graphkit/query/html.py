"""An answer in a notebook: table, counts and a small picture. All of it escaped; no script, no style beyond the elements."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from graphkit import ontology
from graphkit.graph import Graph
from graphkit.query.result import Result
from graphkit.query.rows import Row

ROWS = 16  # shown of a table
DRAWN = 40  # nodes of the picture
NAME = 12  # characters of a name in it
SIZE, LINE = 11, 14  # of a name's characters, and what its line takes
WIDTH, HEIGHT, EDGE, MARGIN = 640, 360, 24, 72
UNPICTURED = {"sentence", "depth"}  # columns of answers that stand for themselves: what was said, and trees
CLOSE = 1.0  # the largest scale of the picture, as a part of the layout's
LONGEST, UNBROKEN = 120, 20  # characters of a cell, and of one that stays in one line
_CELL = "padding:2px 8px;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.3)"


def result_html(result: Result) -> str:
    """An answer as HTML."""
    rows = f"{len(result):,} 行" + (f"（只取前 {result.limit:,} 行；limit=None 取全部）" if result.limit is not None else "")
    graph = result.to_networkx()
    counts = f"{rows}，{_counts(graph)}" if graph else rows
    return _html(result, counts, "" if UNPICTURED & set(result.columns) else _picture(graph))


def graph_html(summary: Result, graph: Graph) -> str:
    """A whole graph as HTML: what there is of each type, and its best connected part."""
    return _html(summary, _counts(graph), _picture(graph))


def _counts(graph: Graph) -> str:
    return f"{graph.number_of_nodes():,} 个实体，{graph.number_of_edges():,} 条关系"


def _html(result: Result, counts: str, picture: str) -> str:
    return f'<div style="overflow-x:auto"><p><b>{escape(result.title)}</b>　{counts}</p>{_table(result)}{picture}</div>'


def _table(result: Result) -> str:
    columns = [column for column in result.columns if any(result.told(column, row[column]) for row in result.rows[:ROWS])]
    if not columns:
        return ""
    head = "".join(f'<th style="{_CELL};white-space:nowrap">{escape(result.heading(column))}</th>' for column in columns)
    body = "".join("<tr>" + "".join(_cell(result, row, column) for column in columns) + "</tr>" for row in result.rows[:ROWS])
    rest = f"<p>另有 {len(result) - ROWS:,} 行未显示；.df 给出全部</p>" if len(result) > ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{rest}"


def _cell(result: Result, row: Row, column: str) -> str:
    text = result.shown(row, column)
    marked = column == "sentence" and row.marks
    inside = _marked(text, row.marks) if marked else escape(text if len(text) <= LONGEST else f"{text[:LONGEST]}…")
    return f'<td style="{_CELL}{";min-width:18em" if len(text) > UNBROKEN else ";white-space:nowrap"}">{inside}</td>'


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """A sentence with the names of the relation's ends marked."""
    inside = {place for start, end in marks for place in range(start, end)}
    pieces, last = [], False
    for place, character in enumerate(text):
        if (place in inside) != last:
            pieces.append("</mark>" if last else "<mark>")
            last = not last
        pieces.append(escape(character))
    return "".join(pieces) + ("</mark>" if last else "")


def _picture(graph: Graph) -> str:
    """The network of an answer, or its part with the most relations, as inline SVG."""
    if graph.number_of_edges() == 0:
        return ""
    degrees = dict(graph.degree())
    first = graph.subgraph(sorted(graph, key=lambda node: (-degrees[node], node))[:DRAWN])
    ranked = sorted((node for node in first if first.degree(node)), key=lambda node: (-degrees[node], node))
    shown = graph.subgraph(ranked)
    if not shown:
        return ""
    places, height = _places(shown)
    lines = "".join(_line(places[head], places[tail], kind) for head, tail, kind in sorted(shown.edges(data="type")))
    radii = {node: min(4 + degrees[node] ** 0.5, 10) for node in ranked}
    dots = "".join(_dot(shown, node, places[node], radii[node]) for node in ranked)
    names = "".join(_names(shown, ranked, places, radii))
    whole = f"<p>图中为联系最多的 {len(shown)} 个实体，共 {len(graph):,} 个；.show() 打开全图</p>" if len(shown) < len(graph) else ""
    box = f'viewBox="0 0 {WIDTH} {height:g}" width="{WIDTH}" height="{height:g}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="关系图" {box}>{lines}{dots}{names}</svg>{whole}'


def _places(graph: Graph) -> tuple[dict[str, tuple[float, float]], float]:
    """The layout over the picture's width, and the height that it needs, which is cut where it is too high."""
    from graphkit import layout

    found = layout.positions(graph)
    left, top = (min(place[axis] for place in found.values()) for axis in (0, 1))
    wide, high = (max(place[axis] for place in found.values()) - low or 1.0 for axis, low in ((0, left), (1, top)))
    across = min(CLOSE, (WIDTH - 2 * MARGIN) / wide)
    down = min(across, (HEIGHT - 2 * EDGE) / high)
    places = {node: (round(MARGIN + (x - left) * across, 1), round(EDGE + (y - top) * down, 1)) for node, (x, y) in found.items()}
    return places, round(high * down + 2 * EDGE, 1)


def _line(one: Sequence[float], two: Sequence[float], kind: str) -> str:
    relation = ontology.load().relations[kind]
    ends = f'x1="{one[0]}" y1="{one[1]}" x2="{two[0]}" y2="{two[1]}"'
    return f'<line {ends} stroke="{relation.color}" stroke-opacity="0.5"><title>{escape(relation.zh)}</title></line>'


def _dot(graph: Graph, node: str, place: Sequence[float], radius: float) -> str:
    fields = graph.nodes[node]
    kind = ontology.load().types[fields["type"]]
    told = f"<title>{escape(fields['label'])}（{kind.zh}）</title>"
    return f'<circle cx="{place[0]}" cy="{place[1]}" r="{radius:.1f}" fill="{kind.color}">{told}</circle>'


def _names(graph: Graph, ranked: Iterable[str], places: Mapping[str, Sequence[float]], radii: Mapping[str, float]) -> Iterator[str]:
    """The names below the nodes, the best connected first; one that would lie on another is left to the pointer."""
    taken: list[tuple[float, float, float]] = []
    for node in ranked:
        label = graph.nodes[node]["label"]
        short = label if len(label) <= NAME else f"{label[: NAME - 1]}…"
        x, y, half = places[node][0], places[node][1] + radii[node] + SIZE, len(short) * SIZE / 2
        if all(abs(x - other) >= half + wide or abs(y - level) >= LINE for other, level, wide in taken):
            taken.append((x, y, half))
            yield f'<text x="{x}" y="{y:.1f}" font-size="{SIZE}" fill="currentColor" text-anchor="middle">{escape(short)}</text>'
