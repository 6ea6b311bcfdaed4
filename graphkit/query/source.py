"""A store that is open for questions: its graph, its names, and its relations by where they begin and end."""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Protocol, TypeAlias

from graphkit import graph, ontology, regions, store
from graphkit.errors import NotFoundError, QueryError
from graphkit.lookup import Names, described
from graphkit.times import parse_date


class Identified(Protocol):
    """What stands for one entity: an entity, or a row of an answer."""

    @property
    def id(self) -> str:
        """The entity's id."""


Who: TypeAlias = str | Identified
BODIES = ("UNION", "ORG")
ADVICE = "give the full name, the id, or name@what it has a relation with"


class Source:
    """What the questions are asked of. Everything is read when it is opened; evidence is read when it is asked for."""

    def __init__(self, path: Path):
        self.path = path
        with store.connect(path) as db:
            self.names = Names(store.entities(db))
            self.relations = {relation.id: relation for relation in store.relations(db)}
            meta = store.meta(db)
        self.entities = self.names.by_id
        self.graph = graph.assemble(meta, self.entities.values(), self.relations.values())
        # The relations of each type that begin and that end at each entity, by type and entity
        self.outward = _by_end(self.relations.values(), "head")
        self.inward = _by_end(self.relations.values(), "tail")

    @cached_property
    def near(self) -> dict[str, dict[str, list[store.Relation]]]:
        """For each entity those that it shares a relation with, and these relations, whichever way they lead."""
        found: dict[str, dict[str, list[store.Relation]]] = {identifier: {} for identifier in self.entities}
        for relation in self.relations.values():
            found[relation.head].setdefault(relation.tail, []).append(relation)
            if relation.head != relation.tail:
                found[relation.tail].setdefault(relation.head, []).append(relation)
        return found

    @cached_property
    def attributes(self) -> tuple[set[str], set[str]]:
        """The attributes that entities, and those that relations have or may have."""
        known = ontology.load()
        nodes = {key for _, fields in self.graph.nodes(data=True) for key in fields} | known.details.keys()
        edges = {key for *_, fields in self.graph.edges(data=True) for key in fields}
        return nodes, edges | {key for kind in known.relations.values() for key in kind.attributes}

    @cached_property
    def statuses(self) -> dict[str, list[tuple[str, str]]]:
        """What articles call each post, and when; see `store.statuses`."""
        with store.connect(self.path) as db:
            return store.statuses(db)

    def status(self, post: store.Relation, until: str = "9999") -> str:
        """What the last article (until a day) that tells of a post calls it: 原, 时任; empty where it just names it."""
        told = self.statuses.get(post.id, [])
        return next((status for day, status in reversed(told) if day <= until), told[0][1] if told else "")

    def one(self, who: Who, types: Collection[str] = ()) -> store.Entity:
        """The entity (of some types) of a name (王力, 王力@陕西省总工会), an id or an answer's row.

        Raises NotFoundError, AmbiguousError, or QueryError for one of another type.
        """
        if isinstance(who, str):
            name, at, other = who.rpartition("@")
            if at and name and not self.names.known(who):
                return self._beside(name, self.one(other), types)
            found = self._of_types(self.names.find(who), types)
            return found[0] if len(found) == 1 else self.names.one(who, types, self._described, advice=ADVICE)
        if getattr(who, "id", None) not in self.entities:
            raise QueryError(f"no entity of this graph: {who!r}; give a name, an id, an entity or a row about one")
        return self._of_types([self.entities[who.id]], types)[0]

    def _beside(self, name: str, other: store.Entity, types: Collection[str]) -> store.Entity:
        """The one entity of a name that has a relation with another entity: 王力@陕西省总工会."""
        found = [entity for entity in self.names.find(name, types) if entity.id in self.near[other.id]]
        if not found:
            others = "; ".join(self._described(entity) for entity in self.names.find(name, types))
            raise NotFoundError(f"no {name} has a relation with {other.name}; there are {others}")
        return found[0] if len(found) == 1 else Names(found).one(found[0].name, types, self._described, advice=ADVICE)

    def _of_types(self, found: list[store.Entity], types: Collection[str]) -> list[store.Entity]:
        """Those of some types; raises QueryError where there are others alone."""
        left = [entity for entity in found if not types or entity.type in types]
        if not left:
            kinds = ontology.load().types
            wanted = " or ".join(kinds[name].en.lower() for name in kinds if name in types)
            raise QueryError(f"{found[0].name} is a {kinds[found[0].type].en.lower()}; this asks for a {wanted}")
        return left

    def _described(self, entity: store.Entity) -> str:
        """A candidate; a person by a post too, since people have no region."""
        post = max(self.outward["HOLDS"].get(entity.id, ()), key=lambda held: (held.articles, held.last, held.id), default=None)
        if post is None:
            return described(entity)
        return described(entity).replace("（", f"（{self.entities[post.tail].name}{post.attributes.get('title', '')}，", 1)

    def bodies(self, who: Who) -> list[store.Entity]:
        """A body itself; of a region, the bodies that lie in it or below it, by region and name."""
        entity = self.one(who, (*BODIES, "REGION"))
        if entity.type != "REGION":
            return [entity]
        located = {relation.head for relation in self.inward["LOCATED_IN"].get(entity.id, ())}
        found = [other for other in self.entities.values() if other.type in BODIES and (other.id in located or self.within(other, entity))]
        return sorted(found, key=lambda body: (body.region, body.type != "UNION", body.name, body.id))

    def within(self, inner: store.Entity, outer: store.Entity) -> bool:
        """Whether an entity's region is a division or lies in it; a village, which has its county's code, holds none."""
        gazetteer = regions.load()
        one, two = gazetteer.by_code.get(inner.region), gazetteer.by_code.get(outer.region)
        if one is None or two is None or outer.name not in {two.name, gazetteer.full_name(two)}:
            return False
        return gazetteer.within(one, two)

    def evidence(self, relations: Iterable[str]) -> Iterator[store.Evidence]:
        """The evidence of relations, in their order."""
        with store.connect(self.path) as db:
            for relation in dict.fromkeys(relations):
                yield from store.evidence(db, relation)


def _by_end(relations: Iterable[store.Relation], end: str) -> dict[str, dict[str, list[store.Relation]]]:
    found: dict[str, dict[str, list[store.Relation]]] = {kind: {} for kind in ontology.load().relations}
    for relation in relations:
        found.setdefault(relation.type, {}).setdefault(getattr(relation, end), []).append(relation)
    return found


def interval(at: str | int) -> tuple[str, str] | None:
    """The first and last day of a year, month or day (2014, 2014-07, 2014年7月3日), in ISO form; None for no time at all.

    Raises QueryError for anything else.
    """
    if not at:
        return None
    days = parse_date(re.sub("[年月]", "-", str(at)).rstrip("-日"))
    if days is None:
        raise QueryError(f"no such time: {at}; write a year, a month or a day: 2014, 2014-07, 2014-07-03")
    return days[0].isoformat(), days[1].isoformat()


def seen(relation: store.Relation) -> tuple[str, str]:
    """The first and last day on which a relation is told, in ISO form; empty where no article has a date."""
    first, last = parse_date(relation.first), parse_date(relation.last)
    return (first[0].isoformat(), last[1].isoformat()) if first and last else ("", "")


def during(relation: store.Relation, days: tuple[str, str] | None) -> bool:
    """Whether a relation is told of some day between two; a relation without a date only where no time is asked for."""
    if days is None:
        return True
    first, last = seen(relation)
    return bool(first) and first <= days[1] and last >= days[0]
