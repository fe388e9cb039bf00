"""Questions on one place and year (单点题): figures, several at once, shares, conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.invented.asking import Amount, Asker, Question, amount
from tests.invented.data import indicators
from tests.invented.numbers import one_decimal

if TYPE_CHECKING:
    from tests.invented.places import Place
    from tests.invented.truth import Known

__all__ = ["conflict", "figure", "several", "share"]


def figure(asker: Asker) -> Question | None:
    """What a report says."""
    one = asker.key(share=None)
    known = _any(asker, one.key)
    if known is None:
        return None
    q = asker.words(
        "figure",
        place=asker.call(known.place),
        when=asker.when(known.year),
        label=one.label,
        ask=asker.chance.choice(one.ask),
        chat=asker.chance.choice(one.chat),
    )
    return asker.ask("figure", q, [known], must=(amount(known),), must_not=_mistaken(asker, known))


def several(asker: Asker) -> Question | None:
    """Two or three indicators of one place."""
    known = _any(asker, asker.key(share=None).key)
    if known is None:
        return None
    rows = [known]
    for _ in range(asker.chance.randint(1, 2)):
        other = asker.shelf.told(known.place, known.year, asker.key(share=None).key)
        if other is None or any(other.key == row.key for row in rows):
            return None
        rows.append(other)
    labels = [indicators()[row.key].label for row in rows]
    said = "、".join(labels[:-1]) + "和" + labels[-1]
    q = asker.words(
        "several", place=asker.call(known.place), when=asker.when(known.year), labels=said
    )
    return asker.ask("several", q, rows, must=tuple(amount(row) for row in rows))


def share(asker: Asker) -> Question | None:
    """A part of its whole in percent."""
    one = asker.chance.choice([one for one in indicators().values() if one.whole])
    part = _any(asker, one.key)
    whole = part and asker.shelf.exact(part.place, part.year, one.whole)
    if part is None or whole is None:
        return None
    percent = one_decimal(part.value * 100 / whole.value)
    q = asker.words(
        "share",
        place=asker.call(part.place),
        when=asker.when(part.year),
        part=one.label,
        whole=indicators()[one.whole].label,
    )
    must = (amount(part), amount(whole), Amount(value=percent, unit="%"))
    return asker.ask("share", q, [part, whole], must=must)


def conflict(asker: Asker) -> Question | None:
    """A number that two reports give differently: both must be told."""
    options = [flaw for flaw in asker.shelf.flaws if flaw.kind == "conflict"]
    if not options:
        return None
    flaw = asker.chance.choice(options)
    rows = asker.shelf.cells[flaw.key][flaw.place, flaw.year]
    one = indicators()[flaw.key]
    q = asker.words(
        "figure",
        place=asker.call(flaw.place),
        when=asker.when(flaw.year),
        label=one.label,
        ask=asker.chance.choice(one.ask),
        chat=asker.chance.choice(one.chat),
    )
    return asker.ask("conflict", q, rows, must=tuple(amount(row) for row in rows))


def _any(asker: Asker, key: str) -> Known | None:
    return asker.shelf.told(asker.chance.choice(asker.names), asker.chance.choice(asker.years), key)


def _mistaken(asker: Asker, known: Known) -> tuple[Amount, ...]:
    """Numbers that a careless answer would give: a target, last year's, the namesake's."""
    shelf = asker.shelf
    wrong = [
        one
        for one in shelf.others.get((known.place, known.key), ())
        if (one.kind == "target" and one.period == known.year)
        or (one.year == known.year and one.period == known.year - 1)
    ]
    here = shelf.places[known.place]
    namesakes = [name for name, place in shelf.places.items() if _is_near(here, place)]
    wrong += [
        one for name in namesakes for one in shelf.cells[known.key].get((name, known.year), ())
    ]
    values = {one.value: amount(one) for one in wrong if one.value != known.value}
    return tuple(Amount(value=value, unit=one.unit) for value, one in values.items())


def _is_near(here: Place, other: Place) -> bool:
    """Whether two are easily taken for each other: namesakes, a city and its department."""
    if "department" in {here.level, other.level}:
        return here.upper == other.name or other.upper == here.name
    return here.base == other.base and here.name != other.name
