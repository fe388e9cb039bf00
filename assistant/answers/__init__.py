"""One question type a file (题型), tried in the order of `QUESTION_TYPES`.

A type that accepts a query answers, refuses, or passes on with None. A new type is a new file
and a line here; router, command line and page stay as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from assistant.answers.aim_and_result import AimAndResult
from assistant.answers.breakdown import Breakdown
from assistant.answers.cause import Cause
from assistant.answers.change import Change
from assistant.answers.comparison import Comparison
from assistant.answers.compute import Compute
from assistant.answers.coverage import Coverage
from assistant.answers.fact import ReportFact
from assistant.answers.figure import FigureQuestion
from assistant.answers.holder import Holder
from assistant.answers.joint_share import JointShare
from assistant.answers.last_year import LastYear
from assistant.answers.listing import Listing
from assistant.answers.old_and_new import OldAndNew
from assistant.answers.opinion import Opinion
from assistant.answers.passage import Passage
from assistant.answers.passing import Passing
from assistant.answers.passing_both import PassingBoth
from assistant.answers.peak_year import PeakYear
from assistant.answers.per_unit import PerUnit
from assistant.answers.portion import Portion
from assistant.answers.rank_beside import RankBeside
from assistant.answers.ranking import Ranking
from assistant.answers.rate import Rate
from assistant.answers.row_total import JoinedRow, RowTotal
from assistant.answers.several import Several
from assistant.answers.shares import Shares
from assistant.answers.standing import Standing
from assistant.answers.target_met import TargetMet
from assistant.answers.times import Times
from assistant.answers.told_token import ToldToken
from assistant.answers.totals import Totals
from assistant.answers.trend import Trend
from assistant.answers.yesno import YesNo

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, Scope
    from assistant.model import Reply
    from assistant.question.query import Query

__all__ = ["QUESTION_TYPES", "QuestionType"]


class QuestionType(Protocol):
    """What a file of this room offers."""

    def accepts(self, query: Query) -> bool:
        """Whether the form of the question is one of this type."""
        ...

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Reply | None:
        """Answer or refuse; None if the question is for a later type after all."""
        ...


QUESTION_TYPES: tuple[QuestionType, ...] = (
    Opinion(),
    Cause(),
    Holder(),
    ReportFact(),
    LastYear(),
    PassingBoth(),
    Passing(),
    Coverage(),
    TargetMet(),
    AimAndResult(),
    JointShare(),
    Portion(),
    Shares(),
    Standing(),
    Breakdown(),
    PeakYear(),
    Times(),
    Several(),
    Ranking(),
    Totals(),
    Trend(),
    Change(),
    Comparison(),
    OldAndNew(),
    PerUnit(),
    RowTotal(),
    Compute(),
    JoinedRow(),
    YesNo(),
    Listing(),
    Rate(),
    RankBeside(),
    ToldToken(),
    FigureQuestion(),
    Passage(),
)
