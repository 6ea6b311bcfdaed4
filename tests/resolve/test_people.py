from graphkit.resolve import anchors


def test_a_shared_body_makes_one_person() -> None:
    found = anchors(
        [("a", "2014-01-01", frozenset({"x"})), ("b", "2015-01-01", frozenset({"x", "y"})), ("c", "2016-01-01", frozenset({"y"}))]
    )
    assert len(set(found.values())) == 1


def test_other_bodies_are_other_people_and_no_body_stands_alone() -> None:
    found = anchors(
        [("a", "2014", frozenset({"x"})), ("b", "2014", frozenset({"y"})), ("c", "2014", frozenset()), ("d", "2014", frozenset())]
    )
    assert len(set(found.values())) == 4


def test_a_later_article_can_join_two_groups() -> None:
    found = anchors([("a", "2014", frozenset({"x"})), ("b", "2015", frozenset({"y"})), ("c", "2016", frozenset({"x", "y"}))])
    assert found == {"a": "x", "b": "x", "c": "x"}


def test_the_order_of_input_does_not_count() -> None:
    items = [("a", "2014", frozenset({"x"})), ("b", "2015", frozenset({"y", "z"})), ("c", "", frozenset({"z"}))]
    assert anchors(items) == anchors(items[::-1])
