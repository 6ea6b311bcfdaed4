from graphkit.identity import entity_id, relation_id


def test_ids_depend_on_identity_alone() -> None:
    assert entity_id("UNION", "610000|总工会") == entity_id("UNION", "610000|总工会")
    assert entity_id("UNION", "610000|总工会") != entity_id("ORG", "610000|总工会")
    assert entity_id("UNION", "610000|总工会")[0] == "u"


def test_another_title_is_another_relation() -> None:
    first = relation_id("HOLDS", "p1", "u1", {"title": "主席"})
    assert first == relation_id("HOLDS", "p1", "u1", {"title": "主席"})
    assert first != relation_id("HOLDS", "p1", "u1", {"title": "副主席"})
