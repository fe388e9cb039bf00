"""Stretches of a sentence between punctuation marks (分句).

Marks inside “…” and 《…》 do not separate. 、 separates weakly: a row of nouns that ends in one
number belongs together, a row of numbers does not; `corpus.figures` decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Span

_QUOTES = {"“": "”", "《": "》", "‘": "’"}
_MARKS = ",;:、()。!?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch without marks, the mark before it, and how deep in brackets it lies."""

    span: Span
    mark: str
    """The mark in front; empty at the start of the sentence."""
    depth: int


def split_clauses(folded: str, sentence: Span) -> tuple[Clause, ...]:
    """Cut a sentence into its clauses, in order; empty stretches are left out."""
    clauses: list[Clause] = []
    start, mark, depth, position = sentence.start, "", 0, sentence.start
    while position <= sentence.end:
        char = folded[position] if position < sentence.end else "。"
        if char in _QUOTES:
            position = _behind_name(folded, position, sentence.end)
            continue
        if char in _MARKS and not _inside_number(folded, position, sentence.end):
            if folded[start:position].strip():
                clauses.append(Clause(span=Span(start, position), mark=mark, depth=depth))
            if char in "()":
                depth = max(0, depth + (1 if char == "(" else -1))
            start, mark = position + 1, char
        position += 1
    return tuple(clauses)


def _behind_name(folded: str, opening: int, end: int) -> int:
    """Where to go on at a quotation mark: behind a name, inside a quotation that counts things."""
    close = folded.find(_QUOTES[folded[opening]], opening, end)
    quoted = folded[opening:close] if close > 0 else ""
    counts = re.search(r"\d[^、,;]*[、,;]", quoted) is not None
    return close + 1 if close > 0 and not counts else opening + 1


def _inside_number(folded: str, position: int, end: int) -> bool:
    """Whether a mark is a thousands comma or a bracket of a name such as 村(社区)."""
    char = folded[position] if position < end else ""
    before = folded[position - 1 : position]
    if char == ",":
        return before.isdigit() and folded[position + 1 : position + 4].isdigit()
    if char == "(":
        close = folded.find(")", position, position + 6)
        return close > 0 and not any(c.isdigit() or c in ",、:" for c in folded[position:close])
    if char == ")":
        opening = folded.rfind("(", max(0, position - 5), position)
        inside = folded[opening:position]
        return opening >= 0 and not any(c.isdigit() or c in ",、:" for c in inside)
    return False
