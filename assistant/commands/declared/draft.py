"""`fazhi check` as it is typed (命令声明)."""

from __future__ import annotations

from functools import partial
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import Annotated

import typer

from assistant.commands.cli_parts import Index, Json, argument, command, flag, option, settings_of
from prompts import say

__all__ = ["check"]

_words = partial(say, "draft")
_UNUSABLE = 2


@command(help=_words("check_help"))
def check(
    file: Annotated[
        Path | None, argument(help=_words("check_file"), metavar=_words("file_metavar"))
    ] = None,
    *,
    out: Annotated[
        Path | None, option("--out", help=_words("check_out"), metavar=_words("file_metavar"))
    ] = None,
    sheet: Annotated[
        Path | None, option("--sheet", help=_words("check_sheet"), metavar=_words("file_metavar"))
    ] = None,
    index: Index = None,
    as_data: Json = False,
    by_line: Annotated[bool, flag("--jsonl", help=_words("check_jsonl"))] = False,
) -> None:
    """Check a draft."""
    from assistant.commands.check import check_file, check_lines

    if by_line and (file or out or sheet):
        raise typer.BadParameter(_words("file_with_jsonl"))
    if by_line:
        if not check_lines(settings_of(index)):
            raise typer.Exit(_UNUSABLE)
        return
    if file is None:
        raise typer.BadParameter(_words("file_missing"))
    code = check_file(file, settings_of(index), out=out, sheet=sheet, as_data=as_data)
    if code:
        raise typer.Exit(code)
