"""Who holds an office (任职者): the names of people that a sentence gives, and for which office."""

from __future__ import annotations

import re
from functools import cache

import rjieba

from corpus.words import words_of

__all__ = ["held_by_office", "holders_named"]

_OFFICE = (
    r"(?:[省市州县区镇乡局厅处科队所组院行会团室部站校盟]长|主任|书记|主席|专员|负责人|代表|律师)"
)
_GIVEN = 2
"""Characters of a given name at most."""
_STANDS_ALONE = re.compile(r"[\u4e00-\u9fff·]{2,8}?(?=同志|先生|女士|\s*$|\n)")
"""A name that ends its line, or is followed by 同志, may have any length (嘎玛泽登)."""


def holders_named(text: str, office: str) -> tuple[str, ...]:
    """The people that a sentence names as holders of an office.

    区长桑予安, 以局长虞柏舟为组长, 组长由副县长何某担任; the office itself (组长单位) is no name.
    """
    at = re.escape(office)
    beside = [
        _name(found["rest"]) for found in re.finditer(rf"(?<!副){at}[ \u3000]?(?P<rest>.+)", text)
    ]
    made = re.search(
        rf"(?:以|由)(?P<who>[^,。;]{{2,24}}?)(?:为|担?任)(?:[^,。;]{{0,16}}){at}", text
    )
    given = re.search(rf"{at}(?:一职)?由(?P<who>[^,。;]{{2,24}}?)(?:担任|兼任|出任)", text)
    serves = re.search(rf"(?P<who>[^,。;]{{2,24}}?)(?:担任|兼任|出任|任)[^,。;]{{0,16}}?{at}", text)
    for clause in (made, given, serves):
        if clause:
            beside += [_name(bare) for bare in _without_office(clause["who"])]
    return tuple(dict.fromkeys(name for name in beside if name))


def held_by_office(text: str, office: str) -> bool:
    """Whether a sentence says which office holds another (镇长任组长), though it names nobody."""
    at = re.escape(office)
    return (
        re.search(rf"{_OFFICE}(?:担任|兼任|任)(?:双|第一|共同)?(?<!副){at}", text) is not None
        or re.search(rf"(?<!副){at}(?:一职)?(?:分别)?由[^,。;]{{0,16}}{_OFFICE}", text) is not None
    )


def _without_office(words: str) -> list[str]:
    """虞柏舟 of 局长虞柏舟; the words themselves where they name no office."""
    behind = re.search(rf"{_OFFICE}(?P<name>[\u4e00-\u9fff·]{{2,12}})$", words)
    if behind:
        return [behind["name"]]
    return [] if re.search(_OFFICE, words) else [words]


def _name(words: str) -> str:
    """The name that words begin with; empty if they begin with none."""
    alone = _STANDS_ALONE.match(words)
    if alone and not _holds_a_word(alone.group()):
        return alone.group()
    surname = next((one for one in _surnames() if words.startswith(one)), "")
    if not surname:
        return ""
    given = re.match(r"[\u4e00-\u9fff]{1,2}", words[len(surname) :])
    if given is None or rjieba.has_word(words[: len(surname) + 1]):
        return ""
    first = rjieba.cut(words)[0]
    longest = len(surname) + _GIVEN
    return first if len(surname) < len(first) <= longest else surname + given.group()


def _holds_a_word(name: str) -> bool:
    return any(rjieba.has_word(name[at : at + 2]) for at in range(len(name) - 1))


@cache
def _surnames() -> tuple[str, ...]:
    return words_of("surnames")
