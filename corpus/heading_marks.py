"""Heading numerals where they stand (标题标记): at the front of a line, or within it.

A heading may fill its line, share it with the body it opens ((一)标题。正文…), or stand in the
middle of a paragraph behind the body of the one before (…正文。(二)标题。正文). Items (一是…二是…)
stand inside a paragraph or begin one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.model import Span
from corpus.numerals import ordinal_of
from corpus.words import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Mark", "marks_of_line", "unnumbered", "with_ordinals", "without_false_items"]

_CN = "一二三四五六七八九十百零〇两"
_WHOLE_UNIT = "(?:[余多]?(?:[人件名家起份次场项条宗户]|个(?!百分点|月|小时|工作日))|年)"
"""Units that no fraction is counted in: 2.33人 at the front of a line is 2. and 33人."""
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第([{_CN}]{{1,4}})(?:部分|章)[、:,. ]*")),
    ("section", re.compile(rf"第([{_CN}]{{1,4}})节[、:,. ]*")),
    ("top", re.compile(rf"([{_CN}]{{1,4}})\s?[、.]")),
    ("bracket", re.compile(rf"\(?\s?([{_CN}]{{1,4}})\s?\)[、.]?")),
    ("digit", re.compile(rf"(\d{{1,2}})(?:、|\.(?!\d)|\.(?=\d+\s?{_WHOLE_UNIT}))")),
    ("digit_bracket", re.compile(r"\(?\s?(\d{1,2})\s?\)[、.]?")),
    ("circle", re.compile(r"([①-⑳])[、.]?")),
)
_ITEM = re.compile(
    rf"(?:(?P<is>[{_CN}]{{1,4}})(?:是(?!否|非|[{_CN}][,、。;的])|要(?=[\u4e00-\u9fff]))"
    rf"|第(?P<th>[{_CN}]{{1,4}})[,、:]"
    r"|(?P<word>首先|其次|再次|最后|此外|另外)[,、:])"
)
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_BESIDES = ("此外", "另外")
"""Items only behind others that such words count: 首先…其次…此外…."""
_STOP = re.compile(r"[。!?]")
_TITLE_END = re.compile(r"[。!?;]")
_CLAUSE_END = re.compile(r"[,;。!?:]")
_LABEL = re.compile(
    r"(\s*[^\s,;。!?:、]{2,24}(?:[,、][^\s,;。!?:]{2,16})?)(?::\s*(?=\S{4})| {2,}(?=\S{12}))"
)
"""组织领导:今年以来…, and the same with spaces for the colon."""
_LONGEST_TITLE = 60
_LONGEST_NUMERAL = 12
_HEADS_ALONE = re.compile(r"[\u4e00-\u9fff“”《》\"、, ]{4,30}(?<![,、 ])")
_FEWEST_UNNUMBERED = 3
_RUN_IN = ("top", "bracket", "digit", "digit_bracket", "circle")
"""Kinds that may stand within a paragraph."""
_STOPS = tuple("。;!?:”")
_STARTS = re.compile(r"(?<=[。;!?:”])\s*|(?=[(①])")
"""Where such a heading may begin: behind a stop, or with a bracket right behind a title."""
_LONGEST_BARE = 24
_ANNEX = re.compile(
    r"附(?:件|表)?\s?[一二三四五\d]?\s?[::]?\s?[^\s::,;。!?、《》]{4,40}(?:情况|统计|明细|一览|数据|汇总)表?"
)
"""附:2025年全省农业执法分领域情况: no part of the plans it may stand behind."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A heading found: its kind, its number in the row (None for bare ones), where it stands."""

    kind: str
    number: int | None
    heading: Span
    line: Span
    until: int | None = None
    """Where its section ends at the latest: with its paragraph, if it stands within one."""


def marks_of_line(folded: str, line: Span, *, heads: bool = False) -> list[Mark]:
    """The headings and items of one paragraph, in order; with `heads` it is a heading itself."""
    if heads:
        return [Mark("bare", None, line, line)]
    starts = [line.start, *_run_in(folded, line), line.end]
    stretches = [Span(start, end) for start, end in pairwise(starts)]
    if _ANNEX.fullmatch(line.of(folded).strip()):
        return [Mark("part", None, line, line)]
    marks = [
        replace(mark, until=line.end) if stretch.start > line.start else mark
        for stretch in stretches
        for mark in _marks_at_front(folded, stretch)
    ]
    if not marks and _is_bare_heading(line.of(folded)):
        return [Mark("bare", None, line, line)]
    return marks


def unnumbered(folded: str, lines: Sequence[Span]) -> frozenset[int]:
    """Starts of the lines that head a paragraph without any numeral (便民公开不打折扣).

    One alone may be anything; a report that heads its paragraphs so does it throughout.
    """
    found = [
        line.start
        for line, following in pairwise(lines)
        if _HEADS_ALONE.fullmatch(line.of(folded).strip())
        and len(following.of(folded).strip()) > _LONGEST_TITLE
        and _front(line.of(folded).strip()) is None
    ]
    return frozenset(found) if len(found) >= _FEWEST_UNNUMBERED else frozenset()


def _marks_at_front(folded: str, line: Span) -> list[Mark]:
    front = _front(line.of(folded))
    if front is None:
        return _items(folded, line, line.start, opened=False)
    kind, number, after = front
    end = line.start + _title_length(line.of(folded), after)
    mark = Mark(kind, number, Span(line.start, end), line)
    return [mark, *_items(folded, line, end, opened=True)]


def _front(content: str) -> tuple[str, int, int] | None:
    """Kind and number of the numeral that words begin with, and where it ends."""
    for kind, pattern in _MARKERS:
        found = pattern.match(content)
        number = ordinal_of(found[1]) if found else None
        if found and number is not None and found.end() < len(content):
            return kind, number, found.end()
    return None


def _run_in(folded: str, line: Span) -> list[int]:
    """Where headings begin within a paragraph (…正文。(二)标题。正文): each follows its neighbour.

    A numeral on its own, as in 见(二), is none: 1 wants a 2 behind it, others the one before.
    """
    content = line.of(folded)
    front = _front(content)
    found: dict[str, list[tuple[int, int]]] = {kind: [] for kind in _RUN_IN}
    if front and front[0] in found:
        found[front[0]].append((front[1], 0))
    for place in _STARTS.finditer(content):
        begins = _front(content[place.end() : place.end() + _LONGEST_NUMERAL])
        if begins is None or begins[0] not in found:
            continue
        behind_stop = content[: place.start()].endswith(_STOPS)
        behind_title = front is not None and place.end() <= _LONGEST_TITLE and begins[1] == 1
        if behind_stop or (behind_title and not _STOP.search(content, 0, place.end())):
            found[begins[0]].append((begins[1], place.end()))
    return sorted(line.start + start for row in found.values() for start in _in_row(row) if start)


def _in_row(numerals: list[tuple[int, int]]) -> list[int]:
    """Where the numerals stand that count on from one to the next."""
    kept: list[int] = []
    last = 0
    for position, (number, start) in enumerate(numerals):
        counted_on = [after for after, _ in numerals[position + 1 :]][:1] == [2]
        if start == 0 or number == last + 1 > 1 or (number == 1 and counted_on):
            kept.append(start)
            last = number
    return kept


def _title_length(content: str, after_numeral: int) -> int:
    """Length of the heading at the front of a paragraph; all of it if no body shares it."""
    label = _LABEL.match(content, after_numeral)
    if label:
        return label.end(1)
    stop = _TITLE_END.search(content, after_numeral)
    if stop is None:
        return len(content)
    if stop.start() <= _LONGEST_TITLE:
        return stop.start()
    clause = _CLAUSE_END.search(content, after_numeral)
    return clause.start() if clause else stop.start()


def _items(folded: str, line: Span, start: int, *, opened: bool) -> list[Mark]:
    """The 一是…二是… of one line: each begins the line or follows a stop."""
    found_items = [
        found
        for found in _ITEM.finditer(folded, start, line.end)
        if _opens_item(folded, line, found.start(), opened=opened and found.start() == start)
    ]
    worded = [found.start() for found in found_items if found["word"] in _WORDS]
    found_items = [
        found
        for found in found_items
        if found["word"] not in _BESIDES or (worded and worded[0] < found.start())
    ]
    marks = []
    for position, found in enumerate(found_items):
        later = found_items[position + 1].start() if position + 1 < len(found_items) else line.end
        stop = _TITLE_END.search(folded, found.end(), later)
        end = stop.start() if stop else later
        if end - found.start() > _LONGEST_TITLE // 2:
            clause = _CLAUSE_END.search(folded, found.end(), later)
            end = clause.start() if clause else end
        heading = Span(found.start(), max(end, found.end()))
        marks.append(Mark("item", _item_number(found), heading, line, until=line.end))
    return marks


def _opens_item(folded: str, line: Span, start: int, *, opened: bool) -> bool:
    """Whether the place begins its line or follows a stop."""
    before = folded[line.start : start].rstrip()
    return opened or not before or before[-1] in "。;:!?,、"


def _item_number(found: re.Match[str]) -> int | None:
    """Number of an item; None for 最后, which may be any."""
    if word := found["word"]:
        return _WORDS.get(word)
    return ordinal_of(found["is"] or found["th"])


def without_false_items(marks: list[Mark]) -> list[Mark]:
    """Drop a lone 一是 or 一要: a row of items has a neighbour within its paragraph or the next."""
    items = [mark for mark in marks if mark.kind == "item"]
    rows = {id(mark) for mark in items if mark.number is None or mark.number > 1}
    for first, second in pairwise(items):
        if first.number == 1 and second.number in (2, 3):
            rows.add(id(first))
    return [mark for mark in marks if mark.kind != "item" or id(mark) in rows]


def with_ordinals(folded: str, marks: list[Mark]) -> list[Mark]:
    """第一,… that fills its line is a heading, no item, in reports that number on below it (1.)."""
    alone = {
        id(mark)
        for mark in marks
        if mark.kind == "item" and mark.heading.of(folded).startswith("第")
        and mark.line.start == mark.heading.start and mark.line.end - mark.heading.end <= 1
    }  # fmt: skip
    if not any(
        id(mark) in alone and below.kind == "digit" and below.number == 1
        for mark, below in pairwise(marks)
    ):
        return marks
    return [
        replace(mark, kind="ordinal", until=None) if id(mark) in alone else mark for mark in marks
    ]


def _is_bare_heading(content: str) -> bool:
    """Whether a line is short and ends as headings without numeral do (主要工作)."""
    return (
        len(content) <= _LONGEST_BARE
        and not re.search(r"[。!?;:,、()“”]$|^[(“\-—·]|[:,]", content)
        and content.endswith(words_of("heading_ends"))
    )
