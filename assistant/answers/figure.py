"""One figure or several (查数)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answers.last_year import reckoned_back
from assistant.evidence.choose import Choice, choose_figures
from assistant.evidence.choose_sentence import choose_sentence
from assistant.evidence.differing import otherwise
from assistant.evidence.fellows import in_all
from assistant.evidence.same_matter import of_other_matter
from assistant.model import Answer, Reason, Refusal, Reply, Statement
from assistant.question.asks import Ask, is_modifier, tells
from assistant.question.forms import form
from assistant.question.lexicon import is_generic
from assistant.wording import refusals
from assistant.wording.excerpt import excerpt
from assistant.wording.statements import figure_statement, sentence_statement
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.reading import FigureView
    from assistant.question.query import Query


_ZERO = re.compile(
    r"没有(?:收到|发生|出现|发现|接到|被)|未(?:发生|收到|发现|出现|接到|被)|暂无|均?为零|无一|零发生"
)


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
        wanted = [
            (ask, replace(scope, years=years))
            for ask in query.asks
            for years in ([ask.years] if ask.years else _one_by_one(scope.years))
        ]
        opened: list[Ask] = []
        for (ask, _), choice in zip(wanted, choose_figures(wanted, evidence), strict=True):
            if choice.hits and not of_other_matter(ask, choice.hits[0], query, opened):
                hits = [in_all(ask, hit) for hit in choice.hits]
                shown = [each for hit in hits for each in _with_fellows(hit, query.core)]
                statements += [figure_statement(hit, ask.text) for hit in shown]
                differing = otherwise(choice.hits[0], ask, scope, evidence)
                if differing:
                    statements += [figure_statement(hit) for hit in differing]
                    notes.append(say("across", "differing"))
            else:
                opened.append(ask)
                notes.append(say("answers", "part_open", part=refusals.subject_of(ask)))
                refusal = refusal or refuse_figure(query, ask, scope, choice)
        if statements:
            return Answer(
                statements=tuple(dict.fromkeys(statements)), notes=tuple(dict.fromkeys(notes))
            )
        if refusal and refusal.reason is Reason.YEAR_ABSENT:
            return reckoned_back(query, scope, evidence) or refusal
        if refusal is None or not query.has("text", "list"):
            return nothing_said(query, scope, evidence) or refusal
        return None


def _one_by_one(years: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Each year for itself; one empty tuple if none is named."""
    return [(year,) for year in years] or [()]


_EACH = re.compile(r"分别|各")


def _with_fellows(hit: FigureHit, question: str) -> list[FigureHit]:
    """The old level before a new one (由多少提高到多少), and the rest of a row (分别是多少)."""
    figures = hit.reading.figures
    position = figures.index(hit.view)
    hits = [hit]
    if form("before_and_now").search(question):
        before, after = figures[max(0, position - 1)], figures[min(len(figures) - 1, position + 1)]
        if position and _fellow(before, hit.view):
            hits.insert(0, replace(hit, view=before))
        elif after is not hit.view and _fellow(after, hit.view):
            hits.append(replace(hit, view=after))
    while _EACH.search(question) and position + 1 < len(figures):
        position += 1
        following = figures[position]
        named = following.own in ("", hit.view.own) or (
            following.figure.indicator == hit.view.figure.indicator  # 城乡…分别: one name for two
        )
        if not _fellow(following, hit.view) or not named:
            break
        hits.append(replace(hit, view=following))
    return hits


def _fellow(one: FigureView, other: FigureView) -> bool:
    first, second = one.figure, other.figure
    return first.sentence == second.sentence and first.quantity.unit[:1] == second.quantity.unit[:1]


def nothing_said(query: Query, scope: Scope, evidence: Evidence) -> Answer | None:
    """A zero in words (没有收到…申请, 暂无发现), quoted."""
    hit, _ = choose_sentence(query.asks[0], scope, evidence)
    if hit is None or hit.fit.missing or not _ZERO.search(hit.view.text):
        return None
    span = excerpt(hit, query.asks[0].terms)
    return Answer(statements=(sentence_statement(hit.reading, hit.view.position, span),))


def _says_something(ask: Ask) -> bool:
    words = [term for term in ask.terms if not is_generic(term.text) and len(term.text) > 1]
    words = [term for term in words if not is_modifier(term) and not term.text.endswith("了")]
    counted = bool(ask.context) and ask.unit_class == "score"  # 考评里拿了多少分
    return bool(ask.head) or bool(words) or any(map(tells, ask.terms)) or counted


def refuse_figure(query: Query, ask: Ask, scope: Scope, choice: Choice) -> Refusal:
    """Why there is no figure for an ask."""
    if not ask.terms:
        return refusals.too_vague()
    if choice.other_year or (query.years and not choice.nearest and not _year_known(query, scope)):
        return refusals.year_absent(query, scope, choice.nearest)
    return refusals.indicator_absent(ask, choice.nearest)


def _year_known(query: Query, scope: Scope) -> bool:
    return any(card.year in query.years for card in scope.cards)
