"""How sure facts are: what found the relation weighed with what found and completed its names."""

from dataclasses import replace

import pytest

from graphkit.records import Fact, Resolved
from graphkit.resolve import article, confidence
from tests import factory

TEXT = "[陕西省总工会|UNION:grammar]印发[《关于做好送温暖工作的通知》|DOC:title marks]。"


def resolved(text: str = TEXT) -> Resolved:
    return article.resolve(factory.annotation(text))


def told(found: Resolved, relation: str) -> tuple[Fact, dict[str, float]]:
    return next((fact, dict(signs)) for fact, signs in confidence.told(found) if fact.type == relation)


def test_the_signs_tell_rule_ends_and_context() -> None:
    fact, signs = told(resolved(), "ISSUED")
    assert signs[f"ISSUED by {fact.rule}"] == 1.0
    assert signs["head UNION by grammar"] == signs["tail DOC by title marks"] == 1.0
    assert signs["UNION: full name"] == 1.0
    assert signs["head 1 times"] == 1.0
    assert signs["ISSUED, context: "] == 1.0
    _, place = told(resolved(), "LOCATED_IN")
    assert place["LOCATED_IN, context: tail"] == 1.0
    assert place["tail REGION by context"] == 1.0


def test_a_reason_counts_without_the_name_that_it_names() -> None:
    _, signs = told(resolved("[陕西省总工会|UNION:grammar]召开会议。[省总|UNION:short]印发[《关于做好送温暖工作的通知》|DOC:title marks]。"), "ISSUED")
    assert not any("陕西" in sign for sign in signs)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_a_rule_beyond_doubt_has_finite_odds(sure: float) -> None:
    found = resolved()
    facts = tuple(replace(fact, confidence=sure) for fact in found.facts)
    assert all(0 < confidence.chance(confidence.load(), signs) < 1 for _, signs in confidence.told(replace(found, facts=facts)))


def test_what_is_more_likely_wrong_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    found = resolved()
    assert {fact.type for fact in found.facts} == {"ISSUED", "LOCATED_IN"}
    monkeypatch.setattr(confidence, "load", lambda: {"ISSUED": -9.0, "LOCATED_IN": 2.0})
    judged = confidence.judge(found)
    assert [(fact.type, fact.confidence) for fact in judged.facts] == [("LOCATED_IN", 0.8808)]


def test_the_trained_weights_are_surer_of_a_name_in_full_than_of_a_guess() -> None:
    weights = confidence.load()
    full, _ = (dict(signs) for _, signs in confidence.told(resolved()))
    guess = {sign.replace("by grammar", "by model"): value for sign, value in full.items()}
    assert confidence.chance(weights, iter(full.items())) > confidence.chance(weights, iter(guess.items()))
