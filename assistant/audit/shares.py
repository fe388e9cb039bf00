"""Shares recomputed from the two numbers of their sentence (比率复算).

A share is doubted only where part and whole are named beyond doubt, and no other number of the
sentence or of the one before makes it right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.audit.model import FindingKind, Severity
from assistant.audit.parts import whole_before
from assistant.audit.ranges import ratio, show_number, show_share
from assistant.audit.words import Rate, rates, words
from corpus.figures import strip_scope
from corpus.model import FigureKind

if TYPE_CHECKING:
    from assistant.audit.line import Line, Mark
    from assistant.audit.tally import Tally

__all__ = ["check_shares"]

_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]+率)(?:仅|均|都|已|约|为|达|到|是|分别)*\s?$")
_PORTION = re.compile(
    r"^\s?,?\s?占(?:比|(?:案件|总|全部|申请|受理)*(?:总?数|总量|全部)?)(?:仅|的|达|为|到|约)*\s?$"
)
_OF = re.compile(r"^[^,;。()]{0,4},?\s?占[^,;。()\d]{0,10}$")
_ALL = 100
_SHORT_NAME = 4
"""Characters of a name such as 审结, which goes on about what was named before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """What a share is made of."""

    line: Line
    """The sentence in which both stand."""
    part: Mark
    whole: Mark


def check_shares(line: Line, before: Line | None, tally: Tally) -> None:
    """Every share of a sentence that can be recomputed.

    `before` is the sentence before, of the same section; a rate that names its matter
    (行政复议案件办结率) may have its numbers there.
    """
    for at, mark in enumerate(line.marks):
        if mark.unit != "%" or mark.figure.kind is not FigureKind.SHARE:
            continue
        pair = _portion(line, at) or _rate(line, at, before)
        if pair is None:
            continue
        tally.count("shares")
        if not _fits(line, before, mark, pair):
            _tell(line, mark, pair, tally)
        elif _is_all(mark, pair):
            _tell(line, mark, pair, tally, kind=FindingKind.NOT_ALL)


def _portion(line: Line, at: int) -> _Pair | None:
    """29件,占交办总数33件的87.9%, or 其中48件,占40%."""
    mark = line.marks[at]
    if at > 1 and mark.gap.strip() == "的" and _OF.match(line.marks[at - 1].gap):
        part, whole = line.marks[at - 2], line.marks[at - 1]
        fits = part.is_level and whole.is_level and part.unit == whole.unit
        return _Pair(line=line, part=part, whole=whole) if fits else None
    if at > 1 and _PORTION.match(mark.gap) and "其中" in line.marks[at - 1].gap:
        part, found = line.marks[at - 1], whole_before(line, at - 1)
        if found is not None and part.is_level and part.depth == mark.depth:
            return _Pair(line=line, part=part, whole=found)
    return None


def _rate(line: Line, at: int, before: Line | None) -> _Pair | None:
    """受理52件,办结49件,办结率94.2%."""
    mark = line.marks[at]
    found = _RATE.search(mark.gap)
    if found is None or re.search("[、和及与][^,;。]*率", mark.gap):
        return None
    for rate in rates():
        end = next((end for end in rate.ends if found["name"].endswith(end)), None)
        if end is None:
            continue
        topic = _topic(strip_scope(found["name"]).removesuffix(end))
        acts = [act for act in rate.part if act in end] or list(rate.part)
        acts = list(rate.part) if acts[0] in words("closing") else acts
        if any(word in topic for word in words("qualifiers")):
            return None
        earlier = [m for m in line.marks[:at] if m.part == mark.part and m.depth == mark.depth]
        pair = _paired(line, earlier, rate, acts, topic)
        if pair is None and topic and before is not None:
            marks = [other for other in before.marks if not other.depth]
            return _named(_paired(before, marks, rate, acts, topic), topic)
        return pair
    return None


def _paired(line: Line, marks: list[Mark], rate: Rate, acts: list[str], topic: str) -> _Pair | None:
    """The last number that counts the act, and the one before it of which it is a part."""
    divided = next((n for n, mark in enumerate(marks) if "其中" in mark.gap), len(marks))
    levels = [mark for mark in marks[:divided] if mark.is_level]
    part = next((mark for mark in reversed(levels) if _bears(mark, acts)), None)
    if part is None or any(word in line.text for word in words("carried")):
        return None
    wholes = [mark for mark in levels if mark.number < part.number and mark.unit == part.unit]
    if not wholes or wholes[-1].figure.place != part.figure.place:
        return None
    whole = wholes[-1]
    said = whole.name
    if _bears(whole, acts) or not any(word in said for word in rate.whole):
        return None
    if whole.period != part.period or part.range.low > whole.range.high:
        return None
    return _Pair(line=line, part=part, whole=whole) if topic in part.name + said else None


def _named(pair: _Pair | None, topic: str) -> _Pair | None:
    """A pair of another sentence, if it is plainly of the rate's matter."""
    if pair is None or topic not in pair.whole.name:
        return None
    return pair if topic in pair.part.name or len(pair.part.name) <= _SHORT_NAME else None


def _topic(words_of_rate: str) -> str:
    """What a rate is of, without words that change nothing: 行政复议 of 行政复议案件总办结率."""
    for word in words("harmless"):
        words_of_rate = words_of_rate.replace(word, "")
    return words_of_rate


def _bears(mark: Mark, acts: list[str]) -> bool:
    """Whether a number counts one of the acts as such: not 未办结, not 按期办结."""
    name = mark.name
    for act in acts:
        at = name.find(act)
        if at < 0:
            continue
        denied = at > 0 and name[at - 1] in words("denials")
        if not denied and not any(word in name for word in words("qualifiers")):
            return True
    return False


def _fits(line: Line, before: Line | None, mark: Mark, pair: _Pair) -> bool:
    """Whether the share is right for the whole, or for any other number that it may be of."""
    wholes = [m for m in line.marks if m.unit == pair.part.unit and m.number != pair.part.number]
    wholes += [m for m in before.marks if m.unit == pair.part.unit] if before else []
    for whole in (pair.whole, *wholes):
        share = ratio(pair.part.range, whole.range)
        if share is None or share.meets(mark.range):
            return True
    # 不合格4卷: what is left of the whole.
    for other in line.marks:
        denied = any(word in other.name for word in words("denials"))
        if other.unit == pair.part.unit and other.is_level and denied:
            left = ratio(pair.whole.range - other.range, pair.whole.range)
            if left is None or left.meets(mark.range):
                return True
    return False


def _is_all(mark: Mark, pair: _Pair) -> bool:
    """100% of what is not all."""
    exact = mark.is_exact and pair.part.is_exact and pair.whole.is_exact
    apart = not pair.part.range.meets(pair.whole.range)
    return exact and apart and mark.figure.quantity.value == _ALL


def _tell(
    line: Line, mark: Mark, pair: _Pair, tally: Tally, kind: FindingKind = FindingKind.SHARE
) -> None:
    part, whole = pair.part.figure.quantity.value, pair.whole.figure.quantity.value
    terms = line.term(mark), pair.line.term(pair.part), pair.line.term(pair.whole)
    all_of_it = mark.is_exact and mark.figure.quantity.value == _ALL
    tally.find(
        kind,
        terms,
        severity=Severity.DOUBT if all_of_it else Severity.CONTRADICTION,
        share=terms[0].label,
        share_written=terms[0].written,
        part=terms[1].label,
        part_written=terms[1].written,
        whole=terms[2].label,
        whole_written=terms[2].written,
        working=f"{show_number(part)}÷{show_number(whole)}",
        result=show_share(part, whole),
    )
