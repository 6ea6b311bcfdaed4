"""Articles under other names: spans follow, one person stays one, regions keep their level and lie in each other."""

import random

from graphkit import regions
from graphkit.train.corpora import Labelled
from graphkit.train.renaming import Names, renamed

NAMES = Names(full=("秦知远", "梅沛然", "邬长庚"), towns=("石桥", "柳林"))
TEXT = "陕西省总工会主席王力到汉中市南郑区汉山镇慰问，王力参加安康杯竞赛颁奖。"


def spans(*surfaces: tuple[str, str]) -> Labelled:
    found, position = [], 0
    for surface, label in surfaces:
        start = TEXT.index(surface, position)
        position = start + len(surface)
        found.append((start, position, label))
    return Labelled("a", TEXT, tuple(found))


ITEM = spans(("陕西省总工会", "UNION"), ("王力", "PERSON"), ("汉中市南郑区汉山镇", "REGION"), ("王力", "PERSON"), ("安康杯", "HONOR"))


def test_spans_follow_the_new_names() -> None:
    for seed in range(20):
        new = renamed(ITEM, NAMES, random.Random(seed))
        union, person, region, again, honour = (new.text[start:end] for start, end, _ in new.spans)
        assert union.endswith("省总工会")
        assert person == again != "王力"
        assert region.endswith(("石桥镇", "柳林镇"))
        assert honour == "安康杯"
        assert new.text.startswith(f"{union}主席{person}到{region}慰问")


def test_regions_go_to_regions_of_their_level_inside_each_other() -> None:
    new = renamed(ITEM, NAMES, random.Random(1))
    province = regions.load().chain(new.text, 0)
    place = regions.load().chain(new.text, new.spans[2][0])
    assert province is not None
    assert place is not None
    assert [region.level for region in province.regions] == [regions.PROVINCE]
    assert any(regions.load().within(one, province.regions[0]) for one in place.regions)


def test_public_texts_keep_their_places() -> None:
    new = renamed(ITEM, NAMES, random.Random(0), places=False)
    assert [new.text[start:end] for start, end, label in new.spans if label != "PERSON"] == ["陕西省总工会", "汉中市南郑区汉山镇", "安康杯"]
