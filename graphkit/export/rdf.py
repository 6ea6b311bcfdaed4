"""What RDF says of a table: W3C's org for bodies and posts, prov for where a fact was read, schema.org for the rest.

Every fact is a resource of its own, with its confidence and the sentences that say it, and a plain triple beside it. What
none of these vocabularies has a word for (that a union runs a program) is a term of graphkit's own, described in the file.
`shapes.ttl` tells what holds of every file (SHACL).
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from urllib.parse import quote

from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SDO, XSD, Namespace
from rdflib.term import Identifier

from graphkit import ontology
from graphkit.export.table import LOOKS, Table
from graphkit.export.tabulate import EDGE, NODE
from graphkit.export.titles import column_title
from graphkit.export.values import Row, Value, items
from graphkit.times import parse_date

BASE = "urn:graphkit:"
GK = Namespace("urn:graphkit:term/")
PREFIXES = {"rdf": RDF, "rdfs": RDFS, "xsd": XSD, "org": ORG, "prov": PROV, "schema": SDO, "foaf": FOAF, "dcterms": DCTERMS, "gk": GK}
_CLASSES = {
    "UNION": (ORG.Organization, SDO.WorkersUnion),
    "ORG": (ORG.Organization, SDO.Organization),
    "PERSON": (FOAF.Person, SDO.Person),
    "REGION": (SDO.AdministrativeArea,),
    "PROGRAM": (SDO.Project,),
    "DOC": (SDO.CreativeWork,),
}
_PREDICATES = {"HOLDS": ORG.memberOf, "PART_OF": ORG.subOrganizationOf, "LOCATED_IN": SDO.location, "PARTNERS": ORG.linkedTo}
_BODIES = {"UNION", "ORG"}
# The known columns that become terms of graphkit's own
_OF_NODES, _OF_EDGES = {"region_code", "mentions", "articles"}, {"confidence", "first_seen", "last_seen"}
Pairs = list[tuple[URIRef, Identifier]]


def subjects(table: Table, base: str = BASE) -> Iterator[tuple[URIRef, Pairs]]:
    """Each subject with its predicates and objects: the build, graphkit's own terms, nodes, facts, sentences, articles.

    `base` is what the IRIs begin with that are made from ids, titles and names, percent-encoded; the rest of an IRI says what it
    is of: entity, fact, role, quotation, article, paper.
    """
    return _Describer(table, base).subjects()


class _Describer:
    """The IRIs of one table, and what is said of each."""

    def __init__(self, table: Table, base: str):
        self.table, self.base = table, base
        self.types = {row["id"]: str(row["type"]) for row in table.nodes}
        self.quotations: dict[Value, Pairs] = {}
        for row in table.evidence:
            self.quotations.setdefault(row["relation"], []).append((PROV.wasDerivedFrom, self.iri("quotation", row["id"])))

    def iri(self, what: str, name: Value) -> URIRef:
        return URIRef(f"{self.base}{what}/{quote(str(name), safe='')}")

    def subjects(self) -> Iterator[tuple[URIRef, Pairs]]:
        yield self.iri("dataset", self.table.meta.get("title", "graphkit")), self._dataset()
        yield from _terms()
        yield from self._columns()
        direct: dict[Value, Pairs] = {}
        for row in self.table.edges:
            direct.setdefault(row["source"], []).append((self._predicate(row), self.iri("entity", row["target"])))
        for row in self.table.nodes:
            yield self.iri("entity", row["id"]), [*self._node(row), *dict.fromkeys(direct.get(row["id"], ()))]
        roles = dict.fromkeys(str(row["title"]) for row in self.table.edges if _is_post(row))
        for role in roles:
            yield self.iri("role", role), [(RDF.type, ORG.Role), (RDFS.label, _zh(role))]
        for row in self.table.edges:
            yield self.iri("fact", row["id"]), self._fact(row)
        yield from self._sources()

    def _columns(self) -> Iterator[tuple[URIRef, Pairs]]:
        """The terms that are made from columns, with their Chinese titles."""
        sheets = (("nodes", self.table.nodes, _OF_NODES), ("edges", self.table.edges, _OF_EDGES))
        told = {name: column_title(name, sheet) for sheet, rows, own in sheets for name in own | (rows.columns.keys() - {*NODE, *EDGE})}
        for name, title in sorted(told.items()):
            yield _own(name), [(RDF.type, RDF.Property), (RDFS.label, _zh(title))]

    def _dataset(self) -> Pairs:
        told: Pairs = [(RDF.type, SDO.Dataset), (SDO.name, _zh(self.table.meta.get("title", "graphkit")))]
        return told + [(_own(name), Literal(value)) for name, value in self.table.meta.items() if name != "title"]

    def _predicate(self, row: Row) -> URIRef:
        """What links the two ends of an edge; org's own terms only between what they are meant for."""
        relation = str(row["relation"])
        tail = self.types[row["target"]]
        if relation == "PART_OF" and not {tail, self.types[row["source"]]} <= _BODIES:
            return DCTERMS.isPartOf
        if relation == "HOLDS" and tail not in _BODIES:
            return _own_relation(relation)
        return _PREDICATES.get(relation) or _own_relation(relation)

    def _node(self, row: Row) -> Pairs:
        kind, name = str(row["type"]), str(row.get("label", row["id"]))
        told: Pairs = [(RDF.type, term) for term in _CLASSES.get(kind, (_own_class(kind),))]
        told += [(RDFS.label, _zh(name)), (SDO.name, _zh(name))]
        told += [(SDO.alternateName, _zh(other)) for other in items(row.get("names"))]
        if kind == "REGION":
            places = ((SDO.identifier, "region_code"), (SDO.latitude, "lat"), (SDO.longitude, "lon"))
            told += [(term, _literal(row[column])) for term, column in places if column in row]
        elif "region_code" in row:
            told.append((_own("region_code"), Literal(row["region_code"])))
        return told + _details(row, NODE.keys() - (_OF_NODES - {"region_code"}))

    def _fact(self, row: Row) -> Pairs:
        head, tail = self.iri("entity", row["source"]), self.iri("entity", row["target"])
        told: Pairs = [(RDF.type, GK.Fact), (RDF.subject, head), (RDF.predicate, self._predicate(row)), (RDF.object, tail)]
        first, last = _days(row)
        dates = (SDO.startDate, SDO.endDate) if row["relation"] == "HOLDS" else (GK.firstSeen, GK.lastSeen)
        told += [(term, Literal(day, datatype=XSD.date)) for term, day in zip(dates, (first, last), strict=True) if day]
        told.append((GK.confidence, Literal(f"{row['confidence']:.6g}", datatype=XSD.decimal, normalize=False)))
        if row["relation"] == "HOLDS":
            told += [(RDF.type, ORG.Membership), (ORG.member, head)]
            told.append((ORG.organization if self.types[row["target"]] in _BODIES else SDO.areaServed, tail))
            told += [(ORG.role, self.iri("role", row["title"]))] if "title" in row else []
        if row["relation"] == "FIGURE":
            told.append((RDF.type, SDO.QuantitativeValue))
            figures = ((SDO.value, "value"), (SDO.maxValue, "to"), (SDO.unitText, "unit"))
            told += [(term, _literal(row[column])) for term, column in figures if column in row]
        told += [(SDO.temporalCoverage, Literal(row["period"]))] if "period" in row else []
        own = {*EDGE, "period", "title", *(("value", "to", "unit") if row["relation"] == "FIGURE" else ())}
        return told + _details(row, own) + self.quotations.get(row["id"], [])

    def _sources(self) -> Iterator[tuple[URIRef, Pairs]]:
        """The sentences, the articles that they stand in, and the papers that printed those."""
        articles: dict[Value, Row] = {}
        for row in self.table.evidence:
            articles.setdefault(row["article"], row)
            told: Pairs = [(RDF.type, SDO.Quotation), (SDO.text, _zh(str(row.get("sentence", ""))))]
            yield self.iri("quotation", row["id"]), [*told, (PROV.wasQuotedFrom, self.iri("article", row["article"]))]
        for article, row in articles.items():
            yield self.iri("article", article), self._article(row)
        for paper in dict.fromkeys(row["paper"] for row in articles.values() if "paper" in row):
            yield self.iri("paper", paper), [(RDF.type, SDO.Newspaper), (SDO.name, _zh(str(paper)))]

    def _article(self, row: Row) -> Pairs:
        told: Pairs = [(RDF.type, SDO.NewsArticle)]
        told += [(SDO.headline, _zh(str(row["title"])))] if "title" in row else []
        told += [(SDO.isPartOf, self.iri("paper", row["paper"]))] if "paper" in row else []
        told += [(DCTERMS.source, Literal(row["path"]))] if "path" in row else []
        date = str(row.get("date", ""))
        kind = {10: XSD.date, 7: XSD.gYearMonth, 4: XSD.gYear}.get(len(date))
        return told + ([(SDO.datePublished, Literal(date, datatype=kind, normalize=False))] if kind and parse_date(date) else [])


def _terms() -> Iterator[tuple[URIRef, Pairs]]:
    """graphkit's own terms, with the labels of the ontology."""
    known = ontology.load()
    for name, kind in known.types.items():
        if name not in _CLASSES:
            yield _own_class(name), [(RDF.type, RDFS.Class), (RDFS.label, _zh(kind.zh)), (RDFS.label, Literal(kind.en, lang="en"))]
    for name, relation in known.relations.items():
        labels = [(RDFS.label, _zh(relation.zh)), (RDFS.label, Literal(relation.en, lang="en"))]
        yield _own_relation(name), [(RDF.type, RDF.Property), *labels]
    yield GK.Fact, [(RDF.type, RDFS.Class), (RDFS.subClassOf, RDF.Statement)]


def _own(name: str) -> URIRef:
    """A term of graphkit's own: first_seen → gk:firstSeen."""
    head, *rest = name.split("_")
    return URIRef(GK + quote(head + "".join(part.capitalize() for part in rest), safe=""))


def _own_relation(name: str) -> URIRef:
    return _own(name.lower())


def _own_class(name: str) -> URIRef:
    return URIRef(GK + quote(name.capitalize(), safe=""))


def _details(row: Row, known: AbstractSet[str]) -> Pairs:
    """What a row tells beyond the known columns, each in a term of graphkit's own."""
    others = ((name, value) for name, value in row.items() if name not in known and name not in LOOKS)
    return [(_own(name), _literal(item)) for name, value in others for item in (value if isinstance(value, list) else [value])]


def _zh(value: str) -> Literal:
    return Literal(value, lang="zh")


def _literal(value: Value) -> Literal:
    return Literal(f"{value:.15g}", datatype=XSD.double, normalize=False) if isinstance(value, float) else Literal(value)


def _is_post(row: Row) -> bool:
    return row["relation"] == "HOLDS" and "title" in row


def _days(row: Row) -> tuple[str, str]:
    """The first and last day of a fact; of a month or year told without its day the first or the last one."""
    first, last = (parse_date(str(row.get(name, ""))) for name in ("first_seen", "last_seen"))
    return first[0].isoformat() if first else "", last[1].isoformat() if last else ""
