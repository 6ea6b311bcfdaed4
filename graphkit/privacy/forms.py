"""The forms under which a person appears, and where they stand in a text however it is spelled and spaced."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

from graphkit import lexicon, regions
from graphkit.components import people
from graphkit.text import normalise, squeeze

SHORTEST = 2  # characters of a form that is looked for; one of a single character would be found in every sentence
LONGEST = 4  # characters of a name of the Han with a compound surname
_HAN = "[\u3400-\u9fff·\U00020000-\U0002fa1f]"
_GAP = re.compile(f"(?<={_HAN})[^\\S\n]+(?={_HAN})")
Found = tuple[int, int, str]


def forms(name: str) -> frozenset[str]:
    """What a name may be written as: itself, without spaces, and each part of one with dots (阿依努尔·吐逊)."""
    plain = normalise(name).strip()
    whole = squeeze(plain)
    parts = whole.split("·") if "·" in whole else []
    return frozenset(form for form in (plain, whole, *parts) if len(form) >= SHORTEST)


def authors(byline: str) -> frozenset[str]:
    """The names of a byline: （本报记者 张三 通讯员 李四）."""
    parts = re.split(f"{'|'.join(lexicon.read_yaml('people.yml')['roles'])}|[^\u3400-\u9fff·]+", normalise(byline))
    return frozenset(part for part in parts if SHORTEST <= len(part) <= LONGEST or "·" in part)


def surname(form: str) -> str:
    """The surname that a form begins with; empty where there is none."""
    return next((form[:length] for length in (2, 1) if form[:length] in lexicon.surnames()), "")


@lru_cache
def address() -> re.Pattern[str]:
    """What stands behind a surname alone: 师傅, 某某."""
    return re.compile("|".join(lexicon.read_yaml("people.yml")["address"]))


@lru_cache
def _familiar() -> frozenset[str]:
    return frozenset(lexicon.read_yaml("people.yml")["familiar"])


@lru_cache
def _place_ends() -> tuple[str, ...]:
    return tuple(lexicon.read_yaml("people.yml")["place"])


@lru_cache(maxsize=65536)
def is_name(form: str) -> bool:
    """Whether a form tells who is meant beyond its article: no place's name, no word, not 老杜, 王某 or 李师傅."""
    places = regions.load()
    called = address().fullmatch(form.removeprefix(surname(form))) or address().fullmatch(form)
    familiar = form[0] in _familiar() and form[1:] in lexicon.surnames()
    place = form in places.names or form in places.words or (len(form) == 3 and form.endswith(_place_ends()))
    return people.is_name(form) and not (place or called or familiar)


class Finder:
    """Finds forms in texts, overlapping ones too."""

    def __init__(self, forms: Iterable[str]):
        self.forms = frozenset(forms)
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.forms:
            lengths[form[:SHORTEST]].add(len(form))
        self._lengths = {start: sorted(known) for start, known in lengths.items()}
        first = "".join(sorted({start[0] for start in lengths}))
        self._first = re.compile(f"[{re.escape(first)}]") if first else re.compile("(?!)")

    def find(self, text: str) -> Iterator[Found]:
        """Where forms start and end in a text, however it is spelled (張三) or spaced (张 三)."""
        plain, offset = _compact(normalise(text))
        for start, end in self._spans(plain):
            yield offset(start), offset(end - 1) + 1, plain[start:end]

    def holds(self, name: str) -> bool:
        """Whether a form stands in a name that is normalised already."""
        return any(self._spans(name))

    def _spans(self, plain: str) -> Iterator[tuple[int, int]]:
        for match in self._first.finditer(plain):
            start = match.start()
            for length in self._lengths.get(plain[start : start + SHORTEST], ()):
                if plain[start : start + length] in self.forms:
                    yield start, start + length


def _compact(text: str) -> tuple[str, Callable[[int], int]]:
    """The text without the spaces between characters of a line, and where its characters stand in the text."""
    removed = [match.span() for match in _GAP.finditer(text)]
    if not removed:
        return text, lambda offset: offset
    places, shifts = [0], [0]
    for start, end in removed:
        places.append(start - shifts[-1])
        shifts.append(shifts[-1] + end - start)
    return _GAP.sub("", text), lambda offset: offset + shifts[bisect_right(places, offset) - 1]
