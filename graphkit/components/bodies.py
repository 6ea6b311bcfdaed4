"""Unions and organs by the grammar of their names: region × level × branch, or a pointing word and a core (市总工会, 省委)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from graphkit import lexicon, regions
from graphkit.components.found import Found
from graphkit.components.tokenizer import short_form
from graphkit.regions import Chain

# Names of counties that are words as well, where they stand in the middle of a sentence: 市总会同县总工会, 财政和工会, 与县人社局和县妇联
_WORD_INSIDE = re.compile("(?<=[会总局院司团委府队站心厂校办联政])(?:会同|和|政和)县|(?<=财)政和|(?<=[一-鿿])和县(?=[总委])")
_HAN_RUN = re.compile("[\u4e00-\u9fff·（）]*$")
_ADMIN = (
    "省|自治区|师?市|地区|自治州|州|盟|县|区|旗|兵团|(?:第?[一二三四五六七八九十]{1,3})?师|[0-9]{2,3}团|(?<![一-鿿])团|街道|镇|乡|社区|村"
    "|(?:工业|产业|科技)?园区|(?:经济|技术|产业|高新技术){0,3}开发区|高新区|经开区|新区|林区|矿区|专区|示范区|投资区|港区|景区|保税区|自贸区"
)
ADMIN_REACH = 12  # characters that a pointing word may take
_NOT_POINTER = re.compile("[集家乡三四五地全各本我两多几每跨该等个级省市县区州盟旗城]$")


@lru_cache
def _core() -> re.Pattern[str]:
    cores = sorted(lexicon.read_yaml("unions.yml")["cores"], key=lambda core: (-len(core), core))
    return re.compile("|".join(cores) + "(?![法章歌报])")


@lru_cache
def _branch() -> re.Pattern[str]:
    branches = sorted(lexicon.read_yaml("unions.yml")["branches"], key=lambda branch: (-len(branch), branch))
    return re.compile("(?:" + "|".join(branches) + ")$")


@lru_cache
def _organ() -> re.Pattern[str]:
    forms = sorted(lexicon.organs(), key=lambda form: (-len(form), form))
    return re.compile("|".join(re.escape(form) if form != "委" else "委(?![员托派屈培以])" for form in forms))


@lru_cache
def _national() -> re.Pattern[str]:
    names = [line.partition("\t")[0] for line in lexicon.read_list("organs_national.txt")]
    forms = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(f"(?:{forms})(?!门|(?<=中央)(?:[财驻在国]|企业|大街|商务|空调|广场|文件|预算))")


@lru_cache
def _generic() -> frozenset[str]:
    return frozenset(lexicon.read_yaml("unions.yml")["generic"])


def is_generic(name: str) -> bool:
    """Whether what looks like a union's name means no particular one: 各级工会, 中国工会."""
    return name.endswith("工会") and name.removesuffix("工会") in lexicon.read_yaml("unions.yml")["nobody"]


def chains(text: str) -> list[Chain]:
    """The chains of region names in a text, none inside another."""
    gazetteer = regions.load()
    found, position = [], 0
    while position < len(text):
        chain = None if _WORD_INSIDE.match(text, position) else gazetteer.chain(text, position)
        if chain is None:
            position += 1
        else:
            found.append(chain)
            position = chain.end
    return found


def find_unions(text: str, places: Sequence[Chain]) -> Iterator[Found]:
    """Every union that the grammar alone can tell."""
    ends = {chain.end: chain for chain in places}
    for match in short_form().finditer(text):
        chain = ends.get(match.end("head"))
        start = chain.start if chain and chain.start < match.start() else _pointer_start(text, match.end("head"), ends)
        yield Found(match.start() if start is None else start, match.end(), "UNION", "short")
    for match in _core().finditer(text):
        start = union_start(text, match.start(), ends)
        if start is not None and text[start : match.start()] not in _generic():
            yield Found(start, match.end(), "UNION", "grammar")


def union_start(text: str, core: int, ends: dict[int, Chain]) -> int | None:
    """Where a union's name begins whose core begins at `core`: at its region, or at the word that points to one."""
    if text.startswith("全国", core - 2) and text.startswith("总工会", core):
        return core - 4 if text.startswith("中华", core - 4) else core - 2
    branch = _branch().search(text, max(core - 12, 0), core)
    for edge in (core, *([branch.start()] if branch else [])):
        if edge in ends:
            return ends[edge].start
        start = _pointer_start(text, edge, ends)
        if start is not None:
            return start
    return None


def _pointer_start(text: str, edge: int, ends: dict[int, Chain]) -> int | None:
    """Where the pointing word (市, 自治区, 街道) that ends at `edge` begins, with the region in front of it, if any."""
    match = re.search(f"(?:{_ADMIN})$", text[max(edge - ADMIN_REACH, 0) : edge])
    if match is None:
        return None
    start = edge - len(match.group())
    if start in ends:
        return ends[start].start
    return None if _NOT_POINTER.search(text[max(start - 1, 0) : start]) else start


def find_organs(text: str, places: Sequence[Chain]) -> Iterator[Found]:
    """Organs of party, state and mass bodies behind a region or a pointing word, and the national ones."""
    ends = {chain.end: chain for chain in places}
    for match in _organ().finditer(text):
        edge = match.start()
        start = ends[edge].start if edge in ends else _pointer_start(text, edge, ends)
        if start is not None and not text.startswith("工会", match.end()):
            yield Found(start, match.end(), "ORG", "organ")
    for match in _national().finditer(text):
        yield Found(*match.span(), "ORG", "national")


def find_regions(text: str, places: Iterable[Chain]) -> Iterator[Found]:
    """The regions that are told beyond doubt: names with their generic ending, provinces, prefectures and chains."""
    gazetteer = regions.load()
    for chain in places:
        name = text[chain.start : chain.end]
        if name in gazetteer.formers or chain.tail or any(region.level < regions.COUNTY for region in chain.regions) or not chain.regions:
            yield Found(chain.start, chain.end, "REGION", "gazetteer")
