"""The command `fazhi` (命令行): what can be typed, and how everything that goes wrong ends.

A known problem is one line on stderr and exit code 2, never a traceback. What a command does
stands in `assistant/commands/`, imported only when it runs: the help must appear at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence  # noqa: TC003 - typer reads annotations
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

from assistant.commands.failures import complain, sentence_of
from corpus.errors import FazhiError
from prompts import say

__all__ = ["app", "main"]

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


class _Words:
    """The two words of a help page that typer only knows in English."""

    def get_usage(self, ctx: Any) -> str:  # noqa: ANN401 - typer keeps this type to itself
        """The usage line."""
        usage: str = super().get_usage(ctx)  # type: ignore[misc]
        return usage.replace("Usage:", _words("usage"), 1)

    def get_help_option(self, ctx: Any) -> Any:  # noqa: ANN401
        """The option --help."""
        option: Any = super().get_help_option(ctx)  # type: ignore[misc]
        option.help, option.metavar = _words("help_option"), ""
        option.rich_help_panel = _words("options_panel")
        return option


class _Command(_Words, TyperCommand):
    """A command whose help is in Chinese."""


class _Group(_Words, TyperGroup):
    """The list of commands, in the order in which one meets them."""

    @override
    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)


_option = partial(typer.Option, rich_help_panel=_words("options_panel"), show_default=False)
_flag = partial(_option, metavar="")
_argument = partial(typer.Argument, rich_help_panel=_words("arguments_panel"), show_default=False)
_Index = Annotated[
    Path | None,
    _option("--index", help=_words("index_option"), metavar=_words("folder_metavar")),
]
_Json = Annotated[bool, _flag("--json", help=_words("json_option"))]

app = typer.Typer(
    name="fazhi",
    cls=_Group,
    help=_words("about"),
    add_completion=False,
    pretty_exceptions_enable=False,
    options_metavar=_words("options_metavar"),
    subcommand_metavar=_words("command_metavar"),
    context_settings={"help_option_names": ["--help", "-h"]},
)
_command = partial(
    app.command,
    cls=_Command,
    options_metavar=_words("options_metavar"),
    rich_help_panel=_words("commands_panel"),
)


@app.callback(invoke_without_command=True)
def fazhi(
    context: typer.Context,
    *,
    wants_version: Annotated[bool, _flag("--version", help=_words("version_option"))] = False,
) -> None:
    """Say the version, or how to go on."""
    if wants_version:
        print(_version())
        raise typer.Exit
    if context.invoked_subcommand is None:
        context.get_help()


@_command(help=_words("build_help"))
def build(
    paths: Annotated[
        list[Path] | None, _argument(help=_words("build_paths"), metavar=_words("path_metavar"))
    ] = None,
    *,
    index: _Index = None,
    add: Annotated[bool, _flag("--add", help=_words("build_add"))] = False,
    as_data: _Json = False,
) -> None:
    """Take reports in."""
    from assistant.commands.build import build as run

    if not paths:
        raise typer.BadParameter(_words("paths_missing"))
    run(paths, _settings(index), add=add, as_data=as_data)


@_command(help=_words("ask_help"))
def ask(
    question: Annotated[
        str | None, _argument(help=_words("ask_question"), metavar=_words("question_metavar"))
    ] = None,
    *,
    index: _Index = None,
    as_data: _Json = False,
    by_line: Annotated[bool, _flag("--jsonl", help=_words("ask_jsonl"))] = False,
) -> None:
    """Ask the reports."""
    from assistant.commands.ask import ask as run

    if question is not None and by_line:
        raise typer.BadParameter(_words("question_with_jsonl"))
    if not run(question, _settings(index), as_data=as_data, by_line=by_line):
        raise typer.Exit(_UNUSABLE)


@_command(help=_words("show_help"))
def show(
    report: Annotated[
        str | None, _argument(help=_words("show_report"), metavar=_words("report_metavar"))
    ] = None,
    *,
    index: _Index = None,
    as_data: _Json = False,
    whole_text: Annotated[bool, _flag("--text", help=_words("show_text"))] = False,
) -> None:
    """Look into the index."""
    from assistant.commands.show import show as run

    if whole_text and report is None:
        raise typer.BadParameter(_words("text_without_report"))
    run(_settings(index).index, report, as_data=as_data, whole_text=whole_text)


@_command(help=_words("doctor_help"))
def doctor(*, index: _Index = None, as_data: _Json = False) -> None:
    """Look for what is wrong."""
    from assistant.doctor import examine, print_findings

    if not print_findings(examine(index), as_data=as_data):
        raise typer.Exit(_UNUSABLE)


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


def _settings(index: Path | None) -> Any:  # noqa: ANN401 - the class is imported when needed
    from assistant.settings import read_settings

    settings = read_settings()
    return settings if index is None else settings.model_copy(update={"index": index})


def _version() -> str:
    try:
        return version("fazhi-assistant")
    except PackageNotFoundError:
        return "source"
