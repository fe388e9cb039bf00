"""其中 held against its whole (部分与整体).

The parts are read from the sentence itself, not from `Figure.parent`: the reading of figures
takes no number for a part that is larger than its whole, and those are looked for here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TYPE_CHECKING

from assistant.audit.model import FindingKind, Severity
from assistant.audit.ranges import Range, show_number
from assistant.audit.words import schemes, words
from index.vocabulary import cut, is_topic, plain

if TYPE_CHECKING:
    from assistant.audit.line import Line, Mark
    from assistant.audit.tally import Tally

__all__ = ["check_parts", "whole_before"]

_MONEY = frozenset(("元", "美元", "港元", "欧元"))
_OTHER_CASE = re.compile(r"\d|[为是达至]\s?$")
"""1200米(最初两届为1235米): what it is at another time, not a part."""
_SHORT_NAME = 4
"""Characters of a name such as 办结 or 成功化解, which does not say of what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Division:
    """A whole and what is said to be part of it."""

    whole: Mark
    parts: tuple[Mark, ...]
    others: tuple[Mark, ...]
    """Earlier numbers of the sentence that 其中 may mean as well."""
    row: tuple[Mark, ...]
    """The whole and the numbers that 、 joins to it: 其中 may divide them together."""
    sure: bool
    """Whether 其中 or the like says that they are parts."""


def check_parts(line: Line, tally: Tally) -> None:
    """Each part, and all parts together, against the whole."""
    for at in range(1, len(line.marks)):
        division = _division(line, at)
        if division is None:
            continue
        tally.count("wholes")
        if not _part_above(line, division, tally) and division.sure:
            _sum_off(line, division, tally)


def whole_before(line: Line, at: int) -> Mark | None:
    """The number that a 其中 right before number `at` divides; None where that is not clear."""
    mark = line.marks[at]
    for other in reversed(line.marks[:at]):
        if other.depth > mark.depth or not other.is_level:
            continue
        if other.part < mark.part and not re.match(r"[^,。]*;\s*其中", mark.gap):
            return None
        if other.unit == mark.unit:
            return other
        if other.unit not in _MONEY:
            return None
    return None


def _division(line: Line, at: int) -> _Division | None:
    mark, before = line.marks[at], line.marks[at - 1]
    if not mark.is_level or _has_other_noun(line, mark):
        return None
    opened = mark.depth > before.depth and "(" in mark.gap
    if opened:
        whole = before if before.is_level and before.unit == mark.unit else None
        said = mark.gap[mark.gap.rindex("(") :]
    else:
        whole = whole_before(line, at) if "其中" in mark.gap else None
        said = mark.gap[mark.gap.rindex("其中") :] if whole else ""
    if whole is None or _is_no_part(said) or not _same_matter(whole, mark):
        return None
    sure = not opened or any(word in said for word in words("says_part"))
    if not sure and (_is_other_topic(whole, mark) or _OTHER_CASE.search(said)):
        return None
    others = tuple(
        other
        for other in line.marks[: line.marks.index(whole)]
        if other.is_level and other.unit == mark.unit and other.depth == whole.depth
    )
    parts = (mark, *_joined(line, at, in_bracket=opened))
    return _Division(
        whole=whole,
        parts=parts,
        others=() if opened else others,
        row=() if opened else _row_of(line, whole),
        sure=sure,
    )


def _row_of(line: Line, whole: Mark) -> tuple[Mark, ...]:
    """建议37件、提案52件 of 建议37件、提案52件,其中主办件61件."""
    at = line.marks.index(whole)
    found = [whole]
    while at > 0 and line.marks[at].gap.removeprefix(line.marks[at - 1].tail).startswith("、"):
        at -= 1
        if line.marks[at].unit != whole.unit or not line.marks[at].is_level:
            break
        found.append(line.marks[at])
    return tuple(found)


def _is_no_part(said: str) -> bool:
    """Whether words between bracket and number compare, or count beyond the whole."""
    return any(word in said for word in words("not_a_part"))


def _is_other_topic(whole: Mark, part: Mark) -> bool:
    """办理提案20件(代表建议35件): a bracket that says nothing of parts, on another matter."""
    return any(is_topic(word) and word not in whole.name for word in cut(part.name))


def _same_matter(whole: Mark, part: Mark) -> bool:
    a, b = whole.figure, part.figure
    return a.kind is b.kind and a.place == b.place and whole.period == part.period


def _has_other_noun(line: Line, mark: Mark) -> bool:
    """5个站点,其中为12个小区…: a noun behind the number that the whole does not bear."""
    noun = plain(mark.tail)
    return bool(noun) and noun not in plain(line.text[: mark.offset])


def _joined(line: Line, at: int, *, in_bracket: bool) -> tuple[Mark, ...]:
    """The parts that follow the first: joined by 、, or by a comma where that is certain."""
    found: list[Mark] = []
    first = line.marks[at]
    for mark in line.marks[at + 1 :]:
        lead = mark.gap.removeprefix(line.marks[at].tail).lstrip()
        fits = mark.unit == first.unit and mark.depth == first.depth and mark.is_level
        comma = lead.startswith(",") and (in_bracket or _belongs(mark))
        if not fits or not (lead.startswith("、") or comma) or re.search("[;:()]|另", lead):
            break
        if mark.figure.kind is not first.figure.kind or plain(mark.tail):
            break
        found.append(mark)
    return tuple(found)


def _belongs(mark: Mark) -> bool:
    """Whether a name says by itself that it is one part of several."""
    lead = mark.gap.lstrip(" ,")
    return lead.startswith((*words("rest"), *words("outcomes_of_closing")))


def _part_above(line: Line, division: _Division, tally: Tally) -> bool:
    whole, found = division.whole, False
    for part in division.parts:
        if part.range.low <= whole.range.high:
            continue
        if _may_mean_other(division, part.range, part):
            continue
        found = True
        terms = line.term(part), line.term(whole)
        tally.find(
            FindingKind.PART_ABOVE_WHOLE,
            terms,
            severity=Severity.CONTRADICTION if division.sure else Severity.DOUBT,
            part=terms[0].label,
            part_written=terms[0].written,
            whole=terms[1].label,
            whole_written=terms[1].written,
            excess=show_number(part.figure.quantity.value - whole.figure.quantity.value)
            + whole.unit,
        )
    return found


def _may_mean_other(division: _Division, size: Range, part: Mark) -> bool:
    """Whether 其中 may speak of an earlier number: 受理105件,办结99件,其中….

    Not where the whole says itself what it counts, nor for what only comes of closing a case.
    """
    if len(division.row) > 1:
        together = reduce(Range.__add__, (mark.range for mark in division.row))
        if together.high >= size.low:
            return True
    name = division.whole.figure.indicator
    larger = [other for other in division.others if other.range.high >= size.low]
    if any(other.range.low == other.range.high == size.low for other in larger):
        return True
    outcome = any(word in part.figure.indicator for word in words("outcomes_of_closing"))
    if outcome and any(word in name for word in words("closing")):
        return False
    return bool(larger) and len(plain(name)) <= _SHORT_NAME


def _sum_off(line: Line, division: _Division, tally: Tally) -> None:
    parts, whole = division.parts, division.whole
    if len(parts) < 2 or any(re.search("各|均|每", part.gap[-2:]) for part in parts):
        return
    total = reduce(Range.__add__, (part.range for part in parts))
    rest = any(part.gap.lstrip(" ,、").startswith(words("rest")) for part in parts)
    above = total.low > whole.range.high and (rest or _exclusive(parts))
    off = rest and not total.meets(whole.range)
    if not (above or off) or any(total.meets(other.range) for other in division.others):
        return
    if above and _may_mean_other(division, total, parts[0]):
        return
    kind = FindingKind.PARTS_ABOVE_WHOLE if above else FindingKind.PARTS_NOT_WHOLE
    terms = tuple(line.term(mark) for mark in (whole, *parts))
    tally.find(
        kind,
        terms,
        whole=terms[0].label,
        whole_written=terms[0].written,
        working="+".join(show_number(part.figure.quantity.value) for part in parts),
        total=show_number(sum((part.figure.quantity.value for part in parts), Decimal(0)))
        + whole.unit,
    )


def _exclusive(parts: tuple[Mark, ...]) -> bool:
    """Whether the parts are of one division in which none overlaps another."""
    for scheme in schemes():
        own = [
            max((word for word in scheme if word in part.figure.indicator), key=len, default="")
            for part in parts
        ]
        if all(own) and len(set(own)) == len(own):
            return True
    return False
