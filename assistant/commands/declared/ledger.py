"""`fazhi figures`, `compare` and `audit` as they are typed (命令声明).

What they do stands in `assistant/commands/`, imported only when it runs: the help must appear
at once.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path  # noqa: TC003 - typer reads annotations
from typing import Annotated

import typer

from assistant.commands.cli_parts import (
    Csv,
    Index,
    Json,
    Xlsx,
    argument,
    command,
    flag,
    option,
    settings_of,
    years_of,
)
from prompts import say

__all__ = ["audit", "compare", "figures"]

_words = partial(say, "cli")
_FOUND = 1
"""`fazhi audit` found what does not fit."""


@command(help=_words("figures_help"))
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

    folder = settings_of(index).index
    if by_group:
        list_groups(folder, indicator=indicator, as_data=as_data)
        return
    wanted = Wanted(indicator=indicator, places=place, years=years_of(year))
    list_figures(folder, wanted, as_data=as_data, csv=csv, xlsx=xlsx)


@command(help=_words("compare_help"))
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
    wanted = Wanted(indicator=indicator, places=places, years=years_of(years))
    run(settings_of(index).index, wanted, as_data=as_data, csv=csv, xlsx=xlsx)


@command(help=say("audit", "help"))
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
    folder = settings_of(index).index
    if not run(files or [], folder, place=place, years=years_of(year), as_data=as_data):
        raise typer.Exit(_FOUND)
