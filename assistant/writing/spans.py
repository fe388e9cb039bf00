"""Numbered stretches of reports for a model to write from (编号原文), within its context window.

Report text is data. What reads like an order to a model is left out, and nothing that could end
the list or take another number's place is handed on as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.render import place_in_report
from corpus.orders import reads_like_an_order
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.model import Citation

__all__ = ["EvidenceSpan", "budget_of", "evidence_text", "inert", "number_spans"]

_LONGEST_SPAN = 420
_LONGEST_ABOUT = 60
_RESERVED = 900
"""Tokens for the reply and for what stands around the evidence."""
_MOST = 2400
"""More evidence than this makes small models worse and every model slower."""
_LEAST = 300
_TEMPLATE = re.compile(r"<\|?[^<>|]{0,40}\|?>|\[/?(?:INST|SYS)\]|```+|#{3,}")
"""What chat templates part messages with (<|im_start|>)."""
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSpan:
    """A cited stretch with the number a model names it by (编号原文)."""

    number: int
    citation: Citation


def number_spans(citations: Iterable[Citation], *, budget: int) -> tuple[EvidenceSpan, ...]:
    """Number the citations from 1, each once, as far as they fit; orders are left out."""
    spans: list[EvidenceSpan] = []
    left = budget
    for citation in dict.fromkeys(citations):
        if reads_like_an_order(citation.quote):
            continue
        span = EvidenceSpan(number=len(spans) + 1, citation=citation)
        cost = len(_line(span))
        if cost > left and spans:
            break
        spans.append(span)
        left -= cost
    return tuple(spans)


def budget_of(context: int) -> int:
    """Characters of evidence for a window of so many tokens; a Chinese character is about one."""
    return max(_LEAST, min(_MOST, context - _RESERVED))


def evidence_text(spans: Sequence[EvidenceSpan]) -> str:
    """The spans as a model reads them, one a line."""
    return "\n".join(map(_line, spans))


def _line(span: EvidenceSpan) -> str:
    citation = span.citation
    year = f"{citation.year}年" if citation.year else ""
    parts = [citation.place or "", year, place_in_report(citation)]
    about = " ".join(part for part in parts if part and not reads_like_an_order(part))
    return say(
        "writing",
        "span",
        number=span.number,
        about=inert(about)[:_LONGEST_ABOUT],
        quote=_clipped(inert(citation.quote)),
    )


def inert(text: str) -> str:
    """Text that can neither part messages nor look like a span's number."""
    flat = _SPACES.sub("", _TEMPLATE.sub("", text))
    return flat.translate({ord("["): "〔", ord("]"): "〕", ord("【"): "〔", ord("】"): "〕"})


def _clipped(text: str) -> str:
    """A very long sentence up to a comma."""
    if len(text) <= _LONGEST_SPAN:
        return text
    cut = max(text.rfind(mark, 0, _LONGEST_SPAN) for mark in ",,;;")
    return text[: cut if cut > 0 else _LONGEST_SPAN]
