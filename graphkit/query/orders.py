"""Answers in an order of their own: what there is, a region's unions as a tree, an entity's facts in time."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graphkit import names, ontology, regions, store
from graphkit.graph import counts
from graphkit.query.questions import told
from graphkit.query.result import Chart, Result, answer
from graphkit.query.rows import Row
from graphkit.query.source import Source, Who, seen

ENTITY = ("name", "type", "region", "articles", "names", "id")


def hierarchy(source: Source, region: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.hierarchy`."""
    entity = source.one(region, ("REGION",))
    unions = [body for body in source.bodies(entity) if body.type == "UNION"]
    parents = _parents(source, unions)
    below: dict[str, list[store.Entity]] = defaultdict(list)
    for union in unions:
        below[parents[union.id][0]].append(union)
    columns = ("depth", "union", "region", "parent", "basis", "articles")
    return answer(
        source, f"{entity.name}的工会层级", columns, _tree(source, below, parents, "", 0), limit, Chart(("union",), depth="depth")
    )


def _parents(source: Source, unions: list[store.Entity]) -> dict[str, tuple[str, str, str]]:
    """For each union the one above it, how that is known, and the relation that says it; no union stands above itself."""
    heads = {union.region: union.id for union in unions if union.region and _leads(union)}
    listed = {union.id for union in unions}
    found: dict[str, tuple[str, str, str]] = {}
    for union in unions:
        upper = (step for step in _uppers(source, union, heads) if step[0] in listed and not _leads_to(found, step[0], union.id))
        found[union.id] = next(upper, ("", "", ""))
    return found


def _leads(union: store.Entity) -> bool:
    """Whether a union is that of its whole division; a township's has the county's code too."""
    parsed = names.parse(union.name)
    return parsed.rest == "总工会" and not parsed.tail


def _uppers(source: Source, union: store.Entity, heads: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """The unions that can stand above one: those that articles name, the surest first, then those of its division and above."""
    for relation in sorted(source.outward["PART_OF"].get(union.id, ()), key=lambda relation: (-relation.confidence, relation.id)):
        yield relation.tail, "evidence", relation.id
    place = regions.load().by_code.get(union.region)
    if place is not None:
        for division in (place, *regions.load().parents(place)):
            if division.code in heads:
                yield heads[division.code], "name", ""


def _leads_to(found: dict[str, tuple[str, str, str]], lower: str, upper: str) -> bool:
    """Whether a union is, or stands below, another one as far as is known."""
    while lower and lower != upper:
        lower = found.get(lower, ("", "", ""))[0]
    return lower == upper


def _tree(
    source: Source, below: dict[str, list[store.Entity]], parents: dict[str, tuple[str, str, str]], upper: str, depth: int
) -> Iterator[Row]:
    for union in below[upper]:
        place = regions.load().by_code.get(union.region)
        _, basis, relation = parents[union.id]
        parent = source.entities[upper].name if upper else ""
        cells = {"depth": depth, "union": union.name, "region": place.name if place else "", "parent": parent, "basis": basis}
        nodes = (union.id, upper) if upper else (union.id,)
        lies = [located.id for located in source.outward["LOCATED_IN"].get(union.id, ())]
        yield Row({**cells, "articles": union.articles}, nodes, (relation, *lies) if relation else tuple(lies))
        yield from _tree(source, below, parents, union.id, depth + 1)


def timeline(source: Source, who: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.timeline`."""
    entity = source.one(who)
    kinds = ontology.load().relations
    told_of = [
        relation
        for kind in kinds
        if kind != "LOCATED_IN"  # no event
        for ends in (source.outward, source.inward)
        for relation in ends[kind].get(entity.id, ())
        if _days(relation)[0]
    ]
    rows = (_event(source, relation, entity.id) for relation in sorted(told_of, key=lambda relation: (_days(relation), relation.id)))
    columns = ("date", "last", "about", "other", "says", "articles", "confidence")
    chart = Chart(("about", "other", "says"), span=("date", "last"))
    return answer(source, f"{entity.name}的时间线", columns, rows, limit, chart)


def _days(relation: store.Relation) -> tuple[str, str]:
    """When what a relation tells took place: the period of a figure, else the days on which it is told."""
    first, _, last = str(relation.attributes.get("period", "")).partition("/")
    return (first, last) if last else seen(relation)


def _event(source: Source, relation: store.Relation, entity: str) -> Row:
    kind = ontology.load().relations[relation.type]
    outward = relation.head == entity
    other = relation.tail if outward else relation.head
    first, last = _days(relation)
    cells: dict[str, Any] = {
        "date": first,
        "last": last,
        "about": kind.zh if outward else kind.reverse,
        "other": source.entities[other].name,
    }
    cells |= {"says": told(relation), "articles": relation.articles, "confidence": round(relation.confidence, 2)}
    return Row(cells, (other, entity), (relation.id,))


def entity_row(entity: store.Entity) -> Row:
    """An entity as a row."""
    place = regions.load().by_code.get(entity.region)
    others = [name for name in entity.names if name != entity.name]
    cells = {"name": entity.name, "type": entity.type, "region": place.name if place else "", "articles": entity.articles}
    return Row({**cells, "names": others, "id": entity.id}, (entity.id,))


def summary(source: Source) -> Result:
    """See `KnowledgeGraph.summary`."""
    known = ontology.load()
    nodes, edges = counts(source.graph)
    rows = [Row({"group": "node", "name": known.types[kind].zh, "count": count, "first": "", "last": ""}) for kind, count in nodes.items()]
    for kind, count in edges.items():
        days = [day for relation in source.relations.values() if relation.type == kind for day in seen(relation) if day]
        span = {"first": min(days, default=""), "last": max(days, default="")}
        rows.append(Row({"group": "edge", "name": known.relations[kind].zh, "count": count, **span}))
    title = str(source.graph.graph.get("title", ""))
    return answer(source, title, ("group", "name", "count", "first", "last"), rows, None, Chart(("group", "name"), "count"))
