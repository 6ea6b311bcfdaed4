"""Administrative divisions: codes, names old and new, chains of names.

The table is `data/regions.csv` (its origin is told in `data/README.md`); `regions_extra.csv` holds historic and economic
regions, which have no code.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

PROVINCE, PREFECTURE, COUNTY = 1, 2, 3
_NATIONALITIES = re.compile(
    "(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|达斡尔|"
    "仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|土|各)族?)+(?=自治)"
)
_SUFFIX = re.compile(r"(?:自治区|自治州|自治县|自治旗|特别行政区|地区|林区|新区|省|市|县|区|州|盟|旗)$")
# What a township's or village's own name does not hold: the words that follow a county's name in running text
_PLAIN = "(?:(?!工会|总工|医院|法院|学校|[局委厅和与及在的了为对向将到等各该全多个深入走进举开召组联县市区省])[\u4e00-\u9fff])"
_TOWNSHIP = re.compile(_PLAIN + r"{1,5}?(?:街道|民族乡|苏木|镇|乡|开发区)(?![镇乡村企])")
# What follows a short name only where that is none: 朝阳|门街道, 玉屏|街道
_NO_TOWNSHIP = re.compile(f"{_PLAIN}?(?:街道|民族乡|镇|乡|社区|村)(?![镇乡村企])")
_VILLAGE = re.compile(_PLAIN + r"{1,5}?(?:社区|嘎查|行政村|(?<![农乡])村)(?![民镇里口委干])")


@dataclass(frozen=True, slots=True)
class Region:
    """A division in force today."""

    code: str
    name: str
    lon: float | None = None
    lat: float | None = None
    approximate: bool = False

    @property
    def level(self) -> int:
        """1 province, 2 prefecture, 3 county."""
        return PROVINCE if self.code.endswith("0000") else PREFECTURE if self.code.endswith("00") else COUNTY

    @property
    def short(self) -> str:
        """The name without its generic ending, where at least two characters are left."""
        return short_name(self.name)


@lru_cache(maxsize=8192)
def short_name(name: str) -> str:
    """南郑区 → 南郑, 延边朝鲜族自治州 → 延边, 广西壮族自治区 → 广西; names of one character keep their ending."""
    if name == "内蒙古自治区":
        return "内蒙古"
    bare = _NATIONALITIES.sub("", name)
    short = _SUFFIX.sub("", bare if len(bare) > 4 else name)
    return short if len(short) > 1 else name


@dataclass(frozen=True, slots=True)
class Chain:
    """A run of region names read as one place: 汉中市 + 洋县 + 龙亭镇 + 桃溪村.

    `regions` are the divisions that its last coded name can mean, `tail` is what stands below that (龙亭镇桃溪村).
    """

    start: int
    end: int
    regions: tuple[Region, ...]
    tail: str = ""


class Gazetteer:
    """All divisions, looked up by code and by name; `words` are the short names that are more often other words."""

    def __init__(self, rows: Iterable[dict[str, str]], extra: Iterable[dict[str, str]], ambiguous: Iterable[str] = ()):
        self.by_code: dict[str, Region] = {}
        names: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if not row["until"]:
                lon, lat = (float(row[key]) if row[key] else None for key in ("lon", "lat"))
                self.by_code[row["code"]] = Region(row["code"], row["name"], lon, lat, bool(row["approximate"]))
            if row["now"]:
                names[row["name"]].add(row["now"])
                names[short_name(row["name"])].add(row["now"])
                for other in _other_names(row["name"]):
                    names[other].add(row["now"])
        self.extra = {row["name"]: row["region"] for row in extra}
        self.words = {word: self._regions(names.pop(word)) for word in ambiguous if word in names}
        self.names = {name: tuple(sorted(codes)) for name, codes in names.items()}
        self.formers = frozenset(name for name in names if _SUFFIX.search(name))

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """For the first two characters of a name, the lengths of the names that begin so, longest first."""
        found: dict[str, set[int]] = defaultdict(set)
        for name in (*self.names, *self.extra):
            found[name[:2]].add(len(name))
        return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}

    def parent(self, region: Region) -> Region | None:
        """The prefecture of a county, the province of a prefecture (or of a county that the province governs itself)."""
        if region.level == PROVINCE:
            return None
        upper = self.by_code.get(region.code[:4] + "00") if region.level == COUNTY else None
        return upper or self.by_code.get(region.code[:2] + "0000")

    def parents(self, region: Region) -> Iterator[Region]:
        """The divisions above a region, nearest first."""
        upper = self.parent(region)
        while upper is not None:
            yield upper
            upper = self.parent(upper)

    def within(self, inner: Region, outer: Region) -> bool:
        """Whether a region is, or lies in, another one."""
        return inner == outer or outer in self.parents(inner)

    def named(self, name: str) -> tuple[Region, ...]:
        """The divisions that a name, full, short or former, can mean."""
        return self._regions(self.names.get(name, ()))

    def _regions(self, codes: Iterable[str]) -> tuple[Region, ...]:
        return tuple(self.by_code[code] for code in sorted(codes) if code in self.by_code)

    def full_name(self, region: Region) -> str:
        """The region's name with its prefecture in front where it is a county: 汉中市南郑区."""
        upper = self.parent(region)
        return upper.name + region.name if region.level == COUNTY and upper is not None and upper.level == PREFECTURE else region.name

    def _word(self, text: str, position: int) -> str:
        """The longest short name that is a word too at a position."""
        return next((text[position : position + size] for size in (3, 2) if text[position : position + size] in self.words), "")

    def match(self, text: str, position: int) -> str:
        """The longest known region name that begins at a position of the text; empty where there is none."""
        for length in self.lengths.get(text[position : position + 2], ()):
            name = text[position : position + length]
            if name in self.names or name in self.extra:
                return name
        return ""

    def chain(self, text: str, position: int, *, words: bool = False) -> Chain | None:
        """The chain of region names that begins at a position, each one lying in the one before it.

        With `words`, short names that are words too count behind another name (宜宾高县, 南平延平).
        """
        start = position
        regions: tuple[Region, ...] = ()
        extra = False
        while name := self.match(text, position) or (self._word(text, position) if words and regions else ""):
            inner = self.named(name) or self.words.get(name, ())
            if regions:
                inner = tuple(one for one in inner if any(one != upper and self.within(one, upper) for upper in regions))
            if (regions or extra) and not inner:
                break
            extra, regions, position = not inner, inner, position + len(name)
        if position == start or (not _SUFFIX.search(text[start:position]) and _NO_TOWNSHIP.match(text, position)):
            return None
        end = _lower(text, position) if regions else position
        return Chain(start, end, regions, text[position:end])


def _lower(text: str, position: int) -> int:
    """Where a township and village that follow a county's name end."""
    for pattern in (_TOWNSHIP, _VILLAGE):
        if match := pattern.match(text, position):
            position = match.end()
    return position


def _other_names(name: str) -> Iterator[str]:
    """Usual shortenings that are neither official nor bare: 延边州, 锡盟, 大厂县, 广西自治区."""
    short = short_name(name)
    for full, ending in (("自治州", "州"), ("自治县", "县"), ("自治旗", "旗"), ("自治区", "自治区")):
        if name.endswith(full) and short != name:
            yield short + ending


@lru_cache
def load() -> Gazetteer:
    """The bundled gazetteer, read once."""
    folder = files("graphkit") / "data"

    def lines(name: str) -> list[str]:
        return (folder / name).read_text(encoding="utf-8").splitlines()

    ambiguous = (word for line in lines("regions_ambiguous.txt") if not line.startswith("#") for word in line.split())
    return Gazetteer(csv.DictReader(lines("regions.csv")), csv.DictReader(lines("regions_extra.csv")), ambiguous)
