"""Numbers where a report says that there was none (无一败诉、零败诉)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.draft.model import Verdict
from assistant.draft.told import Told
from assistant.draft.words import act_words_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.draft.model import Claim
    from assistant.draft.sentence_shelf import Line

__all__ = ["none_of"]


def none_of(claim: Claim, lines: Iterable[Line]) -> Told | None:
    """What gainsays a number of something done, in sentences that speak of the same matter."""
    if claim.view is None or claim.view.figure.quantity.value < 1:
        return None
    words = "|".join(map(re.escape, act_words_in(claim.view.own)))
    if not words:
        return None
    none = re.compile(
        rf"(?:无一[件起例宗人]?|没有一[件起例宗人]|零)(?:被)?(?:{words})|(?:{words})(?:案件)?为零"
    )
    start = claim.span.start - claim.sentence_at
    said = re.split("[,;。]", claim.sentence[start:])[0]
    for line in lines:
        found = none.search(line.folded)
        if found is not None:
            return Told(Verdict.CONTRADICTED, line, said, found[0])
    return None
