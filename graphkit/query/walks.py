"""The graph's questions that walk: neighbours and shortest paths."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from graphkit import ontology, store
from graphkit.errors import QueryError
from graphkit.query.questions import SEEN, measured, told
from graphkit.query.result import Result, answer
from graphkit.query.rows import Row
from graphkit.query.source import Source, Who
from graphkit.query.terms import node_type, relation_names

DIRECTIONS = ("both", "out", "in")
STEP = ("from", "direction", "relation", "to", "type", "says", *SEEN)


def neighbors(source: Source, who: Who, *, relation: str | list[str], direction: str, hops: int, of_type: str, limit: int | None) -> Result:
    """See `KnowledgeGraph.neighbors`."""
    if direction not in DIRECTIONS:
        raise QueryError(f"a direction is {', '.join(DIRECTIONS)}, not {direction}")
    if hops < 1:
        raise QueryError(f"hops count from 1, not {hops}")
    entity = source.one(who)
    wanted = node_type(of_type).name if of_type else ""
    rows = (row for row in _outward(source, entity.id, relation_names(relation), direction, hops) if not wanted or row["type"] == wanted)
    title = f"{entity.name}{f' {hops} 步之内' if hops > 1 else ''}的邻居"
    return answer(source, title, ("hop", *STEP), rows, limit)


def _outward(source: Source, start: str, relations: tuple[str, ...], direction: str, hops: int) -> Iterator[Row]:
    """The relations by which each entity is first reached, nearest first."""
    reached, front = {start}, [start]
    for hop in range(1, hops + 1):
        found: dict[str, None] = {}
        for node in front:
            for item in _relations(source, node, relations, direction):
                other = item.tail if item.head == node else item.head
                if other not in reached:
                    found[other] = None
                    yield _step(source, item, node, hop=hop)
        reached.update(found)
        front = list(found)


def _relations(source: Source, node: str, relations: tuple[str, ...], direction: str) -> list[store.Relation]:
    """The relations of an entity, by type and what is told most."""
    order = list(ontology.load().relations)
    ends = [side for name, side in (("out", source.outward), ("in", source.inward)) if direction in {name, "both"}]
    found = [item for side in ends for kind in (relations or tuple(side)) for item in side[kind].get(node, ())]
    return sorted(found, key=lambda item: (order.index(item.type), item.head != node, -item.articles, item.first, item.id))


def _step(source: Source, item: store.Relation, node: str, **cells: Any) -> Row:
    """A relation told from one of its ends."""
    outward = item.head == node
    other = item.tail if outward else item.head
    names = {"from": source.entities[node].name, "direction": "out" if outward else "in", "relation": item.type}
    names |= {"to": source.entities[other].name, "type": source.entities[other].type, "says": told(item)}
    return Row({**cells, **names, **measured(item)}, (other, node), (item.id,))


def path(source: Source, one: Who, two: Who, *, relation: str | list[str], limit: int | None) -> Result:
    """See `KnowledgeGraph.path`."""
    start, end = source.one(one), source.one(two)
    routes = _routes(source, start.id, end.id, frozenset(relation_names(relation)))
    rows = (
        _step(source, item, node, route=number, step=step)
        for number, route in enumerate(routes, 1)
        for step, (node, other) in enumerate(pairwise(route), 1)
        for item in _between(source, node, other, frozenset(relation_names(relation)))
    )
    return answer(source, f"{start.name}到{end.name}的最短路径", ("route", "step", *STEP), rows, limit)


def _routes(source: Source, start: str, end: str, relations: frozenset[str]) -> Iterator[list[str]]:
    """All shortest ways from one entity to another, whichever way their relations lead; none where they are one."""
    before: dict[str, list[str]] = {start: []}
    front = [start]
    while front and end not in before:
        found: dict[str, list[str]] = defaultdict(list)
        for node in front:
            for other in source.near[node]:
                if other not in before and _between(source, node, other, relations):
                    found[other].append(node)
        before |= found
        front = sorted(found)
    if end in before and start != end:
        yield from _unwound(before, [end])


def _unwound(before: dict[str, list[str]], tail: list[str]) -> Iterator[list[str]]:
    if not before[tail[0]]:
        yield tail
    for node in before[tail[0]]:
        yield from _unwound(before, [node, *tail])


def _between(source: Source, one: str, two: str, relations: frozenset[str]) -> list[store.Relation]:
    return [item for item in source.near[one][two] if not relations or item.type in relations]
