"""What our own articles promise: enough of them, no two sentences alike, nothing of the gold pages in them or in the word lists."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from graphkit import standoff
from graphkit.text import normalise, squeeze
from graphkit.train import examples

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "models/training/articles"
_SENTENCE = re.compile("[^。！？\n]+[。！？]")
RUN, SHARED = 4, 0.5
WANTED, SHORTEST = 3000, 12
GOLD_RUN = 12


def sentences() -> list[tuple[str, str]]:
    """The sentences of the training articles, columns joined again, that are long enough to compare, with their articles."""
    found = [(item.id, match.group()) for item in examples.own_articles(ARTICLES) for match in _SENTENCE.finditer(item.text)]
    return [(name, sentence) for name, sentence in found if len(squeeze(sentence)) >= SHORTEST]


def runs(text: str, size: int) -> set[str]:
    return {text[start : start + size] for start in range(len(text) - size + 1)}


def test_there_are_three_thousand_sentences_and_no_two_are_alike() -> None:
    told = sentences()
    assert len(told) >= WANTED
    grams = [runs(sentence, RUN) for _, sentence in told]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, own in enumerate(grams):
        for gram in own:
            holders[gram].append(number)
    alike = []
    for number, own in enumerate(grams):
        counts: dict[int, int] = defaultdict(int)
        for gram in own:
            for other in holders[gram]:
                if other > number:
                    counts[other] += 1
        alike += [(told[number], told[other]) for other, count in counts.items() if count > SHARED * min(len(own), len(grams[other]))]
    assert alike == []


@pytest.mark.parametrize("folder", ["models/training/articles", "models/evaluation/look", "models/evaluation/scored"])
def test_the_articles_are_annotated_whole(folder: str) -> None:
    articles = standoff.read_folder(ROOT / folder)
    assert len(list(articles)) == len(list((ROOT / folder).glob("*.txt")))


def ours() -> dict[str, str]:
    """Every text of ours that trains, measures, is bundled or looked up, in model width and without white space."""
    folders = ("models/training", "models/evaluation", "graphkit/data")
    paths = [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".txt", ".ann", ".yml", ".csv", ".md", ".html"}
    ]
    return {str(path.relative_to(ROOT)): squeeze(normalise(path.read_text(encoding="utf-8", errors="ignore"))) for path in paths}


def test_nothing_of_the_gold_pages_is_in_them(shared: Path) -> None:
    masked: set[str] = set()
    for path in sorted((shared / "gold").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        text = squeeze(normalise((shared / "corpus" / f"{document['id']}.txt").read_text(encoding="utf-8-sig")))
        names = {squeeze(normalise(name)) for entity in document["entities"] for name in entity.get("mentions", [])}
        for name in sorted(names, key=len, reverse=True):
            text = text.replace(name, "\0" * len(name))
        masked |= {run for run in runs(text, GOLD_RUN) if "\0" not in run}
    assert masked
    assert {name: sorted(shared_runs) for name, text in ours().items() if (shared_runs := masked & runs(text, GOLD_RUN))} == {}
