"""The model of junctions: how likely one character follows others, counted on the raw corpora.

It tells whether the beginning of one line goes on where another line was cut (困难职 | 工一千名). Counts of frequent bigrams,
trigrams and paragraph beginnings, nothing else; no stretch of text longer than three characters is kept.
"""

import gzip
import itertools
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import srsly

from graphkit.models import seal
from graphkit.text import normalise
from graphkit.train.vectors import raw_texts

_DIGITS = re.compile("[0-9]")
_SPACES = re.compile(r"\s+")


def normal(text: str) -> str:
    """The text as the counts know it: model width, digits alike, no white space."""
    return _DIGITS.sub("0", _SPACES.sub("", normalise(text)))


def count(texts: Iterable[str], *, least: int = 20) -> dict[str, dict[str, int]]:
    """Counts of characters, bigrams, trigrams and paragraph beginnings that occur at least so often."""
    grams: Counter[str] = Counter()
    starts: Counter[str] = Counter()
    for text in texts:
        line = normal(text)
        if len(line) > 3:
            starts.update((line[:1], line[:2]))
            grams.update(line)
            grams.update(map("".join, itertools.pairwise(line)))
            grams.update(map("".join, zip(line, line[1:], line[2:], strict=False)))
    return {
        "grams": {gram: number for gram, number in sorted(grams.items()) if number >= least},
        "starts": {gram: number for gram, number in sorted(starts.items()) if number >= least},
    }


def train(data: Path, output: Path, *, least: int = 20) -> int:
    """Count on the corpora below `data` and write the model; returns its number of entries."""
    counts = count(raw_texts(data), least=least)
    output.parent.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(output, "wb", mtime=0) as file:
        file.write(srsly.msgpack_dumps(counts))
    seal(output.parent)
    return sum(map(len, counts.values()))
