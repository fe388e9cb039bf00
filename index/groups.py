"""What an indicator's name says (指标签名), whatever its wording: the words that tell it apart.

A signature is a set of words: each one stands for all words of the same meaning, and words that
say nothing are left out. 受理 and 办结, or two matters, never share a signature.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from corpus.fold import fold
from index.vocabulary import cut, cutter_of, plain, table, unit_class, word_list

if TYPE_CHECKING:
    import rjieba

__all__ = ["Signature", "kind_of", "listed", "measure_of", "sign", "written"]

_THINGS = frozenset(("case", "paper", "thing", "vehicle"))
"""Classes of units whose words stand for one another: 3件规范性文件, 3份规范性文件."""
_SHORT = 2
"""Characters of a name that is too short to say what it is about (投资, 惠及)."""
_HELD = 1 << 15
"""Texts whose words are kept: headings and subjects come again and again."""
_WHOLE = "<"
"""Before the words of the whole that a part belongs to."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The words of a name, sorted, and what is measured (签名)."""

    words: tuple[str, ...]
    measure: str

    @property
    def text(self) -> str:
        """As it is kept and shown."""
        return f"{self.measure}:{' '.join(self.words)}"


def measure_of(unit: str) -> str:
    """What a unit measures; units that are said of the same things are one."""
    name = unit_class(unit) or unit
    return "things" if name in _THINGS else name


def sign(
    indicator: str,
    subject: str = "",
    heading: str = "",
    *,
    behind: str = "",
    part: bool = False,
) -> tuple[str, ...]:
    """The words that tell a name apart, sorted.

    What the indicator leaves open is taken from the subject, then from the heading; what the
    subject leaves open, from the one `behind` it. With `part` the subject is the whole it belongs
    to.
    """
    own = _words(indicator)
    around = _words(subject)
    if subject and not any(kind_of(word) == "topic" for word in around):
        around |= {word for word in _words(behind) if kind_of(word) == "topic"}
    kinds = {kind_of(word) for word in own}
    borrowed: frozenset[str] = frozenset()
    if own and kinds <= {"relative", "case"}:
        borrowed = around or _words(heading)
    elif "topic" not in kinds:
        borrowed = _borrowed(own, around, _words(heading))
    found = set(own | borrowed)
    if part and subject != indicator and (kinds - {"act"} or not own):
        found |= {word if kind_of(word) in ("topic", "case") else _WHOLE + word for word in around}
    if any(kind_of(word) == "topic" for word in found):
        found = {word for word in found if kind_of(word) != "case"}
    return tuple(sorted(found))


def _borrowed(
    own: frozenset[str], subject: frozenset[str], heading: frozenset[str]
) -> frozenset[str]:
    """What a name without a matter leaves open: the matter, or all nouns if it says too little."""
    for around in (subject, heading):
        topics = frozenset(word for word in around if kind_of(word) == "topic")
        if topics:
            return topics
        if not any(kind_of(word) == "content" for word in own) or len("".join(own)) <= _SHORT:
            nouns = frozenset(word for word in around if kind_of(word) == "content")
            if nouns:
                return nouns
    return frozenset()


@cache
def kind_of(word: str) -> str:
    """How a word of a signature tells it apart: topic, act, relative, case or content."""
    word = word.removeprefix(_WHOLE)
    if word in _list("relative"):
        return "relative"
    if word in _topics():
        return "topic"
    if word in _acts() or word.endswith(("率", "度")):
        return "act"
    return "case" if word in _list("case") else "content"


def written(indicator: str) -> tuple[str, ...]:
    """The words of an indicator as they are written, sorted: no word stands for another."""
    return tuple(sorted(set(_cut(indicator))))


def listed(name: str) -> tuple[str, ...]:
    """The words of a name as a list of rules writes it: indicator|subject|heading."""
    indicator, subject, heading = [*name.split("|"), "", ""][:3]
    return sign(indicator, subject, heading)


@lru_cache(maxsize=_HELD)
def _words(text: str) -> frozenset[str]:
    told = _cut(text)
    for word, beside, instead in table("indicator_words")["with"]:
        if beside in told:
            told = tuple(instead if one == word else one for one in told)
    return frozenset(map(_canonical, told))


@lru_cache(maxsize=_HELD)
def _cut(text: str) -> tuple[str, ...]:
    """The words of a text that say something; all of them where none does."""
    found: list[str] = []
    for word in cut(plain("".join(fold(text).split())), _cutter()):
        if word == "率" and found:
            found[-1] += word
        else:
            found.append(word)
    return tuple(_told(found) or found)


def _told(words: list[str]) -> list[str]:
    """The words that say something; an empty verb says who did it, between words that do."""
    told = [word for word in words if word not in _list("empty")]
    first, last = 0, len(told)
    while first < last and told[first] in _list("verbs"):
        first += 1
    while last > first and told[last - 1] in _list("verbs") - _list("nouns"):
        last -= 1
    return told[first:last]


def _canonical(word: str) -> str:
    known = _canon()
    if word in known or not word.endswith("率"):
        return known.get(word, word)
    return known.get(word[:-1], word[:-1]) + "率"


@cache
def _canon() -> dict[str, str]:
    return {word: group[0] for group in table("indicator_words")["same"] for word in group}


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("indicator_words")[name].split())


@cache
def _topics() -> frozenset[str]:
    return frozenset(_canon().get(word, word) for word in word_list("topics") | _list("topics"))


@cache
def _acts() -> frozenset[str]:
    return frozenset(_canon().get(word, word) for word in word_list("actions") | _list("acts"))


@cache
def _cutter() -> rjieba.Jieba:
    lists = ("empty", "verbs", "case", "acts", "topics")
    return cutter_of(*_canon(), *(word for name in lists for word in _list(name)))
