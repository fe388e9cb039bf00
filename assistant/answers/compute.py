"""Sums, differences and shares, with the arithmetic shown (计算)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant import refusals
from assistant.arithmetic import common_scale, compute, write_result
from assistant.choose import choose_figure, choose_figures
from assistant.evidence import Evidence, FigureHit, Scope
from assistant.model import Answer, Operation, Reason, Refusal, Reply, Statement, Working
from assistant.query import Ask, Query, ask_of, form, without_years, years_of
from assistant.statements import cite_sentence, label_of, scope_words, written
from assistant.units import unit_class
from corpus.model import Hedge
from prompts import say

_JOINT = re.compile(r"、|和|与|及|以及|跟|加上|加|再加|同")
_QUANTITY_TAIL = re.compile(r"(?:多少|几|多|少|高|低|相差|差|是|为|有|了|一?共)+[\u4e00-\u9fff]{0,2}$")
_SHARE_OF = re.compile(
    r"^(?P<whole>.+?)(?:当中|之中|里面|里头|中|里)(?:[,,]|有)?(?P<part>.+?)(?:的)?(?:所)?(?:占|比例|比重|占比)"
)
_PART_OF = re.compile(
    r"^(?P<part>.+?)(?:大概|大约|约|共|一共)?占(?:了|到|全部|所有|总|整个)*(?P<whole>.+?)(?:总数|总量|总额|全部)?(?:的)?"
    r"(?:百分之几|百分之多少|多少|几成|比例|比重|多大|几分)"
)
_COMPARED = re.compile(r"^(?P<left>.+?)(?:比|较|与|和|跟|同)(?P<right>.+?)(?:相比|比起来|之间|的)?(?:多|少|高|低|相差|差|增加|减少|大|小)")
_LEFT_OVER = re.compile(
    r"^(?P<whole>.+?)(?:还剩下?|剩下|剩余|还有|有)(?:多少|几)[\u4e00-\u9fff]{0,2}?(?:还没有?|没有|没能?|未能?|尚未)(?P<part>.+)$"
)
_REST = re.compile(r"没有?|未能|未|尚未|还没有?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Operand:
    """One side of a computation: what is asked, and for which years and places."""

    ask: Ask
    scope: Scope


class Compute:
    """加起来多少, A比B多多少, 占百分之几, 还有多少没…."""

    def accepts(self, query: Query) -> bool:
        """A form of arithmetic together with a question for a number."""
        return query.has("sum", "difference", "share", "remainder") and query.has(
            "quantity", "quantity_nouns", "difference", "share"
        )

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Find the operands, compute, show the arithmetic; None if the form has no operands."""
        for operation, operands in _readings(query, scope):
            reply = _computed(operation, operands, evidence)
            if isinstance(reply, Answer):
                return reply
            if reply is not None and operation is not Operation.SUM:
                return None if _stated(query, scope, evidence) else reply
            if reply is not None:
                return reply
        return None


def _stated(query: Query, scope: Scope, evidence: Evidence) -> bool:
    """Whether the report states the number itself, so that it need not be computed."""
    return any(choose_figure(ask, scope, evidence).hits for ask in query.asks[:1])


def _readings(query: Query, scope: Scope) -> list[tuple[Operation, tuple[_Operand, ...]]]:
    """The ways to read the question as arithmetic, most telling first."""
    core = query.core
    if query.has("share") and (found := _SHARE_OF.search(core) or _PART_OF.search(core)):
        part, whole = found["part"], found["whole"]
        return [(Operation.SHARE, (_operand(part, scope, whole), _operand(whole, scope)))]
    if query.has("difference") and (found := _COMPARED.search(query.question)):
        left, right = found["left"], found["right"]
        return [(Operation.DIFFERENCE, _sides(left, right, scope))]
    if query.has("remainder") and (rest := _remainder(core, scope)):
        return [(Operation.DIFFERENCE, rest)]
    if query.has("sum") and (terms := _addends(core, scope)):
        return [(Operation.SUM, terms)]
    return []


def _operand(text: str, scope: Scope, context: str = "") -> _Operand:
    bare = _QUANTITY_TAIL.sub("", text.strip(" ,"))
    for name in ("sum", "difference"):
        bare = form(name).sub(" ", bare)
    around = ask_of(context).terms if context else ()
    return _Operand(ask=ask_of(bare, around), scope=scope)


def _sides(left: str, right: str, scope: Scope) -> tuple[_Operand, _Operand]:
    """Both sides of a comparison; a side that only names a year borrows the other's words."""
    first, second = _operand(without_years(left), scope), _operand(without_years(right), scope)
    if not second.ask.terms:
        second = replace(second, ask=first.ask)
    elif not first.ask.terms:
        first = replace(first, ask=second.ask)
    else:
        second = replace(second, ask=ask_of(second.ask.text, first.ask.terms))
    left_years, right_years = years_of(left), years_of(right)
    return (
        replace(first, scope=replace(scope, years=left_years or scope.years[:1])),
        replace(second, scope=replace(scope, years=right_years or scope.years[:1])),
    )


def _remainder(core: str, scope: Scope) -> tuple[_Operand, _Operand] | None:
    """X里没通过的有多少: all of X less those that did."""
    found = _LEFT_OVER.search(core)
    if found:
        return _operand(found["whole"], scope), _operand(found["part"], scope, found["whole"])
    parts = re.split(r"(?:当中|之中|里面|里头|中|里|,)", core, maxsplit=1)
    if len(parts) < 2 or not _REST.search(parts[1]):
        return None
    whole, rest = parts
    return _operand(whole, scope), _operand(_REST.sub("", rest), scope, whole)


def _addends(core: str, scope: Scope) -> tuple[_Operand, ...]:
    """A和B加起来: the nouns before the word for adding, each with the words behind it."""
    found = form("sum").search(core)
    if found is None:
        return ()
    head, tail = core[: found.start()], core[found.end() :]
    nouns = [noun for noun in _JOINT.split(head) if ask_of(noun).terms]
    if len(nouns) < 2:
        return ()
    unit = ask_of(tail).unit_class
    operands = []
    for number, noun in enumerate(nouns):
        operand = _operand(noun, scope, nouns[0] if number else "")
        operands.append(replace(operand, ask=replace(operand.ask, unit_class=unit or operand.ask.unit_class)))
    return tuple(operands)


def _computed(
    operation: Operation, operands: tuple[_Operand, ...], evidence: Evidence
) -> Reply | None:
    hits: list[FigureHit] = []
    choices = choose_figures([(operand.ask, operand.scope) for operand in operands], evidence)
    for operand, choice in zip(operands, choices, strict=True):
        if not choice.hits:
            what = refusals.subject_of(operand.ask)
            return Refusal(
                reason=Reason.YEAR_ABSENT if choice.other_year else Reason.INDICATOR_ABSENT,
                text=say("answers", "refuse_compute", what=what),
            )
        hits.append(choice.hits[0])
    if refusal := _unlike(hits):
        return refusal
    quantities = tuple(hit.view.figure.quantity for hit in hits)
    result = compute(operation, quantities)
    if result is None:
        return None
    scale = common_scale(tuple(written(hit.reading, hit.view.figure) for hit in hits))
    shown = write_result(operation, result, quantities, scale)
    notes = ()
    if any(quantity.hedge is not Hedge.EXACT for quantity in quantities):
        notes = (say("answers", "hedged"),)
    working = Working(operation=operation, operands=quantities, scale=scale, result=shown)
    return Answer(statements=(_statement(working, hits),), notes=notes)


def _unlike(hits: list[FigureHit]) -> Refusal | None:
    """Numbers of different units are not put together."""
    first = hits[0].view.figure
    for hit in hits[1:]:
        other = hit.view.figure
        classes = {unit_class(first.quantity.unit), unit_class(other.quantity.unit)}
        if len(classes) > 1 and first.quantity.unit != other.quantity.unit:
            text = say(
                "answers", "refuse_units", left=label_of(first), right=label_of(other),
                left_unit=first.quantity.unit, right_unit=other.quantity.unit,
            )  # fmt: skip
            return Refusal(reason=Reason.INDICATOR_ABSENT, text=text)
    return None


def _statement(working: Working, hits: list[FigureHit]) -> Statement:
    operation = working.operation
    figures = [hit.view.figure for hit in hits]
    parts = [
        say("answers", "term", label=label_of(hit.view.figure), value=written(hit.reading, hit.view.figure))
        for hit in hits
    ]
    sign = {Operation.SUM: " + ", Operation.DIFFERENCE: " − ", Operation.SHARE: " ÷ "}[operation]
    if operation is Operation.DIFFERENCE and figures[0].quantity.value < figures[1].quantity.value:
        parts.reverse()
    same_year = {figure.period for figure in figures}
    scope = scope_words(hits[0].reading, figures[0].period if len(same_year) == 1 else None)
    text = say("answers", "sum", scope=scope + ":", terms=sign.join(parts), result=working.result)
    citations = tuple(dict.fromkeys(cite_sentence(h.reading, h.view.figure.sentence) for h in hits))
    return Statement(text=text, citations=citations, working=working)
