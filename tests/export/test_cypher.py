import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphkit import export
from graphkit.export.cypher import backticked, literal
from graphkit.export.table import LOOKS

STATEMENT = re.compile(r"WITH (\[.*?)\nUNWIND range\(0, size\(`id`\) - 1\) AS _i\n(.*?;)\n", re.DOTALL)
COLUMN = re.compile(r"(\[.*\]) AS `(\w+)`,?")


def statements(path: Path) -> list[tuple[list[dict[str, Any]], str]]:
    """The rows and the text of each statement; Cypher's literals are YAML's, but for texts that are joined."""
    found = []
    for columns, text in STATEMENT.findall(path.read_text(encoding="utf-8")):
        values = {}
        for line in columns.split("\n"):
            match = COLUMN.fullmatch(line)
            assert match is not None, line
            values[match[2]] = yaml.safe_load(match[1].replace('" + "', ""))
        lists = set(re.findall(r"`(\w+)`: split\(`\w+`\[_i\], \"\\u001F\"\)", text))
        rows = [dict(zip(values, row, strict=True)) for row in zip(*values.values(), strict=True)]
        rows = [{name: value.split("\x1f") if name in lists else value for name, value in row.items() if value is not None} for row in rows]
        found.append((rows, text))
    return found


def test_every_node_and_edge_is_there_with_all_that_it_tells(table: export.Table, written: Callable[[str], Path]) -> None:
    nodes: dict[Any, tuple[dict[str, Any], str]] = {}
    edges: dict[Any, tuple[dict[str, Any], str]] = {}
    for rows, text in statements(written("cypher")):
        for row in rows:
            (edges if "source" in row else nodes)[row["id"]] = (row, text)
    for row in table.nodes:
        found, text = nodes[row["id"]]
        assert found == {name: value for name, value in row.items() if name not in LOOKS}
        assert text.startswith(f"MERGE (_n:Entity {{id: `id`[_i]}}) SET _n:`{row['type']}`, _n += {{`id`: `id`[_i], `label`: `label`[_i], ")
    for row in table.edges:
        found, text = edges[row["id"]]
        assert found == {name: value for name, value in row.items() if name not in {*LOOKS, "relation"}}
        assert "MATCH (_a:Entity {id: `source`[_i]}), (_b:Entity {id: `target`[_i]})" in text
        assert f"MERGE (_a)-[_r:`{row['relation']}` {{id: `id`[_i]}}]->(_b) SET _r += {{`id`: `id`[_i], " in text
        assert "`source`: " not in text
        assert all(f"`{name}`: " in text for name in found if name not in {"source", "target"})
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
