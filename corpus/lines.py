"""Lines of a report with their offsets (行)."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import Span


def lines_of(text: str) -> Iterator[Span]:
    """Each non-blank line without its surrounding spaces."""
    start = 0
    for raw in text.split("\n"):
        body = raw.strip()
        if body:
            offset = start + len(raw) - len(raw.lstrip())
            yield Span(offset, offset + len(body))
        start += len(raw) + 1


def trim(text: str, start: int, end: int) -> Span:
    """The range without the spaces at its two ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
