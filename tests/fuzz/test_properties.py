"""What holds of any text and any bytes, by hypothesis; atheris looks further (test_fuzz.py)."""

import codecs

from hypothesis import given, settings
from hypothesis import strategies as st

from graphkit.encoding import decode
from tests.fuzz.targets import TARGETS, check_segments

LINE = st.text(alphabet="省总工会市主席王力本报讯（记者）0123456789，。：；“”《》 \u3000abc.,:()\t\u200b图为摄第版■", max_size=60)
PAGES = st.lists(LINE, max_size=40).map("\n".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "utf-16"])


@settings(deadline=None)
@given(PAGES)
def test_the_segmenter_keeps_what_it_reads(page: str) -> None:
    check_segments(page)


@settings(deadline=None)
@given(st.text())
def test_the_segmenter_takes_any_text(text: str) -> None:
    check_segments(text.encode("utf-8", "replace").decode())


@settings(deadline=None)
@given(st.binary(max_size=400), st.sampled_from(sorted(TARGETS)))
def test_readers_take_any_bytes(data: bytes, name: str) -> None:
    assert TARGETS[name](data) is None  # nothing is raised


@settings(deadline=None)
@given(st.text(alphabet="陕西省总工会开展送温暖活动，的一是在不了有和人这中大为上个国我以要他时来用们。", min_size=30), ENCODINGS)
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert codecs.lookup(decoded.encoding).name.split("-")[0] == codecs.lookup(encoding).name.split("-")[0]
