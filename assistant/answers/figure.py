"""One figure or several (查数)."""

from __future__ import annotations

from assistant import refusals
from assistant.choose import Choice, choose_figures
from assistant.evidence import Evidence, Scope
from assistant.model import Answer, Refusal, Reply, Statement
from assistant.query import Ask, Query
from assistant.statements import figure_statement
from prompts import say


_LONG_VERB = 2
"""A verb of more characters (不予处罚) says what is meant; 办了 does not."""


class FigureQuestion:
    """受理了多少件行政复议案件, 调解成功率多高, several at once."""

    def accepts(self, query: Query) -> bool:
        """A question word for numbers, or a noun that is one (出庭应诉率)."""
        return query.has("quantity", "quantity_nouns") and not query.has("ordinal")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """A statement an ask; what is missing is said."""
        statements: list[Statement] = []
        notes: list[str] = []
        refusal: Refusal | None = None
        if not any(_says_something(ask) for ask in query.asks):
            return refusals.too_vague()
        choices = choose_figures([(ask, scope) for ask in query.asks], evidence)
        for ask, choice in zip(query.asks, choices, strict=True):
            if choice.hits:
                statements += [figure_statement(hit) for hit in choice.hits]
            else:
                notes.append(say("answers", "part_open", part=refusals.subject_of(ask)))
                refusal = refusal or refuse_figure(query, ask, scope, choice)
        if statements:
            return Answer(statements=tuple(dict.fromkeys(statements)), notes=tuple(notes))
        return refusal


def _says_something(ask: Ask) -> bool:
    return bool(ask.head) or any(
        not term.verb or term.concept or len(term.text) > _LONG_VERB for term in ask.terms
    )


def refuse_figure(query: Query, ask: Ask, scope: Scope, choice: Choice) -> Refusal:
    """Why there is no figure for an ask."""
    if not ask.terms:
        return refusals.too_vague()
    if choice.other_year or (query.years and not choice.nearest and not _year_known(query, scope)):
        return refusals.year_absent(query, scope, choice.nearest)
    return refusals.indicator_absent(ask, choice.nearest)


def _year_known(query: Query, scope: Scope) -> bool:
    return any(card.year in query.years for card in scope.cards)
