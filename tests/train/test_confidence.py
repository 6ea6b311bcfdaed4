"""Training what a confidence is worth: the regression finds what matters, cross-validation tells what it is good for."""

import random
from pathlib import Path

from graphkit import standoff
from graphkit.resolve import confidence
from graphkit.train import confidence as trainer
from graphkit.train.confidence import Example

ROOT = Path(__file__).parents[2]


def examples(number: int) -> list[Example]:
    """Facts of which nine in ten are right with a good sign, three in ten without, whatever the other sign says."""
    chance = random.Random(3)
    made = []
    for place in range(number):
        good = chance.random() < 0.5
        signs = [("any", 1.0), *([("good", 1.0)] if good else []), *([("idle", 1.0)] if chance.random() < 0.5 else [])]
        made.append(Example(f"d{place % 20}", signs, chance.random() < (0.9 if good else 0.3)))
    return made


def test_the_chances_are_the_shares_of_right_ones() -> None:
    weights = trainer.fit(examples(3000))
    with_sign = confidence.chance(weights, iter([("any", 1.0), ("good", 1.0)]))
    without = confidence.chance(weights, iter([("any", 1.0)]))
    assert abs(with_sign - 0.9) < 0.04
    assert abs(without - 0.3) < 0.04
    assert abs(weights["idle"]) < 0.25


def test_cross_validation_measures_the_distance_from_the_truth() -> None:
    score = trainer.cross_validate(examples(2000))
    assert score.facts == 2000
    assert abs(score.precision - 0.6) < 0.05
    assert abs(score.brier - (0.9 * 0.1 + 0.3 * 0.7) / 2) < 0.02


def test_each_half_is_read_by_a_classifier_that_has_not_seen_it() -> None:
    documents = list(standoff.read_folder(ROOT / "models/training/articles"))
    few = [document for document in documents if document.id[0] in "ae"][:80]
    unseen = [document.id for document in few if document.id[0] == "e"][:4]
    chosen = [document for document in few if document.id[0] == "a"][:40] + [document for document in few if document.id in unseen]
    found = list(trainer.gather(chosen, "e"))
    assert {example.document for example in found} <= set(unseen)
    assert {example.right for example in found} == {True, False}
    assert all(dict(example.signs)["any"] == 1.0 for example in found)
