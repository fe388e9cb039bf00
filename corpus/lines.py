"""Lines and paragraphs of a report with their offsets (行, 段)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.model import Span
from corpus.tokens import edges_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["lines_of", "paragraphs_of", "trim"]

_LEAST_WRAPPED = 30
"""Characters of the shortest line that can end for want of room."""
_NEW_PARAGRAPH = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+[部章节,、]|[一二三四五六七八九十百]{1,4}[、是要.]"
    r"|\(|\d{1,2}[、.)]|[①-⑳●•◆■◇○·*\-—《]|首先|其次|再次|最后"
    r"|20\d\d年\d{1,2}月\d{1,2}日\s*$)"
)
_WORD = re.compile(r"[\u4e00-\u9fff]")
_ENDS = frozenset("。!?;:”’)…")
"""Marks with which a paragraph may end."""
_WINDOW = 6


def lines_of(text: str) -> Iterator[Span]:
    """Give each non-blank line without its surrounding spaces."""
    start = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            offset = start + len(raw) - len(raw.lstrip())
            yield Span(offset, offset + len(body))
        start += len(raw) + 1


def paragraphs_of(text: str, folded: str, body: Span) -> Iterator[Span]:
    """Give each line, or several in the body where one breaks off in mid-sentence.

    Text copied out of print is broken within words, blank lines between: 行政复 | 议案件14件.
    """
    whole: Span | None = None
    for line in lines_of(text):
        if whole and body.covers(whole) and body.covers(line) and _goes_on(folded, whole, line):
            whole = Span(whole.start, line.end)
            continue
        if whole:
            yield whole
        whole = line
    if whole:
        yield whole


def _goes_on(folded: str, above: Span, below: Span) -> bool:
    """Whether a line breaks off and the next one goes on with its sentence."""
    if _NEW_PARAGRAPH.match(folded, below.start, below.end):
        return False
    last, first = folded[above.end - 1], folded[below.start]
    if last in ",、":
        return True
    content = above.of(folded)
    room = len(content) - content.rfind("\n") - 1
    runs = "。" in content or not _NEW_PARAGRAPH.match(content)
    if room >= _LEAST_WRAPPED and "," in content and runs and last not in _ENDS:
        return True
    if not _WORD.match(last) or not _WORD.match(first):
        return False
    if content.endswith(words_of("heading_ends")):
        return False  # 工作回顾 | 过去一年: 回顾过去 is a word, yet the heading ends here
    tail = folded[max(above.start, above.end - _WINDOW) : above.end]
    head = folded[below.start : min(below.end, below.start + _WINDOW)]
    return len(tail) not in edges_of(tail + head)


def trim(text: str, start: int, end: int) -> Span:
    """Narrow the range by the spaces at its two ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
