"""How far two figures are named alike (同名程度): both ways, by words and their synonyms.

What the draft says must stand around the report's figure, and what the report calls its figure
must stand around the draft's: 办结的案件 lies within 受理并办结的案件, but is not the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.draft.atoms import canonical
from assistant.draft.model import AtomKind
from assistant.draft.words import acts_in, listed
from assistant.question.lexicon import Term, coverage, plain, terms_of
from corpus.model import FigureKind
from index.groups import sign

if TYPE_CHECKING:
    from assistant.evidence.reading import FigureView

__all__ = ["LEVEL", "Likeness", "alike", "direction", "levels_in", "name_terms"]

_ZONES = (
    ("own", 1.0), ("row", 0.95), ("subject", 0.9), ("segment", 0.88), ("after", 0.8),
    ("item", 0.78), ("earlier", 0.75), ("sentence", 0.75), ("before", 0.6), ("headings", 0.55),
)  # fmt: skip
_DOING = frozenset(("own", "row", "subject", "segment", "after", "sentence"))
_NUMBER = re.compile(r"\d")
_RATE_NAME = 3
_EVERYWHERE = re.compile("全(?:省|市|县|区|州|镇|乡|自治区|系统)|各级")
_ALL_OFFICES = re.compile("全[省市县区州镇乡][^,;。]{0,8}(?:系统|部门|机关)|各级")
_EXCEPT = re.compile(
    "(?:不算|不含|不包括|不计|扣除|除去|剔除|刨除|刨去|抛开|撇开|除开|去掉)[^,;。]{0,12}$"
)
_ALONE_IN = re.compile(r"(?:仅|单|光)(?:是|在|仅)?(?:20\d\d年|去年|今年|这|上|当)")
_NEWLY = re.compile("新[创组]?[建增设]")
_SUMMED = re.compile("累计|总计已|历年|以来|目前|截至|已(?:成功)?(?:创建|建成|建立)")
_RATE = re.compile(r"[\u4e00-\u9fff]{2}率$")
LEVEL = re.compile("(?:国家|自治区|[省市区县镇])级")
_SHORTENED = 0.85
"""What 执法 is worth for 行政执法."""
_FOUND = 0.5
_SUBJECT = 0.8
"""What a word of the subject weighs beside one of a name that says too little."""
_LENT = 0.4
"""The same for a report's subject, which a draft may leave out."""
_THIN, _THIN_BESIDE_A_VERB = 1.2, 1.0
"""Weight of a name that says too little for itself: its subject is part of it."""
_HELD = 1 << 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How far a figure of a draft and one of a report are named alike (相近程度)."""

    there: float
    """Share of the draft's words that stand around the report's figure."""
    back: float
    """Share of the report's words that stand around the draft's figure."""
    lost: tuple[Term, ...]
    """Notions of either name that the other does not have."""
    acts_apart: bool
    """They name different acts (受理, 办结)."""
    limited: bool
    """The draft speaks of a part (仅村一级) where the report does not."""
    rates_apart: bool
    """They are rates of different things (受理率, 办结率)."""
    levels_apart: bool
    """They name different levels (省级, 市级)."""
    opposed: bool
    """One rises where the other falls."""

    @property
    def score(self) -> float:
        """Both ways together."""
        low, high = sorted((self.there, self.back))
        return 0.6 * low + 0.4 * high - 0.12 * len(self.lost)


def alike(said: FigureView, true: FigureView) -> Likeness:
    """Compare a figure of a draft with one of a report."""
    there, lost = _covered(name_terms(said), true)
    back, missed = _covered(_named(_name(true, of=said), true.subject, _LENT), said)
    mine, theirs = direction(said), direction(true)
    return Likeness(
        there=there,
        back=back,
        lost=tuple(term for term in (*lost, *missed) if term.topic),
        acts_apart=_acts_apart(said, true),
        limited=(_limit(said) and not _limit(true)) or _wider(said, true),
        rates_apart=_rates_apart(said.own, true.own),
        levels_apart=_apart(levels_in(said.own), levels_in(true.own)),
        opposed=bool(mine and theirs and mine != theirs),
    )


@lru_cache(maxsize=_HELD)
def _terms(text: str) -> tuple[Term, ...]:
    return tuple(term for term in terms_of(text) if not re.fullmatch(r"[\d.%]+", term.text))


@lru_cache(maxsize=_HELD)
def _named(own: str, subject: str, share: float) -> tuple[tuple[Term, float], ...]:
    weighed = [(term, term.weight) for term in _terms(own)]
    nouns = sum(weight for term, weight in weighed if not term.verb)
    does = any(term.verb for term, _ in weighed)
    thin = nouns < (_THIN_BESIDE_A_VERB if does else _THIN)
    known = {term.text for term, _ in weighed}
    if thin:
        weighed += [(t, t.weight * share) for t in _terms(subject) if t.text not in known]
    return tuple(weighed)


def name_terms(view: FigureView) -> tuple[tuple[Term, float], ...]:
    """The words that name a figure, with their weights; its subject where it says too little."""
    return _named(_name(view), view.subject, _SUBJECT)


def _name(view: FigureView, of: FigureView | None = None) -> str:
    """The words that name a figure; of several rates in a row, the last, if `of` is the same."""
    own = view.own
    if view.figure.kind is FigureKind.CHANGE:
        for word in listed("comparing"):
            own = own.replace(word, "")
        return own or view.own
    last = plain(view.figure.indicator.split("、")[-1])
    if of is None or last == own or not _RATE.search(last):
        return own
    return last if plain(of.figure.indicator.split("、")[-1]).endswith(last[-_RATE_NAME:]) else own


def _covered(terms: tuple[tuple[Term, float], ...], view: FigureView) -> tuple[float, list[Term]]:
    weight = found = 0.0
    lost = []
    for term, worth in terms:
        best = 0.0
        for zone, factor in _ZONES:
            if factor <= best:
                break
            if term.act and zone not in _DOING:
                continue
            best = max(best, factor * _held(term, getattr(view, zone)))
        weight += worth
        found += worth * best
        if best < _FOUND and term.topic and worth >= term.weight * _SUBJECT:
            lost.append(term)
    return (found / weight if weight else 0.0), lost


@lru_cache(maxsize=_HELD * 8)
def _held(term: Term, zone: str) -> float:
    held = coverage(term, zone, rates=True)
    short = term.text.removeprefix("行政")
    if held < _SHORTENED and short != term.text and len(short) > 1 and short in zone:
        return _SHORTENED
    return held


def _acts_apart(said: FigureView, true: FigureView) -> bool:
    """Whether the acts differ that the names themselves say, or else the words around both."""
    if _converse(said.own, true.own):
        return False
    mine, theirs = _acts_of(said), _acts_of(true)
    if not mine and not theirs:
        return _apart(_acts_beside(said), _acts_beside(true))
    return _outcome_unknown(said, true) or _apart(
        mine or _lent_acts(said),
        theirs or _lent_acts(true),
    )


def _lent_acts(view: FigureView) -> frozenset[str]:
    """The acts around a name that has no verb of its own."""
    if any(term.verb and not term.act for term in _terms(view.own)):
        return frozenset()
    return acts_in(view.subject) or _acts_beside(view)


def _acts_of(view: FigureView) -> frozenset[str]:
    """The acts in a name; the 增加 of a change says which way it goes."""
    acts = acts_in(view.own)
    return acts - acts_in("增加") if view.figure.kind is FigureKind.CHANGE else acts


def _converse(mine: str, theirs: str) -> bool:
    """单位收到通知书 and 向单位发出通知书 tell one act from both ends."""
    gives, takes = (
        [any(word in name for word in listed(way)) for name in (mine, theirs)]
        for way in ("gives", "takes")
    )
    return (gives[0] and takes[1]) or (takes[0] and gives[1])


def _outcome_unknown(said: FigureView, true: FigureView) -> bool:
    """The draft tells what became of it (移送), which the report says nowhere around its number."""
    outcomes = [word for word in listed("outcomes") if word in said.own]
    if not outcomes:
        return False
    around = "".join(getattr(true, zone) for zone in _DOING)
    same = frozenset().union(*map(acts_in, outcomes)) & acts_in(around)
    return not same and not any(word in around for word in outcomes)


def _acts_beside(view: FigureView) -> frozenset[str]:
    """The acts around a name; those of a stretch with a number of its own are that number's."""
    return acts_in(view.row) or (frozenset() if _NUMBER.search(view.after) else acts_in(view.after))


def _apart(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Each names one that the other does not."""
    return bool(mine - theirs) and bool(theirs - mine)


def _rates_apart(mine: str, theirs: str) -> bool:
    one, other = _RATE.search(mine), _RATE.search(theirs)
    if one is None or other is None or one[0] == other[0]:
        return False
    if one[0] in theirs or other[0] in mine:
        return False
    return sign(one[0]) != sign(other[0])


def levels_in(words: str) -> frozenset[str]:
    """The levels (省级) that words name, each in one writing."""
    return frozenset(canonical(AtomKind.LEVEL, found[0]) for found in LEVEL.finditer(words))


def _limit(view: FigureView) -> bool:
    return (
        view.figure.parent is not None
        or any(word in view.row for word in listed("limits") if len(word) > 1)
        or (re.match(r"[^,]{0,6}仅(?![有剩达])", view.row) is not None)
        or _EXCEPT.search(view.earlier[: view.earlier.rfind(view.own)]) is not None
    )


def _wider(said: FigureView, true: FigureView) -> bool:
    """One year against a sum over several (累计), 全县 against 乡镇, 全省 against 厅本级."""
    mine = said.own + said.row
    alone = _ALONE_IN.search(said.earlier) or _NEWLY.search(mine)
    if alone and _SUMMED.search(true.row) and not _SUMMED.search(said.row):
        return not _NEWLY.search(true.own)
    everywhere = _EVERYWHERE.search(said.row) or _ALL_OFFICES.search(said.earlier)
    if not everywhere or _EVERYWHERE.search(true.own):
        return False
    limits = [word for word in listed("partial") if word in true.own]
    limits += [word for word in listed("partial_offices") if word in true.own + true.subject]
    return any(word not in mine + said.subject for word in limits)


def direction(view: FigureView) -> str:
    """Whether a change goes up or down, by the word that stands last before its number."""
    if view.figure.kind is not FigureKind.CHANGE:
        return ""
    text = view.row
    ends = {
        name: max((text.rfind(word) for word in listed(name)), default=-1)
        for name in ("up", "down")
    }
    if ends["up"] == ends["down"]:
        return ""
    return max(ends, key=lambda name: ends[name])
