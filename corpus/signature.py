"""Who signs a report and when (落款): the last lines of the text, or a date near its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from corpus.model import Fact, Span
from corpus.numerals import parse_chinese

_DATE = re.compile(
    r"(?:(?P<y>(?:19|20)\d\d)\s?年\s?(?P<m>\d{1,2})\s?月\s?(?P<d>\d{1,2})\s?日"
    r"|(?P<cy>[二一〇零○九八七六五四三O]{4})年"
    r"(?P<cm>[一二三四五六七八九十]{1,2})月(?P<cd>[一二三四五六七八九十]{1,3})日)"
)
_NUMERIC_DATE = re.compile(
    r"(?:成文|发文|印发|发布|公开|生成)(?:日期|时间)[\s:|\]】]*"
    r"((?P<y>20\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2}))"
)
_ORGAN_END = re.compile(
    r"(?:委|委员会|政府|厅|局|办公室|领导小组|法院|检察院|办事处|司|院|署|中心|管委会)$"
)
_LAST_LINES = 14
_LONGEST_LINE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The signing organs and the date."""

    issued: Fact | None = None
    issued_on: date | None = None
    organ: Fact | None = None
    start: int | None = None
    """Where the signature begins, if one ends the text."""


def read_signature(text: str, folded: str, lines: list[Span], front: list[Span]) -> Signature:
    """Read the signature at the end, else the date that stands below the title."""
    tail = lines[-_LAST_LINES:]
    for position in range(len(tail) - 1, -1, -1):
        content = tail[position].of(folded)
        if content.endswith("。"):
            break  # the body: a date above it stands below the title
        found = _DATE.search(content)
        if found and len(content) <= _LONGEST_LINE and _ends_line(content, found):
            return _signed(text, folded, tail[: position + 1], found)
    return _dated_in_front(text, folded, front)


def _dated_in_front(text: str, folded: str, front: list[Span]) -> Signature:
    """The date below the title, or in the row of a web page that is labelled so."""
    for line in front:
        content = line.of(folded)
        if "。" in content:
            continue
        labelled = _NUMERIC_DATE.search(content)
        found = labelled or (_DATE.search(content) if len(content) <= 2 * _LONGEST_LINE else None)
        if found:
            start, end = found.span(1) if labelled else found.span()
            span = Span(line.start + start, line.start + end)
            return Signature(issued=Fact(value=span.of(text), span=span), issued_on=_as_date(found))
    return Signature()


def _ends_line(content: str, found: re.Match[str]) -> bool:
    return re.sub(r"[()\s]", "", content[found.end() :]) in ("", "印发")


def _signed(text: str, folded: str, tail: list[Span], found: re.Match[str]) -> Signature:
    line = tail[-1]
    span = Span(line.start + found.start(), line.start + found.end())
    organ = _organs(text, folded, tail[:-1], line, found.start())
    return Signature(
        issued=Fact(value=span.of(text), span=span),
        issued_on=_as_date(found),
        organ=organ,
        start=min(line.start, organ.span.start if organ else line.start),
    )


def _organs(text: str, folded: str, above: list[Span], line: Span, before: int) -> Fact | None:
    """The organ in front of the date on its line, or the organ lines above it."""
    same_line = folded[line.start : line.start + before].strip(" ()")
    if same_line and _ORGAN_END.search(same_line):
        start = folded.find(same_line, line.start)
        span = Span(start, start + len(same_line))
        return Fact(value=span.of(text), span=span)
    signed: list[Span] = []
    for candidate in reversed(above):
        content = candidate.of(folded)
        if len(content) > _LONGEST_LINE or not _ORGAN_END.search(content) or "。" in content:
            break
        signed.insert(0, candidate)
    if not signed:
        return None
    return Fact(
        value="、".join(step.of(text) for step in signed),
        span=Span(signed[0].start, signed[-1].end),
    )


def _as_date(found: re.Match[str]) -> date | None:
    try:
        if found["y"]:
            return date(int(found["y"]), int(found["m"]), int(found["d"]))
        spelt = re.sub("[零○O]", "〇", found["cy"])
        year = "".join(str("〇一二三四五六七八九".index(char)) for char in spelt)
        month, day = parse_chinese(found["cm"]), parse_chinese(found["cd"])
        return date(int(year), int(month or 0), int(day or 0))
    except ValueError:
        return None
