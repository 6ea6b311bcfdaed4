"""Which files there are, and what each document is called."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from graphkit.records import Skipped


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read: `name` is its path as the user knows it (below the folder that was named), `id` the document's id.

    `suffix` is the ending in lower case that tells the format.
    """

    path: Path
    name: str
    id: str = ""
    suffix: str = ""


def find(inputs: Iterable[Path], suffixes: Collection[str], advice: Mapping[str, str]) -> Iterator[Input | Skipped]:
    """The readable files below the inputs, each once, sorted by id; and what is passed over.

    A document is called as its file without the ending; where two would clash, both are called by their relative path.
    `advice` says by ending what to do with a file that is not read.
    """
    found: dict[Path, Input] = {}
    skipped: list[Skipped] = []
    for item in inputs:
        for source in _walk(item):
            if isinstance(source, Skipped):
                skipped.append(source)
            elif source.suffix in suffixes:
                found.setdefault(source.path.resolve(), source)
            else:
                skipped.append(Skipped(source.name, unreadable(source.suffix, advice)))
    yield from sorted(set(skipped), key=lambda skip: (skip.path, skip.reason))
    yield from sorted(_named(found), key=lambda source: source.id)


def unreadable(suffix: str, advice: Mapping[str, str]) -> str:
    """What to say of a file with an ending that no reader takes."""
    return advice.get(suffix, f"a format that graphkit does not read ({suffix or 'no ending'})")


def _walk(item: Path) -> Iterator[Input | Skipped]:
    if not os.path.lexists(item):
        yield Skipped(str(item), "no such file or folder")
    elif item.is_dir():
        for folder, folders, names in os.walk(item):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = Path(folder, name)
                if not name.startswith("."):
                    yield _file(path, path.relative_to(item).as_posix())
    else:
        yield _file(item, item.name)


def _file(path: Path, name: str) -> Input | Skipped:
    try:
        regular = path.is_file()
    except OSError as error:  # a link that leads to itself
        return Skipped(name, error.strerror or str(error))
    return Input(path, name, suffix=path.suffix.lower()) if regular else Skipped(name, "not a regular file")


def _named(found: Mapping[Path, Input]) -> Iterator[Input]:
    """Each source, told by where it really is, with its document's id: the first of three ways to call it that no other source shares."""
    top = os.path.commonpath([real.parent for real in found]) if found else ""
    ways = [
        (source.path.stem, str(PurePosixPath(source.name).with_suffix("")), real.relative_to(top).as_posix())
        for real, source in found.items()
    ]
    taken = [Counter(names) for names in zip(*ways, strict=True)]
    for source, names in zip(found.values(), ways, strict=True):
        unique = (name for name, counts in zip(names, taken, strict=True) if counts[name] == 1)
        yield replace(source, id=next(unique))
