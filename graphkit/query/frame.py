"""The explorable page inside a notebook: an iframe that holds the whole of it, so that Lab, VS Code and Colab need no file."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from graphkit import layout
from graphkit.errors import QueryError
from graphkit.graph import Graph
from graphkit.privacy import MASK
from graphkit.query.source import Source
from graphkit.selection import Part, Selection, select
from graphkit.view.data import page_data
from graphkit.view.page import render

PEOPLE = ("public", "all", "none")


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


@lru_cache(maxsize=4)
def published(source: Source, people: str) -> Part:
    """The whole graph as it may leave the office: the people that the setting leaves out are gone, and masked in every sentence.

    Raises QueryError for a setting that is none.
    """
    if people not in PEOPLE:
        raise QueryError(f"people are {', '.join(PEOPLE)}, not {people}")
    return select(source.path, Selection(people=people))


def hidden(source: Source, people: str) -> set[str]:
    """The ids of the people whom the setting leaves out."""
    public = published(source, people).graph
    return {node for node in source.graph if node not in public}


def public_title(source: Source, people: str, title: str) -> str:
    """An answer's title with the names of those left out masked."""
    for node in hidden(source, people):
        title = title.replace(source.entities[node].name, MASK)
    return title


def frame(source: Source, shown: "Graph | None", *, height: int, people: str, title: str) -> Frame:
    """The page of a part of the graph, or of the whole. Raises QueryError where nothing is left of it to show."""
    part = published(source, people)
    graph = part.graph.copy() if shown is None else left_of(shown, part.graph)
    if not graph:
        raise QueryError(f"nothing to show: {public_title(source, people, title)} has no entities that may be shown")
    graph.graph["title"] = public_title(source, people, title)
    keys = {key for _, _, key in graph.edges(keys=True)}
    evidence = {key: told for key, told in part.evidence.items() if key in keys}
    return Frame(render(page_data(graph, layout.positions(graph), evidence)), height)


def left_of(shown: Graph, published: Graph) -> Graph:
    """What is left of a part of the graph in the published one, as that tells it."""
    edges = [edge for edge in shown.edges(keys=True) if published.has_edge(*edge)]
    graph: Graph = published.__class__(**published.graph)
    graph.add_nodes_from((node, published.nodes[node]) for node in shown if node in published)
    graph.add_edges_from((*edge, published.edges[edge]) for edge in edges)
    return graph
