import pytest

from graphkit.components import bodies
from graphkit.components.tokenizer import recut
from graphkit.text import normalise


def found(text: str, kind: str) -> list[str]:
    text = normalise(text)
    places = bodies.chains(text)
    finder = {"UNION": bodies.find_unions, "ORG": bodies.find_organs, "REGION": bodies.find_regions}[kind]
    return sorted({text[item.start : item.end] for item in finder(text, places)})


@pytest.mark.parametrize(
    ("text", "unions"),
    [
        ("汉中市南郑区总工会主动对接", ["汉中市南郑区总工会"]),
        ("省总和市总联合下发", ["市总", "省总"]),
        ("西安市总传达学习", ["西安市总"]),
        ("自治区总工会、兵团总工会", ["兵团总工会", "自治区总工会"]),
        ("中华全国总工会和全总书记处", ["中华全国总工会", "全总"]),
        ("省教科文卫体工会主席", ["省教科文卫体工会"]),
        ("各级工会、基层工会和企业工会", []),
        ("全省工会共筹集资金", []),
        ("全市总投资三亿元,全省总产值", []),
        ("工会法宣传", []),
        ("安宁区柳荫街道石榴巷社区工会联合会", ["安宁区柳荫街道石榴巷社区工会联合会"]),
        ("商洛市工会开展活动", ["商洛市工会"]),
    ],
)
def test_unions(text: str, unions: list[str]) -> None:
    assert found(text, "UNION") == unions


@pytest.mark.parametrize(
    ("text", "organs"),
    [
        ("市人社局、市应急管理局会同", ["市人社局", "市应急管理局"]),
        ("省委书记在会上说", ["省委"]),
        ("陕西省人大常委会副主任", ["陕西省人大常委会"]),
        ("党委委员、区委员", []),
        ("国务院和人社部", ["人社部", "国务院"]),
        ("全市公安局", []),
    ],
)
def test_organs(text: str, organs: list[str]) -> None:
    assert found(text, "ORG") == organs


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("在汉中市洋县龙亭镇桃溪村包村", ["汉中市洋县龙亭镇桃溪村"]),
        ("山西晋城的工会", ["山西晋城"]),
        ("三秦大地", ["三秦"]),
        ("会同有关部门", []),
    ],
)
def test_regions(text: str, regions: list[str]) -> None:
    assert found(text, "REGION") == regions


def test_words_are_cut_around_a_short_form() -> None:
    assert recut(["西安市", "总传达", "学习"], "西安市总传达学习") == ["西安市", "总", "传达", "学习"]
    assert recut(["全市", "总投资"], "全市总投资") == ["全市", "总投资"]
    assert recut(["省总", "说"], "省总 说") == ["省", "总", "说"]
