"""Questions over several figures of one report (比较题、计算题): order, share, difference."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.grounding import grounded
from assistant.model import Operation, Statement, Working
from assistant.quiz.making import cite_figure, cite_span, item_of, luck, quoted, shuffled
from assistant.quiz.model import Difficulty, Kind, NumberKey
from assistant.quiz.stems import lead, led, whole_words
from assistant.quiz.words import split_act
from assistant.wording.arithmetic import common_scale, compute, write_result
from corpus.fold import fold
from corpus.model import Figure, FigureKind, Hedge
from corpus.quantities import find_quantities
from index.vocabulary import cut
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model import Citation
    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.model import QuizItem

__all__ = ["arithmetic_items", "compared", "like_written", "order_items", "ordered_item"]

_text = partial(say, "quiz")
_ORDERED, _LEAST_ORDERED = 4, 3
_LEAST_WORDS = 2
_SCALED = re.compile("[百千万亿]")
_CLEAR = 1.15
"""How much larger the next must be, so that 余 and 近 cannot turn the order."""
_LONGEST_LABEL = 18
_LEAST_WHOLE = 3


def order_items(asked: Sequence[AskedFigure]) -> Iterator[QuizItem]:
    """Counts of one kind in one report, to be put in order, each in one question."""
    for alike in _of_one_kind(asked):
        pool = list(alike)
        luck(pool[0].key, Kind.ORDER).shuffle(pool)
        while len(chosen := _clear(pool)) >= _LEAST_ORDERED:
            pool = [one for one in pool if one not in chosen]
            labels = [one.phrase for one in chosen]
            items = "、".join(quoted(label) for label in sorted(labels))
            if chosen[0].whole:
                whole = led(chosen[0], whole_words(chosen[0].whole))
                stem = _text("order_parts", whole=whole, items=items)
            else:
                stem = _text("order_counts", scope=lead(chosen[0]), items=items)
            yield ordered_item(chosen, labels, stem)


def _of_one_kind(asked: Sequence[AskedFigure]) -> list[list[AskedFigure]]:
    """Figures that are of one kind: parts of one whole, or the same act on the same thing."""
    kinds: dict[tuple[object, ...], list[AskedFigure]] = {}
    for one in asked:
        if _counts(one) and (kind := _kind_of(one)):
            kinds.setdefault((one.figure.quantity.unit, *kind), []).append(one)
    return [alike for _, alike in sorted(kinds.items(), key=lambda pair: pair[1][0].number)]


def _kind_of(asked: AskedFigure) -> tuple[object, ...]:
    """What a figure may be set beside; empty for nothing."""
    if asked.whole:
        return ("part", asked.figure.parent)
    words = cut(asked.phrase)
    if len(words) < _LEAST_WORDS:
        return ()
    where = asked.section.number if asked.section else None
    split = split_act(asked.phrase)
    if split is None:  # 食品药品领域立案: the act stands behind what it is done in
        return ("in", words[-1], words[-2], where, asked.planned)
    who, act, _ = split
    if not act:
        return ()
    return ("same", act, words[-1], cut(who)[-1] if who else "", where, asked.planned)


def compared(asked: AskedFigure) -> bool:
    """Whether a figure can be set beside others: a count that stands alone, put as a phrase."""
    return not asked.whole and _counts(asked)


def _counts(asked: AskedFigure) -> bool:
    return (
        asked.figure.kind is FigureKind.LEVEL
        and not asked.after
        and len(asked.phrase) <= _LONGEST_LABEL
        and asked.figure.quantity.unit not in ("%", "‰")
    )


def ordered_item(chosen: Sequence[AskedFigure], labels: Sequence[str], stem: str) -> QuizItem:
    """A question for the order of figures by size; labels stand in the order of the figures."""
    paired = sorted(zip(chosen, labels, strict=True), key=lambda pair: -_value(pair[0]))
    options = shuffled([label for _, label in paired], luck(stem))
    terms = [_text("order_term", label=label, written=one.written) for one, label in paired]
    return item_of(
        kind=Kind.ORDER,
        difficulty=Difficulty.COMPARISON,
        stem=stem,
        options=options,
        right=[options.index(label) for _, label in paired],
        answer=" > ".join(label for _, label in paired),
        explanation=_text("order_explained", terms=" > ".join(terms)),
        voice=chosen[0].voice,
        citations=[cite_figure(one) for one, _ in paired],
        rests_on=[one.key for one, _ in paired],
    )


def _clear(pool: Sequence[AskedFigure]) -> list[AskedFigure]:
    """The first four, in turn, that are all clearly apart and named apart."""
    chosen: list[AskedFigure] = []
    for one in pool:
        if all(_apart(one, other) for other in chosen):
            chosen.append(one)
        if len(chosen) == _ORDERED:
            break
    return chosen


def _apart(one: AskedFigure, other: AskedFigure) -> bool:
    low, high = sorted((_value(one), _value(other)))
    named = one.phrase not in other.phrase and other.phrase not in one.phrase
    return named and low > 0 and high / low >= _CLEAR


def _value(asked: AskedFigure) -> float:
    return float(asked.figure.quantity.value)


def arithmetic_items(asked: Sequence[AskedFigure]) -> Iterator[QuizItem]:
    """Shares of a whole, and differences of two counts that stand side by side."""
    for one in asked:
        if one.whole and (item := _share(one)):
            yield item
    for alike in _of_one_kind(asked):
        exact = [one for one in alike if _exact(one.figure)]
        for left, right in pairwise(exact):
            near = left.figure.sentence == right.figure.sentence or left.section is right.section
            if near and (item := _difference(left, right)):
                yield item


def _share(asked: AskedFigure) -> QuizItem | None:
    parent = asked.voice.report.figures[asked.figure.parent or 0]
    part, whole = asked.figure.quantity, parent.quantity
    fits = part.unit == whole.unit and 0 < part.value < whole.value and whole.value >= _LEAST_WHOLE
    written = (asked.written, _written(asked, parent))
    if not (fits and _exact(asked.figure) and _exact(parent) and like_written(*written)):
        return None
    if asked.after:
        return None
    words = led(asked, whole_words(asked.whole))
    stem = _text("share_of", whole=words, phrase=asked.phrase)
    cited = {one.span: one for one in (cite_figure(asked), _cite(asked, parent))}
    return _worked(asked, Operation.SHARE, (asked.figure, parent), stem, tuple(cited.values()))


def _difference(left: AskedFigure, right: AskedFigure) -> QuizItem | None:
    if not _apart(left, right) or not like_written(left.written, right.written):
        return None
    larger, smaller = sorted((left, right), key=_value, reverse=True)
    unit = larger.figure.quantity.unit
    if larger.whole:
        stem = _text(
            "difference_of_parts",
            whole=led(larger, whole_words(larger.whole)),
            left=larger.phrase,
            right=smaller.phrase,
            unit=unit,
        )
    else:
        stem = _text(
            "difference_of", left=led(larger, larger.phrase), right=smaller.phrase, unit=unit
        )
    cited = (cite_figure(larger), cite_figure(smaller))
    figures = (larger.figure, smaller.figure)
    return _worked(larger, Operation.DIFFERENCE, figures, stem, cited, also=smaller)


def like_written(one: str, other: str) -> bool:
    """Whether two numbers are written to the same place, so that a result has no false digits."""
    return _SCALED.findall(one) == _SCALED.findall(other) and (
        not _SCALED.search(one) or _decimals(one) == _decimals(other)
    )


def _decimals(written: str) -> int:
    found = re.search(r"\.(\d+)", written)
    return len(found[1]) if found else 0


def _worked(
    asked: AskedFigure,
    operation: Operation,
    figures: tuple[Figure, Figure],
    stem: str,
    citations: tuple[Citation, ...],
    also: AskedFigure | None = None,
) -> QuizItem | None:
    """A question whose answer is worked out; None where the gate does not pass the working."""
    operands = tuple(figure.quantity for figure in figures)
    result = compute(operation, operands)
    if result is None:
        return None
    written = tuple(_written(asked, figure) for figure in figures)
    scale = common_scale(written)
    shown = write_result(operation, result, operands, scale)
    sentence = (
        _text("working_share", part=written[0], whole=written[1], result=shown)
        if operation is Operation.SHARE
        else _text("working_difference", left=written[0], right=written[1], result=shown)
    )
    working = Working(operation=operation, operands=operands, scale=scale, result=shown)
    if not grounded(Statement(text=sentence, citations=citations, working=working)):
        return None
    found = next(iter(find_quantities(shown)))
    key = NumberKey(
        value=found.value, unit=found.unit, hedge=Hedge.EXACT, written=shown, unit_told=True
    )
    return item_of(
        kind=Kind.SHORT,
        difficulty=Difficulty.ARITHMETIC,
        stem=stem,
        number=key,
        answer=shown,
        explanation=sentence,
        voice=asked.voice,
        citations=citations,
        rests_on=(asked.key, also.key if also else f"{asked.key}/share"),
    )


def _cite(asked: AskedFigure, figure: Figure) -> Citation:
    sentence = asked.voice.report.sentences[figure.sentence]
    return cite_span(asked.voice, sentence.span, sentence.section)


def _written(asked: AskedFigure, figure: Figure) -> str:
    return "".join(fold(asked.voice.report.quote(figure.quantity.span)).split())


def _exact(figure: Figure) -> bool:
    return figure.quantity.hedge is Hedge.EXACT
