"""What an article tells of the things it names: editions and years of programs, level and giver of honours, numbers of documents."""

import re
from collections.abc import Sequence
from functools import lru_cache

from graphkit import lexicon, regions
from graphkit.records import Annotation, Mention, Name
from graphkit.text import squeeze
from graphkit.times.span import number

Details = dict[str, str]
BODIES = frozenset({"UNION", "ORG"})
LEVELS = {regions.PROVINCE: "province", regions.PREFECTURE: "city", regions.COUNTY: "county"}
MUNICIPALITIES = frozenset({"11", "12", "31", "50"})
_OPENING = '[“‘「『《"]?'
_EDITION = "(?:第(?P<number>[0-9]{1,3}|[一二三四五六七八九十]{1,3})|(?P<first>首))(?P<word>届|期|季)"
_IN_FRONT = re.compile(f"(?:(?P<year>(?:19|20)[0-9]{{2}})年度?)?(?:{_EDITION})?(?:全国|全省|全市|全区|全县)?{_OPENING}$")
_BEHIND = re.compile(f'[”’」』》"]?{_EDITION}')
_YEAR = re.compile("(?P<year>(?:19|20)[0-9]{2})年")
_SENTENCE_END = re.compile("[。；！？\n]")
_DOCUMENT_NUMBER = re.compile(
    "[》〉]?[(（](?P<issuer>[一-鿿]{2,14})[〔﹝\\[［【(（](?P<year>(?:19|20)[0-9]{2})[〕﹞\\]］】)）](?P<number>[0-9]+)号"
)


def details(annotation: Annotation, names: Sequence[Name | None]) -> tuple[Details, ...]:
    """For each mention what is told of the thing that it names; empty for most."""
    return tuple(
        _of(mention, name, annotation, names) if name is not None and not mention.deictic else {}
        for mention, name in zip(annotation.mentions, names, strict=True)
    )


def _of(mention: Mention, name: Name, annotation: Annotation, names: Sequence[Name | None]) -> Details:
    text = annotation.article.text
    if name.type == "PROGRAM":
        return _program(mention, name, text)
    if name.type == "HONOR":
        giver = _giver(mention, annotation, names)
        told = {"level": _level(name.name, giver), "giver": _known_giver(name.name) or (giver.name if giver else "")}
        told["years"] = _year_before(mention, text)
        return {key: value for key, value in told.items() if value}
    if name.type == "DOC" and (match := _DOCUMENT_NUMBER.match(text, mention.end)):
        return {"number": f"{match['issuer']}〔{match['year']}〕{int(match['number'])}号", "years": match["year"]}
    return {}


def _program(mention: Mention, name: Name, text: str) -> Details:
    """The edition and year that stand at a program's name, and the family that it is known to be of."""
    told = {}
    before = _IN_FRONT.search(text[max(mention.start - 24, 0) : mention.start])
    behind = _BEHIND.match(text, mention.end)
    inside = re.match(_EDITION, mention.surface)
    for match in (inside, before, behind):
        if match and (match["number"] or match["first"]):
            told["editions"] = f"第{number(match['number']) if match['number'] else 1}{match['word']}"
            break
    year = re.match(_YEAR, mention.surface) or (before if before and before["year"] else None)
    if year:
        told["years"] = year["year"]
    known = lexicon.programs().get(name.name)
    return told | ({"family": known.family} if known is not None and known.family else {})


def _year_before(mention: Mention, text: str) -> str:
    """The last year that the sentence tells up to the end of an honour's name."""
    opening = max((match.end() for match in _SENTENCE_END.finditer(text, max(mention.start - 200, 0), mention.start)), default=0)
    years = [match["year"] for match in _YEAR.finditer(text, opening, mention.end)]
    return years[-1] if years else ""


def _giver(mention: Mention, annotation: Annotation, names: Sequence[Name | None]) -> Name | None:
    """The body that the sentence says gave an honour: 被省总授予…, 市总工会命名…."""
    text, patterns = annotation.article.text, _patterns()
    for body, name in reversed(list(zip(annotation.mentions, names, strict=True))):
        between = text[body.end : mention.start]
        if name is None or name.type not in BODIES or body.end > mention.start or _SENTENCE_END.search(between):
            continue
        if patterns["gives"].match(between):
            return name
    return None


@lru_cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {"gives": re.compile(lexicon.read_yaml("honours.yml")["gives"])}


@lru_cache
def _known_giver(name: str) -> str:
    """Who gives an honour of this name everywhere, as far as it is known."""
    table: dict[str, str] = lexicon.read_yaml("honours.yml")["givers"]
    return next((giver for pattern, giver in table.items() if re.match(pattern, squeeze(name))), "")


def _level(name: str, giver: Name | None) -> str:
    """The level of an honour by its name (全国…, 省级…, 陕西省…), else by the place of the body that gave it."""
    table: dict[str, str] = lexicon.read_yaml("honours.yml")["levels"]
    plain = squeeze(name)
    told = next((level for level, pattern in table.items() if re.match(pattern, plain)), "")
    if told:
        return told
    chain = regions.load().chain(plain, 0)
    if chain is not None and chain.regions:
        return _rank(chain.regions[0].code)
    if giver is None:
        return ""
    return "national" if giver.name.startswith("中华全国") else _rank(giver.region) if "|" in giver.key else ""


def _rank(code: str) -> str:
    """The level of a division; a municipality's districts are of a prefecture's rank."""
    region = regions.load().by_code.get(code)
    if region is None:
        return ""
    return "city" if region.level == regions.COUNTY and code[:2] in MUNICIPALITIES else LEVELS[region.level]
