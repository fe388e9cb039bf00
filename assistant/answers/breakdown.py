"""The parts of a number, each with its own (分类构成): 立案按领域怎么分, 包括哪几类,各多少户."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.evidence.choose import choose_figure
from assistant.model import Answer
from assistant.question.asks import ask_of
from assistant.wording.statements import figure_statement

if TYPE_CHECKING:
    from assistant.evidence.gather import Evidence, FigureHit, Scope
    from assistant.evidence.reading import FigureView
    from assistant.question.query import Query

__all__ = ["Breakdown"]

_PARTS = re.compile(
    r"(?:,?(?:里面?|中|其中)?,?(?:都|主要|一共)?(?:按(?!照|时|期|规|要求)[^,?]{1,6}?(?:来)?(?:怎么|如何|是怎么)?(?:分|划分|构成)的?"
    r"|(?:包括|包含|涵盖|分为|分成|分|有)(?:了)?哪(?:几|些)[类种块个级项]?|分[几哪]+[类种块级]|(?:怎么|如何)(?:分类?|构成)的?|由哪[几些][类种]?构成))"
    r"[^,?]{0,6}[,?]*(?:分别|各自?|每[类种级个])(?:是|有|为|占)?(?:多少|几)[^,?]{0,2}"
)
_FEWEST = 2
_NEXT = 1


class Breakdown:
    """市场主体包括哪几类,各多少户."""

    def accepts(self, query: Query) -> bool:
        """The parts are asked for, and how many each has."""
        return _PARTS.search(query.core) is not None

    def answer(self, query: Query, scope: Scope, evidence: Evidence) -> Answer | None:
        """Each part with its number; None where the report does not break the number down."""
        asked = _PARTS.search(query.core)
        whole = ask_of(f"{_PARTS.sub('', query.core).rstrip(',?')}有多少") if asked else None
        if asked is None or whole is None or not whole.terms:
            return None
        if one := re.search("(?:多少|几)(?P<unit>[^,?]{1,2})$", asked[0]):
            whole = replace(whole, unit_class=ask_of(f"多少{one['unit']}").unit_class)
        hits = choose_figure(whole, scope, evidence).hits
        if len(hits) != 1:
            return None
        parts = _parts_of(hits[0])
        if len(parts) < _FEWEST:
            return None
        return Answer(
            statements=tuple(figure_statement(replace(hits[0], view=part)) for part in parts)
        )


def _parts_of(hit: FigureHit) -> list[FigureView]:
    """What a 其中 belongs to the number, or what follows it and adds up to it exactly."""
    views = hit.reading.figures
    own = views.index(hit.view)
    whole = hit.view.figure.quantity
    parts = [view for view in views if view.figure.parent == own]
    if parts:
        return [part for part in parts if part.figure.quantity.unit == whole.unit]
    total = whole.value * 0
    for view in views[own + 1 :]:
        if view.figure.sentence - hit.view.figure.sentence > _NEXT:
            break
        if view.figure.quantity.unit != whole.unit:
            continue
        parts.append(view)
        total += view.figure.quantity.value
        if total >= whole.value:
            break
    return parts if total == whole.value else []
