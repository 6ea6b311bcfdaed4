"""What the user knows and no model can: names with their types, from a CSV file (name, type, canonical, region)."""

import csv
import io
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
FAULTS = 10  # lines that an error tells of
SEPARATORS = (",", "\t", ";", "，")  # between cells: of Excel's two kinds of text, of a system with decimal commas, of a Chinese keyboard


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
        by_canonical = {entry.canonical: entry for entry in known}
        self.by_name: Mapping[str, Known] = by_canonical | {form: entry for entry in known for form in _forms(entry)}
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.by_name:
            lengths[form[:SHORTEST]].add(len(form))
        self._lengths = {start: sorted(known, reverse=True) for start, known in lengths.items()}

    def named(self, surface: str) -> Known:
        """The entry of a name that `find` found, as the text has it."""
        return self.by_name[normalise(surface)]

    def find(self, text: str) -> Iterator[tuple[int, int, Known]]:
        """Where known names start and end in a normalised text, the longest at each place, without overlaps."""
        position = 0
        while self._lengths and position < len(text) - 1:
            names = (text[position : position + length] for length in self._lengths.get(text[position : position + SHORTEST], ()))
            name = next((name for name in names if name in self.by_name), "")
            if name:
                yield position, position + len(name), self.by_name[name]
            position += len(name) or 1


def _forms(entry: Known) -> tuple[str, ...]:
    """A name, and the way in which papers space a person's name of two characters: 张 三."""
    spaced = [f"{entry.name[0]}{gap}{entry.name[1]}" for gap in (" ", "  ")] if entry.type == "PERSON" and len(entry.name) == 2 else []
    return (entry.name, *spaced)


@lru_cache
def read(path: Path | None) -> Knowledge:
    """The names of a CSV file in any Chinese encoding, its first line naming the columns; none for no file.

    Raises LexiconError for a file that cannot be read, and one that names every line with a type or region that does not
    exist, with a name too short, or at odds with an earlier line.
    """
    if path is None:
        return Knowledge()
    try:
        text = decode(path.read_bytes()).text
    except OSError as error:
        raise LexiconError(f"{path}: {error.strerror or error}") from None
    known: dict[str, Known] = {}
    faults = []
    for number, cells in _rows(path, text):
        try:
            entry = _entry(cells)
            if known.setdefault(entry.name, entry) != entry:
                raise LexiconError(f"{entry.name} stands for something else further up")
        except LexiconError as error:
            faults.append(f"line {number}: {error}")
    if faults:
        rest = f"; and {len(faults) - FAULTS} lines more" if len(faults) > FAULTS else ""
        raise LexiconError(f"{path}, {'; '.join(faults[:FAULTS])}{rest}")
    return Knowledge(known.values())


def _rows(path: Path, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows that hold anything, by the columns that the first line names, and the lines where they end."""
    head = text.split("\n", 1)[0]
    comma = next((mark for mark in SEPARATORS if mark in head), ",")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        places = {key: next((header.index(name) for name in names if name in header), None) for key, names in COLUMNS.items()}
        if places["name"] is None or places["type"] is None:
            raise LexiconError(f"{path}: the first line must name the columns: name,type,canonical,region")
        for row in rows:
            cells = {key: row[place].strip() for key, place in places.items() if place is not None and place < len(row)}
            if any(cells.values()):
                yield rows.line_num, cells
    except csv.Error as error:
        raise LexiconError(f"{path}, line {rows.line_num}: no CSV: {error}; mind the quotation marks") from None


def _entry(cells: Mapping[str, str]) -> Known:
    name = normalise(squeeze(cells.get("name", "")))
    if len(name) < SHORTEST:
        raise LexiconError(f"a name needs {SHORTEST} characters at least")
    return Known(name, _type(cells.get("type", "")), normalise(squeeze(cells.get("canonical", ""))) or name, _region(cells))


def _type(text: str) -> str:
    kinds = {kind.name: kind for kind in ontology.load().types.values() if not kind.hidden}
    found = next((kind.name for kind in kinds.values() if text.upper() == kind.name or text == kind.zh), None)
    if found is None:
        raise LexiconError(f"no such type: {text or '(none)'}; there are {', '.join(kinds)}")
    return found


def _region(cells: Mapping[str, str]) -> str:
    text = squeeze(cells.get("region", ""))
    gazetteer = regions.load()
    if not text or text in gazetteer.by_code:
        return text
    chain = gazetteer.chain(text, 0)
    if chain is None or chain.end < len(text) or len(chain.regions) != 1:
        reason = "several regions are called so" if chain is not None and len(chain.regions) > 1 else "no such region"
        raise LexiconError(f"{reason}: {text}; write its code or its province in front")
    return chain.regions[0].code
