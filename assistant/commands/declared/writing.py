"""`fazhi summarize`, `explain` and `speech` as they are typed (命令声明)."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from assistant.commands.cli_parts import Index, Json, argument, command, option, settings_of
from prompts import say

__all__ = ["explain", "speech", "summarize"]

_words = partial(say, "cli")


@command(help=_words("summarize_help"))
def summarize(
    report: Annotated[str, argument(help=_words("show_report"), metavar=_words("report_metavar"))],
    *,
    section: Annotated[
        str, option(help=_words("summarize_section"), metavar=_words("text_metavar"))
    ] = "",
    index: Index = None,
    as_data: Json = False,
) -> None:
    """Summarise a report or a section."""
    from assistant.commands.writing import summarize as run

    run(settings_of(index), report, section, as_data=as_data)


@command(help=_words("explain_help"))
def explain(
    term: Annotated[str, argument(help=_words("explain_term"), metavar=_words("text_metavar"))],
    *,
    index: Index = None,
    as_data: Json = False,
) -> None:
    """Explain a term in the reports' own words."""
    from assistant.commands.writing import explain as run

    run(settings_of(index), term, as_data=as_data)


@command(help=_words("speech_help"))
def speech(
    questions: Annotated[
        list[str], argument(help=_words("speech_questions"), metavar=_words("question_metavar"))
    ],
    *,
    topic: Annotated[str, option(help=_words("speech_topic"), metavar=_words("text_metavar"))] = "",
    index: Index = None,
    as_data: Json = False,
) -> None:
    """Write a paragraph for a speech."""
    from assistant.commands.writing import speech as run

    run(settings_of(index), questions, topic, as_data=as_data)
