"""The field's questions: who holds which post, what a union runs, how much it gave, whom it works with."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from graphkit import card, figures, ontology, store
from graphkit.errors import QueryError
from graphkit.query.result import Chart, Result, answer
from graphkit.query.rows import Row
from graphkit.query.source import BODIES, Source, Who, during, interval, seen

SEEN = ("articles", "first", "last", "confidence")
GROUPS = {"program": "program", "year": "year", "union": "whose"}
FIGURE = ("upper", "counter", "cumulative", "part", "rough", "period", "giver", "receiver", "articles", "confidence")


def told(relation: store.Relation) -> str:
    """What a relation tells beside its ends, in readers' words: 主席，见于2014年; 投入50万元，2014年."""
    return card.detail(relation.attributes, relation.first, relation.last).removeprefix("（").removesuffix("）")


def measured(relation: store.Relation) -> dict[str, Any]:
    """The cells of every relation: the articles that tell it, its first and last day, its confidence."""
    first, last = seen(relation)
    return {"articles": relation.articles, "first": first, "last": last, "confidence": round(relation.confidence, 2)}


def officials(source: Source, who: Who, *, at: str | int, limit: int | None) -> Result:
    """See `KnowledgeGraph.officials`."""
    entity, days = source.one(who, (*BODIES, "REGION")), interval(at)
    until = days[1] if days else "9999"
    bodies = [entity, *source.bodies(entity)] if entity.type == "REGION" else [entity]
    found = [
        held
        for body in bodies
        for held in sorted(source.inward["HOLDS"].get(body.id, ()), key=lambda held: (*card.place(held, held.tail), held.id))
    ]
    rows = (
        _row(source, held, person=held.head, body=held.tail, post=held.attributes["title"], status=source.status(held, until))
        for held in found
        if during(held, days)
    )
    labels = ("person", "status", "post") if len(bodies) == 1 else ("body", "person", "status", "post")
    title = f"{entity.name}的任职者{_when(at, found)}"
    return answer(source, title, ("body", "person", "post", "status", *SEEN), rows, limit, Chart(labels))


def posts(source: Source, person: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.posts`."""
    entity = source.one(person, ("PERSON",))
    held = sorted(source.outward["HOLDS"].get(entity.id, ()), key=lambda relation: (seen(relation), relation.id))
    rows = (
        _row(source, relation, body=relation.tail, post=relation.attributes["title"], status=source.status(relation)) for relation in held
    )
    return answer(source, f"{entity.name}的职务", ("body", "post", "status", *SEEN), rows, limit, Chart(("body", "status", "post")))


def programs(source: Source, who: Who, *, at: str | int, limit: int | None) -> Result:
    """See `KnowledgeGraph.programs`."""
    entity, days = source.one(who, (*BODIES, "REGION")), interval(at)
    found = list(_of_bodies(source, entity, "RUNS"))
    rows = (
        _row(
            source, relation, program=relation.tail, body=relation.head, family=source.entities[relation.tail].attributes.get("family", "")
        )
        for relation in found
        if during(relation, days)
    )
    title = f"{entity.name}开展的项目活动{_when(at, found)}"
    return answer(source, title, ("body", "program", "family", *SEEN), rows, limit, Chart(("body", "program")))


def honours(source: Source, who: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.honours`."""
    entity = source.one(who, ("PERSON", *BODIES, "PROGRAM", "REGION", "HONOR"))
    rows = (
        _row(source, relation, honour=relation.tail, holder=relation.head, level=source.entities[relation.tail].attributes.get("level", ""))
        for relation in _both_ways(source, entity, "AWARDED", "HONOR")
    )
    title = f"{entity.name}的获得者" if entity.type == "HONOR" else f"{entity.name}获得的荣誉"
    return answer(source, title, ("holder", "honour", "level", *SEEN), rows, limit)


def documents(source: Source, who: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.documents`."""
    entity = source.one(who, (*BODIES, "REGION", "DOC"))
    rows = (
        _row(
            source,
            relation,
            issuer=relation.head,
            document=relation.tail,
            number=source.entities[relation.tail].attributes.get("number", ""),
        )
        for relation in _both_ways(source, entity, "ISSUED", "DOC")
    )
    title = f"{entity.name}的发文单位" if entity.type == "DOC" else f"{entity.name}印发的文件"
    return answer(source, title, ("issuer", "document", "number", *SEEN), rows, limit)


def partners(source: Source, who: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.partners`."""
    entity = source.one(who, (*BODIES, "REGION"))
    rows = (
        _row(source, relation, partner=other, body=one, type=source.entities[other].type)
        for relation, one, other in _once(chain.from_iterable(_partnerships(source, body) for body in source.bodies(entity)))
    )
    return answer(source, f"{entity.name}的合作方", ("body", "partner", "type", *SEEN), rows, limit)


def figures_of(source: Source, program: Who, *, by: str, limit: int | None) -> Result:
    """See `KnowledgeGraph.figures`."""
    if by not in GROUPS:
        raise QueryError(f"figures are grouped by {', '.join(GROUPS)}, not by {by}")
    entity = source.one(program, ("PROGRAM",)) if program else None
    parts = {relation.head for relation in source.inward["PART_OF"].get(entity.id, ())} if entity else set()
    wanted = {entity.id, *parts} if entity else set()
    told_of = (relation for relation in source.relations.values() if not entity or relation.tail in wanted)
    found = figures.listed(told_of, source.entities)
    rows = (_figure_row(source, figure) for group in figures.grouped(found, by).values() for figure in group)
    labels = tuple(dict.fromkeys((GROUPS[by], "year", "whose", "program")))
    columns = list(dict.fromkeys((GROUPS[by], "year", "whose", "program", "says", "when", "kind", "value", "unit")))
    title = f"{entity.name}的数据" if entity else "全部数据"
    return answer(source, title, (*columns, *FIGURE), rows, limit, Chart(labels, "value", "says"))


def _figure_row(source: Source, figure: figures.Figure) -> Row:
    names = ("program", "whose", "says", "when", "kind", "value", "unit", "counter", "cumulative", "part", "period", "year")
    cells = {name: getattr(figure, name) for name in (*names, "giver", "receiver", "articles")}
    cells |= {"rough": figure.about, "upper": figure.to, "part": figure.part or None, "confidence": round(figure.confidence, 2)}
    relation = source.relations[figure.id]
    return Row(cells, (relation.head, relation.tail), (figure.id,))


def _when(at: str | int, found: Iterable[store.Relation]) -> str:
    """What a title says of the time that was asked for, and of what could not be asked for it."""
    undated = sum(not seen(relation)[0] for relation in found) if at else 0
    return f"（{at}；另有 {undated} 条没有日期）" if undated else f"（{at}）" if at else ""


def _row(source: Source, relation: store.Relation, **cells: str) -> Row:
    """A row about a relation; cells that hold an end's id are told by its name."""
    ends = {relation.head, relation.tail}
    told = {column: source.entities[cell].name if cell in ends else cell for column, cell in cells.items()}
    nodes = tuple(cell for cell in cells.values() if cell in ends)
    return Row({**told, **measured(relation)}, nodes, (relation.id,))


def _of_bodies(source: Source, entity: store.Entity, kind: str) -> Iterator[store.Relation]:
    """The relations of a type that begin at a body or at those of a region: body by body, in order of time."""
    for body in source.bodies(entity):
        yield from sorted(source.outward[kind].get(body.id, ()), key=lambda relation: (seen(relation), relation.id))


def _both_ways(source: Source, entity: store.Entity, kind: str, tail: str) -> Iterable[store.Relation]:
    """The relations of a type by either end: what leads to an honour or a document, else what begins at someone or in a region."""
    if entity.type == tail:
        return sorted(source.inward[kind].get(entity.id, ()), key=lambda relation: (seen(relation), relation.id))
    if entity.type in {*BODIES, "REGION"}:
        return _of_bodies(source, entity, kind)
    return sorted(source.outward[kind].get(entity.id, ()), key=lambda relation: (seen(relation), relation.id))


def _partnerships(source: Source, body: store.Entity) -> list[tuple[store.Relation, str, str]]:
    """The partnerships of a body, the most told first, each with the body and its partner."""
    found = chain(
        ((relation, relation.head, relation.tail) for relation in source.outward["PARTNERS"].get(body.id, ())),
        ((relation, relation.tail, relation.head) for relation in source.inward["PARTNERS"].get(body.id, ())),
    )
    return sorted(found, key=lambda item: (-item[0].articles, item[0].first, item[0].id))


def _once(found: Iterable[tuple[store.Relation, str, str]]) -> Iterator[tuple[store.Relation, str, str]]:
    """Each partnership once, as the first body tells it: both of its bodies may lie in the region."""
    told: set[str] = set()
    for item in found:
        if item[0].id not in told:
            told.add(item[0].id)
            yield item


def compare(source: Source, one: Who, two: Who, *, limit: int | None) -> Result:
    """See `KnowledgeGraph.compare`."""
    a, b = source.one(one), source.one(two)
    rows = []
    for kind in ontology.load().relations.values():
        for ends, others, about in ((source.outward, "tail", kind.zh), (source.inward, "head", kind.reverse)):
            if kind.symmetric and others == "head":
                continue
            sides = [list(ends[kind.name].get(entity.id, ())) for entity in (a, b)]
            if kind.symmetric:
                sides = [[relation for relation, _, _ in _partnerships(source, entity)] for entity in (a, b)]
            if any(sides):
                rows.append(_compared(source, (a, b), sides, about))
    return answer(source, f"{a.name}与{b.name}的比较", ("about", "count_a", "count_b", "both", "only_a", "only_b"), rows, limit)


def _compared(source: Source, pair: tuple[store.Entity, store.Entity], sides: list[list[store.Relation]], about: str) -> Row:
    reached = [
        {relation.tail if relation.head == entity.id else relation.head for relation in side}
        for entity, side in zip(pair, sides, strict=True)
    ]
    only = [reached[0] - reached[1], reached[1] - reached[0]]
    shared, *alone = ([source.entities[node].name for node in _ranked(source, group)] for group in (reached[0] & reached[1], *only))
    cells = {"about": about, "count_a": len(sides[0]), "count_b": len(sides[1]), "both": shared, "only_a": alone[0], "only_b": alone[1]}
    return Row(cells, (pair[0].id, pair[1].id), tuple(relation.id for side in sides for relation in side))


def _ranked(source: Source, nodes: Iterable[str]) -> list[str]:
    return sorted(nodes, key=lambda node: (-source.entities[node].articles, source.entities[node].name, node))
