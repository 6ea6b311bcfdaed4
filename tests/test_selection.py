from pathlib import Path

import pytest

from graphkit.errors import AmbiguousError, NotFoundError
from graphkit.selection import Part, Selection, select
from tests.storing import stored

UNION = "[白河县总工会|UNION]"
ARTICLES = [
    {"text": f"{UNION}主席[黄明|PERSON]讲话。{UNION}开展“[送温暖|PROGRAM]”活动，2013年投入50万元。", "date": "2014-05-06", "title": "甲"},
    {"text": f"{UNION}开展“[金秋助学|PROGRAM]”活动。[长安集团|ORG]主席[黄明|PERSON]到会。", "date": "2016-07-01", "title": "乙"},
    {
        "text": f"[岚皋县总工会|UNION]开展“[安康杯|PROGRAM]”竞赛。{UNION}与[岚皋县总工会|UNION]联合开展“[夏送清凉|PROGRAM]”活动。",
        "date": "",
    },
    {"text": f"{UNION}看望[裘阿福|PERSON]。", "date": "2014-01-01"},
]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(tmp_path_factory.mktemp("store") / "graph.db", ARTICLES)


def labels(part: Part) -> set[str]:
    return {fields["label"] for _, fields in part.graph.nodes(data=True)}


def facts(part: Part) -> set[tuple[str, str, str]]:
    nodes = part.graph.nodes
    return {(nodes[head]["label"], fields["type"], nodes[tail]["label"]) for head, tail, fields in part.graph.edges(data=True)}


def test_all_of_it_by_default(path: Path) -> None:
    part = select(path, Selection())
    assert {"安康市白河县总工会", "安康市岚皋县总工会", "送温暖", "黄明", "长安集团", "安康市白河县"} <= labels(part)
    assert set(part.evidence) == {key for _, _, key in part.graph.edges(keys=True)}
    assert "selection" not in part.graph.graph
    assert part.texts == {}


def test_around_a_focus_by_any_of_its_names(path: Path) -> None:
    one, two = (select(path, Selection(focus="白河县总", hops=hops)) for hops in (0, 1))
    assert labels(one) == {"安康市白河县总工会"}
    assert "送温暖" in labels(two)
    assert "安康杯" not in labels(two)
    assert "安康杯" in labels(select(path, Selection(focus="白河县总工会", hops=2)))
    assert (two.graph.graph["title"], two.graph.graph["selection"]) == ("安康市白河县总工会 · 示例", "focus 安康市白河县总工会; hops 1")
    assert set(two.evidence) == {key for _, _, key in two.graph.edges(keys=True)}


def test_a_focus_that_is_several_is_never_guessed(path: Path) -> None:
    with pytest.raises(AmbiguousError, match="2 entities are called 黄明; give the full name or the id") as told:
        select(path, Selection(focus="黄明"))
    assert "见2014年5月6日《甲》" in str(told.value)
    assert "见2016年7月1日《乙》" in str(told.value)
    identifier = next(word for word in str(told.value).replace("）", "，").split("，") if word.startswith("p"))
    assert "黄明" in labels(select(path, Selection(focus=identifier, hops=1)))


def test_a_focus_that_nobody_or_nobody_shown_is_called(path: Path) -> None:
    with pytest.raises(NotFoundError, match="no entity named 白河总公会"):
        select(path, Selection(focus="白河总公会"))
    with pytest.raises(NotFoundError, match="裘阿福 is left out of what is shown; ask for everybody: --people all"):
        select(path, Selection(focus="裘阿福"))
    assert labels(select(path, Selection(focus="裘阿福", people="all", hops=0))) == {"裘阿福"}


def test_types_of_nodes_and_of_relations(path: Path) -> None:
    assert labels(select(path, Selection(types=frozenset({"PERSON"})))) == {"黄明"}
    part = select(path, Selection(types=frozenset({"UNION", "PERSON", "PROGRAM", "HOLDS"})))
    assert facts(part) == {("黄明", "HOLDS", "安康市白河县总工会")}
    assert labels(part) == {"黄明", "安康市白河县总工会"}
    around = select(path, Selection(focus="白河县总工会", types=frozenset({"PROGRAM"})))
    assert {"安康市白河县总工会", "送温暖", "金秋助学"} <= labels(around)
    assert "安康市白河县" not in labels(around)


@pytest.mark.parametrize(
    ("since", "until", "programs"),
    [
        ("2016", "", {"金秋助学", "安康杯", "夏送清凉"}),
        ("", "2016-06", {"送温暖", "安康杯", "夏送清凉"}),
        ("2016-07-02", "", {"安康杯", "夏送清凉"}),  # without a date
        ("2014-05", "2014-05", {"送温暖", "安康杯", "夏送清凉"}),
        ("2013", "2013", {"送温暖", "安康杯", "夏送清凉"}),  # the year of the figure, whatever the day of its article
    ],
)
def test_time(path: Path, since: str, until: str, programs: set[str]) -> None:
    part = select(path, Selection(since=since, until=until, types=frozenset({"UNION", "PROGRAM"})))
    assert {label for label in labels(part) if not label.endswith("工会")} == programs


def test_confidence_leaves_out_nodes_that_nothing_holds(path: Path) -> None:
    whole = select(path, Selection())
    least = min(fields["confidence"] for *_, fields in whole.graph.edges(data=True))
    part = select(path, Selection(min_confidence=least + 0.01))
    assert part.graph.number_of_edges() < whole.graph.number_of_edges()
    assert all(part.graph.degree(node) for node in part.graph)


def test_texts_are_those_of_the_evidence_with_the_mentions_of_what_is_shown(path: Path) -> None:
    part = select(path, Selection(types=frozenset({"PERSON", "UNION", "HOLDS"})), with_text=True)
    assert {text.title for text in part.texts.values()} == {"甲"}
    (text,) = part.texts.values()
    assert {text.text[start:end] for start, end, _ in text.mentions} == {"白河县总工会", "黄明"}


def test_people_are_judged_by_the_whole_store(path: Path) -> None:
    part = select(path, Selection(types=frozenset({"PERSON"}), min_confidence=0.99))
    assert part.left_out == 1


def test_two_selections_are_the_same(path: Path) -> None:
    one, two = (select(path, Selection(focus="白河县总工会", since="2013"), with_text=True) for _ in range(2))
    assert list(one.graph.nodes(data=True)) == list(two.graph.nodes(data=True))
    assert list(one.graph.edges(keys=True, data=True)) == list(two.graph.edges(keys=True, data=True))
    assert (one.evidence, one.texts) == (two.evidence, two.texts)


def test_sentences_that_only_a_private_name_kept_apart_are_told_once(tmp_path: Path) -> None:
    sentences = (f"{UNION}开展“[送温暖|PROGRAM]”活动看望[{name}|PERSON]。" for name in ("裘阿福", "裘阿贵"))
    path = stored(tmp_path / "graph.db", [{"text": "".join(sentences)}])
    told = {people: select(path, Selection(people=people)) for people in ("all", "public")}
    (runs,) = [key for _, _, key, kind in told["all"].graph.edges(keys=True, data="type") if kind == "RUNS"]
    assert [item.sentence[-4:] for item in told["all"].evidence[runs]] == ["裘阿福。", "裘阿贵。"]
    assert [item.sentence[-4:] for item in told["public"].evidence[runs]] == ["×××。"]
