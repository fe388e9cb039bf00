"""Sentences without a number or a name (无数字的句子): a fact to look for, or a slogan."""

from __future__ import annotations

import re

from assistant.draft.model import AtomKind
from assistant.draft.words import acts_in, listed, patterns
from corpus.model import Span
from corpus.words import words_of

__all__ = ["as_a_whole", "flourishes", "intends", "strikes_attitude"]

_SHORTEST, _LEAST = 8, 6
_ADDRESS = re.compile(r"^[^,。]{1,20}[:!]$|^(?:谢谢|同志们|各位)")
_TO_ALL = re.compile(r"^(?:同志们|各位[^,:!]{1,12})[,:!]\s*(?=.{12})")
_NO_WISH = re.compile("[主重需纪概简摘]要|要[点素件求]")
_DONE = re.compile(r"[了过]|已|成功|全年|共|先后|首次|首个|连续|一年来|去年|累计")


def as_a_whole(words: str) -> AtomKind | None:
    """What a whole sentence without other claims is; None for greetings and the like.

    A sentence counts as a fact only if it says that something was done.
    """
    bare = _TO_ALL.sub("", words.strip())
    if len(bare) < _SHORTEST or _ADDRESS.search(bare):
        return None
    did = any(word in bare for word in listed("achievements"))
    if did and (not intends(bare) or _DONE.search(bare)):
        return AtomKind.FACT
    return AtomKind.SLOGAN


def intends(words: str) -> bool:
    """Whether a sentence tells what is wanted, and not what was done."""
    bare = _NO_WISH.sub("", words)
    ahead = (*words_of("looking_ahead"), *words_of("time_to_come"))
    return any(word in bare for word in (*listed("intentions"), *ahead))


def flourishes(words: str) -> list[Span]:
    """The stretches of a sentence that only strike an attitude (让执法既有力度又有温度)."""
    opens, ends = listed("flourish_opens"), listed("flourish_ends")
    feelings = listed("feelings")
    found = (Span(*match.span()) for match in re.finditer(r"[^,;:。!?]+", words))
    return [
        span
        for span in found
        if span.end - span.start >= _LEAST
        and (
            span.of(words).startswith(opens)
            or span.of(words).endswith(ends)
            or any(word in span.of(words) for word in feelings)
        )
        and not re.search(r"[\d“《]", span.of(words))
    ]


def strikes_attitude(words: str) -> bool:
    """Whether a stretch that no report bears out only strikes an attitude (把招牌擦得更亮).

    What says that something was done is no attitude, however it is put.
    """
    bare = words.strip()
    if re.search(r"[\d《〔%]|[\u4e00-\u9fff]{2}率", bare):
        return False
    if acts_in(bare) or any(
        word in bare for name in ("achievements", "doings") for word in listed(name)
    ):
        return False
    return any(pattern.search(bare) for pattern in patterns("attitudes"))
