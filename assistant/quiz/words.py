"""Word lists of training (词表): data files of this room."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

import rjieba

from index.vocabulary import cut, is_generic

__all__ = ["acts_first", "has_verb", "listed", "split_act", "telling", "words_table"]

_HAVING = "有"
_FOLDER = Path(__file__).parent / "data"


@cache
def words_table(name: str) -> dict[str, Any]:
    """One TOML file of this room's word lists."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str, key: str) -> tuple[str, ...]:
    """One list of a file."""
    return tuple(words_table(name)[key])


@cache
def telling(text: str) -> tuple[str, ...]:
    """The words of a folded text that say something, each once."""
    return tuple(dict.fromkeys(word for word in cut(text) if not is_generic(word)))


@cache
def acts_first(text: str) -> bool:
    """Whether a phrase begins with an act, whoever acts being left unsaid."""
    return text.startswith(listed("standing", "acts"))


@cache
def has_verb(text: str) -> bool:
    """Whether some word of a folded text is a verb."""
    lists = (("asking", "acting"), ("asking", "change_ends"), ("standing", "acts"))
    if any(len(word) > 1 and word in text for name, key in lists for word in listed(name, key)):
        return True
    return any(tag.startswith("v") for _, tag in rjieba.tag(text))


@cache
def split_act(phrase: str) -> tuple[str, str, str] | None:
    """县司法局|审查|政府合同: who acts, the act and what it is done to; None if there are several.

    A phrase without an act is all object; who acts may be left unsaid.
    """
    phrase = phrase.removeprefix(_HAVING)
    acts = frozenset(word for word in listed("standing", "acts") if len(word) > 1)
    words = cut(phrase)
    places = [place for place, word in enumerate(words) if word in acts]
    start = next((act for act in sorted(acts, key=len, reverse=True) if phrase.startswith(act)), "")
    if start:
        rest = phrase[len(start) :]
        if len(start) not in _borders(phrase):
            return None  # 持有|效执法证
        first, *others = cut(rest) or [""]
        told = first in acts or any(word in acts - _named_acts() for word in others)
        return None if not rest or told else ("", start, rest)
    if not places:
        last = rjieba.tag(phrase)[-1:]
        named = bool(last) and last[0][1].startswith(("n", "l", "j"))
        return ("", "", phrase) if named else None
    act = words[places[0]]
    who, _, rest = phrase.partition(act)
    if len(places) > 1 or not rest:
        return None
    for word in listed("asking", "dropped_front"):
        who = who.removesuffix(word)
    return who, act, rest


@cache
def _named_acts() -> frozenset[str]:
    return frozenset(listed("standing", "named_acts"))


def _borders(phrase: str) -> frozenset[int]:
    """Where the words of a phrase end."""
    return frozenset(accumulate(len(word) for word, _ in rjieba.tag(phrase)))
