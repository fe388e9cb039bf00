"""What is odd about a figure (存疑标记): it is kept as written, and said to be odd."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.model import FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corpus.model import Figure

__all__ = ["marks_of"]

_LISTS = Path(__file__).parent / "data" / "marks.toml"
_WHOLE = {"%": Decimal(100), "‰": Decimal(1000)}
_RATE = re.compile(r"率|占比|比例|比重|占|满意度")
_PERSONS = frozenset(("人", "人次", "名", "位", "户", "户次"))
_TORN = re.compile(r"\d\.?\|\.?\d")
_LOST = re.compile(r"[\ufffd□■]")


def marks_of(figure: Figure, text: str) -> tuple[str, ...]:
    """The codes of all that is odd about a figure of a report's text, in a fixed order."""
    return tuple(_marks(figure, text))


def _marks(figure: Figure, text: str) -> Iterator[str]:
    if not figure.quantity.unit:
        yield "no_unit"
    if _is_share_above_whole(figure) or _is_below_nothing(figure) or _is_beyond_measure(figure):
        yield "impossible"
    if _is_damaged(figure, text):
        yield "damaged"


def _is_share_above_whole(figure: Figure) -> bool:
    whole = _WHOLE.get(figure.quantity.unit)
    if whole is None or figure.quantity.value <= whole or figure.kind is FigureKind.CHANGE:
        return False
    named = _RATE.search(figure.indicator) is not None
    return named and not any(word in figure.indicator for word in _table()["shares"]["unbounded"])


def _is_below_nothing(figure: Figure) -> bool:
    if figure.quantity.value >= 0 or figure.kind is FigureKind.CHANGE:
        return False
    return not any(word in figure.indicator for word in _table()["negative"]["allowed"])


def _is_beyond_measure(figure: Figure) -> bool:
    unit = figure.quantity.unit
    kind = "person" if unit in _PERSONS else "money" if unit.endswith("元") else "other"
    return abs(figure.quantity.value) > Decimal(_table()["most"][kind])


def _is_damaged(figure: Figure, text: str) -> bool:
    """Digits go on beyond the number, or characters beside it were lost."""
    span = figure.quantity.span
    return (
        _goes_on(text, span.start)
        or _goes_on(text, span.end)
        or _LOST.search(figure.clause.of(text)) is not None
    )


def _goes_on(text: str, edge: int) -> bool:
    """Whether digits stand on both sides of an edge, with no more than a point between them."""
    around = f"{text[max(0, edge - 2) : edge]}|{text[edge : edge + 2]}"
    return _TORN.search(around) is not None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(_LISTS.read_text(encoding="utf-8"))
