"""One edge between two nodes in place of all the facts there: what Gephi draws and counts best."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import groupby
from typing import Any

from graphkit import identity
from graphkit.export.table import Rows, Table
from graphkit.export.tabulate import EDGE, EVIDENCE, EVIDENCE_SHOWN
from graphkit.export.values import Row


def collapse(table: Table) -> Table:
    """The table with one edge for each pair of head and tail.

    Its label and relation name the relations in the order of their weight, its weight is the sum of theirs, its confidence the
    highest; `facts` are the ids of the edges that it stands for. What only one kind of fact tells is left out.
    """
    joined = []
    renamed: dict[str, str] = {}
    for _, found in groupby(sorted(table.edges, key=_pair), key=_pair):
        facts = list(found)
        edge = _joined(facts)
        joined.append(edge)
        renamed |= dict.fromkeys((str(fact["id"]) for fact in facts), edge["id"])
    edges = Rows.of(sorted(joined, key=lambda row: str(row["id"])), EDGE | {"facts": "strings"})
    evidence = Rows.of(({**row, "relation": renamed[str(row["relation"])]} for row in table.evidence), EVIDENCE)
    return replace(table, edges=edges, evidence=evidence, collapsed=True)


def _pair(row: Row) -> tuple[str, str]:
    return str(row["source"]), str(row["target"])


def _joined(facts: list[Row]) -> dict[str, Any]:
    facts = sorted(facts, key=lambda row: (-_number(row, "weight"), str(row["id"])))
    first = facts[0]
    row: dict[str, Any] = {"id": "c" + identity.digest(*_pair(first)), "source": first["source"], "target": first["target"]}
    row |= {name: "、".join(_together(facts, name)) for name in ("label", "relation")}
    row["weight"] = sum(_number(fact, "weight") for fact in facts)
    row["confidence"] = max(_number(fact, "confidence") for fact in facts)
    row |= {"first_seen": _day(facts, "first_seen", min), "last_seen": _day(facts, "last_seen", max)}
    row |= {name: _together(facts, name)[:EVIDENCE_SHOWN] for name in ("evidence", "source_titles", "source_files")}
    return row | {name: first[name] for name in ("r", "g", "b", "color")} | {"facts": sorted(str(fact["id"]) for fact in facts)}


def _number(row: Row, name: str) -> float:
    value = row.get(name, 0.0)
    return value if isinstance(value, float) else 0.0


def _day(facts: list[Row], name: str, of: Callable[[Iterable[str]], str]) -> str:
    told = [str(fact[name]) for fact in facts if name in fact]
    return of(told) if told else ""


def _together(facts: list[Row], name: str) -> list[str]:
    """What the facts tell in one column, each once, the weightiest fact first."""
    values = (fact[name] for fact in facts if name in fact)
    return list(dict.fromkeys(item for value in values for item in (value if isinstance(value, list) else [str(value)])))
