"""Of numbers beside each other, the one that is named as asked: by a deed or a noun (动作)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.question.lexicon import coverage, cut, is_generic, is_verb, variants_of
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.gather import FigureHit
    from assistant.question.asks import Ask
    from assistant.question.lexicon import Term

__all__ = ["doing_first"]

_NAMED, _LACKING = 0.8, 0.3


def doing_first(ask: Ask, hits: Sequence[FigureHit]) -> list[FigureHit]:
    """The hits with the number of what was done before that of what it was done with.

    对75项执法权逐项评估,收回长期未使用的13项: 收回了多少项执法权 is answered by the 13, though
    执法权 stands with the 75; 整改到位82个 behind 14个乡镇 likewise.
    """
    if not hits:
        return []
    first = hits[0]
    doings = [term for term in ask.terms if term.verb and not is_generic(term.text)]
    how_many = [
        term for term in ask.terms if re.search(f"{re.escape(term.text)}了?(?:多少|几)", ask.text)
    ]
    for other in hits[1:]:
        exact = _counted_as_asked(ask, first, other)
        meant = how_many if exact else doings
        lacking = [term for term in meant if coverage(term, first.view.own) < _LACKING]
        headed = _ends_in_head(ask, first, other)
        if not headed and (not lacking or len(lacking) < len(meant)):
            continue
        follows = exact or _goes_on(first, other) or _shares_noun(first, other)
        counted = headed or (exact and _counts_the_noun(ask, lacking, other))
        if counted or (follows and _is_done(ask, lacking, other)):
            missing = tuple(
                term
                for term in other.fit.missing
                if term in lacking or coverage(term, first.view.own) < _NAMED
            )
            covered = max(first.fit.covered, other.fit.covered)
            named = replace(other, fit=replace(other.fit, covered=covered, missing=missing))
            return [named, *(hit for hit in hits if hit is not other)]
    return list(hits)


def _counted_as_asked(ask: Ask, first: FigureHit, other: FigureHit) -> bool:
    """Whether a number of one sentence is counted in the very measure asked for, the first not."""
    here, there = first.view.figure, other.view.figure
    return (
        first.reading is other.reading
        and here.sentence == there.sentence
        and there.quantity.unit == ask.measure != here.quantity.unit
    )


def _goes_on(first: FigureHit, other: FigureHit) -> bool:
    """Whether a number follows another in its sentence, counted in the same class of units."""
    here, there = first.view.figure, other.view.figure
    return (
        first.reading is other.reading
        and here.sentence == there.sentence
        and here.kind is there.kind
        and unit_class(here.quantity.unit) == unit_class(there.quantity.unit)
        and here.quantity.span.end <= there.quantity.span.start
    )


def _shares_noun(first: FigureHit, other: FigureHit) -> bool:
    """Whether a number stands in a row of doings whose noun is said with the last.

    取消15项,新增17项、移交1项权力事项: each of them counts 权力事项.
    """
    here, there = first.view.figure, other.view.figure
    same = first.reading is other.reading and here.sentence == there.sentence
    if not same or here.quantity.unit != there.quantity.unit or here.kind is not there.kind:
        return False
    start, end = there.quantity.span.end, here.quantity.span.start
    if start >= end:
        return False
    between = re.sub(r"\([^()]*\)", "", first.reading.folded[start:end])
    return _ROW.fullmatch(between) is not None


_ROW = re.compile(r"(?:[,、][^\d,、。;:]{1,6}\d+[^\d,、。;:]{1,2})*、[^\d,、。;:]{1,8}")
"""Doings and their numbers, and no noun, up to the doing of the last."""


def _ends_in_head(ask: Ask, first: FigureHit, other: FigureHit) -> bool:
    """Whether of one sentence the noun behind 多少 ends the second name alone, as asked.

    移民安置方案涉及多少移民: 方案组织论证会两次,涉及移民4836人. What is counted in one unit may be
    a part and its whole (全县立案147件,县本级18件), of which the part is not put behind.
    """
    here, there = first.view.own, other.view.own
    if first.view.figure.quantity.unit == other.view.figure.quantity.unit:
        return False
    nouns = tuple(variant for noun in ask.head for variant in variants_of(noun))
    together = first.reading is other.reading and (
        first.view.figure.sentence == other.view.figure.sentence
    )
    if not (together and nouns) or here.endswith(nouns) or not there.endswith(nouns):
        return False
    words = [word for word in cut(there) if len(word) > 1]
    return len(words) > 1 and all(word in ask.text for word in words)


def _counts_the_noun(ask: Ask, nouns: list[Term], hit: FigureHit) -> bool:
    """Whether a name ends in the noun asked for, and names nothing else (查获非法采砂船118艘)."""
    if any(term.verb or not hit.view.own.endswith(term.variants) for term in nouns):
        return False
    words = [word for word in cut(hit.view.own) if len(word) > 1 and not is_generic(word)]
    return all(word in ask.text for word in words)


def _is_done(ask: Ask, doings: list[Term], hit: FigureHit) -> bool:
    """Whether a name begins with each doing asked for, and names nothing that is not asked for."""
    own = hit.view.own
    if not all(coverage(term, own) >= _NAMED for term in doings):
        return False
    words = [word for word in cut(own) if len(word) > 1]
    if not words or not any(coverage(term, words[0]) >= _NAMED for term in doings):
        return False
    nouns = [word for word in words if not is_verb(word) and not is_generic(word)]
    return all(word in ask.text or any(word in term.text for term in ask.terms) for word in nouns)
