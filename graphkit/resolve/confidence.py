"""How sure a fact is: the chance that the relation and both its names are right.

A rule and the classifier of relations know only how sure the relation is where the names are right. A logistic regression weighs
that with what found each name, what completed it and how often the article has it (`graphkit.train.confidence`).
"""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from graphkit.models import find, verify
from graphkit.records import Fact, Mention, Name, Resolved

MODEL = "zh_confidence"
DOUBTFUL = 0.2  # what is less sure is left out: in cross-validation 0.2 and 0.25 gave the best F1
BY_NAME = "name"  # the rule of facts that a name itself tells: true where it is no annotator's wish to have them
SURE, UNSURE = 0.98, 0.02  # a rule that is surer than this is not surer for it
MANY, LONG = 3, 8  # mentions, and characters of a name, from which more make no difference
_NAMES = re.compile("[\u4e00-\u9fff][^,:()]*")  # what a reason names: of 远山集团, named in the article

Signs = Iterator[tuple[str, float]]


@lru_cache
def load() -> Mapping[str, float]:
    """The weight of each sign."""
    folder = find(MODEL)
    verify(folder)
    weights: dict[str, float] = json.loads((folder / "weights.json").read_text(encoding="utf-8"))
    return weights


def judge(resolved: Resolved) -> Resolved:
    """The article with each fact's confidence put right, without those read from sentences that are too doubtful."""
    weights = load()
    facts = (replace(fact, confidence=round(chance(weights, found), 4)) for fact, found in told(resolved))
    return replace(resolved, facts=tuple(fact for fact in facts if fact.rule == BY_NAME or fact.confidence >= DOUBTFUL))


def chance(weights: Mapping[str, float], found: Signs) -> float:
    """The chance that what has these signs is right."""
    return 1 / (1 + math.exp(-sum(weights.get(sign, 0.0) * value for sign, value in found)))


def told(resolved: Resolved) -> Iterator[tuple[Fact, Signs]]:
    """Each fact of an article with its signs."""
    pairs = list(zip(resolved.annotation.mentions, resolved.names, strict=True))
    mentions = {(mention.start, mention.end): mention for mention, _ in pairs}
    times = Counter((name.type, name.key) for mention, name in pairs if name is not None and not mention.deictic)
    for fact in resolved.facts:
        yield fact, signs(fact, mentions, times)


def signs(fact: Fact, mentions: Mapping[tuple[int, int], Mention], times: Mapping[tuple[str, str], int]) -> Signs:
    """What tells how sure a fact is: what found the relation and how sure it was, and of each end what found and completed the name,
    how often the article has it and how long it is."""
    sure = min(max(fact.confidence, UNSURE), SURE)
    odds = math.log(sure / (1 - sure))
    yield from ((sign, 1.0) for sign in ("any", fact.type, f"{fact.type} by {fact.rule}"))
    yield from ((sign, odds) for sign in ("odds", f"{fact.type} odds"))
    ends = (("head", fact.head, fact.head_span), ("tail", fact.tail, fact.tail_span))
    for end, name, span in ends:
        mention = mentions.get(span) if span is not None else None
        yield from ((sign, 1.0) for sign in _of_end(end, fact.type, name, mention, min(times[name.type, name.key], MANY)))
    context = " ".join(end for end, _, span in ends if span is None)
    yield f"{fact.type}, context: {context}", 1.0


def _of_end(end: str, relation: str, name: Name, mention: Mention | None, times: int) -> Iterator[str]:
    source = mention.source if mention is not None else "context"
    why = _NAMES.sub("…", name.reason)
    yield f"{end} {name.type} by {source}"
    yield f"{relation} {end} by {source}"
    yield f"{end}: {why}"
    yield f"{name.type}: {why}"
    yield f"{end} {times} times"
    yield f"{name.type} {times} times"
    if mention is not None:
        yield f"{name.type} {min(len(mention.surface), LONG)} characters"
