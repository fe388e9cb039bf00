"""Opinions and forecasts (评价与预测): 你觉得哪个好, 预测一下明年: no report answers them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.model import Reason, Refusal
from prompts import say

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.question.query import Query


_VIEW = re.compile(
    r"(?:你|您)(?:个人|自己)?(?:来)?(?:判断|估计|预计|猜|评一?评|打个?分|推荐)"
    r"|最有(?:把握|希望|可能|潜力|前途|前景)|更有(?:把握|希望|可能|潜力)|值不值得|靠不靠谱|合不合理"
    r"|(?:照|按|依|以)(?:照|着)?(?:这|现在|目前|当前|此|这样|这么)[^,。?]{0,8}(?:势头|趋势|速度|走势|劲头)"
)
"""你判断, 最有把握, 照这个势头: opinions and forecasts by their words."""


class Opinion:
    """Reports hold what was done; what somebody thinks of it or expects is not in them."""

    def accepts(self, query: Query) -> bool:
        """A question for an opinion or a forecast."""
        return query.has("opinion") or _VIEW.search(query.said) is not None

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Refusal:
        """Always a refusal."""
        del query, scope, evidence
        return Refusal(reason=Reason.OFF_TOPIC, text=say("answers", "refuse_opinion"))
