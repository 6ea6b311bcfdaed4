"""Precision, recall and F1 of extracted documents against gold, at the four levels of the annotation scheme.

Distinct (type, surface) pairs, resolved entities, short forms, and relations between resolved entities. What the gold marks
optional counts neither way; an implied entity need not be found by itself.
"""

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphkit import standoff
from graphkit.errors import GraphkitError
from graphkit.text import name_key, squeeze

Document = Mapping[str, Any]
Tally = dict[tuple[str, str], "Counts"]
LEVELS = ("mentions", "entities", "short", "relations")

_ORDINAL = re.compile("第[0-9一二三四五六七八九十百两〇零]+(?:届|次|期|轮)|首届|首次")
_HEADS = re.compile(
    "(?:主题宣传教育|主题教育|主题宣讲|主题宣传|主题|系列|品牌帮扶|品牌|专项)?(?:活动|行动|工程|计划|项目|竞赛|劳动竞赛|立功竞赛|劳动和技能竞赛)$"
)
_POINTING = re.compile(
    "^(?:省|县|区|州|盟|旗|街道|该|我|市(?![中北南])|镇(?![江原安平康远宁坪沅雄巴赉海])|乡(?!宁)|本(?!溪)|全(?![州南椒国]))"
)
_BARE = re.compile("^(?:总工会|工会|工会联合会|联合会|工会委员会|工会工作委员会|委员会|公司工会|机关工会|局工会|政府|公司|集团|学校|医院)$")
_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 "
    "内蒙古 广西 西藏 宁夏 新疆 香港 澳门 台湾 中国"
)
_CHAIN = re.compile(
    f"^(?:(?:{_PROVINCES.replace(' ', '|')})|[\u4e00-\u9fff]{{2,14}}?(?:自治区|自治州|自治县|地区|兵团|街道|省|市|县|区|州|盟|旗|镇|乡))+$"
)


@dataclass(frozen=True)
class Counts:
    """Right, wrong and missed items."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 0 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 0 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def canonical(name: str, kind: str) -> str:
    """A canonical name as it is compared: width, quotation marks, ordinals and equal forms do not count."""
    name = name_key(name)
    if kind in {"PROGRAM", "HONOR", "DOC"}:
        name = _ORDINAL.sub("", name)
    if kind == "PROGRAM":
        shorter = _HEADS.sub("", name)
        name = shorter if len(shorter) >= 2 else name
    if kind in {"ORG", "UNION"}:
        name = re.sub("^(?:中国共产党|中共)(?!中央)", "", name)
        name = name.replace("人民代表大会常务委员会", "人大常委会").replace("人民政府", "政府")
        name = re.sub("([省市县区州旗])委员会$", r"\1委", name)
        name = re.sub("工会委员会$", "工会", name)
        name = re.sub("^(?:全国总工会|全总)$", "中华全国总工会", name)
    return name


def surface_key(text: str, kind: str) -> str:
    """A surface form as it is compared."""
    return canonical(text, kind) if kind == "PROGRAM" else name_key(text)


def near(a: str, b: str, kind: str) -> bool:
    """Whether two canonical names differ only by a chain of regions in front or a head behind a program."""
    short, long = sorted((a, b), key=len)
    if kind in {"UNION", "ORG", "REGION"}:
        named = len(short) >= 2 and long.endswith(short) and not _POINTING.match(short) and not _BARE.match(short)
        return named and bool(_CHAIN.match(long[: len(long) - len(short)]))
    return kind == "PROGRAM" and len(short) >= 3 and long.startswith(short) and len(long) - len(short) <= 6


def align(gold: Document, predicted: Document) -> dict[str, str]:
    """Predicted entity id → gold entity id, one to one: equal names first, then the nearest ones."""
    pairs = []
    for ours in predicted["entities"]:
        for theirs in gold["entities"]:
            if ours["type"] == theirs["type"]:
                a, b = canonical(theirs["name"], theirs["type"]), canonical(ours["name"], ours["type"])
                if a == b or near(a, b, ours["type"]):
                    pairs.append((0 if a == b else 1 + abs(len(a) - len(b)), ours["id"], theirs["id"]))
    found: dict[str, str] = {}
    for _, ours, theirs in sorted(pairs):
        if ours not in found and theirs not in found.values():
            found[ours] = theirs
    return found


def _count(golds: Sequence[Any], found: Sequence[Any], same: Callable[[Any, Any], bool], forgiven: Callable[[Any], bool]) -> Counts:
    """Each gold item counts once; what gold marks optional, and what is forgiven, counts neither way."""
    hit: set[int] = set()
    right = wrong = 0
    for item in found:
        matching = [number for number, gold in enumerate(golds) if same(gold, item)]
        fresh = sorted((number for number in matching if number not in hit), key=lambda number: bool(golds[number].get("optional")))
        if fresh:
            hit.add(fresh[0])
            right += not golds[fresh[0]].get("optional")
        elif not matching and not forgiven(item):
            wrong += 1
    missed = sum(1 for number, gold in enumerate(golds) if number not in hit and not gold.get("optional"))
    return Counts(right, wrong, missed)


def _surfaces(document: Document) -> list[dict[str, Any]]:
    seen: dict[tuple[str, str], bool] = {}
    for entity in document["entities"]:
        for mention in entity.get("mentions", []):
            key = entity["type"], surface_key(mention, entity["type"])
            seen[key] = seen.get(key, True) and bool(entity.get("optional"))
    return [{"type": kind, "surface": surface, "optional": optional} for (kind, surface), optional in seen.items()]


def _add(
    tally: Tally,
    level: str,
    golds: Iterable[Any],
    found: Iterable[Any],
    same: Callable[[Any, Any], bool],
    forgiven: Callable[[Any], bool],
) -> None:
    """Count each type by itself."""
    by_type: dict[str, tuple[list[Any], list[Any]]] = defaultdict(lambda: ([], []))
    for side, items in enumerate((golds, found)):
        for item in items:
            by_type[item["type"]][side].append(item)
    for kind, (theirs, ours) in by_type.items():
        tally[level, kind] = tally.get((level, kind), Counts()) + _count(theirs, ours, same, forgiven)


def _short_forms(gold: Document, predicted: Document, pairs: Mapping[str, str]) -> Counts:
    """Recall of the pointing and short forms of bodies: each must reach the right entity, and no other."""
    owners: dict[str, set[object]] = defaultdict(set)
    known: dict[str, set[str]] = defaultdict(set)
    for entity in predicted["entities"]:
        if entity["type"] in {"UNION", "ORG"}:
            for mention in entity.get("mentions", []):
                owners[squeeze(mention)].add(pairs.get(entity["id"], ("unknown", entity["id"])))
    bodies = [entity for entity in gold["entities"] if entity["type"] in {"UNION", "ORG"}]
    for entity in bodies:
        for mention in entity.get("mentions", []):
            known[squeeze(mention)].add(entity["id"])
    right = wanted = 0
    for entity in bodies:
        for mention in [] if entity.get("optional") or entity.get("implied") else entity.get("mentions", []):
            key = squeeze(mention)
            brief = len(mention) <= 3 and canonical(mention, entity["type"]) != canonical(entity["name"], entity["type"])
            if _POINTING.match(key) or brief:
                wanted += 1
                right += entity["id"] in owners[key] and len(owners[key]) <= len(known[key])
    return Counts(right, 0, wanted - right)


def _title(title: str | None) -> str:
    return re.sub("^(?:原|前任|时任|现任|前)|[(].*$", "", squeeze(title or ""))


def _same_relation(gold: Document, found: Document, pairs: Mapping[str, str], text: str | None) -> bool:
    if text is not None and (not found.get("quote") or squeeze(found["quote"]) not in text):
        return False
    ends = pairs.get(found["head"]), pairs.get(found["tail"])
    wanted = gold["head"], gold["tail"]
    if gold["type"] != found["type"] or (ends != wanted and not (gold["type"] == "PARTNERS" and ends[::-1] == wanted)):
        return False
    if gold["type"] == "HOLDS":
        return _title(gold.get("title")) == _title(found.get("title"))
    if gold["type"] == "FIGURE":
        value = found.get("value")
        if isinstance(value, bool) or not isinstance(value, int | float):
            return False
        return abs(value - gold["value"]) <= 1e-3 * max(1.0, abs(gold["value"])) and found.get("unit") == gold.get("unit")
    return True


def score(gold: Document, predicted: Document, tally: Tally, text: str | None = None) -> None:
    """Add the counts of one document. With `text` (squeezed), a relation whose quote is not in it counts as wrong."""
    pairs = align(gold, predicted)
    _add(tally, "mentions", _surfaces(gold), _surfaces(predicted), lambda g, p: g["surface"] == p["surface"], lambda _: False)
    entities = [{**entity, "optional": entity.get("optional") or entity.get("implied")} for entity in gold["entities"]]
    _add(
        tally,
        "entities",
        entities,
        predicted["entities"],
        lambda g, p: pairs.get(p["id"]) == g["id"],
        lambda p: bool(p.get("implied")),
    )
    tally["short", "all"] = tally.get(("short", "all"), Counts()) + _short_forms(gold, predicted, pairs)
    soft = {entity["id"] for entity in gold["entities"] if entity.get("optional")}
    relations = [{**r, "optional": r.get("optional") or r["head"] in soft or r["tail"] in soft} for r in gold["relations"]]
    _add(
        tally,
        "relations",
        relations,
        predicted["relations"],
        lambda g, p: _same_relation(g, p, pairs, text),
        lambda p: bool({pairs.get(p["head"]), pairs.get(p["tail"])} & soft),
    )


def verdicts(gold: Document, predicted: Document) -> Iterator[tuple[Document, bool]]:
    """Each relation of a predicted document, the surest first, and whether it is right; without those that count neither way.

    A relation is judged by what it adds to the counts of those before it, so that the matching is the scorer's own.
    """
    relations = sorted(predicted["relations"], key=lambda relation: -relation["confidence"])
    before = (0, 0)
    for number, relation in enumerate(relations, 1):
        tally: Tally = {}
        score(gold, {**predicted, "relations": relations[:number]}, tally)
        counts = [counted for (level, _), counted in tally.items() if level == "relations"]
        now = sum(counted.right for counted in counts), sum(counted.wrong for counted in counts)
        if now != before:
            yield relation, now[0] > before[0]
        before = now


def totals(tally: Tally) -> dict[str, dict[str, Counts]]:
    """The counts by level: `micro` over all types, then each type."""
    result = {}
    for level in LEVELS:
        rows = {kind: counts for (name, kind), counts in sorted(tally.items()) if name == level}
        result[level] = {"micro": sum(rows.values(), Counts()), **rows}
    return result


def read_gold(folder: Path) -> list[Document]:
    """The gold documents of a folder, JSON files and our own stand-off files. Raises GraphkitError where there are none."""
    golds = [json.loads(path.read_text(encoding="utf-8-sig")) for path in sorted(folder.glob("*.json"))]
    golds += [article.to_gold() for article in standoff.read_folder(folder)]
    if not golds:
        raise GraphkitError(f"{folder}: no gold files (*.json, *.ann) there")
    return golds


def evaluate(
    golds: Iterable[Document], predictions: Iterable[Document], texts: Mapping[str, str] | None = None
) -> dict[str, dict[str, Counts]]:
    """Score predicted documents against gold ones by id; a gold document that nothing answers counts as all missed."""
    answers = {str(document["id"]): document for document in predictions}
    tally: Tally = {}
    for gold in golds:
        identifier = str(gold["id"])
        text = squeeze(texts[identifier]) if texts is not None and identifier in texts else None
        score(gold, answers.get(identifier, {"entities": [], "relations": []}), tally, text)
    return totals(tally)


def report(result: Mapping[str, Mapping[str, Counts]]) -> str:
    """The figures as a table of plain text."""
    rows = [
        f"{level:10}{kind:11} P {c.precision:.3f}  R {c.recall:.3f}  F {c.f1:.3f}   right {c.right:5} wrong {c.wrong:5} missed {c.missed:5}"
        for level, counts in result.items()
        for kind, c in counts.items()
    ]
    return "\n".join(rows)
