"""Who stays by name: people with a post, an honour or a byline. The others are nobody's business beyond the office."""

from collections.abc import Iterable, Iterator

from graphkit import lexicon, store
from graphkit.graph import Graph
from graphkit.text import normalise, squeeze

_MAKE_PUBLIC = frozenset({"HOLDS", "AWARDED"})


def left_out(graph: Graph, texts: Iterable[store.Text], signed: frozenset[str], people: str) -> frozenset[str]:
    """The ids of the people that a setting leaves out of a whole graph.

    `public` keeps those who hold a post or an honour, who are `signed` (named as an author by the text), whom an article's byline
    names, or whom every reader knows; `all` keeps everybody, `none` nobody.
    """
    persons = frozenset(node for node, kind in graph.nodes(data="type") if kind == "PERSON")
    if people == "all":
        return frozenset()
    if people == "none":
        return persons
    public = {head for head, _, kind in graph.edges(data="type") if kind in _MAKE_PUBLIC}
    known = {node for node in persons if graph.nodes[node]["label"] in lexicon.read_yaml("people.yml")["known"]}
    return persons - public - known - signed - set(_in_bylines(graph, texts, persons))


def _in_bylines(graph: Graph, texts: Iterable[store.Text], persons: frozenset[str]) -> Iterator[str]:
    """The people whom the byline of an article names that they are mentioned in."""
    for text in texts:
        byline = squeeze(normalise(text.byline))
        yield from (entity for _, _, entity in text.mentions if byline and entity in persons and graph.nodes[entity]["label"] in byline)
