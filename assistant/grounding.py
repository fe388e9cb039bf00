"""The gate (把关): nothing leaves that its citations do not prove.

Each number of a statement, with unit and hedge, must stand in a cited sentence in whatever
writing (3.5万 = 35000, 百分之五 = 5%), or be the result of the arithmetic that the statement
shows and that is repeated here; each quotation must be a cited stretch; each year must be the
report's or stand in the sentence. What fails is dropped, never mended.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from assistant.question.lexicon import plain
from assistant.wording.arithmetic import compute, write_result
from corpus.ahead import looks_ahead
from corpus.fold import fold
from corpus.model import Hedge, Span
from corpus.orders import reads_like_an_order
from corpus.quantities import find_quantities
from corpus.stretches import announced_unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.model import Answer, Citation, Statement

Number = tuple[Decimal, str, Hedge]
_QUOTATION = re.compile(r"“([^“”]*(?:“[^”]*”[^“”]*)*)”")
_LEAST = re.compile(r"\d+(?:\.\d+)?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)年")


def grounded(statement: Statement) -> bool:
    """Whether the statement's citations prove it."""
    said = fold(statement.text)
    return (
        not reads_like_an_order(said)
        and _numbers_stand(statement, said)
        and _quotations_stand(statement, said)
        and _years_stand(statement, said)
    )


def keep_grounded(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements that pass the gate, in order."""
    return tuple(statement for statement in statements if grounded(statement))


def through_gate(answer: Answer) -> Answer | None:
    """The answer with what passes; None if nothing does."""
    kept = keep_grounded(answer.statements)
    if not kept:
        return None
    return replace(answer, statements=kept)


def numbers_of(text: str) -> set[Number]:
    """Every quantity of a text as value, unit and hedge, whatever its writing.

    A range (3—5名) is both of its numbers.
    """
    folded = fold(text)
    numbers = set()
    for quantity in find_quantities(folded):
        numbers.add((quantity.value.normalize(), quantity.unit, quantity.hedge))
        least = _LEAST.search(quantity.span.of(folded))
        if quantity.hedge is Hedge.RANGE and least:
            numbers.add((Decimal(least[0]).normalize(), quantity.unit, quantity.hedge))
    return numbers


def numbers_proved_by(quote: str) -> set[Number]:
    """The numbers of a quote; bare ones also with the unit that it announces (单位:件)."""
    folded = fold(quote)
    return numbers_of(quote) | {
        (quantity.value.normalize(), unit, quantity.hedge)
        for quantity in find_quantities(folded)
        if not quantity.unit and (unit := announced_unit(folded, Span(0, quantity.span.start)))
    }


def _numbers_stand(statement: Statement, said: str) -> bool:
    cited: set[Number] = set()
    for citation in statement.citations:
        cited |= numbers_proved_by(citation.quote)
    allowed = cited | _results(statement, cited)
    return numbers_of(said) <= allowed


def _results(statement: Statement, cited: set[Number]) -> set[Number]:
    """The result of the shown arithmetic, if its operands are cited and it is right."""
    working = statement.working
    if working is None:
        return set()
    if any((q.value.normalize(), q.unit, q.hedge) not in cited for q in working.operands):
        return set()
    result = compute(working.operation, working.operands)
    if result is None:
        return set()
    if write_result(working.operation, result, working.operands, working.scale) != working.result:
        return set()
    return numbers_of(working.result)


def _quotations_stand(statement: Statement, said: str) -> bool:
    """The point that ends a quotation is a full stop, whichever way the report writes those."""
    cited = [_words_of(citation) for citation in statement.citations]
    quotations = (plain(quoted).rstrip(".") for quoted in _QUOTATION.findall(said))
    return all(any(quoted in words for words in cited) for quoted in quotations)


def _words_of(citation: Citation) -> str:
    return plain(fold(citation.quote)) + "\n" + plain(fold("".join(citation.section)))


def _years_stand(statement: Statement, said: str) -> bool:
    known = {str(citation.year) for citation in statement.citations}
    for citation in statement.citations:
        around = fold(citation.quote + citation.report + "".join(citation.section))
        known |= set(re.findall(r"(20\d\d)\s?年", around))
        if citation.year is not None and _is_plan(citation):
            known.add(str(citation.year + 1))
        if citation.year is not None and re.search("去年|上年|上一年", citation.quote):
            known.add(str(citation.year - 1))
    return set(_YEAR.findall(said)) <= known


def _is_plan(citation: Citation) -> bool:
    """A section on what is to be done speaks of the year after the report's."""
    return any(looks_ahead(fold(heading)) for heading in citation.section)
