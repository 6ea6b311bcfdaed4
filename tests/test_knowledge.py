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
        ("name,type\n陕建\n", r"line 2: no such type: \(none\)"),
        ("name,type\n陕,UNION\n", "line 2: a name needs 2 characters"),
        ("name,type,region\n\n陕建,UNION,桃源国\n", "line 3: no such region: 桃源国"),
        ("name,type,region\n陕建,UNION,999999\n", "line 2: no such region: 999999"),
        ("name,type,region\n陕建,UNION,鼓楼区\n", "several regions are called so"),
        ("name,type\n陕建,UNION\n陕建,ORG\n", "line 3: 陕建 stands for something else further up"),
        ("name,type\n陕建,公司\n老杨,PERSON\n陕,UNION\n", "line 2: no such type.*; line 4: a name needs"),
        ('name,type\n"陕建\n集团",UNION\n老杨,人\n', "line 4: no such type: 人"),
        ('name,type\n"陕建,UNION\n老杨,PERSON\n', "line 3: no CSV: .*mind the quotation marks"),
        ("name,type\n" + "陕建,公司\n" * 13, "line 11: [^;]*; there are [^;]*; and 3 lines more$"),
    ],
)
def test_lines_that_do_not_hold_are_named(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(LexiconError, match=reason):
        knowledge.read(write(tmp_path / "names.csv", text))


@pytest.mark.parametrize(
    "text",
    [
        'name,type\r\n"陕建(集团)",UNION\r\n',
        "name\ttype\n陕建（集团）\tUNION\n",
        "name;type\n陕建(集团);UNION\n",
        "名称，类型\n陕建(集团)，工会\n",
        "name,type\n陕建(集团),UNION\n陕建（集团）,union\n",
    ],
)
def test_what_tables_are_saved_as(tmp_path: Path, text: str) -> None:
    assert dict(knowledge.read(write(tmp_path / "names.csv", text)).by_name) == {
        "陕建（集团）": knowledge.Known("陕建（集团）", "UNION", "陕建（集团）")
    }


def test_a_file_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="No such file"):
        knowledge.read(tmp_path / "none.csv")


NAMES = """name,type,canonical,region
陕建,UNION,陕西建工集团工会,陕西省
陕建（集团）工会,UNION,陕西建工集团工会,陕西省
老杨,PERSON,杨远帆,
张三,PERSON,,
李明,PERSON,,
欧阳春晓燕,PERSON,,
职工夜校,PROGRAM,,
蓝天(西北)行动,PROGRAM,,
教育工会,UNION,省教育工会,陕西省
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3月5日，陕建开办职工夜校，主席老杨到场。", {"陕建": "陕西建工集团工会", "职工夜校": "职工夜校", "老杨": "杨远帆"}),
        ("陕建机施公司工会派人参加。", {"陕建机施公司工会": "陕建机施公司工会"}),  # a longer name is not cut by a known one
        ("陕建（集团）工会开会。", {"陕建（集团）工会": "陕西建工集团工会"}),
        ("陕建(集团)工会开会。", {"陕建(集团)工会": "陕西建工集团工会"}),
        ("西安市陕建(集团)工会主席老杨介绍。", {"陕建(集团)工会": "陕西建工集团工会", "老杨": "杨远帆"}),
        ("西安市教育工会开会。", {"西安市教育工会": "西安市教育工会"}),
        ("陕建启动蓝天（西北）行动、蓝天(西北)行动。", {"蓝天（西北）行动": "蓝天（西北）行动", "蓝天(西北)行动": "蓝天（西北）行动"}),
        ("张三和张 三来了。", {"张三": "张三", "张 三": "张三"}),
        ("主席欧阳春晓燕说完，李明亮讲话。", {"欧阳春晓燕": "欧阳春晓燕", "李明亮": "李明亮"}),
    ],
)
def test_known_names_reach_the_facts(tmp_path: Path, text: str, expected: dict[str, str]) -> None:
    find = finder(write(tmp_path / "names.csv", NAMES))
    (resolved,) = find([article(text, date="2020-03-06")])
    names = {
        mention.surface: name.name
        for mention, name in zip(resolved.annotation.mentions, resolved.names, strict=True)
        if name is not None and name.type != "REGION"
    }
    assert {surface: names.get(surface) for surface in expected} == expected
    known = [name for name in resolved.names if name and name.reason == "your lexicon" and name.type == "UNION"]
    assert {name.region for name in known} <= {"610000"}
