import csv
from collections.abc import Callable
from pathlib import Path

from graphkit import export
from graphkit.export.table import LOOKS
from tests.export.conftest import HOSTILE, ODD


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_headers_have_ids_labels_types(written: Callable[[str], Path]) -> None:
    folder = written("neo4j")
    with (folder / "nodes.csv").open(encoding="utf-8") as file:
        header = next(csv.reader(file))
    assert header[:5] == ["id:ID", "label:string", ":LABEL", "type_zh:string", "names:string[]"]
    assert {"mentions:long", "lon:double", "editions:string[]"} <= set(header)
    with (folder / "relationships.csv").open(encoding="utf-8") as file:
        header = next(csv.reader(file))
    assert {":START_ID", ":END_ID", ":TYPE", "id:string", "confidence:double", "cumulative:boolean", "evidence:string[]"} <= set(header)


def test_all_rows_are_there(table: export.Table, written: Callable[[str], Path]) -> None:
    folder = written("neo4j")
    nodes = {row["id:ID"]: row for row in read(folder / "nodes.csv")}
    assert nodes.keys() == {row["id"] for row in table.nodes}
    assert nodes[ODD]["label:string"] == HOSTILE
    assert nodes["u1"][":LABEL"] == "Entity;UNION"
    assert nodes["u1"]["names:string[]"].split(";") == ["省总", "甲；乙"]
    edges = {row["id:string"]: row for row in read(folder / "relationships.csv")}
    for row in table.edges:
        found = edges[str(row["id"])]
        assert (found[":START_ID"], found[":TYPE"], found[":END_ID"]) == (row["source"], row["relation"], row["target"])
    assert edges["f4"]["cumulative:boolean"] == "true"
    assert edges["f2"]["status:string"] == HOSTILE
    assert not any(name.partition(":")[0] in LOOKS for row in edges.values() for name in row)


def test_the_command_names_the_files(written: Callable[[str], Path]) -> None:
    folder = written("neo4j")
    told = (folder / "README.txt").read_text(encoding="utf-8")
    assert "neo4j-admin database import full" in told
    assert all(path.name in told for path in folder.iterdir() if path.name != "README.txt")
    assert "REQUIRE n.id IS UNIQUE" in (folder / "constraints.cypher").read_text(encoding="utf-8")
