from pathlib import Path
from typing import Any

import pytest

import graphkit
from graphkit.errors import AmbiguousError, NotFoundError, QueryError
from graphkit.query import KnowledgeGraph, Result
from tests.stores import of_texts


def cells(result: Result, *columns: str) -> list[Any]:
    rows = [tuple(row[column] for column in columns) for row in result]
    return [row[0] for row in rows] if len(columns) == 1 else rows


def test_a_name_is_looked_up_by_rules_and_never_guessed(g: KnowledgeGraph) -> None:
    assert g["陕西省总工会"].name == "陕西省总工会"
    assert g["白河县总工会"].name == "安康市白河县总工会"  # what articles call it
    assert g["陕西总工会"].name == "陕西省总工会"  # the grammar of names
    assert g["白河"].name == "安康市白河县"
    assert g[" 陕西省 总工会"].id == g["陕西省总工会"].id == g[g["陕西省总工会"].id].id
    assert cells(g.find("省总"), "name", "articles") == [("陕西省总工会", 4), ("甘肃省总工会", 1)]
    assert cells(g.find("王力", "人物"), "type") == ["PERSON", "PERSON"]
    assert "陕西省总工会" in g
    assert "陕西省工商会" not in g


@pytest.mark.parametrize(
    ("name", "error", "message"),
    [
        (
            "省总",
            AmbiguousError,
            "2 entities are called 省总; .*陕西省总工会（工会，陕西省，4 articles，u.*甘肃省总工会（工会，甘肃省，1 articles",
        ),
        ("王力", AmbiguousError, "王力（陕西省总工会副主席，人物，1 articles，p"),
        ("山西省总工会", NotFoundError, "no entity named 山西省总工会; near it: .*陕西省总工会"),
        ("", NotFoundError, "no entity named"),
    ],
)
def test_what_is_not_one_entity_is_an_error_that_helps(g: KnowledgeGraph, name: str, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        g[name]


def test_a_row_stands_for_its_entity(g: KnowledgeGraph) -> None:
    (one, two) = g.find("王力")
    assert sorted(cells(g.posts(one), "body") + cells(g.posts(two), "body")) == ["长安集团", "陕西省总工会"]
    assert cells(g.posts(g.officials("陕西省总工会")[2]), "post") == ["副主席"]


def test_one_of_several_is_named_by_what_it_has_to_do_with(g: KnowledgeGraph) -> None:
    assert cells(g.posts("王力@长安集团"), "post") == ["经理"]
    assert cells(g.posts("王力@陕西省总工会"), "post") == ["副主席"]
    assert cells(g.partners("省总@陕西省人社厅"), "partner") == ["陕西省人社厅"]
    with pytest.raises(NotFoundError, match=r"no 王力 has a relation with 甘肃省总工会; there are 王力（.*，人物，1 articles"):
        g.posts("王力@甘肃省总工会")
    with pytest.raises(AmbiguousError, match="name@what it has a relation with"):
        g.posts("王力")


def test_a_question_knows_what_it_asks_of(g: KnowledgeGraph) -> None:
    for who in (None, g.summary()[0]):
        with pytest.raises(QueryError, match=r"no entity of this graph: .*; give a name"):
            g.officials(who)  # type: ignore[arg-type]
    with pytest.raises(QueryError, match="a limit is a number of rows, or None for all, not -1"):
        g.officials("陕西省总工会", limit=-1)
    with pytest.raises(QueryError, match="黄明 is a person; this asks for a union or organisation or region"):
        g.officials("黄明")
    with pytest.raises(QueryError, match="送温暖 is a program; this asks for a person"):
        g.posts(g["送温暖"])


@pytest.mark.parametrize(
    ("at", "officials"),
    [
        ("", [("黄明", "主席", "原"), ("李默", "主席", ""), ("王力", "副主席", "")]),
        ("2014", [("黄明", "主席", ""), ("王力", "副主席", "")]),
        ("2014-07", [("黄明", "主席", ""), ("王力", "副主席", "")]),
        ("2014年3月", [("黄明", "主席", "")]),
        ("2014-03-04", []),
        ("2014-03-05", [("黄明", "主席", "")]),
        ("2016", [("黄明", "主席", "原"), ("李默", "主席", "")]),
        ("2018", []),
    ],
)
def test_officials_stand_by_post_and_are_seen_from_first_to_last(g: KnowledgeGraph, at: str, officials: list[Any]) -> None:
    assert cells(g.officials("陕西省总工会", at=at), "person", "post", "status") == officials


def test_the_officials_of_a_region_are_those_of_its_bodies(g: KnowledgeGraph) -> None:
    assert cells(g.officials("陕西省", at="2015"), "body", "person") == [("陕西省总工会", "黄明"), ("安康市白河县总工会", "赵平")]


def test_a_time_that_is_none_is_told(g: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="no such time: 去年; write a year, a month or a day"):
        g.officials("陕西省总工会", at="去年")


def test_what_bodies_run_award_issue_and_share(g: KnowledgeGraph) -> None:
    assert cells(g.programs("陕西省总工会"), "program", "family") == [("送温暖", "四季送"), ("春送岗位", "四季送")]
    assert cells(g.programs("陕西省", at="2014-07"), "body", "program") == [("陕西省总工会", "春送岗位"), ("陕西省人社厅", "春送岗位")]
    assert cells(g.honours("全国五一劳动奖章"), "holder", "level") == [("赵平", "national")]
    assert cells(g.honours("赵平"), "honour") == ["全国五一劳动奖章"]
    assert cells(g.documents("陕西省"), "issuer", "document") == [("陕西省总工会", "关于送温暖的通知")]
    assert cells(g.documents("关于送温暖的通知"), "issuer") == ["陕西省总工会"]
    assert cells(g.partners("陕西省人社厅"), "body", "partner") == [("陕西省人社厅", "陕西省总工会")]
    assert len(g.partners("陕西省")) == 1  # told once, though both lie there


def test_figures_are_grouped(g: KnowledgeGraph) -> None:
    assert cells(g.figures("送温暖", by="year"), "year", "whose", "says") == [
        ("2014", "陕西省总工会", "投入50万元"),
        ("2016", "甘肃省总工会", "惠及500人"),
        ("2016", "甘肃省总工会", "投入30万元"),
    ]
    assert g.figures("送温暖", by="union").columns[0] == "whose"
    assert len(g.figures()) == 3
    with pytest.raises(QueryError, match="grouped by program, year, union, not by day"):
        g.figures(by="day")


def test_the_unions_of_a_region_are_a_tree(g: KnowledgeGraph) -> None:
    assert cells(g.hierarchy("陕西省"), "depth", "union", "parent", "basis") == [
        (0, "陕西省总工会", "", ""),
        (1, "安康市白河县总工会", "陕西省总工会", "name"),
    ]


def test_a_township_union_stands_under_its_county(tmp_path: Path) -> None:
    texts = [("2014-01-01", "[白河县总工会|UNION]、[白河县茅坪镇总工会|UNION]、[安康市总工会|UNION]、[安康市教育工会|UNION]参加会议。")]
    graph = graphkit.open(
        of_texts([(day, text + "[安康市总工会|UNION]主席[黄明|PERSON]讲话。") for day, text in texts], tmp_path / "graph.db")
    )
    assert cells(graph.hierarchy("安康市"), "depth", "union", "parent") == [
        (0, "安康市总工会", ""),
        (1, "安康市教育工会", "安康市总工会"),
        (1, "安康市白河县总工会", "安康市总工会"),
        (2, "安康市白河县茅坪镇总工会", "安康市白河县总工会"),
    ]


def test_a_timeline_is_in_order(g: KnowledgeGraph) -> None:
    line = g.timeline("陕西省总工会")
    assert cells(line, "date") == sorted(cells(line, "date"))
    assert ("2014-01-01", "2014-12-31", "数据", "送温暖") in cells(line, "date", "last", "about", "other")
    assert "位于" not in cells(line, "about")


def test_two_unions_side_by_side(g: KnowledgeGraph) -> None:
    rows = {row["about"]: row for row in g.compare("陕西省总工会", "甘肃省总工会")}
    assert dict(rows["开展"]) == {"about": "开展", "count_a": 2, "count_b": 1, "both": ["送温暖"], "only_a": ["春送岗位"], "only_b": []}
    assert (rows["任职者"]["count_a"], rows["任职者"]["count_b"]) == (3, 1)


def test_the_summary_counts(g: KnowledgeGraph) -> None:
    assert ("任职", 6, "2014-03-05", "2017-03-01") in cells(g.summary(), "name", "count", "first", "last")
    assert repr(g) == "<KnowledgeGraph 示例: 18 nodes, 20 edges, 7 types>"
    assert len(g) == 18


def test_what_has_no_date_is_said_where_a_time_is_asked_for(tmp_path: Path) -> None:
    texts = [
        ("", "[陕西省总工会|UNION]主席[黄明|PERSON]讲话。[陕西省总工会|UNION]开展“[送温暖|PROGRAM]”活动。"),
        ("2014-03-05", "[陕西省总工会|UNION]副主席[王力|PERSON]讲话。"),
    ]
    graph = graphkit.open(of_texts(texts, tmp_path / "graph.db"))
    found = graph.officials("陕西省总工会", at=2014)
    assert (cells(found, "person"), found.title) == (["王力"], "陕西省总工会的任职者（2014；另有 1 条没有日期）")
    assert graph.programs("陕西省总工会", at="2014").title == "陕西省总工会开展的项目活动（2014；另有 1 条没有日期）"
    assert graph.officials("陕西省总工会").title == "陕西省总工会的任职者"


def test_partners_within_a_region_are_told_once_by_the_first_of_its_bodies(tmp_path: Path) -> None:
    texts = [
        ("2014-03-05", "[陕西省人社厅|ORG]联合[陕西省总工会|UNION]开展“[送温暖|PROGRAM]”活动。"),
        ("2014-03-06", "[陕西省总工会|UNION]联合[陕西省民政厅|ORG]开展“[春送岗位|PROGRAM]”活动。"),
    ]
    graph = graphkit.open(of_texts(texts, tmp_path / "graph.db"))
    expected = [("陕西省总工会", "陕西省人社厅"), ("陕西省总工会", "陕西省民政厅")]
    assert cells(graph.partners("陕西"), "body", "partner") == expected
