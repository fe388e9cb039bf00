"""What a sentence says that is neither number nor honour, and stands for no other (定值).

A post (县长), an office with its level (市普法办), a road or line by its number (246国道), a month
by which something is to be done (10月底前).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.model import Span
from corpus.numerals import CHINESE, parse_chinese

__all__ = ["Value", "another", "other_session", "values_in"]

_POST = (
    r"(?:(?:常务|分管|主管)?副)?(?:[省市县区州镇乡局厅]?(?:委|党[委组])书记"
    r"|[省市县区州镇乡局厅](?=长(?![期效远三江短]))"
    r"|(?:[^\W由任兼请是]{2,3}所所|[^\W由任兼请是]{2,4}(?:大队|支队|中队)[大支中]?队|法规[科处]科?处?)(?=长))长?"
)
_OFFICE = (
    r"(?P<level>[省市县区州镇乡])(?P<office>(?:[\u4e00-\u9fff]{1,6}?(?:办公室|协会|委员会)"
    r"|[\u4e00-\u9fff]{1,5}?(?:办|局|厅|委|院|部)))(?![理法事件会属门分])"
)
_MEETING = "[\u4e00-\u9fff]{0,6}?(?:会议|全会|大会|联席会|例会)"
"""第五次会议, 第三次全体会议."""
_PATTERNS = (
    ("post", re.compile(rf"{_POST}(?:[、兼]{_POST})*")),
    ("office", re.compile(_OFFICE)),
    (
        "code",
        re.compile(
            r"(?P<number>[A-Z]?\d{1,4})(?P<what>国道|省道|县道|高速|号线|路(?=公交|[“车)]|$))"
        ),
    ),
    ("grade", re.compile("(?P<grade>[一二三四ⅠⅡⅢⅣ]级)(?P<thing>应急响应|响应|预警)")),
    ("session", re.compile(rf"第(?P<nth>[\d{CHINESE}]+)(?P<sort>[次届])(?P<of>{_MEETING})")),
    ("month", re.compile(r"(?P<month>\d{1,2})\s?月(?P<part>底|初|末|中旬|上旬|下旬)")),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A value with its kind and what of it must be the same."""

    kind: str
    of: str
    """What another value must share to stand in its place (普法办 of 市普法办)."""
    said: frozenset[str]
    span: Span


def values_in(folded: str) -> list[Value]:
    """The values of a text, kind by kind."""
    return [
        _value(kind, found) for kind, pattern in _PATTERNS for found in pattern.finditer(folded)
    ]


def _value(kind: str, found: re.Match[str]) -> Value:
    span = Span(*found.span())
    if kind == "office":
        return Value(kind, found["office"], frozenset(found["level"]), span)
    if kind == "code":
        return Value(kind, found["what"], frozenset((found["number"],)), span)
    if kind == "grade":
        return Value(kind, found["thing"], frozenset((found["grade"],)), span)
    if kind == "session":
        number = None if found["nth"].isdigit() else parse_chinese(found["nth"])
        nth = found["nth"] if number is None else str(number)
        return Value(kind, found["sort"] + found["of"], frozenset((nth,)), span)
    if kind == "month":
        return Value(kind, "", frozenset((found["month"],)), span)
    return Value(kind, "", frozenset(re.split("[、兼]", found[0])), span)


def other_session(said: str, true: str) -> bool:
    """Whether a draft speaks of another meeting of a body than a report does, by its number."""
    return any(one.kind == "session" and another(one, true) for one in values_in(said))


def another(one: Value, true: str) -> Span | None:
    """The one value of a text that stands where `one` should; None if it is not gainsaid."""
    there = [other for other in values_in(true) if (other.kind, other.of) == (one.kind, one.of)]
    if len({other.said for other in there}) != 1 or one.said & there[0].said:
        return None
    return there[0].span
