"""Words of a question (检索词): what each weighs, and how much of it a stretch of text holds."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from corpus.words import words_of
from index.vocabulary import (
    cut,
    is_act,
    is_generic,
    is_place,
    is_topic,
    is_verb,
    plain,
    topic_in,
    variants_of,
    word_list,
)
from index.vocabulary import table as vocabulary_table

__all__ = ["Term", "coverage", "cut", "is_act", "is_generic", "is_place", "is_topic", "is_verb"]
__all__ += ["plain", "stands_in", "table", "terms_of", "touches", "variants_of"]

_FOLDER = Path(__file__).parent / "data"
_SYNONYM, _OTHER_ACT = 0.94, 0.8
"""What a synonym is worth where the word itself would be worth 1; acts are told apart more."""
_HALVES, _GAP = 0.85, 3


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML file of this room's word lists."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


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


_QUOTED = re.compile(r"[“《‘\"]([^“”《》‘’\"]{2,30})[”》’\"]")
_QUOTED_WEIGHT = 3.0
_ASKING = re.compile(r"(?=有(?:多少|几|哪|没有))")
"""执法点|有多少: how it is asked joins no name before it."""


def terms_of(text: str) -> tuple[Term, ...]:
    """The words of a folded text that say something, each once; a quoted name is one word."""
    terms: dict[str, Term] = {}
    for found in _QUOTED.finditer(text):
        name = plain(found[1])
        terms[name] = Term(
            text=name,
            variants=tuple(dict.fromkeys((name, *variants_of(name)))),
            weight=_QUOTED_WEIGHT,
            topic=True,
            act=False,
        )
    bare = _ASKING.sub(" ", _QUOTED.sub(" ", text))
    terms |= _of_words(bare, terms)
    overlooked = _overlooked(plain(text), terms)
    if torn := [word for word in overlooked if word in bare]:
        # 刑事法律|援助: what the matter was torn out of is cut anew without it.
        terms = {word: term for word, term in terms.items() if term.weight == _QUOTED_WEIGHT}
        terms |= _of_words(re.sub("|".join(map(re.escape, torn)), r" \g<0> ", bare), terms)
    for word in _overlooked(plain(text), terms):
        terms[word] = Term(text=word, variants=variants_of(word), weight=2.0, topic=True, act=False)
    return tuple(terms.values())


def _of_words(text: str, known: dict[str, Term]) -> dict[str, Term]:
    return {word: term for word in cut(text) if word not in known and (term := _term(word))}


def _overlooked(text: str, terms: dict[str, Term]) -> list[str]:
    """Matters that the cutting of words tore apart (行政|赔偿申请)."""
    found = [word for word in word_list("topics") if len(word) > _PAIR and word in text]
    known = [variant for term in terms.values() for variant in (term.text, *term.variants)]
    known += [other for other in found if len(other) > _PAIR]
    return sorted(
        word for word in found if not any(word in k and (k != word or k in terms) for k in known)
    )


_PAIR = 2


@cache
def _counts() -> frozenset[str]:
    """件数, 份数: they say how it is counted, not what."""
    return frozenset(f"{unit}数" for unit in words_of("units"))


def _term(word: str) -> Term | None:
    if word in _counts():
        return None
    variants = variants_of(word)
    if field := _field_of(word):
        names = dict.fromkeys((*variants, *variants_of(field)))
        return Term(text=word, variants=tuple(names), weight=2.0, topic=True, act=False)
    if inner := topic_in(word):
        variants = tuple(dict.fromkeys((*variants, *variants_of(inner))))
    meant = variants[1:] if word in vocabulary_table("synonyms")["means"] else ()
    office = len(word) > _PAIR and word.endswith(("局", "厅", "法院", "检察院"))
    topic = (
        office
        or is_topic(word)
        or _NAMED_BY_SIGNS.fullmatch(word) is not None
        or (bool(meant) and all(map(is_topic, meant)))
    )
    act = is_act(word) or (
        any(map(is_act, meant)) and all(is_act(one) or is_topic(one) for one in meant)
    )
    if is_generic(word) and not topic and not act:
        if word not in word_list("light"):
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


def _field_of(word: str) -> str:
    """税务 of 税务部门: whose work it is; a report may name the field alone."""
    field = word[:-_PAIR]
    return field if word.endswith(("部门", "机关", "系统")) and is_topic(field) else ""


_NAMED_BY_SIGNS = re.compile(r"\d{3,5}|(?=[\w.]*[A-Za-z])[\w.]{2,}", re.ASCII)
"""12345, PM10, GDP: what is named by digits or Latin letters stands for nothing else."""


def coverage(term: Term, zone: str, *, rates: bool = False, denied: bool = False) -> float:
    """How much of a term a zone holds: 1 for the word, a part for a synonym or a shared stretch.

    Only with `rates` does 纠错率 speak of 纠错: the number at hand is a percentage. With `denied`
    未败诉 speaks of 败诉: it answers whether there was one.
    """
    if term.act and not rates and not term.text.endswith("率"):
        zone = _RATES.sub("", zone)
    if stands_in(term.text, zone) or (denied and term.text in zone):
        return 1.0
    if any(stands_in(one, zone) or (denied and one in zone) for one in term.variants):
        return _OTHER_ACT if term.act else _SYNONYM
    if len(term.text) == 4 and _halves_near(term.text, zone):
        return _HALVES
    if len(term.text) < 3 or term.concept:
        return 0.0
    shared = _longest_shared(term.text, zone)
    return 0.8 * shared / len(term.text) if shared >= 2 else 0.0


@lru_cache(maxsize=1 << 15)
def touches(word: str, variants: tuple[str, ...], text: str) -> bool:
    """Whether a text shares so much as a pair of characters with a word or what stands for it.

    Where it does not, nothing of the word can be found there by `coverage`.
    """
    return any(pair in text for pair in _pairs_of(word, variants))


@lru_cache(maxsize=1 << 12)
def _pairs_of(word: str, variants: tuple[str, ...]) -> tuple[str, ...]:
    words = (word, *variants)
    pairs = (one[at : at + _PAIR] for one in words for at in range(max(1, len(one) - 1)))
    return tuple(dict.fromkeys(pairs))


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


_DENIALS = ("不", "未", "非", "不予", "未予", "免予", "免于")


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
