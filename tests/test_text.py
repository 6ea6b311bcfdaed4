import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.text import name_key, normalise, squeeze


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省总,市总", "省总，市总"),
        ("1,100万元", "1,100万元"),
        ("10:30开会", "10:30开会"),
        ("主席:王力", "主席：王力"),
        ("(兼)", "（兼）"),
        ("１２月Ａ座", "12月A座"),
        ("「四季送」", "“四季送”"),
        ('"四季送"和"安康杯"', "“四季送”和“安康杯”"),
        ("中国梦•劳动美", "中国梦·劳动美"),
        ("王　瑞", "王 瑞"),
        ("陝西省總工會——後勤", "陕西省总工会——后勤"),
        ("乾县乾陵——乾淨", "乾县乾陵——乾净"),
    ],
)
def test_widen(text: str, expected: str) -> None:
    assert normalise(text) == expected


@given(st.text())
def test_widen_keeps_every_offset(text: str) -> None:
    assert len(normalise(text)) == len(text)


def test_every_character_is_spelled_as_opencc_simplifies_it() -> None:
    converter = opencc.OpenCC("t2s")
    others = [character for character in map(chr, range(0x3400, 0xA000)) if normalise(character) != converter.convert(character)]
    assert others == ["乾"]


def test_squeeze_and_name_key() -> None:
    assert squeeze(" 陕西省\n\n总工会，") == "陕西省总工会,"
    assert name_key("“中国梦·劳动美” (2014)") == "中国梦劳动美2014"
