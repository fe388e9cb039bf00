"""The forms of a question (句式): patterns of `question.toml` over its folded text."""

from __future__ import annotations

import re
from functools import cache

from assistant.question.counted_places import asks_for_places, counted_places
from assistant.question.lexicon import table
from assistant.question.phrasing import plainly
from corpus.fold import fold

__all__ = ["clean", "form", "forms_of"]

_FORMS = (
    "quantity", "quantity_nouns", "ordinal", "yesno", "list", "text", "passage", "sum",
    "difference",
    "share", "remainder", "average", "times", "before_and_now", "rank", "which_place",
    "versus", "growth", "moved", "trend", "coverage", "target_met", "last_year", "opinion", "cause",
)  # fmt: skip


@cache
def form(name: str) -> re.Pattern[str]:
    """A question form of `question.toml`."""
    return re.compile(table("question")[name])


def clean(question: str) -> str:
    """Fold a question and take politeness and particles off."""
    text = plainly(fold(question).strip())
    for spoken, written in table("question")["rewrites"].items():
        text = re.sub(spoken, written, text)
    while (shorter := form("politeness").sub("", text)) != text and shorter:
        text = shorter
    return _row_asked(form("particles").sub("", form("format").sub("", text)).strip())


_ROW = re.compile(
    r"^(?P<head>[^:?]{0,40}?)的?(?:[几两二三四五六七八九十\d]+(?:个|项|大|组))?"
    r"(?:主要|具体|预期|发展)*(?P<kind>目标|指标|数据|数字)[值数]?:(?P<row>[^:?]+、[^:?]+)$"
)


def _row_asked(text: str) -> str:
    """四个目标:A、B、C asks for each of the row."""
    found = _ROW.match(text)
    if found is None or form("quantity").search(found["row"]):
        return text
    kind = found["kind"] if found["kind"] == "目标" else ""
    nouns = [noun.strip("。;, ") + kind for noun in re.split(r"、|和(?=[^、]+$)", found["row"])]
    return f"{found['head']}{'、'.join(nouns)}分别是多少"


def forms_of(text: str) -> frozenset[str]:
    """The names of the forms a question has."""
    found = {name for name in _FORMS if form(name).search(text)}
    if counted_places(text) is not None:
        found.add("counted_places")
    if asks_for_places(text):
        found.add("which_place")
    return frozenset(found)
