"""Which evidence is good enough to answer with (取舍): words decide, meaning helps, doubt refuses.

A figure answers if every notion asked for stands near it. A word that is missing is forgiven only
where the sentence is among the nearest in meaning, and never if it is one of the field's notions:
行政诉讼 is not 行政复议, however near the two may lie.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.evidence.admissible import lacks_for_certain
from assistant.evidence.doing_first import doing_first
from assistant.evidence.fellows import goes_on, in_one_sentence, named_as_asked
from assistant.evidence.gather import closely
from assistant.evidence.heads import counts_head
from assistant.question.units import unit_class

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.evidence.fit import Fit
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.question.asks import Ask
    from corpus.model import Figure

_SURE = 0.72
"""Share of words found near by which a figure answers without a look at meaning."""
_FAIR = 0.65
"""The same where only ordinary verbs are missing."""
_CLEAR = 0.15
"""Lead over the next figure by which words alone decide though an ordinary verb is missing."""
_ENOUGH = 0.5
"""Share of words found that meaning may make up for."""
_SOME = 0.3
"""Share of words found that is enough where the sentence is very near in meaning."""
_LOOKS = 16
"""Figures of either ranking that are looked at."""
_RANKS = 2
_BY_WORDS, _BY_OWN_MEANING, _BY_SENTENCE, _BY_LEAD = 3.41, 46.5, 23.3, 3.33
_EVEN_ODDS = 65.99
_FAR = 0.8
_LEAD_BEHIND, _LEAD_AHEAD = 0.2, 0.5
_BESIDE = 0.3
_TIE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The figures that answer an ask, one a report; or, if there are none, the nearest."""

    hits: tuple[FigureHit, ...]
    nearest: tuple[FigureHit, ...] = ()
    other_year: bool = False
    """There would be an answer in a year that was not asked for."""


def choose_figure(
    ask: Ask,
    scope: Scope,
    evidence: Evidence,
    taken: frozenset[Figure] = frozenset(),
    anchor: FigureHit | None = None,
    *,
    words_only: bool = False,
) -> Choice:
    """Decide on the figures for an ask; those `taken` by another ask are left out.

    With `words_only` meaning is not looked at, and what words leave open stays open.

    With an `anchor`, the figure that answered the part before, one in its sentence needs fewer
    words of its own: 新签了多少个项目,签下来多少钱 is answered by one sentence.
    """
    if not ask.terms and not ask.context:
        return Choice(hits=())
    by_words = _free(evidence.figures(ask, scope), taken)
    if anchor is not None and (next_to := goes_on(ask, by_words, anchor)):
        return Choice(hits=(next_to,))
    beside = doing_first(ask, [hit for hit in by_words if _beside(hit, anchor)])
    if anchor is not None and ask.change:
        beside.sort(key=lambda hit: anchor.view.own not in hit.view.subject)
    if beside and beside[0].fit.score + _BESIDE >= by_words[0].fit.score:
        return Choice(hits=tuple(beside[:1]))
    named = doing_first(ask, named_as_asked(ask, by_words))
    if named and _sure(named[0].fit):
        return Choice(hits=_ties([hit for hit in named if _sure(hit.fit)]))
    if words_only:
        return Choice(hits=_ties(by_words) if _stands_out(by_words) else ())
    near = evidence.meaning(ask.text, scope)
    ranked = _free(evidence.figures(ask, scope, near), taken)
    seen = evidence.looked_at(ask.text, _shortlist(by_words, ranked))
    named = _counting_the_noun(ask, named_as_asked(ask, seen))
    accepted = [
        hit
        for hit in named[:_RANKS]
        if _sure(hit.fit)
        or (
            _counted_alike(ask, hit)
            and not _lacks_the_part(ask, hit.fit)
            and _convincing(hit, _rivals(hit, seen, named))
        )
    ]
    if accepted:
        return Choice(hits=_ties(accepted))
    if scope.years and _elsewhere(ask, scope, evidence):
        return Choice(hits=(), nearest=tuple(seen[:1]), other_year=True)
    return Choice(hits=(), nearest=tuple(hit for hit in seen[:1] if hit.fit.covered >= _ENOUGH))


def _counting_the_noun(ask: Ask, hits: list[FigureHit]) -> list[FigureHit]:
    """Where the first counts what is asked for (多少问题), no other thing that is counted."""
    if not hits or not counts_head(ask, hits[0].view):
        return hits
    return [hit for hit in hits if counts_head(ask, hit.view)]


def _lacks_the_part(ask: Ask, fit: Fit) -> bool:
    """Whether a part alone is asked for and not named: 罚款2764.5万元 is not that of 治超."""
    return ask.text.startswith("其中") and any(
        len(term.text) > 1 and not term.text.endswith("了") for term in fit.missing
    )


def _rivals(hit: FigureHit, seen: list[FigureHit], named: list[FigureHit]) -> list[FigureHit]:
    """What a hit has to lead over: its rivals, and those behind it whose name is less than its."""
    return [*named, *(other for other in seen[seen.index(hit) :] if other not in named)]


def _stands_out(hits: list[FigureHit]) -> bool:
    """Whether the first lacks ordinary verbs alone (聘有 for 聘请) and leads clearly."""
    if not hits or any(not term.verb or term.concept for term in hits[0].fit.missing):
        return False
    best = hits[0]
    others = [hit for hit in hits[1:] if hit.view.own != best.view.own or _in_one_report(hit, best)]
    lead = best.fit.score - max((hit.fit.score for hit in others), default=0.0)
    return best.fit.covered >= _FAIR and lead >= _CLEAR


def _in_one_report(one: FigureHit, other: FigureHit) -> bool:
    return one.reading.report.id == other.reading.report.id


def _shortlist(by_words: list[FigureHit], ranked: list[FigureHit]) -> list[FigureHit]:
    """The figures worth a look at their meaning: best by words, and best with their sentences'."""
    return list({id(hit.view): hit for hit in (*by_words[:_LOOKS], *ranked[:_LOOKS])}.values())


def _counted_alike(ask: Ask, hit: FigureHit) -> bool:
    """Whether meaning may decide: 份 handed out are never 场 held, however near the sentences."""
    have = unit_class(hit.view.figure.quantity.unit)
    return {ask.unit_class, have} != _APART


_APART = {"paper", "time"}


def _convincing(hit: FigureHit, seen: Sequence[FigureHit]) -> bool:
    """Whether words, meaning and the lead over the next figure together make an answer likely.

    The weights are those of a logistic regression over golden questions, half of which had their
    answer taken away, so that the next best figure had to be refused.
    """
    if lacks_for_certain(hit.fit.missing, hit.view):
        return False
    others = [o for o in seen if o is not hit and o.reading.report.id == hit.reading.report.id]
    lead = closely(hit) - max(map(closely, others), default=0.0)
    lead = min(max(lead, -_LEAD_BEHIND), _LEAD_AHEAD)
    odds = (
        _BY_WORDS * hit.fit.score
        + _BY_OWN_MEANING * (hit.close or 0.0)
        + _BY_SENTENCE * max(hit.near, _FAR)
        + _BY_LEAD * lead
    )
    return odds > _EVEN_ODDS


def choose_figures(asks: Sequence[tuple[Ask, Scope]], evidence: Evidence) -> tuple[Choice, ...]:
    """The figures for the asks of one question: no figure answers two of them.

    Where two asks want the same figure, the one that fits it better keeps it.
    """
    choices: list[Choice] = []
    anchor: FigureHit | None = None
    for ask, scope in asks:
        choices.append(choose_figure(ask, scope, evidence, anchor=anchor))
        if anchor is None and choices[-1].hits:
            anchor = choices[-1].hits[0]
    if anchor is not None:  # what the first part left open may stand beside what a later one found
        for place, (ask, scope) in enumerate(asks):
            if not choices[place].hits:
                taken = frozenset(hit.view.figure for one in choices for hit in one.hits)
                again = choose_figure(ask, scope, evidence, taken, anchor)
                choices[place] = again if again.hits else choices[place]
    for better, worse in _clashes(choices):
        if not choices[better].hits:
            continue  # it lost its figure to another ask
        taken = frozenset(hit.view.figure for hit in choices[better].hits)
        ask, scope = asks[worse]
        kept = choices[better].hits[0]
        choices[worse] = choose_figure(ask, scope, evidence, taken, kept)
    return tuple(choices)


def _clashes(choices: list[Choice]) -> list[tuple[int, int]]:
    """Pairs of asks that chose one figure, the better fit first."""
    pairs = []
    for first, one in enumerate(choices):
        for second in range(first + 1, len(choices)):
            other = choices[second]
            if one.hits and other.hits and one.hits[0].view.figure == other.hits[0].view.figure:
                worse_first = one.hits[0].fit.score < other.hits[0].fit.score
                pairs.append((second, first) if worse_first else (first, second))
    return pairs


def _elsewhere(ask: Ask, scope: Scope, evidence: Evidence) -> bool:
    any_year = evidence.figures(ask, replace(scope, years=()))
    return bool(any_year) and _sure(any_year[0].fit)


def _beside(hit: FigureHit, anchor: FigureHit | None) -> bool:
    if anchor is None or not in_one_sentence(hit, anchor):
        return False
    return hit.fit.covered >= _SOME and not any(term.concept for term in hit.fit.missing)


def _free(hits: list[FigureHit], taken: frozenset[Figure]) -> list[FigureHit]:
    return [hit for hit in hits if hit.view.figure not in taken]


def _sure(fit: Fit) -> bool:
    return fit.covered >= _SURE and not fit.missing


def _ties(hits: Sequence[FigureHit]) -> tuple[FigureHit, ...]:
    """The best figure, and those of other reports that fit as well."""
    best = hits[0]
    kept = {best.reading.report.id: best}
    for hit in hits[1:]:
        same = hit.fit.score >= best.fit.score - _TIE
        if same and hit.reading.report.id not in kept:
            kept[hit.reading.report.id] = hit
    return tuple(kept.values())
