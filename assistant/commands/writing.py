"""`fazhi summarize`, `explain` and `speech`: texts with a source for each sentence (成稿)."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from assistant.commands.show import pick
from assistant.render import to_json, to_text
from corpus.errors import QuestionEmpty, SectionUnknown
from corpus.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Reply
    from assistant.settings import Settings
    from corpus.model import Report

__all__ = ["explain", "speech", "summarize"]


def summarize(settings: Settings, report: str, section: str, *, as_data: bool) -> None:
    """Print the summary of a report, or of the section whose heading holds some words."""
    from assistant.factory import open_assistant

    assistant = open_assistant(settings)
    card = pick(assistant.cards(), report)
    number = _section_of(assistant.report(card.id), section) if section else None
    _print(assistant.composer().summary(card.id, number), as_data=as_data)


def explain(settings: Settings, term: str, *, as_data: bool) -> None:
    """Print what the reports mean by a word."""
    from assistant.factory import open_assistant

    if not term.strip():
        raise QuestionEmpty
    _print(open_assistant(settings).composer().term(term.strip()), as_data=as_data)


def speech(settings: Settings, questions: Sequence[str], topic: str, *, as_data: bool) -> None:
    """Print a paragraph for a speech from the answers to some questions."""
    from assistant.factory import open_assistant

    asked = [question for question in questions if question.strip()]
    if not asked:
        raise QuestionEmpty
    _print(open_assistant(settings).composer().speech(asked, topic), as_data=as_data)


def _section_of(report: Report, words: str) -> int:
    """The first section whose heading holds the words; `SectionUnknown` if there is none."""
    wanted = fold(words).replace(" ", "")
    for section in report.sections:
        if wanted in fold(section.heading.of(report.text)).replace(" ", ""):
            return section.number
    raise SectionUnknown(name=words)


def _print(reply: Reply, *, as_data: bool) -> None:
    print(json.dumps(to_json(reply), ensure_ascii=False, indent=2) if as_data else to_text(reply))
