"""Passages, the units that are searched (检索单元), and their form as LangChain documents.

A passage is one sentence, or a part of a long one, or a heading that no sentence holds. Its text
is always the exact slice of the report at its span. Only this file knows the metadata keys.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import TYPE_CHECKING

from langchain_core.documents import Document

from corpus.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.model import Report

__all__ = ["Passage", "from_document", "passages_of", "to_document", "vector_key"]

_CUTS: tuple[tuple[str, int], ...] = (("；;", 150), ("，,", 300), ("", 600))
"""Where a sentence is parted, and the length above which it is: the last cuts anywhere."""
_STUB = 20
"""A part shorter than this stays with its neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stretch of one report that can be found (检索单元)."""

    id: str
    """Hash of the text and its place: the report and the offsets."""
    report_id: str
    section: int | None
    """Number of the innermost section; None outside of all."""
    sentence: int | None
    """Position in `Report.sentences`; None for a heading that is no sentence."""
    span: Span
    text: str
    """The report's characters at `span`."""


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Every passage of a report in reading order, no stretch of text twice."""
    found = [
        _passage(report, part, section=sentence.section, sentence=position)
        for position, sentence in enumerate(report.sentences)
        for part in _parts(report.text, sentence.span)
    ]
    found += _lone_headings(report)
    return tuple(sorted(found, key=lambda passage: passage.span))


def vector_key(model: str, text: str) -> bytes:
    """What a vector is kept under: it depends on the model and the text, on nothing else."""
    return blake2b(f"{model}\0{text}".encode(), digest_size=16).digest()


def to_document(passage: Passage, report: Report) -> Document:
    """The passage as LangChain sees it; metadata serve its filters and round-trip the passage."""
    about = report.metadata
    return Document(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "report_id": passage.report_id,
            "file": report.file,
            "title": about.title.value if about.title else None,
            "document_number": about.document_number.value if about.document_number else None,
            "place": about.place.value if about.place else None,
            "year": about.year,
            "section": passage.section,
            "headings": list(report.headings(passage.section)),
            "sentence": passage.sentence,
            "start": passage.span.start,
            "end": passage.span.end,
        },
    )


def from_document(document: Document) -> Passage:
    """The passage a document was made from; `KeyError` if it was not made here."""
    about = document.metadata
    return Passage(
        id=document.id or "",
        report_id=about["report_id"],
        section=about["section"],
        sentence=about["sentence"],
        span=Span(about["start"], about["end"]),
        text=document.page_content,
    )


def _passage(report: Report, span: Span, *, section: int | None, sentence: int | None) -> Passage:
    text = span.of(report.text)
    place = f"{report.id}\0{span.start}\0{span.end}\0{text}"
    return Passage(
        id=blake2b(place.encode(), digest_size=16).hexdigest(),
        report_id=report.id,
        section=section,
        sentence=sentence,
        span=span,
        text=text,
    )


def _lone_headings(report: Report) -> Iterator[Passage]:
    """Headings that fill their line and that no sentence touches."""
    text = report.text
    ends = [sentence.span.end for sentence in report.sentences]
    for section in report.sections:
        heading = section.heading
        line_start = text.rfind("\n", 0, heading.start) + 1
        line_end = text.find("\n", heading.end)
        line = text[line_start : len(text) if line_end < 0 else line_end]
        if not line.strip() or line.strip() != heading.of(text).strip():
            continue
        following = bisect_right(ends, heading.start)
        if following == len(ends) or report.sentences[following].span.start >= heading.end:
            yield _passage(report, heading, section=section.number, sentence=None)


def _parts(text: str, span: Span) -> list[Span]:
    """A long sentence in parts; each ends behind its mark and none is a stub."""
    parts = [span]
    for marks, longest in _CUTS:
        parts = [
            piece
            for part in parts
            for piece in (
                _joined(_pieces(text, part, marks, longest), longest)
                if part.end - part.start > longest
                else [part]
            )
        ]
    return [trimmed for part in parts if (trimmed := _trimmed(text, part))]


def _pieces(text: str, span: Span, marks: str, longest: int) -> list[Span]:
    inside = range(span.start + 1, span.end)
    if marks:
        ends = [place for place in inside if text[place - 1] in marks]
    else:
        ends = list(inside[longest - 1 :: longest])
    bounds = [span.start, *ends, span.end]
    return [Span(start, end) for start, end in pairwise(bounds)]


def _joined(pieces: list[Span], longest: int) -> list[Span]:
    """Neighbouring pieces put together as long as they fit."""
    parts = [pieces[0]]
    for place, piece in enumerate(pieces[1:], start=2):
        last_stub = place == len(pieces) and piece.end - piece.start < _STUB
        if last_stub or piece.end - parts[-1].start <= longest:
            parts[-1] = Span(parts[-1].start, piece.end)
        else:
            parts.append(piece)
    return parts


def _trimmed(text: str, span: Span) -> Span | None:
    content = span.of(text)
    start = span.start + len(content) - len(content.lstrip())
    end = span.end - (len(content) - len(content.rstrip()))
    return Span(start, end) if start < end else None
