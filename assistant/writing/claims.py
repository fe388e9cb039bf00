"""What a written sentence claims beyond its words (断言), each held against what it cites.

Every check gives the key of a reason (`prompts/writing.toml`, table `why`) or None. All are
strict in one direction: what is not plainly in the source is not said.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import rjieba

from assistant.grounding import numbers_of
from assistant.question.lexicon import cut, is_generic, is_verb, plain, variants_of
from assistant.writing.honours import honours
from assistant.writing.support import mentions_of, pairs_of
from assistant.writing.words import words
from corpus.numerals import CHINESE
from corpus.quantities import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.grounding import Number
    from assistant.writing.support import Mention, Support

__all__ = ["CHECKS"]

_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_HAN = re.compile(rf"[{CHINESE}半廿卅]+")
_LATIN = re.compile(r"[a-z]{2,}", re.IGNORECASE)
_NAME = re.compile(
    r"《([^《》]*)》|“([^“”]*)”|‘([^‘’]*)’|「([^「」]*)」|『([^『』]*)』|\"([^\"]*)\""
)
_LOOSE = re.compile(r"[《》“”‘’「」『』\"]")
_YEAR_WORDS = re.compile(r"(?<!\d)(\d{2,4})\s?(?=年(?!级))")
_YEAR = re.compile(r"\d{4}年度?")
_ALIKE = 0.5
"""Share of the words around a number that its source must hold."""
_FOUND = 0.62
"""Share of all character pairs of a sentence that its sources and the question must hold."""
_PIECE, _CLOSE = 2, 3
_BEFORE_NAMES = "年月日由经报向在对和与是为及被使让从到据按0123456789"
"""Characters that are no part of the name behind them."""


def numbers(said: str, support: Support, allowed: frozenset[Number]) -> str | None:
    """Each number, in any writing, with its unit and hedge."""
    if not numbers_of(said) <= support.numbers | allowed:
        return "number"
    left = _without_numbers(said)
    known = set(_DIGITS.findall(support.folded + support.around))
    if any(digits not in known for digits in _DIGITS.findall(left)):
        return "number"
    if any(not _written_so(said, run, support) for run in _HAN.finditer(left)):
        return "number"
    odd = {char for char in said if _other_numeral(char)}
    return "number" if any(char not in support.quotes for char in odd) else None


def _without_numbers(said: str) -> str:
    """The text with blanks for its quantities."""
    rest = list(said)
    for quantity in find_quantities(said):
        span = quantity.span
        rest[span.start : span.end] = " " * (span.end - span.start)
    return "".join(rest)


def _written_so(said: str, run: re.Match[str], support: Support) -> bool:
    """Whether numerals that are no quantity stand so in the source, or in a word that is none."""
    if _in_harmless(said, run.start(), run.end()):
        return True
    wide = (
        plain(said[max(0, run.start() - 1) : run.end()]),
        plain(said[run.start() : run.end() + 1]),
    )
    return any(len(piece) > len(run[0]) and piece in support.around for piece in wide)


def _in_harmless(said: str, start: int, end: int) -> bool:
    """Whether a stretch lies inside a word such as 进一步."""
    for word in words("harmless"):
        at = said.find(word, max(0, start - len(word) + 1), end + len(word))
        while 0 <= at < end:
            if at <= start and end <= at + len(word):
                return True
            at = said.find(word, at + 1, end + len(word))
    return False


def _other_numeral(char: str) -> bool:
    """①, Ⅲ, 叁, ٣ and other numerals that no reader of quantities sees."""
    if char.isascii() or char in CHINESE:
        return False
    return unicodedata.numeric(char, None) is not None


def latin(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Latin words may spell numbers or names."""
    source = (support.folded + support.around).lower()
    found = (word.lower() for word in _LATIN.findall(said))
    return "unsupported" if any(word not in source for word in found) else None


def attached(said: str, support: Support, allowed: frozenset[Number]) -> str | None:
    """Each number must be of what its source says it is of, and not of a neighbour's matter."""
    for mention in mentions_of(said):
        if mention.number in allowed and mention.number not in support.numbers:
            continue
        own = mention.pairs
        if not own:
            continue
        if len(own & support.pairs) < _ALIKE * len(own):
            return "attached"
        mine = [m for m in support.mentions if m.number == mention.number]
        others = [m for m in support.mentions if m.number != mention.number]
        if not any(_is_of(own, one, others) for one in mine):
            return "attached"
    return None


def _is_of(own: set[str], one: Mention, others: list[Mention]) -> bool:
    """Whether words are those of one number of the source rather than of any other.

    Words of the numbers before it count for it, too: 收到申请41件,受理37件.
    """
    shared = len(own & one.pairs)
    inherited = pairs_of(one.earlier)
    for other in others:
        theirs = own & other.pairs
        if _share(len(theirs), other) * _ALIKE > _share(shared, one):
            return False
        if len(theirs - one.pairs - inherited) > shared:
            return False
    return True


def _share(count: int, mention: Mention) -> float:
    """How much of a number's own words are said; none where it has none of its own."""
    return count / len(mention.pairs) if mention.pairs else 0.0


def names(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """What stands in 《》 or quotation marks, whole; a mark without its fellow is not read."""
    for groups in _NAME.findall(said):
        quoted = plain("".join(groups))
        if not quoted or quoted not in support.around:
            return "quotation"
    return "quotation" if _LOOSE.search(_NAME.sub("", said)) else None


def years(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Each year, in digits; the gate of all answers looks at them again."""
    found = set(_YEAR_WORDS.findall(said))
    return "year" if any(f"{year}年" not in support.around for year in found) else None


def levels(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Levels, honours and ranks (省级, 全国, 示范, 首个)."""
    bare = plain(said)
    return "level" if any(w in bare and w not in support.around for w in words("levels")) else None


def literal(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Degrees, causes, comparisons and vague amounts."""
    bare = plain(said)
    if any(w in bare and w not in support.around for w in words("literal")):
        return "unsupported"
    return None


def directions(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """增长 only where the source says that something grew, 下降 where it fell."""
    bare = plain(said)
    for name in ("rises", "falls"):
        if any(w in bare for w in words(name)) and not any(
            w in support.quotes for w in words(name)
        ):
            return "polarity"
    return None


def denials(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """没有 and 未 only where the source denies the same, and never left out."""
    bare = plain(said)
    for word in words("denials"):
        for found in re.finditer(re.escape(word), bare):
            if _in_harmless(bare, found.start(), found.end()):
                continue
            piece = bare[found.start() : found.end() + 1]
            if piece not in support.around:
                return "polarity"
    return "polarity" if _denial_lost(bare, support.quotes) else None


@cache
def _denial() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("denials"))))


def _denial_lost(bare: str, quotes: str) -> bool:
    """Whether something that the source says only with 未, 不, 没有 or 无 is said without."""
    for found in _denial().finditer(quotes):
        piece = quotes[found.end() : found.end() + 2]
        if len(piece) < _PIECE or _in_harmless(quotes, found.start(), found.end()):
            continue
        if piece in bare and _affirmed(piece, bare) and not _affirmed(piece, quotes):
            return True
    return False


def _affirmed(piece: str, text: str) -> bool:
    """Whether a piece stands anywhere without a denial close before it."""
    return any(
        not _denial().search(text, max(0, found.start() - _CLOSE), found.start())
        for found in re.finditer(re.escape(piece), text)
    )


def places(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Names of places and organs: their last two characters and ending must stand in the source."""
    bare = plain(said)
    for ending in words("place_ends"):
        for found in re.finditer(re.escape(ending), bare):
            if not _no_place(bare, found.start(), found.end()) and not _named(
                bare, found.start(), found.end(), support.around
            ):
                return "place"
    for ending in words("organ_ends"):
        for found in re.finditer(re.escape(ending), bare):
            if not _named(bare, found.start(), found.end(), support.around):
                return "place"
    return None


def _no_place(bare: str, start: int, end: int) -> bool:
    """社区, 市场, 全区: words that only look like the end of a name."""
    for word in words("no_places"):
        at = bare.find(word, max(0, start - len(word) + 1), end + len(word))
        if 0 <= at <= start and end <= at + len(word):
            return True
    return False


def _named(bare: str, start: int, end: int, around: str) -> bool:
    """Whether the source has the ending behind the same two characters, or one that begins it."""
    if start >= _PIECE and bare[start - _PIECE : end] in around:
        return True
    begins = start < _PIECE or bare[start - _PIECE] in _BEFORE_NAMES
    return begins and bare[max(0, start - 1) : end] in around


def unsupported(said: str, support: Support, _allowed: frozenset[Number]) -> str | None:
    """Most of a sentence must be its source's words, and every name must."""
    bare = _YEAR.sub(" ", _without_numbers(said))
    own = {pair for piece in bare.split() for pair in pairs_of(plain(piece))}
    if not own or len(own & support.pairs) < _FOUND * len(own):
        return "unsupported"
    known = support.around + support.asked
    strange = [word for word in cut(bare) if len(word) > 1 and not _known(word, known)]
    strange = [w for w in strange if not is_generic(w) and not is_verb(w)]
    if len(strange) > 1 or any(_is_proper(word) for word in strange):
        return "unsupported"
    return None


def _known(word: str, known: str) -> bool:
    return any(variant in known for variant in variants_of(word)) or word.isdigit()


def _is_proper(word: str) -> bool:
    tags = [tag for _, tag in rjieba.tag(word)]
    return any(tag in {"nr", "ns", "nt", "nz", "nrt", "nrfg"} for tag in tags)


CHECKS: tuple[Callable[[str, Support, frozenset[Number]], str | None], ...] = (
    years,
    numbers,
    latin,
    names,
    levels,
    honours,
    places,
    denials,
    directions,
    literal,
    attached,
    unsupported,
)
"""Every check, in the order in which a reason is given; texts are folded."""
