import sqlite3
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graphkit import graph, store
from graphkit.card import cards
from graphkit.errors import StoreError
from graphkit.records import Skipped, SourceText
from graphkit.resolve import anchors, resolve
from graphkit.store.sentences import sentence_span
from tests.factory import annotation

TEXTS = {
    "a": "[陕西省总工会|UNION]主席[黄明|PERSON]讲话。[省总|UNION]开展“[送温暖|PROGRAM]”活动,投入50万元。",
    "b": "[陕西省总工会|UNION]副主席[黄明|PERSON]到会。[省总|UNION]开展“[送温暖|PROGRAM]”活动,投入50万元。",
    "c": "[长安集团|ORG]主席[黄明|PERSON]到会。",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    writer = store.Writer(tmp_path / "graph.db")
    writer.skip(Skipped("x.exe", "a format"))
    for name, text in TEXTS.items():
        found = annotation(text, doc=name, date="2014-01-02" if name == "a" else "2015")
        writer.document(SourceText(name, f"{name}.txt", found.article.text))
        writer.article(resolve(found))
    writer.finish({"title": "t"}, anchors=anchors)
    writer.close()
    return tmp_path / "graph.db"


def test_entities_are_joined_over_articles(path: Path) -> None:
    with store.connect(path) as db:
        union = next(entity for entity in store.entities(db) if entity.type == "UNION")
        people = [entity for entity in store.entities(db) if entity.type == "PERSON"]
    assert (union.name, union.articles, union.mentions, union.names) == ("陕西省总工会", 2, 4, ("省总", "陕西省总工会"))
    assert sorted(person.articles for person in people) == [1, 2]  # 黄明 of the union in two articles, 黄明 of the group in one


def test_a_relation_gathers_its_evidence_and_dates(path: Path) -> None:
    with store.connect(path) as db:
        (figure,) = [relation for relation in store.relations(db) if relation.type == "FIGURE"]
        told = list(store.evidence(db, figure.id))
    assert (figure.attributes, figure.articles, figure.first, figure.last) == (
        {"unit": "CNY", "value": 500_000.0, "kind": "spent", "giver": "陕西省总工会"},
        1,  # the same sentence printed twice counts once, for the day of the first
        "2014-01-02",
        "2014-01-02",
    )
    assert len(told) == 1
    assert told[0].sentence == "省总开展“送温暖”活动,投入50万元。"
    assert told[0].head is not None
    assert told[0].sentence[slice(*told[0].head)] == "省总"
    assert told[0].head_reason


def test_two_sentences_of_two_articles_count_twice(tmp_path: Path) -> None:
    writer = store.Writer(tmp_path / "graph.db")
    for name, text, day in (
        ("a", TEXTS["a"], "2014-01-02"),
        ("b", "据悉，" + TEXTS["a"], "2015-01-02"),
        ("c", TEXTS["a"], "2016-01-02"),
    ):
        writer.article(resolve(annotation(text, doc=name, date=day)))
    writer.finish({}, anchors=anchors)
    writer.close()
    with store.connect(tmp_path / "graph.db") as db:
        found = {relation.type: (relation.articles, relation.first, relation.last) for relation in store.relations(db)}
    assert found["HOLDS"] == (2, "2014-01-02", "2015-01-02")
    assert found["RUNS"] == (1, "2014-01-02", "2014-01-02")


def test_officials_stand_by_post_and_in_order_of_time(tmp_path: Path) -> None:
    writer = store.Writer(tmp_path / "graph.db")
    told = [
        ("2019", "主席", "李默"),
        ("2016", "副主席", "王力"),
        ("2014", "主席", "黄明"),
        ("2015", "常务副主席", "张扬"),
        ("2014", "党组书记", "黄明"),
    ]
    for number, (year, title, name) in enumerate(told):
        text = f"{year}年，[陕西省总工会|UNION]{title}[{name}|PERSON]到会。"
        writer.article(resolve(annotation(text, doc=f"d{number}", date="2020-01-01")))
    writer.db.execute("INSERT INTO document SELECT DISTINCT document, document || '.txt', 'txt', 'utf-8', 0, 0 FROM article")
    writer.finish({}, anchors=anchors)
    writer.close()
    (card,) = cards(tmp_path / "graph.db", "陕西省总工会")
    assert [line.text for line in card.lines if line.section == "任职者"] == [
        "黄明（主席，见于2014年）",
        "李默（主席，见于2019年）",
        "张扬（常务副主席，见于2015年）",
        "王力（副主席，见于2016年）",
        "黄明（党组书记，见于2014年）",
    ]


def test_a_program_keeps_its_editions_and_years(tmp_path: Path) -> None:
    writer = store.Writer(tmp_path / "graph.db")
    for number, edition in enumerate(("第六届", "2014年第五届", "第十届", "")):
        text = f"[陕西省总工会|UNION]举办{edition}“[金秋助学|PROGRAM]”活动。"
        writer.article(resolve(annotation(text, doc=f"d{number}")))
    writer.finish({}, anchors=anchors)
    writer.close()
    (card,) = cards(tmp_path / "graph.db", "金秋助学")
    assert card.entity.attributes == {"editions": ["第5届", "第6届", "第10届"], "years": ["2014"], "family": "四季送"}
    assert card.about == "系列：四季送；届次：第5届、第6届、第10届；年份：2014"
    node = graph.build(tmp_path / "graph.db").nodes[card.entity.id]
    assert node["editions"] == ["第5届", "第6届", "第10届"]


def test_a_post_is_seen_when_the_text_says(tmp_path: Path) -> None:
    writer = store.Writer(tmp_path / "graph.db")
    for name, text in (("a", "2013年，[陕西省总工会|UNION]主席[黄明|PERSON]到会。"), ("b", "[陕西省总工会|UNION]主席[黄明|PERSON]讲话。")):
        writer.article(resolve(annotation(text, doc=name, date="2014-05-06")))
    writer.finish({}, anchors=anchors)
    writer.close()
    with store.connect(tmp_path / "graph.db") as db:
        (post,) = [relation for relation in store.relations(db) if relation.type == "HOLDS"]
    assert (post.first, post.last, post.attributes, post.articles) == ("2013-01-01", "2014-05-06", {"title": "主席"}, 2)
    (card,) = cards(tmp_path / "graph.db", "黄明")
    assert card.lines[0].text == "陕西省总工会（主席，见于2013年1月1日至2014年5月6日）"


def test_an_article_is_kept_with_what_it_tells(tmp_path: Path) -> None:
    writer = store.Writer(tmp_path / "graph.db")
    about: dict[str, Any] = {
        "title": "b",
        "kicker": "a",
        "subtitle": "c",
        "byline": "d",
        "dateline": "e",
        "paper": "f",
        "place": "g",
        "date": "2014",
    }
    found = annotation(TEXTS["a"])
    writer.article(resolve(replace(found, article=replace(found.article, **about))))
    writer.db.row_factory = sqlite3.Row
    (row,) = writer.db.execute("SELECT * FROM article")
    assert {key: row[key] for key in about} == about
    assert row["text"] == found.article.text
    writer.close()


def test_a_sentence_holds_the_ends_it_claims(path: Path) -> None:
    with store.connect(path) as db:
        names = {entity.id: {entity.name, *entity.names} for entity in store.entities(db)}
        relations = {relation.id: relation for relation in store.relations(db)}
        for item in store.evidence(db):
            for span, end in ((item.head, relations[item.relation].head), (item.tail, relations[item.relation].tail)):
                assert span is None or item.sentence[slice(*span)] in names[end]


@pytest.mark.parametrize(
    ("text", "quote", "sentence"),
    [
        ("甲来了。乙到会。丙走了。", "乙", "乙到会。"),
        ("他说：“甲来了。”乙到会。", "乙", "乙到会。"),
        ("他说：“乙到会。”丙走了。", "乙", "他说：“乙到会。”"),
        ("题\n乙到会", "乙", "乙到会"),
        ("甲。乙。丙。", "甲。乙", "甲。乙。"),
    ],
)
def test_sentences(text: str, quote: str, sentence: str) -> None:
    start = text.index(quote)
    assert text[slice(*sentence_span(text, start, start + len(quote)))] == sentence


def test_the_graph_has_them_all(path: Path) -> None:
    built = graph.build(path)
    assert built.graph["title"] == "t"
    nodes, edges = graph.counts(built)
    assert nodes == {"UNION": 1, "ORG": 1, "PERSON": 2, "REGION": 1, "PROGRAM": 1}
    assert edges == {"HOLDS": 3, "RUNS": 1, "LOCATED_IN": 1, "FIGURE": 1}
    union = next(node for node, kind in built.nodes(data="type") if kind == "UNION")
    assert built.nodes[union]["lon"] == pytest.approx(108.95, abs=0.2)


def test_files_that_are_no_store_are_refused(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("no database")
    for name, message in (("missing.db", "no such database"), ("x.db", "not a graphkit database")):
        with pytest.raises(StoreError, match=message), store.connect(tmp_path / name):
            raise AssertionError


def test_a_store_tells_what_was_read(tmp_path: Path) -> None:
    def told(folder: str, documents: dict[str, str]) -> dict[str, str]:
        with store.Writer(tmp_path / folder) as writer:
            for name, text in documents.items():
                writer.document(SourceText(name, f"{name}.txt", text))
            writer.finish({}, anchors=anchors)
        with store.connect(tmp_path / folder) as db:
            return {key: value for key, value in store.meta(db).items() if key != "version"}

    first = told("a", {"y": "甲", "x": "乙"})
    assert (first["documents"], first["inputs"], len(first["inputs_sha256"])) == ("2", "x.txt; y.txt", 64)
    assert told("b", {"x": "乙", "y": "甲"}) == first
    assert told("c", {"x": "乙", "y": "丙"})["inputs_sha256"] != first["inputs_sha256"]
    assert told("d", {f"{number:02}": "" for number in range(60)})["inputs"].endswith("49.txt; and 10 more")


def test_texts_come_with_their_resolved_mentions(path: Path) -> None:
    with store.connect(path) as db:
        names = {entity.id: entity.name for entity in store.entities(db)}
        texts = {text.article: text for text in store.texts(db)}
    text = texts["a#1"]
    assert (text.date, text.path, text.title) == ("2014-01-02", "a.txt", "")
    told = [(text.text[start:end], names[entity]) for start, end, entity in text.mentions]
    assert told == [("陕西省总工会", "陕西省总工会"), ("黄明", "黄明"), ("省总", "陕西省总工会"), ("送温暖", "送温暖")]


def test_evidence_tells_where_its_sentence_stands(path: Path) -> None:
    with store.connect(path) as db:
        texts = {text.article: text.text for text in store.texts(db)}
        told = list(store.evidence(db))
    assert any(item.start for item in told)
    assert all(texts[item.article].startswith(item.sentence, item.start) for item in told)
