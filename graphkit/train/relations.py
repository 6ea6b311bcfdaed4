"""The classifier of relations: logistic regressions over our own annotated articles, by AdaGrad (Duchi et al. 2011).

The chance from which a relation is claimed is the one with the best F1 in cross-validation over articles.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np

from graphkit import standoff
from graphkit.components.found import Found
from graphkit.components.relations import candidates, claims, features
from graphkit.components.relations.candidates import Places
from graphkit.components.relations.classifier import RANKED, Model, Weights, chance, told_by
from graphkit.components.relations.context import Context
from graphkit.models import seal
from graphkit.records import Article, SourceText
from graphkit.segment import segment
from graphkit.text import normalise

EPOCHS, RATE, FOLDS = 6, 0.15, 4
THRESHOLDS = [number / 20 for number in range(3, 16)]
Key = tuple[object, ...]


class Example(NamedTuple):
    """A candidate: its article, its features, whether it holds, what it says, and which candidates exclude each other."""

    article: str
    features: list[int]
    holds: bool
    key: Key
    group: Key


class Score(NamedTuple):
    """How well a relation is told in cross-validation, at its best threshold."""

    threshold: float
    precision: float
    recall: float
    f1: float


@dataclass
class Examples:
    """The candidates of each relation, and how many relations the annotators saw."""

    rows: dict[str, list[Example]] = field(default_factory=lambda: {relation: [] for relation in sorted(RANKED)})
    wanted: "Counter[str]" = field(default_factory=Counter)


def train(articles: Path, output: Path) -> dict[str, Score]:
    """Train on a folder of annotated articles, write the model's folder, and return the scores of cross-validation."""
    gathered = gather(standoff.read_folder(articles))
    stored: dict[str, object] = {}
    scores: dict[str, Score] = {}
    for relation, rows in gathered.rows.items():
        scores[relation] = cross_validate(rows, gathered.wanted[relation], single=relation in {"FIGURE", "HOLDS"})
        weights = fit(rows)
        places = np.flatnonzero(np.abs(weights) > 0.01).astype(np.int32)
        stored |= {f"{relation}_places": places, f"{relation}_values": weights[places].astype(np.float16)}
        stored[f"{relation}_threshold"] = np.float64(scores[relation].threshold)
    output.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(output / "weights.npz", **stored)  # type: ignore[arg-type]
    seal(output)
    return scores


def fitted(annotated: Iterable[standoff.Annotated], thresholds: Mapping[str, float]) -> Model:
    """The classifier that some articles give, with thresholds that are known already."""
    return Model({relation: fit(rows) for relation, rows in gather(annotated).rows.items()}, thresholds)


def gather(annotated: Iterable[standoff.Annotated]) -> Examples:
    """The candidates of annotated articles; what an annotator could count or not is left out."""
    found = Examples()
    for document in annotated:
        gold = {_key(relation): relation.optional for relation in document.relations}
        found.wanted.update(str(key[0]) for key, optional in gold.items() if not optional)
        for article in segment(SourceText(document.id, document.id, document.text)):
            for relation, example in _examples(document, article, gold):
                found.rows[relation].append(example)
    return found


def _key(relation: standoff.Relation) -> Key:
    ends = relation.type, relation.head.id, relation.tail.id
    if relation.type == "HOLDS":
        return (*ends, relation.title)
    return (*ends, float(relation.value)) if relation.value is not None else ends


def _examples(document: standoff.Annotated, article: Article, gold: dict[Key, bool]) -> Iterator[tuple[str, Example]]:
    entities = _items(document, article)
    context = Context.build(normalise(article.text), sorted(entities))
    who = [entities.get(item) for item in context.items]
    places = Places(context)
    told = told_by(claims(context))
    for pair in candidates.pairs(places):
        head, tail = who[pair.head], who[pair.tail]
        if head is None or tail is None or head.id == tail.id:
            continue
        key: Key = (pair.type, head.id, tail.id)
        if pair.type == "PARTNERS" and key not in gold:
            key = (pair.type, tail.id, head.id)
        if not gold.get(key):
            yield pair.type, Example(document.id, features.hashed(features.of_pair(places, pair, told)), key in gold, key, key)
    yield from (("HOLDS", example) for example in _posts(document, who, places, told, gold))
    of_regions = {(key[2], key[3]): key for key in gold if key[0] == "FIGURE" and _is_region(document, key[1])}
    for number, options in enumerate(candidates.figures(places)):
        for option in options:
            head, tail = who[option.head], who[option.tail]
            if tail is None:
                continue
            key = ("FIGURE", head.id if head else "", tail.id, float(option.amount.value))
            if head is None:  # 全省 speaks for a region
                key = of_regions.get((key[2], key[3]), key)
            if not gold.get(key):
                row = features.hashed(features.of_figure(places, option, told))
                yield "FIGURE", Example(document.id, row, key in gold, key, (document.id, article.number, number))


def _posts(
    document: standoff.Annotated, who: Sequence[standoff.Entity | None], places: Places, told: features.Told, gold: dict[Key, bool]
) -> Iterator[Example]:
    """The candidates of posts; 省长 and the like are held in the region that the annotator names."""
    of_regions = {(key[1], key[3]): key for key in gold if key[0] == "HOLDS" and _is_region(document, key[2])}
    for options in candidates.posts(places):
        for option in options:
            person, body = who[option.person], who[option.body]
            if person is None:
                continue
            title = places.context.text[option.title.start : option.title.end]
            key: Key = ("HOLDS", person.id, body.id if body else "", title)
            if body is None:
                key = of_regions.get((person.id, title), key)
            if not gold.get(key):
                row = features.hashed(features.of_post(places, option, told))
                yield Example(
                    document.id, row, key in gold, key, (document.id, places.context.text[:20], option.title.start, option.person)
                )


def _is_region(document: standoff.Annotated, identifier: object) -> bool:
    return any(entity.id == identifier and entity.type == "REGION" for entity in document.entities)


def _items(document: standoff.Annotated, article: Article) -> dict[Found, standoff.Entity]:
    """The annotated mentions at their places in the repaired text."""
    place = {piece.source + offset: piece.start + offset for piece in article.pieces for offset in range(piece.length)}
    found = {}
    for start, end, entity in document.spans():
        if start in place and end - 1 in place and place[start] <= place[end - 1]:
            found[Found(place[start], place[end - 1] + 1, entity.type, "model")] = entity
    return found


def fit(rows: Sequence[Example], seed: int = 0) -> Weights:
    """The weights of a logistic regression over hashed features."""
    weights: Weights = np.zeros(features.SIZE, dtype=np.float32)
    squares = np.full(features.SIZE, 0.01, dtype=np.float32)
    order = list(range(len(rows)))
    shuffle = random.Random(seed).shuffle
    for _ in range(EPOCHS):
        shuffle(order)
        for number in order:
            row = rows[number]
            slope = chance(weights, row.features) - row.holds
            squares[row.features] += slope * slope
            weights[row.features] -= RATE * slope / np.sqrt(squares[row.features])
    return weights


def cross_validate(rows: Sequence[Example], wanted: int, *, single: bool) -> Score:
    """The best threshold and its scores, each article judged by weights of the others; `single`: one candidate of a group at most."""
    articles = sorted({row.article for row in rows})
    random.Random(1).shuffle(articles)
    fold = {article: number % FOLDS for number, article in enumerate(articles)}
    judged: list[tuple[float, Example]] = []
    for number in range(FOLDS):
        weights = fit([row for row in rows if fold[row.article] != number])
        judged += [(chance(weights, row.features), row) for row in rows if fold[row.article] == number]
    if single:
        best: dict[Key, tuple[float, Example]] = {}
        for likely, row in judged:
            if row.group not in best or likely > best[row.group][0]:
                best[row.group] = likely, row
        judged = list(best.values())
    return max((_scored(judged, threshold, wanted) for threshold in THRESHOLDS), key=lambda score: score.f1)


def _scored(judged: Iterable[tuple[float, Example]], threshold: float, wanted: int) -> Score:
    found = {(row.article, row.key): row.holds for likely, row in judged if likely >= threshold}
    right = sum(found.values())
    precision, recall = right / max(len(found), 1), right / max(wanted, 1)
    return Score(threshold, precision, recall, 2 * precision * recall / max(precision + recall, 1e-9))
