"""floret vectors over words (Boyd and Warmerdam 2022): small tables in which any word has a vector, known or not.

Trained on the transcripts of 新闻联播, the closest raw text that there is, with government work reports and other news.
"""

import multiprocessing
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import spacy
from spacy.training.initialize import convert_vectors

from graphkit.text import normalise
from graphkit.train import corpora
from graphkit.train.segmenter import user_dictionary


def raw_texts(data: Path) -> Iterator[str]:
    """The paragraphs of the raw corpora."""
    for item in corpora.read_jsonl(data / "raw/xwlb.jsonl.gz"):
        yield from str(item["text"]).splitlines()
    for item in corpora.read_jsonl(data / "raw/government_work_reports.jsonl.gz"):
        yield from str(item.get("text") or item.get("content") or "").splitlines()
    for name in ("msra_train", "cluener_train"):
        yield from (str(item["text"]) for item in corpora.read_jsonl(data / f"ner/{name}.jsonl.gz"))


_worker: dict[str, object] = {}


def _start(segmenter: Path, words: list[str]) -> None:
    import spacy_pkuseg

    seg = spacy_pkuseg.pkuseg(str(segmenter), user_dict=None)
    seg.preprocesser = spacy_pkuseg.Preprocesser(words)
    _worker["seg"] = seg


def _cut(text: str) -> str:
    from graphkit.components.tokenizer import recut

    wide = normalise(text)
    return " ".join(recut(_worker["seg"].cut(wide), wide))  # type: ignore[attr-defined]


def write_words(texts: Iterable[str], segmenter: Path, words: list[str], output: Path, *, processes: int = 2) -> None:
    """The texts cut into words by the segmenter with a user dictionary, one a line."""
    start = partial(_start, segmenter, words)
    with multiprocessing.Pool(processes, start) as pool, output.open("w", encoding="utf-8") as lines:
        for line in pool.imap(_cut, (text for text in texts if text.strip()), chunksize=256):
            lines.write(line + "\n")


def train(words: Path, output: Path, *, dimensions: int = 96, buckets: int = 50_000, epochs: int = 5, threads: int = 2) -> None:
    """Train floret vectors on a file of segmented lines; `output` is the table that `spacy init vectors --mode floret` reads."""
    import floret

    model = floret.train_unsupervised(
        str(words),
        model="cbow",
        mode="floret",
        hashCount=2,
        bucket=buckets,
        dim=dimensions,
        minn=1,
        maxn=3,
        minCount=5,
        epoch=epochs,
        thread=threads,
    )
    model.save_floret_vectors(str(output))


def make(data: Path, segmenter: Path, output: Path, *, limit: int = 0) -> None:
    """Vectors over the raw corpora below `data`, as the folder that spaCy's config names; `limit` caps the lines (0: all)."""
    with tempfile.TemporaryDirectory() as folder:
        words, table = Path(folder, "words.txt"), Path(folder, "vectors.floret")
        write_words(islice(raw_texts(data), limit or None), segmenter, user_dictionary(), words)
        train(words, table)
        nlp = spacy.blank("zh")
        convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
    nlp.to_disk(output)
