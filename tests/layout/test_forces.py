import numpy as np

from graphkit.layout.forces import Forces, Mesh


def exact(points: np.ndarray, masses: np.ndarray) -> np.ndarray:
    """The push of all on each, pair by pair."""
    apart = points[:, None] - points[None]
    square = (apart**2).sum(axis=2)
    np.fill_diagonal(square, 1)
    return np.asarray((masses[None, :, None] * apart / square[:, :, None]).sum(axis=1))


def test_the_mesh_gives_what_pair_by_pair_gives() -> None:
    chance = np.random.default_rng(3)
    points, masses = chance.normal(size=(200, 2)), chance.integers(1, 9, 200).astype(float)
    found, wanted = Mesh(128).field(points, masses), exact(points, masses)
    error = np.linalg.norm(found - wanted, axis=1) / np.linalg.norm(wanted, axis=1)
    assert np.median(error) < 0.05
    np.testing.assert_allclose((masses[:, None] * found).sum(axis=0), 0, atol=1e-6)  # no push without its counter-push


def test_nodes_drawn_by_an_edge_come_together_and_others_part() -> None:
    edges, masses = np.array([[0, 1], [2, 3]]), np.ones(4)
    forces = Forces(edges, np.ones(2), masses, 1.5, Mesh(32))
    points = np.array([[0.0, 0.0], [10.0, 0.3], [0.1, 10.0], [10.0, 9.0]])
    for _ in range(200):
        points = forces.moved(points, exponent=1.0, well=0.3, most=1.0)
    away = np.linalg.norm(points[:, None] - points[None], axis=2)
    assert max(away[0, 1], away[2, 3]) < min(away[0, 2], away[0, 3], away[1, 2], away[1, 3])


def test_no_step_is_longer_than_allowed() -> None:
    chance = np.random.default_rng(3)
    points = chance.normal(size=(50, 2)) * 100
    points -= points.mean(axis=0)
    edges = np.stack([np.arange(49), np.arange(1, 50)], axis=1)
    moved = Forces(edges, np.ones(49), np.ones(50), 1.5, Mesh(32)).moved(points, exponent=0.4, well=0.9, most=2.0)
    shift = moved - points
    assert np.linalg.norm(shift - shift.mean(axis=0), axis=1).max() < 4.0


def test_a_strong_well_fills_a_wide_ellipse() -> None:
    chance = np.random.default_rng(3)
    edges = np.stack([np.arange(299), np.arange(1, 300)], axis=1)
    forces, points = Forces(edges, np.full(299, 1e-3), np.ones(300), 2.0, Mesh(64)), chance.normal(size=(300, 2))
    for step in range(300):
        points = forces.moved(points, exponent=1.0, well=0.99, most=0.3 * (1 - step / 300))
    assert 1.7 < np.ptp(points[:, 0]) / np.ptp(points[:, 1]) < 2.3
