"""The town, street or village that a question names (镇街村社): a part of a reporting place."""

from __future__ import annotations

import re

import rjieba

from corpus.places import short_form
from corpus.untitled import sounds_like_a_name

__all__ = ["town_in"]

_TOWN = re.compile(
    r"^的?(?P<name>(?![各全乡镇村街辖下这那哪几多本该所每农城两三四五六七八九十试示重特中建])(?:(?![的给对向为在与和及被把从由年月日城时])[\u4e00-\u9fff]){1,4}?"
    r"(?:街道|镇|乡|村|社区))"
    r"(?![长级里上内办镇乡村道民委两规容貌])"
)
_SETTLEMENT = ("村", "社区")


def town_in(core: str) -> tuple[str, ...]:
    """The town, street or village that a question begins with; the evidence has to speak of it."""
    found = _TOWN.match(core)
    if found is None or not sounds_like_a_name(found["name"]) or found["name"].endswith("乡镇"):
        return ()
    if found["name"].endswith(_SETTLEMENT) and not _is_own(found["name"]):
        return ()
    return (found["name"],)


def _is_own(name: str) -> bool:
    """Whether a village's name is its own, and no kind of village (示范村, 智慧社区)."""
    bare = name.removesuffix("村") if name.endswith("村") else short_form(name.removesuffix("社区"))
    return not any(
        len(word) > 1 and rjieba.has_word(word) and not tag.startswith(("ns", "nr"))
        for word, tag in rjieba.tag(bare)
    )
