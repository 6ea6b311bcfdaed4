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
    text = "[远山集团|ORG]召开大会。[集团工会|UNION:short]印发[《关于做好送温暖工作的通知》|DOC:title marks]。"
    _, signs = told(resolved(text), "ISSUED")
    assert signs["UNION: of …, named in the article"] == 1.0
    assert not any("远山" in sign for sign in signs)


@pytest.mark.parametrize("sure", [0.0, 1.0])
def test_a_rule_beyond_doubt_has_finite_odds(sure: float) -> None:
    found = resolved()
    facts = tuple(replace(fact, confidence=sure) for fact in found.facts)
    assert all(0 < confidence.chance(confidence.load(), signs) < 1 for _, signs in confidence.told(replace(found, facts=facts)))


def test_what_is_too_doubtful_is_left_out_but_for_what_names_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    found = resolved()
    assert {fact.type for fact in found.facts} == {"ISSUED", "LOCATED_IN"}
    monkeypatch.setattr(confidence, "load", lambda: {"ISSUED": -9.0, "LOCATED_IN": -2.0})
    assert [(fact.type, fact.confidence) for fact in confidence.judge(found).facts] == [("LOCATED_IN", 0.1192)]
    monkeypatch.setattr(confidence, "load", lambda: {"ISSUED": 2.0})
    assert [(fact.type, fact.confidence) for fact in confidence.judge(found).facts] == [("ISSUED", 0.8808), ("LOCATED_IN", 0.5)]


def test_the_trained_weights_trust_the_grammar_of_a_name_more_than_the_recogniser() -> None:
    weights = confidence.load()
    assert weights["LOCATED_IN head by grammar"] > weights["LOCATED_IN head by model"]
