import pytest

from graphkit.components.documents import find_documents
from graphkit.components.found import Found, without_overlaps
from graphkit.components.honours import find_honours
from graphkit.components.people import find_people
from graphkit.components.programs import find_programs
from graphkit.text import normalise


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("深入开展“四季送”系列活动", ["四季送"]),
        ("长庆油田工会开展了“绿色油田”建设劳动竞赛", ["“绿色油田”建设劳动竞赛"]),
        ("举办“中国梦·劳动美·我的岗位”演讲比赛", ["“中国梦·劳动美·我的岗位”演讲比赛"]),
        ("以“弘扬劳模精神”为主题的座谈", []),
        ("增强“四个意识”，落实“八项规定”", []),
        ("送温暖资金", ["送温暖"]),
        ("启动“河套匠心”，投入百万元", ["河套匠心"]),
        ("“送岗位”“送技能”“送政策”等活动", ["送岗位", "送技能", "送政策"]),
        ("工会干部要当好“娘家人”", []),
    ],
)
def test_programs(text: str, names: list[str]) -> None:
    text = normalise(text)
    longest = without_overlaps(find_programs(text), lambda item: ())
    assert sorted({text[item.start : item.end] for item in longest}) == sorted(names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("荣获全国五一劳动奖章", ["全国五一劳动奖章"]),
        ("被授予“西安市模范职工之家”荣誉称号", ["西安市模范职工之家"]),
        ("获陕西省“五一劳动奖状”", ["陕西省“五一劳动奖状”"]),
        ("先进集体要继续努力", []),
        ("他被评为全省优秀工会工作者", ["全省优秀工会工作者"]),
        ("表彰了43个重点工程建设先进集体、68名先进个人", ["重点工程建设先进集体", "先进个人"]),
    ],
)
def test_honours(text: str, names: list[str]) -> None:
    text = normalise(text)
    assert [text[item.start : item.end] for item in find_honours(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("制定《关于加强基层工会建设的意见》", ["关于加强基层工会建设的意见"]),
        ("合唱团演唱《我们走在大路上》", []),
        ("《匠心》等节目", []),
        ("《工人日报》报道了《办法》", ["办法"]),
        ("演唱《一》《二》", []),
    ],
)
def test_documents(text: str, names: list[str]) -> None:
    assert [text[item.start : item.end] for item in find_documents(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("本报讯(记者 王力 通讯员 李明)近日", ["王力", "李明"]),
        ("通讯员 欧阳小明 摄", ["欧阳小明"]),
        ("市总工会主席薛振说", ["薛振"]),
        ("主席团成员、主任委员出席", []),
    ],
)
def test_people(text: str, names: list[str]) -> None:
    text = normalise(text)
    assert [text[item.start : item.end] for item in find_people(text)] == names


def test_overlaps_are_settled_by_preference_then_length() -> None:
    long, short, other = Found(0, 6, "UNION", "b"), Found(0, 4, "ORG", "a"), Found(8, 9, "PERSON", "a")
    assert without_overlaps([short, long, other], lambda item: ()) == [long, other]
    assert without_overlaps([short, long, other], lambda item: (item.source == "a",)) == [short, other]
