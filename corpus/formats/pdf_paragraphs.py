"""Printed lines back into paragraphs (版面还原): what belongs together, what is page furniture.

Official print indents the first line of a paragraph by two characters and fills every line but
the last; both edges are known to a fraction of a character, so they decide before any wording.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from corpus.fold import fold

if TYPE_CHECKING:
    from corpus.formats.pdf_lines import Line

__all__ = ["join_lines"]

_PAGE_NUMBER = re.compile(
    r"[\s—–\-─~·•.]*\d{1,4}(\s*/\s*\d{1,4})?[\s—–\-─~·•.]*|第\s*\d+\s*页.{0,12}"
)
_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十]{1,3}[章节部编条]"
)
_ITEM = re.compile(r"\(\d{1,2}\)|\d{1,2}[.、](?!\d)|[-—]{2}")
_ENDED = re.compile(r"[。!?][”’」)》]*$")
_INDENT_EM = 1.3
_SHORT_EM = 2.2
_PARAGRAPH_GAP = 1.35
_FULL_PAGE = 8
_LIKE_OTHERS = 0.85
_SAME_PLACE = 3.0
"""Points by which a running header may move from page to page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """Where the text of a page begins and ends across, and what a character measures."""

    left: float
    right: float
    em: float

    def indent(self, line: Line) -> float:
        return (line.left - self.left) / self.em

    def shortfall(self, line: Line) -> float:
        return (self.right - line.right) / self.em


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """How this document sets its paragraphs apart."""

    indented: bool
    pitch: float
    """Distance from line to line inside a paragraph."""


def join_lines(pages: list[list[Line]]) -> list[str]:
    """Join the lines of all pages into paragraphs, running headers and page numbers dropped."""
    pages = [page for page in _without_furniture(pages) if page]
    if not pages:
        return []
    columns = _columns(pages)
    style = _style(pages, columns)
    placed = [
        (line, column, number)
        for number, (page, column) in enumerate(zip(pages, columns, strict=True))
        for line in page
    ]
    paragraphs = [placed[0][0].text]
    for (before, before_column, before_page), (line, column, page_number) in pairwise(placed):
        apart = before.bottom - line.bottom if before_page == page_number else 0.0
        lone = paragraphs[-1] == before.text
        if apart > _PARAGRAPH_GAP * style.pitch or _begins(
            line, column, before, before_column, style, lone=lone
        ):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _glue(paragraphs[-1], line.text)
    return paragraphs


def _begins(
    line: Line, column: _Column, before: Line, before_column: _Column, style: _Style, *, lone: bool
) -> bool:
    """Whether a line begins a paragraph, from both edges and only then from its words.

    `lone` says that the line before is the whole of its paragraph so far.
    """
    if "\t" in line.text or "\t" in before.text:
        return True  # the row of a table
    if before.em and line.em and not 0.88 < line.em / before.em < 1.14:
        return True
    if column.indent(line) > _INDENT_EM:
        return True
    if _is_short(before, before_column, line, style):
        return True
    lone_heading = lone and _is_heading(before) and "。" not in before.text
    item = not style.indented and _ITEM.match(fold(line.text)) is not None
    return (_is_heading(line) or item) and (_is_ended(before) or lone_heading)


def _is_short(before: Line, column: _Column, line: Line, style: _Style) -> bool:
    """Whether a line ended before the margin although the next one's start had room on it.

    Where paragraphs are not indented, a finished sentence needs less proof.
    """
    room = column.shortfall(before) * column.em
    fitted = line.first_run < room - 0.5 * column.em
    if not style.indented and _is_ended(before):
        return fitted or room > _SHORT_EM * column.em
    return fitted and room > _SHORT_EM * column.em


def _is_heading(line: Line) -> bool:
    return _HEADING.match(fold(line.text)) is not None


def _is_ended(line: Line) -> bool:
    return _ENDED.search(fold(line.text)) is not None


def _glue(before: str, after: str) -> str:
    words = before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii()
    return f"{before} {after}" if words and after[:1].isalpha() else before + after


def _columns(pages: list[list[Line]]) -> list[_Column]:
    """Measure the text column of each page; a page of a few short lines takes the document's."""
    ems = [line.em for page in pages for line in page if line.em]
    em = median(ems) if ems else 12.0
    edges = [
        (_edge([-x.left for x in page], em), _edge([x.right for x in page], em)) for page in pages
    ]
    printed = [edge for edge, page in zip(edges, pages, strict=True) if len(page) >= _FULL_PAGE]
    left, right = (median(side) for side in zip(*(printed or edges), strict=True))
    return [
        _Column(left=-own_left, right=own_right, em=em)
        if own_left + own_right > _LIKE_OTHERS * (left + right)
        else _Column(left=-left, right=right, em=em)
        for own_left, own_right in edges
    ]


def _edge(positions: list[float], em: float) -> float:
    """Find the outermost position that two lines share; one line may stick out."""
    ordered = sorted(positions, reverse=True)
    shared = (outer for outer, inner in pairwise(ordered) if outer - inner < em / 2)
    return next(shared, ordered[0])


def _style(pages: list[list[Line]], columns: list[_Column]) -> _Style:
    indents = [
        column.indent(line) for page, column in zip(pages, columns, strict=True) for line in page
    ]
    steps = [above.bottom - below.bottom for page in pages for above, below in pairwise(page)]
    return _Style(
        indented=sum(_INDENT_EM < indent < 3 for indent in indents) >= 3,
        pitch=sorted(steps)[len(steps) // 4] if steps else 0.0,
    )


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Drop page numbers and what stands at the same height of at least half of the pages."""
    places = Counter(key for page in pages for key in {_place(line) for line in page})
    least = max(2, (len(pages) + 1) // 2)
    kept = []
    for page in pages:
        body = [
            line
            for number, line in enumerate(page)
            if not (
                (number in {0, 1, len(page) - 2, len(page) - 1} or len(pages) > 2)
                and places[_place(line)] >= least
            )
        ]
        while body and _PAGE_NUMBER.fullmatch(fold(body[-1].text)):
            body = body[:-1]
        while body and _PAGE_NUMBER.fullmatch(fold(body[0].text)):
            body = body[1:]
        kept.append(body)
    return kept


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.bottom / _SAME_PLACE)
