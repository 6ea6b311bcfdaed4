"""A Cypher script for Neo4j and Memgraph: a constraint, then nodes and relationships in batches; run again, it changes nothing.

Every node has the label Entity and that of its type, every relationship the type of its relation; both are found by `id`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path

from graphkit.export.table import Rows, Table
from graphkit.export.values import Row, Value, text
from graphkit.files import replacing

BATCH = 1000
SEPARATOR = "\\u001F"  # between the texts of a list, as Cypher writes the character
CONSTRAINTS = (
    "CREATE CONSTRAINT graphkit_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;",
    "CREATE INDEX graphkit_label IF NOT EXISTS FOR (n:Entity) ON (n.label);",
)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


def write(table: Table, path: Path) -> None:
    """Write a table as a script."""
    with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in (*about(table), *CONSTRAINTS))
        file.writelines(f"{statement}\n" for statement in _nodes(table.nodes))
        file.writelines(f"{statement}\n" for statement in _edges(table.edges))


def about(table: Table) -> Iterator[str]:
    """What is known of the build, and how the script is run, as comments."""
    for key, value in table.meta.items():
        yield "// " + " ".join(f"{key}: {value}".split())
    yield "// Neo4j 5: cypher-shell -f graph.cypher"
    yield "// Memgraph: mgconsole < graph.cypher, with the first two statements replaced by"
    yield "//   CREATE CONSTRAINT ON (n:Entity) ASSERT n.id IS UNIQUE; CREATE INDEX ON :Entity(id);"


def _nodes(nodes: Rows) -> Iterator[str]:
    for kind, rows in groupby(sorted(nodes, key=_by("type")), key=_by("type")):
        for batch in _batches(rows, nodes):
            yield f"{_columns(batch)}\nMERGE (_n:Entity {{id: `id`[_i]}}) SET _n:{backticked(kind)}, _n += {_map(batch)};"


def _edges(edges: Rows) -> Iterator[str]:
    for kind, rows in groupby(sorted(edges, key=_by("relation")), key=_by("relation")):
        for batch in _batches(rows, edges.without("relation")):
            yield (
                f"{_columns(batch)}\nMATCH (_a:Entity {{id: `source`[_i]}}), (_b:Entity {{id: `target`[_i]}})"
                f"\nMERGE (_a)-[_r:{backticked(kind)} {{id: `id`[_i]}}]->(_b) SET _r += {_map(batch.without('source', 'target'))};"
            )


def _by(column: str) -> Callable[[Row], str]:
    return lambda row: str(row[column])


def _batches(rows: Iterable[Row], like: Rows) -> Iterator[Rows]:
    """The rows by so many, each batch with the columns that have a value in it."""
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        used = {name for row in batch for name in row}
        yield Rows({name: kind for name, kind in like.columns.items() if name in used}, batch)


def _columns(batch: Rows) -> str:
    """The columns of a batch as lists: Neo4j takes a list of plain values for one parameter, but plans a list of maps value by value."""
    lists = ((name, ", ".join(_cell(row.get(name)) for row in batch)) for name in batch.columns)
    return "WITH " + ",\n".join(f"[{cells}] AS {backticked(name)}" for name, cells in lists) + "\nUNWIND range(0, size(`id`) - 1) AS _i"


def _map(batch: Rows) -> str:
    """The map of one row, number _i, out of the lists."""
    cells = ((backticked(name), kind) for name, kind in batch.columns.items())
    told = (f'{name}: split({name}[_i], "{SEPARATOR}")' if kind == "strings" else f"{name}: {name}[_i]" for name, kind in cells)
    return "{" + ", ".join(told) + "}"


def _cell(value: Value | None) -> str:
    """A value as a plain one; no text has the separator, which XML cannot hold."""
    return "null" if value is None else literal("\x1f".join(value) if isinstance(value, list) else value).replace("\x1f", SEPARATOR)


def backticked(name: str) -> str:
    """A name between backticks, as Cypher and nGQL read it whatever it holds."""
    return "`" + name.replace("`", "``") + "`"


def literal(value: str | float) -> str:
    """A value as Cypher reads it.

    Neo4j turns \\uXXXX into characters before it reads anything else; a backslash in front of a u of the text itself is
    therefore kept apart from it, by joining two texts.
    """
    if isinstance(value, str):
        return '"' + re.sub(r"\\\\(?=[uU])", r'\\\\" + "', value.translate(_ESCAPES)) + '"'
    return text(value).replace("e+", "e")
