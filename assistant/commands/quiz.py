"""`fazhi quiz`: questions from the reports, on the screen or as a paper (培训)."""

from __future__ import annotations

import json
import sys
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from assistant.quiz.bank import QuestionBank
from assistant.quiz.item_json import item_to_json
from assistant.quiz.paper import refuse_other_endings, write_paper
from assistant.quiz.sheet_words import (
    by_kind,
    difficulty_name,
    difficulty_why,
    key_line,
    kind_name,
    offered,
)
from assistant.render import cite
from assistant.writing.chat import open_chat
from assistant.writing.rewording import Reworder
from corpus.errors import QuizNothing
from index.snapshot import open_library
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.quiz.bank import Wanted
    from assistant.quiz.model import QuizItem
    from assistant.settings import Settings
    from assistant.writing.chat import Chat
    from corpus.model import Report
    from index.ledger import Ledger
    from index.library_db import Library
    from index.snapshot import ReportCard

__all__ = ["list_topics", "quiz"]

_text = partial(say, "quiz")


class _Shelf:
    """A library on disk as the bank of questions wants it."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def cards(self) -> Sequence[ReportCard]:
        """Every report."""
        return tuple(self._library.cards)

    def report(self, report_id: str) -> Report:
        """One report, whole."""
        return self._library.report(report_id)

    def ledger(self) -> Ledger:
        """Every figure."""
        return self._library.ledger


def quiz(settings: Settings, wanted: Wanted, *, as_data: bool, docx: Path | None) -> None:
    """Draw questions, have them worded by a language model where one is set, print or write them.

    Raises `QuizNothing`, `ExportFailed`, and what opening an index or a language model raises.
    """
    if docx is not None:
        refuse_other_endings(docx)
    chat = open_chat(settings)
    with closing(open_library(settings.index)) as library:
        items = QuestionBank(_Shelf(library)).draw(wanted)
    if not items:
        raise QuizNothing
    if chat is not None:
        items = _reworded(chat, items)
    if len(items) < wanted.count:
        print(_text("cli_fewer", count=len(items), wanted=wanted.count), file=sys.stderr)
    if docx is not None:
        paper, answers = write_paper(docx, items, seed=wanted.seed)
        written = _text("cli_written", count=len(items), paper=paper, answers=answers)
        print(written, file=sys.stderr if as_data else sys.stdout)
    if as_data:
        print(json.dumps([item_to_json(item) for item in items], ensure_ascii=False, indent=2))
    elif docx is None:
        print("\n".join(_lines(items)))


def _reworded(chat: Chat, items: Sequence[QuizItem]) -> tuple[QuizItem, ...]:
    """The questions as far as a model words them well; how many it did is told."""
    reworder = Reworder(chat)
    worded = tuple(map(reworder.reworded, items))
    count = sum(bool(item.worded_by) for item in worded)
    print(_text("cli_worded", count=count, model=chat.name), file=sys.stderr)
    return worded


def list_topics(index: Path, *, as_data: bool) -> None:
    """Print the topics and how many questions each has."""
    with closing(open_library(index)) as library:
        topics = QuestionBank(_Shelf(library)).topics()
    if as_data:
        rows = [{"topic": topic, "count": count} for topic, count in topics]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not topics:
        raise QuizNothing
    for topic, count in topics:
        print(_text("cli_topic_row", topic=topic, count=count))


def _lines(items: Sequence[QuizItem]) -> list[str]:
    ordered = [item for _, those in by_kind(items) for item in those]
    lines: list[str] = []
    for number, item in enumerate(ordered, start=1):
        kind, difficulty = kind_name(item.kind), difficulty_name(item)
        lines.append(
            _text("cli_question", number=number, kind=kind, difficulty=difficulty, stem=item.stem)
        )
        lines += [f"   {line}" for line in offered(item)]
    lines += ["", _text("cli_key_head")]
    for number, item in enumerate(ordered, start=1):
        lines.append(_text("cli_key", number=number, answer=key_line(item)))
        lines.append(_text("cli_why", explanation=item.explanation, why=difficulty_why(item)))
        lines += [
            _text("cli_source", source=cite(one), quote="".join(one.quote.split()))
            for one in item.citations
        ]
    return lines
