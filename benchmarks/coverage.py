"""How much of the names the grammar reads: python benchmarks/coverage.py [SHARED_DIR] [--all]

Every UNION, and every ORG that is called like an organ of party, state or a mass body, of the annotated articles (models/evaluation,
and SHARED_DIR/gold), by its full name; and those that graphkit finds in the bundled sample. For each the grammar is asked for
region, level, parent and id:

  at a region    a division in front (甘肃省总工会, 兰州市人社局), with its level and the body above it
  national       a body of the whole country
  pointing       a word in place of the region (市总工会): the article has to tell which
  of an owner    a union behind the name of its company, school or works (长安集团工会), which is its parent, with the region that it tells
  not read       anything else; listed, but for the articles of models/evaluation/scored, which nobody is to tune on: those with --all
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import lexicon, names, regions
from graphkit.evaluate import read_gold
from graphkit.pipeline import extracted
from graphkit.records import Skipped
from graphkit.text import squeeze

ROOT = Path(__file__).parents[1]
# How organs are called, judged by the ending alone, so that the list of organs is measured and not repeated
_ORGAN = re.compile("(?:[局厅委办]|委员会|办公室|政府|人大|人大常委会|政协|法院|检察院|[组宣统政]部|妇联|科协|文联|侨联|残联|工商联|党校)$")
_NO_ORGAN = re.compile("(?:[路机务电工段]|设计|铁路|管理|供电|林业|勘探|工程)局$|(?:居|村)委$|居委会$|村委会$")
LEVELS = {regions.PROVINCE: "province", regions.PREFECTURE: "prefecture", regions.COUNTY: "county"}


class Read(NamedTuple):
    """What the grammar reads from a name; empty fields are not told by it."""

    how: str
    region: str = ""
    level: str = ""
    parent: str = ""
    id: str = ""


def read(name: str) -> Read:
    """Region, level, parent and id of a body, by its name alone."""
    parsed = names.parse(name)
    if parsed.rest == "中华全国总工会" or squeeze(name) in lexicon.read_text("organs_national.txt"):
        return Read("national", level="national", id=parsed.rest)
    if parsed.whole and len(parsed.regions) == 1:
        return _at_region(parsed)
    if parsed.whole and parsed.pointer:
        return Read("pointing", id=f"?|{parsed.rest}")
    if parsed.whole and parsed.regions:
        return Read("one of several regions", id=f"?|{parsed.rest}")
    core = next((core for core in lexicon.read_yaml("unions.yml")["cores"] if parsed.rest.endswith(core)), "")
    owner = squeeze(name).removesuffix("委员会").removesuffix(core) if core else ""
    if len(owner) > 1:
        region = parsed.regions[0].name if len(parsed.regions) == 1 else ""
        return Read("of an owner", region, "owner", owner, squeeze(name))
    return Read("not read")


def _at_region(parsed: names.BodyName) -> Read:
    gazetteer, region = regions.load(), parsed.regions[0]
    upper = region if parsed.tail else gazetteer.parent(region)
    whose = "总工会" if parsed.rest == "总工会" or parsed.rest.endswith("工会") else parsed.rest
    if parsed.rest != "总工会" and whose == "总工会":
        upper = region  # a branch is the general union's of its own place
    parent = (gazetteer.full_name(upper) if upper else "中华全国" if whose == "总工会" else "") + whose
    level = ("village" if parsed.tail.endswith(names.VILLAGES) else "township") if parsed.tail else LEVELS[region.level]
    return Read("at a region", region.name + parsed.tail, level, parent, f"{region.code}{parsed.tail}|{parsed.rest}")


def bodies(documents: Iterator[Any]) -> dict[str, set[str]]:
    """The unions and organs of documents, by full name."""
    found: dict[str, set[str]] = {"UNION": set(), "organ": set()}
    for document in documents:
        for entity in document["entities"]:
            name = re.sub("[(（].*[)）]$", "", entity["name"])  # what tells same-named bodies apart
            if entity["type"] == "UNION":
                found["UNION"].add(name)
            elif entity["type"] == "ORG" and _ORGAN.search(name) and not _NO_ORGAN.search(name):
                found["organ"].add(name)
    return found


def show(title: str, found: dict[str, set[str]]) -> list[str]:
    """The table of one set; gives back what is not read."""
    missing = []
    for kind, those in found.items():
        results = {name: read(name) for name in sorted(those)}
        counts = Counter(result.how for result in results.values())
        unread = [name for name, result in results.items() if result.how == "not read"]
        missing += [f"{kind} {name}" for name in unread]
        fields = ", ".join(
            f"{field} {sum(bool(getattr(r, field)) for r in results.values())}" for field in ("region", "level", "parent", "id")
        )
        hows = ", ".join(f"{how} {count}" for how, count in counts.most_common())
        read_ = len(those) - len(unread)
        print(f"{title:12}{kind:7}{read_:5} of {len(those):4} read ({read_ / max(len(those), 1):.3f}): {hows}; {fields}")
    return missing


def main() -> None:
    """Print the tables, then what is not read."""
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("-")]
    sets = {half: iter(read_gold(ROOT / "models/evaluation" / half)) for half in ("look", "scored")}
    if folders:
        sets["gold"] = iter(read_gold(folders[0] / "gold"))
    sample = (path for path in sorted((ROOT / "graphkit/data/sample").iterdir()) if path.name != "README.md")
    sets["sample"] = (item for item in extracted(sample) if not isinstance(item, Skipped))
    missing = {title: show(title, bodies(documents)) for title, documents in sets.items()}
    listed = {name for title, unread in missing.items() if title != "scored" or "--all" in sys.argv for name in unread}
    print(f"not read ({len(listed)}):")
    for name in sorted(listed):
        print(f"  {name}")


if __name__ == "__main__":
    main()
