"""A Cypher script for Neo4j and Memgraph: a constraint, then nodes and relationships in batches; run again, it changes nothing.

Every node has the label Entity and that of its type, every relationship the type of its relation; both are found by `id`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from graphkit.export.table import LOOKS, Rows, Table
from graphkit.export.values import Row, Value, text
from graphkit.files import replacing

BATCH = 500
CONSTRAINTS = (
    "CREATE CONSTRAINT graphkit_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;",
    "CREATE INDEX graphkit_label IF NOT EXISTS FOR (n:Entity) ON (n.label);",
)
_IDENTIFIER = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(table: Table, path: Path) -> None:
    """Write a table as a script."""
    nodes = table.nodes.without(*LOOKS)
    edges = table.edges.without(*LOOKS)
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in (*about(table), *CONSTRAINTS))
        file.writelines(f"{statement}\n" for statement in _nodes(nodes))
        file.writelines(f"{statement}\n" for statement in _edges(edges))


def about(table: Table) -> Iterator[str]:
    """What is known of the build, and how the script is run, as comments."""
    for key, value in table.meta.items():
        yield "// " + " ".join(f"{key}: {value}".split())
    yield "// Neo4j 5: cypher-shell -f graph.cypher"
    yield "// Memgraph: mgconsole < graph.cypher, with the first two statements replaced by"
    yield "//   CREATE CONSTRAINT ON (n:Entity) ASSERT n.id IS UNIQUE; CREATE INDEX ON :Entity(id);"


def _nodes(nodes: Rows) -> Iterator[str]:
    for kind, rows in groupby(sorted(nodes, key=_by("type")), key=_by("type")):
        for batch in _batches(rows):
            yield f"{_unwind(batch, nodes)}\nMERGE (n:Entity {{id: row.id}}) SET n:{backticked(kind)}, n += row;"


def _edges(edges: Rows) -> Iterator[str]:
    told = edges.without("source", "target", "relation")
    for kind, rows in groupby(sorted(edges, key=_by("relation")), key=_by("relation")):
        for batch in _batches(rows):
            yield (
                f"{_unwind(batch, told, ends=True)}\nMATCH (a:Entity {{id: row.source}}), (b:Entity {{id: row.target}})"
                f"\nMERGE (a)-[r:{backticked(kind)} {{id: row.told.id}}]->(b) SET r += row.told;"
            )


def _by(column: str) -> Callable[[Row], str]:
    return lambda row: str(row[column])


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _unwind(batch: list[Row], rows: Rows, *, ends: bool = False) -> str:
    maps = (_map(row, rows) for row in batch)
    if ends:
        pairs = zip(batch, maps, strict=True)
        maps = (f"{{source: {literal(row['source'])}, target: {literal(row['target'])}, told: {told}}}" for row, told in pairs)
    return "UNWIND [\n" + ",\n".join(maps) + "\n] AS row"


def _map(row: Row, rows: Rows) -> str:
    return (
        "{"
        + ", ".join(
            f"{name if _IDENTIFIER.fullmatch(name) else backticked(name)}: {literal(row[name])}" for name in rows.columns if name in row
        )
        + "}"
    )


def backticked(name: str) -> str:
    """A name between backticks, as Cypher and nGQL read it whatever it holds."""
    return "`" + name.replace("`", "``") + "`"


def literal(value: Value) -> str:
    """A value as Cypher reads it.

    Neo4j turns \\uXXXX into characters before it reads anything else; a backslash in front of a u of the text itself is
    therefore kept apart from it, by joining two texts.
    """
    if isinstance(value, list):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, str):
        return '"' + re.sub(r"\\\\(?=[uU])", r'\\\\" + "', value.translate(_ESCAPES)) + '"'
    return text(value).replace("e+", "e")
