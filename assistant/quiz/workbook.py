"""Progress as a workbook (进度表): learners, topics, and what was missed with its source."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

from assistant.quiz.files import write_whole
from assistant.render import cite
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from assistant.quiz.progress import Overview

__all__ = ["write_progress"]

_text = partial(say, "quiz")
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDTHS = {"learners": (16, 10, 10, 10, 10, 14), "topics": (16, 24, 10, 10, 10, 10),
           "missed": (60, 20, 10, 10, 24, 40, 60)}  # fmt: skip
_STARTS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def write_progress(path: Path, seen: Overview) -> None:
    """Write the workbook. Raises `ExportFailed`."""
    from xlsxwriter import Workbook

    held = BytesIO()
    with Workbook(held, {**_PLAIN, "in_memory": True}) as book:
        bold = book.add_format({"bold": True, "bg_color": "#f6f3ec", "bottom": 1})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in (
            ("learners", _learners(seen)),
            ("topics", _topics(seen)),
            ("missed", _missed(seen)),
        ):
            sheet = book.add_worksheet(_text(f"sheet_{name}"))
            sheet.freeze_panes(1, 0)
            for column, width in enumerate(_WIDTHS[name]):
                sheet.set_column(column, column, width, wrapped)
            for column, title in enumerate(_titles(name)):
                sheet.write_string(0, column, title, bold)
            for number, row in enumerate(rows, start=1):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, column, _harmless(value), wrapped)
                    else:
                        sheet.write_number(number, column, value, wrapped)
    write_whole(path, held.getvalue())


def _titles(name: str) -> Sequence[str]:
    titles = table("quiz")[f"{name}_columns"]
    if not isinstance(titles, list):
        raise TypeError(f"quiz.{name}_columns is no list")
    return [str(title) for title in titles]


def _learners(seen: Overview) -> Iterable[tuple[str | int, ...]]:
    for one in seen.learners:
        share = round(100 * one.right / one.answered) if one.answered else 0
        yield one.name, one.answered, one.right, share, one.due, one.last


def _topics(seen: Overview) -> Iterable[tuple[str | int, ...]]:
    for one in seen.topics:
        wrong = one.answered - one.right - one.partly
        yield one.name, one.topic, one.answered, one.right, one.partly, wrong


def _missed(seen: Overview) -> Iterable[tuple[str | int, ...]]:
    for one in seen.missed:
        source = "\n".join(map(cite, one.item.citations))
        names = _text("list_comma").join(one.names)
        quote = "\n".join("".join(each.quote.split()) for each in one.item.citations)
        yield (
            one.item.stem, one.item.answer, one.missed, one.answered, names, source, quote,
        )  # fmt: skip


def _harmless(text: str) -> str:
    """A text that no office program runs: it comes from a report, or is a name someone typed."""
    return "'" + text if text.startswith(_STARTS_FORMULA) else text
