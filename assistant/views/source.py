"""A report on the page (原文): the section around a citation, and the whole report as an outline.

Everything is built from spans of `Report.text`; every character of a report is escaped.
"""

from __future__ import annotations

from bisect import bisect_left
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol

from corpus.model import Report, Section, Span
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model import Citation

__all__ = [
    "empty_source",
    "outline_view",
    "report_head",
    "section_around",
    "source_of",
    "source_view",
]

_AROUND = 3000
"""Characters kept on either side of a quote where its section is longer than twice that."""
_OUTLINE_LIMIT = 500_000
_OWN_TEXT_LIMIT = 20_000
_OWN_TEXT_LEAST = 200
_WORTH_SUMMING = 4
"""Sentences from which a section is worth a summary."""
_PANE = f'<div class="pane" role="region" tabindex="0" aria-label="{say("page", "source_label")}">'


class Library(Protocol):
    """Whoever holds the reports (报告库)."""

    def report(self, report_id: str) -> Report:
        """The report of that id; `KeyError` if it is not here."""


def source_view(
    report: Report, citation: Citation, *, opened: str, back: str = "source_back"
) -> str:
    """The section that holds a citation, its words in `<mark>`; `opened` names the citation.

    `back` is the text on the way back, which narrow screens show.
    """
    section, shown = section_around(report, citation.span)
    window = _window(report.text, shown, citation.span)
    headings = [s.heading for s in report.sections if window.covers(s.heading)]
    path = report.headings(section.number if section else None) or (say("page", "no_section"),)
    steps = "".join(f"<li>{escape(step)}</li>" for step in path)
    return (
        f'{_PANE}<article class="source" data-open="{escape(opened)}">'
        f'<button type="button" class="back" data-act="back">{say("page", back)}</button>'
        f"{report_head(report)}"
        f'<nav class="path" aria-label="{say("page", "path_label")}"><ol>{steps}</ol></nav>'
        f'<div class="paper">{_left_out(window.start - shown.start)}'
        f"{_paragraphs(report.text, window, headings=headings, mark=citation.span)}"
        f"{_left_out(shown.end - window.end)}</div></article></div>"
    )


def outline_view(report: Report, mark: Span | None = None) -> str:
    """The whole report: front matter, a nested `<details>` a section, and the signature.

    The sections around `mark` are open, its words in `<mark>`.
    """
    limit = max(
        _OWN_TEXT_LEAST,
        min(_OWN_TEXT_LIMIT, _OUTLINE_LIMIT // max(1, len(report.sections))),
    )
    if not report.sections:
        note = f'<p class="quiet">{say("page", "outline_bare")}</p>'
        return note + _own_text(report, Span(0, len(report.text)), _OUTLINE_LIMIT)
    children: dict[int | None, list[Section]] = {}
    for section in report.sections:
        children.setdefault(section.parent, []).append(section)
    top = children[None]
    if mark is not None:
        limit = _OWN_TEXT_LIMIT
    front = _own_text(report, Span(0, top[0].span.start), limit, mark)
    tree = "".join(_branch(report, section, children, limit, mark) for section in top)
    back = _own_text(report, Span(top[-1].span.end, len(report.text)), limit, mark)
    return front + f'<div class="outline">{tree}</div>' + back


def report_head(report: Report) -> str:
    """Document number, title and where the report comes from."""
    data = report.metadata
    title = data.title.span.of(report.text) if data.title else say("page", "untitled")
    number = data.document_number
    above = f'<p class="number">{escape(number.value)}</p>' if number else ""
    facts = [
        data.place.value if data.place else "",
        say("page", "year", year=data.year) if data.year else "",
        report.file,
    ]
    line = "".join(f"<span>{escape(fact)}</span>" for fact in facts if fact)
    return (
        f'<header class="head">{above}<h2>{_broken(title)}</h2><p class="facts">{line}</p></header>'
    )


def section_around(report: Report, span: Span) -> tuple[Section | None, Span]:
    """The section to read around a span and its extent.

    A section that begins inside a paragraph (一是…二是…) is shown with the whole of the section
    above it; front and back matter, which no section holds, are shown up to the next section.
    """
    holders = [s for s in report.sections if s.span.start <= span.start < s.span.end]
    if not holders:
        start = max((s.span.end for s in report.sections if s.span.end <= span.start), default=0)
        end = min(
            (s.span.start for s in report.sections if s.span.start >= span.end),
            default=len(report.text),
        )
        return None, Span(start, max(end, span.end))
    section = innermost = max(holders, key=lambda s: s.level)
    while section.parent is not None and not _starts_line(report.text, section.span.start):
        section = report.sections[section.parent]
    return innermost, Span(section.span.start, max(section.span.end, span.end))


def _branch(
    report: Report,
    section: Section,
    children: dict[int | None, list[Section]],
    limit: int,
    mark: Span | None,
) -> str:
    below = children.get(section.number, [])
    own = Span(section.heading.end, below[0].span.start if below else section.span.end)
    inner = "".join(_branch(report, child, children, limit, mark) for child in below)
    heading = escape(_one_line(section.heading.of(report.text)))
    around = " open" if mark is not None and section.span.covers(mark) else ""
    return (
        f"<details{around}><summary>{heading}</summary>"
        f'<div class="branch">{_summarise(report, section)}{_own_text(report, own, limit, mark)}'
        f"{inner}</div></details>"
    )


def _summarise(report: Report, section: Section) -> str:
    """The way to a section's summary, where the section is long enough for one."""
    starts = [sentence.span.start for sentence in report.sentences]
    held = bisect_left(starts, section.span.end) - bisect_left(starts, section.span.start)
    if held < _WORTH_SUMMING:
        return ""
    return (
        f'<button type="button" class="digest" data-act="digest" data-section="{section.number}">'
        f"{say('composed', 'summarise_section')}</button>"
    )


def _own_text(report: Report, span: Span, limit: int, mark: Span | None = None) -> str:
    shown = Span(span.start, min(span.end, span.start + limit))
    text = _paragraphs(report.text, shown, mark=mark)
    if shown.end < span.end:
        text += f'<p class="left-out">{say("page", "too_long", length=limit)}</p>'
    return f'<div class="paper">{text}</div>' if text else ""


def _paragraphs(
    text: str, span: Span, *, headings: Sequence[Span] = (), mark: Span | None = None
) -> str:
    lines = _lines(text, span)
    return "".join(f"<p>{_pieces(text, line, headings, mark)}</p>" for line in lines)


def _pieces(text: str, line: Span, headings: Sequence[Span], mark: Span | None) -> str:
    """A line cut wherever a heading or the mark begins or ends, each piece in its own tags."""
    inside = [h for h in headings if h.start < line.end and h.end > line.start]
    edges = [line.start, line.end]
    for span in (*inside, *([mark] if mark else ())):
        edges += (edge for edge in (span.start, span.end) if line.start < edge < line.end)
    cuts = sorted(set(edges))
    html = []
    for start, end in pairwise(cuts):
        piece = escape(text[start:end])
        if any(h.start <= start and end <= h.end for h in inside):
            piece = f"<b>{piece}</b>"
        if mark and mark.start <= start and end <= mark.end:
            piece = f"<mark>{piece}</mark>"
        html.append(piece)
    return "".join(html)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a stretch without the blanks around them; empty ones are left out."""
    start = span.start
    while start < span.end:
        found = text.find("\n", start, span.end)
        end = span.end if found < 0 else found
        line = text[start:end]
        if line.strip():
            left = start + len(line) - len(line.lstrip())
            yield Span(left, left + len(line.strip()))
        start = end + 1


def _window(text: str, shown: Span, quote: Span) -> Span:
    """All of a section, or the stretch around the quote where the section is very long."""
    start, end = shown.start, shown.end
    if quote.start - start > 2 * _AROUND:
        newline = text.rfind("\n", start, quote.start - _AROUND)
        start = max(newline + 1, quote.start - 2 * _AROUND)
    if end - quote.end > 2 * _AROUND:
        newline = text.find("\n", quote.end + _AROUND, end)
        end = min(end if newline < 0 else newline, quote.end + 2 * _AROUND)
    return Span(start, end)


def _left_out(length: int) -> str:
    if length <= 0:
        return ""
    return f'<p class="left-out">{say("page", "left_out", length=length)}</p>'


def _starts_line(text: str, position: int) -> bool:
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return not before.strip()


def _broken(text: str) -> str:
    """Lines kept as lines: a title broken over several lines is broken where its organ broke it."""
    return "<br>".join(escape(line.strip()) for line in text.splitlines() if line.strip())


def _one_line(text: str) -> str:
    return "".join(text.split("\n"))


def empty_source(key: str = "source_empty", *, hint: str = "") -> str:
    """The pane with nothing to read: a sheet with one line marked, and what will be here."""
    sheet = f'<div class="sketch" aria-hidden="true">{"<i></i>" * 7}</div>'
    return f'{_PANE}<div class="empty">{sheet}{_notice(key, hint=hint)}</div></div>'


def source_of(
    library: Library, citation: Citation, *, opened: str, back: str = "source_back"
) -> str:
    """The view for a citation; of a report removed since it was cited, the quote remains."""
    try:
        report = library.report(citation.report_id)
    except KeyError:
        quote = f'<blockquote class="paper">{escape(citation.quote)}</blockquote>'
        return f'{_PANE}<div class="empty">{_notice("source_gone")}{quote}</div></div>'
    return source_view(report, citation, opened=opened, back=back)


def _notice(key: str, *, hint: str = "") -> str:
    return f"<h3>{say('page', key)}</h3><p>{say('page', hint or f'{key}_hint')}</p>"
