"""The pkuseg segmenter: trained on People's Daily 1998, pruned by weight, stored small.

pkuseg is a linear-chain CRF over character and word features (Luo et al. 2019, PKUSEG: A Toolkit for Multi-Domain
Chinese Word Segmentation). Most of the features that it collects end with a weight near zero; `prune` leaves them out.
"""

import contextlib
import random
import shutil
import sys
import tempfile
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
import srsly

from graphkit import lexicon, regions
from graphkit.text import is_han
from graphkit.train import corpora
from graphkit.train.corpora import Labelled


class WordScores(NamedTuple):
    """Precision, recall and F1 of words, and the share of labelled names whose ends fall inside a word."""

    precision: float
    recall: float
    f1: float
    names_cut: float


def training_items(data: Path) -> tuple[list[Labelled], list[Labelled]]:
    """Training items (January 1 to 28 and February) and held-out items (January 29 to 31)."""
    january = list(corpora.read_people_daily(data / "ner/pd199801.jsonl.gz"))
    names, common = corpora.name_counts(data / "ner/pd199801.jsonl.gz")
    february = corpora.read_bracketed(data / "seg/pd199802_seg_bracket.txt.gz", names, common)
    return list(chain(corpora.days(january, 1, 28), february)), list(corpora.days(january, 29, 31))


def train(data: Path, output: Path, *, iterations: int = 6, min_count: int = 2, min_weight: float = 0.1, limit: int = 0) -> WordScores:
    """Train a segmenter from the corpora in `data` into the folder `output` and score it on the held-out days.

    Features seen fewer than `min_count` times or whose largest weight is below `min_weight` are left out; `limit` caps the
    number of training items (0: all of them).
    """
    items, held_out = training_items(data)
    with tempfile.TemporaryDirectory() as folder:
        train_file, test_file = Path(folder, "train.txt"), Path(folder, "test.txt")
        write_words(items[:limit] if limit else items, train_file)
        write_words(held_out, test_file)
        _run_pkuseg(train_file, test_file, Path(folder, "model"), iterations, min_count)
        output.mkdir(parents=True, exist_ok=True)
        for name in ("features.msgpack", "weights.npz"):
            shutil.copy(Path(folder, "model", name), output / name)
    prune(output, min_weight)
    return evaluate(output, held_out)


def write_words(items: Iterable[Labelled], path: Path) -> None:
    """One item a line, words parted by spaces: pkuseg's training format."""
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(" ".join("".join(word.split()) for word in item.words) + "\n" for item in items)


def _run_pkuseg(train_file: Path, test_file: Path, output: Path, iterations: int, min_count: int) -> None:
    import spacy_pkuseg
    from spacy_pkuseg.config import config

    random.seed(0)
    config.featureTrim = min_count - 1
    with contextlib.redirect_stdout(sys.stderr):
        spacy_pkuseg.train(str(train_file), str(test_file), str(output), train_iter=iterations)


def prune(model: Path, min_weight: float) -> None:
    """Leave out the features whose largest absolute weight is below `min_weight`; round the rest to half precision."""
    features = srsly.read_msgpack(model / "features.msgpack")
    stored = np.load(model / "weights.npz")
    tags, size = (int(number) for number in stored["sizes"])
    nodes, edges = stored["w"][: tags * size].reshape(size, tags), stored["w"][tags * size :]
    names = sorted(features["feature_to_idx"], key=features["feature_to_idx"].get)
    strong = np.abs(nodes).max(axis=1) >= min_weight
    strong[0] = True  # the start feature is looked up by its number
    kept = [name for name, keep in zip(names, strong, strict=True) if keep]
    features["feature_to_idx"] = {name: number for number, name in enumerate(kept)}
    features["unigram"] = sorted(set(features["unigram"]) & _words_in(kept))
    features["bigram"] = []  # only used while features are collected
    weights = np.concatenate([nodes[strong].reshape(-1), edges])
    srsly.write_msgpack(model / "features.msgpack", features)
    save_weights(model / "weights.npz", tags, len(kept), weights)


def save_weights(path: Path, tags: int, size: int, weights: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> None:
    """pkuseg's weight file, compressed; values of half precision in the double width that pkuseg reads."""
    np.savez_compressed(path, sizes=np.array([tags, size]), w=weights.astype(np.float16).astype(np.float64))


def _words_in(features: Iterable[str]) -> set[str]:
    """The words that some kept feature names: the only ones that pkuseg's dictionary features look up."""
    words: set[str] = set()
    for feature in features:
        kind, _, rest = feature.partition(".")
        if kind == "ww":
            words.update(rest[2:].split("*"))
        elif kind in {"w1", "w-1"}:
            words.add(rest)
    return words


def evaluate(model: Path, items: Iterable[Labelled]) -> WordScores:
    """Word scores of the segmenter in folder `model` on items that carry words and spans."""
    import spacy_pkuseg

    segmenter = spacy_pkuseg.pkuseg(str(model), user_dict=None)
    right = found = wanted = cut = names = 0
    for item in items:
        ours, theirs = _ends(segmenter.cut(item.text)), _ends(item.words)
        right, found, wanted = right + len(ours & theirs), found + len(ours), wanted + len(theirs)
        edges = {offset for word in ours for offset in word}
        spans = [(start, end) for start, end, label in item.spans if label != "TIME"]
        names += len(spans)
        cut += sum(1 for start, end in spans if start not in edges or end not in edges)
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    return WordScores(precision, recall, 2 * precision * recall / max(precision + recall, 1e-9), cut / max(names, 1))


def _ends(words: Iterable[str]) -> set[tuple[int, int]]:
    position, spans = 0, set()
    for word in words:
        spans.add((position, position + len(word)))
        position += len(word)
    return spans


def user_dictionary() -> list[str]:
    """The words that the segmenter never cuts: union words, posts, organs, honours, programs, divisions; from `graphkit/data`.

    Words of two characters are only those of `words.txt`: shorter ones are too often part of others.
    """
    tables = [lexicon.read_list("posts.txt"), lexicon.organs(), lexicon.honours(), lexicon.programs(), regions.load().formers]
    words = {word for table in tables for word in table if len(word) > 2 and all(map(is_han, word))}
    return sorted(words | set(lexicon.read_list("words.txt")))
