"""Whose doing a number is (主体): the offices that a sentence names, as doers and otherwise.

市场监管部门查办…,移送公安机关39起: 市场监管 does, 公安 is told to; 会同县公安局: 公安 does it, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.draft.words import listed, rows

__all__ = ["Named", "Office", "is_same", "offices_in", "stands_for"]

_RANKS = {"最高": "国", "省": "省", "市": "市", "州": "市", "盟": "市"} | dict.fromkeys(
    "县区旗", "县"
)
_KINDS = (
    "局(?!部|限|势)|厅|委员会|委(?!托|派)|部门|部(?![分队署])|机关|办公室|办(?![理结案])|分局"
    "|总队|支队|大队"
)
_ABOVE = "部门|机关"
"""司法机关 are the courts, too."""
_GOVERNMENT, _COURT, _PROSECUTOR = "政府", "法院", "检察"
_NAME = "[\u4e00-\u9fff]{0,3}$"
"""What may be left of a place's name before 县公安局."""
_TOLD = re.compile(
    "(?:向|给|对|移送|移交|抄送|抄告|报送|报请|提请|转交|转送|送|报)[了至到给]?" + _NAME
)
_PARTNER = re.compile("(?:与|同|和|跟|联合|会同|配合|协同|协助|携手)" + _NAME)
_ASIDE = re.compile("(?:被|获|受|收到|接到|受到|得到|经|在|以|因|根据|按照|据)" + _NAME)
"""被市司法局评为: who honours, and under whose lead, does not do what is counted."""
_BY = re.compile("由" + _NAME)
"""由县司法局牵头: who leads is judged by itself."""
_CHAIN = re.compile("[、和与及]|以及")
_ANEW = re.compile(r"\s*(?:20\d\d年,?)?(?:我|本|全)[省市州县区旗镇乡](?!场)|各")


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its level, where one is said, and what it is for (县、水利)."""

    level: str
    what: str


@dataclass(frozen=True, slots=True)
class Named:
    """The offices that the words before a number name."""

    doers: frozenset[Office]
    partners: frozenset[Office]
    told: frozenset[Office]
    """To whom something is handed."""
    words: str
    """The doers as they are written."""


@cache
def _functions() -> dict[str, str]:
    """Every name of a function with the one of its row."""
    return {name: row[0] for row in rows("functions") for name in row}


@cache
def _pattern() -> re.Pattern[str]:
    cores = "|".join(sorted(_functions(), key=len, reverse=True))
    courts, prosecutors = ("|".join(listed(name)) for name in ("courts", "prosecutors"))
    nouns = "|".join(listed("of_government"))
    return re.compile(
        rf"(?P<level>最高|(?<!自治)[省市州盟县区旗](?!级))?(?:"
        rf"(?!司法(?:{_ABOVE}))(?P<what>{cores})(?:{_KINDS}|(?P<row>(?=[、和与])))"
        rf"|(?P<court>{courts})|(?P<prosecutor>{prosecutors})"
        rf"|(?<=[省市州盟县区旗])(?P<government>(?:人民)?政府(?!{nouns})))"
    )


def _office(found: re.Match[str]) -> Office:
    level = found["level"] or ""
    if found["what"]:
        level = "省" if found[0].endswith("厅") else level
        return Office(_RANKS.get(level, ""), _functions()[found["what"]])
    what = _COURT if found["court"] else _PROSECUTOR if found["prosecutor"] else _GOVERNMENT
    return Office(_RANKS.get(level, ""), what)


@lru_cache(maxsize=1 << 13)
def offices_in(before: str) -> Named:
    """The offices of the words before a number; a doer goes on until another one is named."""
    doers: frozenset[Office] = frozenset()
    partners: frozenset[Office] = frozenset()
    told: frozenset[Office] = frozenset()
    words = ""
    for stretch in re.split("[,:]", before):
        roles = _roles(stretch)
        here = frozenset(office for role, office, _ in roles if role == "doer")
        if here or _ANEW.match(stretch):
            doers, partners = here, frozenset()
            words = "、".join(name for role, _, name in roles if role == "doer")
        partners |= {office for role, office, _ in roles if role == "partner"}
        told = frozenset(office for role, office, _ in roles if role == "told")
    return Named(doers, partners, told, words)


def _roles(stretch: str) -> list[tuple[str, Office, str]]:
    """The offices of a stretch between commas, each with what part it has in what is done."""
    found: list[tuple[str, Office, str]] = []
    end = -1
    for match in _pattern().finditer(stretch):
        before = stretch[: match.start()]
        between = stretch[end : match.start()] if end >= 0 else "-"
        bare = re.sub("[省市州盟县区旗]$", "", before)
        if found and _CHAIN.fullmatch(between.rstrip("省市州盟县区旗")):
            role = found[-1][0]
        else:
            role = _role(bare, stretch[match.end() :])
        if match["row"] is not None and role == "doer":
            continue  # 教育、科技等领域
        if role:
            found.append((role, _office(match), match[0]))
        end = match.end()
    return found


def _role(before: str, behind: str) -> str:
    if _BY.search(before) and behind.startswith(listed("led_by")):
        return ""
    if _TOLD.search(before):
        return "told"
    if _PARTNER.search(before):
        return "partner"
    return "" if _ASIDE.search(before) else "doer"


def is_same(one: Office, other: Office) -> bool:
    """Whether two are one office, as far as what is said of them goes."""
    levels = not one.level or not other.level or one.level == other.level
    return one.what == other.what and levels


def stands_for(office: Office, words: str) -> bool:
    """Whether words name what an office is for, be it in short."""
    if office.what in (_GOVERNMENT, _COURT, _PROSECUTOR):
        return office.what in words
    return any(name in words for name, what in _functions().items() if what == office.what)
