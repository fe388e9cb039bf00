"""What commands are made of (命令行部件): help in Chinese, and the options they share."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typing_extensions import override

from prompts import say

if TYPE_CHECKING:
    from assistant.settings import Settings

__all__ = [
    "Command",
    "Csv",
    "Group",
    "Index",
    "Json",
    "Xlsx",
    "app",
    "argument",
    "command",
    "flag",
    "option",
]
__all__ += ["settings_of", "years_of"]

_words = partial(say, "cli")


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


class Command(_Words, TyperCommand):
    """A command whose help is in Chinese."""


class Group(_Words, TyperGroup):
    """The list of commands, in the order in which one meets them."""

    @override
    def list_commands(self, ctx: Any) -> list[str]:
        return list(self.commands)


option = partial(typer.Option, rich_help_panel=_words("options_panel"), show_default=False)
flag = partial(option, metavar="")
argument = partial(typer.Argument, rich_help_panel=_words("arguments_panel"), show_default=False)
Index = Annotated[
    Path | None,
    option("--index", help=_words("index_option"), metavar=_words("folder_metavar")),
]
Json = Annotated[bool, flag("--json", help=_words("json_option"))]
Csv = Annotated[
    Path | None, option("--csv", help=_words("csv_option"), metavar=_words("file_metavar"))
]
Xlsx = Annotated[
    Path | None, option("--xlsx", help=_words("xlsx_option"), metavar=_words("file_metavar"))
]

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
command = partial(
    app.command,
    cls=Command,
    options_metavar=_words("options_metavar"),
    rich_help_panel=_words("commands_panel"),
)


def settings_of(index: Path | None) -> Settings:
    """The settings, with another index if one is given."""
    from assistant.settings import read_settings

    settings = read_settings()
    return settings if index is None else settings.model_copy(update={"index": index})


def years_of(text: str) -> tuple[int, ...]:
    """Years as they are typed, such as 2021-2023."""
    from assistant.tables.ledger_filter import parse_years

    years = parse_years(text)
    if years is None:
        raise typer.BadParameter(_words("years_misfit"))
    return years
