"""Heading numerals to a section tree (章节树).

A heading may fill its line, or share it with the body it opens ((一)标题。正文…); items
(一是…二是…) stand inside a paragraph or begin one. Numbering in real reports restarts, nests in
itself and loses members, so the tree is built from what each numeral can continue, not from its
kind alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.lines import POINT, paragraphs_of
from corpus.model import Section, Span
from corpus.numerals import ordinal_of
from corpus.words import words_of

_CN = "一二三四五六七八九十百零〇两"
_WHOLE_UNIT = "(?:[余多]?(?:[人件名家起份次场项条宗户]|个(?!百分点|月|小时|工作日))|年)"
"""Units that no fraction is counted in: 2.33人 at the front of a line is 2. and 33人."""
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"第([{_CN}]{{1,4}})(?:部分|章)[、:,. ]*")),
    ("section", re.compile(rf"第([{_CN}]{{1,4}})节[、:,. ]*")),
    ("top", re.compile(rf"([{_CN}]{{1,4}})\s?[、.]")),
    ("bracket", re.compile(rf"\(\s?([{_CN}]{{1,4}})\s?\)[、.]?")),
    ("digit", re.compile(rf"(\d{{1,2}})(?:、|\.(?!\d)|\.(?=\d+\s?{_WHOLE_UNIT}))")),
    ("digit_bracket", re.compile(r"\(?\s?(\d{1,2})\s?\)[、.]?")),
    ("circle", re.compile(r"([①-⑳])[、.]?")),
)
_RANK = {
    "bare": 0,
    "part": 0,
    "section": 1,
    "top": 2,
    "bracket": 3,
    "ordinal": 4,
    "digit": 5,
    "digit_bracket": 6,
    "circle": 7,
    "item": 8,
}
_ITEM = re.compile(
    rf"(?:(?P<is>[{_CN}]{{1,4}})(?:是(?!否|非|[{_CN}][,、。;的])|要(?=[\u4e00-\u9fff]))"
    rf"|第(?P<th>[{_CN}]{{1,4}})[,、:]"
    r"|(?P<word>首先|其次|再次|最后)[,、:])"
)
_UNRANKED = frozenset(("bare", "item"))
_WORDS = {"首先": 1, "其次": 2, "再次": 3}
_STOP = re.compile(r"[。!?]")
_TITLE_END = re.compile(rf"[。!?;]|{POINT}")
_CLAUSE_END = re.compile(rf"[,;。!?:]|{POINT}")
_LABEL = re.compile(
    r"(\s*[^\s,;。!?:、]{2,24}(?:[,、][^\s,;。!?:]{2,16})?)(?::\s*(?=\S{4})| {2,}(?=\S{12}))"
)
"""组织领导:今年以来…, and the same with spaces for the colon."""
_LONGEST_TITLE = 60
_LONGEST_BARE = 24


@dataclass(frozen=True, slots=True)
class _Mark:
    """A heading found: its kind, its number in the row (None for bare ones), where it stands."""

    kind: str
    number: int | None
    heading: Span
    line: Span


def outline(text: str, folded: str, *, body: Span) -> tuple[Section, ...]:
    """The section tree of the characters of `body`; `folded` is the reading view of `text`."""
    marks: list[_Mark] = []
    for line in paragraphs_of(text, folded, body):
        if body.covers(line):
            marks += _marks_of_line(folded, line)
    return _tree(_with_ordinals(folded, _without_false_items(marks)), body)


def _marks_of_line(folded: str, line: Span) -> list[_Mark]:
    content = line.of(folded)
    for kind, pattern in _MARKERS:
        found = pattern.match(content)
        number = ordinal_of(found[1]) if found else None
        if found and number is not None and found.end() < len(content):
            length = _title_length(content, found.end())
            mark = _Mark(kind, number, Span(line.start, line.start + length), line)
            return [mark, *_items(folded, line, line.start + length, opened=True)]
    items = _items(folded, line, line.start, opened=False)
    if not items and _is_bare_heading(content):
        return [_Mark("bare", None, line, line)]
    return items


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


def _items(folded: str, line: Span, start: int, *, opened: bool) -> list[_Mark]:
    """The 一是…二是… of one line: each begins the line or follows a stop."""
    found_items = [
        found
        for found in _ITEM.finditer(folded, start, line.end)
        if _opens_item(folded, line, found.start(), opened=opened and found.start() == start)
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
        marks.append(_Mark("item", _item_number(found), heading, line))
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


def _without_false_items(marks: list[_Mark]) -> list[_Mark]:
    """Drop a lone 一是 or 一要: a row of items has a neighbour within its paragraph or the next."""
    items = [mark for mark in marks if mark.kind == "item"]
    rows = {id(mark) for mark in items if mark.number is None or mark.number > 1}
    for first, second in pairwise(items):
        if first.number == 1 and second.number in (2, 3):
            rows.add(id(first))
    return [mark for mark in marks if mark.kind != "item" or id(mark) in rows]


def _with_ordinals(folded: str, marks: list[_Mark]) -> list[_Mark]:
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
    return [replace(mark, kind="ordinal") if id(mark) in alone else mark for mark in marks]


def _is_bare_heading(content: str) -> bool:
    """Whether a line is short and ends as headings without numeral do (主要工作)."""
    return (
        len(content) <= _LONGEST_BARE
        and not re.search(r"[。!?;:,、()“”]$|^[(“\-—·]|[:,]", content)
        and content.endswith(words_of("heading_ends"))
    )


def _tree(marks: list[_Mark], body: Span) -> tuple[Section, ...]:
    open_marks: list[tuple[_Mark, int]] = []
    chosen: list[tuple[_Mark, int | None, int]] = []
    for position, mark in enumerate(marks):
        divided = _divided(open_marks, marks[position + 1 :]) if mark.kind == "bare" else None
        if divided is None:
            _close_for(mark, open_marks)
        else:
            del open_marks[divided + 1 :]
        parent = open_marks[-1][1] if open_marks else None
        chosen.append((mark, parent, len(open_marks)))
        open_marks.append((mark, len(chosen) - 1))
    ends = _ends(chosen, body)
    return tuple(
        Section(
            number=number,
            parent=parent,
            level=level,
            heading=mark.heading,
            span=Span(mark.heading.start, max(ends[number], mark.heading.end)),
        )
        for number, (mark, parent, level) in enumerate(chosen)
    )


def _ends(chosen: list[tuple[_Mark, int | None, int]], body: Span) -> list[int]:
    """Each section ends where the next one of its level or above begins; items with their line."""
    ends, unended = [body.end] * len(chosen), list[int]()
    for number, (mark, _, level) in enumerate(chosen):
        while unended and chosen[unended[-1]][2] >= level:
            ends[unended.pop()] = mark.heading.start
        unended.append(number)
    for number, (mark, _, _) in enumerate(chosen):
        if mark.kind == "item":
            ends[number] = min(ends[number], mark.line.end)
    return ends


def _divided(open_marks: list[tuple[_Mark, int]], later: list[_Mark]) -> int | None:
    """Position of the open section that a heading without numeral divides: it is numbered on."""
    numbered = [place for place, (mark, _) in enumerate(open_marks) if mark.kind not in _UNRANKED]
    if not numbered:
        return None
    above = open_marks[numbered[-1]][0]
    following = next((other for other in later if other.kind == above.kind), None)
    goes_on = following is not None and following.number == (above.number or 0) + 1
    return numbered[-1] if goes_on else None


def _close_for(mark: _Mark, open_marks: list[tuple[_Mark, int]]) -> None:
    """Leave the sections that `mark` cannot belong to."""
    continued = _continued(mark, open_marks)
    if continued is not None:
        del open_marks[continued:]
        return
    rank = _RANK[mark.kind]
    while open_marks and _RANK[open_marks[-1][0].kind] >= rank:
        if _nests_in_own_kind(mark, open_marks):
            return
        open_marks.pop()


def _continued(mark: _Mark, open_marks: list[tuple[_Mark, int]]) -> int | None:
    """Position of the open section of the same kind that this one follows in number."""
    for position in range(len(open_marks) - 1, -1, -1):
        other = open_marks[position][0]
        if (
            other.kind == mark.kind
            and mark.number is not None
            and other.number is not None
            and mark.number == other.number + 1
        ):
            return position
        if _RANK[other.kind] < _RANK[mark.kind] and (other.kind != "bare" or position == 0):
            return None
    return None


def _nests_in_own_kind(mark: _Mark, open_marks: list[tuple[_Mark, int]]) -> bool:
    """一、 that restarts directly under 一、 opens a level of its own.

    (一) behind (三) does not: there a heading between them was lost, and they stay neighbours.
    """
    above = open_marks[-1][0]
    return (
        mark.kind == above.kind
        and mark.kind == "top"
        and mark.number == 1
        and [step.kind for step, _ in open_marks].count("top") == 1
        and above.number is not None
        and mark.heading.start >= above.heading.end
        and above.heading.end == above.line.end
    )
