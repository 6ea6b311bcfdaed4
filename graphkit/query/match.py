"""Patterns of relations: (PERSON, HOLDS, UNION), (UNION, RUNS, PROGRAM) as joined triples, in Chinese or English."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphkit import ontology, store
from graphkit.errors import QueryError
from graphkit.query.questions import told
from graphkit.query.result import Result, answer
from graphkit.query.rows import Row, heading
from graphkit.query.source import Source, Who
from graphkit.query.terms import check_ends, node_type, relation_type

Condition: TypeAlias = Who | list[Who] | Mapping[str, Any] | Callable[[Mapping[str, Any]], bool]
ANY = "*"


@dataclass(frozen=True, slots=True)
class Variable:
    """What an end of a triple stands for: the name it is told apart by, and a type or none."""

    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Triple:
    """One relation of a pattern; `relation` is empty for any, `name` its column, `undirected` whether it counts either way."""

    head: str
    relation: str
    tail: str
    name: str
    undirected: bool


def match(
    source: Source,
    triples: tuple[tuple[str, str, str], ...],
    *,
    where: Mapping[str, Condition] | None,
    undirected: bool | Collection[str],
    limit: int | None,
) -> Result:
    """See `KnowledgeGraph.match`."""
    types, pattern = _pattern(triples, undirected)
    conditions = {name: _condition(source, types, name, told) for name, told in _named(where or {}, types, pattern).items()}
    search = _Search(source, types, pattern, conditions)
    columns = list(dict.fromkeys(column for triple in pattern for column in (triple.head, triple.name, triple.tail)))
    rows = (_row(source, pattern, found, used) for found, used in search.found())
    title = "，".join(_told(triple) for triple in pattern)
    return answer(source, title, columns, rows, limit)


def _told(triple: Triple) -> str:
    """A triple in readers' words: 人物－任职→工会."""
    return f"{heading(triple.head)}－{_label(triple.relation)}{'－' if triple.undirected else '→'}{heading(triple.tail)}"


def _label(relation: str) -> str:
    return ontology.load().relations[relation].zh if relation else "任意关系"


def _pattern(triples: tuple[tuple[str, str, str], ...], undirected: bool | Collection[str]) -> tuple[dict[str, str], list[Triple]]:
    """The types of the variables and the triples of a pattern, in the canonical words."""
    if not triples:
        raise QueryError("a pattern needs a triple at least: ('PERSON', 'HOLDS', 'UNION')")
    either = undirected if isinstance(undirected, bool) else {relation_type(name).name for name in undirected}
    variables: dict[str, str] = {}
    pattern: list[Triple] = []
    for triple in triples:
        if len(triple) != 3:
            raise QueryError(f"a triple is head, relation, tail: ('PERSON', 'HOLDS', 'UNION'), not {triple!r}")
        head, tail = (_variable(end, variables) for end in (triple[0], triple[2]))
        relation = "" if triple[1] in {"", ANY} else relation_type(triple[1]).name
        if head == tail:
            raise QueryError(f"both ends are {head}; give each a name of its own: 'a:{head}', 'b:{head}'")
        symmetric = bool(relation) and ontology.load().relations[relation].symmetric
        either_way = symmetric or (either if isinstance(either, bool) else relation in either)
        pattern.append(Triple(head, relation, tail, _column(relation or "relation", pattern), either_way))
    if taken := variables.keys() & {triple.name for triple in pattern}:
        raise QueryError(f"{min(taken)} is a relation of this pattern; give the variable another name")
    if not _joined(pattern):
        raise QueryError("the triples do not hang together; let each share an end with another one")
    for each in pattern:
        _check_ends(each, variables)
    return variables, pattern


def _check_ends(triple: Triple, variables: Mapping[str, str]) -> None:
    if triple.relation:
        heads, tails = ({variables[end]} - {""} for end in (triple.head, triple.tail))
        check_ends(ontology.load().relations[triple.relation], heads, tails, either_way=triple.undirected)


def _variable(end: str, variables: dict[str, str]) -> str:
    """The variable of a triple's end: UNION (one of that type, called so), a:UNION, a: or * for any, a for one named before."""
    name, colon, kind = (part.strip() for part in end.partition(":"))
    if not colon and name in variables:
        return name
    if not colon and name != ANY:
        name = kind = node_type(name).name
    wanted = node_type(kind).name if kind and kind != ANY else ""
    if variables.setdefault(name, wanted) != wanted and wanted:
        raise QueryError(f"{name} stands for a {variables[name] or 'thing of any type'} already, not for a {wanted}")
    return name


def _column(name: str, pattern: list[Triple]) -> str:
    """The name of a triple's relation: its type, with a number from the second of one type on."""
    count = sum(triple.name.rstrip("0123456789") == name for triple in pattern)
    return f"{name}{count + 1}" if count else name


def _joined(pattern: list[Triple]) -> bool:
    reached, left = {pattern[0].head, pattern[0].tail}, pattern[1:]
    while more := [triple for triple in left if {triple.head, triple.tail} & reached]:
        reached |= {end for triple in more for end in (triple.head, triple.tail)}
        left = [triple for triple in left if triple not in more]
    return not left


def _named(where: Mapping[str, Condition], types: dict[str, str], pattern: list[Triple]) -> dict[str, Condition]:
    """The conditions by the canonical names of variables and relations."""
    known = {*types, *(triple.name for triple in pattern)}
    named = {}
    chinese = {kind.zh: kind.name for kind in ontology.load().types.values()}
    chinese |= {kind.zh: kind.name for kind in ontology.load().relations.values()}
    for name, condition in where.items():
        canonical = name if name in known else chinese.get(name, name.upper())
        if canonical not in known:
            raise QueryError(f"where names {name}, which the pattern does not; it has {', '.join(sorted(known))}")
        named[canonical] = condition
    return named


def _condition(source: Source, types: Mapping[str, str], name: str, condition: Condition) -> Callable[[str, Mapping[str, Any]], bool]:
    """A test of an entity's or a relation's id and attributes."""
    if callable(condition):
        return lambda _, fields: bool(condition(fields))
    if isinstance(condition, Mapping) and not isinstance(condition, Row):
        wanted = _attributes(source, name in types, condition)
        return lambda _, fields: all(_holds(fields.get(key), value) for key, value in wanted.items())
    several = condition if isinstance(condition, list) else [condition]
    if name in types and all(isinstance(who, (str, store.Entity, Row)) for who in several):
        ids = {source.one(who, (types[name],) if types[name] else ()).id for who in several}
        return lambda identifier, _: identifier in ids
    raise QueryError(f"{name} in where takes a name (of an entity), attributes ({{'title': '主席'}}) or a function, not {condition!r}")


def _attributes(source: Source, of_entity: bool, told: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes that a condition names. Raises QueryError for one that nothing has: it would hold nowhere, in silence."""
    wanted = {"label" if of_entity and key == "name" else key: value for key, value in told.items()}
    known = source.attributes[0 if of_entity else 1]
    if unknown := wanted.keys() - known:
        raise QueryError(f"nothing has an attribute {min(unknown)}; there are {', '.join(sorted(known))}")
    return wanted


def _holds(value: Any, wanted: Any) -> bool:
    return value in wanted if isinstance(wanted, (list, tuple, set, frozenset)) else bool(value == wanted)


class _Search:
    """Depth first from the triple's end with the fewest candidates; every triple of the pattern is another relation."""

    def __init__(
        self,
        source: Source,
        types: Mapping[str, str],
        pattern: Iterable[Triple],
        conditions: Mapping[str, Callable[[str, Mapping[str, Any]], bool]],
    ):
        self.source, self.types, self.conditions = source, types, conditions
        self.symmetric = {kind.name for kind in ontology.load().relations.values() if kind.symmetric}
        self.starts = {name: self._candidates(name) for name in types}
        self.allowed = {name: frozenset(nodes) for name, nodes in self.starts.items()}
        self.start = min(self.starts, key=lambda name: (len(self.starts[name]), name))
        self.order = self._planned(list(pattern))

    def found(self) -> Iterator[tuple[dict[str, str], dict[str, store.Relation]]]:
        """Every way to fill the variables, with the relations used, in a fixed order."""
        for node in self.starts[self.start]:
            yield from self._filled({self.start: node}, {}, 0)

    def _candidates(self, name: str) -> list[str]:
        nodes = self.source.graph.nodes
        return [node for node in self.source.entities if self._fits(name, node, nodes[node])]

    def _fits(self, name: str, node: str, fields: Mapping[str, Any]) -> bool:
        kind = self.types.get(name)
        return (not kind or fields["type"] == kind) and (name not in self.conditions or self.conditions[name](node, fields))

    def _planned(self, left: list[Triple]) -> list[Triple]:
        """The triples so that each shares an end with those before it, the first one the smallest variable's."""
        known = {self.start}
        order = []
        while left:
            triple = next(triple for triple in left if {triple.head, triple.tail} & known)
            left.remove(triple)
            order.append(triple)
            known |= {triple.head, triple.tail}
        return order

    def _filled(
        self, found: dict[str, str], used: dict[str, store.Relation], place: int
    ) -> Iterator[tuple[dict[str, str], dict[str, store.Relation]]]:
        if place == len(self.order):
            yield found, used
            return
        triple = self.order[place]
        name = triple.tail if triple.head in found else triple.head
        for relation, other in self._steps(triple, found):
            taken = any(relation.id == one.id for one in used.values())
            if not taken and found.get(name, other) == other and other in self.allowed[name]:
                yield from self._filled({**found, name: other}, {**used, triple.name: relation}, place + 1)

    def _steps(self, triple: Triple, found: Mapping[str, str]) -> Iterator[tuple[store.Relation, str]]:
        """The relations of a triple that begin at what is found, each with its other end."""
        forward = triple.head in found
        node = found[triple.head if forward else triple.tail]
        kinds = [triple.relation] if triple.relation else list(self.source.outward)
        either = kinds if triple.undirected else [kind for kind in kinds if kind in self.symmetric]
        for relation in self._at(self.source.outward, triple, node, kinds if forward else either):
            yield relation, relation.tail
        for relation in self._at(self.source.inward, triple, node, either if forward else kinds):
            yield relation, relation.head

    def _at(
        self, side: Mapping[str, Mapping[str, list[store.Relation]]], triple: Triple, node: str, kinds: Iterable[str]
    ) -> Iterator[store.Relation]:
        edges, condition = self.source.graph.edges, self.conditions.get(triple.name)
        for kind in kinds:
            for relation in side.get(kind, {}).get(node, ()):
                if condition is None or condition(relation.id, edges[relation.head, relation.tail, relation.id]):
                    yield relation


def _row(source: Source, pattern: Iterable[Triple], found: Mapping[str, str], used: Mapping[str, store.Relation]) -> Row:
    cells = {name: source.entities[node].name for name, node in found.items()}
    cells |= {triple.name: told(used[triple.name]) or _label(used[triple.name].type) for triple in pattern}
    return Row(cells, tuple(found.values()), tuple(relation.id for relation in used.values()))
