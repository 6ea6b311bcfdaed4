import pytest

from graphkit.names import fits, parse
from graphkit.regions import load


@pytest.mark.parametrize(
    ("name", "place", "tail", "pointer", "rest", "whole"),
    [
        ("陕西省总工会", "陕西省", "", "", "总工会", True),
        ("西安市总", "西安市", "", "", "总工会", True),
        ("商洛市工会", "商洛市", "", "", "总工会", True),
        ("省总", "", "", "省", "总工会", True),
        ("自治区总工会", "", "", "自治区", "总工会", True),
        ("市教科文卫体工会", "", "", "市", "教科文卫体工会", True),
        ("陕西省人力资源和社会保障厅", "陕西省", "", "", "人社厅", True),
        ("市人大常委", "", "", "市", "人大常委会", True),
        ("中共西安市委员会", "西安市", "", "", "委", True),
        ("团市委", "", "", "市", "共青团委", True),
        ("共青团利川市委", "利川市", "", "", "共青团委", True),
        ("全总", "", "", "", "中华全国总工会", True),
        ("汉中卷烟厂工会", "汉中", "", "", "卷烟厂工会", False),
        ("市第二医院", "", "", "市", "第二医院", False),
        (
            "兰州市安宁区柳荫街道石榴巷社区工会联合会",
            "兰州市安宁区柳荫街道石榴巷社区",
            "柳荫街道石榴巷社区",
            "",
            "工会联合会",
            True,
        ),
        ("长庆油田工会", "", "", "", "长庆油田工会", False),
        ("市民政局", "", "", "市", "民政局", True),
        ("市中级人民法院", "", "", "市", "中级人民法院", True),
        ("省直机关工委", "", "", "省", "委直属机关工委", True),
        ("商洛市洛南县农业农村局", "商洛市洛南县", "", "", "农业农村局", True),
    ],
)
def test_parse(name: str, place: str, tail: str, pointer: str, rest: str, whole: bool) -> None:
    parsed = parse(name)
    assert (parsed.place, parsed.tail, parsed.pointer, parsed.rest, parsed.whole) == (place, tail, pointer, rest, whole)


@pytest.mark.parametrize("name", ["市场监管总局", "镇江港务集团", "区域协会", "省级机关工会", "师范大学", "旗舰店"])
def test_words_that_only_look_like_pointers(name: str) -> None:
    assert parse(name).pointer == ""


def test_the_league_stands_in_front_of_its_place() -> None:
    assert parse("团市委").at("利川市") == "共青团利川市委"
    assert parse("市总").at("利川市") == "利川市总工会"


@pytest.mark.parametrize(
    ("code", "word", "fit"),
    [
        ("610000", "省", True),
        ("110000", "市", True),
        ("610100", "市", True),
        ("222403", "市", True),  # 敦化市, a county's rank
        ("610703", "市", False),
        ("610703", "区", True),
        ("450000", "区", False),
        ("450000", "自治区", True),
        ("222400", "州", True),
        ("152500", "盟", True),
    ],
)
def test_what_a_pointing_word_can_mean(code: str, word: str, fit: bool) -> None:
    assert fits(load().by_code[code], word) is fit
