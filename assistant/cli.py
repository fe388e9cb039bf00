"""The command `fazhi` (命令行): what can be typed, and how everything that goes wrong ends.

A known problem is one line on stderr and exit code 2, never a traceback. What a command does
and what it is called with stands in `assistant/commands/`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence  # noqa: TC003 - typer reads annotations
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from typing import Annotated

import typer

from assistant.commands.cli_parts import app, flag
from assistant.commands.declared import DECLARED
from assistant.commands.failures import complain, sentence_of
from corpus.errors import FazhiError
from prompts import say

__all__ = ["DECLARED", "app", "main"]

_words = partial(say, "cli")
_UNUSABLE = 2
_INTERRUPTED = 130
_BROKEN_PIPE = 1
_QUIET = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
"""What keeps the libraries from talking into our output."""


@app.callback(invoke_without_command=True)
def fazhi(
    context: typer.Context,
    *,
    wants_version: Annotated[bool, flag("--version", help=_words("version_option"))] = False,
) -> None:
    """Say the version, or how to go on."""
    if wants_version:
        print(_version())
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.get_help()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run `fazhi`; always ends in `SystemExit`."""
    _prepare()
    try:
        code = _run(arguments)
    except FazhiError as error:
        complain(sentence_of(error))
        code = _UNUSABLE
    except typer.TyperException as error:
        why = _words("usage_problem", why=error.message)
        complain(_words("failure", message=why, hint=_words("usage_hint")))
        code = _UNUSABLE
    except Exception as error:
        if os.environ.get("FAZHI_DEBUG"):
            raise
        complain(_words("unexpected", kind=type(error).__name__))
        code = _UNUSABLE
    sys.exit(code)


def _prepare() -> None:
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Chinese must come out whatever the locale says.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _run(arguments: Sequence[str] | None) -> int:
    """The exit code of a command that came to its end, or was broken off from outside."""
    try:
        # Typer itself turns Ctrl+C into this exit code.
        code = app(arguments, prog_name="fazhi", standalone_mode=False) or 0
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except BrokenPipeError:
        # Whoever read has left; without this Python would complain while it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _BROKEN_PIPE
    if code == _INTERRUPTED:
        complain(_words("interrupted"))
    return int(code)


def _version() -> str:
    try:
        return version("fazhi-assistant")
    except PackageNotFoundError:
        return "source"
