"""Cypher: what is answered is what the own matcher finds; what grand-cypher answers wrongly is refused."""

import sys
from pathlib import Path
from typing import Any

import pytest

import graphkit
from graphkit.errors import QueryError
from graphkit.query import KnowledgeGraph
from tests import synthetic
from tests.query.test_questions import cells
from tests.stores import of_graph

pytest.importorskip("grandcypher")


@pytest.fixture(scope="module", params=[1, 2, 3])
def random_graph(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> KnowledgeGraph:
    path = tmp_path_factory.mktemp("random") / "graph.db"
    return graphkit.open(of_graph(*synthetic.graph(40, 160, seed=request.param), path))


@pytest.mark.parametrize(
    ("query", "triples", "parted"),
    [
        ("(a:PERSON)-[r:HOLDS]->(b:UNION)", [("a:PERSON", "HOLDS", "b:UNION")], []),
        ("(a:PERSON)-[r:HOLDS]->(b)", [("a:PERSON", "HOLDS", "b:")], []),
        ("(b:UNION)<-[r]-(a:PERSON)", [("a:PERSON", "*", "b:UNION")], []),
        ("(a)-[r]->(b)", [("a:", "*", "b:")], []),
        ("(a)-[r:RUNS|FIGURE]->(b:PROGRAM)", None, []),
        ("(a:PERSON)-[r:HOLDS]->(b:UNION)-[s:RUNS]->(c:PROGRAM)", [("a:PERSON", "HOLDS", "b:UNION"), ("b:UNION", "RUNS", "c:PROGRAM")], []),
        ("(a:UNION)-[r:RUNS]->(b:PROGRAM)<-[s:RUNS]-(c:UNION)", [("a:UNION", "RUNS", "b:PROGRAM"), ("c:UNION", "RUNS", "b:PROGRAM")], ["a", "c"]),
        ("(a:UNION)-[r]->(b)-[s]->(c:UNION)", [("a:UNION", "*", "b:"), ("b:", "*", "c:UNION")], ["a", "c"]),
        ("(a:UNION)-[r:FIGURE]->(b:PROGRAM), (a)<-[s:HOLDS]-(c:PERSON)", [("a:UNION", "FIGURE", "b:PROGRAM"), ("c:PERSON", "HOLDS", "a:UNION")], []),
        ("(a:UNION)-[r]->(b:ORG)-[s]->(c:PROGRAM), (a)-[t]->(c)", [("a:UNION", "*", "b:ORG"), ("b:ORG", "*", "c:PROGRAM"), ("a:UNION", "*", "c:PROGRAM")], []),
    ],
)  # fmt: skip
def test_cypher_finds_what_the_own_matcher_finds(random_graph: KnowledgeGraph, query: str, triples: Any, parted: list[str]) -> None:
    where = f" WHERE {' <> '.join(parted)}" if parted else ""
    names = [name for name in "rst" if f"[{name}" in query]
    found = random_graph.cypher(f"MATCH {query}{where} RETURN {', '.join(names)}", limit=None)
    if triples is None:
        expected = [row.edges for kind in ("RUNS", "FIGURE") for row in random_graph.match(("a:", kind, "PROGRAM"), limit=None)]
    else:
        expected = [row.edges for row in random_graph.match(*triples, limit=None) if _parted(row, parted)]
    assert sorted(map(sorted, (row.edges for row in found))) == sorted(map(sorted, expected))


def _parted(row: Any, parted: list[str]) -> bool:
    return not parted or len(set(row.nodes)) == 3


@pytest.mark.parametrize("steps", ["*1..2", "*2"])
def test_variable_lengths_are_those_of_the_paths(random_graph: KnowledgeGraph, steps: str) -> None:
    graph = random_graph.nx
    found = random_graph.cypher(f"MATCH (a:UNION)-[r{steps}]->(b:PROGRAM) RETURN a, b, r", limit=None)
    one = [((key,), head, tail) for head, tail, key in graph.edges(keys=True)]
    one += [((key,), tail, head) for head, tail, key, kind in graph.edges(keys=True, data="type") if kind == "PARTNERS"]
    two = [((*first, *last), start, end) for first, start, middle in one for last, other, end in one if other == middle]
    ways = [
        edges
        for edges, head, tail in (*(one if "1" in steps else ()), *two)
        if graph.nodes[head]["type"] == "UNION" and graph.nodes[tail]["type"] == "PROGRAM"
    ]
    assert sorted(row.edges for row in found) == sorted(ways)


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ('MATCH (p:人物)-[r:任职]->(u:工会) WHERE r.title = "副主席" RETURN p.name', [("王力",)]),
        ("MATCH (p:`人物`)-[r:`任职`]->(u:工会) WHERE r.title = '副主席' RETURN p.name AS 姓名, type(r)", [("王力", "HOLDS")]),
        ("MATCH (p)-[:HOLDS]->(u:UNION) RETURN u, COUNT(p) AS n ORDER BY n DESC, u LIMIT 1", [("陕西省总工会", 3)]),
        ("MATCH (u:UNION) RETURN COUNT(*) LIMIT 1", [(3,)]),
        ("MATCH (p:PERSON)-[:HOLDS]->(u) RETURN DISTINCT p.label ORDER BY p.label DESC LIMIT 2", [("黄明",), ("赵平",)]),
        ("MATCH (u)-[f:FIGURE]->(g) RETURN g.label, SUM(f.value), AVG(f.value), MAX(f.title), COUNT(f.title)", [("送温暖", 800500.0, 800500 / 3, None, 0)]),
        ("MATCH (u)-[f:FIGURE]->(g) RETURN COUNT(DISTINCT u)", [(2,)]),
        ("MATCH (u:UNION) WHERE u.articles > 1 OR u.name STARTS WITH '甘' AND u.articles = 9 RETURN u", [("陕西省总工会",)]),
        ("MATCH (u:UNION) WHERE (u.articles > 1 OR u.name STARTS WITH '甘') AND NOT u.articles = 4 RETURN u", [("甘肃省总工会",)]),
        ("MATCH (g:PROGRAM) WHERE NOT g.family = '安康杯' RETURN g", [("春送岗位",), ("送温暖",)]),
        ("MATCH (u:UNION) WHERE u.family <> '四季送' RETURN u", []),  # what is missing is neither like nor unlike
        ("MATCH (u:UNION) WHERE u.name IN ['陕西省总工会', 'x'] AND u.family IS NULL RETURN u", [("陕西省总工会",)]),
        ("MATCH (h:HONOR) WHERE h.name ENDS WITH '奖章' AND h.level IS NOT NULL RETURN h.level", [("national",)]),
        ("MATCH (a:PERSON)-[:HOLDS]->(u:UNION)<-[:HOLDS]-(b:PERSON) WHERE a <> b AND a.name < b.name RETURN COUNT(*)", [(3,)]),
        ("MATCH (u:UNION) MATCH (u)-[:RUNS]->(g:PROGRAM {name: '春送岗位'}) RETURN u // no comment", [("陕西省总工会",)]),
        ("MATCH (u:UNION)-[:RUNS]->(g) WHERE u.name = '没有' RETURN COUNT(g)", [(0,)]),
        ("MATCH (u:UNION) RETURN u ORDER BY u SKIP 2;", [("陕西省总工会",)]),
        ("MATCH (a:PERSON)-[:HOLDS]->(u:UNION)<-[:HOLDS]-(b:PERSON) WHERE a.name < b.name RETURN COUNT(*)", [(3,)]),
        ("MATCH (a:PERSON)-[:HOLDS]->(u:UNION)<-[:HOLDS]-(b:PERSON) WHERE id(a) < id(b) RETURN COUNT(*)", [(3,)]),
        ("MATCH (u)-[f:FIGURE]->(g) WHERE f.value > 1e5 RETURN COUNT(*)", [(2,)]),
    ],
)  # fmt: skip
def test_answers(g: KnowledgeGraph, query: str, rows: list[Any]) -> None:
    found = g.cypher(query)
    assert [tuple(row[column] for column in found.columns) for row in found] == rows


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("MATCH (a:UNION)-[:RUNS]-(b) RETURN a", "without a direction"),
        ("MATCH (a:UNION)<-[:RUNS]->(b) RETURN a", "without a direction"),
        ("MATCH (a:UNION)--(b) RETURN a", "without a direction"),
        ("MATCH (a:PERSON)-->(u)<--(b:PERSON) RETURN a", "a and b may be one entity"),
        ("MATCH (a:PERSON)-->(u)<--(b:PERSON) WHERE a <> b OR a.articles > 1 RETURN a", "a and b may be one entity"),
        ("MATCH (a)-[*1..2]->(b) RETURN a", "may be one entity"),
        ("MATCH (a:UNION)-[:RUNS]->(b:PROGRAM), (a)-[:FIGURE]->(b) RETURN a", "two relations between the same variables"),
        ("MATCH (a)-->(a) RETURN a", "relation with itself"),
        ("MATCH (a:UNION)-[*1..3]->(b:PROGRAM) RETURN a", "between 1 and 2"),
        ("MATCH (a:UNION)-[*]->(b:PROGRAM) RETURN a", "needs its ends"),
        ("MATCH (p:PERSON)-->(a:UNION)-[*1..2]->(b:PROGRAM) RETURN a", "stands alone"),
        ("MATCH (a:UNION), (b:ORG) RETURN a", "share no variable"),
        ("MATCH (a:UNION)-[r]->(b:ORG), (a)-[r]->(c:PROGRAM) RETURN a", "one relation or one node"),
        ("MATCH p = (a:UNION)-->(b:ORG) RETURN p", "paths with a name"),
        ("MATCH (a:UNION)-[r {title: 'x'}]->(b:ORG) RETURN a", "values inside a relation"),
        ("MATCH (a:UNION) WHERE a.titel = 'x' RETURN a", "nothing has an attribute titel"),
        ("MATCH (a:UNION {titel: 'x'}) RETURN a", "nothing has an attribute titel"),
        ("MATCH (a:UNION) RETURN type(a)", "type.. is of relations"),
        ("MATCH (a:UNION) RETURN b", "no variable b"),
        ("MATCH (a:UNION) WHERE a.label =~ 'x' RETURN a", "no comparison: =~"),
        ("MATCH (a:UNION) RETURN a ORDER BY a.articles", "return it as well"),
        ("MATCH (a:UNION) RETURN SUM(a.label)", "SUM.a.label. needs numbers"),
        ("MATCH (a:UNION) RETURN AVG(a.label)", "AVG.a.label. needs numbers"),
        ("OPTIONAL MATCH (a:UNION) RETURN a", "begins with MATCH"),
        ("MATCH (a:UNION) WITH a RETURN a", "RETURN is missing before WITH"),
        ("MATCH (a:UNION) RETURN a UNION MATCH (a) RETURN a", "not expected here"),
        ("MATCH (a:UNION) SET a.x = 1 RETURN a", "RETURN is missing before SET"),
        ("CREATE (a:UNION)", "begins with MATCH"),
        ("MATCH (a:公司) RETURN a", "no such type: 公司"),
        ("MATCH (a:UNION)-[:管]->(b) RETURN a", "no such relation: 管"),
        ("MATCH (a:UNION RETURN a", "is missing before RETURN"),
        ("", "begins with MATCH"),
        ("MATCH (a:UNION) WHERE a.name = RETURN a", "no variable RETURN"),
        ("MATCH (a:UNION) WHERE a.name = null RETURN a", "write IS NULL or IS NOT NULL"),
        ("MATCH (a:UNION) RETURN labels(a)", "no function labels; there are ID, TYPE and, in RETURN, COUNT"),
        ("MATCH (a:UNION)-[r:RUNS]->(b) WHERE r.name = 'x' RETURN a", "nothing has an attribute name"),
        ("MATCH (a:UNION)-[r:HOLDS]->(b:PERSON) RETURN a", "任职 .HOLDS. leads from PERSON to .*, never from UNION to PERSON"),
        ("MATCH (a:UNION)-[r:PARTNERS|RUNS]-(b) RETURN a", "without a direction"),
    ],
)  # fmt: skip
def test_what_would_be_wrong_is_refused_with_a_reason(g: KnowledgeGraph, query: str, reason: str) -> None:
    with pytest.raises(QueryError, match=reason):
        g.cypher(query)


@pytest.mark.parametrize("partner", ["-[:合作]->(o)", "<-[:合作]-(o)", "-[:合作]-(o)"])
def test_a_symmetric_relation_is_found_from_either_end(g: KnowledgeGraph, partner: str) -> None:
    for name, other in (("陕西省总工会", "陕西省人社厅"), ("陕西省人社厅", "陕西省总工会")):
        assert cells(g.cypher(f"MATCH (u {{name: '{name}'}}){partner} RETURN o.name"), "o.name") == [other]


def test_columns_are_called_as_they_were_written(g: KnowledgeGraph) -> None:
    found = g.cypher("MATCH (u:工会) RETURN u.name, count(DISTINCT u) ORDER BY u.name LIMIT 1")
    assert found.columns == ("u.name", "count(DISTINCT u)")


def test_an_answer_has_evidence_and_is_cut(g: KnowledgeGraph) -> None:
    found = g.cypher("MATCH (p:人物)-[:任职]->(u:工会 {name: '甘肃省总工会'}) RETURN p")
    assert cells(found.evidence(), "head", "tail") == [("张扬", "甘肃省总工会")]
    assert g.cypher("MATCH (a) RETURN a", limit=3).limit == 3
    assert g.cypher("MATCH (a) RETURN a LIMIT 3").limit is None


def test_without_grand_cypher_the_command_is_told(g: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "grandcypher", None)
    with pytest.raises(QueryError, match="grand-cypher is missing; install it with: pip install grand-cypher"):
        g.cypher("MATCH (a) RETURN a")
