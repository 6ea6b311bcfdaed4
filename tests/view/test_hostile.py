"""Names, titles and sentences are untrusted: whatever stands in any field of the page, nothing of it runs or leads anywhere."""

from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import expect

from graphkit import store, view
from graphkit.graph import Graph
from graphkit.layout import positions
from tests.view.pages import at_rest

PAYLOADS = {
    "image": '<img src="https://example.invalid/x" onerror="window.hit=1;alert(1)">',
    "script": "</script><script>window.hit=1;alert(1)</script><!--<script>",
    "drawing": "\"><svg onload=alert(1)><a href='https://example.invalid'>x</a>",
    "address": "javascript:alert(1)",
    "attribute": "href' onmouseover='alert(1)' style='background:url(https://example.invalid/y)",
    "frame": "<iframe srcdoc='<script>parent.hit=1</script>'></iframe><base href='https://example.invalid'>",
    "lines": "一\u2028二\u2029三\r\n四\x00五",
    "direction": "\u202egnp.exe\u2066\u200f\u200b工会",
    "template": "{{ 7*7 }}${alert(1)}&lt;b&gt;%3Cscript%3E",
    "prototype": "__proto__",
    "constructor": "constructor",
    "long": "某" * 3000,
}
DETAILS = ("family", "editions", "years", "level", "giver", "number")
TYPES = ("UNION", "ORG", "PERSON", "REGION", "PROGRAM", "HONOR", "DOC")
RELATIONS = {
    "HOLDS": ("PERSON", "UNION"),
    "RUNS": ("UNION", "PROGRAM"),
    "FIGURE": ("UNION", "PROGRAM"),
    "AWARDED": ("PERSON", "HONOR"),
    "ISSUED": ("UNION", "DOC"),
    "PARTNERS": ("UNION", "ORG"),
    "LOCATED_IN": ("UNION", "REGION"),
}
TOLD = ("title", "status", "kind", "counter", "giver", "receiver", "first", "last", "part")


def written(path: Path) -> str:
    """Write a page on which, for each payload, a node of every type and a relation of every kind has it in every field."""
    graph: Graph = nx.MultiDiGraph(title=" ".join(PAYLOADS.values())[:900], people=PAYLOADS["script"], graphkit=PAYLOADS["image"])
    evidence: dict[str, list[store.Evidence]] = {}
    texts: dict[str, store.Text] = {}
    for name, bad in PAYLOADS.items():
        for kind in TYPES:
            told = {"names": (bad, bad[::-1]), "region": "610100", "reason": bad, "mentions": 1, "articles": 1}
            graph.add_node(f"{name}-{kind}", label=bad, type=kind, lon=108.9, lat=34.3, **told, **dict.fromkeys(DETAILS, bad))
        texts[name] = store.Text(name, bad, bad, bad, bad, bad, f"{bad}\n{bad}。{bad}", ((0, 3, f"{name}-UNION"),))
        for relation, (head, tail) in RELATIONS.items():
            key = f"{name}-{relation}"
            figure = {"value": 3.0, "unit": "CNY", "period": "2019-01-01/2019-12-31", "precision": "year"} if relation == "FIGURE" else {}
            fields = {**dict.fromkeys(TOLD, bad), **figure, "confidence": 0.9, "articles": 1}
            graph.add_edge(f"{name}-{head}", f"{name}-{tail}", key=key, type=relation, **fields)
            evidence[key] = [store.Evidence(key, name, bad, (0, 2), (3, 5), bad, bad, bad, bad, 0.9, bad, bad, bad)]
    view.write_page(graph, positions(graph), evidence, path, texts)
    return path.as_uri()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("hostile") / "graph.html")


def nothing_ran(page: Any) -> None:
    """Nothing was run, drawn, embedded or linked to, and the page did nothing that it is watched for."""
    assert page.evaluate("[window.hit, window.parent.hit, ({}).hit]") == [None, None, None]
    assert page.locator("img, iframe, object, embed, base, form, svg[onload], a[href]:not([href^='#'])").count() == 0
    attributes = "() => [...document.querySelectorAll('*')].flatMap(one => [...one.attributes]).filter(one => /^on/i.test(one.name)).length"
    assert page.evaluate(attributes) == 0
    assert page.locator("script:not([type])").count() == 1
    assert page.seen == []


@pytest.mark.parametrize("name", list(PAYLOADS))
def test_nothing_of_a_panel_or_an_article_runs(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}#n={name}-UNION&l=1000&i=1")
    expect(page.locator("#panel h2")).to_be_visible()
    for summary in page.locator("#panel summary").all():
        summary.click()
    assert page.locator("#panel blockquote").count() >= 5
    page.locator("#panel").get_by_role("button", name="阅读全文").first.click()
    expect(page.locator("#article")).to_be_visible()
    nothing_ran(page)
    page.keyboard.press("Escape")
    for relation in RELATIONS:
        page.evaluate("hash => { location.hash = hash }", f"e={name}-{relation}&l=1000&lang=en")
        expect(page.locator("#panel h2.ends")).to_be_visible()
    nothing_ran(page)


def test_nothing_of_the_views_runs(page: Any, address: str) -> None:
    page.goto(f"{address}#l=1000&i=1")
    page.get_by_role("combobox", name="搜索").fill("alert")
    assert page.get_by_role("option").count() > 3
    page.keyboard.press("Enter")
    for key in "mctg":
        page.keyboard.press(key)
        at_rest(page)
        nothing_ran(page)
    page.keyboard.press("t")
    for tab in ("节点", "关系", "项目数据", "任职名单"):
        page.get_by_role("tab", name=tab).click()
        nothing_ran(page)
    assert page.title().startswith("<img src=")


def test_nothing_of_paths_focus_and_tips_runs(page: Any, address: str) -> None:
    page.goto(f"{address}#p=script-PERSON,script-DOC&l=1000")
    assert page.get_by_role("heading", name="路径 1").is_visible()
    nothing_ran(page)
    page.evaluate("hash => { location.hash = hash }", "n=image-UNION&f=image-UNION,1,both&l=1000")
    expect(page.locator("#chips > .chip")).to_contain_text("聚焦：<img")
    at_rest(page)
    spot = page.evaluate("name => window.graphkit.where(name)", PAYLOADS["image"])
    page.mouse.move(spot["x"], spot["y"])
    expect(page.locator("#tip")).to_contain_text("<img")
    nothing_ran(page)


def test_what_stands_in_an_address_is_no_more_than_text(page: Any, address: str) -> None:
    for hash_ in (
        "n=<img src=x onerror=alert(1)>",
        "t=__proto__,constructor&r=toString",
        "m=javascript:alert(1)&q=<svg onload=alert(1)>",
        "%",
    ):
        page.goto("about:blank")
        page.goto(f"{address}#{hash_}")
        expect(page.locator("#canvas")).to_be_visible()
        nothing_ran(page)


def test_the_policy_lets_nothing_in(page: Any, address: str) -> None:
    answered: list[str] = []
    page.goto(address)
    page.on("requestfinished", lambda request: answered.append(request.url))
    policy = dict(
        part.strip().split(" ", 1)
        for part in page.locator("meta[http-equiv='Content-Security-Policy']").get_attribute("content").split(";")
    )
    assert policy["default-src"] == "'none'"
    assert policy["base-uri"] == policy["form-action"] == "'none'"
    for name in ("script-src", "style-src"):
        assert policy[name].startswith("'sha256-")
        assert " " not in policy[name]
    assert "unsafe" not in str(policy)
    assert not {"connect-src", "frame-src", "object-src", "font-src"} & set(policy)
    page.evaluate("""() => {
        const script = document.createElement("script"); script.textContent = "window.hit = 1"; document.body.append(script);
        const image = new Image(); image.src = "https://example.invalid/z"; document.body.append(image);
        document.body.insertAdjacentHTML("beforeend", "<p onclick='window.hit = 1' id=trap>x</p>"); document.querySelector("#trap").click();
    }""")
    assert page.evaluate("fetch('https://example.invalid/').then(() => 'asked', () => 'refused')") == "refused"
    assert page.evaluate("window.hit") is None
    refused = [message for message in page.seen if "Content Security Policy" in message or "violates" in message]
    assert len(refused) >= 4
    assert answered == []
    page.seen.clear()
