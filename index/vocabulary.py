"""The words of the field (词库) and their cutting: what means the same, what is a matter or an act.

Names of indicators and words of questions are cut by the same lists, so that they meet.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import rjieba

from corpus.words import words_of

__all__ = [
    "cut",
    "cutter_of",
    "is_act",
    "is_generic",
    "is_place",
    "is_topic",
    "is_verb",
    "plain",
    "table",
]
__all__ += ["unit_class", "variants_of", "word_list"]

_FOLDER = Path(__file__).parent / "data"
_MARKS = re.compile(r"[^\w%‰.+—-]|_")
_PAIR = 2


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file of this room's word lists; `synonyms` is a folder of them."""
    return _synonyms() if name == "synonyms" else _read(_FOLDER / f"{name}.toml")


def _synonyms() -> dict[str, Any]:
    """All files of synonyms as one: every group, and each everyday word with all it may mean."""
    same: list[list[str]] = []
    means: dict[str, list[str]] = {}
    for file in sorted((_FOLDER / "synonyms").glob("*.toml")):
        words = _read(file)
        same += words.get("same", [])
        for official, everyday in words["spoken"].items():
            for word in everyday.split():
                means.setdefault(word, []).extend(official.split())
    return {"same": same, "means": _in_every_aspect(means)}


def _in_every_aspect(means: dict[str, list[str]]) -> dict[str, list[str]]:
    """结了 listed, 结掉 and 结完 mean the same."""
    found = dict(means)
    for word, meanings in means.items():
        if len(word) == _PAIR and word[-1] in _DONE:
            for end in _DONE:
                found.setdefault(word[0] + end, meanings)
    return found


_DONE = "了掉完"
"""What makes a verb of one character a thing done."""


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of `data/<name>.txt`; lines that begin with # are comments."""
    lines = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    """Each word to all that may stand for it in a report, itself first."""
    found: dict[str, dict[str, None]] = {}
    for group in table("synonyms")["same"]:
        for word in group:
            found.setdefault(word, {word: None}).update(dict.fromkeys(group))
    for word, meanings in table("synonyms")["means"].items():
        found.setdefault(word, {word: None}).update(dict.fromkeys(meanings))
    return {word: tuple(variants) for word, variants in found.items()}


def cutter_of(*more: str) -> rjieba.Jieba:
    """A cutter that knows the words of the field, and some more."""
    cutter = rjieba.Jieba()
    lists = map(word_list, ("topics", "actions", "generic", "light"))
    for word in sorted(set(_variants()).union(more, *lists)):
        if len(word) > 1:
            cutter.add_word(word, None, None)
    return cutter


@cache
def _cutter() -> rjieba.Jieba:
    return cutter_of()


def cut(text: str, cutter: rjieba.Jieba | None = None) -> list[str]:
    """The words of a folded text; punctuation left out."""
    return list(_known_cuts(text)) if cutter is None else _cut(text, cutter)


@lru_cache(maxsize=1 << 14)
def _known_cuts(text: str) -> tuple[str, ...]:
    """Names of figures are cut for every question; they are the same ones."""
    return tuple(_cut(text, _cutter()))


def _cut(text: str, cutter: rjieba.Jieba) -> list[str]:
    words = [word for word in cutter.cut(text) if _MARKS.sub("", word)]
    joined: list[str] = []
    for word in words:
        if (joined and joined[-1] in ("不", "未", "不予", "未予") and len(word) > 1) or (
            joined and word in _DOERS and len(joined[-1]) == _PAIR
        ):
            joined[-1] += word
        else:
            joined.append(word)
    return [_stem(word) for word in joined]


_DOERS = ("员", "者", "师")
"""代办员 is a word, though 代办 and 员 are, too."""


def _stem(word: str) -> str:
    """成功了 as 成功, 透析等 as 透析, unless the list of synonyms knows the word as it is."""
    if len(word) <= _PAIR or word in _variants():
        return word
    loose = word[-1] in "了过着的" or (word[-1] == "等" and not rjieba.has_word(word))
    return word[:-1] if loose else word


def variants_of(word: str) -> tuple[str, ...]:
    """A word and all that may stand for it."""
    return _variants().get(word, (word,))


def is_topic(word: str) -> bool:
    """Whether a word is a matter of its own."""
    return word in word_list("topics") or bool(topic_in(word))


@cache
def topic_in(word: str) -> str:
    """The matter that a longer word ends in (代表建议 of 人大代表建议); empty if there is none."""
    tails = (word[start:] for start in range(1, len(word) - _NAMED + 1))
    return next((tail for tail in tails if tail in word_list("topics")), "")


_NAMED = 4
"""Shorter words at the end of another (执法, 案卷) are no matter by themselves."""


def is_act(word: str) -> bool:
    """Whether a word is an act or a rate that stands for no other."""
    return word in word_list("actions")


def is_generic(word: str) -> bool:
    """Whether a word says little."""
    if word in word_list("generic") or word in word_list("light"):
        return True
    return len(word) == 1 and word not in _variants() and not word.isascii()


@cache
def is_place(word: str) -> bool:
    """Whether a word is the name of a place."""
    return word in words_of("prefectures") or (
        len(word) > 2 and word[-1] in "省市县区州镇乡" and not is_generic(word)
    )


@cache
def is_verb(word: str) -> bool:
    """Whether a word is a verb or the like, and names nothing."""
    tags = [tag for _, tag in rjieba.tag(word)]
    return bool(tags) and tags[0] in ("v", "vd", "vi", "d", "p", "ad", "c", "zg")


def plain(text: str) -> str:
    """A folded text without spaces and marks, for finding words in it."""
    return _MARKS.sub("", text)


def unit_class(unit: str) -> str | None:
    """The class of a unit (量词类别); None for a unit of no class."""
    return _unit_classes().get(unit)


@cache
def _unit_classes() -> dict[str, str]:
    return {
        unit: name
        for name, units in table("units").items()
        if isinstance(units, list)
        for unit in units
    }
