"""What a sentence may rest on (依据): the cited words, laid out once for all checks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.grounding import numbers_of
from assistant.question.lexicon import plain
from corpus.fold import fold
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from assistant.grounding import Number
    from assistant.model import Citation

__all__ = ["Mention", "Support", "mentions_of", "pairs_of", "support_of"]

_STOP = ",;:。!?\n()"
_FILLER = re.compile(
    r"20\d\d年度?|全[年省市区县]|[共达为是有的了和与及其中在对将已约近超余]|累计|共计|合计|以上|\d+|[%.]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A number of a text and the words that say what it counts (数与所指)."""

    number: Number
    words: str
    """From the number before to the end of its own stretch, without the number."""
    earlier: str = ""
    """The words of the numbers before it in the sentence, which may name its matter, too."""

    @property
    def pairs(self) -> set[str]:
        """Its own words by twos."""
        return pairs_of(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The citations of a sentence as the checks read them (依据)."""

    citations: tuple[Citation, ...]
    quotes: str
    """The quoted words alone, without spaces and marks."""
    around: str
    """The quoted words with headings, report titles and places."""
    folded: str
    """The quoted words with their marks."""
    mentions: tuple[Mention, ...]
    numbers: frozenset[Number]
    names: str = ""
    """The headings, report titles and places alone."""
    asked: str = ""
    """The words of the question; they may name what a number is of, never a number itself."""
    pairs: frozenset[str] = field(default_factory=frozenset)
    """Every two characters in a row of `around` and `asked`."""


@lru_cache(maxsize=256)
def support_of(citations: tuple[Citation, ...], asked: str = "") -> Support:
    """Lay citations out; `asked` is the question, or the topic, in the asker's words."""
    folded = "\n".join(fold(citation.quote) for citation in citations)
    names = [
        fold("".join((*c.section, c.report, c.place or "", c.document_number or "")))
        for c in citations
    ]
    beside = plain("\n".join(names))
    quotes, around = plain(folded), plain(folded + "\n") + beside
    around += "".join(f"{c.year}年" for c in citations if c.year)
    question = plain(fold(asked))
    return Support(
        citations=tuple(citations),
        quotes=quotes,
        around=around,
        folded=folded,
        mentions=tuple(m for c in citations for m in mentions_of(fold(c.quote))),
        numbers=frozenset(number for c in citations for number in numbers_of(c.quote)),
        names=beside,
        asked=question,
        pairs=frozenset(pairs_of(around) | pairs_of(question)),
    )


def mentions_of(folded: str) -> list[Mention]:
    """Every quantity of a text with the words that it belongs to."""
    quantities = list(find_quantities(folded))
    found: list[Mention] = []
    earlier, sentence = "", 0
    for place, quantity in enumerate(quantities):
        begin = max(folded.rfind(mark, 0, quantity.span.start) + 1 for mark in "。\n")
        earlier, sentence = (earlier if begin == sentence else ""), begin
        before = max(begin, quantities[place - 1].span.end if place else 0)
        after = quantities[place + 1].span.start if place + 1 < len(quantities) else len(folded)
        words = (
            folded[before : quantity.span.start] + " " + _behind(folded, quantity.span.end, after)
        )
        words = plain(_FILLER.sub(" ", words))
        number = (quantity.value.normalize(), quantity.unit, quantity.hedge)
        found.append(Mention(number=number, words=words, earlier=earlier))
        earlier += words + " "
    return found


def _behind(folded: str, start: int, stop: int) -> str:
    """The noun behind a number (10类创建指标), up to the next mark."""
    marks = [at for mark in _STOP + "、" if (at := folded.find(mark, start, stop)) >= 0]
    return folded[start : min(marks, default=stop)]


def pairs_of(text: str) -> set[str]:
    """Every two characters in a row."""
    return {text[at : at + 2] for at in range(len(text) - 1)}
