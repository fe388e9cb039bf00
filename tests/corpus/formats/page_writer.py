"""Web pages of a report in the shapes that government sites are built in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_SCRIPT = '<script>var words = "一、脚本不是正文，不是。不是，不是。"; show(words);</script>'
_MENU = "".join(
    f'<li><a href="/{name}">{name}</a></li>' for name in ("首页", "政务公开", "办事服务")
)
_INDEX = (
    "<table><tr><td>索 引 号：</td><td>008-2031-0007</td><td>主题分类：</td><td>司法</td></tr>"
    "<tr><td>发布机构：</td><td>司法局</td><td>发文日期：</td><td>2031-01-20</td></tr></table>"
)
_INFO = (
    "来源：本地司法局 发布时间：2031-01-21 09:30 浏览次数：<span>128</span> "
    '字体：【<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】 <a href="#">打印本页</a>'
)
_RELATED = (
    '<ul><li><a href="1">一图读懂年度报告，欢迎点击，欢迎转发。</a></li>'
    '<li><a href="2">政策问答</a></li></ul>'
)
_FOOTER = (
    "主办单位：青岚市人民政府办公室，地址：某路1号，邮编：000000。<br>版权所有 某ICP备00000000号"
)


def _paragraphs(text: str, tag: str = "p", attributes: str = "") -> str:
    lines = text.strip("\n").split("\n")
    return "\n".join(f"<{tag}{attributes}>&nbsp;&nbsp;{escape(line)}</{tag}>" for line in lines)


def modern_page(text: str) -> bytes:
    """A content system's page: menu, crumbs, index table, title apart, related links, footer."""
    title = text.split("\n")[2]
    spans = _paragraphs(text).replace(">&nbsp;", ' style="text-indent:2em"><span>&nbsp;')
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>{title}_青岚市人民政府</title><style>p {{ color: red }}</style>{_SCRIPT}</head><body>
<div class="header"><ul class="nav">{_MENU}</ul></div>
<div class="crumb">您当前的位置：<a>首页</a> &gt; <a>政务公开</a> &gt; <a>法治政府</a></div>
{_INDEX}<h1 class="title">{title}</h1><div class="info">{_INFO}</div>
<div class="TRS_Editor" id="zoom">{spans.replace("</p>", "</span></p>")}{_SCRIPT}</div>
<div class="related"><h3>相关链接</h3>{_RELATED}</div>
<div class="footer">{_FOOTER}</div></body></html>""".encode()


def table_page(text: str) -> bytes:
    """An old site: laid out with tables, paragraphs by line breaks, encoded in gb2312."""
    body = "<br />\r\n<br />".join(
        f"&nbsp;&nbsp;&nbsp; <font size=3>{escape(line)}</font>"
        for line in text.strip("\n").split("\n")
    )
    return f"""<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312">
<title>政府信息</title></head><body><table width=980><tr><td><a>首页</a> | <a>概况</a> | <a>新闻</a>
</td></tr></table><table><tr><td width=200>{_RELATED}</td><td><table><tr><td class=bt></td></tr>
<tr><td align=center>{_INFO}</td></tr><tr><td id=content>{body}</td></tr>
<tr><td align=right>【<a>打印</a>】【<a>关闭</a>】</td></tr></table></td></tr></table>
<table><tr><td>{_FOOTER}</td></tr></table></body></html>""".encode("gb18030")


def form_page(text: str) -> bytes:
    """A page inside one form, a division for each paragraph, title and signature set apart."""
    lines = text.strip("\n").split("\n")
    inner = _paragraphs("\n".join(lines[3:-2]), "div", ' class="para"')
    return f"""<html><head><meta charset="UTF-8"><meta name="ArticleTitle" content="{lines[2]}">
</head><body><form id="aspnetForm"><div id="top"><a>登录</a><a>注册</a></div><div class="wrap">
<div class="text"><p align="center">{lines[0]}</p><h2>{lines[1]}<br/>{lines[2]}</h2>
<div class="words">{inner}</div><div style="text-align:right"><p>{lines[-2]}</p><p>{lines[-1]}</p>
</div></div><div style="display:none">隐藏的文字，看不见。</div></div>
<div class="bottom-box">{_FOOTER}</div></form></body></html>""".encode()


def crowded_page(text: str) -> bytes:
    """Index table, source line, related links and neighbours all inside the text's container."""
    return f"""<html><head><meta charset="gbk"><title>报告</title></head><body><div id="zoom">
{_INDEX}<p>{_INFO}</p>
{_paragraphs(text)}
<p>责任编辑：某某</p><p>【打印】 【关闭窗口】</p><p>上一篇：<a>某某通知，请注意。</a></p>
<p>下一篇：<a>某某公告</a></p><p>相关链接：</p>{_RELATED}<p>扫一扫在手机打开当前页</p></div>
</body></html>""".encode("gbk", "xmlcharrefreplace")


def bare_page(text: str) -> bytes:
    """Nothing but the text, wrapped in its source as an editor program does."""
    broken = _paragraphs(text).replace("，", "，\n      ")
    return f"<html><body>{broken}</body></html>".encode("utf-8-sig")


def preformatted_page(text: str) -> bytes:
    """The text as it is in `pre`, as office programs save plain text."""
    return f"<html><meta charset=utf-8><body><pre>{escape(text)}</pre></body></html>".encode()


PAGES: Final[dict[str, Callable[[str], bytes]]] = {
    "modern": modern_page,
    "tables": table_page,
    "form": form_page,
    "crowded": crowded_page,
    "bare": bare_page,
    "pre": preformatted_page,
}
