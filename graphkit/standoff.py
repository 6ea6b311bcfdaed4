"""Our own annotated articles: a text file and, beside it, a stand-off file that a person can write and read.

A stand-off file (`NAME.ann`, beside `NAME.txt`) has one entity or relation a line; blank lines and lines that begin with
`#` do not count. The scheme is that of `docs/scheme.md`::

    UNION 陕西省总工会 = 陕西省总工会 | 省总工会 | 省总
    REGION! 陕西省
    PROGRAM? 三会一课 = 三会一课
    HONOR 模范职工之家 = 职工之家@2

    HOLDS 王力 > 陕西省总工会 | 主席 | 省总工会主席王力
    FIGURE 陕西省总工会 > 送温暖 | 11000000 CNY | 下拨送温暖资金1100万元
    RUNS? 陕西省总工会 > 送温暖 | 开展送温暖活动

An entity line is type, canonical name, and the surface forms that the text uses. `!` marks an implied entity (no surface
form of its own), `?` an optional entity or relation. A surface form stands for each of its occurrences that no longer form
covers; `@2,3` picks the second and third alone. A relation line is type, head, tail, then the title (HOLDS) or value and
unit (FIGURE), then a stretch of the text that shows it. Where a name belongs to two entities, `TYPE:name` tells them apart.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

from graphkit import ontology
from graphkit.errors import AnnotationError
from graphkit.text import squeeze

_LINE = re.compile(r"(?P<type>[A-Z_]+)(?P<mark>[?!]?)\s+(?P<rest>.+)")
UNITS = {"CNY", "person", "household", "item"}


@dataclass(frozen=True)
class Entity:
    """A resolved entity of one article; `forms` maps each surface form to the occurrences meant (empty: all)."""

    id: str
    type: str
    name: str
    forms: dict[str, tuple[int, ...]]
    optional: bool = False
    implied: bool = False


@dataclass(frozen=True)
class Relation:
    """A relation between two entities of one article."""

    type: str
    head: Entity
    tail: Entity
    quote: str
    title: str = ""
    value: float | None = None
    unit: str = ""
    optional: bool = False


@dataclass(frozen=True)
class Annotated:
    """One annotated article."""

    id: str
    text: str
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]

    def spans(self) -> list[tuple[int, int, Entity]]:
        """Every occurrence of every surface form in the text: longest forms first, nothing overlaps."""
        wanted = [(form, picks, entity) for entity in self.entities for form, picks in entity.forms.items()]
        wanted.sort(key=lambda item: (-len(squeeze(item[0])), not item[1], item[2].id))
        taken = [False] * len(self.text)
        found = []
        for form, picks, entity in wanted:
            for number, match in enumerate(_occurrences(form, self.text), 1):
                if (picks and number not in picks) or any(taken[match[0] : match[1]]):
                    continue
                taken[match[0] : match[1]] = [True] * (match[1] - match[0])
                found.append((*match, entity))
        return sorted(found, key=lambda item: item[0])

    def to_gold(self) -> dict[str, object]:
        """The article in the JSON format of the gold files."""
        return {
            "id": self.id,
            "entities": [_gold_entity(entity) for entity in self.entities],
            "relations": [_gold_relation(relation) for relation in self.relations],
        }


def _occurrences(form: str, text: str) -> list[tuple[int, int]]:
    """Where the form stands in the text, line breaks inside it aside."""
    pattern = r"\s*".join(re.escape(character) for character in form if not character.isspace())
    return [match.span() for match in re.finditer(pattern, text)]


def _gold_entity(entity: Entity) -> dict[str, object]:
    gold: dict[str, object] = {"id": entity.id, "type": entity.type, "name": entity.name, "mentions": list(entity.forms)}
    return gold | ({"optional": True} if entity.optional else {}) | ({"implied": True} if entity.implied else {})


def _gold_relation(relation: Relation) -> dict[str, object]:
    gold: dict[str, object] = {"type": relation.type, "head": relation.head.id, "tail": relation.tail.id}
    if relation.title:
        gold["title"] = relation.title
    if relation.value is not None:
        gold |= {"value": relation.value, "unit": relation.unit}
    return gold | ({"optional": True} if relation.optional else {}) | {"quote": relation.quote}


@dataclass
class _Reader:
    """Collects the entities, then the relations, of one stand-off file."""

    where: str
    entities: list[Entity] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)

    def line(self, text: str) -> None:
        match = _LINE.fullmatch(text)
        if not match:
            raise AnnotationError(f"{self.where}: not an entity or a relation: {text}")
        kind, mark, rest = match["type"], match["mark"], match["rest"]
        known = ontology.load()
        if kind in known.types:
            self.entities.append(self._entity(kind, mark, rest))
        elif kind in known.relations:
            self.relations.append(self._relation(kind, mark, rest))
        else:
            raise AnnotationError(f"{self.where}: unknown type {kind}")

    def _entity(self, kind: str, mark: str, rest: str) -> Entity:
        name, _, forms = rest.partition(" = ")
        if bool(forms) == (mark == "!"):
            raise AnnotationError(f"{self.where}: an entity has either surface forms or the mark !: {rest}")
        if any((entity.type, entity.name) == (kind, name.strip()) for entity in self.entities):
            raise AnnotationError(f"{self.where}: {kind} {name} is entered twice")
        surfaces = dict(_surface(form.strip()) for form in forms.split(" | ")) if forms else {}
        return Entity(f"e{len(self.entities) + 1}", kind, name.strip(), surfaces, mark == "?", mark == "!")

    def _relation(self, kind: str, mark: str, rest: str) -> Relation:
        ends, *fields = (part.strip() for part in rest.split(" | "))
        extra = {"HOLDS": 2, "FIGURE": 2}.get(kind, 1)
        if " > " not in ends or len(fields) != extra:
            raise AnnotationError(f"{self.where}: {kind} needs head > tail and {extra} more field(s): {rest}")
        head_name, tail_name = ends.split(" > ")
        head, tail = self._ends(kind, head_name.strip(), tail_name.strip())
        title = fields[0] if kind == "HOLDS" else ""
        value, unit = self._figure(fields[0]) if kind == "FIGURE" else (None, "")
        return Relation(kind, head, tail, fields[-1], title, value, unit, mark == "?")

    def _ends(self, kind: str, head: str, tail: str) -> tuple[Entity, Entity]:
        pairs = [(a, b) for a in self._named(head) for b in self._named(tail) if ontology.load().allows(kind, a.type, b.type)]
        if len(pairs) != 1:
            problem = "no entities that it allows" if not pairs else "several; write TYPE:name"
            raise AnnotationError(f"{self.where}: {kind} {head} > {tail}: {problem}")
        return pairs[0]

    def _named(self, name: str) -> list[Entity]:
        kind, _, bare = name.partition(":")
        if kind in ontology.load().types:
            return [entity for entity in self.entities if entity.type == kind and entity.name == bare]
        return [entity for entity in self.entities if entity.name == name]

    def _figure(self, text: str) -> tuple[float, str]:
        value, _, unit = text.partition(" ")
        if unit not in UNITS:
            raise AnnotationError(f"{self.where}: unit {unit} is not one of {', '.join(sorted(UNITS))}")
        try:
            number = float(value)
        except ValueError:
            raise AnnotationError(f"{self.where}: {value} is not a plain number") from None
        return (int(number) if number.is_integer() else number), unit


def _surface(form: str) -> tuple[str, tuple[int, ...]]:
    surface, mark, picks = form.rpartition("@")
    if mark and re.fullmatch(r"\d+(,\d+)*", picks):
        return surface, tuple(int(pick) for pick in picks.split(","))
    return form, ()


def parse(name: str, text: str, annotation: str) -> Annotated:
    """An annotated article from its text and the content of its stand-off file.

    Raises AnnotationError naming the line that does not follow the format or does not hold of the text.
    """
    reader = _Reader(name)
    for number, line in enumerate(annotation.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            reader.where = f"{name}:{number}"
            reader.line(line.strip())
    article = Annotated(name, text, tuple(reader.entities), tuple(reader.relations))
    _check(article)
    return article


def _check(article: Annotated) -> None:
    flat = squeeze(article.text)
    for entity in article.entities:
        for form in entity.forms:
            if squeeze(form) not in flat:
                raise AnnotationError(f"{article.id}: {entity.type} {entity.name}: «{form}» is not in the text")
    for relation in article.relations:
        if squeeze(relation.quote) not in flat:
            raise AnnotationError(f"{article.id}: {relation.type} {relation.head.name}: the quote «{relation.quote}» is not in the text")


def read(path: Path) -> Annotated:
    """Read `NAME.ann` and the `NAME.txt` beside it."""
    return parse(path.stem, path.with_suffix(".txt").read_text(encoding="utf-8"), path.read_text(encoding="utf-8"))


def read_folder(folder: Path) -> list[Annotated]:
    """All annotated articles below a folder, in the order of their names."""
    return [read(path) for path in sorted(folder.rglob("*.ann"))]
