"""The explorable page inside a notebook: an iframe that holds the whole of it, so that Lab, VS Code and Colab need no file."""

from dataclasses import dataclass
from html import escape

from graphkit import layout, store
from graphkit.graph import Graph
from graphkit.query.source import Source
from graphkit.view.data import page_data
from graphkit.view.page import render


@dataclass(frozen=True, slots=True, repr=False)
class Frame:
    """A page that a notebook shows: `html` is the whole page, `height` that of its window in pixels."""

    html: str
    height: int

    def __repr__(self) -> str:
        return f"<page of {len(self.html.encode()) / 1e6:.1f} MB; shown in a notebook>"

    def _repr_html_(self) -> str:
        allowed = "allow-scripts allow-downloads allow-popups"
        style = "width:100%;border:1px solid rgba(128,128,128,.4)"
        return f'<iframe srcdoc="{escape(self.html)}" height="{self.height:d}" style="{style}" sandbox="{allowed}"></iframe>'


def frame(graph: Graph, source: Source, *, height: int, people: str, title: str) -> Frame:
    """The page of a part of the graph."""
    graph.graph["title"] = title
    evidence: dict[str, list[store.Evidence]] = {}
    for item in source.evidence(key for _, _, key in graph.edges(keys=True)):
        evidence.setdefault(item.relation, []).append(item)
    return Frame(render(page_data(graph, layout.positions(graph), evidence)), height)
