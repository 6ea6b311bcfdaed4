"""What each part is worth: python benchmarks/ablation.py [DATA_DIR [STEPS]]

F1 of mentions and entities on the articles of models/evaluation: the pipeline whole, with the recogniser off, with the rules off. With the
folder of the public corpora the recogniser is trained anew for a few steps as it is, without vectors, and on characters in place of words,
each without rules, so that the three can be compared with each other.
"""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spacy.language import Language

sys.path.insert(0, str(Path(__file__).parents[1]))

from graphkit import annotate, extract, models, resolve
from graphkit.components import mentions
from graphkit.evaluate import evaluate, read_gold
from graphkit.read import documents
from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.train import ner

ROOT = Path(__file__).parents[1]
ARTICLES = ROOT / "models/training/articles"


def report(name: str, nlp: Language) -> None:
    """One line: mentions and entities on both halves together."""
    folders = [ROOT / "models/evaluation" / half for half in ("look", "scored")]
    gold = [document for folder in folders for document in read_gold(folder)]
    sources = [source for source in documents(folders) if isinstance(source, SourceText)]
    found = (
        extract.document(source, [resolve.resolve(annotation) for annotation in annotate.annotate(segment(source), nlp)])
        | {"id": source.id.split("/")[-1]}
        for source in sources
    )
    result = evaluate(gold, found)
    print(f"{name:32}" + "".join(f"{result[level]['micro'].f1:12.3f}" for level in ("mentions", "entities")), flush=True)


@contextmanager
def without_rules() -> Iterator[None]:
    """The rules of mentions find nothing."""
    kept = mentions.find
    mentions.find = lambda _text: iter(())
    try:
        yield
    finally:
        mentions.find = kept


def trained(data: Path, steps: int) -> None:
    """The three recognisers trained anew."""
    shipped = models.find(annotate.MODEL)
    segmenter, vectors = shipped / "tokenizer/pkuseg_model", shipped
    for name, characters, with_vectors in (("words and vectors", False, True), ("words", False, False), ("characters", True, False)):
        with tempfile.TemporaryDirectory() as folder:
            output = Path(folder, "model")
            ner.prepare(data, ARTICLES, segmenter, Path(folder), characters=characters)
            ner.train(Path(folder), vectors if with_vectors else None, segmenter, output, steps=steps, characters=characters)
            report(f"{name}, {steps} steps, no rules", annotate.load(output))


def main() -> None:
    """Print the table."""
    print(f"{'':32}{'mentions':>12}{'entities':>12}")
    nlp = annotate.load()
    report("whole", nlp)
    with nlp.select_pipes(disable=["tok2vec", "ner"]):
        report("recogniser off", nlp)
    with without_rules():
        report("rules off", nlp)
        if len(sys.argv) > 1:
            trained(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1500)


if __name__ == "__main__":
    main()
