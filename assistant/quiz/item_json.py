"""A question as JSON and back (题目存取), for files, cards that are kept, and other programs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from assistant.model import Citation
from assistant.quiz.model import Difficulty, Kind, NumberKey, QuizItem
from assistant.render import citation_json
from corpus.model import Hedge, Span

__all__ = ["item_from_json", "item_to_json"]


def item_to_json(item: QuizItem) -> dict[str, Any]:
    """All of a question; numbers as text, so that no digit is lost."""
    key = item.number
    return {
        "id": item.id,
        "kind": item.kind.value,
        "difficulty": item.difficulty.value,
        "stem": item.stem,
        "options": list(item.options),
        "matches": list(item.matches),
        "right": list(item.right),
        "number": None if key is None else {
            "value": format(key.value, "f"),
            "unit": key.unit,
            "hedge": key.hedge.value,
            "written": key.written,
            "unit_told": key.unit_told,
        },
        "points": list(item.points),
        "answer": item.answer,
        "explanation": item.explanation,
        "place": item.place,
        "year": item.year,
        "topic": item.topic,
        "section": list(item.section),
        "rests_on": list(item.rests_on),
        "citations": [_citation(one) for one in item.citations],
        "worded_by": item.worded_by,
    }  # fmt: skip


def item_from_json(data: dict[str, Any]) -> QuizItem:
    """The question again; `KeyError`, `TypeError` or `ValueError` if it is none."""
    key = data["number"]
    return QuizItem(
        id=data["id"],
        kind=Kind(data["kind"]),
        difficulty=Difficulty(data["difficulty"]),
        stem=data["stem"],
        options=tuple(data["options"]),
        matches=tuple(data["matches"]),
        right=tuple(data["right"]),
        number=None if key is None else NumberKey(
            value=Decimal(key["value"]),
            unit=key["unit"],
            hedge=Hedge(key["hedge"]),
            written=key["written"],
            unit_told=key["unit_told"],
        ),
        points=tuple(data["points"]),
        answer=data["answer"],
        explanation=data["explanation"],
        place=data["place"],
        year=data["year"],
        topic=data["topic"],
        section=tuple(data["section"]),
        rests_on=tuple(data["rests_on"]),
        citations=tuple(map(_cited, data["citations"])),
        worded_by=data.get("worded_by", ""),
    )  # fmt: skip


def _citation(citation: Citation) -> dict[str, Any]:
    return {"report_id": citation.report_id, **citation_json(citation)}


def _cited(data: dict[str, Any]) -> Citation:
    return Citation(
        report_id=data["report_id"],
        report=data["report"],
        document_number=data["document_number"],
        place=data["place"],
        year=data["year"],
        section=tuple(data["section"]),
        quote=data["quote"],
        span=Span(data["start"], data["end"]),
        file=data["file"],
    )
