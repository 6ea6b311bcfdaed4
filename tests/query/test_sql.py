from pathlib import Path

import pytest

from graphkit.errors import QueryError
from graphkit.query import KnowledgeGraph, sql


def test_select_answers_and_knows_its_entities(g: KnowledgeGraph) -> None:
    found = g.sql("SELECT type, count(*) AS n FROM entity GROUP BY type ORDER BY n DESC, type LIMIT 1")
    assert [dict(row) for row in found] == [{"type": "PERSON", "n": 6}]
    posts = g.sql("SELECT id FROM relation WHERE type = ? AND json_extract(attributes, '$.title') = ?", ["HOLDS", "副主席"])
    assert posts.evidence()[0]["head"] == "王力"
    assert len(g.sql("SELECT id FROM relation WHERE type = :kind", {"kind": "ISSUED"})) == 1
    assert [dict(row) for row in g.sql("SELECT 1 AS a, 2 AS a")] == [{"a": 1, "a_2": 2}]
    assert len(g.sql("SELECT value FROM json_each('[1,2]')")) == 2
    assert g.sql("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT n FROM t", limit=5).limit == 5
    assert g.sql("PRAGMA table_info(entity)")[0]["name"] == "id"


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM entity",
        "INSERT INTO meta VALUES ('a', 'b')",
        "UPDATE entity SET name = ''",
        "DROP TABLE entity",
        "CREATE TABLE t (a)",
        "CREATE TEMP TABLE t (a)",
        "ATTACH 'other.db' AS other",
        "VACUUM INTO 'copy.db'",
        "PRAGMA writable_schema = 1",
        "PRAGMA journal_mode = WAL",
        "BEGIN",
        "SELECT load_extension('x')",
        "SELECT 1; DELETE FROM entity",
        "SELEC 1",
        "SELECT * FROM nowhere",
        "SELECT ?",
        "",
    ],
)
def test_all_else_is_refused(g: KnowledgeGraph, query: str, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = small.read_bytes()
    with pytest.raises(QueryError):
        g.sql(query)
    assert small.read_bytes() == before
    assert list(tmp_path.iterdir()) == []


def test_a_query_that_never_ends_is_stopped(g: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "SECONDS", 0.2)
    with pytest.raises(QueryError, match="longer than"):
        g.sql("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t")
