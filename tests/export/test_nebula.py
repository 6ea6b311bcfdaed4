import csv
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit import export
from tests.export.conftest import HOSTILE, ODD


@pytest.fixture
def loaded(written: Callable[[str], Path]) -> tuple[Path, dict[str, Any]]:
    folder = written("nebula")
    config = yaml.safe_load((folder / "importer.yaml").read_text(encoding="utf-8"))
    return folder, config


def rows(folder: Path, source: dict[str, Any]) -> list[list[str]]:
    with (folder / source["path"]).open(encoding="utf-8", newline="") as file:
        header, *found = csv.reader(file)
    part = (source.get("tags") or source["edges"])[0]
    for prop in part["props"]:
        assert header[prop["index"]] == prop["name"]
    return found


def test_every_node_and_edge_is_in_a_source(table: export.Table, loaded: tuple[Path, dict[str, Any]]) -> None:
    folder, config = loaded
    nodes, edges = {}, {}
    for source in config["sources"]:
        for row in rows(folder, source):
            if "tags" in source:
                nodes[row[0]] = (source["tags"][0]["name"], row)
            else:
                edges[row[0], row[1], source["edges"][0]["name"], row[2]] = row
    assert {key: kind for key, (kind, _) in nodes.items()} == {row["id"]: row["type"] for row in table.nodes}
    assert HOSTILE in nodes[ODD][1]
    assert len(edges) == len(table.edges)  # no two share type, ends and rank
    assert {("p1", "u1", "HOLDS", "0"), ("p1", "u1", "HOLDS", "1")} <= edges.keys()


def test_the_schema_has_every_property(loaded: tuple[Path, dict[str, Any]]) -> None:
    _, config = loaded
    space, schema = (hook["statements"][0] for hook in config["manager"]["hooks"]["before"])
    (length,) = re.findall(r"FIXED_STRING\((\d+)\)", space)
    assert int(length) >= len(ODD.encode())
    for source in config["sources"]:
        part = (source.get("tags") or source["edges"])[0]
        (line,) = [line for line in schema.splitlines() if f"IF NOT EXISTS `{part['name']}`(" in line]
        assert line.startswith("CREATE TAG" if "tags" in source else "CREATE EDGE")
        for prop in part["props"]:
            assert f"`{prop['name']}` {prop['type']} NULL" in line


def test_only_columns_with_values_are_properties(loaded: tuple[Path, dict[str, Any]]) -> None:
    _, config = loaded
    names = {
        part["name"]: {prop["name"] for prop in part["props"]}
        for source in config["sources"]
        for part in source.get("tags") or source["edges"]
    }
    assert "title" in names["HOLDS"]
    assert "title" not in names["RUNS"]
    assert "editions" in names["PROGRAM"]
    assert "editions" not in names["UNION"]
