"""When a question is asked again (间隔复习), as FSRS has it."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from assistant.quiz.grading import Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from fsrs import Scheduler

__all__ = ["is_state", "reviewed"]


def reviewed(state: str | None, verdict: Verdict, now: datetime) -> tuple[str, datetime]:
    """The state of a card after an answer, and when it is due again; None for a new card."""
    from fsrs import Card, Rating

    ratings = {
        Verdict.RIGHT: Rating.Good,
        Verdict.PARTLY: Rating.Hard,
        Verdict.WRONG: Rating.Again,
    }
    # A card makes up an id by waiting a moment; it has one here.
    card = Card(card_id=0, due=now) if state is None else Card.from_dict(json.loads(state))
    card, _ = _scheduler().review_card(card, ratings[verdict], review_datetime=now)
    return json.dumps(card.to_dict()), card.due


def is_state(state: str) -> bool:
    """Whether a text is the state of a card."""
    from fsrs import Card

    try:
        Card.from_dict(json.loads(state))
    except (AttributeError, LookupError, TypeError, ValueError):
        return False
    return True


@cache
def _scheduler() -> Scheduler:
    from fsrs import Scheduler

    return Scheduler(enable_fuzzing=False)
