"""Web pages: what is kept whole, what is dropped, and pages without any text."""

from __future__ import annotations

import pytest

from corpus.errors import DocumentDamaged
from corpus.formats.html import HtmlParser
from tests.corpus.formats.page_writer import crowded_page, modern_page
from tests.corpus.formats.samples import INVENTED

SENTENCE = "全年共受理行政复议案件14件，办结14件，群众满意度进一步提升。"


def read(page: str) -> list[str]:
    return HtmlParser().read(page.encode(), "页面.html").split("\n")


def body(inner: str) -> list[str]:
    return read(f"<html><body><div id='zoom'>{inner}<p>{SENTENCE}</p></div></body></html>")[:-1]


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("<p>甲<br>乙<br/><br>丙</p>", ["甲", "乙", "丙"]),
        ("<p><span>一</span><span>、</span><b>甲</b></p>", ["一、甲"]),
        ("<div>甲<p>乙</p>丙</div>", ["甲", "乙", "丙"]),
        ("<p>&nbsp;&nbsp;\u3000\u3000甲&nbsp;乙\u3000</p>", ["甲\xa0乙"]),
        ("<p>法治\n      政府</p>", ["法治政府"]),
        ("<p>受理\n   14 件</p>", ["受理 14 件"]),
        ("<p>甲</p>\n\n<p> </p><p>&nbsp;</p><p>乙</p>", ["甲", "乙"]),
        ("<p>&lt;甲&gt; &amp; &ldquo;乙&rdquo;</p>", ["<甲> & “乙”"]),
        ("<p>甲<!-- 注释 -->乙</p>", ["甲乙"]),
        ("<p>甲<script>乙</script>丙<style>丁</style></p>", ["甲丙"]),
        ("<p>甲<span style='display: none'>乙</span></p>", ["甲"]),
        ("<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>",
         ["甲\t1", "乙\t2"]),
        ("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", ["甲", "乙"]),
        ("<pre>甲\n  乙</pre>", ["甲", "乙"]),
        ("<ol><li>甲</li><li>乙</li></ol>", ["甲", "乙"]),
        ("<p>甲<a href='x'>乙</a></p>", ["甲乙"]),
    ],
)  # fmt: skip
def test_lines(inner: str, lines: list[str]) -> None:
    assert body(inner) == lines


def test_title_apart_comes_first_unless_it_is_repeated() -> None:
    page = "<title>关于法治工作的报告-某网</title><body>{}<div>{}</div></body>"
    text = f"<p>市政府：</p><p>{SENTENCE}</p>"
    apart = page.format("<div class='bt'>关于法治<br>工作的报告</div>", text)
    assert read(apart)[:3] == ["关于法治", "工作的报告", "市政府："]
    repeated = page.format("<h1>关于法治工作的报告</h1>", "<p>关于法治工作的报告</p>" + text)
    assert read(repeated)[:2] == ["关于法治工作的报告", "市政府："]
    other = page.format("<h2>最新公告与通知</h2>", text)
    assert read(other)[0] == "市政府："


def test_document_number_of_the_index_table_is_kept_where_the_text_lacks_it() -> None:
    index = "<table><tr><td>文 号：</td><td>云府发〔2031〕9号</td><td>索引号：X</td></tr></table>"
    page = f"<html><body>{index}<div id=zoom><p>{SENTENCE}</p>{{}}</div></body></html>"
    assert read(page.format("")) == ["云府发〔2031〕9号", SENTENCE]
    assert read(page.format("<p>云府发〔2031〕9 号</p>")) == [SENTENCE, "云府发〔2031〕9 号"]


def test_site_lines_are_dropped_only_around_the_text() -> None:
    lines = HtmlParser().read(crowded_page(INVENTED), "a.html").split("\n")
    assert lines[0] == "云府法〔2031〕7号"
    assert lines[-1] == "2031年1月20日"
    assert body(f"<p>{SENTENCE}</p><p>来源：司法局</p>") == [SENTENCE, "来源：司法局"]


def test_nothing_of_scripts_menus_and_footers() -> None:
    text = HtmlParser().read(modern_page(INVENTED), "a.html")
    for words in ("脚本", "政务公开", "首页", "索引", "主办", "一图读懂", "浏览次数", "打印"):
        assert words not in text


@pytest.mark.parametrize(
    "page",
    [
        "<html><script>" + "var a='一、这不是正文，不是。';" * 2000 + "</script></html>",
        "<html><body><script>document.write('全年受理14件。')</script></body></html>",
        "<html><body><noscript>请打开脚本，谢谢。</noscript></body></html>",
        "<!-- 一、甲 -->",
        "<html></html>",
    ],
)  # fmt: skip
def test_a_page_of_scripts_has_no_text(page: str) -> None:
    assert HtmlParser().read(page.encode(), "a.html") == ""


@pytest.mark.parametrize("claim", ["gb2312", "GBK", "utf-8", "iso-8859-1", "nonsense"])
def test_the_bytes_decide_where_the_claim_is_wrong(claim: str) -> None:
    page = f"<html><head><meta charset='{claim}'></head><body><p>{SENTENCE}</p></body></html>"
    for encoding in ("utf-8", "gb18030"):
        assert HtmlParser().read(page.encode(encoding), "a.html") == SENTENCE


def test_a_short_page_is_read_as_it_claims() -> None:
    page = "<meta http-equiv=Content-Type content='text/html; charset=big5'><p>雲溪</p>"
    assert HtmlParser().read(page.encode("big5"), "a.html") == "雲溪"


def test_something_else_named_html() -> None:
    with pytest.raises(DocumentDamaged) as caught:
        HtmlParser().read(b"\x00\x01\x02\xff" * 100, "坏.html")
    assert caught.value.details == {"file": "坏.html"}


def test_deep_nesting_ends_without_harm() -> None:
    deep = "<div>" * 100_000 + SENTENCE
    assert HtmlParser().read(deep.encode(), "a.html") in {"", SENTENCE}
