"""The lines are checked by FollowTheMoney's own package."""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graphkit import export
from graphkit.export.ftm import entities
from tests.conftest import missing
from tests.export.conftest import FORMULA, HOSTILE


@pytest.fixture(scope="module")
def model() -> Any:
    try:
        from followthemoney import model as found
    except ImportError:
        missing("the package followthemoney: make .venv/ftm")
    return found


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def check(found: list[dict[str, Any]], model: Any) -> None:
    """Every entity is of a schema that can be made, with values that its package keeps as they are, and leads to entities of its kind."""
    schemata = {}
    for entity in found:
        schema = model.get(entity["schema"])
        assert schema is not None
        assert not schema.abstract
        schema.validate(entity)
        schemata[entity["id"]] = schema
        proxy = model.get_proxy(entity, cleaned=False)
        assert proxy.id == entity["id"]
        for name, values in entity["properties"].items():
            kept = proxy.get(name)
            assert len(kept) == len(set(values)), (entity["schema"], name, values, kept)
    assert len(schemata) == len(found)
    for entity in found:
        for name, values in entity["properties"].items():
            prop = model.get(entity["schema"]).get(name)
            if prop.type.name == "entity":
                assert all(schemata[value].is_a(prop.range) for value in values), (entity["schema"], name)


def test_the_package_takes_every_line(written: Callable[[str], Path], model: Any) -> None:
    check(lines(written("ftm")), model)


def test_the_package_takes_every_line_of_the_sample(sample_table: export.Table, model: Any) -> None:
    check(list(entities(sample_table)), model)


def by_id(path: Path) -> dict[str, dict[str, Any]]:
    return {entity["id"]: entity for entity in lines(path)}


def test_a_post_is_a_position_and_an_occupancy(written: Callable[[str], Path]) -> None:
    found = by_id(written("ftm"))
    occupancy = found["f1"]
    assert occupancy["schema"] == "Occupancy"
    assert occupancy["properties"]["holder"] == ["p1"]
    assert occupancy["properties"]["date"] == ["2014-01-02", "2015-03-04"]
    position = found[occupancy["properties"]["post"][0]]
    assert position["schema"] == "Position"
    assert position["properties"]["name"] == ["陕西省总工会主席"]
    assert position["properties"]["organization"] == ["u1"]
    assert found[found["fc"]["properties"]["post"][0]]["properties"]["subnationalArea"] == ["陕西省"]


@pytest.mark.parametrize(
    ("key", "schema", "ends"),
    [
        ("f3", "ProjectParticipant", {"participant": "u1", "project": "g1"}),
        ("f4", "UnknownLink", {"subject": "u1", "object": "g1", "role": "数据", "summary": "1500000 CNY spent"}),
        ("f6", "UnknownLink", {"subject": "u1", "object": "r1", "role": "位于"}),
        ("f7", "UnknownLink", {"subject": "g1", "object": "g2", "role": "隶属"}),
        ("f8", "Membership", {"member": "o1", "organization": "u1", "role": "隶属"}),
        ("f9", "UnknownLink", {"subject": "p1", "object": "h1", "role": "获得"}),
        ("fa", "Documentation", {"entity": "o1", "document": "d1", "role": "印发"}),
        ("fb", "UnknownLink", {"subject": "u1", "object": "p1", "role": "帮扶"}),
    ],
)
def test_relations_have_their_schemata(key: str, schema: str, ends: dict[str, str], written: Callable[[str], Path]) -> None:
    entity = by_id(written("ftm"))[key]
    assert entity["schema"] == schema
    assert {name: entity["properties"][name] for name in ends} == {name: [value] for name, value in ends.items()}


def test_entities_have_their_schemata(written: Callable[[str], Path]) -> None:
    found = by_id(written("ftm"))
    assert {name: found[name]["schema"] for name in ("u1", "p1", "o1", "r1", "g1", "h1", "d1")} == {
        "u1": "Organization",
        "p1": "Person",
        "o1": "PublicBody",
        "r1": "Address",
        "g1": "Project",
        "h1": "Event",
        "d1": "Document",
    }
    assert found["p1"]["properties"]["name"] == [FORMULA]
    assert found["u1"]["properties"]["weakAlias"] == ["省总", "甲;乙"]
    assert found["u1"]["properties"]["addressEntity"] == ["r1"]
    assert HOSTILE in {name for entity in found.values() for name in entity["properties"].get("name", ())}


def test_articles_are_the_proof(written: Callable[[str], Path]) -> None:
    found = by_id(written("ftm"))
    proofs = [found[key] for key in found["f1"]["properties"]["proof"]]
    assert [proof["schema"] for proof in proofs] == ["Article", "Article"]
    assert proofs[0]["properties"] == {"title": ["题"], "publishedAt": ["2014-01-02"], "publisher": ["示例报"], "fileName": ["t.txt"]}
    assert found["f1"]["properties"]["description"] == ["原文。", HOSTILE]


def test_a_post_that_two_hold_is_one_position(table: export.Table) -> None:
    counts = Counter(entity["id"] for entity in entities(table))
    assert set(counts.values()) == {1}
