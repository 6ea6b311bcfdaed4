"""Cypher over grand-cypher, which finds the patterns; conditions and the returned columns are made here.

A symmetric relation (合作) is stored one way, whichever the article told; it is found either way, as in the other questions.

grand-cypher 1.2.0 answers some queries wrongly without a word: it takes a relation without direction for one that leads both
ways, never lets two variables be one node, forgets a variable's type where it is named again without it, confuses two relations
between the same variables, counts missing values, joins AND and OR from the left, and stops at LIMIT before it counts. What can
be written so that it answers rightly is written so; the rest is refused with the reason.
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import networkx as nx

from graphkit import ontology
from graphkit.errors import QueryError
from graphkit.query.cypher_parser import parse
from graphkit.query.cypher_query import Comparison, Condition, Joined, Query, Term
from graphkit.query.cypher_values import Values
from graphkit.query.extras import require
from graphkit.query.result import Result, answer
from graphkit.query.source import Source
from graphkit.query.terms import check_ends

STEPS = 2  # of a variable length; with three a way may come through one node twice, which grand-cypher's never do


def cypher(source: Source, text: str, limit: int | None) -> Result:
    """See `KnowledgeGraph.cypher`."""
    engine = require("grandcypher", "grand-cypher")
    query = parse(text)
    _check(query, source)
    _narrow(query, query.where)
    values = Values(source, query)
    found = engine.GrandCypher(_host(source), limit=_enough(query, limit)).run(_written(query))
    matches = [match for match in values.matches(found) if query.where is None or values.holds(query.where, match) is True]
    rows = values.rows(matches)
    rows = rows[query.skip :] if query.limit is None else rows[query.skip : query.skip + query.limit]
    return answer(source, "Cypher", [name for _, name in query.items], rows, limit, plain=True)


def _narrow(query: Query, condition: Condition | None) -> None:
    """Give the pattern the values that every match must have, so that grand-cypher begins there."""
    if isinstance(condition, Joined) and condition.word == "AND":
        for part in condition.parts:
            _narrow(query, part)
    elif isinstance(condition, Comparison) and condition.operator == "=" and isinstance(condition.right, str):
        told = query.nodes.get(condition.left.variable)
        if told is not None and condition.left.attribute:
            told.values.setdefault(condition.left.attribute, condition.right)


def _enough(query: Query, limit: int | None) -> int | None:
    """How many matches make the answer; None where it takes all of them."""
    aggregated = any(term.aggregate for term, _ in query.items)
    if query.where is not None or aggregated or query.distinct or query.order or limit is None:
        return None
    return query.skip + min(limit + 1, limit + 1 if query.limit is None else query.limit)


@lru_cache(maxsize=1)
def _host(source: Source) -> "nx.MultiDiGraph[str]":
    """The graph as grand-cypher takes it: types as sets of labels, each relation with its id, a symmetric one in both directions."""
    host: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, fields in source.graph.nodes(data=True):
        host.add_node(node, __labels__={fields["type"]}, **fields)
    kinds = ontology.load().relations
    for relation in source.relations.values():
        ends = (relation.head, relation.tail)
        for head, tail in (ends, ends[::-1]) if kinds[relation.type].symmetric else (ends,):
            host.add_edge(head, tail, key=relation.id, __labels__={relation.type}, id=relation.id)
    return host


def _written(query: Query) -> str:
    """The pattern in the words that grand-cypher answers rightly: ASCII names, every type and value at each naming."""
    names = {name: f"v{number}" for number, name in enumerate(query.nodes)}

    def node(name: str) -> str:
        told = query.nodes[name]
        types = f":{'|'.join(sorted(told.types))}" if told.types else ""
        values = ", ".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in sorted(told.values.items()))
        return f"({names[name]}{types}{f' {{{values}}}' if values else ''})"

    matches = []
    for number, edge in enumerate(query.edges):
        types = f":{'|'.join(edge.types)}" if edge.types else ""
        steps = f"*{edge.steps[0]}..{edge.steps[1]}" if edge.steps else ""
        matches.append(f"MATCH {node(edge.head)}-[e{number}{types}{steps}]->{node(edge.tail)}")
    returned = [f"ID({name})" for name in names.values()] + [f"e{number}" for number in range(len(query.edges))]
    return f"{' '.join(matches or [f'MATCH {node(name)}' for name in names])} RETURN {', '.join(returned)}"


def _check(query: Query, source: Source) -> None:
    """Refuse what grand-cypher would answer wrongly in silence."""
    pairs = [frozenset((edge.head, edge.tail)) for edge in query.edges]
    names = [edge.name for edge in query.edges]
    if any(len(pair) == 1 for pair in pairs):
        _refuse("no entity has a relation with itself; give the ends two names")
    if len(set(pairs)) < len(pairs):
        _refuse("two relations between the same variables are not answered rightly; ask g.match")
    if len(set(names)) < len(names) or set(names) & query.nodes.keys():
        _refuse("a name stands for one relation or one node of the pattern; use another one")
    if not _hangs_together(query, pairs):
        _refuse("the patterns share no variable; every pair of their answers would be a row. Ask them one by one")
    _check_ends(query)
    _check_steps(query)
    _check_attributes(query, source)
    near = {pair for pair, edge in zip(pairs, query.edges, strict=True) if edge.steps is None}
    for pair in combinations(query.nodes, 2):
        if frozenset(pair) not in near and _may_meet(query, *pair) and frozenset(pair) not in _parted(query.where):
            one, two = pair
            _refuse(f"{one} and {two} may be one entity, which grand-cypher never answers; add WHERE {one} <> {two}, or ask g.match")


def _refuse(reason: str) -> None:
    raise QueryError(f"Cypher: {reason}")


def _hangs_together(query: Query, pairs: list[frozenset[str]]) -> bool:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(query.nodes)
    graph.add_edges_from(tuple(pair) for pair in pairs)
    return bool(nx.is_connected(graph))


def _check_steps(query: Query) -> None:
    for edge in query.edges:
        if edge.steps is None:
            continue
        if len(query.edges) > 1:
            _refuse("a relation of variable length stands alone in its pattern; ask g.neighbors or g.path for more")
        if not 1 <= edge.steps[0] <= edge.steps[1] <= STEPS:
            _refuse(f"a variable length lies between 1 and {STEPS}; ask g.neighbors or g.path for more")


def _check_attributes(query: Query, source: Source) -> None:
    """An attribute that nothing has is a slip of the pen: every comparison with it would fail in silence."""
    nodes, edges = source.attributes
    steps = {edge.name for edge in query.edges if edge.steps}
    for term in [*_terms(query.where), *(term for term, _ in query.items)]:
        known = nodes if term.variable in query.nodes else edges
        if term.variable in steps and (term.attribute or term.function):
            _refuse(f"{term.variable} is of variable length and has no attributes")
        if term.attribute and term.attribute not in known:
            _refuse(_no_attribute(term.attribute, known))
        if term.function == "TYPE" and term.variable in query.nodes:
            _refuse(f"type() is of relations; write {term.variable}.type")
    if unknown := {key for node in query.nodes.values() for key in node.values} - nodes:
        _refuse(_no_attribute(min(unknown), nodes))


def _no_attribute(attribute: str, known: set[str]) -> str:
    wanted, *names = ("name" if key == "label" else key for key in (attribute, *sorted(known)))
    return f"nothing has an attribute {wanted}; there are {', '.join(names)}"


def _check_ends(query: Query) -> None:
    kinds = ontology.load().relations
    for edge in query.edges:
        if len(edge.types) == 1 and edge.steps is None:
            heads, tails = (query.nodes[end].types for end in (edge.head, edge.tail))
            check_ends(kinds[edge.types[0]], heads, tails, either_way=False)


def _terms(condition: Condition | None) -> Iterator[Term]:
    if isinstance(condition, Joined):
        for part in condition.parts:
            yield from _terms(part)
    elif condition is not None:
        yield from (side for side in (condition.left, condition.right) if isinstance(side, Term))


def _may_meet(query: Query, one: str, two: str) -> bool:
    """Whether two variables can be one entity by their types."""
    first, second = query.nodes[one].types, query.nodes[two].types
    return not first or not second or bool(first & second)


def _parted(condition: Condition | None) -> set[frozenset[str]]:
    """The pairs of variables that the conditions say are two entities: a <> b, ID(a) < ID(b), a.name <> b.name."""
    if isinstance(condition, Joined):
        return {pair for part in condition.parts for pair in _parted(part)} if condition.word == "AND" else set()
    if condition is None or condition.operator not in {"<>", "<", ">"} or not isinstance(condition.right, Term):
        return set()
    one, two = condition.left, condition.right
    return {frozenset((one.variable, two.variable))} if one.attribute == two.attribute else set()
