"""Web pages (.html .htm) as saved from a government site: the text without what surrounds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from corpus.errors import DocumentDamaged, TextUndecodable
from corpus.fold import fold
from corpus.formats.base import ReportParser
from corpus.formats.html_main import main_lines
from corpus.formats.text import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["HtmlParser"]

_HEAD_BYTES = 4096
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)
_ENCODINGS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
"""What pages claim, and the wider encoding that they mean."""
_CONTROLS = dict.fromkeys((*range(9), 11, *range(14, 32)), " ")
_NUMBER_LABEL = re.compile(
    r"(?:文\s*号|发文字号|文件编号)\s*:?\s*(\S{1,20}[〔\[(]\d{4}[〕\])]\s*第?\d+\s*号)"
)


class HtmlParser(ReportParser):
    """Reads a page with lxml; scripts are never run and nothing is fetched."""

    def read(self, data: bytes, name: str) -> str:
        """Read the main text; a page without any gives an empty one."""
        try:
            source = decode(data, name, declared=_declared(data))
        except TextUndecodable as error:
            raise DocumentDamaged(file=name) from error
        parser = etree.HTMLParser(encoding="utf-8", no_network=True)
        try:
            page = etree.fromstring(source.translate(_CONTROLS).encode("utf-8", "replace"), parser)
            body = None if page is None else page.find("body")
            if body is None:
                return ""
            lines = main_lines(body, _page_titles(page))
            return "\n".join(_document_number(body, lines) + lines)
        except (etree.LxmlError, RecursionError) as error:
            raise DocumentDamaged(file=name) from error


def _declared(data: bytes) -> str | None:
    claim = _CHARSET.search(data[:_HEAD_BYTES])
    return _ENCODINGS.get(claim[1].decode("ascii").lower()) if claim else None


def _page_titles(page: _Element) -> list[str]:
    titles = [title.text or "" for title in page.iterfind("head/title")]
    metas = (meta for meta in page.iterfind("head/meta"))
    return titles + [
        meta.get("content") or ""
        for meta in metas
        if (meta.get("name") or meta.get("property") or "").lower() in {"articletitle", "og:title"}
    ]


def _document_number(body: _Element, lines: list[str]) -> list[str]:
    """Find the 文号 of the site's index table, where the text itself has lost it."""
    shown = re.sub(r"\s+", " ", " ".join(body.itertext()))
    label = _NUMBER_LABEL.search(fold(shown))
    number = shown[slice(*label.span(1))] if label else ""
    return [number] if re.sub(r"\s", "", number) not in re.sub(r"\s", "", "".join(lines)) else []
