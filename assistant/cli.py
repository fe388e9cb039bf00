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
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import Annotated, Any

import typer

from assistant.commands.cli_parts import (
    Command,
    Csv,
    Group,
    Index,
    Json,
    Xlsx,
    argument,
    flag,
    option,
)
from assistant.commands.failures import complain, sentence_of
from corpus.errors import FazhiError
from prompts import say

__all__ = ["app", "main"]

_words = partial(say, "cli")
_UNUSABLE = 2
_FOUND = 1
"""`fazhi audit` found what does not fit."""
_INTERRUPTED = 130
_BROKEN_PIPE = 1
_QUIET = {
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TRANSFORMERS_VERBOSITY": "error",
}
"""What keeps the libraries from talking into our output."""


app = typer.Typer(
    name="fazhi",
    cls=Group,
    help=_words("about"),
    add_completion=False,
    pretty_exceptions_enable=False,
    options_metavar=_words("options_metavar"),
    subcommand_metavar=_words("command_metavar"),
    context_settings={"help_option_names": ["--help", "-h"]},
)
_command = partial(
    app.command,
    cls=Command,
    options_metavar=_words("options_metavar"),
    rich_help_panel=_words("commands_panel"),
)


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


@_command(help=_words("build_help"))
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
    run(paths, _settings(index), add=add, as_data=as_data)


@_command(help=_words("ask_help"))
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
    if not run(question, _settings(index), as_data=as_data, by_line=by_line):
        raise typer.Exit(_UNUSABLE)


@_command(help=_words("show_help"))
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
    run(_settings(index).index, report, as_data=as_data, whole_text=whole_text)


@_command(help=_words("figures_help"))
def figures(
    *,
    indicator: Annotated[
        str, option(help=_words("figures_indicator"), metavar=_words("text_metavar"))
    ] = "",
    place: Annotated[
        str, option(help=_words("figures_place"), metavar=_words("place_metavar"))
    ] = "",
    year: Annotated[str, option(help=_words("figures_year"), metavar=_words("year_metavar"))] = "",
    index: Index = None,
    as_data: Json = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
    by_group: Annotated[bool, flag("--groups", help=_words("figures_groups"))] = False,
) -> None:
    """List the ledger."""
    from assistant.commands.figures import Wanted, list_figures, list_groups

    folder = _settings(index).index
    if by_group:
        list_groups(folder, indicator=indicator, as_data=as_data)
        return
    wanted = Wanted(indicator=indicator, places=place, years=_years(year))
    list_figures(folder, wanted, as_data=as_data, csv=csv, xlsx=xlsx)


@_command(help=_words("compare_help"))
def compare(
    *,
    indicator: Annotated[
        str, option(help=_words("compare_indicator"), metavar=_words("text_metavar"))
    ] = "",
    places: Annotated[
        str, option(help=_words("compare_places"), metavar=_words("places_metavar"))
    ] = "",
    years: Annotated[
        str, option(help=_words("compare_years"), metavar=_words("years_metavar"))
    ] = "",
    index: Index = None,
    as_data: Json = False,
    csv: Csv = None,
    xlsx: Xlsx = None,
) -> None:
    """Compare places and years."""
    from assistant.commands.compare import compare as run
    from assistant.commands.figures import Wanted

    if not indicator.strip():
        raise typer.BadParameter(_words("indicator_missing"))
    wanted = Wanted(indicator=indicator, places=places, years=_years(years))
    run(_settings(index).index, wanted, as_data=as_data, csv=csv, xlsx=xlsx)


@_command(help=say("audit", "help"))
def audit(
    files: Annotated[
        list[Path] | None,
        argument(help=say("audit", "files_argument"), metavar=_words("path_metavar")),
    ] = None,
    *,
    place: Annotated[
        str, option(help=say("audit", "place_option"), metavar=_words("place_metavar"))
    ] = "",
    year: Annotated[
        str, option(help=say("audit", "year_option"), metavar=_words("year_metavar"))
    ] = "",
    index: Index = None,
    as_data: Json = False,
) -> None:
    """Look for numbers that do not fit together."""
    from assistant.commands.audit import audit as run

    if files and index is not None:
        raise typer.BadParameter(say("audit", "files_with_index"))
    folder = _settings(index).index
    if not run(files or [], folder, place=place, years=_years(year), as_data=as_data):
        raise typer.Exit(_FOUND)


@_command(help=_words("doctor_help"))
def doctor(*, index: Index = None, as_data: Json = False) -> None:
    """Look for what is wrong."""
    from assistant.commands.doctor import examine, print_findings

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


def _years(text: str) -> tuple[int, ...]:
    from assistant.tables.ledger_filter import parse_years

    years = parse_years(text)
    if years is None:
        raise typer.BadParameter(_words("years_misfit"))
    return years


def _version() -> str:
    try:
        return version("fazhi-assistant")
    except PackageNotFoundError:
        return "source"
