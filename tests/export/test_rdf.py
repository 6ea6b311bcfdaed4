from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib import namespace as ns  # whole: pytest asks what a test module names for attributes that rdflib would warn of
from rdflib.compare import isomorphic

from graphkit import export
from graphkit.export import turtle
from graphkit.export.rdf import GK
from tests.export.conftest import FORMULA, HOSTILE, ODD


@pytest.fixture
def graph(written: Callable[[str], Path]) -> Graph:
    return Graph().parse(written("turtle"), format="turtle")


def entity(name: str) -> URIRef:
    from urllib.parse import quote

    return URIRef(f"urn:graphkit:entity/{quote(name, safe='')}")


def fact(name: str) -> URIRef:
    return URIRef(f"urn:graphkit:fact/{name}")


def test_both_formats_say_the_same(graph: Graph, written: Callable[[str], Path]) -> None:
    assert isomorphic(graph, Graph().parse(written("ntriples"), format="nt"))


def test_entities_have_classes_and_chinese_labels(graph: Graph) -> None:
    assert set(graph.objects(entity("u1"), ns.RDF.type)) == {ns.ORG.Organization, ns.SDO.WorkersUnion}
    assert set(graph.objects(entity("p1"), ns.RDF.type)) == {ns.FOAF.Person, ns.SDO.Person}
    assert graph.value(entity("p1"), ns.RDFS.label) == Literal(FORMULA, lang="zh")
    assert graph.value(entity(ODD), ns.RDFS.label) == Literal(HOSTILE, lang="zh")
    assert set(graph.objects(entity("u1"), ns.SDO.alternateName)) == {Literal("省总", lang="zh"), Literal("甲;乙", lang="zh")}
    assert graph.value(entity("r1"), ns.SDO.identifier) == Literal("610000")
    assert graph.value(entity("r1"), ns.SDO.latitude) == Literal("34.265", datatype=ns.XSD.double)


def test_a_post_is_a_membership_with_role_and_dates(graph: Graph) -> None:
    post = fact("f1")
    assert (post, ns.RDF.type, ns.ORG.Membership) in graph
    assert graph.value(post, ns.ORG.member) == entity("p1")
    assert graph.value(post, ns.ORG.organization) == entity("u1")
    assert graph.value(graph.value(post, ns.ORG.role), ns.RDFS.label) == Literal("主席", lang="zh")
    assert graph.value(post, ns.SDO.startDate) == Literal("2014-01-02", datatype=ns.XSD.date)
    assert graph.value(post, ns.SDO.endDate) == Literal("2015-03-04", datatype=ns.XSD.date)
    assert graph.value(fact("f2"), ns.SDO.startDate) is None
    assert graph.value(fact("f2"), GK.status) == Literal(HOSTILE)
    assert graph.value(fact("fc"), ns.SDO.areaServed) == entity("r1")
    assert graph.value(fact("fc"), ns.ORG.organization) is None


@pytest.mark.parametrize(
    ("key", "head", "predicate", "tail"),
    [
        ("f1", "p1", ns.ORG.memberOf, "u1"),
        ("f3", "u1", GK.runs, "g1"),
        ("f4", "u1", GK.figure, "g1"),
        ("f5", "u1", ns.ORG.linkedTo, ODD),
        ("f6", "u1", ns.SDO.location, "r1"),
        ("f7", "g1", ns.DCTERMS.isPartOf, "g2"),
        ("f8", "o1", ns.ORG.subOrganizationOf, "u1"),
        ("f9", "p1", GK.awarded, "h1"),
        ("fa", "o1", GK.issued, "d1"),
        ("fb", "u1", GK.supports, "p1"),
        ("fc", "p1", GK.holds, "r1"),
    ],
)
def test_every_fact_is_a_triple_and_a_resource(key: str, head: str, predicate: URIRef, tail: str, graph: Graph) -> None:
    assert (entity(head), predicate, entity(tail)) in graph
    assert graph.value(fact(key), ns.RDF.subject) == entity(head)
    assert graph.value(fact(key), ns.RDF.predicate) == predicate
    assert graph.value(fact(key), ns.RDF.object) == entity(tail)
    assert graph.value(fact(key), GK.confidence) == Literal("0.9", datatype=ns.XSD.decimal)


def test_own_terms_are_described(graph: Graph) -> None:
    facts = {term for term in graph.objects(None, ns.RDF.predicate) if str(term).startswith(GK)}
    assert facts
    for term in facts:
        assert {label.language for label in graph.objects(term, ns.RDFS.label) if isinstance(label, Literal)} == {"zh", "en"}
    (dataset,) = graph.subjects(ns.RDF.type, ns.SDO.Dataset)
    used = {predicate for subject, predicate, _ in graph if str(predicate).startswith(GK) and subject != dataset}
    assert {GK.confidence, GK.regionCode, GK.factKind, GK.editions} <= used
    for term in used:
        assert any(isinstance(label, Literal) and label.language == "zh" for label in graph.objects(term, ns.RDFS.label)), term


def test_a_figure_has_value_unit_and_period(graph: Graph) -> None:
    figure = fact("f4")
    assert (figure, ns.RDF.type, ns.SDO.QuantitativeValue) in graph
    assert graph.value(figure, ns.SDO.value) == Literal(1500000.0)
    assert graph.value(figure, ns.SDO.unitText) == Literal("CNY")
    assert graph.value(figure, ns.SDO.temporalCoverage) == Literal("2014-01-01/2014-11-30")
    assert graph.value(figure, GK.factKind) == Literal("spent")
    assert graph.value(figure, GK.cumulative) == Literal(True)


def test_a_fact_leads_to_its_sentence_and_article(graph: Graph) -> None:
    quotations = list(graph.objects(fact("f1"), ns.PROV.wasDerivedFrom))
    assert {graph.value(one, ns.SDO.text) for one in quotations} == {Literal("原文。", lang="zh"), Literal(HOSTILE, lang="zh")}
    articles = {graph.value(one, ns.PROV.wasQuotedFrom) for one in quotations}
    dates = {graph.value(article, ns.SDO.datePublished) for article in articles}
    assert {(str(date), date.datatype) for date in dates if isinstance(date, Literal)} == {
        ("2014-01-02", ns.XSD.date),
        ("2014", ns.XSD.gYear),
    }
    assert {str(graph.value(article, ns.DCTERMS.source)) for article in articles} == {"t.txt", HOSTILE}
    assert Literal("示例报", lang="zh") in {graph.value(graph.value(one, ns.SDO.isPartOf), ns.SDO.name) for one in articles}


def test_the_build_is_told(graph: Graph) -> None:
    (dataset,) = graph.subjects(ns.RDF.type, ns.SDO.Dataset)
    assert graph.value(dataset, ns.SDO.name) == Literal(HOSTILE, lang="zh")
    assert graph.value(dataset, GK.people) == Literal("all")
    assert graph.value(dataset, GK.graphkit) == Literal("0.1.0")


def test_the_base_can_be_chosen(table: export.Table, tmp_path: Path) -> None:
    turtle.write(table, tmp_path / "graph.ttl", base="https://example.org/union/")
    found = Graph().parse(tmp_path / "graph.ttl")
    assert (URIRef("https://example.org/union/entity/p1"), ns.ORG.memberOf, URIRef("https://example.org/union/entity/u1")) in found
    assert not any(str(subject).startswith("urn:graphkit:entity") for subject in found.subjects())
