"""The names of one article, resolved from its own context."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graphkit import lexicon, names, regions
from graphkit.knowledge import Knowledge
from graphkit.records import Annotation, Fact, Mention, Name, Resolved
from graphkit.regions import Region
from graphkit.resolve import corps
from graphkit.resolve.amount import Amounts
from graphkit.resolve.home import BODIES, Home, Place
from graphkit.resolve.owners import by_owner
from graphkit.resolve.parts import parts
from graphkit.resolve.period import Periods
from graphkit.text import name_key, normalise, squeeze

LONGEST_ENDING = 2  # characters of a township's ending (街道)
_ORDINAL = re.compile("第[0-9一二三四五六七八九十百两〇零]+(?:届|次|期|轮|季|批)|首届|首次")
_QUOTES = re.compile('[“”‘’「」『』"《》]')


def resolve(annotation: Annotation, known: Knowledge | None = None) -> Resolved:
    """A name for each mention of an annotation, by what the user knows where that says it, and the annotation's facts."""
    home = Home(annotation)
    chosen: list[Name | None] = [None] * len(annotation.mentions)
    for index, mention in enumerate(annotation.mentions):
        chosen[index] = _name(mention, home) if known is None or mention.source != "lexicon" else _known_name(mention, home, known)
    for index, mention in enumerate(annotation.mentions):
        if mention.type in BODIES and mention.source != "lexicon":
            chosen[index] = _by_others(chosen[index], mention, annotation.mentions, chosen)
    chosen = _written_out(chosen)
    facts = [*_said(annotation, chosen), *_told_by_names(annotation, chosen), *parts(annotation, chosen)]
    return Resolved(annotation, tuple(chosen), tuple(facts))


def _by_others(name: Name | None, mention: Mention, mentions: Sequence[Mention], chosen: Sequence[Name | None]) -> Name | None:
    """The name of a body that other names of the article complete: its owner's, or a longer one of its own."""
    if owned := by_owner(mention, mentions, chosen):
        return owned
    return (name and not name.reason and _by_longer(name, mention, mentions, chosen)) or name


def _written_out(chosen: Sequence[Name | None]) -> list[Name | None]:
    """The names with each organ by the longest form that the article has of it: 省人力资源和社会保障厅 for 省人社厅 too."""
    longest: dict[str, str] = {}
    for name in chosen:
        if name is not None and name.type == "ORG":
            longest[name.key] = max(longest.get(name.key, ""), name.name, key=lambda text: (len(text), text))
    return [replace(name, name=longest[name.key]) if name is not None and name.type == "ORG" else name for name in chosen]


def _name(mention: Mention, home: Home) -> Name | None:
    if mention.deictic:
        return _pointed_region(mention, home)
    if mention.type == "REGION":
        return _region(mention, home)
    if mention.type in BODIES:
        return _body(mention, home)
    plain = squeeze(_QUOTES.sub("", normalise(mention.surface)))
    if mention.type == "PERSON":
        return Name("PERSON", plain, plain, "")
    if mention.type == "PROGRAM":
        return _program(plain)
    return Name(mention.type, plain, name_key(plain), "")


def _known_name(mention: Mention, home: Home, known: Knowledge) -> Name | None:
    """The name that the user's lexicon gives: it stands for the same body as that name written out."""
    entry = known.named(mention.surface)
    written = _name(replace(mention, surface=entry.canonical), home)
    return written and replace(written, name=entry.canonical, reason="your lexicon", region=entry.region or written.region)


@lru_cache
def _bare_head() -> re.Pattern[str]:
    return re.compile("(?:" + "|".join(lexicon.read_yaml("programs.yml")["bare_heads"]) + ")$")


def _program(plain: str) -> Name:
    bare = _ORDINAL.sub("", plain)
    shorter = _bare_head().sub("", bare)
    bare = shorter if len(shorter) >= 2 else bare
    known = lexicon.programs().get(bare)
    if known is not None:
        return Name("PROGRAM", known.name, name_key(known.name), "standing name" if known.name != bare else "")
    return Name("PROGRAM", bare, name_key(bare), "")


def place_name(place: Place, reason: str = "division") -> Name:
    """The name of a place: the division's official one, below city level with its prefecture in front."""
    full = regions.load().full_name(place.region)
    return Name("REGION", full + place.tail, place.region.code + place.tail, reason, place.region.code)


def _region(mention: Mention, home: Home) -> Name:
    text = squeeze(normalise(mention.surface))
    chain = regions.load().chain(text, 0)
    if chain is not None and chain.end == len(text):
        region = home.choose(chain.regions)
        if region is not None and not _far(text, region, home):
            return place_name(Place(region, chain.tail))
    if known := _known_place(text, home):
        return place_name(*known)
    return Name("REGION", text, name_key(text), "as written")


def _far(text: str, region: Region, home: Home) -> bool:
    """Whether a name without an ending is a county's of a province that the article does not speak of: 龙潭, a street in Beijing."""
    return text == region.short != region.name and region.level == regions.COUNTY and len(home.anchors) > 1 and not home.near(region)


def _known_place(text: str, home: Home) -> tuple[Place, str] | None:
    """A place that the article names in full elsewhere (狮山 of 佛山市南海区狮山镇), a division whose short name is a word too
    (德昌), or a place in a division that is named with it (福州文林山).
    """
    for anchor in home.anchors:
        tail = anchor.place.tail
        if tail and (tail.endswith(text) or (tail.startswith(text) and len(tail) - len(text) <= LONGEST_ENDING)):
            return anchor.place, "named in full"
    near = [region for region in regions.load().words.get(text, ()) if home.near(region)]
    if len(near) == 1:
        return Place(near[0]), "short name, in the article's region"
    if text in lexicon.provinces():
        return Place(regions.load().named(lexicon.provinces()[text])[0]), "short for the province"
    chain = regions.load().chain(text, 0, words=True)
    region = home.choose(chain.regions) if chain is not None else None
    if chain is None or region is None:
        return None
    rest = chain.tail + text[chain.end :]
    return (Place(region, rest), "in the division named with it") if len(rest) > 1 and home.near(region) else None


def _pointed_region(mention: Mention, home: Home) -> Name | None:
    """全省, 全市; and the 省 of 省长, which has no length."""
    word = mention.surface[1:] or home.article.text[mention.start :].lstrip("副")[:1]
    if word == "疆":
        word = "自治区"
    found = home.pointed(word, mention.start)
    if found is None and word == "区":
        found = home.pointed("自治区", mention.start)
    return None if found is None else place_name(*found)


def _body(mention: Mention, home: Home) -> Name:
    """A body's name: national, pointed at, at the article's own place, or with its own region."""
    text = squeeze(normalise(mention.surface))
    if of_corps := corps.complete(text, home.article.text, mention.start):
        return Name(mention.type, of_corps, of_corps, "division of the corps", corps.CODE)
    parsed = names.parse(text)
    if mention.source == "national" and text in _national():
        known = _national()[text]
        return Name(mention.type, known, name_key(known), "national body" if known != text else "as written")
    if parsed.rest == "中华全国总工会":
        return Name("UNION", parsed.rest, parsed.rest, "national body")
    if parsed.pointer:
        return _pointed_body(mention, parsed, home) or Name(mention.type, text, name_key(text), "")
    if parsed.whole and not parsed.regions and home.about is not None:
        return _at(mention.type, home.about.place, parsed, f"of the article's place ({home.about.reason})", home)
    return _placed_body(mention, text, parsed, home)


def _placed_body(mention: Mention, text: str, parsed: names.BodyName, home: Home) -> Name:
    """A body whose name carries its region, or none at all."""
    region = home.choose(parsed.regions) if parsed.regions else _inner_region(text, home)
    if region is None:
        return Name(mention.type, text, name_key(text), "")
    if not parsed.whole:
        return Name(mention.type, text, name_key(text), "as written" if parsed.regions else "", region.code)
    return _at(mention.type, Place(region, parsed.tail, parsed.place.removesuffix(parsed.tail)), parsed, "full name", home)


def _at(kind: str, place: Place, parsed: names.BodyName, reason: str, home: Home) -> Name:
    where = home.called_in_full(place.region) + place.tail
    return Name(kind, parsed.at(where), f"{place.region.code}{place.tail}|{parsed.rest}", reason, place.region.code)


def _pointed_body(mention: Mention, parsed: names.BodyName, home: Home) -> Name | None:
    if parsed.pointer == "兵团":
        name = corps.CORPS + (parsed.called or parsed.rest)
        return Name(mention.type, name, name, "the corps", corps.CODE)
    found = home.pointed(parsed.pointer, mention.start)
    return None if found is None else _at(mention.type, found[0], parsed, found[1], home)


@lru_cache
def _national() -> dict[str, str]:
    pairs = (line.partition("\t") for line in lexicon.read_list("organs_national.txt"))
    return {form: name or form for form, _, name in pairs}


def _inner_region(text: str, home: Home) -> Region | None:
    """The last division that stands inside a body's name: 富士康科技集团晋城园区工会 → 晋城市."""
    gazetteer = regions.load()
    found = None
    position = 1
    while position < len(text) - 1:
        chain = gazetteer.chain(text, position)
        if chain is not None and chain.regions and chain.end < len(text):
            found = home.choose(chain.regions) or found
        position = chain.end if chain is not None else position + 1
    return found


def _by_longer(name: Name, mention: Mention, mentions: Sequence[Mention], chosen: Sequence[Name | None]) -> Name | None:
    """The longer name of the article that a shorter one stands for: it ends with it, or holds its characters in order."""
    short = squeeze(mention.surface)
    pairs = [
        (other, squeeze(candidate.surface))
        for candidate, other in zip(mentions, chosen, strict=True)
        if other is not None and candidate.type == mention.type and candidate.start < mention.start and len(candidate.surface) > len(short)
    ]
    for reason, fits in (("ends so", str.endswith), ("shortened", _holds)):
        found = [other for other, long in pairs if fits(long, short) and len(short) >= 3]
        if found:
            last = found[-1]
            return Name(name.type, last.name, last.key, f"{reason}: {last.name}", last.region)
    return None


def _holds(long: str, short: str) -> bool:
    """Whether the short name's characters stand in the long one in order, with the same beginning or end of two characters."""
    rest = iter(long)
    return len(short) >= 4 and long[-2:] == short[-2:] and all(character in rest for character in short)


def _said(annotation: Annotation, chosen: Sequence[Name | None]) -> Iterator[Fact]:
    """The annotation's relations between resolved names; figures and posts with their period, figures with what they are of."""
    periods, amounts = Periods(annotation.article), Amounts(annotation, chosen)
    for relation in annotation.relations:
        head, tail = chosen[relation.head], chosen[relation.tail]
        if head is None or tail is None or (head.type, head.key) == (tail.type, tail.key):
            continue
        spans = [
            None if mention.deictic else (mention.start, mention.end)
            for mention in (annotation.mentions[relation.head], annotation.mentions[relation.tail])
        ]
        attributes = {**relation.attributes, **periods.of(relation), **amounts.of(relation)}
        yield Fact(relation.type, head, tail, relation.start, relation.end, relation.rule, relation.confidence, attributes, *spans)


def _told_by_names(annotation: Annotation, chosen: Sequence[Name | None]) -> Iterator[Fact]:
    """LOCATED_IN for each body whose name has its region, once an article."""
    seen = set()
    for mention, name in zip(annotation.mentions, chosen, strict=True):
        if name is None or mention.type not in BODIES or not name.region or (name.type, name.key) in seen:
            continue
        seen.add((name.type, name.key))
        place = _place_of(name)
        span = (mention.start, mention.end)
        yield Fact("LOCATED_IN", name, place, *span, "name", 0.9, {}, span, None)


def _place_of(name: Name) -> Name:
    region = regions.load().by_code[name.region]
    where = name.key.split("|")[0]
    return place_name(Place(region, where.removeprefix(region.code) if where.startswith(region.code) else ""))
