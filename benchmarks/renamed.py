"""Does graphkit know names or how names stand? python benchmarks/renamed.py GOLD_DIR CORPUS_DIR

Every region, person and brand of a program in the gold is renamed consistently, in the pages and in the gold (a county becomes another
county of the moved province, 王力 another name, 四季送 another word of the same length), and both are scored. The new names are drawn three
times, people's surnames from the 150 commonest; the mean is what counts.
"""

import json
import random
import re
import sys
from pathlib import Path
from statistics import mean
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import extract, lexicon
from graphkit.evaluate import LEVELS, evaluate, read_gold
from graphkit.pipeline import finder
from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.train.renaming import Moved, Names

_HAN = re.compile("[\u4e00-\u9fff]{2,}")
_BRAND = re.compile("^[\u4e00-\u9fff]{2,5}$")
_HEAD = re.compile("(?:行动|工程|活动|计划|竞赛|大赛|杯|服务|培训|驿站|工作室)$")
GIVEN = "岚祁澈衍桐朔芃棠屿骁宥沅霁淙蓁珩"
COMMON = 150  # surnames that a new name may have
SEEDS = (0, 1, 2)
SYLLABLES = "暖晴桥帆泉松禾辰岭溪云舟星稻竹麦渡川"


def names_of(gold: list[dict[str, Any]], kind: str) -> list[str]:
    """The names and surface forms of the gold entities of a type, longest first."""
    found = {
        name
        for document in gold
        for entity in document["entities"]
        if entity["type"] == kind
        for name in (entity["name"], *entity.get("mentions", []))
    }
    return sorted(found, key=lambda name: (-len(name), name))


def renamings(gold: list[dict[str, Any]], chance: random.Random) -> dict[str, str]:
    """What each region, person and brand is called instead."""
    new: dict[str, str] = {}
    moved = Moved(Names(full=(), towns=("石桥", "柳林", "双河", "青山")), chance)
    for kind in ("REGION", "UNION", "ORG"):
        for name in names_of(gold, kind):
            for start, end, other in moved.edits(name, 0, len(name), kind):
                if end - start > 1:
                    new.setdefault(name[start:end], other)
    surnames = "".join(line for line in lexicon.read_list("surnames.txt") if " " not in line)[:COMMON]  # commonest first
    for name in names_of(gold, "PERSON"):
        if _HAN.fullmatch(name) and name not in new:
            new[name] = chance.choice(surnames) + "".join(chance.sample(GIVEN, len(name) - 1))
    for name in names_of(gold, "PROGRAM"):
        brand = _HEAD.sub("", name)
        if _BRAND.match(brand) and brand not in new:
            new[brand] = brand[0] + "".join(chance.sample(SYLLABLES, len(brand) - 1))
    return new


def applied(text: str, new: dict[str, str]) -> str:
    """The text under the new names, longest first and none twice. A name that a column end cuts is found across the white space."""
    spaced = {r"\s*".join(map(re.escape, name)): name for name in sorted(new, key=lambda name: (-len(name), name))}
    pattern = re.compile("|".join(f"({source})" for source in spaced))
    order = list(spaced.values())
    return pattern.sub(lambda match: new[order[(match.lastindex or 1) - 1]], text)


def row(label: str, gold: list[dict[str, Any]], sources: list[SourceText], find: Any) -> list[float]:
    """One line of scores, mentions by type below it."""
    result = evaluate(gold, (extract.document(source, find(segment(source))) for source in sources))
    scores = [result[level]["micro"].f1 for level in LEVELS]
    print(f"{label:16}" + "".join(f"{score:12.3f}" for score in scores))
    print(" " * 16 + "  ".join(f"{kind} {counts.f1:.3f}" for kind, counts in result["mentions"].items() if kind != "micro"))
    return scores


def main() -> None:
    """Print the rows of scores."""
    gold = read_gold(Path(sys.argv[1]))
    sources = [source for source in documents([Path(sys.argv[2])]) if isinstance(source, SourceText)]
    find = finder()
    print(" " * 16 + "".join(f"{level:>12}" for level in LEVELS))
    row("as written", gold, sources, find)
    drawn = []
    for seed in SEEDS:
        new = renamings(gold, random.Random(seed))
        other_gold = json.loads(applied(json.dumps(gold, ensure_ascii=False), new))
        other = [SourceText(source.id, source.path, applied(source.text, new)) for source in sources]
        drawn.append(row(f"renamed {seed}", other_gold, other, find))
    print(f"{'renamed, mean':16}" + "".join(f"{mean(scores):12.3f}" for scores in zip(*drawn, strict=True)))


if __name__ == "__main__":
    main()
