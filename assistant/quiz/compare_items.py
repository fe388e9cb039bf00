"""Questions over several figures of one report (比较题、计算题): order, share, difference."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.grounding import grounded
from assistant.model import Operation, Statement, Working
from assistant.quiz.making import cite_figure, cite_span, item_of, luck, shuffled
from assistant.quiz.model import Difficulty, Kind, NumberKey
from assistant.quiz.stems import lead, split_verb
from assistant.wording.arithmetic import common_scale, compute, write_result
from corpus.fold import fold
from corpus.model import Figure, FigureKind, Hedge
from corpus.quantities import find_quantities
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.model import Citation
    from assistant.quiz.asking import AskedFigure
    from assistant.quiz.model import QuizItem

__all__ = ["arithmetic_items", "compared", "order_items", "ordered_item"]

_text = partial(say, "quiz")
_ORDERED = 4
_CLEAR = 1.15
"""How much larger the next must be, so that 余 and 近 cannot turn the order."""
_LONGEST_LABEL = 18
_LEAST_WHOLE = 3


def order_items(asked: Sequence[AskedFigure]) -> Iterator[QuizItem]:
    """Four counts of one unit in one report, to be put in order, each in one question."""
    units: dict[str, list[AskedFigure]] = {}
    for one in asked:
        if compared(one):
            units.setdefault(one.figure.quantity.unit, []).append(one)
    for unit, alike in sorted(units.items()):
        pool = list(alike)
        luck(alike[0].key, unit, Kind.ORDER).shuffle(pool)
        while len(chosen := _clear(pool)) == _ORDERED:
            pool = [one for one in pool if one not in chosen]
            labels = [one.phrase for one in chosen]
            items = "、".join(_quoted(label) for label in sorted(labels))
            stem = _text("order_counts", scope=lead(chosen[0]), items=items)
            yield ordered_item(chosen, labels, stem)


def _quoted(label: str) -> str:
    """A label in quotation marks, those inside it made single."""
    return _text("quoted", words=label.replace("“", "‘").replace("”", "’"))


def compared(asked: AskedFigure) -> bool:
    """Whether a figure can be set beside others: a count that stands alone, put as a phrase."""
    return (
        asked.figure.kind is FigureKind.LEVEL
        and not asked.whole
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
    alone = [one for one in asked if compared(one) and _exact(one.figure)]
    for left, right in pairwise(alone):
        if left.section is right.section and (item := _difference(left, right)):
            yield item


def _share(asked: AskedFigure) -> QuizItem | None:
    parent = asked.voice.report.figures[asked.figure.parent or 0]
    part, whole = asked.figure.quantity, parent.quantity
    verb, rest = split_verb(asked.whole)
    fits = part.unit == whole.unit and 0 < part.value < whole.value and whole.value >= _LEAST_WHOLE
    if not (verb and fits and _exact(asked.figure) and _exact(parent)) or asked.after:
        return None
    stem = _text("share_of", scope=lead(asked), verb=verb, rest=rest, phrase=asked.phrase)
    cited = {one.span: one for one in (cite_figure(asked), _cite(asked, parent))}
    return _worked(asked, Operation.SHARE, (asked.figure, parent), stem, tuple(cited.values()))


def _difference(left: AskedFigure, right: AskedFigure) -> QuizItem | None:
    if left.figure.quantity.unit != right.figure.quantity.unit or not _apart(left, right):
        return None
    larger, smaller = sorted((left, right), key=_value, reverse=True)
    stem = _text(
        "difference_of",
        scope=lead(larger),
        left=larger.phrase,
        right=smaller.phrase,
        unit=larger.figure.quantity.unit,
    )
    cited = (cite_figure(larger), cite_figure(smaller))
    figures = (larger.figure, smaller.figure)
    return _worked(larger, Operation.DIFFERENCE, figures, stem, cited, also=smaller)


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
