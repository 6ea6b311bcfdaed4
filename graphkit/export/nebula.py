"""A folder for NebulaGraph Importer 4: one CSV file a tag and an edge type, and importer.yaml, which makes the schema and loads them."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from graphkit import ontology
from graphkit.export.csv_folder import write_csv
from graphkit.export.cypher import backticked
from graphkit.export.table import Rows, Table
from graphkit.export.values import Row, column_name
from graphkit.files import replacing_in

SPACE = "graphkit"
WAIT = "20s"  # a space and its schema are there after two heartbeats of 10 s
_TYPES = {"string": "STRING", "long": "INT", "double": "DOUBLE", "boolean": "BOOL"}
_HEAD = {"node": ("id",), "edge": ("source", "target", "rank")}  # the columns that are no properties


def write(table: Table, path: Path) -> None:
    """Write a table into a folder."""
    table = table.flat()
    groups = [("node", *group) for group in _groups(table.nodes.without("type"), "type")]
    groups += [("edge", *group) for group in _groups(_ranked(table.edges.without("relation")), "relation")]
    sources, schema = [], []
    with replacing_in(path, _own_files()) as folder:
        for scope, kind, rows in groups:
            name = f"{scope}_{column_name(kind, ())}.csv"
            header = [*_HEAD[scope], *rows.but(*_HEAD[scope])]
            write_csv(folder / name, header, ([row.get(column) for column in header] for row in rows))
            sources.append(_source(scope, kind, name, rows))
            schema.append(_created(scope, kind, rows))
        told = "".join(f"# {' '.join(f'{key}: {value}'.split())}\n" for key, value in table.meta.items())
        config = yaml.safe_dump(_config(sources, schema, table), allow_unicode=True, sort_keys=False, width=200)
        (folder / "importer.yaml").write_text(told + config, encoding="utf-8", newline="\n")


def _own_files() -> re.Pattern[str]:
    """The names that files of nodes and edges can have: those of an earlier export go, whether or not this one has their types."""
    known = ontology.load()
    kind = "|".join(re.escape(column_name(name, ())) for name in (*known.types, *known.relations))
    return re.compile(f"(node|edge)_({kind})(_({kind}))*\\.csv")


def _groups(rows: Rows, column: str) -> Iterator[tuple[str, Rows]]:
    """The rows of each tag or edge type, with the columns that have a value there."""

    def group(row: Row) -> str:
        return str(row[column])

    for value, found in groupby(sorted(rows, key=group), key=group):
        some = list(found)
        used = {name for row in some for name in row}
        yield value, Rows({name: kind for name, kind in rows.columns.items() if name in used}, some)


def _ranked(edges: Rows) -> Rows:
    """The edges numbered among those of one type between two nodes: NebulaGraph keeps one edge for each rank."""
    seen: dict[tuple[object, ...], int] = {}
    rows = []
    for row in edges:
        pair = (row["source"], row["target"], row["relation"])
        seen[pair] = seen.get(pair, -1) + 1
        rows.append(row | {"rank": seen[pair]})
    return Rows({**edges.columns, "rank": "long"}, rows)


def _created(scope: str, kind: str, rows: Rows) -> str:
    properties = (f"{backticked(name)} {_TYPES[kind]} NULL" for name, kind in rows.but(*_HEAD[scope]).items())
    return f"CREATE {'TAG' if scope == 'node' else 'EDGE'} IF NOT EXISTS {backticked(kind)}({', '.join(properties)});"


def _source(scope: str, kind: str, name: str, rows: Rows) -> dict[str, Any]:
    head = _HEAD[scope]
    properties = [
        {"name": column, "type": _TYPES[type_], "index": index, "nullable": True, "nullValue": ""}
        for index, (column, type_) in enumerate(rows.but(*head).items(), start=len(head))
    ]
    ends = {end: {"id": {"type": "STRING", "index": index}} for index, end in enumerate(("src", "dst"))} | {"rank": {"index": 2}}
    ids: dict[str, Any] = {"id": {"type": "STRING", "index": 0}} if scope == "node" else ends
    loaded = {"name": kind, **ids, "props": properties}
    return {"path": f"./{name}", "csv": {"delimiter": ",", "withHeader": True}, "tags" if scope == "node" else "edges": [loaded]}


def _config(sources: list[dict[str, Any]], schema: Iterable[str], table: Table) -> dict[str, Any]:
    longest = max((len(str(row["id"]).encode()) for row in table.nodes), default=0)
    space = f"CREATE SPACE IF NOT EXISTS {SPACE}(partition_num=10, replica_factor=1, vid_type=FIXED_STRING({max(32, longest)}));"
    before = [{"statements": [space], "wait": WAIT}, {"statements": ["\n".join([f"USE {SPACE};", *schema])], "wait": WAIT}]
    client = {"version": "v3", "address": "127.0.0.1:9669", "user": "root", "password": "nebula"}
    manager = {"spaceName": SPACE, "batch": 128, "hooks": {"before": before}}
    return {"client": client, "manager": manager, "log": {"level": "INFO", "console": True}, "sources": sources}
