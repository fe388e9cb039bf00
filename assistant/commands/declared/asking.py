"""`fazhi build`, `ask`, `show` and `doctor` as they are typed (命令声明).

What they do stands in `assistant/commands/`, imported only when it runs: the help must appear
at once.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import Annotated

import typer

from assistant.commands.cli_parts import Index, Json, argument, command, flag, settings_of
from prompts import say

__all__ = ["ask", "build", "doctor", "show"]

_words = partial(say, "cli")
_UNUSABLE = 2


@command(help=_words("build_help"))
def build(
    paths: Annotated[
        list[Path] | None, argument(help=_words("build_paths"), metavar=_words("path_metavar"))
    ] = None,
    *,
    index: Index = None,
    add: Annotated[bool, flag("--add", help=_words("build_add"))] = False,
    as_data: Json = False,
) -> None:
    """Take reports in."""
    from assistant.commands.build import build as run

    if not paths:
        raise typer.BadParameter(_words("paths_missing"))
    run(paths, settings_of(index), add=add, as_data=as_data)


@command(help=_words("ask_help"))
def ask(
    question: Annotated[
        str | None, argument(help=_words("ask_question"), metavar=_words("question_metavar"))
    ] = None,
    *,
    index: Index = None,
    as_data: Json = False,
    by_line: Annotated[bool, flag("--jsonl", help=_words("ask_jsonl"))] = False,
) -> None:
    """Ask the reports."""
    from assistant.commands.ask import ask as run

    if question is not None and by_line:
        raise typer.BadParameter(_words("question_with_jsonl"))
    if not run(question, settings_of(index), as_data=as_data, by_line=by_line):
        raise typer.Exit(_UNUSABLE)


@command(help=_words("show_help"))
def show(
    report: Annotated[
        str | None, argument(help=_words("show_report"), metavar=_words("report_metavar"))
    ] = None,
    *,
    index: Index = None,
    as_data: Json = False,
    whole_text: Annotated[bool, flag("--text", help=_words("show_text"))] = False,
) -> None:
    """Look into the index."""
    from assistant.commands.show import show as run

    if whole_text and report is None:
        raise typer.BadParameter(_words("text_without_report"))
    run(settings_of(index).index, report, as_data=as_data, whole_text=whole_text)


@command(help=_words("doctor_help"))
def doctor(*, index: Index = None, as_data: Json = False) -> None:
    """Look for what is wrong."""
    from assistant.commands.doctor import examine, print_findings

    if not print_findings(examine(index), as_data=as_data):
        raise typer.Exit(_UNUSABLE)
