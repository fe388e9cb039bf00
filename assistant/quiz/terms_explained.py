"""Where a sentence says what a term is (文中释义), and where it says what is done with it (用法).

A term is explained right behind it (“首违不罚”,即…; “三统一”:…; 容缺受理(…)), right before it
(A、B、C“三张清单”; …,即“三张清单”), or by how it is founded (推行“综合查一次”,将…合并进行).
"""

from __future__ import annotations

import re
from functools import cache

from assistant.quiz.words import listed
from assistant.wording.statements import without_numeral
from corpus.quantities import find_quantities

__all__ = ["explanation", "usage"]

_SHORTEST, _LONGEST, _LONGEST_USAGE = 6, 120, 90
_LEAST_FOUNDED = 15
"""Letters of a clause that says how; fewer say hardly more than who."""
_LEAST_ROW, _LONGEST_ITEM = 2, 24
_NUMERALS = {
    "两": 2,
    "双": 2,
    "一": 1,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
}
_BRACKET = re.compile(r"\(([^()]{6,120})\)")
_ROW = re.compile(
    r"(?:^|[,;:。])(?P<row>[^,;:。“”]*、[^,;:。“”]*?)(?:等)?(?:[一二两三四五六七八九十][个项类张]?)?$"
)
_CLAUSES = re.compile(r"[,;:。!?]")
_MARKS = (("“", "”"), ("(", ")"), ("《", "》"))


def explanation(folded: str, word: str, at: int) -> str:
    """What a sentence says a term at an offset is; empty where it only uses it."""
    start, end = _quoted(folded, word, at)
    before, after = folded[:start], folded[end:]
    whole = end - start > len(word)
    for told in (
        _behind(after, quoted=whole),
        _named_after(before, after),
        _row(word, before, quoted=whole),
        _founded(before, after),
    ):
        if _SHORTEST <= len(told) <= _LONGEST and is_balanced(told) and word not in told:
            return told
    return ""


def usage(folded: str, word: str, at: int) -> str:
    """What a sentence says is done with a term: a doing verb, the term, and what comes of it.

    Empty where nothing is done with it, where it stands in a row, and where it is only counted.
    """
    start, end = _quoted(folded, word, at)
    opened = max((found.end() for found in _CLAUSES.finditer(folded, 0, start)), default=0)
    close = _CLAUSES.search(folded, end)
    clause = folded[opened : close.start() if close else len(folded)]
    tail = clause[end - opened :]
    before = folded[opened:start]
    if _counts_things(clause) or not _is_done(before, tail) or not is_balanced(before):
        return ""
    told = [clause, *_following(folded, close, _LONGEST_USAGE - len(clause))]
    said = _plain(",".join(told))
    says_more = len(told) > 1 or len(tail) >= _SHORTEST
    return said if says_more and is_balanced(said) else ""


def _following(folded: str, close: re.Match[str] | None, room: int) -> list[str]:
    """The clauses behind a comma, up to one that counts things or is too much."""
    told: list[str] = []
    while close and close.group() == ",":
        following = _CLAUSES.search(folded, close.end())
        clause = folded[close.end() : following.start() if following else len(folded)]
        if _counts_things(clause) or sum(map(len, told)) + len(clause) > room:
            break
        told.append(clause)
        close = following
    return told


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket of a text is closed."""
    return all(text.count(opening) == text.count(closing) for opening, closing in _MARKS)


def _quoted(folded: str, word: str, at: int) -> tuple[int, int]:
    """Where a term begins and ends, its own quotation marks included."""
    end = at + len(word)
    marked = folded[max(0, at - 1) : at] == "“" and folded[end : end + 1] == "”"
    return (at - 1, end + 1) if marked else (at, end)


def _behind(after: str, *, quoted: bool) -> str:
    """“首违不罚”,即…; 三张清单(…)."""
    if bracket := _BRACKET.match(after):
        inside = bracket[1]
        defines = inside.startswith(listed("terms", "defining"))
        return _plain(_defining().sub("", inside)) if defines or "、" in inside else ""
    lead = re.match(rf"(?:{_any_of('kinds')})?[,:]?", after)
    rest = after[lead.end() :] if lead else after
    if (defining := _defining().match(rest)) and not rest.startswith(
        listed("terms", "not_defining")
    ):
        return _plain(re.split(r"[。;]", rest[defining.end() :])[0])
    if quoted and after.startswith((":", "——")):
        return _plain(re.split(r"[。;]", after.lstrip(":—"))[0])
    return ""


def _named_after(before: str, after: str) -> str:
    """…,即“三张清单”."""
    named = re.search(rf"[,(](?:{_any_of('naming')})$", before)
    if not named or not re.match(r"[,;。)]|$", after):
        return ""
    return _plain(re.split(r"[。;]", before[: named.start()])[-1])


def _row(word: str, before: str, *, quoted: bool) -> str:
    """A、B、C“三张清单”: as many things as the term says, and nothing that does it."""
    row = _ROW.search(before)
    if row is None or not (quoted or before.endswith("等")):
        return ""
    told = re.sub(rf"(?:{_any_of('summing')})$", "", row["row"])
    items = told.split("、")
    if _counts_things(told) or (told == row["row"] and _leads_on(items)):
        return ""
    if not all(_LEAST_ROW <= len(one) <= _LONGEST_ITEM for one in items):
        return ""
    return _plain(told) if len(items) == _counted(word) >= _LEAST_ROW else ""


def _leads_on(items: list[str]) -> bool:
    """Whether the last of a row does something to the term behind it (甲局、乙局落实“三项制度”)."""
    last = items[-1]
    alike = last[:_LEAST_ROW] == items[-2][:_LEAST_ROW]
    return last.endswith(listed("terms", "leading")) and not alike


def _counted(word: str) -> int:
    """How many things a term says that it stands for (一规划两方案: three)."""
    numbers = [_NUMERALS[char] for char in re.sub("[合统如归]一", "", word) if char in _NUMERALS]
    return sum(numbers) if max(numbers, default=0) >= _LEAST_ROW else 0


def _founded(before: str, after: str) -> str:
    """推行“综合查一次”制度,将多部门的检查合并进行."""
    if not re.search(rf"(?:{_any_of('founding')})[^,;:。“”、]{{0,8}}$", before):
        return ""
    tail = re.match(r"[^,;:。“”、(]{0,8},", after)
    if tail is None:
        return ""
    comma = re.compile(",").search(after, tail.end() - 1)
    told = _following(after, comma, _LONGEST)
    if not told or not told[0].startswith(listed("terms", "how")):
        return ""
    said = _plain(",".join(told))
    return said if len(said) >= _LEAST_FOUNDED else ""


def _is_done(before: str, tail: str) -> bool:
    """Whether a verb of doing has a term as its object, and not a row in which it stands."""
    ground = _plain(before).startswith(listed("terms", "grounds"))
    done = re.search(rf"(?:{_any_of('doing')})[^“”、以为由加]{{0,10}}$", before) is not None
    return done and not ground and not tail.startswith(("、", "和", "与", "及", "+"))


def _counts_things(clause: str) -> bool:
    return next(iter(find_quantities(clause)), None) is not None


def _plain(text: str) -> str:
    return without_numeral(re.sub(r"\s", "", text)).strip("。;,:、")


@cache
def _defining() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any_of('defining')})[:,]?")


@cache
def _any_of(key: str) -> str:
    return "|".join(sorted(map(re.escape, listed("terms", key)), key=len, reverse=True))
