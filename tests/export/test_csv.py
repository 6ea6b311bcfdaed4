import csv
import json
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from graphkit import export
from tests.export.conftest import HOSTILE, ODD


def test_pandas_reads_it_back(table: export.Table, written: Callable[[str], Path]) -> None:
    folder = written("csv")
    nodes = pd.read_csv(folder / "nodes.csv", encoding="utf-8-sig", dtype={"region_code": str})
    assert list(nodes["id"]) == [row["id"] for row in table.nodes]
    by_id = nodes.set_index("id")
    assert by_id.loc[ODD, "label"] == HOSTILE
    assert by_id.loc["r1", "lon"] == 108.954
    assert by_id.loc["r1", "region_code"] == "610000"
    edges = pd.read_csv(folder / "edges.csv", encoding="utf-8-sig")
    assert list(edges["id"]) == [row["id"] for row in table.edges]
    assert set(edges["source"]) | set(edges["target"]) <= set(nodes["id"])
    evidence = pd.read_csv(folder / "evidence.csv", encoding="utf-8-sig")
    assert HOSTILE in set(evidence["sentence"])
    assert set(evidence["relation"]) <= set(edges["id"])


def test_edges_carry_the_names_of_their_ends(written: Callable[[str], Path]) -> None:
    with (written("csv") / "edges.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows["f6"]["source_label"] == "陕西省总工会"
    assert rows["f6"]["target_label"] == "陕西省"


def test_excel_knows_the_encoding_and_runs_nothing(written: Callable[[str], Path]) -> None:
    for path in written("csv").glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.startswith(("=", "@", "\t", "\r"))
                    assert not cell.startswith(("+", "-")) or float(cell) is not None


def test_the_schema_tells_the_columns(table: export.Table, written: Callable[[str], Path]) -> None:
    folder = written("csv")
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert package["graphkit"] == table.meta
    for resource in package["resources"]:
        with (folder / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
            header = next(csv.reader(file))
        assert [field["name"] for field in resource["schema"]["fields"]] == header
        assert {field["type"] for field in resource["schema"]["fields"]} <= {"string", "integer", "number", "boolean"}
        for key in resource["schema"]["foreignKeys"]:
            assert key["fields"] in header
    keys = {
        resource["name"]: [key["reference"]["resource"] for key in resource["schema"]["foreignKeys"]] for resource in package["resources"]
    }
    assert keys == {"nodes": [], "edges": ["nodes", "nodes"], "evidence": ["edges"]}
