"""Questions put together by hand, for tests that need no report."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from assistant.model import Citation
from assistant.quiz.model import Difficulty, Kind, NumberKey, QuizItem
from corpus.model import Hedge, Span

__all__ = ["choice", "cited", "item", "number_item", "points_item"]


def cited(quote: str = "全年受理行政复议案件37件。", report: str = "r1") -> Citation:
    return Citation(
        report_id=report, report="云溪县2022年法治政府建设情况报告", document_number=None,
        place="云溪县", year=2022, section=("一、主要工作", "(二)化解矛盾"), quote=quote,
        span=Span(10, 10 + len(quote)), file="云溪.txt",
    )  # fmt: skip


def item(**changes: Any) -> QuizItem:  # noqa: ANN401 - any field
    base: dict[str, Any] = {
        "id": "q1", "kind": Kind.SHORT, "difficulty": Difficulty.DIRECT,
        "stem": "2022年,云溪县受理行政复议案件多少件?", "answer": "37件",
        "explanation": "2022年,云溪县受理行政复议案件37件。", "place": "云溪县", "year": 2022,
        "topic": "行政复议与应诉", "section": ("一、主要工作", "(二)化解矛盾"),
        "rests_on": ("r1#0",), "citations": (cited(),),
    }  # fmt: skip
    return QuizItem(**(base | changes))


def number_item(
    value: str, unit: str, written: str, *, hedge: Hedge = Hedge.EXACT, unit_told: bool = True
) -> QuizItem:
    key = NumberKey(
        value=Decimal(value), unit=unit, hedge=hedge, written=written, unit_told=unit_told
    )
    return item(number=key, answer=written)


def points_item(*points: str) -> QuizItem:
    return item(points=points, answer=";".join(points))


def choice(id_: str = "q1", report: str = "r1") -> QuizItem:
    return item(
        id=id_, kind=Kind.CHOICE, stem=f"2022年,云溪县受理行政复议案件多少件?({id_})",
        options=("35件", "37件", "41件", "29件"), right=(1,), rests_on=(f"{report}#{id_}",),
        citations=(cited(report=report),),
    )  # fmt: skip
