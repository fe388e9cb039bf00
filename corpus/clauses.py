"""Stretches of a sentence between punctuation marks (分句).

Marks inside “…” and 《…》 do not separate. In a row of nouns and numbers parted by spaces
(立案 86 起 罚款 12 万元) the space behind a number does. 、 separates weakly: a row of nouns that
ends in one number belongs together, a row of numbers does not; `corpus.figures` decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Span

_QUOTES = {"“": "”", "《": "》", "‘": "’"}
_MARKS = ",;:、()。!?【】|"
_LEVEL = "(?:自治)?[省市州县区旗盟乡镇]|街道|村|社区|开发区|园区"
_LEVELS = re.compile(f"(?:{_LEVEL})(?:、(?:{_LEVEL}))*")
_ROOMS = re.compile("[\u4e00-\u9fff](?:、[\u4e00-\u9fff])+")
"""站、室 of 中心(站、室): single characters that a name stands for besides."""
_LEVELS_BEFORE = re.compile(rf"\((?:{_LEVELS.pattern}|[\u4e00-\u9fff](?:、[\u4e00-\u9fff])*)$")
_ROOMS_BEHIND = re.compile("、[\u4e00-\u9fff、]*\\)")
_BRACKET = 14
_SHORT = 4
_CELL_ENDS = re.compile(r"[\u4e00-\u9fff)%‰]{2}[ \t:]*\d[\d.,]*\s?[\u4e00-\u9fff%‰]{1,4}(?=[ \t])")
_CELL = re.compile(
    r"[ \t]+(?:其中[ \t]?)?[\u4e00-\u9fffA-Za-z()]{2,14}[ \t:]?\d[\d.,]*\s?[\u4e00-\u9fff%‰]"
)
"""The next noun and its number; 规范性文件 提出 20 条 is no such cell."""


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
    cells = _cell_ends(folded, sentence)
    start, mark, depth, position = sentence.start, "", 0, sentence.start
    while position <= sentence.end:
        char = folded[position] if position < sentence.end else "。"
        if char in _QUOTES:
            position = _behind_name(folded, position, sentence.end)
            continue
        if position in cells:
            clauses.append(Clause(span=Span(start, position), mark=mark, depth=depth))
            start, mark = position + 1, ","
        if char in _MARKS and not _inside_number(folded, position, sentence.end):
            if folded[start:position].strip():
                clauses.append(Clause(span=Span(start, position), mark=mark, depth=depth))
            if char in "()":
                depth = max(0, depth + (1 if char == "(" else -1))
            start, mark = position + 1, char
        position += 1
    return tuple(clauses)


def _cell_ends(folded: str, sentence: Span) -> frozenset[int]:
    """Where a noun with its number ends and another one follows behind a space."""
    found = _CELL_ENDS.finditer(folded, sentence.start, sentence.end)
    return frozenset(end.end() for end in found if _CELL.match(folded, end.end(), sentence.end))


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
        close = folded.find(")", position, position + _BRACKET)
        return close > 0 and _names(folded[position + 1 : close])
    if char == ")":
        opening = folded.rfind("(", max(0, position - _BRACKET), position)
        return opening >= 0 and _names(folded[opening + 1 : position])
    if char == "、":
        opened = _LEVELS_BEFORE.search(folded, max(0, position - _BRACKET), position)
        if opened is None or _LEVELS.fullmatch(opened.group()[1:]):
            return opened is not None
        behind = _ROOMS_BEHIND.match(folded, position)
        return (
            behind is not None
            and _ROOMS.fullmatch(opened.group()[1:] + behind.group()[:-1]) is not None
        )
    return False


def _names(inside: str) -> bool:
    """Whether what stands in brackets belongs to a name: 村(社区), 县(市、区), 中心(站、室)."""
    short = len(inside) <= _SHORT and not any(c.isdigit() or c in ",、:" for c in inside)
    return short or any(row.fullmatch(inside) for row in (_LEVELS, _ROOMS))
