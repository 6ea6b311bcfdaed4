"""What the user knows and no model can: names with their types, from a CSV file (name, type, canonical, region)."""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from graphkit import ontology, regions
from graphkit.encoding import decode
from graphkit.errors import LexiconError
from graphkit.text import normalise, squeeze

COLUMNS = {
    "name": ("name", "名称", "名字", "简称"),
    "type": ("type", "类型", "类别"),
    "canonical": ("canonical", "canonical name", "规范名", "全称"),
    "region": ("region", "地区", "区划"),
}
SHORTEST = 2  # characters; a name of one would be found in every sentence


@dataclass(frozen=True, slots=True)
class Known:
    """One name: its type, the canonical name that it stands for, and the code of its region where one is given."""

    name: str
    type: str
    canonical: str
    region: str = ""


class Knowledge:
    """Known names, looked up by name and found in texts."""

    def __init__(self, entries: Iterable[Known] = ()):
        known = list(entries)
        self.by_name: Mapping[str, Known] = {entry.canonical: entry for entry in known} | {entry.name: entry for entry in known}
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.by_name:
            lengths[form[:SHORTEST]].add(len(form))
        self._lengths = {start: sorted(known, reverse=True) for start, known in lengths.items()}

    def find(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """Where known names start and end in a normalised text, the longest at each place, without overlaps."""
        position = 0
        while self._lengths and position < len(text) - 1:
            names = (text[position : position + length] for length in self._lengths.get(text[position : position + SHORTEST], ()))
            name = next((name for name in names if name in self.by_name), "")
            if name:
                yield position, position + len(name), self.by_name[name]
            position += len(name) or 1


@lru_cache
def read(path: Path | None) -> Knowledge:
    """The names of a CSV file in any Chinese encoding, its first line naming the columns; none for no file.

    Raises LexiconError, naming the line, for a file that cannot be read, a type or region that does not exist, or a name
    too short.
    """
    if path is None:
        return Knowledge()
    try:
        lines = decode(path.read_bytes()).text.splitlines()
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}") from None
    rows = csv.reader(lines)
    header = [cell.strip().lower() for cell in next(rows, [])]
    places = {key: next((header.index(name) for name in names if name in header), None) for key, names in COLUMNS.items()}
    if places["name"] is None or places["type"] is None:
        raise LexiconError(f"{path}: the first line must name the columns: name,type,canonical,region")
    entries = []
    for number, row in enumerate(rows, 2):
        cells = {key: row[place].strip() for key, place in places.items() if place is not None and place < len(row)}
        if any(cells.values()):
            entries.append(_entry(cells, f"{path}, line {number}"))
    return Knowledge(entries)


def _entry(cells: Mapping[str, str], where: str) -> Known:
    name = normalise(squeeze(cells.get("name", "")))
    if len(name) < SHORTEST:
        raise LexiconError(f"{where}: a name needs {SHORTEST} characters at least")
    return Known(name, _type(cells.get("type", ""), where), normalise(squeeze(cells.get("canonical", ""))) or name, _region(cells, where))


def _type(text: str, where: str) -> str:
    kinds = {kind.name: kind for kind in ontology.load().types.values() if not kind.hidden}
    found = next((kind.name for kind in kinds.values() if text.upper() == kind.name or text == kind.zh), None)
    if found is None:
        raise LexiconError(f"{where}: no such type: {text or '(none)'}; there are {', '.join(kinds)}")
    return found


def _region(cells: Mapping[str, str], where: str) -> str:
    text = squeeze(cells.get("region", ""))
    gazetteer = regions.load()
    if not text or text in gazetteer.by_code:
        return text
    chain = gazetteer.chain(text, 0)
    if chain is None or chain.end < len(text) or len(chain.regions) != 1:
        reason = "several regions are called so" if chain is not None and len(chain.regions) > 1 else "no such region"
        raise LexiconError(f"{where}: {reason}: {text}; write its code or its province in front")
    return chain.regions[0].code
