"""Bodies that are named by a part of their owner's name: 公司工会, 矿工会, 该校工会, 院党办, 集团总医院."""

import re
from collections.abc import Sequence

from graphkit.records import Mention, Name
from graphkit.text import normalise, squeeze

# What an owner is called for short, and how the names of such owners end
_ENDS = {
    "公司": "公司|集团",
    "集团公司": "集团(?:有限)?公司|集团",
    "集团": "集团(?:(?:有限)?公司)?|集团股份有限公司",
    "分公司": "分公司",
    "企业": "公司|集团|厂",
    "厂": "厂",
    "矿": "矿|煤矿|矿业公司",
    "局": "局(?:集团(?:有限)?公司)?",
    "段": "段",
    "站": "站",
    "校": "大学|学院|学校|中学|小学|附中|附小",
    "学校": "大学|学院|学校|中学|小学",
    "学院": "学院",
    "院": "医院|学院|研究院|法院|设计院",
    "医院": "医院",
    "行": "行",
    "支行": "支行",
    "分行": "分行",
    "项目": "项目部|项目|标段|工程",
    "项目部": "项目部",
    "油田": "油田(?:公司)?",
    "林业局": "林业局(?:公司)?",
    "农场": "农场",
    "港": "港",
    "社": "社",
    "店": "店",
}
_SHORT = re.compile(f"(?:该|本)?(?P<owner>{'|'.join(sorted(_ENDS, key=len, reverse=True))})(?P<rest>[一-鿿]{{2,12}})")
_UNION = re.compile("(?:工会|工会委员会|机关工会)$")
_PART = re.compile(
    "(?:工会|工会委员会|机关工会|女职工委员会|女职委|女工委|经审会|经费审查委员会|分工会|党委|党办|团委|部|处|科|室|中心|总医院|卫生所|科协|办公室|车间)$"
)
BODIES = frozenset({"UNION", "ORG"})


def by_owner(mention: Mention, mentions: Sequence[Mention], chosen: Sequence[Name | None]) -> Name | None:
    """The full name of a body that is named by its owner's kind: the owner is the last one of that kind named before, else the next one.

    None where the surface is no such name, or the article has no such owner.
    """
    match = _SHORT.fullmatch(squeeze(normalise(mention.surface)))
    if match is None or not _PART.search(match["rest"]):
        return None
    ends = re.compile(f"(?P<owner>.{{2,}}(?:{_ENDS[match['owner']]}))(?:{_UNION.pattern[:-1]})?")
    owners = [
        (candidate.start < mention.start, found["owner"], other)
        for candidate, other in zip(mentions, chosen, strict=True)
        if other is not None and candidate.type in BODIES and _SHORT.fullmatch(other.name) is None and (found := ends.fullmatch(other.name))
    ]
    before = [item for item in owners if item[0]] or owners[:1]
    if not before:
        return None
    _, owner, known = before[-1]
    name = owner + match["rest"]
    same = next((other for _, _, other in owners if other.name == name and other.type == mention.type), None)
    return same or Name(mention.type, name, name, f"of {owner}, named in the article", known.region)
