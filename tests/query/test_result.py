import csv
import io
import json
import re
import subprocess
import sys
import warnings
from itertools import combinations
from pathlib import Path

import pytest

import graphkit
from graphkit.cells import width
from graphkit.errors import QueryError
from graphkit.query import KnowledgeGraph, extras, plot
from graphkit.query.rows import told
from graphkit.query.tables import text
from tests import synthetic
from tests.stores import of_graph, of_texts


def test_an_answer_is_a_sequence_that_knows_itself(g: KnowledgeGraph) -> None:
    found = g.officials("陕西省总工会")
    assert (len(found), bool(found), bool(g.officials("陕西省总工会", at="2030"))) == (3, True, False)
    assert repr(found) == "<陕西省总工会的任职者: 3 rows; body, person, post, status, articles, first, last, confidence>"
    assert [row["person"] for row in found[1:]] == ["李默", "王力"]
    assert found[0]["post"] == "主席"
    assert [row["person"] for row in found.where(post="副主席")] == ["王力"]
    assert [row["person"] for row in found.where(post=["主席", "副主席"])] == ["黄明", "李默", "王力"]
    figures = g.figures("送温暖")
    assert len(figures.where(unit="元")) == len(figures.where(unit="CNY")) == 2
    assert len(figures.where(year=2014)) == len(figures.where(year="2014")) == 1
    with pytest.raises(QueryError, match="no column name"):
        found.where(name="王力")
    with pytest.raises(AttributeError):
        found.title = ""  # type: ignore[misc]


def test_an_answer_is_cut_and_says_so(g: KnowledgeGraph) -> None:
    cut = g.neighbors("陕西省总工会", hops=2, limit=3)
    assert len(cut) == 3
    assert "cut to the first 3, limit=None gives all" in repr(cut)
    assert "只取前 3 行" in cut._repr_html_()
    assert g.neighbors("陕西省总工会", limit=None).limit is None
    assert g.officials("陕西省总工会", limit=3).limit is None  # exactly as many


def test_an_answer_has_frames_graphs_and_evidence(g: KnowledgeGraph) -> None:
    found = g.officials("陕西省总工会", at="2014")
    assert list(found.df["person"]) == ["黄明", "王力"]
    graph = found.to_networkx()
    assert sorted(label for _, label in graph.nodes(data="label")) == ["王力", "陕西省总工会", "黄明"]
    graph.clear()
    assert len(g.nx) == 18
    sentences = found.evidence()
    assert [(row["head"], row["relation"], row["tail"], row["date"]) for row in sentences] == [
        ("黄明", "HOLDS", "陕西省总工会", "2014-03-05"),
        ("黄明", "HOLDS", "陕西省总工会", "2016-05-01"),
        ("王力", "HOLDS", "陕西省总工会", "2014-07-03"),
    ]
    assert (sentences[0]["title"], sentences[0]["paper"], sentences[0]["path"]) == ("题0", "示例工人报", "d0.txt")
    assert "<mark>陕西省总工会</mark>主席<mark>黄明</mark>" in sentences._repr_html_()


def test_nothing_in_an_answer_is_markup(tmp_path: Path) -> None:
    evil = "[陕西省总工会|UNION]开展“[送<img src=x onerror=alert(1)>暖|PROGRAM]”活动。"
    graph = graphkit.open(of_texts([("2014-01-01", evil)], tmp_path / "graph.db"))
    found = graph.programs("陕西省总工会")
    for html in (found._repr_html_(), found.evidence()._repr_html_(), graph._repr_html_(), graph.top()._repr_html_()):
        assert "<img" not in html
        assert "<script" not in html
    frame = found.show(height=300)._repr_html_()
    assert frame.count("<") == 2  # the iframe alone; its page is an attribute
    assert 'height="300"' in frame


def test_an_answer_as_text(g: KnowledgeGraph) -> None:
    found = g.officials("陕西省总工会", at="2014")
    head, *lines = text(found, "table").splitlines()
    assert head.split() == ["机构", "人物", "职务", "报道数", "首见", "末见", "置信度"]  # status is empty, and left out
    assert {width(line[: line.index("2014-")]) for line in lines} == {width(head[: head.index("首见")])}
    rows = list(csv.reader(io.StringIO(text(found, "csv").removeprefix("\ufeff"))))
    assert rows[0][:4] == ["机构", "人物", "职务", "状态"]
    assert text(found, "csv").startswith("\ufeff")
    assert json.loads(text(found, "json"))[0]["person"] == "黄明"
    assert text(g.officials("甘肃省总工会", at="2030"), "table") == ""


def test_a_sentence_is_whole_and_last_in_the_terminal(tmp_path: Path) -> None:
    sentence = f"[陕西省总工会|UNION]主席[黄明|PERSON]说{'工会要把好事办好，' * 12}散会。"
    graph = graphkit.open(of_texts([("2014-01-01", sentence)], tmp_path / "graph.db"))
    lines = text(graph.officials("陕西省总工会").evidence(), "table").splitlines()
    assert (lines[0].endswith("原句"), lines[1].endswith("散会。")) == (True, True)
    assert "…" not in lines[1]


def test_a_tree_is_indented_for_people_alone(g: KnowledgeGraph) -> None:
    found = g.hierarchy("陕西省")
    assert "\n1     　安康市白河县总工会" in text(found, "table")
    assert ">　安康市白河县总工会</td>" in found._repr_html_()
    assert "\n1,安康市白河县总工会" in text(found, "csv").replace("\r", "")
    assert found[1]["union"] == "安康市白河县总工会"


@pytest.mark.parametrize(
    ("value", "words"),
    [(1980000.0, "1980000"), (2.5, "2.5"), (1 / 3, "0.3333"), (0.000012347, "0.00001235"), (0.0, "0"), (-0.25, "-0.25"), (1.0, "1")],
)
def test_numbers_in_words(value: float, words: str) -> None:
    assert told("score", value) == words


def test_a_cell_of_a_table_is_no_formula(tmp_path: Path) -> None:
    graph = graphkit.open(of_texts([("2014-01-01", "[陕西省总工会|UNION]开展“[=1+1送温暖|PROGRAM]”活动。")], tmp_path / "graph.db"))
    (_, row) = csv.reader(io.StringIO(text(graph.programs("陕西省总工会"), "csv")))
    assert row[1] == "'=1+1送温暖"


def test_frames_of_the_whole_graph(g: KnowledgeGraph) -> None:
    assert g.nodes_df.loc[g["送温暖"].id, "label"] == "送温暖"
    assert set(g.edges_df["type"]) == {"HOLDS", "RUNS", "LOCATED_IN", "AWARDED", "ISSUED", "PARTNERS", "FIGURE"}
    assert len(g.evidence_df) >= len(g.edges_df)


def test_charts_hold_chinese_characters(g: KnowledgeGraph) -> None:
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")

    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of every glyph that a font lacks
        for found in (g.officials("陕西省总工会"), g.figures("送温暖", by="year"), g.neighbors("陕西省总工会"), g.top("pagerank")):
            axes = found.plot()
            axes.figure.canvas.draw()
            assert axes.get_title().startswith(found.title)
            pyplot.close(axes.figure)
    with pytest.raises(QueryError, match="nothing to draw"):
        g.officials("陕西省总工会", at="2030").plot()


def test_bars_count_one_thing_and_are_called_by_what_differs(tmp_path: Path) -> None:
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    told = "[陕西省总工会|UNION]开展“[送温暖|PROGRAM]”活动，{}年投入{}万元，举办{}场，慰问职工{}人次。"
    texts = [(f"{year}-03-05", told.format(year, year - 2000, year - 2001, year)) for year in (2014, 2015)]
    found = graphkit.open(of_texts(texts, tmp_path / "graph.db")).figures("送温暖", by="year")
    money = found.where(unit="CNY").plot()
    assert [label.get_text() for label in money.get_yticklabels()] == ["2014", "2015"]  # the union and the program are in all
    assert money.get_title() == "送温暖的数据（元）"
    things = found.where(unit="item").plot()
    assert things.get_title() == "送温暖的数据（项、个）（场）"
    people = found.where(unit="person").plot()
    assert people.get_title() == "送温暖的数据（人）（人次）"
    pyplot.close("all")


def test_a_tree_is_drawn_as_one(g: KnowledgeGraph) -> None:
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    axes = g.hierarchy("陕西省").plot()
    assert [text.get_text() for text in axes.texts] == ["陕西省总工会", "安康市白河县总工会"]
    assert axes.get_title() == "陕西省的工会层级（虚线：据名称与建制）"
    assert len(axes.lines) == 3  # two dots and one branch
    assert len(g.hierarchy("陕西省")[1:].plot().lines) == 1
    pyplot.close("all")


def test_an_empty_answer_has_no_page(g: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="nothing to show: 陕西省总工会的任职者（2030） has no entities that may be shown"):
        g.officials("陕西省总工会", at="2030").show()


def test_the_graph_shows_itself_with_a_picture(g: KnowledgeGraph) -> None:
    html = g._repr_html_()
    assert "18 个实体，" in html
    assert (html.count("<svg"), html.count(">实体</td>"), html.count(">关系</td>")) == (1, 7, 7)
    assert "<svg" in g.officials("陕西省总工会")._repr_html_()
    assert "<svg" not in g.officials("陕西省总工会").evidence()._repr_html_()


def test_names_in_a_picture_do_not_lie_on_one_another(tmp_path: Path) -> None:
    graph = graphkit.open(of_graph(*synthetic.graph(200, 500), tmp_path / "graph.db"))
    names = [
        (float(x), float(y), len(name) * 5.5)
        for x, y, name in re.findall(r'<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)</text>', graph._repr_html_())
    ]
    assert len(names) > 5
    for (x, y, half), (u, v, wide) in combinations(names, 2):
        assert abs(x - u) >= half + wide or abs(y - v) >= 11


def test_a_machine_without_chinese_fonts_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    plot.chinese_font.cache_clear()
    monkeypatch.setattr(plot, "_has_characters", lambda path: False)
    with pytest.raises(QueryError, match="apt install fonts-noto-cjk"):
        plot.chinese_font()
    monkeypatch.undo()
    plot.chinese_font.cache_clear()


def test_the_font_of_last_resort_is_no_chinese_font() -> None:
    import matplotlib as mpl

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    assert not any(plot._has_characters(str(path)) for path in folder.glob("*.ttf"))


def test_a_missing_package_is_named_with_its_command() -> None:
    with pytest.raises(QueryError, match="no-where is missing; install it with: pip install no-where"):
        extras.require("nowhere.at_all", "no-where")


def test_importing_graphkit_is_cheap() -> None:
    code = "import sys, graphkit, graphkit.query.commands; print([name for name in ('networkx', 'pandas', 'spacy', 'igraph') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"


def test_the_page_shows_inside_a_frame(g: KnowledgeGraph, browser: object, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{g.neighbors('陕西省总工会').show()._repr_html_()}", encoding="utf-8")
    page = browser.new_page()  # type: ignore[attr-defined]
    errors: list[str] = []
    requests: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri())
    frame = page.frames[1]
    frame.wait_for_selector("canvas")
    assert errors == []
    assert [url for url in requests if url.startswith("http")] == []
    page.close()


def test_what_leaves_the_office_names_no_private_people(tmp_path: Path) -> None:
    texts = [
        ("2014-03-05", "[陕西省总工会|UNION]主席[黄明|PERSON]看望困难职工[赵小兰|PERSON]。[陕西省总工会|UNION]帮扶[赵小兰|PERSON]2000元。")
    ]
    graph = graphkit.open(of_texts(texts, tmp_path / "graph.db"))
    assert "赵小兰" in graph  # the database is the office's own
    assert "赵小兰" in graph.find("赵小兰")._repr_html_()
    assert "黄明" in graph.show().html
    for shown in (graph.show(), graph.neighbors("赵小兰").show(), graph.neighbors("陕西省总工会").show()):
        assert "赵小兰" not in shown.html
    assert "赵小兰" in graph.show(people="all").html
    assert "黄明" not in graph.show(people="none").html
    with pytest.raises(QueryError, match="people are public, all, none, not nobody"):
        graph.show(people="nobody")
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    axes = graph.top("degree", "人物").plot()
    assert [label.get_text() for label in axes.get_yticklabels()] == ["黄明"]
    pyplot.close(axes.figure)
