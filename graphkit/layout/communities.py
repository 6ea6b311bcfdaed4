"""Communities: found by the Leiden algorithm, and where each of them begins on the plane."""

import random

import numpy as np
from numpy.typing import NDArray

from graphkit.layout.forces import Edges, Forces, Mesh, Points, Values

ROUNDS = 200


def communities(count: int, edges: Edges, seed: int) -> NDArray[np.int64]:
    """The number of each node's community: modularity by the Leiden algorithm (Traag, Waltman and van Eck 2019)."""
    import igraph

    igraph.set_random_number_generator(random.Random(seed))
    found = igraph.Graph(n=count, edges=edges.tolist()).community_leiden("modularity", n_iterations=4)
    igraph.set_random_number_generator(random)
    return np.array(found.membership, dtype=np.int64)


def scattered(members: NDArray[np.int64], edges: Edges, masses: Values, wide: float, seed: int) -> Points:
    """Where the nodes begin: about the places of their communities, which are drawn as a graph of their own, 1 wide."""
    chance = np.random.default_rng(seed)
    count = int(members.max()) + 1
    ends = np.sort(members[edges], axis=1)
    pairs, weights = np.unique(ends[ends[:, 0] != ends[:, 1]], axis=0, return_counts=True)
    total: Values = np.bincount(members, masses, count).astype(np.float64)
    forces = Forces(pairs, weights.astype(np.float64), total, wide, Mesh(32))
    middles = chance.random((count, 2)) - 0.5
    for number in range(ROUNDS):
        middles = forces.moved(middles, exponent=1.0, well=0.5, most=0.1 * (1 - number / ROUNDS))
    points: Points = middles[members] + (chance.random((len(members), 2)) - 0.5) * 0.2
    return points
