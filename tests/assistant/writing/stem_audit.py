"""Whether a reworded question still asks the same (题干复核), by code of its own."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from assistant.quiz.model import Kind
from tests.assistant.quiz.auditor import faults, letters

if TYPE_CHECKING:
    from assistant.quiz.model import QuizItem
    from assistant.service import Assistant

__all__ = ["bad"]

_TURNS = set("请问试问具体是为有了的在于中里下列以一共总计,?。,:()“”")


def bad(assistant: Assistant, before: QuizItem, after: QuizItem) -> list[str]:
    """What is wrong with a wording, by code that shares nothing with the gate."""
    found = faults(after, assistant.report(after.citations[0].report_id))
    old, new = letters(before.stem), letters(after.stem)
    if Counter(re.findall(r"\d+(?:\.\d+)?", old)) != Counter(re.findall(r"\d+(?:\.\d+)?", new)):
        found.append("the numbers differ")
    if set(re.findall(r"\d{4}年", old)) != set(re.findall(r"\d{4}年", new)):
        found.append("the years differ")
    lost = {char for char in old if char.isalnum()} - set(new) - _TURNS
    more = {char for char in new if char.isalnum()} - set(old) - _TURNS
    if lost | more:
        found.append(f"other words: {lost} {more}")
    if old.count("____") != new.count("____"):
        found.append("the blanks differ")
    if before.kind is Kind.ORDER:
        places = [sorted(before.options, key=text.find) for text in (old, new)]
        found += ["the order is told"] if places[0] != places[1] else []
    return found
