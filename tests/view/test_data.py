"""The page's data: columns, each text once, offsets as JavaScript counts them, regions as a tree."""

from typing import Any

import networkx as nx
import pytest

from graphkit import store
from graphkit.graph import Graph
from graphkit.view.data import page_data
from graphkit.view.places import Places
from graphkit.view.strings import initials, units


@pytest.fixture
def graph() -> Graph:
    built: Graph = nx.MultiDiGraph(title="题", people="public")
    common: dict[str, Any] = {"mentions": 2, "articles": 1}
    built.add_node("p", label="𬘓小明", type="PERSON", names=(), region="", reason="", **common)
    built.add_node("u", label="汉中市南郑区总工会", type="UNION", names=("区总",), region="610703", reason="dateline", **common)
    built.add_node("g", label="送温暖", type="PROGRAM", names=(), region="", reason="", years=["2018"], family="四季送", **common)
    seen = {"confidence": 0.876, "articles": 1, "first": "2018-12-20", "last": "2018-12-20"}
    built.add_edge("p", "u", key="f1", type="HOLDS", title="主席", **seen)
    built.add_edge("u", "g", key="f2", type="FIGURE", value=5e5, unit="CNY", kind="spent", cumulative=True, part=False, **seen)
    return built


POSITIONS = {"p": (0.0, 0.0), "u": (10.4, 0.6), "g": (20.0, 0.0)}


def sentence(relation: str, text: str, head: tuple[int, int] | None, tail: tuple[int, int] | None) -> store.Evidence:
    return store.Evidence(relation, "a#1", text, head, tail, "题", "报", "2018-12-20", "a.txt", 0.9, "rule", "", "dateline")


def test_columns_hold_what_the_graph_tells(graph: Graph) -> None:
    data = page_data(graph, POSITIONS, {})
    strings, nodes, edges = data["strings"], data["nodes"], data["edges"]
    assert data["meta"] == {"title": "题", "people": "public"}
    assert nodes["id"] == ["g", "p", "u"]
    assert [strings[number] for number in nodes["type"]] == ["PROGRAM", "PERSON", "UNION"]
    assert nodes["initials"][2] == "hzsnzqzgh qz"
    assert nodes["details"] == {"0": {"family": "四季送", "years": ["2018"]}}
    assert strings[nodes["reason"][2]] == "dateline"
    assert (nodes["x"][2], nodes["y"][2]) == (10, 1)
    assert edges["head"] == [1, 2]
    assert edges["confidence"] == [88, 88]
    assert edges["facts"] == {"0": {"title": "主席", "rank": 1}, "1": {"value": 5e5, "unit": "CNY", "kind": "spent", "cumulative": True}}
    assert strings[edges["detail"][1]] == "（累计投入50万元）"
    assert edges["evidence"] == [0, 0]


def test_regions_stand_behind_those_above_them(graph: Graph) -> None:
    data = page_data(graph, POSITIONS, {})
    row = data["regions"][data["nodes"]["region"][2]]
    names = []
    while row:
        names.append(row[1])
        assert row[2] < data["regions"].index(row)
        row = data["regions"][row[2]] if row[2] >= 0 else None
    assert names == ["南郑区", "汉中市", "陕西省"]
    assert data["nodes"]["region"][:2] == [-1, -1]


def test_no_region_for_a_code_that_is_none() -> None:
    places = Places()
    assert places.number("") == places.number("999999") == -1
    assert {row[2] for row in places.rows()} == {-1}


def test_a_sentence_is_stored_once_and_counted_as_javascript_does(graph: Graph) -> None:
    text = "南郑区总工会主席𬘓小明送温暖。"
    told = {"f1": [sentence("f1", text, (8, 11), (0, 6))], "f2": [sentence("f2", text, None, (11, 14))]}
    found = page_data(graph, POSITIONS, told)["evidence"]
    assert found["sentences"] == ["", text]
    assert found["rows"] == [[1, 0, 8, 12, 0, 6, 90, 0, 1], [1, 0, -1, -1, 12, 15, 90, 0, 1]]
    assert page_data(graph, POSITIONS, told)["articles"] == [["题", "", "报", "2018-12-20", "a.txt"]]


def test_whole_articles_bring_their_mentions_and_bylines(graph: Graph) -> None:
    about = {"byline": "记者 某", "paper": "报", "date": "2018-12-20", "path": "a.txt"}
    one = store.Text("a#1", title="题", text="𬘓小明在", mentions=((0, 3, "p"), (3, 4, "gone")), **about)
    two = store.Text("b#1", title="又题", text="无", mentions=(), **about)
    data = page_data(graph, POSITIONS, {"f1": [sentence("f1", "句", None, None)]}, {"a#1": one, "b#1": two})
    assert data["articles"] == [["题", "记者 某", "报", "2018-12-20", "a.txt"], ["又题", "记者 某", "报", "2018-12-20", "a.txt"]]
    assert data["texts"] == {"0": ["𬘓小明在", [0, 4, 1]], "1": ["无", []]}


@pytest.mark.parametrize(("name", "told"), [("陕西省总工会", "sxszgh"), ("重庆市", "cqs"), ("ABC 2024年", "abc2024n"), ("", "")])
def test_initials(name: str, told: str) -> None:
    assert initials(name) == told


def test_units_beyond_the_basic_plane_count_two() -> None:
    assert [units("a𬘓b", offset) for offset in range(4)] == [0, 1, 3, 4]
    assert units("abc", 2) == 2


def test_posts_have_their_rank_and_a_figure_may_be_zero(graph: Graph) -> None:
    seen = {"type": "HOLDS", "confidence": 1.0, "articles": 1, "first": "", "last": ""}
    for key, title in (("f3", "副主席"), ("f4", "党组书记"), ("f5", "没有这个职务")):
        graph.add_edge("p", "u", key=key, title=title, **seen)
    graph.add_edge("u", "g", key="f6", value=0.0, unit="person", **(seen | {"type": "FIGURE"}))
    facts = page_data(graph, POSITIONS, {})["edges"]["facts"]
    ranks = {told["title"]: told["rank"] for told in facts.values() if "title" in told}
    assert sorted(ranks, key=lambda title: ranks[title]) == ["主席", "副主席", "党组书记", "没有这个职务"]
    assert facts["5"] == {"value": 0.0, "unit": "person"}
