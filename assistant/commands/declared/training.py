"""`fazhi quiz` as it is typed (命令声明)."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import Annotated

import typer

from assistant.commands.cli_parts import Index, Json, command, flag, option, settings_of
from prompts import say

__all__ = ["quiz"]

_words = partial(say, "quiz")
_MOST = 2000
_BETWEEN = re.compile(r"[,\uff0c、;\uff1b\s]+")
"""What may stand between topics, in either width."""


@command(help=_words("cli_help"))
def quiz(
    *,
    topic: Annotated[
        str, option(help=_words("cli_topic"), metavar=say("cli", "text_metavar"))
    ] = "",
    count: Annotated[
        str, option(help=_words("cli_count"), metavar=_words("cli_count_metavar"))
    ] = "10",
    seed: Annotated[str, option(help=_words("cli_seed"), metavar=_words("cli_seed_metavar"))] = "0",
    topics: Annotated[bool, flag("--topics", help=_words("cli_topics"))] = False,
    index: Index = None,
    as_data: Json = False,
    docx: Annotated[
        Path | None,
        option("--docx", help=_words("cli_docx"), metavar=say("cli", "file_metavar")),
    ] = None,
) -> None:
    """Make questions."""
    from assistant.commands.quiz import list_topics
    from assistant.commands.quiz import quiz as run
    from assistant.quiz.bank import Wanted

    settings = settings_of(index)
    if topics:
        list_topics(settings.index, as_data=as_data)
        return
    if not re.fullmatch(r"\d{1,4}", count) or not 1 <= int(count) <= _MOST:
        raise typer.BadParameter(_words("cli_count_misfit", most=_MOST))
    if not re.fullmatch(r"-?\d{1,12}", seed):
        raise typer.BadParameter(_words("cli_seed_misfit"))
    wanted = Wanted(
        count=int(count), seed=int(seed), topics=tuple(filter(None, _BETWEEN.split(topic)))
    )
    run(settings, wanted, as_data=as_data, docx=docx)
