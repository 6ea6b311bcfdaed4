"""Pages in the markup habits of union websites, invented: what stands in the article and what the page adds to it."""

from collections.abc import Sequence
from typing import NamedTuple

TITLE = "市总工会“送清凉”走进建筑工地"
PARAGRAPHS = (
    "本网讯（通讯员 郁青禾）7月3日，白杨市总工会副主席薄云舟一行来到城北安置房项目工地，为坚守一线的300余名建筑工人送去防暑降温用品。",
    "薄云舟详细了解了工地的作息安排和休息室、饮水点的配备，要求项目部错峰施工，切实保障职工的生命健康。",
    "据介绍，今年市总工会计划投入资金80万元，为环卫、快递、建筑等行业的户外劳动者送去清凉。",
)
CELLS = (("项目", "金额（万元）", "人数"), ("夏送清凉", "80", "12000"), ("金秋助学", "45", "310"))
NOISE = ("首页", "当前位置", "分享到", "上一篇", "下一篇", "版权所有", "ICP备", "浏览次数", "打印本页", "友情链接", "站内搜索")
HEAD = "<div class=top><a href=/>首页</a> | <a href=/jg>机构设置</a> | <a href=/gz>工作动态</a><form>站内搜索<input></form></div>"
PATH = "<div class=wz>当前位置：<a href=/>首页</a> &gt; <a href=/gz>工作动态</a> &gt; 正文</div>"
FOOT = (
    "<div class=share>分享到：<a>微信</a><a>微博</a></div><div>上一篇：<a href=1.html>市总召开常委会</a></div>"
    "<div>下一篇：<a href=2.html>区总举办培训班</a></div><div class=links>友情链接：<a>省总工会</a> <a>中工网</a></div>"
    "<div class=foot>版权所有：白杨市总工会　某ICP备00000000号　地址：人民路1号　邮编：000000</div>"
)
INFO = "<div class=info>来源：市总宣教部　发布时间：2023-07-04 09:12　浏览次数：<span>318</span>次　[打印本页] [关闭]</div>"


class Site(NamedTuple):
    """One habit of markup."""

    name: str
    html: str
    table: bool = False


_MENU = ("工会概况", "工作动态", "通知公告", "政策法规", "职工维权", "劳模风采", "女工工作", "网上办事", "帮扶中心", "信息公开")
_SCRIPT = (
    "(function(){var n=document.getElementById('n%d');if(n){n.onclick=function(){window.open('/s?q='+encodeURIComponent(n.value));};}})();"
)
_STYLE = ".m%d a{color:#333;font:14px/28px 宋体;text-decoration:none;padding:0 12px;background:url(/images/bg%d.png) no-repeat}"


def heavy(title: str, paragraphs: Sequence[str]) -> str:
    """An article in a page with the weight of a real site: menus, scripts, style sheets, lists of other news, Word's markup; some 100 KB."""
    scripts = "".join(f"<script>{''.join(_SCRIPT % (10 * n + k) for k in range(30))}</script>" for n in range(8))
    style = f"<style>{''.join(_STYLE % (n, n) for n in range(150))}</style>"
    menus = "".join(
        f"\n      <li><a href=/c{n}/>{name}</a><ul>{''.join(f'<li><a href=/c{n}/{k}/ target=_blank>{name}{k}</a></li>' for k in range(8))}</ul></li>"
        for n, name in enumerate(_MENU)
    )
    others = "".join(
        f"\n      <tr><td class=dot>·</td><td><a href=/t{n}.html title=某区总工会召开第{n}次全委会议>某区总工会召开第{n}次全委会议</a></td><td>07-{n % 30 + 1:02}</td></tr>"
        for n in range(60)
    )
    spans = "".join(
        '<p class="MsoNormal" style="text-indent:32pt;line-height:28pt;mso-pagination:widow-orphan">'
        + "".join(
            f'<span lang="ZH-CN" style="font-size:16pt;font-family:仿宋_GB2312;mso-ascii-font-family:Calibri">{paragraph[at : at + 25]}</span>'
            for at in range(0, len(paragraph), 25)
        )
        + "<o:p></o:p></p>"
        for paragraph in paragraphs
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title}-白杨市总工会</title>{style}{scripts}</head><body>{HEAD}"
        f"<div class=nav><ul>{menus}</ul></div>{PATH}<div class=main><div class=left><h1>{title}</h1>{INFO}<div class=TRS_Editor>{spans}</div></div>"
        f"<div class=right><h3>最新动态</h3><table>{others}</table></div></div>{FOOT}{scripts}</body></html>"
    )


def _page(body: str, head: str = "") -> str:
    return f"<html><head><meta charset=utf-8><title>{TITLE}-白杨市总工会</title>{head}</head><body>{HEAD}{PATH}{body}{FOOT}</body></html>"


_P = "".join(f"<p>　　{paragraph}</p>" for paragraph in PARAGRAPHS)
_BR = "<br><br>".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{paragraph}" for paragraph in PARAGRAPHS)
_SPANS = "".join(
    f'<p class=MsoNormal style="text-indent:32pt"><span style="font-family:仿宋"><font size=3>{paragraph[:20]}</font></span>'
    f"<span><b>{paragraph[20:]}</b></span></p>"
    for paragraph in PARAGRAPHS
)
_DIVS = "".join(f"<div>{paragraph}</div>" for paragraph in PARAGRAPHS)
_TABLE = "<table border=1>" + "".join("<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in CELLS) + "</table>"

SITES = (
    Site("an editor's box of paragraphs", _page(f"<h1>{TITLE}</h1>{INFO}<div class=TRS_Editor>{_P}</div>")),
    Site("paragraphs parted by line breaks", _page(f"<h2>{TITLE}</h2>{INFO}<div id=zoom>{_BR}</div>")),
    Site("Word's spans and fonts", _page(f"<div class=title>{TITLE}</div>{INFO}<div class=article-content>{_SPANS}</div>")),
    Site("a page set in tables", _page(f"<table><tr><td class=bt>{TITLE}</td></tr><tr><td>{INFO}</td></tr><tr><td>{_P}</td></tr></table>")),
    Site("paragraphs as divisions", _page(f"<div class=con><h3>{TITLE}</h3>{INFO}<div class=nr>{_DIVS}</div></div>")),
    Site("a table of figures inside", _page(f"<h1>{TITLE}</h1>{INFO}<div class=TRS_Editor>{_P}{_TABLE}</div>"), table=True),
    Site(
        "the government's meta tags",
        _page(
            f"<h1>{TITLE}</h1>{INFO}<div class=pages_content>{_P}</div>",
            f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2023-07-04 09:12"><meta name="ContentSource" content="市总宣教部">',
        ),
    ),
    Site("a page with the weight of a real one", heavy(TITLE, PARAGRAPHS)),
)
