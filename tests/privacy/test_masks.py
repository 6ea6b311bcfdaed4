"""Nothing of a left-out name stays in what leaves the house; what belongs to others stays."""

import json
import sqlite3
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import networkx as nx
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit import export, layout, store, view
from graphkit.graph import Graph
from graphkit.privacy import Masks, left_out
from graphkit.selection import Part, Selection, select
from tests.storing import stored

UNION = "[白河县总工会|UNION]"
SICK = "裘阿福"
TOLD = {
    "text": f"{UNION}主席[黄明|PERSON]看望困难职工[{SICK}|PERSON]。{UNION}开展“[送温暖|PROGRAM]”活动，向{SICK}送去5万元，裘 阿福落泪。",
    "title": f"{SICK}的新年",
    "byline": "（记者 邵云）",
    "doc": f"困难职工{SICK}",
    "file": f"{SICK}.txt",
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that holds the name of somebody who is left out in every field that there is."""
    path = stored(tmp_path_factory.mktemp("store") / "graph.db", [TOLD], {"title": f"{SICK}一案", "inputs": f"{SICK}.txt"})
    with sqlite3.connect(path) as db:
        db.execute("UPDATE entity SET reason = 'of ' || ?, attributes = ? WHERE type = 'PROGRAM'", (SICK, json.dumps({"family": SICK})))
        db.execute("INSERT INTO alias SELECT id, ? || '工作室', 1 FROM entity WHERE type = 'UNION'", (SICK,))
        db.execute("UPDATE mention SET reason = 'ends so: ' || ?", (SICK,))
        told = {"title": SICK, "giver": SICK, "receiver": f"职工{SICK}", "unit": "CNY", "value": 1.0}
        db.execute("UPDATE relation SET attributes = ? WHERE type = 'FIGURE'", (json.dumps(told),))
        db.execute("UPDATE article SET paper = ? || '报'", (SICK,))
    assert repr(select(path, Selection(people="all"), with_text=True)).count(SICK) > 10
    return path


def content(path: Path) -> str:
    """What a file or the files of a folder hold, read out of archives and columns."""
    if path.is_dir():
        return "".join(f"{file.name}\n{content(file)}" for file in sorted(path.iterdir()))
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        return f"{table.schema.metadata} {table.to_pylist()}"
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as archive:
            return "".join(archive.read(name).decode() for name in archive.namelist())
    return path.read_text(encoding="utf-8")


def absent(text: str) -> bool:
    """Whether neither the name that is left out nor what is left of it without the surname stands in a text, however it is escaped."""
    names = (SICK, SICK[1:])
    return not any(form in text for name in names for form in (name, json.dumps(name)[1:-1], repr(name.encode())[2:-1], quote(name)))


def body(part: Part, doc: str) -> str:
    return part.texts[f"{doc}#1"].text


def labels(part: Part, kind: str) -> list[str]:
    return sorted(fields["label"] for _, fields in part.graph.nodes(data=True) if fields["type"] == kind)


@pytest.mark.parametrize("people", ["public", "none"])
def test_no_field_of_a_part_or_its_page_holds_a_left_out_name(planted: Path, tmp_path: Path, people: str) -> None:
    part = select(planted, Selection(people=people), with_text=True)
    assert absent(repr((part, dict(part.graph.nodes(data=True)), list(part.graph.edges(data=True)), part.graph.graph)))
    view.write_page(part.graph, layout.positions(part.graph), part.evidence, tmp_path / "graph.html", part.texts)
    assert absent(content(tmp_path / "graph.html"))


@pytest.mark.parametrize("name", list(export.WRITERS))
def test_no_export_holds_a_left_out_name(planted: Path, tmp_path: Path, name: str) -> None:
    writer = export.WRITERS[name]
    pytest.importorskip(f"graphkit.export.{writer.module}")
    for people, seen in (("all", True), ("public", False), ("none", False)):
        part = select(planted, Selection(people=people))
        (tmp_path / people).mkdir()
        path = writer.path(tmp_path / people)
        writer(export.tabulate(part.graph, layout.positions(part.graph), part.evidence), path)
        assert absent(content(path)) != seen, people


def test_texts_keep_their_length_and_ends_their_places(tmp_path: Path) -> None:
    path = stored(tmp_path / "graph.db", [TOLD])
    whole, part = (select(path, Selection(people=people), with_text=True) for people in ("all", "public"))
    (before,), (after,) = whole.texts.values(), part.texts.values()
    assert after.text == before.text.replace(SICK, "×××").replace("裘 阿福", "× ××")
    assert (after.title, after.byline, after.path, after.article) == ("×××的新年", "（记者 邵云）", "×××.txt", "困难职工×××#1")
    for relation, items in part.evidence.items():
        for item, other in zip(items, whole.evidence[relation], strict=True):
            assert len(item.sentence) == len(other.sentence)
            for end in ("head", "tail"):
                span = getattr(item, end)
                assert span is None or item.sentence[slice(*span)] == other.sentence[slice(*span)]
    assert [after.text[start:end] for start, end, _ in after.mentions] == ["白河县总工会", "黄明", "白河县总工会", "送温暖"]


def test_who_stays_by_name(tmp_path: Path) -> None:
    articles = [
        {"text": f"{UNION}主席[黄明|PERSON]说，[阮小玉|PERSON]获得[全国五一劳动奖章|HONOR]。[{SICK}|PERSON]在听。[雷锋|PERSON]。"},
        {"text": "[邵云|PERSON]写道：[宋甲|PERSON]走了。", "byline": "邵云"},
        {"text": "([记者|ORG] [佟乙|PERSON:byline])[宋甲|PERSON]走了。"},
    ]
    path = stored(tmp_path / "graph.db", articles)
    public, everybody, nobody = (select(path, Selection(people=people)) for people in ("public", "all", "none"))
    assert labels(public, "PERSON") == ["佟乙", "邵云", "阮小玉", "雷锋", "黄明"]
    assert (public.left_out, everybody.left_out, len(labels(everybody, "PERSON"))) == (3, 0, 8)
    assert labels(nobody, "PERSON") == []
    assert [part.graph.graph["people"] for part in (public, everybody, nobody)] == ["public", "all", "none"]


def test_nobody_stays_in_a_byline_where_nobody_is_asked_for(tmp_path: Path) -> None:
    told = {**TOLD, "byline": "（本报记者 邵云 通讯员 佟乙）", "text": f"（本报记者 邵云 通讯员 佟乙）{TOLD['text']}"}
    part = select(stored(tmp_path / "graph.db", [told]), Selection(people="none"), with_text=True)
    (text,) = part.texts.values()
    assert text.byline == ""
    assert text.text.splitlines()[1].startswith("（本报记者 ×× 通讯员 ××）白河县总工会主席××看望")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"[{SICK}|PERSON]与[裘阿福劳模工作室|ORG]。", "×××与×××劳模工作室。"),
        ("[王建国|PERSON]来了，王師傅和王某某，李师傅也来。", "×××来了，×師傅和×某某，李师傅也来。"),  # the surname alone
        ("[王某|PERSON]摔倒，王某住院。王力也在。", "××摔倒，××住院。王力也在。"),
        ("[王|PERSON]某摔倒，国王来了。", "×某摔倒，国王来了。"),  # one character: where it was read alone
        ("师傅说，[欧阳静|PERSON]和欧阳女士都是小老乡。", "师傅说，×××和××女士都是小老乡。"),
        ("[張三|PERSON]来了，张三走了，張 三笑了。", "××来了，××走了，× ×笑了。"),
        ("[吾买尔·艾山|PERSON]说。吾买尔笑了，艾山也笑。", "××××××说。×××笑了，××也笑。"),
        ("[秦安|PERSON]说，秦安点头，[秦安|REGION]县人[秦安县总工会|UNION]。", "××说，××点头，秦安县人秦安县总工会。"),  # a place's name
        ("[石家|PERSON]说，他在石家庄，石家人多。", "××说，他在石家庄，××人多。"),
        ("[安全|PERSON]说，[白河县安全生产委员会|ORG]。", "××说，白河县安全生产委员会。"),  # a word
    ],
)
def test_forms_within_an_article(tmp_path: Path, text: str, masked: str) -> None:
    path = stored(tmp_path / "graph.db", [{"text": f"{UNION}开展“[送温暖|PROGRAM]”活动。{text}", "doc": "a"}])
    part = select(path, Selection(), with_text=True)
    assert body(part, "a") == f"白河县总工会开展“送温暖”活动。{masked}"


RUNS = f"{UNION}开展“[送温暖|PROGRAM]”活动"


def test_a_name_that_a_public_person_shares_stays_where_that_person_is_told_of(tmp_path: Path) -> None:
    articles = [
        {"text": f"{UNION}主席[黄明|PERSON]说，{RUNS}。黄明还说，[黄明劳模工作室|ORG]{RUNS}。", "doc": "public"},
        {"text": f"{RUNS}，帮助患病职工[黄明|PERSON]。黄明笑了。", "doc": "private"},
        {"text": f"{RUNS}，黄明来了。", "doc": "unread"},
    ]
    part = select(stored(tmp_path / "graph.db", articles), Selection(), with_text=True)
    assert "主席黄明说" in body(part, "public")
    assert "黄明还说，黄明劳模工作室" in body(part, "public")
    assert body(part, "private") == "白河县总工会开展“送温暖”活动，帮助患病职工××。××笑了。"
    assert "黄明" not in body(part, "unread")
    assert labels(part, "PERSON") == ["黄明"]


def test_the_name_of_a_thing_that_the_private_one_is_told_of_with_is_masked(tmp_path: Path) -> None:
    articles = [
        {"text": f"{UNION}主席[黄明|PERSON]说。"},
        {"text": f"患病职工[黄明|PERSON]到[黄明工作室|ORG]，{RUNS}。[黄明工作室|ORG]与{UNION}合作。"},
    ]
    part = select(stored(tmp_path / "graph.db", articles), Selection())
    assert "××工作室" in labels(part, "ORG")
    assert labels(part, "PERSON") == ["黄明"]


def test_a_longer_name_that_stays_keeps_a_shorter_one_within_it(tmp_path: Path) -> None:
    articles = [
        {"text": f"{UNION}主席[王建国|PERSON]说，{RUNS}。王建国笑了，[建国|PERSON]也笑了。", "doc": "a"},
        {"text": f"{RUNS}，[李明华|PERSON]来了。", "doc": "b"},
        {"text": f"{UNION}副主席[李明|PERSON]说，{RUNS}，李明华来了。", "doc": "c"},
    ]
    part = select(stored(tmp_path / "graph.db", articles), Selection(), with_text=True)
    assert body(part, "a").endswith("王建国笑了，××也笑了。")
    assert body(part, "c").endswith("副主席李明说，白河县总工会开展“送温暖”活动，×××来了。")


def test_a_word_read_as_a_name_once_does_not_wreck_other_texts(tmp_path: Path) -> None:
    articles = [{"text": f"{RUNS}，[高技能|PERSON]说。高技能人才多。", "doc": "a"}]
    articles += [{"text": f"{RUNS}，培养高技能人才{number}名。", "doc": f"b{number}"} for number in range(11)]
    part = select(stored(tmp_path / "graph.db", articles), Selection(), with_text=True)
    assert "×××说。×××人才多" in body(part, "a")
    assert "高技能人才" in body(part, "b3")
    few = select(stored(tmp_path / "few.db", articles[:11]), Selection(), with_text=True)
    assert "高技能" not in body(few, "b3")


def test_two_articles_whose_ids_are_alike_once_masked_stay_two(tmp_path: Path) -> None:
    articles = [{"text": f"{RUNS}，[{name}|PERSON]来了。", "doc": name} for name in ("张三", "李四")]
    part = select(stored(tmp_path / "graph.db", articles), Selection(), with_text=True)
    assert set(part.texts) == {"××#1", "××#1~2"}
    assert {item.article for told in part.evidence.values() for item in told} <= set(part.texts)


NAMES = {"private": ("裘阿福", "张三", "建国", "阿依努尔·吐逊", "欧阳静"), "public": ("王建国", "黄明", "张三丰", "阿依努尔")}
PIECES = st.one_of(
    st.sampled_from([(name, kind) for kind, names in NAMES.items() for name in names]),
    st.tuples(st.text(alphabet="的了在 。，\n会工张国明阿a", max_size=6), st.just("")),
)


def made(articles: list[list[tuple[str, str]]]) -> tuple[Graph, dict[str, store.Text]]:
    """A graph of people, the public ones with an honour, and texts in which every name that a piece is marked as is a mention."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_node("h", label="奖", type="HONOR", names=())
    for kind, names in NAMES.items():
        for name in names:
            graph.add_node(name, label=name, type="PERSON", names=())
            if kind == "public":
                graph.add_edge(name, "h", type="AWARDED")
    texts = {}
    for number, pieces in enumerate(articles):
        text, mentions = "", []
        for piece, kind in pieces:
            if kind:
                mentions.append((len(text), len(text) + len(piece), piece))
            text += piece
        texts[f"a{number}"] = store.Text(f"a{number}", text[:9], "", "", "", f"{text}.txt", text, tuple(mentions))
    return graph, texts


@settings(deadline=None)
@given(st.lists(st.lists(PIECES, max_size=8), max_size=4))
def test_whatever_the_texts_no_private_name_is_left_in_them(articles: list[list[tuple[str, str]]]) -> None:
    graph, texts = made(articles)
    gone = left_out(graph, texts.values(), frozenset(), "public")
    assert gone == set(NAMES["private"])
    masks = Masks(graph, texts, gone)
    for name, text in texts.items():
        told = masks.text(name)
        assert len(told.text) == len(text.text)
        for start, end, entity in text.mentions:
            if entity in gone:
                assert set(told.text[start:end]) == {"×"}
        kept = {entity for _, _, entity in text.mentions} - gone
        for private in NAMES["private"]:
            if not any(private in other for other in kept):
                assert private not in told.text
                assert private not in told.title
            assert private not in told.path
        assert {told.text[place] for place in range(len(told.text)) if told.text[place] != text.text[place]} <= {"×"}


@settings(deadline=None)
@given(st.lists(st.lists(PIECES, max_size=8), max_size=3))
def test_everybody_stays_where_everybody_is_asked_for(articles: list[list[tuple[str, str]]]) -> None:
    graph, texts = made(articles)
    masks = Masks(graph, texts, left_out(graph, texts.values(), frozenset(), "all"))
    assert {name: masks.text(name) for name in texts} == texts


def test_values_of_every_shape_are_masked() -> None:
    graph, texts = made([[("裘阿福", "private")]])
    masks = Masks(graph, texts, frozenset({"裘阿福"}))
    fields: dict[str, Any] = {"giver": "裘阿福", "years": ["裘阿福", "2014"], "value": 1.0, "part": True, "unit": "CNY"}
    assert masks.edge(fields, ()) == {"giver": "×××", "years": ["×××", "2014"], "value": 1.0, "part": True, "unit": "CNY"}
    assert masks.build({"title": "裘阿福", "graphkit": "1"}) == {"title": "×××", "graphkit": "1"}
