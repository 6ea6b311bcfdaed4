"""A folder for `neo4j-admin database import`, the fastest way into a new Neo4j database, with the script of its constraints."""

from collections.abc import Iterator
from pathlib import Path

from graphkit.export.csv_folder import write_csv
from graphkit.export.cypher import CONSTRAINTS
from graphkit.export.table import Rows, Table
from graphkit.export.values import Value
from graphkit.files import replacing_in

COMMAND = (
    "neo4j-admin database import full neo4j --overwrite-destination --multiline-fields=true "
    "--nodes=nodes.csv --relationships=relationships.csv"
)
_TYPES = {"strings": "string[]"}
_NODE = {"id": "id:ID", "type": ":LABEL"}
_EDGE = {"source": ":START_ID", "target": ":END_ID", "relation": ":TYPE"}


def write(table: Table, path: Path) -> None:
    """Write a table into a folder."""
    with replacing_in(path) as folder:
        write_csv(folder / "nodes.csv", _header(table.nodes, _NODE), _cells(table.nodes, label="type"))
        write_csv(folder / "relationships.csv", _header(table.edges, _EDGE), _cells(table.edges))
        for name, lines in (("constraints.cypher", CONSTRAINTS), ("README.txt", _readme(table))):
            (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _header(rows: Rows, own: dict[str, str]) -> list[str]:
    return [own.get(name) or f"{name}:{_TYPES.get(kind, kind)}" for name, kind in rows.columns.items()]


def _cells(rows: Rows, *, label: str = "") -> Iterator[list[Value | None]]:
    """Each row with its lists joined by ; and, in the column of labels, Entity before the type."""
    labels = [name == label for name in rows.columns]
    for cells in rows.cells():
        yield [f"Entity;{value}" if is_label else _joined(value) for value, is_label in zip(cells, labels, strict=True)]


def _joined(value: Value | None) -> Value | None:
    """A list parted by ; a semicolon of its own becomes the Chinese one, since neo4j-admin knows no escape for it."""
    return ";".join(item.replace(";", "；") for item in value) if isinstance(value, list) else value


def _readme(table: Table) -> Iterator[str]:
    yield "With the database stopped, in this folder:"
    yield f"  {COMMAND}"
    yield "then start it and run:"
    yield "  cypher-shell -f constraints.cypher"
    yield ""
    for key, value in table.meta.items():
        yield " ".join(f"{key}: {value}".split())
