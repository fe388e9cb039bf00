"""What was planted in a report, told with its right number (埋设的矛盾)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.invented.data import indicators
from tests.invented.numbers import percent_of, plain
from tests.invented.truth import Flaw, Known

if TYPE_CHECKING:
    from tests.invented.history import History

__all__ = ["flaws_of"]


def flaws_of(history: History, year: int, stem: str, truth: tuple[Known, ...]) -> tuple[Flaw, ...]:
    """The flaw of a year's report, as it stands there."""
    if year not in history.flaws:
        return ()
    kind, key = history.flaws[year]
    told = [known for known in truth if known.key == key and known.period == year]
    wrong = [known for known in told if (known.kind == "change") == (kind == "change")]
    return tuple(
        Flaw(
            kind=kind,
            place=history.place.name,
            year=year,
            key=key,
            as_written=known.as_written,
            expected=_expected(history, year, kind, key),
            sentence=known.sentence,
            report=stem,
        )
        for known in wrong[:1]
    )


def _expected(history: History, year: int, kind: str, key: str) -> str:
    said, one = history.said[year], indicators()[key]
    if kind == "change":
        percent = percent_of(history.value(year - 1, key), said[key][0])
        return f"{plain(abs(percent))}%"
    if kind == "share" and one.ratio:
        part, whole = (said[name][0] for name in one.ratio)
        return f"{plain(part)}/{plain(whole)}"
    if kind == "part":
        return f"≤{plain(said[one.whole][0])}"
    return "≤100%"
