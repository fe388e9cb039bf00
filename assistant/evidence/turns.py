"""Which clauses of a question name its matter (所问的事), and which only turn it."""

from __future__ import annotations

import re
from functools import cache

from assistant.question.asks import ask_of, tells
from assistant.question.forms import form
from assistant.question.lexicon import table

__all__ = ["matter_of", "without_lead_in"]

_DOUBT = re.compile(r"(?:吗|么|没有|没)\?|是不是|有没有|是否|对不对")


def without_lead_in(core: str) -> str:
    """The question without a doubt before it that it asks anew (罚得越来越少了吗?处罚少了多少)."""
    sentences = [one for one in re.split(r"(?<=[?。!])", core) if one.strip()]
    if len(sentences) <= 1:
        return core
    naming = [number for number, one in enumerate(sentences) if _names(one)]
    asked = [number for number in naming if form("quantity").search(sentences[number])]
    later = len(naming) > 1 and bool(asked) and asked[0] != naming[0]
    if later and _DOUBT.search(sentences[naming[0]]):
        return "".join(sentences[asked[0] :])
    return core


def matter_of(text: str) -> str:
    """The clauses that name the matter; 给我一个总数, 并说明谁最高 go."""
    clauses = [one.strip() for one in re.split(r"[,;?。!:]+", text) if one.strip()]
    if len(clauses) <= 1:
        return text
    kept = [one for one in clauses if _names(one)]
    if len(kept) > 1:
        kept = [one for one in kept if not _orders().search(one)] or kept
    if not kept:
        return text
    matter = ",".join(kept)
    moved = [found[0] for one in clauses if one not in kept and (found := _MOVED.search(one))]
    return matter if not moved or _MOVED.search(matter) else matter + moved[0]


_MOVED = re.compile(r"增速|增幅|降幅|涨幅|增长率|增长|下降")
"""事故起数都降了,哪边降幅大: growth is what is compared, whatever clause says so."""


@cache
def _orders() -> re.Pattern[str]:
    return re.compile(table("turns")["orders"])


@cache
def _frame() -> frozenset[str]:
    return frozenset(table("turns")["frame"].split())


def _names(text: str) -> bool:
    """Whether a clause says of itself what is meant."""
    ask = ask_of(text)
    return any(tells(term) and term.text not in _frame() for term in ask.terms)
