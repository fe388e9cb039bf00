"""Heading numerals to a section tree (章节树).

Numbering in real reports restarts, nests in itself and loses members, so the tree is built from
what each numeral can continue, not from its kind alone.
"""

from __future__ import annotations

from corpus.heading_marks import Mark, marks_of_line, unnumbered, with_ordinals, without_false_items
from corpus.lines import paragraphs_of
from corpus.model import Section, Span

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
_UNRANKED = frozenset(("bare", "item"))


def outline(text: str, folded: str, *, body: Span) -> tuple[Section, ...]:
    """The section tree of the characters of `body`; `folded` is the reading view of `text`."""
    marks: list[Mark] = []
    lines = [line for line in paragraphs_of(text, folded, body) if body.covers(line)]
    heading_lines = unnumbered(folded, lines)
    for line in lines:
        marks += marks_of_line(folded, line, heads=line.start in heading_lines)
    return _tree(with_ordinals(folded, without_false_items(marks)), body)


def _tree(marks: list[Mark], body: Span) -> tuple[Section, ...]:
    open_marks: list[tuple[Mark, int]] = []
    chosen: list[tuple[Mark, int | None, int]] = []
    for position, mark in enumerate(marks):
        while open_marks and _is_over(open_marks[-1][0], mark):
            open_marks.pop()
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


def _is_over(open_mark: Mark, mark: Mark) -> bool:
    """Whether a heading within a paragraph ended with it before `mark`; items may go on."""
    ended = open_mark.until is not None and open_mark.until <= mark.heading.start
    return ended and open_mark.kind != "item"


def _ends(chosen: list[tuple[Mark, int | None, int]], body: Span) -> list[int]:
    """Each section ends where the next one of its level or above begins, or with its paragraph."""
    ends, unended = [body.end] * len(chosen), list[int]()
    for number, (mark, _, level) in enumerate(chosen):
        while unended and chosen[unended[-1]][2] >= level:
            ends[unended.pop()] = mark.heading.start
        unended.append(number)
    for number, (mark, _, _) in enumerate(chosen):
        if mark.until is not None:
            ends[number] = min(ends[number], mark.until)
    return ends


def _divided(open_marks: list[tuple[Mark, int]], later: list[Mark]) -> int | None:
    """Position of the open section that a heading without numeral divides: it is numbered on."""
    numbered = [place for place, (mark, _) in enumerate(open_marks) if mark.kind not in _UNRANKED]
    if not numbered:
        return None
    above = open_marks[numbered[-1]][0]
    following = next((other for other in later if other.kind == above.kind), None)
    goes_on = following is not None and following.number == (above.number or 0) + 1
    return numbered[-1] if goes_on else None


def _close_for(mark: Mark, open_marks: list[tuple[Mark, int]]) -> None:
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


def _continued(mark: Mark, open_marks: list[tuple[Mark, int]]) -> int | None:
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


def _nests_in_own_kind(mark: Mark, open_marks: list[tuple[Mark, int]]) -> bool:
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
