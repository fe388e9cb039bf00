"""A second reader of claims without figures (另一位读者): a language model, where one is set.

The rules judge first. Only what they do not find is shown to the reader, and it may say nothing
but that a sentence of the reports says the same; it never accuses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from assistant.draft.model import Finding, Verdict
from assistant.draft.wording import shown_place
from assistant.draft.words import acts_in, listed
from assistant.question.lexicon import cut, plain, variants_of
from corpus.fold import fold
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.draft.model import Claim
    from assistant.model import Citation

__all__ = ["Opinion", "second_opinion"]


class Opinion(Protocol):
    """What reads one draft beside the rules (读者); made anew for each draft."""

    def supports(self, said: str, about: str, sentences: Sequence[Citation]) -> Citation | None:
        """The sentence that says what `said` does, of those given; None if none surely does.

        `about` is the place and year that the draft speaks of. Nothing is raised.
        """
        ...


def second_opinion(claim: Claim, sentences: Sequence[Citation], opinion: Opinion) -> Finding | None:
    """The finding of a reader that agrees; None leaves the verdict of the rules."""
    if not sentences:
        return None
    citation = opinion.supports(claim.text.strip(), claim.scope.said, sentences)
    if citation is None or citation not in sentences:
        return None
    if not _same_words(claim, citation):
        return None
    where = shown_place(citation.place, citation.year)
    return Finding(
        claim=claim,
        verdict=Verdict.SUPPORTED,
        reason=say("draft", "supported_by_reader", where=where),
        citations=(citation,),
    )


_DENIED = re.compile("不予|不得|不准|不许|不再|不罚|免予|免于|没有|没能|[未无](?!来|人机)")
_SHORTEST = 2


def _same_words(claim: Claim, citation: Citation) -> bool:
    """Whether a sentence holds every word of a claim, or one of the same meaning, and denies alike.

    A model that agrees with everything must not make 首次予以处罚 of 首次不予处罚.
    """
    said, true = fold(claim.text), plain(fold(citation.quote))
    if bool(_DENIED.search(said)) != bool(_DENIED.search(true)):
        return False
    if not acts_in(said) <= acts_in(true):
        return False
    around = true + plain(fold("".join((*citation.section, citation.place or "", citation.report))))
    known = around + f"{citation.year}年度" + "".join(listed("fillers"))
    return all(_is_in(word, known) for word in cut(said) if len(word) >= _SHORTEST)


def _is_in(word: str, known: str) -> bool:
    return any(variant in known for variant in (word, *variants_of(word)))
