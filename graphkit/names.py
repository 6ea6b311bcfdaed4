"""The grammar of the names of unions and organs: region × level × branch.

`parse` takes a name apart; nothing here looks at the text around it. A parsed name with its region gives the body's
identity, its place and its parent.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from graphkit import lexicon, regions
from graphkit.regions import Region
from graphkit.text import squeeze, widen

# The words that point at a division of the article's own place, and that division's level
LEVELS = {
    "省": regions.PROVINCE,
    "自治区": regions.PROVINCE,
    "直辖市": regions.PROVINCE,
    "市": regions.PREFECTURE,
    "地区": regions.PREFECTURE,
    "州": regions.PREFECTURE,
    "自治州": regions.PREFECTURE,
    "盟": regions.PREFECTURE,
    "县": regions.COUNTY,
    "区": regions.COUNTY,
    "旗": regions.COUNTY,
    "自治县": regions.COUNTY,
    "兵团": 0,
    "师": 0,
    "师市": 0,
    "团": 0,
    "街道": 4,
    "镇": 4,
    "乡": 4,
    "社区": 5,
    "村": 5,
    "园区": 4,
    "开发区": 4,
    "高新区": 4,
    "经开区": 4,
}
_POINTER = re.compile("(?:该|我|本)?(" + "|".join(sorted(LEVELS, key=lambda word: (-len(word), word))) + ")")
_PARTY = re.compile("^(?:中国共产党|中共)(?!中央)")
_ALL_CHINA = re.compile("^(?:中华)?全国总工会$|^全总$")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A union's or organ's name taken apart.

    `regions` are the divisions its leading chain of names can mean, `place` that chain's text, `tail` the township or
    village below it; `pointer` stands in place of a region (市总工会); `rest` is what the body is called there, in its
    usual form (总工会, 人社局, 教科文卫体工会), `whole` where the grammar says that this is all of the name.
    """

    regions: tuple[Region, ...]
    place: str
    tail: str
    pointer: str
    rest: str
    whole: bool

    @property
    def level(self) -> int | None:
        """The level of division that the name points at or names: 1 province, 2 prefecture, 3 county, 4 and 5 below."""
        if self.pointer:
            return LEVELS[self.pointer]
        if self.tail:
            return 5 if self.tail.endswith(("村", "社区", "嘎查")) else 4
        return self.regions[0].level if self.regions else None


@lru_cache(maxsize=16384)
def parse(name: str) -> BodyName:
    """Take the name of a union or organisation apart."""
    text = _PARTY.sub("", widen(squeeze(name)))
    if _ALL_CHINA.match(text):
        return BodyName((), "", "", "", "中华全国总工会", whole=True)
    chain = regions.load().chain(text, 0)
    if chain is not None and chain.end < len(text):
        rest, whole = usual(text[chain.end :], township=bool(chain.tail))
        return BodyName(chain.regions, text[: chain.end], chain.tail, "", rest, whole)
    pointer = _POINTER.match(text)
    if pointer and pointer.end() < len(text):
        rest, whole = usual(text[pointer.end() :], township=LEVELS[pointer[1]] > regions.COUNTY)
        if whole:
            return BodyName((), "", "", pointer[1], rest, whole)
    return BodyName((), "", "", "", text, whole=False)


@lru_cache(maxsize=8192)
def usual(rest: str, *, township: bool = False) -> tuple[str, bool]:
    """A body's name without its region in its usual form, and whether the grammar knows it: 总 → 总工会, 人力资源和社会保障局 → 人社局."""
    if rest in {"总", "总工会"} or (rest == "工会" and not township):
        return "总工会", True
    organ = lexicon.organs().get(rest)
    if organ is not None:
        return organ, True
    union = re.sub("工会委员会$", "工会", rest)
    table = lexicon.read_yaml("unions.yml")
    core = next((core for core in sorted(table["cores"], key=len, reverse=True) if union.endswith(core)), None)
    if core is None:
        return rest, False
    branch = union[: -len(core)]
    return union, not branch or branch in table["branches"]
