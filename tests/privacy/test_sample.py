"""The build of the sample: nothing of those who are left out leaves the house, all of it is in the database."""

from pathlib import Path

import pytest

from graphkit import graph, store
from graphkit.privacy import left_out
from graphkit.privacy.forms import is_name


def test_a_build_is_without_private_people(built: Path) -> None:
    whole = graph.build(built / "graph.db")
    with store.connect(built / "graph.db") as db:
        texts = list(store.texts(db))
        gone = left_out(whole, texts, store.signed(db), "public")
    names = {
        kind: {fields["label"] for node, fields in whole.nodes(data=True) if fields["type"] == "PERSON" and (node in gone) == kind}
        for kind in (True, False)
    }
    private = {name for name in names[True] if is_name(name) and not any(name in other or other in name for other in names[False])}
    assert len(private) > 20
    files = [path for path in built.iterdir() if path.suffix in {".html", ".graphml", ".gexf", ".json"}]
    assert len(files) == 4
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert [name for name in sorted(private) if name in text] == [], path.name
        assert "×××" in text
    assert all(any(name in text.text for text in texts) for name in private)


@pytest.mark.parametrize(("form", "told"), [("刘坪镇", False), ("赵家村", False), ("李国强", True), ("王镇", True)])
def test_what_ends_as_places_do_is_rather_a_place(form: str, told: bool) -> None:
    assert is_name(form) is told
