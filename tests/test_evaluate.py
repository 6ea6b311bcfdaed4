"""Our scorer agrees with the one beside the gold files, on the gold and on many damaged copies of it."""

import copy
import importlib.util
import json
import random
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import GraphkitError
from graphkit.evaluate import LEVELS, Counts, evaluate, read_gold, report

COPIES = 100


def reference(shared: Path) -> Any:
    spec = importlib.util.spec_from_file_location("reference_score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def damaged(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A copy with entities, mentions and relations lost, renamed, retyped, doubled and their values changed."""
    found = copy.deepcopy(document)
    rate = chance.choice([0.05, 0.2, 0.5])
    for entity in found["entities"]:
        if chance.random() < rate:
            entity["name"] = chance.choice(
                [entity["name"][1:], "甘肃省" + entity["name"], entity["name"] + "活动", "第三届" + entity["name"]]
            )
        if chance.random() < rate:
            entity["type"] = chance.choice(["UNION", "ORG", "PROGRAM", "HONOR"])
        entity["mentions"] = [mention for mention in entity.get("mentions", []) if chance.random() > rate]
        entity.pop("optional", None)
        if chance.random() > 0.3:
            entity.pop("implied", None)
    gone = {entity["id"] for entity in found["entities"] if chance.random() < rate}
    found["entities"] = [entity for entity in found["entities"] if entity["id"] not in gone]
    relations = [r for r in found["relations"] if r["head"] not in gone and r["tail"] not in gone and chance.random() > rate]
    for relation in relations:
        relation.pop("optional", None)
        if chance.random() < rate:
            relation["head"], relation["tail"] = relation["tail"], relation["head"]
        if "title" in relation and chance.random() < rate:
            relation["title"] = chance.choice(["原" + relation["title"], relation["title"] + "(兼)", "主任"])
        if "value" in relation and chance.random() < rate:
            relation["value"] = chance.choice([relation["value"] * 1.0005, relation["value"] + 1, str(relation["value"]), True])
        if chance.random() < rate:
            relation["quote"] = "不在原文里"
    found["relations"] = relations + chance.sample(relations, min(5, len(relations)))
    return found


def theirs(
    module: Any, golds: list[dict[str, Any]], found: list[dict[str, Any]], texts: dict[str, str] | None
) -> dict[tuple[str, str], tuple[int, int, int]]:
    tally: Any = defaultdict(module.Counts)
    for gold, predicted in zip(golds, found, strict=True):
        text = module.squeeze(texts[gold["id"]]) if texts else None
        pairs = module.align(gold, predicted)
        module.score_mentions(gold, predicted, tally, [])
        module.score_entities(gold, predicted, pairs, tally, [])
        module.score_short_forms(gold, predicted, pairs, tally, [])
        module.score_relations(gold, predicted, pairs, tally, [], text)
    return {key: (counts.right, counts.wrong, counts.missed) for key, counts in tally.items()}


def ours(
    golds: list[dict[str, Any]], found: list[dict[str, Any]], texts: dict[str, str] | None
) -> dict[tuple[str, str], tuple[int, int, int]]:
    result = evaluate(golds, found, texts)
    return {(level, kind): (c.right, c.wrong, c.missed) for level in LEVELS for kind, c in result[level].items() if kind != "micro"}


@pytest.mark.parametrize("with_texts", [False, True])
def test_agrees_with_the_reference_scorer(shared: Path, with_texts: bool) -> None:
    module = reference(shared)
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "gold").glob("*.json"))]
    texts = {gold["id"]: (shared / "corpus" / f"{gold['id']}.txt").read_text(encoding="utf-8") for gold in golds} if with_texts else None
    assert ours(golds, golds, texts) == theirs(module, golds, golds, texts)
    for seed in range(COPIES):
        chance = random.Random(seed)
        found = [damaged(gold, chance) for gold in golds]
        assert ours(golds, found, texts) == theirs(module, golds, found, texts), seed


GOLD = {
    "id": "1",
    "entities": [
        {"id": "e1", "type": "UNION", "name": "陕西省总工会", "mentions": ["陕西省总工会", "省总"]},
        {"id": "e2", "type": "PERSON", "name": "黄明", "mentions": ["黄明"]},
    ],
    "relations": [{"type": "HOLDS", "head": "e2", "tail": "e1", "title": "主席", "quote": "主席黄明"}],
}


def test_gold_against_itself_is_perfect() -> None:
    result = evaluate([GOLD], [GOLD])
    assert all(result[level]["micro"].f1 == 1 for level in LEVELS)


def test_an_unanswered_document_is_all_missed() -> None:
    result = evaluate([GOLD], [])
    assert result["mentions"]["micro"] == Counts(0, 0, 3)
    assert result["relations"]["HOLDS"].f1 == 0
    assert "missed     3" in report(result)


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(GraphkitError, match="no gold files"):
        read_gold(tmp_path)
