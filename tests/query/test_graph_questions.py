"""Neighbours, paths, patterns and measures, against networkx and against every way to fill a pattern."""

from itertools import product
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

import graphkit
from graphkit.errors import QueryError
from graphkit.query import KnowledgeGraph
from graphkit.query.measures import MEASURES
from tests import synthetic
from tests.query.test_questions import cells
from tests.stores import of_graph


@pytest.fixture(scope="module")
def random_graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    return graphkit.open(of_graph(*synthetic.graph(60, 150, seed=3), tmp_path_factory.mktemp("random") / "graph.db"))


def test_neighbours_by_relation_direction_and_type(g: KnowledgeGraph) -> None:
    assert (
        cells(g.neighbors("陕西省总工会", "开展"), "to")
        == cells(g.neighbors("陕西省总工会", ["RUNS"], "out"), "to")
        == ["送温暖", "春送岗位"]
    )
    assert cells(g.neighbors("陕西省总工会", "任职", "out"), "to") == []
    assert cells(g.neighbors("陕西省总工会", "任职", "in"), "direction", "to") == [("in", "黄明"), ("in", "王力"), ("in", "李默")]
    assert set(cells(g.neighbors("陕西省总工会", type="地区"), "to")) == {"陕西省"}
    for told, message in (
        ({"direction": "up"}, "a direction is both, out, in"),
        ({"hops": 0}, "hops count from 1"),
        ({"relation": "管"}, "no such relation"),
    ):
        with pytest.raises(QueryError, match=message):
            g.neighbors("陕西省总工会", **told)


@pytest.mark.parametrize("hops", [1, 2, 3])
def test_neighbours_are_those_of_networkx(random_graph: KnowledgeGraph, hops: int) -> None:
    plain = random_graph.nx.to_undirected()
    for node in sorted(plain)[:20]:
        reached = nx.single_source_shortest_path_length(plain, node, cutoff=hops)
        found = random_graph.neighbors(node, hops=hops, limit=None)
        assert {row.nodes[0]: row["hop"] for row in found} == {other: hop for other, hop in reached.items() if hop}


def test_paths_are_all_shortest_ones(random_graph: KnowledgeGraph) -> None:
    plain = nx.Graph(random_graph.nx.to_undirected())
    nodes = sorted(plain)
    for one, two in zip(nodes[:25], nodes[25:50], strict=True):
        routes: dict[int, list[tuple[str, ...]]] = {}
        for row in random_graph.path(one, two, limit=None):
            routes.setdefault(row["route"], []).append(row.nodes)
        found = {frozenset(map(frozenset, steps)) for steps in routes.values()}
        ways = nx.all_shortest_paths(plain, one, two) if nx.has_path(plain, one, two) else []
        assert found == {frozenset(frozenset(step) for step in nx.utils.pairwise(way)) for way in ways}


def test_a_path_tells_each_step_with_its_sentence(g: KnowledgeGraph) -> None:
    found = g.path("李默", "张扬")
    assert cells(found, "route", "step", "from", "direction", "relation", "to")[0] == (1, 1, "李默", "out", "HOLDS", "陕西省总工会")
    assert {row["relation"] for row in found if row["step"] == 2} == {"RUNS", "FIGURE"}
    assert "陕西省总工会主席李默" in found.evidence()[0]["sentence"]
    assert not g.path("李默", "李默")
    assert not g.path("李默", "长安集团")
    assert not g.path("李默", "张扬", relation="任职")


def test_patterns_in_chinese_and_in_english(g: KnowledgeGraph) -> None:
    chinese = g.match(("人物", "任职", "工会"), ("工会", "开展", "项目活动"), where={"工会": "陕西省总工会"})
    english = g.match(("PERSON", "holds", "union"), ("UNION", "RUNS", "Program"), where={"UNION": "陕西省总工会"})
    assert [dict(row) for row in chinese] == [dict(row) for row in english]
    assert chinese.columns == ("PERSON", "HOLDS", "UNION", "RUNS", "PROGRAM")
    assert len(chinese) == 6
    assert cells(g.match(("人物", "任职", "工会"), where={"任职": {"title": ["副主席"]}}), "PERSON") == ["王力"]
    assert cells(g.match(("人物", "任职", "工会"), where={"HOLDS": lambda fields: fields["first"] >= "2016-06"}), "PERSON") == ["张扬"]


def test_a_variable_is_given_by_a_name_an_entity_or_several(g: KnowledgeGraph) -> None:
    one = cells(g.match(("人物", "任职", "工会"), where={"工会": "甘肃省总工会"}), "PERSON")
    assert one == ["张扬"]
    for told in (g["甘肃省总工会"], g.find("甘肃省总工会")[0], {"name": "甘肃省总工会"}):
        assert cells(g.match(("人物", "任职", "工会"), where={"工会": told}), "PERSON") == one
    both = g.match(("人物", "任职", "工会"), where={"工会": ["甘肃省总工会", "白河县总工会"]})
    assert sorted(cells(both, "PERSON")) == ["张扬", "赵平"]
    assert both.title == "人物－任职→工会"


def test_partners_count_either_way(g: KnowledgeGraph) -> None:
    for head, tail in (("工会", "组织机构"), ("组织机构", "工会")):
        assert len(g.match((head, "合作", tail))) == 1
    with pytest.raises(QueryError, match=r"开展 .RUNS. leads from ORG or UNION to PROGRAM, never from PROGRAM to UNION"):
        g.match(("项目活动", "开展", "工会"))
    assert len(g.match(("工会", "*", "组织机构"))) == len(g.match(("组织机构", "*", "工会"))) == 1
    assert len(g.match(("项目活动", "开展", "工会"), undirected=True)) == 3
    assert len(g.match(("项目活动", "开展", "工会"), undirected=["RUNS"])) == 3


@pytest.mark.parametrize(
    ("triples", "message"),
    [
        ([], "a pattern needs a triple at least"),
        ([("工会", "合作")], "a triple is head, relation, tail"),
        ([("工会", "合作", "工会")], "both ends are UNION; give each a name of its own: 'a:UNION', 'b:UNION'"),
        ([("工会", "管", "人物")], "no such relation: 管; there are 任职 .HOLDS."),
        ([("公司", "合作", "工会")], "no such type: 公司"),
        ([("HOLDS:人物", "任职", "工会")], "HOLDS is a relation of this pattern"),
        ([("a:人物", "任职", "工会"), ("a:工会", "开展", "项目活动")], "a stands for a PERSON already"),
        ([("人物", "任职", "组织机构"), ("工会", "开展", "项目活动")], "do not hang together"),
    ],
)
def test_a_pattern_that_is_none(g: KnowledgeGraph, triples: list[Any], message: str) -> None:
    with pytest.raises(QueryError, match=message):
        g.match(*triples)


def test_conditions_that_are_none(g: KnowledgeGraph) -> None:
    for where, message in (
        ({"地区": "陕西"}, "which the pattern does not"),
        ({"任职": "主席"}, "HOLDS in where takes"),
        ({"工会": 3}, "UNION in where takes"),
        ({"任职": {"post": "主席"}}, "nothing has an attribute post; there are about"),
        ({"工会": {"titel": "x"}}, "nothing has an attribute titel; there are articles"),
    ):
        with pytest.raises(QueryError, match=message):
            g.match(("人物", "任职", "工会"), where=where)  # type: ignore[arg-type]


@pytest.mark.parametrize("undirected", [False, True])
@pytest.mark.parametrize(
    "pattern",
    [
        [("PERSON", "HOLDS", "UNION"), ("UNION", "RUNS", "PROGRAM")],
        [("a:UNION", "PARTNERS", "b:ORG"), ("b:ORG", "*", "c:")],
        [("a:", "RUNS", "b:PROGRAM"), ("c:", "RUNS", "b:PROGRAM")],
        [("a:UNION", "*", "b:"), ("b:", "*", "a:UNION")],
    ],
)
def test_patterns_are_filled_in_every_way(random_graph: KnowledgeGraph, pattern: list[tuple[str, str, str]], undirected: bool) -> None:
    graph = random_graph.nx
    edges = [(head, fields["type"], tail, key) for head, tail, key, fields in graph.edges(keys=True, data=True)]
    either = [*((edge, edge[0], edge[2]) for edge in edges), *((edge, edge[2], edge[0]) for edge in edges)]
    one_way = [(edge, edge[0], edge[2]) for edge in edges]
    options = []
    for head, relation, tail in pattern:
        steps = either if undirected else [*one_way, *(step for step in either[len(edges) :] if step[0][1] == "PARTNERS")]
        fits = [step for step in steps if relation in {"*", step[0][1]} and _of(graph, step[1], head) and _of(graph, step[2], tail)]
        options.append(fits)
    expected = set()
    for choice in product(*options):
        bound: dict[str, str] = {}
        same = all(
            bound.setdefault(end.split(":")[0], node) == node
            for (_, one, two), (head, _, tail) in zip(choice, pattern, strict=True)
            for end, node in ((head, one), (tail, two))
        )
        if same and len({step[0][3] for step in choice}) == len(choice):
            expected.add((tuple(sorted(bound.items())), tuple(step[0][3] for step in choice)))
    found = random_graph.match(*pattern, undirected=undirected, limit=None)
    assert len(found) == len(expected)
    assert {frozenset(row.edges) for row in found} == {frozenset(edges) for _, edges in expected}


def _of(graph: Any, node: str, end: str) -> bool:
    kind = end.rpartition(":")[2]
    return not kind or graph.nodes[node]["type"] == kind


def test_the_simple_graph_has_one_edge_a_pair(random_graph: KnowledgeGraph) -> None:
    simple = random_graph.simple()
    assert type(simple) is nx.Graph
    assert sum(weight for *_, weight in simple.edges(data="weight")) == random_graph.nx.number_of_edges()
    assert set(map(frozenset, simple.edges())) == {frozenset(edge[:2]) for edge in random_graph.nx.edges(keys=True)}
    assert nx.core_number(simple)  # refuses multigraphs


def test_measures_are_those_of_networkx(random_graph: KnowledgeGraph) -> None:
    simple = random_graph.simple()
    expected = {
        "degree": dict(simple.degree()),
        "strength": dict(simple.degree(weight="weight")),
        "betweenness": nx.betweenness_centrality(simple, normalized=False),
        "core": nx.core_number(simple),
        "pagerank": nx.pagerank(simple, weight="weight", tol=1e-10),
        "closeness": {node: score / (len(simple) - 1) for node, score in nx.harmonic_centrality(simple).items()},
    }
    largest = nx.eigenvector_centrality_numpy(simple.subgraph(max(nx.connected_components(simple), key=len)), weight="weight")
    expected["eigenvector"] = {node: abs(largest.get(node, 0.0)) / max(map(abs, largest.values())) for node in simple}
    assert expected.keys() == MEASURES.keys()
    for by, scores in expected.items():
        found = random_graph.top(by, limit=None)
        assert {row.id: row["score"] for row in found} == pytest.approx(scores, rel=1e-4, abs=1e-6)
        assert cells(found, "score") == sorted(cells(found, "score"), reverse=True)
    assert len(random_graph.top("pagerank", "工会", limit=3)) == 3
    assert random_graph.top().limit is None
    with pytest.raises(QueryError, match="no such measure: fame; there are degree"):
        random_graph.top("fame")


def test_communities_are_the_same_for_one_seed(random_graph: KnowledgeGraph) -> None:
    found = random_graph.communities(seed=4)
    assert [dict(row) for row in found] == [dict(row) for row in random_graph.communities(seed=4)]
    nodes = [node for row in found for node in row.nodes]
    assert len(nodes) == len(set(nodes)) == sum(row["size"] for row in found)
    assert cells(found, "size") == sorted(cells(found, "size"), reverse=True)
    numbers = found.to_networkx().nodes(data="community")
    assert {number for _, number in numbers} == set(range(1, len(found) + 1))


def test_an_empty_graph_answers(tmp_path: Path) -> None:
    empty = graphkit.open(of_graph(*synthetic.graph(0, 0), tmp_path / "graph.db"))
    assert not empty.communities()
    assert not empty.top("pagerank")
    assert "0 nodes" in repr(empty)
    assert empty.nodes_df.empty
