"""The verdict on a list (名单): a report has it, or has it with one other item.

The order of the items does not matter, nor whether 和 stands before the last.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from assistant.draft.mentions import items_of, lists_in
from assistant.draft.model import Verdict
from assistant.draft.told import Told
from assistant.question.lexicon import plain, variants_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.draft.sentence_shelf import Line

__all__ = ["judge_list"]

_NEAR, _SAME = 0.45, 0.62
"""Share of the words around a list from which a long one, and any, speaks of the same."""
_LEAD = re.compile("^.*(?:会同|联合|覆盖|包括|涵盖|包含|整合|组建|涉及|分别[为是]|名单里有)")
_SHORTEST, _SHARED, _WHOLLY, _LONG = 3, 0.5, 2, 4


def judge_list(
    words: str, near: Sequence[tuple[tuple[float, bool], Line]], *, alone: bool
) -> Told | None:
    """The verdict on a list; `alone` where a sentence says nothing else."""
    mine = _without_lead(items_of(words))
    for (share, lost), line in near:
        for span in lists_in(line.folded):
            theirs = _without_lead(items_of(span.of(line.folded)))
            if len(theirs) != len(mine):
                continue
            left, true, doubtful = _unpaired(mine, theirs)
            if not left and not doubtful:
                return Told(Verdict.SUPPORTED, line, words, span.of(line.folded))
            sure = (share >= _SAME and not lost) or (
                len(mine) >= _LONG and (share >= _NEAR or alone)
            )
            known = theirs[0] not in true and mine[0] not in left
            # 会同省法院: what leads to the first item was cut off in both.
            cut = mine[0] in left and theirs[0] in true and _LEAD.search(words) is not None
            if len(left) == 1 and sure and (known or (cut and mine[0][-1] == theirs[0][-1])):
                told = _other_item(left[0], true[0], line)
                if told is not None:
                    return told
    return None


def _without_lead(items: list[str]) -> list[str]:
    """Items without what leads to the first (会同, 覆盖)."""
    bare = _LEAD.sub("", items[0])
    return [bare if len(bare) > 1 else items[0], *items[1:]]


def _unpaired(mine: list[str], theirs: list[str]) -> tuple[list[str], list[str], bool]:
    """The items of each list that the other has not, and whether others may not be the same."""
    left, true, doubtful = [*mine], [*theirs], False
    for like in (_WHOLLY, 1):
        for item in [*left]:
            same = [other for other in true if _alike(item, other) == like]
            if not same and item == mine[0]:
                # The first holds the words before the list, too.
                same = [other for other in true[:1] if other[-_SHORTEST:] == item[-_SHORTEST:]]
            if same:
                at = mine.index(item)
                true.remove(theirs[at] if theirs[at] in same else same[0])
                left.remove(item)
                doubtful = doubtful or like != _WHOLLY
    return left, true, doubtful


def _alike(mine: str, theirs: str) -> int:
    """2 for the same item, be it shortened; 1 for one that may be it; 0 for another."""
    short, long = sorted((mine, theirs), key=len)
    if short in long or _in_order(short, long):
        return _WHOLLY
    found = SequenceMatcher(None, mine, theirs).find_longest_match()
    return int(found.size >= max(_SHORTEST, _SHARED * len(short)))


def _in_order(short: str, long: str) -> bool:
    """住建 in 住房城乡建设."""
    rest = iter(long)
    return all(character in rest for character in short)


def _other_item(one: str, other: str, line: Line) -> Told | None:
    """One item in the place of another, if the sentence does not have it, nor one like it."""
    said, true = _unlike(one, other)
    if not said or not true or said in plain(line.text) or true in one:
        return None
    if true in variants_of(said) or said in variants_of(true):
        return None
    return Told(Verdict.CONTRADICTED, line, said, true)


def _unlike(one: str, other: str) -> tuple[str, str]:
    """Two items without the words that both end with (…部门), if those are many."""
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    return (one[:-shared], other[:-shared]) if shared >= _SHORTEST else (one, other)
