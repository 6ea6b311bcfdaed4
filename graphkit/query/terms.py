"""The words in which a question names types and relations: Chinese or English, whatever their case."""

from collections.abc import Collection, Iterable

from graphkit import ontology
from graphkit.errors import QueryError
from graphkit.ontology import NodeType, RelationType


def node_type(name: str) -> NodeType:
    """The node type of a name: UNION, union, 工会. Raises QueryError listing those that there are."""
    known = ontology.load()
    found = known.type_named(name)
    if found is None:
        raise QueryError(
            f"no such type: {name}; there are {_listed((kind.name, kind.zh) for kind in known.types.values() if not kind.hidden)}"
        )
    return found


def relation_type(name: str) -> RelationType:
    """The relation of a name: HOLDS, holds, 任职. Raises QueryError listing those that there are."""
    known = ontology.load()
    found = known.relation_named(name)
    if found is None:
        raise QueryError(f"no such relation: {name}; there are {_listed((kind.name, kind.zh) for kind in known.relations.values())}")
    return found


def relation_names(given: str | Iterable[str]) -> tuple[str, ...]:
    """The relations that a question names, one or several; none for all."""
    several = [given] if isinstance(given, str) else list(given)
    return tuple(relation_type(name).name for name in several if name)


def check_ends(relation: RelationType, heads: Collection[str], tails: Collection[str], *, either_way: bool) -> None:
    """Raise QueryError where a relation can lead from none of some types to any of others: no answer could ever have a row.

    No types stand for any; a relation that counts either way may be named from its other end.
    """
    ways = [(relation.heads, relation.tails), *([(relation.tails, relation.heads)] if either_way or relation.symmetric else [])]
    if any((not heads or one & set(heads)) and (not tails or two & set(tails)) for one, two in ways):
        return
    one, two = (" or ".join(sorted(ends)) for ends in (relation.heads, relation.tails))
    raise QueryError(f"{relation.zh} ({relation.name}) leads from {one} to {two}, never from {_any(heads)} to {_any(tails)}")


def _any(types: Collection[str]) -> str:
    return " or ".join(sorted(types)) or "anything"


def _listed(pairs: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{zh} ({name})" for name, zh in pairs)
