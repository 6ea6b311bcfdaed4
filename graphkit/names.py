"""The grammar of the names of unions and organs: region × level × branch.

`parse` takes a name apart; nothing here looks at the text around it. A parsed name with its region gives the body's
identity, its place and its parent.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from graphkit import lexicon, regions
from graphkit.regions import Region
from graphkit.text import normalise, squeeze

# The words that point at a division, and what may not follow them (市场, 区域, 镇江 …), as characters and longer exceptions
_POINTING = {
    "自治区": "",
    "自治州": "",
    "自治县": "",
    "自治旗": "",
    "直辖市": "",
    "省": "[级份内属]|直(?!机关)",
    "市": "[北南场级属内区郊值容]|中(?![级医心学小专])|民(?![政委宗族革盟建进])|政(?![府协务法策])|直(?!机关)",
    "州": "级",
    "盟": "员友约",
    "地区": "性",
    "林区": "",
    "县": "[域级城属乡区]|直(?!机关)",
    "区": "域块间别级内属划分位县",
    "旗": "帜舰下手县",
    "兵团": "",
    "师市": "",
    "师": "范傅生资徒父德",
    "团场": "",
    "街道": "",
    "镇": "江原安平康远宁坪沅雄巴赉海区村",
    "乡": "宁村镇土",
    "社区": "",
    "村": "民镇里",
    "园区": "",
    "新区": "",
    "开发区": "",
    "高新区": "",
    "经开区": "",
    "管委会": "",
}
_POINTER = re.compile(
    "(?:该|我|本)?(?P<word>"
    + "|".join(
        word + (f"(?!{not_before if '[' in not_before else f'[{not_before}]'})" if not_before else "")
        for word, not_before in sorted(_POINTING.items(), key=lambda item: -len(item[0]))
    )
    + ")"
)
_PARTY = re.compile("^(?:中国共产党|中共)(?!中央)")
_LEAGUE = re.compile("^(?:团(?P<pointer>省|市|区|县|州|盟|旗|自治区)|共青团(?P<place>[\u4e00-\u9fff]{2,16}?))委(?:员会)?$")
_OFFICE = re.compile(
    "总(?:工会)?(?=法律|职工|困难|机关|女职工|女职委|女工委|经费审查|驻|服务|干部|权益|帮扶|宣教|宣传|劳模|工人文化|文化宫|组织|财务|办公室|经审)"
)
_ALL_CHINA = re.compile("^(?:中华)?全国总工会$|^全总$")
TOWNSHIPS = ("街道", "镇", "乡", "苏木", "开发区", "园区", "新区", "高新区", "经开区", "团场")
VILLAGES = ("社区", "村", "嘎查")


@dataclass(frozen=True, slots=True)
class BodyName:
    """A union's or organ's name taken apart.

    `regions` are the divisions its leading chain of names can mean, `place` that chain's text, `tail` the township or
    village below it; `pointer` stands in place of a region (市总工会); `rest` is what the body is called there, in its
    usual form (总工会, 人社局, 教科文卫体工会), `whole` where the grammar knows this rest, `called` the rest as it is written
    where that is an organ's (人力资源和社会保障局).
    """

    regions: tuple[Region, ...]
    place: str
    tail: str
    pointer: str
    rest: str
    whole: bool
    called: str = ""

    def at(self, place: str) -> str:
        """The body's full name at a place: 陕西省 → 陕西省总工会; 共青团 stands in front of its place."""
        return f"共青团{place}委" if self.rest == "共青团委" else place + (self.called or self.rest)


def fits(region: Region, word: str) -> bool:
    """Whether a pointing word can mean a division: 市 any city, from a county's rank to a province's."""
    if word == "区":
        return region.level == regions.COUNTY and region.name.endswith("区")
    ending = {"自治州": "州", "自治县": "县", "自治旗": "旗", "直辖市": "市"}.get(word, word)
    return region.name.endswith(ending) and (word != "市" or not region.name.endswith("师市"))


@lru_cache(maxsize=16384)
def parse(name: str) -> BodyName:
    """Take the name of a union or organisation apart."""
    text = _PARTY.sub("", normalise(squeeze(name)))
    if _ALL_CHINA.match(text):
        return BodyName((), "", "", "", "中华全国总工会", whole=True)
    if league := _LEAGUE.match(text):
        chain = regions.load().chain(league["place"] or "", 0)
        if league["pointer"] or chain is not None:
            return BodyName(chain.regions if chain else (), league["place"] or "", "", league["pointer"] or "", "共青团委", whole=True)
    chain = regions.load().chain(text, 0)
    if chain is not None and chain.end < len(text):
        rest, whole = usual(text[chain.end :], township=bool(chain.tail))
        return BodyName(chain.regions, text[: chain.end], chain.tail, "", rest, whole, _called(text[chain.end :]))
    pointer = _POINTER.match(text)
    if pointer and pointer.end() < len(text):
        rest, whole = usual(text[pointer.end() :], township=pointer["word"].endswith((*TOWNSHIPS, *VILLAGES)))
        return BodyName((), "", "", pointer["word"], rest, whole, _called(text[pointer.end() :]))
    rest, whole = usual(text, township=True)
    return BodyName((), "", "", "", rest, whole, _called(text))


def _called(rest: str) -> str:
    """An organ's name as it is written; empty for unions, which are named in one form."""
    return rest if rest in lexicon.organs() and not rest.endswith("总") else ""


@lru_cache(maxsize=8192)
def usual(rest: str, *, township: bool = False) -> tuple[str, bool]:
    """A body's name without its region in its usual form, and whether the grammar knows it: 总 → 总工会, 人力资源和社会保障局 → 人社局."""
    if rest in {"总", "总工会"} or (rest == "工会" and not township):
        return "总工会", True
    if _OFFICE.match(rest):  # 市总法律援助中心 is 市总工会's
        rest = "总工会" + rest.removeprefix("总工会").removeprefix("总")
        return rest, True
    organ = lexicon.organs().get(rest)
    if organ is not None:
        return organ, True
    union = re.sub("工会委员会$", "工会", rest)
    table = lexicon.read_yaml("unions.yml")
    core = next((core for core in sorted(table["cores"], key=len, reverse=True) if union.endswith(core)), None)
    if core is None:
        return rest, False
    branch = union[: -len(core)]
    return union, branch in table["branches"] or (not branch and core != "工会") or rest == "工会"
