"""The shapes hold of what is written, and each fails on a graph that is broken for it."""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph, Literal, URIRef
from rdflib import namespace as ns  # whole: pytest asks what a test module names for attributes that rdflib would warn of

from graphkit import export
from graphkit.export.rdf import GK

SHAPES = Graph().parse(str(files("graphkit") / "export" / "shapes.ttl"), format="turtle")


def E(name: str) -> URIRef:  # noqa: N802
    return URIRef(f"urn:graphkit:entity/{name}")


def F(name: str) -> URIRef:  # noqa: N802
    return URIRef(f"urn:graphkit:fact/{name}")


def broken(graph: Graph) -> set[str]:
    """The messages of what does not hold."""
    _, report, _ = pyshacl.validate(graph, shacl_graph=SHAPES)
    assert isinstance(report, Graph)
    return {str(message) for message in report.objects(None, ns.SH.resultMessage)}


@pytest.fixture
def graph(written: Callable[[str], Path]) -> Graph:
    return Graph().parse(written("turtle"), format="turtle")


def test_the_small_graph_holds(graph: Graph) -> None:
    assert broken(graph) == set()


def test_the_sample_holds(sample_table: export.Table, tmp_path: Path) -> None:
    export.WRITERS["ntriples"](sample_table, tmp_path / "graph.nt")
    assert broken(Graph().parse(tmp_path / "graph.nt", format="nt")) == set()


QUOTE, ARTICLE = URIRef("urn:x:quotation"), URIRef("urn:x:article")
DAY = Literal("2020-01-01", datatype=ns.XSD.date)
BREAKS: dict[str, Callable[[Graph], object]] = {
    "An entity has one Chinese label": lambda g: g.set((E("u1"), ns.RDFS.label, Literal("Union", lang="en"))),
    "The code of a region has six digits": lambda g: g.set((E("r1"), ns.SDO.identifier, Literal("6100"))),
    "A latitude is a number of degrees": lambda g: g.set((E("r1"), ns.SDO.latitude, Literal(108.9))),
    "A longitude is a number of degrees": lambda g: g.set((E("r1"), ns.SDO.longitude, Literal("east"))),
    "A body is part of bodies only": lambda g: g.set((E("o1"), ns.ORG.subOrganizationOf, E("g1"))),
    "A body works with bodies only": lambda g: g.add((E("u1"), ns.ORG.linkedTo, E("p1"))),
    "A body lies in regions only": lambda g: g.add((E("u1"), ns.SDO.location, E("o1"))),
    "A fact has one subject": lambda g: g.remove((F("f3"), ns.RDF.subject, None)),
    "A fact has one predicate": lambda g: g.add((F("f3"), ns.RDF.predicate, GK.awarded)),
    "A fact has one object": lambda g: g.set((F("f3"), ns.RDF.object, Literal("g1"))),
    "A confidence lies between 0 and 1": lambda g: g.set((F("f3"), GK.confidence, Literal("1.5", datatype=ns.XSD.decimal))),
    "A fact is first seen before it is last seen": lambda g: g.set((F("f6"), GK.firstSeen, DAY)),
    "A fact is last seen on one day": lambda g: g.add((F("f6"), GK.lastSeen, DAY)),
    "A fact is derived from sentences, one at least": lambda g: g.remove((F("f3"), ns.PROV.wasDerivedFrom, None)),
    "A post is held by one person": lambda g: g.set((F("f1"), ns.ORG.member, E("u1"))),
    "A post is at one body or region": lambda g: g.remove((F("fc"), ns.SDO.areaServed, None)),
    "A post is at a body": lambda g: g.set((F("f1"), ns.ORG.organization, E("r1"))),
    "A post has one role": lambda g: g.add((F("f1"), ns.ORG.role, E("u1"))),
    "A post begins before it ends": lambda g: g.set((F("f1"), ns.SDO.startDate, DAY)),
    "A post ends on one day": lambda g: g.set((F("f1"), ns.SDO.endDate, Literal("2015"))),
    "A figure has one value": lambda g: g.set((F("f4"), ns.SDO.value, Literal("many"))),
    "A range has one upper end": lambda g: g.add((F("f4"), ns.SDO.maxValue, Literal("more"))),
    "A figure has one unit": lambda g: g.remove((F("f4"), ns.SDO.unitText, None)),
    "A sentence is quoted in its own words": lambda g: g.add((QUOTE, ns.RDF.type, ns.SDO.Quotation)),
    "A sentence is quoted from one article": lambda g: g.add((QUOTE, ns.RDF.type, ns.SDO.Quotation)),
    "A headline is Chinese": lambda g: [
        g.add((ARTICLE, ns.RDF.type, ns.SDO.NewsArticle)),
        g.add((ARTICLE, ns.SDO.headline, Literal("News"))),
    ],
    "An article is of one day, month or year": lambda g: [
        g.add((ARTICLE, ns.RDF.type, ns.SDO.NewsArticle)),
        g.add((ARTICLE, ns.SDO.datePublished, Literal("last week"))),
    ],
    "An article is part of a paper": lambda g: [
        g.add((ARTICLE, ns.RDF.type, ns.SDO.NewsArticle)),
        g.add((ARTICLE, ns.SDO.isPartOf, E("u1"))),
    ],
    "An article is read from one file": lambda g: [
        g.add((ARTICLE, ns.RDF.type, ns.SDO.NewsArticle)),
        g.add((ARTICLE, ns.DCTERMS.source, E("u1"))),
    ],
    "A role has one Chinese label": lambda g: g.add((QUOTE, ns.RDF.type, ns.ORG.Role)),
}


@pytest.mark.parametrize("message", BREAKS)
def test_a_graph_that_is_broken_for_a_shape_fails_it(message: str, graph: Graph) -> None:
    BREAKS[message](graph)
    assert message in broken(graph)


def test_every_constraint_is_broken_once() -> None:
    assert {str(message) for message in SHAPES.objects(None, ns.SH.message)} == BREAKS.keys()
    assert ns.FOAF.Person in set(SHAPES.objects(None, ns.SH.targetClass))
