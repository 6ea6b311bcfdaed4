from pathlib import Path

import pytest

from graphkit import ontology
from graphkit.errors import OntologyError

GOOD = """
types:
  UNION: {zh: 工会, en: Union, color: "#D55E00", shape: dot}
  PLACE: {zh: 地点, en: Place, color: "#888888", shape: hexagon}
relations:
  AT: {zh: 在, en: at, reverse: 有, color: "#888888", heads: [UNION], tails: [PLACE]}
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "ontology.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bundled_ontology_has_the_scheme_s_types_and_relations() -> None:
    known = ontology.load()
    assert list(known.types) == ["UNION", "ORG", "PERSON", "REGION", "PROGRAM", "HONOR", "DOC", "ARTICLE"]
    assert list(known.relations) == [
        "HOLDS",
        "RUNS",
        "PART_OF",
        "LOCATED_IN",
        "AWARDED",
        "ISSUED",
        "PARTNERS",
        "SUPPORTS",
        "FIGURE",
    ]
    assert known.types["ARTICLE"].hidden
    assert known.relations["PARTNERS"].symmetric
    assert len({kind.color for kind in known.types.values()}) == len(known.types)


def test_ends_are_checked() -> None:
    known = ontology.load()
    assert known.allows("HOLDS", "PERSON", "UNION")
    assert not known.allows("HOLDS", "UNION", "PERSON")
    assert not known.allows("LIKES", "PERSON", "UNION")


def test_relations_are_known_by_either_name() -> None:
    known = ontology.load()
    assert known.relation_named("任职") is known.relation_named("holds") is known.relations["HOLDS"]
    assert known.relation_named("喜欢") is None
    assert known.type_named("工会") is known.type_named("union") is known.types["UNION"]


def test_a_user_s_type_and_relation_are_read(tmp_path: Path) -> None:
    assert ontology.load(written(tmp_path, GOOD)).allows("AT", "UNION", "PLACE")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('color: "#D55E00"', "color: red", "UNION: color red"),
        ("shape: dot", "shape: blob", "UNION: shape blob"),
        ("zh: 工会, ", "", "UNION: the field zh"),
        ("tails: [PLACE]", "tails: [TOWN]", "AT: heads and tails must name node types; got TOWN"),
        ("heads: [UNION], ", "", "AT: heads and tails must name node types; got none"),
        ("relations:", "edges:", "no section relations"),
        ("types:", "types: [", "cannot be read"),
    ],
)
def test_what_does_not_hold_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in GOOD
    with pytest.raises(OntologyError, match=message.replace("[", r"\[")):
        ontology.load(written(tmp_path, GOOD.replace(old, new, 1)))
