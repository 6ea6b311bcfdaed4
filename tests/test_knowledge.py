"""The user's own names: read from CSV, found in texts, put before everything that the models and rules say."""

from pathlib import Path

import pytest

from graphkit import knowledge
from graphkit.errors import LexiconError
from graphkit.pipeline import finder
from tests.factory import article

GOOD = "name,type,canonical,region\n陕建,UNION,陕西建工集团工会,陕西省\n老杨,PERSON,杨远帆,\n职工夜校,PROGRAM,,\n"


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_names_are_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    known = knowledge.read(write(tmp_path / "names.csv", GOOD, encoding))
    assert known.by_name["陕建"] == knowledge.Known("陕建", "UNION", "陕西建工集团工会", "610000")
    assert known.by_name["职工夜校"].canonical == "职工夜校"


def test_columns_and_types_may_be_chinese(tmp_path: Path) -> None:
    known = knowledge.read(write(tmp_path / "names.csv", "类型,名称,规范名\n人物,老杨,杨远帆\n"))
    assert known.by_name["老杨"] == knowledge.Known("老杨", "PERSON", "杨远帆")


def test_the_longest_name_is_found_at_each_place() -> None:
    known = knowledge.Knowledge([knowledge.Known("陕建", "UNION", "陕西建工集团工会"), knowledge.Known("陕建机施", "UNION", "陕建机施")])
    text = "陕建和陕建机施都属陕西建工集团工会"
    assert [(text[start:end], entry.name) for start, end, entry in known.find(text)] == [
        ("陕建", "陕建"),
        ("陕建机施", "陕建机施"),
        ("陕西建工集团工会", "陕建"),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a,b\n", "the first line must name the columns"),
        ("", "the first line must name the columns"),
        ("name,type\n陕建,公司\n", "line 2: no such type: 公司"),
        ("name,type\n陕,UNION\n", "line 2: a name needs 2 characters"),
        ("name,type,region\n\n陕建,UNION,桃源国\n", "line 3: no such region: 桃源国"),
        ("name,type,region\n陕建,UNION,鼓楼区\n", "several regions are called so"),
    ],
)
def test_a_line_that_does_not_hold_is_named(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=reason):
        knowledge.read(write(tmp_path / "names.csv", text))


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        knowledge.read(tmp_path / "none.csv")


def test_known_names_reach_the_facts(tmp_path: Path) -> None:
    find = finder(write(tmp_path / "names.csv", GOOD))
    (resolved,) = find([article("3月5日，陕建开办职工夜校，主席老杨到场，陕建机施公司工会也派人参加。", date="2020-03-06")])
    names = {
        mention.surface: (name.type, name.name, name.reason, name.region)
        for mention, name in zip(resolved.annotation.mentions, resolved.names, strict=True)
        if name is not None
    }
    assert names["陕建"] == ("UNION", "陕西建工集团工会", "your lexicon", "610000")
    assert names["老杨"][:2] == ("PERSON", "杨远帆")
    assert names["职工夜校"][:2] == ("PROGRAM", "职工夜校")
    assert "陕建机施公司工会" in names  # a longer name is not cut by a known one
