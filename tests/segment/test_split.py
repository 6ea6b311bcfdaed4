"""Articles told apart: column names, kickers, photo news, captions across a gap, crossheads of a form."""

import pytest

from graphkit.records import Article, SourceText
from graphkit.segment import segment
from graphkit.segment.headings import form, is_column, is_kicker, is_name
from tests.newspaper import known_articles, pages

FIRST = """甲市总工会启动送清凉活动

本报讯(记者 王力)7月1日,甲市总工会启动夏送清凉活动,首批慰问品价值十万元,惠及甲市环卫工人六百名。

"""
COMMENT = """工友之声

春天到了,乙省各地的厂房里又响起机器声。返岗的人问得最多的,是今年的培训还办不办。

我们说,乙省的培训不但要办,还要办到夜里、办到车间,让上夜班的人也学得上。
"""
FEATURE = """把家安在职工心坎上

——丙县总工会工作综述

丙县总工会坚持建家强基,今年新建会站家一体化阵地二十六个,覆盖丙县十四个乡镇。

抓组建,夯基础,增强工会活力

丙县总工会派出十二名干部进企业、进园区,新发展会员三千四百名。
"""
PHOTO = "近日,丁市总工会在工人文化宫举办职工书画展,展出作品一百八十件,其中女职工的作品占了四成。图为职工在观看展览。 李默 摄"


def read(text: str) -> list[Article]:
    return segment(SourceText("t", "t.txt", text))


def kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_a_column_name_begins_an_article_that_has_no_title() -> None:
    assert [article.title for article in read(FIRST + COMMENT)] == ["甲市总工会启动送清凉活动", "工友之声"]


@pytest.mark.parametrize("above", ["热烈庆祝五一国际劳动节", "劳模风采", "学习宣传贯彻省第十三次党代会精神", "送清凉系列报道之三"])
def test_what_stands_above_a_title_is_its_kicker(above: str) -> None:
    (only,) = read(f"{above}\n\n{FIRST}")
    assert kinds(only)[:2] == [("kicker", above), ("title", "甲市总工会启动送清凉活动")]


def test_three_phrases_are_a_crosshead() -> None:
    (only,) = read(FEATURE)
    assert ("heading", "抓组建,夯基础,增强工会活力") in kinds(only)


def test_a_caption_across_a_gap_is_no_subtitle() -> None:
    title, rest = FEATURE.split("\n\n丙县", 1)
    (only,) = read(f"{title}\n\n\n\n丙县五一表彰大会\n\n丙县{rest}")
    assert [kind for kind, _ in kinds(only)[:4]] == ["title", "subtitle", "caption", "paragraph"]


def test_photo_news_below_a_crosshead_is_an_article_and_the_feature_goes_on() -> None:
    front, back = FEATURE.split("\n\n丙县总工会派出")
    photo, feature = sorted(read(f"{front}\n\n\n\n{PHOTO}\n\n丙县总工会派出{back}"), key=lambda article: article.title)
    assert (photo.title, photo.text) == ("", PHOTO)
    assert feature.text.endswith("新发展会员三千四百名。")


def test_a_title_of_one_item_is_not_left_for_its_dateline_behind_a_caption() -> None:
    title, item = FIRST.strip().split("\n\n")
    assert len(read(f"{title}\n\n\n\n劳动最光荣\n\n{item}")) == 1


@pytest.mark.parametrize("text", ["工会简讯", "各地短讯", "简讯三则", "一线故事", "工会论坛", "记者手记"])
def test_names_of_columns(text: str) -> None:
    assert is_column(text)


@pytest.mark.parametrize("text", ["甲市总工会启动送清凉活动", "把家安在职工心坎上", "暖人心、强基础", "代表们说"])
def test_titles_are_no_names_of_columns_and_no_kickers(text: str) -> None:
    assert not is_column(text)
    assert not is_kicker(text)


@pytest.mark.parametrize(
    ("text", "shape"), [("强基础、补短板，更有活力", "x、x，x"), ("“规范+建强” 推进创新", "“x+x” x"), ("生活入股", "x")]
)
def test_the_shape_of_a_heading(text: str, shape: str) -> None:
    assert form(text) == shape


@pytest.mark.parametrize(("text", "name"), [("呼延涛", True), ("王力", True), ("简讯", False), ("把人留住", False)])
def test_a_name_alone(text: str, name: bool) -> None:
    assert is_name(text) is name


def test_a_crowded_page_remembers_where_it_cut_and_began() -> None:
    for page in pages(3, known_articles()[::2]):
        assert all(not page.text[place].isspace() for pair in page.cuts for place in pair)
        assert all(page.text[start - 1 : start] in {"", "\n"} for start in page.starts)
