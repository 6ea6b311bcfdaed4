"""The tagger and the named-entity recogniser: examples gathered, spaCy trained, the pipeline put together."""

import json
import logging
import random
import shutil
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import spacy
from spacy.lang.zh import ChineseTokenizer, Segmenter
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config
from spacy.vocab import Vocab

from graphkit import __version__
from graphkit.components.tokenizer import UnionTokenizer
from graphkit.errors import ModelError
from graphkit.models import seal
from graphkit.train import corpora, examples, renaming, segmenter
from graphkit.train.corpora import Labelled

CONFIG = Path(__file__).with_name("ner.cfg")
META = {
    "name": "union_news",
    "version": __version__,
    "description": "Chinese pipeline for trade-union news: pkuseg words, floret vectors, part-of-speech tags, seven types of names",
    "author": "the graphkit authors",
    "license": "see models/README.md",
}


def public_items(data: Path) -> Iterator[Labelled]:
    """The training part of the public corpora: People's Daily days 1 to 28, MSRA, UNER and résumés."""
    yield from corpora.days(corpora.read_people_daily(data / "ner/pd199801.jsonl.gz"), 1, 28)
    for name in ("msra_train", "uner_gsdsimp_train", "resume_train"):
        yield from corpora.read_spans(data / f"ner/{name}.jsonl.gz")


def held_out_items(data: Path) -> Iterator[Labelled]:
    """People's Daily, January 29 to 31."""
    return corpora.days(corpora.read_people_daily(data / "ner/pd199801.jsonl.gz"), 29, 31)


def docs_of(items: Iterable[Labelled], tokenizer: ChineseTokenizer, *, complete: bool = False) -> Iterator[Doc]:
    """The items as training Docs; `complete` where the corpus marks all seven types."""
    for item in items:
        if item.text.strip():
            doc = examples.make_doc(item, tokenizer, complete=complete)
            if item.tags:
                examples.tag(doc, item)
            yield doc


def prepare(
    data: Path, articles: Path, segmenter_model: Path, output: Path, *, copies: int = 10, limit: int = 0, characters: bool = False
) -> None:
    """Write `train.spacy` and `dev.spacy` into the folder `output`.

    Our own articles are repeated `copies` times, each time but the first under other names: they are a twentieth of the
    public text and all of the domain. `limit` caps the number of public items (0: all); `characters` makes each
    character a token.
    """
    words = examples.blank_tokenizer(segmenter_model, segmenter.user_dictionary())
    tokenizer = ChineseTokenizer(Vocab(), segmenter=Segmenter.char) if characters else words
    names, chance = renaming.read_names(data), random.Random(0)
    own = list(examples.own_articles(articles))
    repeated = (item if copy == 0 else renaming.renamed(item, names, chance) for copy in range(copies) for item in own)
    public = (
        item if item.tags or chance.random() < 0.5 else renaming.renamed(item, names, chance, places=False)
        for item in islice(public_items(data), limit or None)
    )
    examples.save(chain(docs_of(public, tokenizer), docs_of(repeated, tokenizer, complete=True)), output / "train.spacy")
    examples.save(docs_of(held_out_items(data), tokenizer), output / "dev.spacy")


def train(
    examples_folder: Path, vectors: Path | None, segmenter_model: Path, output: Path, *, steps: int = 10_000, characters: bool = False
) -> None:
    """Train tagger and recogniser and write the whole pipeline, small enough to ship, into the folder `output`.

    Without `vectors`, or with each of the `characters` a token, only for comparison.
    """
    (examples_folder / "checkpoints").mkdir(exist_ok=True)
    words = examples_folder / "words.txt"
    words.write_text("\n".join(segmenter.user_dictionary()), encoding="utf-8")
    paths = {"train": examples_folder / "train.spacy", "dev": examples_folder / "dev.spacy"}
    paths |= {"segmenter": segmenter_model, "words": words} | ({"vectors": vectors} if vectors else {})
    overrides: dict[str, object] = {f"paths.{key}": str(path) for key, path in paths.items()}
    overrides["components.tok2vec.model.embed.include_static_vectors"] = vectors is not None
    if characters:
        overrides["nlp.tokenizer.@tokenizers"] = "spacy.zh.ChineseTokenizer"
    logging.getLogger("spacy").setLevel(logging.INFO)
    config = load_config(CONFIG, overrides=overrides | {"training.max_steps": steps}, interpolate=False)
    train_loop(init_nlp(config), examples_folder / "checkpoints")
    nlp = spacy.load(examples_folder / "checkpoints" / "model-last")  # the averaged weights
    nlp.meta.update(META)
    if output.exists():
        shutil.rmtree(output)
    nlp.to_disk(output)
    _forget_words(nlp, output)
    if not characters:
        _shrink(nlp, output)
    seal(output)


def _forget_words(nlp: Language, output: Path) -> None:
    """Leave the corpora's words out of the stored vocabulary: vectors and features are looked up by hashes, labels alone by name."""
    labels = {label for name in nlp.pipe_names for label in getattr(nlp.get_pipe(name), "labels", ())}
    (output / "vocab/strings.json").write_text(json.dumps(sorted(labels), ensure_ascii=False, indent=1), encoding="utf-8")


def _shrink(nlp: Language, output: Path) -> None:
    """Store the segmenter's weights as the segmenter's own training does, in a tenth of the size."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, UnionTokenizer) or tokenizer.pkuseg_seg is None:
        raise ModelError("the trained pipeline has no segmenter")
    model = tokenizer.pkuseg_seg.model
    segmenter.save_weights(output / "tokenizer/pkuseg_model/weights.npz", model.n_tag, model.n_feature, model.w)
