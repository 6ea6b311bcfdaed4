"""What the recogniser gets wrong by a character, mended by the form of names."""

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from graphkit.components import people
from graphkit.components.found import Found
from graphkit.components.mentions import entities, settle
from graphkit.components.tokenizer import recut


def mended(text: str, name: str) -> str:
    start = text.index(name)
    found = people.agreed(people.mended(Found(start, start + len(name), "PERSON", "model"), text), text)
    return text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("焊工綦小燕到场。", "小燕", "綦小燕"),
        ("队员、妫海涛。", "海涛", "妫海涛"),
        ("玉素甫江艾尼说，好。", "玉素甫江艾尼说", "玉素甫江艾尼"),
        ("裴云攥着图纸。后来，裴云，笑了。", "裴云攥", "裴云"),
        ("祁麦收来了，祁麦收走了。", "祁麦", "祁麦收"),
        ("王力来了，王力走了。", "王力", "王力"),
        ("电工岑浩来了。", "工岑浩", "岑浩"),
    ],
)
def test_persons_are_mended(text: str, name: str, whole: str) -> None:
    assert mended(text, name) == whole


def test_words_that_only_look_like_names_are_none() -> None:
    assert not people.is_name("职务")
    assert people.is_name("职小梅")


def test_a_calling_and_a_surname_are_two_words() -> None:
    assert recut(["焊", "工覃", "桂兰"], "焊工覃桂兰") == ["焊", "工", "覃", "桂兰"]
    assert recut(["工程", "师傅"], "工程师傅") == ["工程", "师傅"]


def chosen(text: str, *found: tuple[str, str, str]) -> list[tuple[str, str]]:
    finds = [Found(text.index(name), text.index(name) + len(name), kind, source) for name, kind, source in found]
    return [(text[item.start : item.end], item.type) for item in settle(finds, text)]


def test_the_grammar_gives_way_to_the_whole_name() -> None:
    office = ("市总法律援助中心", "ORG", "model"), ("市总", "UNION", "short")
    assert chosen("市总法律援助中心接案", *office) == [("市总法律援助中心", "ORG")]
    verb = ("会同市人社局", "ORG", "model"), ("市人社局", "ORG", "organ")
    assert chosen("会同市人社局办案", *verb) == [("市人社局", "ORG")]
    adverb = ("今年市总工会", "UNION", "model"), ("市总工会", "UNION", "grammar")
    assert chosen("今年市总工会拨款", *adverb) == [("市总工会", "UNION")]


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("陕工网讯（记者 李四）近日", "陕工网讯", "陕工网"),
        ("省总开会\n甘肃工人报讯(记者 李四)近日", "甘肃工人报讯", "甘肃工人报"),
        ("参观陕西网讯公司", "陕西网讯公司", "陕西网讯公司"),
        ("他在陕工网讯上说", "陕工网讯", "陕工网讯"),
    ],
)
def test_a_paper_ends_before_its_dateline(text: str, name: str, whole: str) -> None:
    doc = Doc(Vocab(), words=list(text), spaces=[False] * len(text))
    start = text.index(name)
    doc.ents = [Span(doc, start, start + len(name), label="ORG")]
    assert [text[found.start : found.end] for found in entities(doc)] == [whole]
