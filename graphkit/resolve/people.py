"""People over all articles: of one name they are one person only where a body, post or region says so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping


def anchors(appearances: Iterable[tuple[str, str, frozenset[str]]]) -> Mapping[str, str]:
    """For each appearance of one name (its id, its date, the keys of the bodies and regions it is tied to), the anchor.

    Appearances that share a body or region are one person; the anchor is the earliest appearance's first key. An
    appearance with no tie stands alone.
    """
    ordered = sorted(appearances, key=lambda item: (item[1] or "9999", item[0]))
    groups: dict[str, set[str]] = {}
    ties: dict[str, str] = {}
    members: dict[str, list[str]] = defaultdict(list)
    for identifier, _, keys in ordered:
        met = sorted({ties[key] for key in keys if key in ties})
        anchor = met[0] if met else (min(keys) if keys else identifier)
        for other in met[1:]:
            for key in groups.pop(other, set()):
                ties[key] = anchor
                groups.setdefault(anchor, set()).add(key)
            members[anchor] += members.pop(other, [])
        for key in keys:
            ties[key] = anchor
        groups.setdefault(anchor, set()).update(keys)
        members[anchor].append(identifier)
    return {identifier: anchor for anchor, ids in members.items() for identifier in ids}
