import numpy as np

from graphkit.layout.apart import Boxes, all_pairs, eased, near_pairs, parted, within_reach


def boxes(count: int, width: float, height: float) -> Boxes:
    return Boxes(np.full(count, width), np.full(count, height), np.zeros(count))


def test_near_pairs_are_all_that_are_near_each_once() -> None:
    points = np.random.default_rng(3).normal(size=(300, 2)) * 20
    first, second = near_pairs(points, 5.0)
    found = sorted(tuple(sorted(pair)) for pair in zip(first.tolist(), second.tolist(), strict=True))
    assert len(found) == len(set(found))
    one, two = all_pairs(300)
    close = np.linalg.norm(points[one] - points[two], axis=1) < 5.0
    assert set(zip(one[close].tolist(), two[close].tolist(), strict=True)) <= set(found)
    assert len(found) < len(one) / 4


def test_pairs_within_reach_are_those_whose_boxes_are() -> None:
    points = np.array([[0.0, 0.0], [25.0, 0.0], [0.0, 60.0]])
    first, second = within_reach(points, boxes(3, 10, 5), all_pairs(3), reach=6.0)
    assert list(zip(first.tolist(), second.tolist(), strict=True)) == [(0, 1)]


def test_boxes_are_parted_along_the_axis_that_needs_less() -> None:
    points, count = parted(np.array([[0.0, 0.0], [3.0, 8.0]]), boxes(2, 20, 5), all_pairs(2))
    assert count == 1
    assert points[:, 0].tolist() == [0.0, 3.0]
    assert points[1, 1] - points[0, 1] > 9


def test_what_is_pushed_long_enough_does_not_overlap() -> None:
    points = np.random.default_rng(3).normal(size=(40, 2)) * 20
    for _ in range(60):
        points = eased(points, boxes(40, 20, 8), all_pairs(40))
    for _ in range(300):
        points, count = parted(points, boxes(40, 20, 8), all_pairs(40))
    assert count == 0


def test_nodes_on_one_spot_part() -> None:
    points = eased(np.zeros((2, 2)), boxes(2, 10, 10), all_pairs(2))
    assert points[0].tolist() != points[1].tolist()
