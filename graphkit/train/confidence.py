"""How sure facts are: a logistic regression over the facts that the whole pipeline finds in annotated articles.

Only articles that the recogniser was not trained on tell how often its names are wrong. The classifier of relations has seen them
all, so each half of them is read with a classifier that was trained without it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from graphkit import annotate, evaluate, extract, standoff
from graphkit.components import relations
from graphkit.components.relations.context import Context
from graphkit.models import seal
from graphkit.records import Annotation, Resolved, SourceText
from graphkit.resolve import article, confidence
from graphkit.segment import segment
from graphkit.text import normalise
from graphkit.train import relations as classifier

STEPS, RATE, SHRINKAGE = 300, 0.05, 3.0  # of Adam (Kingma and Ba 2015), and the weight of the squared weights
FOLDS = 4


class Example(NamedTuple):
    """A fact: its document, its signs, and whether it is right by the annotation."""

    document: str
    signs: list[tuple[str, float]]
    right: bool


class Score(NamedTuple):
    """Cross-validation: facts, the share of right ones, and the mean squared distance of chance and truth (Brier 1950)."""

    facts: int
    precision: float
    brier: float


def train(articles: Path, unseen: str, output: Path) -> Score:
    """Train on the articles whose id begins with a letter of `unseen`, write the model's folder, return cross-validation's score."""
    documents = list(standoff.read_folder(articles))
    examples = list(gather(documents, unseen))
    score = cross_validate(examples)
    weights = {sign: round(value, 4) for sign, value in sorted(fit(examples).items())}
    output.mkdir(parents=True, exist_ok=True)
    (output / "weights.json").write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    seal(output)
    return score


def gather(documents: Sequence[standoff.Annotated], unseen: str) -> Iterator[Example]:
    """The facts found in the unseen articles, each half of them by a classifier of relations that was trained without it."""
    new = [document for document in documents if document.id[0] in unseen]
    for half in (new[::2], new[1::2]):
        left_out = {document.id for document in half}
        others = (document for document in documents if document.id not in left_out)
        model = classifier.fitted(others, relations.classifier.load().thresholds)
        for document in half:
            yield from _examples(document, model)


def _examples(document: standoff.Annotated, model: relations.classifier.Model) -> Iterator[Example]:
    resolved = [article.resolve(annotation) for annotation in _annotations(document, model)]
    found = extract.document(SourceText(document.id, document.id, document.text), resolved)
    names = {entity["id"]: (entity["type"], entity["name"]) for entity in found["entities"]}
    surest = _surest(resolved)
    for relation, right in evaluate.verdicts(document.to_gold(), found):
        yield Example(document.id, surest[_told(relation["type"], names[relation["head"]], names[relation["tail"]], relation)], right)


def _annotations(document: standoff.Annotated, model: relations.classifier.Model) -> Iterator[Annotation]:
    """What the pipeline finds in an article with another classifier of relations."""
    nlp = annotate.load()
    with nlp.select_pipes(disable=["graphkit_relations"]):
        for part in segment(SourceText(document.id, document.id, document.text)):
            doc = nlp(normalise(part.text))
            context = Context.of(doc)
            doc.user_data["graphkit"] = context, relations.find(context, model)
            yield annotate.annotation(doc, part)


def _surest(resolved: Sequence[Resolved]) -> dict[tuple[object, ...], list[tuple[str, float]]]:
    """The signs of the surest evidence for each relation of a document, by what the relation says."""
    labels = extract.labels(resolved)
    best: dict[tuple[object, ...], tuple[float, list[tuple[str, float]]]] = {}
    for fact, signs in chain.from_iterable(map(confidence.told, resolved)):
        head, tail = ((name.type, labels[name.type, name.key]) for name in (fact.head, fact.tail))
        told = _told(fact.type, head, tail, fact.attributes)
        if told not in best or fact.confidence > best[told][0]:
            best[told] = fact.confidence, list(signs)
    return {told: signs for told, (_, signs) in best.items()}


def _told(kind: str, head: tuple[str, str], tail: tuple[str, str], attributes: Mapping[str, Any]) -> tuple[object, ...]:
    return kind, head, tail, *(attributes.get(name) for name in ("title", "value", "unit"))


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """The weight of each sign."""
    numbers: dict[str, int] = {}
    entries = [
        (row, numbers.setdefault(sign, len(numbers)), value) for row, example in enumerate(examples) for sign, value in example.signs
    ]
    rows, signs = (np.array([entry[place] for entry in entries], dtype=np.intp) for place in (0, 1))
    values = np.array([entry[2] for entry in entries])
    right = np.array([example.right for example in examples], dtype=float)
    weights, mean, square = np.zeros((3, len(numbers)))
    for step in range(1, STEPS + 1):
        sums = np.bincount(rows, weights=values * weights[signs], minlength=len(examples))
        off = 1 / (1 + np.exp(-sums)) - right
        slope = np.bincount(signs, weights=values * off[rows], minlength=len(numbers)) + SHRINKAGE * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
    return {sign: float(weights[number]) for sign, number in numbers.items()}


def cross_validate(examples: Sequence[Example]) -> Score:
    """How near the chances come to the truth, each document's told by weights of the others."""
    documents = sorted({example.document for example in examples})
    fold = {document: number % FOLDS for number, document in enumerate(documents)}
    errors: list[float] = []
    for number in range(FOLDS):
        weights = fit([example for example in examples if fold[example.document] != number])
        tested = (example for example in examples if fold[example.document] == number)
        errors += [(confidence.chance(weights, iter(example.signs)) - example.right) ** 2 for example in tested]
    return Score(len(examples), sum(example.right for example in examples) / len(examples), sum(errors) / len(errors))
