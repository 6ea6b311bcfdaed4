import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit import export
from graphkit.export.cypher import backticked, literal
from graphkit.export.table import LOOKS

STATEMENT = re.compile(r"UNWIND (\[\n.*?\n\]) AS row\n(.*?;)\n", re.DOTALL)


def statements(path: Path) -> list[tuple[list[dict[str, Any]], str]]:
    """The rows and the text of each statement; Cypher's literals are YAML's, but for texts that are joined."""
    found = STATEMENT.findall(path.read_text(encoding="utf-8"))
    return [(yaml.safe_load(rows.replace('" + "', "").replace("\n", " ")), text) for rows, text in found]


def test_every_node_and_edge_is_there_with_all_that_it_tells(table: export.Table, written: Callable[[str], Path]) -> None:
    nodes, edges = {}, {}
    for rows, text in statements(written("cypher")):
        for row in rows:
            if "source" in row:
                edges[row["told"]["id"]] = (row["source"], row["target"], row["told"], text)
            else:
                nodes[row["id"]] = (row, text)
    for row in table.nodes:
        found, text = nodes[row["id"]]
        assert found == {name: value for name, value in row.items() if name not in LOOKS}
        assert text == f"MERGE (n:Entity {{id: row.id}}) SET n:`{row['type']}`, n += row;"
    for row in table.edges:
        source, target, found, text = edges[row["id"]]
        assert (source, target) == (row["source"], row["target"])
        assert found == {name: value for name, value in row.items() if name not in {*LOOKS, "source", "target", "relation"}}
        assert f"MERGE (a)-[r:`{row['relation']}` {{id: row.told.id}}]->(b)" in text
    assert len(nodes) == len(table.nodes)
    assert len(edges) == len(table.edges)


def test_constraints_come_first_and_comments_stay_comments(written: Callable[[str], Path]) -> None:
    lines = written("cypher").read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if not line.startswith("//")]
    assert code[0] == "CREATE CONSTRAINT graphkit_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;"
    assert lines[0].startswith("// title: <script>")
    assert not any(line.startswith(":") for line in lines)  # cypher-shell would take it for a command


def test_batches_are_small(table: export.Table, written: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graphkit.export.cypher.BATCH", 1)
    found = statements(written("cypher"))
    assert len(found) == len(table.nodes) + len(table.edges)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("甲\"乙'", '"甲\\"乙\'"'),
        ("a\\b", '"a\\\\b"'),
        ("\\u0022", '"\\\\" + "u0022"'),
        ("\\\\U1", '"\\\\\\\\" + "U1"'),
        ("a\n\r\t", '"a\\n\\r\\t"'),
        (["a", "b"], '["a", "b"]'),
        (1.5e22, "1.5e22"),
        (1e-7, "1e-07"),
        (3, "3"),
        (True, "true"),
    ],
)
def test_literals(value: Any, expected: str) -> None:
    assert literal(value) == expected
    assert "\\u" not in literal(value)


def test_names_between_backticks() -> None:
    assert backticked("a`b") == "`a``b`"
