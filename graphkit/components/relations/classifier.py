"""The trained part of finding relations: a logistic regression for each ranked relation (`graphkit.train.relations`)."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from graphkit.components.relations import candidates, features
from graphkit.components.relations.candidates import PAIRS, Figure, Pair, Places, Post
from graphkit.components.relations.context import Claim, Context, words
from graphkit.components.relations.posts import said_beside
from graphkit.models import find, verify

MODEL = "zh_relations"
TOLD = 0.5  # the share of the threshold that is enough where a rule says the same; by cross-validation, where it matters little
RANKED = frozenset({*PAIRS, "FIGURE", "HOLDS"})
Weights = np.ndarray[tuple[int], np.dtype[np.float32]]


class Model(NamedTuple):
    """The weights of each relation and the chance from which it is claimed."""

    weights: Mapping[str, Weights]
    thresholds: Mapping[str, float]


@lru_cache
def load() -> Model:
    """The trained model."""
    folder = find(MODEL)
    verify(folder)
    with np.load(folder / "weights.npz") as stored:
        weights = {relation: _dense(stored[f"{relation}_places"], stored[f"{relation}_values"]) for relation in sorted(RANKED)}
        thresholds = {relation: float(stored[f"{relation}_threshold"]) for relation in sorted(RANKED)}
    return Model(weights, thresholds)


def _dense(places: "np.ndarray[tuple[int], np.dtype[np.int32]]", values: "np.ndarray[tuple[int], np.dtype[np.float16]]") -> Weights:
    dense: Weights = np.zeros(features.SIZE, dtype=np.float32)
    dense[places] = values
    return dense


def chance(weights: Weights, hashed: list[int]) -> float:
    """The chance that a candidate with these features is a relation."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, float(weights[hashed].sum())))))


def told_by(claims: Iterable[Claim]) -> features.Told:
    """The claims of the rules by relation, head and tail."""
    told: features.Told = defaultdict(list)
    for claim in claims:
        told[claim.type, claim.head, claim.tail].append(claim)
    return told


def decide(context: Context, claims: Iterable[Claim], model: Model) -> Iterator[Claim]:
    """The claims of the rules about relations that are not ranked or that no candidate covers, and the classifier's own claims."""
    claims = list(claims)
    told = told_by(claims)
    places = Places(context)
    weights, thresholds = model
    judged: set[tuple[str, int, int]] = set()
    for pair in candidates.pairs(places):
        judged.add((pair.type, pair.head, pair.tail))
        if (pair.type == "RUNS" and _takes_part(places, pair)) or (pair.type == "AWARDED" and _gives(places, pair)):
            continue
        likely = chance(weights[pair.type], features.hashed(features.of_pair(places, pair, told)))
        if likely >= (thresholds[pair.type] if (pair.type, pair.head, pair.tail) not in told else thresholds[pair.type] * TOLD):
            yield _claim(places, pair, likely, told)
    for options in candidates.figures(places):
        ranked = [(chance(weights["FIGURE"], features.hashed(features.of_figure(places, option, told))), option) for option in options]
        likely, best = max(ranked, key=lambda item: item[0])
        if likely >= thresholds["FIGURE"]:
            yield _figure(places, best, likely)
    for held in candidates.posts(places):
        ranked_posts = [(chance(weights["HOLDS"], features.hashed(features.of_post(places, post, told))), post) for post in held]
        likely, chosen = max(ranked_posts, key=lambda item: item[0])
        if likely >= thresholds["HOLDS"]:
            yield _post(places, chosen, likely, told)
    for claim in claims:
        if claim.type not in {"FIGURE", "HOLDS"} and (claim.type, claim.head, claim.tail) not in judged:
            yield claim


def _takes_part(places: Places, pair: Pair) -> bool:
    """Whether the body only takes part in the program, or hears of it."""
    items, text = places.context.items, places.context.text
    return bool(words("not_run").search(text[items[pair.head].end : items[pair.tail].start][-6:]))


def _gives(places: Places, pair: Pair) -> bool:
    """Whether somebody hands the honour to others, or visits those who have it: 向“十大工匠”颁奖, 看望“十大工匠”获得者."""
    items, text = places.context.items, places.context.text
    before, end = text[items[pair.head].end : items[pair.tail].start], items[pair.tail].end
    pairs = (("hand_over", "handed_over"), ("visit", "visited"))
    return any(words(verb).search(before) and words(behind).match(text, end) for verb, behind in pairs)


def _claim(places: Places, pair: Pair, likely: float, told: features.Told) -> Claim:
    start, end = _span(places, pair.head, pair.tail)
    rules = told.get((pair.type, pair.head, pair.tail))
    return Claim(pair.type, pair.head, pair.tail, start, end, rules[0].rule if rules else "classifier", round(likely, 2))


def _span(places: Places, head: int, tail: int) -> tuple[int, int]:
    """From one end to the other where both stand in one sentence, else the tail's sentence up to the tail."""
    first, last = sorted((places.context.items[head], places.context.items[tail]))
    if places.sentence[head] == places.sentence[tail]:
        return first.start, last.end
    item = places.context.items[tail]
    return places.context.sentence(item.start)[0], item.end


def _figure(places: Places, figure: Figure, likely: float) -> Claim:
    amount, program = figure.amount, places.context.items[figure.tail]
    start = min(amount.start, program.start) if places.sentence_of(amount.start) == places.sentence[figure.tail] else amount.start
    start = max(start, places.context.sentence(amount.start)[0])
    end = max(amount.end, program.end) if program.start < places.context.sentence(amount.start)[1] else amount.end
    attributes: dict[str, str | float] = {"value": amount.value, "unit": amount.unit}
    return Claim("FIGURE", figure.head, figure.tail, start, end, "amount", round(likely, 2), attributes)


def _post(places: Places, post: Post, likely: float, told: features.Told) -> Claim:
    """The claim of a post; what is said beside the title (原, 时任) as its status."""
    items, text, title = places.context.items, places.context.text, post.title
    person, body = items[post.person], items[post.body]
    inside = [(title.start, title.end), (person.start, person.end)]
    if places.sentence[post.body] == places.sentence[post.person]:
        inside.append((body.start, body.end))
    rules = told.get(("HOLDS", post.person, post.body))
    attributes = {"title": text[title.start : title.end]}
    if status := said_beside(text, min(title.start, body.start), title.start):
        attributes["status"] = status
    start, end = min(span[0] for span in inside), max(span[1] for span in inside)
    return Claim("HOLDS", post.person, post.body, start, end, rules[0].rule if rules else "classifier", round(likely, 2), attributes)
