"""The table of divisions corrected and completed: python -m graphkit.divisions

`graphkit/train/regions.py` makes `data/regions.csv` from what packages hold; this adds what we know beyond them, and can be run
again on its own outcome. Codes were given anew in their province between 1980 and 1983 (230400 was Daqing's, is Hegang's), so that
a code alone does not tell what an old division is today: its name does where it is still in use. `regions_former.csv` tells of
divisions that have another name now (none where they went into a larger one, which they are not), `regions_places.csv` where
towns lie of which the packages know only the prefecture.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib.resources import files
from pathlib import Path

from graphkit.files import replacing
from graphkit.regions import short_name

DATA = Path(str(files("graphkit") / "data"))
GIVEN_ANEW = "1983"  # the last year of codes that were later another division's
Row = dict[str, str]


def read(name: str) -> list[Row]:
    """The rows of a table of `data`."""
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def completed(rows: Iterable[Row], former: Iterable[Row], places: Iterable[Row]) -> list[Row]:
    """The rows with today's divisions corrected, those of `former` and the coordinates of `places`; what says nothing new is left out."""
    rows = [dict(row) for row in rows]
    current = {row["code"]: row for row in rows if not row["until"]}
    told = {(row["code"], row["name"]): row["now"] for row in former}
    where = {row["code"]: row for row in places}
    by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code, row in current.items():
        by_name[code[:2], short_name(row["name"])].append(code)
        if code in where:  # a town's middle, known to a few kilometres
            row |= {"lon": where[code]["lon"], "lat": where[code]["lat"], "approximate": "1"}
    for row in rows:
        if row["until"]:
            key = row["code"], row["name"]
            row["now"] = told[key] if key in told else _today(row, current, by_name)
    return _new(rows)


def _today(row: Row, current: Mapping[str, Row], by_name: Mapping[tuple[str, str], list[str]]) -> str:
    """The code of what an old division is today, where its name or its code tells."""
    code = row["code"]
    district = row["name"].endswith("区") and not row["name"].endswith("地区")
    named = [other for other in by_name.get((code[:2], short_name(row["name"])), ()) if other.endswith("00") == code.endswith("00")]
    if district:  # 庐山区 is no part of 庐山市
        named = [other for other in named if current[other]["name"] == row["name"]]
    near = [other for other in named if other[:4] == code[:4]]
    if len(near) == 1:
        return near[0]
    if len(named) == 1 and (not district or row["until"] <= GIVEN_ANEW):
        return named[0]
    if row["now"] == code and district and row["until"] <= GIVEN_ANEW and short_name(current[code]["name"]) != short_name(row["name"]):
        return ""
    return row["now"]


def _new(rows: Iterable[Row]) -> list[Row]:
    """The rows of which none before names the same division by the same name."""
    known: set[tuple[str, str]] = set()
    kept = []
    for row in sorted(rows, key=lambda row: (bool(row["until"]), row["code"], row["until"])):
        if not row["now"] or (row["now"], row["name"]) not in known:
            known.add((row["now"], row["name"]))
            kept.append(row)
    return sorted(kept, key=lambda row: (row["code"], row["until"] or "9999", row["name"]))


def main() -> None:
    """Write the table."""
    rows = completed(read("regions.csv"), read("regions_former.csv"), read("regions_places.csv"))
    with replacing(DATA / "regions.csv") as beside, beside.open("w", encoding="utf-8", newline="") as lines:
        table = csv.DictWriter(lines, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main()
