"""Two question words for numbers in one clause: one number before and now, or two numbers."""

from __future__ import annotations

import re

from assistant.question.forms import form
from assistant.question.lexicon import is_act, is_verb
from assistant.question.units import measure_pattern

__all__ = ["asked_once", "each_alone"]


def asked_once(core: str) -> str:
    """办理时限多少个工作日 for …从多少个工作日压到了多少个: two numbers, asked for as one."""
    found = form("before_and_now").search(core)
    if found is None:
        return core
    asked = max(
        (m.group() for m in measure_pattern().finditer(core, found.start())),
        key=len,
        default="多少",
    )
    behind = measure_pattern().match(f"多少{core[found.end() :]}")
    rest = f"多少{core[found.end() :]}"[behind.end() if behind else len("多少") :]
    return f"{core[: found.start()]}{asked}{rest}"


_ACTS = re.compile(
    "(?P<one>[\u4e00-\u9fff]{2})(?:和|与|及|、)(?P<other>[\u4e00-\u9fff]{2})"
    "(?P<of>的?[\u4e00-\u9fff]{2,10}(?:[件条次人份]数|数量|总数)(?:各|分别)?(?:是|有|为)?(?:多少)?)$"
)
_TWO = 2
_QUANTITY = re.compile("(?:多少|几)(?:[百千万亿]+)?")
_BETWEEN = re.compile("(?:(?![和与及])[\u4e00-\u9fff]){3,14}")


def each_alone(clause: str) -> tuple[str, ...]:
    """帮多少劳动者讨回了多少工资 as 帮多少劳动者讨回了工资 and 帮劳动者讨回了多少工资.

    收到和办结的意见条数 are two numbers, too.
    """
    if (acts := _ACTS.search(clause)) and _is_done(acts["one"]) and _is_done(acts["other"]):
        before = clause[: acts.start()]
        return (before + acts["one"] + acts["of"], before + acts["other"] + acts["of"])
    asked = [
        measure_pattern().match(clause, found.start()) or found
        for found in _QUANTITY.finditer(clause)
    ]
    if len(asked) != _TWO or form("difference").search(clause):
        return (clause,)
    first, second = asked
    if not _BETWEEN.fullmatch(clause[first.end() : second.start()]) and not _two_counts(*asked):
        return (clause,)
    return (
        clause[: second.start()] + clause[second.end() :],
        clause[: first.start()] + clause[first.end() :],
    )


def _two_counts(first: re.Match[str], second: re.Match[str]) -> bool:
    """几大类多少项: one right behind the other, each with a measure word of its own."""
    own = [_QUANTITY.sub("", found.group(), count=1) for found in (first, second)]
    return first.end() == second.start() and all(own) and own[0] != own[1]


def _is_done(word: str) -> bool:
    return is_act(word) or is_verb(word)
