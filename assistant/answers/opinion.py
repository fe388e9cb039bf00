"""Opinions and forecasts (评价与预测): 你觉得哪个好, 预测一下明年: no report answers them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.model import Reason, Refusal
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query


class Opinion:
    """Reports hold what was done; what somebody thinks of it or expects is not in them."""

    def accepts(self, query: Query) -> bool:
        """A question for an opinion or a forecast."""
        return query.has("opinion")

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Refusal:
        """Always a refusal."""
        del query, scope, evidence
        return Refusal(reason=Reason.OFF_TOPIC, text=say("answers", "refuse_opinion"))
