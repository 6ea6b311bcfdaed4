import pytest

from graphkit import regions
from graphkit.regions import short_name

GAZETTEER = regions.load()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("陕西", ["610000"]),
        ("陕西省", ["610000"]),
        ("南郑区", ["610703"]),
        ("南郑县", ["610703"]),  # 县改区 2017
        ("商洛地区", ["611000"]),
        ("延边", ["222400"]),
        ("延边州", ["222400"]),
        ("西藏", ["540000"]),
        ("内蒙古", ["150000"]),
        ("锡林郭勒", ["152500"]),
        ("鼓楼区", ["320106", "320302", "350102", "410204"]),
        ("吉林", ["220000", "220200"]),
        ("会同", []),  # a word of its own: only with its ending
        ("会同县", ["431225"]),
    ],
)
def test_names_old_and_new(name: str, codes: list[str]) -> None:
    assert [region.code for region in GAZETTEER.named(name)] == codes


@pytest.mark.parametrize(
    ("text", "end", "last", "tail"),
    [
        ("汉中市洋县龙亭镇桃溪村包村", 11, "洋县", "龙亭镇桃溪村"),
        ("江西省赣州市因工", 6, "赣州市", ""),
        ("兰州市安宁区柳荫街道石榴巷社区工会联合会", 15, "安宁区", "柳荫街道石榴巷社区"),
        ("莲湖区总工会深入社区", 3, "莲湖区", ""),
        ("吉林长春", 4, "长春市", ""),
        ("三秦大地", 2, None, ""),
    ],
)
def test_chains(text: str, end: int, last: str | None, tail: str) -> None:
    chain = GAZETTEER.chain(text, 0)
    assert chain is not None
    assert (chain.end, chain.tail) == (end, tail)
    assert [region.name for region in chain.regions] == ([last] if last else [])


def test_a_chain_leads_downwards_only() -> None:
    chain = GAZETTEER.chain("汉中市商洛市", 0)
    assert chain is not None
    assert chain.end == 3


def test_parents_and_full_names() -> None:
    nanzheng = GAZETTEER.by_code["610703"]
    assert [region.name for region in GAZETTEER.parents(nanzheng)] == ["汉中市", "陕西省"]
    assert GAZETTEER.full_name(nanzheng) == "汉中市南郑区"
    assert GAZETTEER.full_name(GAZETTEER.by_code["110101"]) == "东城区"
    assert GAZETTEER.within(nanzheng, GAZETTEER.by_code["610000"])
    assert not GAZETTEER.within(nanzheng, GAZETTEER.by_code["110000"])


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("广西壮族自治区", "广西"),
        ("双江拉祜族佤族布朗族傣族自治县", "双江"),
        ("克孜勒苏柯尔克孜自治州", "克孜勒苏"),
        ("新疆维吾尔自治区", "新疆"),
        ("横县", "横县"),
        ("神农架林区", "神农架"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_every_division_in_force_has_a_parent_and_coordinates() -> None:
    for region in GAZETTEER.by_code.values():
        assert region.level == regions.PROVINCE or GAZETTEER.parent(region) is not None, region
        assert region.lon is not None, region
        assert region.lat is not None, region
        assert 73 < region.lon < 136, region
        assert 3 < region.lat < 54, region
