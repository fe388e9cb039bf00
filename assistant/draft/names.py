"""Names of documents that are the same, or nearly so (文件名比对)."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from assistant.draft.model import AtomKind

__all__ = ["is_name", "is_slip"]

_NEARLY = 0.86
_SHORT_TITLE = 6
_LONG_TITLE = 10


def is_name(wanted: str, known: str) -> bool:
    """The same name, or a short form of a long one."""
    if wanted == known:
        return True
    bare, other = wanted.strip("《》"), known.strip("《》")
    return len(bare) >= _SHORT_TITLE and (
        bare in other or (len(other) >= _SHORT_TITLE and other in bare)
    )


def is_slip(kind: AtomKind, wanted: str, known: str) -> bool:
    """Whether names are the same but for a number, or a character or two."""
    if kind is AtomKind.DOCUMENT_NUMBER:
        mine, theirs = (re.match(r"^\D+", name) for name in (wanted, known))
        return (
            bool(mine and theirs and mine[0].endswith(theirs[0][-3:]))
            and len(known) > 0
            and _one_off(wanted, known)
        )
    number = r"[\d一二三四五六七八九十]+"
    if re.sub(number, "", wanted) == re.sub(number, "", known):
        return True
    return (
        min(len(wanted), len(known)) > _LONG_TITLE
        and SequenceMatcher(None, wanted, known).ratio() >= _NEARLY
    )


def _one_off(wanted: str, known: str) -> bool:
    """Year or number differ, not both."""
    mine, theirs = re.findall(r"\d+", wanted), re.findall(r"\d+", known)
    return (
        len(mine) == len(theirs) == 2
        and sum(a != b for a, b in zip(mine, theirs, strict=True)) == 1
    )
