"""From a name to the entity: the one rule that the cards, the queries and the selections of a part share.

A name is looked up as the canonical name, then among the other names that articles use, then by the grammar of names
(陕西总工会 is 陕西省总工会). Likeness only ever proposes; nothing is joined or chosen by it.
"""

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator

from graphkit import names, ontology, regions, store
from graphkit.errors import AmbiguousError, NotFoundError
from graphkit.text import name_key

PROPOSED = 5
LISTED = 10
ADVICE = "give the full name or the id of one"


class Names:
    """The names of entities, looked up without regard to width, spaces and punctuation."""

    def __init__(self, entities: Iterable[store.Entity]):
        self.by_id = {entity.id: entity for entity in entities}
        self._called: dict[str, list[str]] = defaultdict(list)
        self._also: dict[str, list[str]] = defaultdict(list)
        for entity in self.by_id.values():
            self._called[name_key(entity.name)].append(entity.id)
            for name in entity.names:
                self._also[name_key(name)].append(entity.id)

    def find(self, name: str, types: Collection[str] = ()) -> list[store.Entity]:
        """The entities (of some types) that carry a name or an id; by other names only where none is called so.

        Those of most articles come first. Raises NotFoundError with the nearest names where there are none.
        """
        if name in self.by_id and (not types or self.by_id[name].type in types):
            return [self.by_id[name]]
        for ids in self._steps(name):
            found = [self.by_id[identifier] for identifier in ids if not types or self.by_id[identifier].type in types]
            if found:
                return sorted(found, key=lambda entity: (-entity.articles, entity.id))
        raise NotFoundError(self._missing(name, types))

    def known(self, name: str) -> bool:
        """Whether some entity carries a name or an id."""
        return name in self.by_id or any(True for ids in self._steps(name) for _ in ids)

    def one(
        self, name: str, types: Collection[str] = (), describe: Callable[[store.Entity], str] | None = None, *, advice: str = ADVICE
    ) -> store.Entity:
        """The one entity (of some types) that carries a name or an id.

        Raises NotFoundError where none does, AmbiguousError listing the candidates where several do; `describe` tells each.
        """
        found = self.find(name, types)
        if len(found) == 1:
            return found[0]
        told = "; ".join((describe or described)(entity) for entity in found[:LISTED])
        rest = f"; and {len(found) - LISTED} more" if len(found) > LISTED else ""
        raise AmbiguousError(f"{len(found)} entities are called {name}; {advice}: {told}{rest}")

    def _steps(self, name: str) -> Iterator[Iterable[str]]:
        key = name_key(name)
        yield self._called.get(key, ())
        yield self._also.get(key, ())
        yield dict.fromkeys(identifier for full in _full_names(name) for identifier in self._called.get(name_key(full), ()))

    def _missing(self, name: str, types: Collection[str]) -> str:
        known = [entity for entity in self.by_id.values() if not types or entity.type in types]
        labels = sorted({label for entity in known for label in (entity.name, *entity.names)})
        near = difflib.get_close_matches(name, labels, n=PROPOSED, cutoff=0.5) or [label for label in labels if name and name in label]
        kinds = ontology.load().types
        kind = f"{' or '.join(kinds[one].en.lower() for one in kinds if one in types)} " if types else ""
        return f"no {kind or 'entity '}named {name}" + (f"; near it: {'、'.join(near[:PROPOSED])}" if near else "")


def _full_names(name: str) -> Iterator[str]:
    """The full names that a short one stands for by the grammar: 陕西总工会 → 陕西省总工会, 陕西 → 陕西省, 南郑 → 汉中市南郑区."""
    gazetteer = regions.load()
    yield from (gazetteer.full_name(region) for region in gazetteer.named(name))
    parsed = names.parse(name) if name else None
    if parsed is not None and not parsed.pointer:
        yield from (parsed.at(gazetteer.full_name(region) + parsed.tail) for region in parsed.regions)


def described(entity: store.Entity) -> str:
    """An entity in a list of candidates: its name, type, region, articles and id."""
    place = regions.load().by_code.get(entity.region)
    cells = (ontology.load().types[entity.type].zh, place.name if place else "", f"{entity.articles} articles", entity.id)
    return f"{entity.name}（{'，'.join(cell for cell in cells if cell)}）"
