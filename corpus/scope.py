"""Names without what says only when, where or how (指标名称的修饰): 全年共受理…达 is 受理…."""

from __future__ import annotations

import re

from corpus.respectively import MEASURE
from corpus.tokens import edges_of
from corpus.topics import tells_matter
from corpus.words import words_of

__all__ = ["YEAR", "bare", "strip_scope"]

YEAR = r"20\d\d\s?(?:年(?:度|以来)?|全年)|(?:上|去)(?:一)?年"
_HAN = "\u4e00-\u9fff"
_NOT_NAMING_FRONT = re.compile("[的得了着和与及将把]+")
_NOT_NAMING = re.compile(
    r"(?:[的了着将把按]|(?<![调缓温共祥饱])和|(?<!参)与|(?<![予给加])以|(?<![自理事缘])由|(?<!服)从"
    r"|(?<![所取获心难])得|(?<![惠普涉触波])及)+$"
)
_BULLET = re.compile(
    rf"^(?:[^\w“‘\"《(]|_)+"
    rf"|^(?:\d{{1,2}}[.、)]|[一二三四五六七八九十]{{1,3}}\))\s?(?=[{_HAN}“])"
)
_FULL_STOP = re.compile(rf"(?<=[{_HAN}”\"])\.$")
"""Some reports end their sentences in a Latin full stop."""
_MONTH = r"\d{1,2}[—-]\d{1,2}月|\d{1,2}月(?:\d{1,2}日|份)?"
_DATED = re.compile(
    rf"(?:(?:截至|截止|到|至)?(?:{YEAR}|{_MONTH})(?:底|末)?前?|(?:截至|截止|到|至)年底前?"
    r"|连续[\d一二三四五六七八九十两]+(?:年|个月))的?[,:]?"
)
_NO_NAME = 400
"""Words of this length name nothing; trimming them word by word would take very long."""
_QUALIFYING = frozenset(("及时", "先后", "上年", "年末", "年底", "去年"))
"""Words in front that stay where nothing but an outcome follows them."""


def strip_scope(words: str) -> str:
    """Drop the scope words in front (全年共…) and the joints behind (…达, …为)."""
    return bare(words) or words.strip()


def bare(words: str, *, joints: str = "tail_words") -> str:
    """Without bullets, and without words of the lists at either end, as often as one is there."""
    bare = _FULL_STOP.sub("", _BULLET.sub("", words.strip()).strip())
    while len(bare) < _NO_NAME and (shorter := _without_edges(bare, joints)) != bare:
        bare = shorter
    return re.sub(r"\s*\n\s*", "", bare)


def _without_edges(words: str, joints: str) -> str:
    """One word less at either end, if a word of the lists ends where a word of the text does."""
    edges = edges_of(words)
    dated = _DATED.match(words)
    if dated and not re.search("^(?:上|去)", words):
        return words[dated.end() :].strip(" ,:")
    for word in words_of("scope_words"):
        rest = words[len(word) :].strip(" ,:、")
        if words.startswith(word) and len(word) in edges and not _belongs(word, rest):
            return rest
    for word in words_of(joints):
        rest = words[: -len(word)]
        if words.endswith(word) and (len(rest) in edges or MEASURE.search(rest)):
            return rest.strip(" ,:、")
    if joints != "tail_words":
        return words.strip(" ,:;、")
    found = _NOT_NAMING_FRONT.match(words)
    front = found.end() if found and found.end() in edges else 0
    return _NOT_NAMING.sub("", words[front:]).strip(" ,:;、")


def _belongs(scope: str, rest: str) -> bool:
    """Whether a word in front tells a bare outcome apart: 上年结转, 年底未结, 及时答复."""
    return scope in _QUALIFYING and bool(rest) and not tells_matter(rest)
