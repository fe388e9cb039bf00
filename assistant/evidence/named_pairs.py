"""Two things of one kind by their names (同类两个名称): 天津港和武汉港吞吐量."""

from __future__ import annotations

import re

__all__ = ["with_their_names"]

_KINDS = (
    r"(?:港|机场|口岸|车站|高铁站|医院|大学|学院|公司|集团"
    r"|水库|高速|铁路|园区|产业园|保税区|自贸区)"
)
_NAME = re.compile(
    rf"^\s*(?P<name>[\u4e00-\u9fff]{{2,8}}?{_KINDS})(?:的)?(?P<noun>[\u4e00-\u9fff]*)"
)
_EACH = re.compile(r"(?:分别|各自|各)?(?:是|为|有|达到?)?$")


def with_their_names(left: str, right: str) -> tuple[str, str]:
    """Both sides with the noun that one of them leaves out, each name as one word.

    A number of one port is none of the other: so the name must stand near its number.
    """
    first, second = _NAME.match(left), _NAME.match(right)
    if first is None or second is None or _kind_of(first) != _kind_of(second):
        return left, right
    noun = _EACH.sub("", first["noun"]) or _EACH.sub("", second["noun"])
    if not noun:
        return left, right
    return _named(first, noun), _named(second, noun)


def _named(found: re.Match[str], noun: str) -> str:
    """The name in quotation marks, which make it one word that must be found, and the noun."""
    return f"“{found['name']}”{_EACH.sub('', found['noun']) or noun}"


def _kind_of(found: re.Match[str]) -> str:
    kind = re.search(_KINDS + "$", found["name"])
    return kind.group() if kind else ""
