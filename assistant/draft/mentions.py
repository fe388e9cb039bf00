"""What a sentence says beside its numbers and honours (句中提及): lists, names, who did it.

A mention speaks up only where the reports bear it out or say another thing in the same place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.draft.model import AtomKind, Verdict
from assistant.draft.words import listed
from corpus.model import Span

if TYPE_CHECKING:
    from assistant.draft.model import Claim, Finding

__all__ = [
    "MENTIONS",
    "Slot",
    "honoured_in",
    "is_honour",
    "items_of",
    "lists_in",
    "mentions_in",
    "slots_in",
    "without_covered",
]

MENTIONS = frozenset(
    (
        AtomKind.LISTING,
        AtomKind.NAME,
        AtomKind.HONOURED,
        AtomKind.SLOT,
        AtomKind.PERSON,
        AtomKind.STATEMENT,
        AtomKind.VALUE,
    )
)
_ITEM = r"[\u4e00-\u9fff]{2,14}"
_LIST = re.compile(rf"{_ITEM}(?:、{_ITEM})+(?:[和及与]{_ITEM})?")
_QUOTED = re.compile(r"“[^“”]{2,30}”(?:联合|专项|特色)?[\u4e00-\u9fff]{0,5}?(?:宣讲团|行动|活动)?")
_LIST_ENDS = re.compile(
    "等|[一二三四五六七八九十两]+[个项类种门方支所家名部市县区镇乡村街][\u4e00-\u9fff]*|(?:力量|部门|单位|资源|领域)"
)
_TWO_PLACES = re.compile(
    "(?<=[与和同向对跟的])[\u4e00-\u9fff]{1,4}?(?P<kind>街道|社区|[省市州县区镇乡村])"
    "、[\u4e00-\u9fff]{1,4}?(?P=kind)"
    "|(?<=[与和同向对跟的])[\u4e00-\u9fff]{2,4}、[\u4e00-\u9fff]{2,4}(?=[两二][省市州县区镇乡村])"
)
"""与甲街道、乙街道, 与甲、乙两市."""
_LEAST_ITEMS = 3
_GETS = "(?<![查收捕渔缴抓截起])获(?![物取知悉利批准])"
_GOT = re.compile("(?<![查收捕渔缴抓截起])获$")
_MONTHLY = re.compile(r"每(?:月|季度?|年)\s?\d{1,2}\s?日|每周[一二三四五六日]")
_PERSON = re.compile(
    r"(?:(?<=[县区市镇乡州局厅省部]长)|(?<=书记)|(?<=主任)|(?<=[院所站队]长))[\u4e00-\u9fff]{2,3}(?=同志|带头|主持|带队|亲自|率队|出席|参加|签署)"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """Who stands in a turn of phrase (由…牵头), and which turn it is."""

    frame: int
    span: Span


def mentions_in(folded: str) -> list[tuple[AtomKind, Span]]:
    """The mentions of a sentence in reading order, none over another."""
    found = [(AtomKind.SLOT, slot.span) for slot in slots_in(folded)]
    found += [(AtomKind.LISTING, span) for span in lists_in(folded)]
    found += [(AtomKind.HONOURED, span) for span in honoured_in(folded)]
    found += [(AtomKind.PERSON, Span(*m.span())) for m in _PERSON.finditer(folded)]
    found += [(AtomKind.NAME, Span(*m.span())) for m in _MONTHLY.finditer(folded)]
    found += [(AtomKind.NAME, Span(*m.span())) for m in _QUOTED.finditer(folded)]
    kept: list[tuple[AtomKind, Span]] = []
    for kind, span in found:
        if not any(span.start < other.end and other.start < span.end for _, other in kept):
            kept.append((kind, span))
    return sorted(kept, key=lambda one: one[1])


def without_covered(findings: list[Finding]) -> list[Finding]:
    """Findings without those of whole sentences that say less than a mention in them does."""
    told = [one for one in findings if one.claim.kind in MENTIONS]
    left = [one for one in findings if not any(_covers(one, mention) for mention in told)]
    facts = [one for one in left if one.claim.kind is AtomKind.FACT]
    left = [one for one in left if not any(_says_no_more(one, fact) for fact in facts)]
    whole = [one.claim.span for one in left if one.claim.kind is AtomKind.STATEMENT]
    return [one for one in left if not any(_is_within(one, span) for span in whole)]


def _says_no_more(one: Finding, fact: Finding) -> bool:
    """A stretch of a sentence that is borne out as a whole."""
    borne = one.verdict is fact.verdict is Verdict.SUPPORTED
    stretch = one.claim.kind is AtomKind.STATEMENT
    return stretch and borne and fact.claim.span.covers(one.claim.span)


def _is_within(one: Finding, statement: Span) -> bool:
    """A name in a stretch that has a verdict as a whole."""
    return one.claim.kind is AtomKind.NAME and statement.covers(one.claim.span)


def _covers(one: Finding, mention: Finding) -> bool:
    whole = one.claim.kind in (AtomKind.FACT, AtomKind.SLOGAN)
    if not whole or one.claim.sentence_at != mention.claim.sentence_at:
        return False
    if not one.claim.span.covers(mention.claim.span):
        return False
    wrong = mention.verdict is Verdict.CONTRADICTED
    doubtful = one.verdict in (Verdict.SUPPORTED, Verdict.NOT_FOUND)
    return one.claim.kind is AtomKind.SLOGAN or (wrong and doubtful)


def is_honour(claim: Claim) -> bool:
    """Whether a quoted name is an honour that somebody got."""
    before = claim.sentence[: claim.span.start - claim.sentence_at]
    quoted = claim.kind is AtomKind.NAME and claim.text.startswith("“")
    before = before.rstrip("了为全国省市县区")
    return quoted and (before.endswith(listed("honoured_by")) or bool(_GOT.search(before)))


def lists_in(folded: str) -> list[Span]:
    """The lists of three and more in a text, and of two places; 把 before the first is no part."""
    spans = []
    for found in _LIST.finditer(folded):
        last = found.start() + found[0].rindex("、") + 1
        ends = _LIST_ENDS.search(folded, last + 2, found.end())
        spans.append(Span(found.start(), ends.start() if ends else found.end()))
    lists = [span for span in spans if len(items_of(span.of(folded))) >= _LEAST_ITEMS]
    pairs = [Span(*match.span()) for match in _TWO_PLACES.finditer(folded)]
    return sorted(
        [*lists, *(p for p in pairs if not any(p.start < s.end and s.start < p.end for s in lists))]
    )


def items_of(words: str) -> list[str]:
    """What a list lists."""
    *items, last = words.split("、")
    two = re.split("(?<=..)[和及与](?=..)", last, maxsplit=1)
    return [*items, *two]


def slots_in(folded: str) -> list[Slot]:
    """Who stands in the turns of phrase that name a doer."""
    return [
        Slot(frame, Span(*match.span(1)))
        for frame, (before, behind) in enumerate(_frames())
        for match in re.finditer(rf"(?:{before})([\u4e00-\u9fff]{{2,10}}?)(?={behind})", folded)
    ]


def _frames() -> tuple[tuple[str, str], ...]:
    lead, partner, task, honour = (
        "|".join(listed(name)) for name in ("led_by", "together_with", "handed_on", "honours")
    )
    return (
        ("由", lead),
        ("与|同|和|跟", partner),
        ("办结|完成|办理|落实|收到|承办", task),
        ("被|获得?", honour),
    )


def honoured_in(folded: str) -> list[Span]:
    """Who got an honour: the words between a stretch's beginning and the verb."""
    verbs = "|".join((*listed("honoured_by"), _GETS))
    who = r"(?:^|(?<=[,;:。、的]))[^,;:。、的\d“”《》]{3,22}?"
    pattern = rf"{who}(?=(?:20\d\d年度?)?(?:成功|先后|已经|已|还|也)*(?:{verbs})(?!感))"
    return [Span(*found.span()) for found in re.finditer(pattern, folded)]
