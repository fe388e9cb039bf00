"""Refusals in words (拒答): the reason, and what the library has instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.evidence.gather import FigureHit, Scope, SentenceHit
from assistant.model import Reason, Refusal, Statement
from assistant.wording.statements import figure_statement, sentence_statement
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.question.asks import Ask
    from assistant.question.query import Query
    from index.library_db import ReportCard

_LISTED = 6


def year_absent(query: Query, scope: Scope, nearest: Sequence[FigureHit] = ()) -> Refusal:
    """The year asked for is not in the reports."""
    del nearest
    have = _listed(f"{card.place or card.file}{card.year or ''}年" for card in scope.cards)
    year = "、".join(map(str, query.years))
    return Refusal(
        reason=Reason.YEAR_ABSENT, text=say("answers", "refuse_year", year=year, have=have)
    )


def place_absent(query: Query, cards: Sequence[ReportCard], organ: str = "") -> Refusal:
    """No report is about the place asked for, or none of its department."""
    have = _listed(card.place or card.file for card in cards)
    place = "、".join(query.strangers) or "、".join(query.places) + (organ or query.core[:12])
    return Refusal(
        reason=Reason.PLACE_ABSENT, text=say("answers", "refuse_place", place=place, have=have)
    )


def indicator_absent(ask: Ask, nearest: Sequence[FigureHit | SentenceHit] = ()) -> Refusal:
    """The reports say nothing of what is asked."""
    return Refusal(
        reason=Reason.INDICATOR_ABSENT,
        text=say("answers", "refuse_indicator", what=subject_of(ask)),
        nearest=tuple(map(_nearest, nearest[:1])),
    )


def off_topic() -> Refusal:
    """The question is none for these reports."""
    return Refusal(reason=Reason.OFF_TOPIC, text=say("answers", "refuse_off_topic"))


def too_vague() -> Refusal:
    """The question does not say what it is about."""
    return Refusal(reason=Reason.TOO_VAGUE, text=say("answers", "refuse_vague"))


def subject_of(ask: Ask) -> str:
    """What an ask is about, in the asker's words."""
    return re.sub(r"[?!。,\s]+", " ", ask.text).strip()[:40]


def _nearest(hit: FigureHit | SentenceHit) -> Statement:
    if isinstance(hit, FigureHit):
        return figure_statement(hit)
    return sentence_statement(hit.reading, hit.view.position)


def _listed(names: object) -> str:
    kept = list(dict.fromkeys(names))  # type: ignore[call-overload]
    more = f"等{len(kept)}份" if len(kept) > _LISTED else ""
    return "、".join(kept[:_LISTED]) + more
