"""Sums, differences and shares, with the arithmetic shown (计算)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.operand_figures import figures_of, unlike
from assistant.evidence.choose import choose_figure, choose_figures
from assistant.evidence.operands import Operand, each_in_its_place, readings
from assistant.model import Answer, Operation, Refusal, Reply, Statement, Working
from assistant.question.lexicon import coverage, touches
from assistant.wording.arithmetic import common_scale, compute, write_result
from assistant.wording.statements import cite_sentence, label_of, scope_words, written
from corpus.model import FigureKind, Hedge
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.question.asks import Ask
    from assistant.question.query import Query

_ROW = 2
_ALL_OF_IT = 100
"""A share above this is none of the whole."""


class Compute:
    """加起来多少, A比B多多少, 占百分之几, 还有多少没…."""

    def accepts(self, query: Query) -> bool:
        """A form of arithmetic together with a question for a number."""
        return query.has("sum", "difference", "share", "remainder") and query.has(
            "quantity", "quantity_nouns", "difference", "share"
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Find the operands, compute, show the arithmetic; None if the form has no operands."""
        for operation, operands in readings(query, scope):
            if operation is Operation.SUM and _told_as_one(query, operands, scope, evidence):
                return None
            if len(operands) == 1:
                return _of_its_whole(operands[0], evidence)
            found = figures_of(operation, each_in_its_place(operands, query), evidence)
            if isinstance(found, Refusal):
                if operands[-1].done and _denied(query, scope, evidence):
                    return None
                part = operands[0].ask if operation is Operation.SHARE else None
                return None if _stated(operation, query, scope, evidence, part) else found
            if refusal := None if _within(operation, found) else unlike(found):
                added = operation is Operation.SUM and len(found) >= _ROW
                return refusal if added or not _stated(operation, query, scope, evidence) else None
            if operation is Operation.DIFFERENCE and _level_and_change(found):
                return None
            if operation is Operation.SUM and _holds_another(found):
                return None
            if reply := shown(operation, found):
                return reply
        return None


def _told_as_one(
    query: Query, operands: tuple[Operand, ...], scope: Scope, evidence: Evidence
) -> bool:
    """Whether one number is of all that is to be added (常委会和常务会共学法10次)."""
    hits = choose_figure(query.asks[0], scope, evidence).hits
    own = hits[0].view.own if hits else ""
    return _IN_ALL.search(own) is not None and all(
        any(not term.verb and coverage(term, own) >= _NAMED for term in operand.ask.terms)
        for operand in operands
    )


_IN_ALL = re.compile("(?<!公)共(?![同享用有建治])|合计|累计|总计")


def _holds_another(hits: list[FigureHit]) -> bool:
    """Whether one number is a part of another (权力1525项,其中行政许可203项): it is told as one."""
    for hit in hits:
        above = hit.view.figure.parent
        while above is not None:
            whole = hit.reading.figures[above]
            if any(one.reading is hit.reading and one.view == whole for one in hits):
                return True
            above = whole.figure.parent
    return False


def _level_and_change(hits: list[FigureHit]) -> bool:
    """Whether one number is what the other moved by (92.6%, 比上年下降0.6个百分点)."""
    changes = [hit.view.figure.kind is FigureKind.CHANGE for hit in hits]
    return any(changes) and not all(changes)


def _stated(
    operation: Operation, query: Query, scope: Scope, evidence: Evidence, part: Ask | None = None
) -> bool:
    """Whether the report states the number itself, so that it need not be computed.

    总共 may ask for one number, 加起来 never does; a difference is stated only as a change.
    """
    if operation is Operation.SUM and _PUT_TOGETHER.search(query.core):
        return False
    differs = operation is Operation.DIFFERENCE
    asks = query.asks if differs else query.asks[:1]
    hits = [hit for ask in asks for hit in choose_figure(ask, scope, evidence).hits]
    if differs:
        return any(hit.view.figure.kind is FigureKind.CHANGE for hit in hits)
    if part is not None:  # 满意率100% is not what share was 非常满意
        hits = [hit for hit in hits if not _is_rate_of_another(part, hit)]
    return bool(hits)


def _denied(query: Query, scope: Scope, evidence: Evidence) -> bool:
    """Whether the report itself counts what was not done (不合格74批次)."""
    hits = choose_figure(query.asks[0], scope, evidence).hits
    return any(_DENIAL.search(hit.view.own + hit.view.after) for hit in hits)


_DENIAL = re.compile("^[不未没尚]|不予|不属于|未予|未[\u4e00-\u9fff]{2}|没有|免于|免予")


def _is_rate_of_another(part: Ask, hit: FigureHit) -> bool:
    named = any(coverage(term, hit.view.own) >= _NAMED for term in part.terms)
    return hit.view.figure.kind is FigureKind.SHARE and not named


_PUT_TOGETHER = re.compile(r"加起来|合起来|加在一起|相加|之和|总和")


def _of_its_whole(part: Operand, evidence: Evidence) -> Answer | None:
    """The share of a figure in the one that the report counts it under (其中)."""
    hits = choose_figure(part.ask, part.scope, evidence).hits
    parent = hits[0].view.figure.parent if len(hits) == 1 else None
    if parent is None:
        return None
    return shown(Operation.SHARE, [hits[0], replace(hits[0], view=hits[0].reading.figures[parent])])


_NAMED = 0.6


def shown(operation: Operation, hits: list[FigureHit]) -> Answer | None:
    """The arithmetic over figures, if it has a result."""
    quantities = tuple(hit.view.figure.quantity for hit in hits)
    result = compute(operation, quantities)
    if result is None or (operation is Operation.SHARE and result > _ALL_OF_IT):
        return None
    scale = common_scale(tuple(written(hit.reading, hit.view.figure) for hit in hits))
    shown = write_result(operation, result, quantities, scale)
    notes: tuple[str, ...] = ()
    if any(quantity.hedge is not Hedge.EXACT for quantity in quantities):
        notes = (say("answers", "hedged"),)
    working = Working(operation=operation, operands=quantities, scale=scale, result=shown)
    return Answer(statements=(_statement(working, hits),), notes=notes)


def computed_share(part: Ask, whole: Ask, scope: Scope, evidence: Evidence) -> Answer | None:
    """The share of one figure in another of the same sentence; None if they are not there."""
    choices = choose_figures([(whole, scope), (part, scope)], evidence)
    if not all(choice.hits for choice in choices):
        return None
    total, some = (choice.hits[0] for choice in choices)
    if not _says_what_was_done(part, some):
        return None
    same = total.reading is some.reading and total.view.figure.sentence == some.view.figure.sentence
    smaller = some.view.figure.quantity.value <= total.view.figure.quantity.value
    if not (same and smaller) or unlike([some, total]):
        return None
    return shown(Operation.SHARE, [some, total])


def _says_what_was_done(part: Ask, hit: FigureHit) -> bool:
    """Whether a part is named as such: 来信130件 beside 工单35272件 are none that were 满意."""
    said = hit.view.own + hit.view.row + hit.view.after
    return not part.terms or any(touches(t.text, t.variants, said) for t in part.terms)


def _within(operation: Operation, hits: list[FigureHit]) -> bool:
    """Whether the report counts the first among the second (受援人8130人次,其中农民工3104人)."""
    if operation is not Operation.SHARE or len(hits) != _ROW:
        return False
    part, whole = hits
    parent = part.view.figure.parent
    return (
        parent is not None
        and part.reading is whole.reading
        and part.reading.figures[parent] == whole.view
    )


_SIGNS = {
    Operation.SUM: " + ",
    Operation.DIFFERENCE: " − ",
    Operation.SHARE: " ÷ ",
    Operation.PER: " ÷ ",
}


def _statement(working: Working, hits: list[FigureHit]) -> Statement:
    operation = working.operation
    figures = [hit.view.figure for hit in hits]
    places = [scope_words(hit.reading, None) for hit in hits]
    several = len(set(places)) > 1
    parts = [
        say(
            "answers",
            "term",
            label=(place if several else "") + label_of(hit.view.figure),
            value=written(hit.reading, hit.view.figure),
        )
        for place, hit in zip(places, hits, strict=True)
    ]
    sign = _SIGNS[operation]
    if operation is Operation.DIFFERENCE and figures[0].quantity.value < figures[1].quantity.value:
        parts.reverse()
    same_year = {figure.period for figure in figures}
    scope = scope_words(hits[0].reading, figures[0].period if len(same_year) == 1 else None)
    if several:
        scope = scope.removeprefix(places[0])
    terms = sign.join(parts)
    if operation is Operation.SHARE and len(parts) > _ROW:
        terms = f"{parts[0]}{sign}({' + '.join(parts[1:])})"
    text = say(
        "answers", "sum", scope=scope + ":" if scope else "", terms=terms, result=working.result
    )
    citations = tuple(dict.fromkeys(cite_sentence(h.reading, h.view.figure.sentence) for h in hits))
    return Statement(text=text, citations=citations, working=working)
