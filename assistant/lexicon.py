"""The words of the field (词库): what means the same, what is not to be mixed up, what is light."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import rjieba

from corpus.words import words_of

_FOLDER = Path(__file__).parent / "data"
_SYNONYM, _OTHER_ACT = 0.94, 0.8
"""What a synonym is worth where the word itself would be worth 1; acts are told apart more."""
_HALVES, _GAP = 0.85, 3
_MARKS = re.compile(r"[^\w%‰.+—-]|_")


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file of this room's word lists."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _plain_list(name: str) -> frozenset[str]:
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


@cache
def _cutter() -> rjieba.Jieba:
    cutter = rjieba.Jieba()
    for word in sorted(
        _plain_list("topics")
        | _plain_list("actions")
        | _plain_list("generic")
        | _plain_list("light")
        | set(_variants())
    ):
        if len(word) > 1:
            cutter.add_word(word, None, None)
    return cutter


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of a question and what may stand for it (检索词)."""

    text: str
    variants: tuple[str, ...]
    weight: float
    topic: bool
    """One of the field's matters (行政复议), which stands for no other."""
    act: bool
    """One of the field's acts and rates (办结, 应诉率), which stands for no other."""
    verb: bool = False
    """An ordinary verb; its absence weighs less than that of a noun."""

    @property
    def concept(self) -> bool:
        """A notion of the field, which must not be missing."""
        return self.topic or self.act


def cut(text: str) -> list[str]:
    """The words of a folded text; punctuation left out."""
    words = [word for word in _cutter().cut(text) if _MARKS.sub("", word)]
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
    """成功了 as 成功, unless the list of synonyms knows the word as it is."""
    if len(word) > 2 and word[-1] in "了过着" and word not in _variants():
        return word[:-1]
    return word


_QUOTED = re.compile(r"[“《‘\"]([^“”《》‘’\"]{2,30})[”》’\"]")
_QUOTED_WEIGHT = 3.0


def terms_of(text: str) -> tuple[Term, ...]:
    """The words of a folded text that say something, each once; a quoted name is one word."""
    terms: dict[str, Term] = {}
    for found in _QUOTED.finditer(text):
        name = plain(found[1])
        terms[name] = Term(
            text=name, variants=(name,), weight=_QUOTED_WEIGHT, topic=True, act=False
        )
    for word in cut(_QUOTED.sub(" ", text)):
        if word not in terms and (term := _term(word)):
            terms[word] = term
    for word in _overlooked(plain(text), terms):
        terms[word] = Term(text=word, variants=variants_of(word), weight=2.0, topic=True, act=False)
    return tuple(terms.values())


def _overlooked(text: str, terms: dict[str, Term]) -> list[str]:
    """Matters that the cutting of words tore apart (行政|赔偿申请)."""
    found = [word for word in _plain_list("topics") if len(word) > _PAIR and word in text]
    known = [variant for term in terms.values() for variant in (term.text, *term.variants)]
    known += [other for other in found if len(other) > _PAIR]
    return sorted(
        word for word in found if not any(word in k and (k != word or k in terms) for k in known)
    )


_PAIR = 2


def _term(word: str) -> Term | None:
    variants = variants_of(word)
    meant = variants[1:] if word in table("synonyms")["means"] else ()
    office = len(word) > _PAIR and word.endswith(("局", "厅", "法院", "检察院"))
    topic = (
        office
        or is_topic(word)
        or _HOTLINE.fullmatch(word) is not None
        or (bool(meant) and all(map(is_topic, meant)))
    )
    act = is_act(word) or (bool(meant) and all(map(is_act, meant)))
    if is_generic(word) and not topic and not act:
        if word not in _plain_list("light"):
            return None
        return Term(text=word, variants=variants, weight=0.3, topic=False, act=False, verb=True)
    light = len(word) > 1 and word[-1] in "了过着" and len(variants) == 1
    verb = not topic and (act or light or is_verb(word))
    weight = (
        2.0 if topic or act else 0.6 if len(word) == 1 else 1.0 + 0.25 * (min(len(word), 5) - 2)
    )
    if verb and not act:
        weight *= 0.4 if light else 0.7
    return Term(text=word, variants=variants, weight=weight, topic=topic, act=act, verb=verb)


def variants_of(word: str) -> tuple[str, ...]:
    """A word and all that may stand for it."""
    return _variants().get(word, (word,))


def is_topic(word: str) -> bool:
    """Whether a word is a matter of its own."""
    return word in _plain_list("topics")


def is_act(word: str) -> bool:
    """Whether a word is an act or a rate that stands for no other."""
    return word in _plain_list("actions")


_HOTLINE = re.compile(r"\d{3,5}")


def is_generic(word: str) -> bool:
    """Whether a word says little."""
    if word in _plain_list("generic") or word in _plain_list("light"):
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
    return bool(tags) and tags[0] in ("v", "vd", "vi", "d", "p", "a", "ad", "c", "zg")


def plain(text: str) -> str:
    """A folded text without spaces and marks, for finding words in it."""
    return _MARKS.sub("", text)


def coverage(term: Term, zone: str) -> float:
    """How much of a term a zone holds: 1 for the word, a part for a synonym or a shared stretch."""
    if term.act and not term.text.endswith("率"):
        zone = _RATES.sub("", zone)
    if stands_in(term.text, zone):
        return 1.0
    if any(stands_in(variant, zone) for variant in term.variants):
        return _OTHER_ACT if term.act else _SYNONYM
    if len(term.text) == 4 and _halves_near(term.text, zone):
        return _HALVES
    if len(term.text) < 3 or term.concept:
        return 0.0
    shared = _longest_shared(term.text, zone)
    return 0.8 * shared / len(term.text) if shared >= 2 else 0.0


_RATES = re.compile(r"[\u4e00-\u9fff]{2}率")
"""办结率 does not say how many were 办结."""


def stands_in(word: str, zone: str) -> bool:
    """Whether a zone holds a word that is not denied there (同意 in 不同意, 处罚 in 不予处罚)."""
    at = zone.find(word)
    while at >= 0:
        before = zone[max(0, at - 2) : at]
        if not before.endswith(_DENIALS) or word.startswith(("不", "未")):
            return True
        at = zone.find(word, at + 1)
    return False


_DENIALS = ("不", "未", "非", "不予", "未予")


def _halves_near(word: str, zone: str) -> bool:
    """法律等援助案件 for 法律援助: both halves, in order, a few characters apart."""
    first, second = word[:2], word[2:]
    at = zone.find(first)
    while at >= 0:
        if zone.find(second, at + 2, at + 2 + _GAP + 2) >= 0:
            return True
        at = zone.find(first, at + 1)
    return False


def _longest_shared(word: str, zone: str) -> int:
    for length in range(len(word) - 1, 1, -1):
        if any(word[i : i + length] in zone for i in range(len(word) - length + 1)):
            return length
    return 0
