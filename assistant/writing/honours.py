"""Honours and levels, held against one clause of the source each (荣誉与级别).

That 省级, 获评 and 示范县 all stand somewhere in what is cited proves nothing: what matters is that
one clause says them together, and that what it only hopes for (创建、提名) is not said to be had.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from assistant.question.lexicon import plain
from assistant.writing.support import pairs_of
from assistant.writing.words import words

if TYPE_CHECKING:
    from assistant.grounding import Number
    from assistant.writing.support import Support

__all__ = ["honours"]

_CLAUSES = re.compile(r"[,;:。!?\n]")
_ALIKE = 0.5
"""Share of the character pairs of a part that the clause behind it must hold."""
_LEVEL = re.compile(r"(?:国家|省部|省|地市|市|县区|县|区|乡|镇|村|部|厅|局|世界)级")
_SCOPE = re.compile(r"全[国省市区县州盟旗镇乡]")
_FILLER = re.compile("[的了共]|为(?=[国省市区县全])")
_NEXT = 2
"""Characters behind a level, or behind what says that something was had, that tell what it was."""


def honours(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Every part of a sentence with an honour or a level needs one clause that says the same."""
    clauses = [plain(part) for part in _CLAUSES.split(support.folded)]
    whole = frozenset(clauses)
    parts = [
        part
        for clause in _CLAUSES.split(said)
        if plain(clause) not in whole
        for part in map(plain, clause.split("、"))
    ]
    for part in parts:
        if _marks(part) and not any(_bears(clause, part, support) for clause in clauses):
            return "level"
    return None


def _marks(part: str) -> frozenset[str]:
    """The words of a part that must stand in the clause behind it."""
    return frozenset(word for name in ("granted", "levels") for word in words(name) if word in part)


def _bears(clause: str, part: str, support: Support) -> bool:
    """Whether a clause of the source says what a part of a sentence says of honours."""
    named = support.names
    if any(
        word not in clause and (_is_granted(word) or word not in named) for word in _marks(part)
    ):
        return False
    own = pairs_of(part)
    if len(own & (pairs_of(clause) | pairs_of(named))) < _ALIKE * len(own):
        return False
    return _keeps_hopes(clause, part) and _keeps_objects(clause, part)


@cache
def _is_granted(word: str) -> bool:
    return word in words("granted")


def _keeps_hopes(clause: str, part: str) -> bool:
    """What the source only strives for, or nearly has, is told so."""
    if any(word in clause and word not in part for word in words("pending")):
        return False
    hoped = [word for word in words("hoped") if word in clause]
    if not hoped or any(word in part for word in hoped):
        return True
    return any(word in part for word in words("granted"))


def _keeps_objects(clause: str, part: str) -> bool:
    """What was granted, and of what level it is, goes on as in the clause (获评省级…)."""
    bare, source = (_FILLER.sub("", text) for text in (part, clause))
    several = len(set(_SCOPE.findall(clause))) > 1
    tied = [*_granted().finditer(bare), *_LEVEL.finditer(bare)]
    tied += _SCOPE.finditer(bare) if several else ()
    return all(bare[found.start() : found.end() + _NEXT] in source for found in tied)


@cache
def _granted() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("granted"))))
