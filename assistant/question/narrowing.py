"""What narrows a question to a part (限定语): a quarter, a level, a trade, a kind.

A number of the whole does not answer for a part of it, so these words must stand in the evidence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from assistant.question.lexicon import Term, cut, is_generic, is_topic, table, variants_of
from assistant.question.towns import town_in

__all__ = ["less_for_the_title", "narrowed", "narrowing_words"]


def narrowed(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The terms of a question, those that narrow it marked as such and added where missing."""
    found = {name: _needed(name, others) for name, others in _narrowing(text).items()}
    pieces = {term.text for term in terms if any(term.text in name != term.text for name in found)}
    kept = [found.pop(term.text, term) for term in terms if term.text not in pieces]
    known = [variant for term in kept if term.concept for variant in (term.text, *term.variants)]
    more = [term for name, term in found.items() if not any(name in word for word in known)]
    return (*kept, *more)


def narrowing_words(text: str) -> frozenset[str]:
    """The words of a question that name a part which has a number of its own (区外, 砚圩村)."""
    beyond = re.compile(table("narrowing")["beyond"])
    found = (found.group() for way in (_words(), beyond) for found in way.finditer(text))
    return frozenset((*found, *town_in(text)))


_TITLE = "法治政府建设"


def less_for_the_title(terms: tuple[Term, ...], text: str) -> tuple[Term, ...]:
    """The words of what every report is about say little beside others (法治政府建设第三方评估)."""
    title = [term for term in terms if term.text in _TITLE]
    others = [t for t in terms if t not in title and not t.verb and t.weight >= _WEIGHT]
    if _TITLE not in text or not others:
        return terms
    return tuple(replace(t, weight=_LIGHT, verb=True) if t in title else t for t in terms)


_LIGHT = 0.3


def _needed(name: str, others: tuple[str, ...]) -> Term:
    variants = tuple(dict.fromkeys((name, *others, *variants_of(name))))
    return Term(text=name, variants=variants, weight=_WEIGHT, topic=True, act=False)


_WHICH = ("哪个", "哪家", "哪些", "哪几个", "哪几家", "哪一个", "哪一家")
_WEIGHT = 1.0
"""Not more than another noun: they may stand far from the number, but must stand there."""


def _narrowing(text: str) -> dict[str, tuple[str, ...]]:
    """Each narrowing word of a question, with other ways to write it."""
    lists = table("narrowing")
    found: dict[str, tuple[str, ...]] = {}
    for match in re.finditer(lists["period"], text):
        found[match.group()] = ()
    for match in re.finditer(lists["level"], text):
        if text.endswith(_WHICH, 0, match.start()):
            continue  # 哪个县级局: its name will say so
        of = match["of"]
        found[match.group()] = tuple(form.replace("X", of) for form in lists["level_forms"])
    for match in re.finditer(lists["kind"], text):
        if stem := _stem(match["what"]):
            found[stem] = ()
    for match in _words().finditer(text):
        found[match.group()] = ()
    return found


def _stem(words: str) -> str:
    """噪声 of 举报里噪声(类); empty where it names no kind (各类, 这两个领域)."""
    parts = cut(words.removesuffix("等"))
    if not parts:
        return ""
    stem = parts[-1]
    if len(stem) == 1 and len(parts) > 1:
        stem = parts[-2] + stem
    unclear = is_generic(stem) and not is_topic(stem)
    if len(stem) == 1 or unclear or re.search(table("narrowing")["no_kind"], stem):
        return ""
    return stem


@cache
def _words() -> re.Pattern[str]:
    words = sorted(table("narrowing")["words"].split(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))
