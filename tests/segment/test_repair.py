"""Cut lines joined: repeats, signatures, short halves; headings and text that looks like furniture left alone."""

import pytest

from graphkit.records import SourceText
from graphkit.segment import segment
from graphkit.segment.junction import ends_clause, overlap
from graphkit.segment.lines import lines_of
from graphkit.segment.repair import openness


def text(page: str) -> str:
    return "\n".join(article.text for article in segment(SourceText("t", "t.txt", page)))


CUT = (
    "把温暖送到一线\n\n今年以来,市总工会坚持把服务职工摆在首位,筹集资金三百万元,走访慰问困难职工和农民工一千二百名,并为他们办理了大病互\n\n助"
    "保障,受到广泛好评。\n\n"
)


@pytest.mark.parametrize(
    ("left", "right", "size"),
    [
        ("修枝剪和三千副", "三千副劳保手套。", 3),
        ("职工学校的", "校的老师进村。", 2),
        ("送清凉1460万元，", "460万元，惠及企业。", 6),
        ("户均3270元和牌子", "牌子。", 2),
        ("截至20", "20年年底", 0),  # one number cut in two
        ("今年的一天", "天都亮了。", 0),  # one character often stands twice by chance
        ("困难职", "工一千名。", 0),
    ],
)
def test_what_the_right_half_repeats(left: str, right: str, size: int) -> None:
    assert overlap(left, right) == size


def test_a_clause_ends_behind_a_word_and_not_inside_one() -> None:
    assert ends_clause("更有活力") > ends_clause("荣誉墙不大，却挂") > ends_clause("职工医保打")


def test_a_signature_is_joined_where_columns_cut_it() -> None:
    assert "(本报记者 桂竹)" in text(CUT + "活动将持续到年底,市总工会欢迎各县区总工会的干部前来交流。\n\n(本报记者 桂\n\n竹)\n")


def test_a_short_half_below_a_crosshead_is_joined() -> None:
    page = CUT + "众人拾柴的故事\n\n大病保障织了三层网:职工医保打\n\n底,职工互助保障会承接第二层,爱心一日捐兜最后一层,一年赔付三百万元。\n"
    assert "职工医保打底" in text(page)
    assert "众人拾柴的故事\n" in text(page)


def test_a_page_without_cuts_keeps_its_headings() -> None:
    page = "标题在此处\n\n第一段说一件事,说得很清楚,也说得很长,长到比任何一个标题都要长出许多来才肯停下。\n\n让一线职工有奔头\n\n户外劳动者服务站点今年新建二十八个。\n"
    assert openness(list(lines_of(page))) == 0
    assert "让一线职工有奔头\n" in text(page)


@pytest.mark.parametrize(
    "line", ["电话给队员们买了一份短期意外险", "印刷包装四大行业工会联合会每年", "二审，最终帮他拿到赔偿", "扫码咨询突破两万次，好评如潮"]
)
def test_text_that_begins_like_furniture_is_kept(line: str) -> None:
    assert not next(lines_of(line)).is_furniture


@pytest.mark.parametrize(
    "line", ["电话：0910-0000000", "责编:王五", "责任编辑 王五 美编 赵六", "印刷:西部印刷厂", "扫码关注我们", "星期五", "邮编710000"]
)
def test_furniture(line: str) -> None:
    assert next(lines_of(line)).is_furniture


def test_names_cut_at_the_space_between_them_stay_one_line() -> None:
    wrapped = "\u3000\u3000重庆工人报讯（记者 慕青 通讯员\n 熊国彬）长途司机最怕车坏在半道，如\n今手机上点一下，附近的会员就会赶来\n帮忙。"
    assert "通讯员熊国彬" in text(wrapped).replace(" ", "")
