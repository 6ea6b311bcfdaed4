"""Stage three: articles → mentions and relations, through the spaCy pipeline. spaCy objects do not leave this module."""

import json
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from graphkit import models
from graphkit.components import mentions, relations  # noqa: F401  registers the factories
from graphkit.components.relations.context import Claim, Context
from graphkit.records import Annotation, Article, Mention, RelationMention
from graphkit.text import normalise

MODEL = "zh_union_news"


@lru_cache
def load(path: Path | None = None, lexicon: Path | None = None) -> Language:
    """The trained pipeline with the rules behind it, and the names of the user's lexicon in them; loaded once."""
    folder = path or models.find(MODEL)
    models.verify(folder)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a pipeline of another spaCy patch version loads well; its scores are tested
        nlp = spacy.load(folder, exclude=["tagger"])
    nlp.add_pipe("graphkit_mentions", last=True, config={"lexicon": str(lexicon or "")})
    nlp.add_pipe("graphkit_relations", last=True)
    nlp.max_length = 10_000_000
    return nlp


def annotate(articles: Iterable[Article], nlp: Language) -> Iterator[Annotation]:
    """The annotations of the articles, in their order, streamed."""
    texts = ((normalise(article.text), article) for article in articles)
    for doc, article in nlp.pipe(texts, as_tuples=True, batch_size=16):
        yield annotation(doc, article)


def annotation(doc: Doc, article: Article) -> Annotation:
    """What the pipeline wrote onto a Doc as an Annotation."""
    context, claims = doc.user_data["graphkit"]
    return Annotation(article, tuple(_mentions(context, article)), tuple(map(_relation, claims)))


def _mentions(context: Context, article: Article) -> Iterator[Mention]:
    for item in context.items:
        surface = article.text[item.start : item.end]
        yield Mention(item.start, item.end, item.type, surface, item.source, item.source == "deictic")


def _relation(claim: Claim) -> RelationMention:
    return RelationMention(claim.type, claim.head, claim.tail, claim.start, claim.end, claim.rule, claim.confidence, claim.attributes)


def model_version(path: Path | None = None) -> str:
    """Name and version of the trained pipeline, from its meta.json."""
    meta = json.loads(((path or models.find(MODEL)) / "meta.json").read_text(encoding="utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
