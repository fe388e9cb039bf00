"""Questions that the reports do not answer (拒答题)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tests.invented.asking import Amount, Asker, Question
from tests.invented.data import indicators, table
from tests.invented.places import make_places, missing_twin

if TYPE_CHECKING:
    from tests.invented.data import Indicator

__all__ = [
    "indicator_absent",
    "level_mixed",
    "place_absent",
    "units_mixed",
    "unreported",
    "year_absent",
]

_BEYOND = 60
_OF_GAPS = 0.5


def place_absent(asker: Asker) -> Question | None:
    """A place that no report is about."""
    pool = make_places(_BEYOND, 987_654_321)
    bases = {place.base for place in asker.shelf.places.values()}
    options = [one.name for one in pool if one.level == "county" and one.base not in bases]
    return _refused(asker, "place_absent", asker.chance.choice(options), _year(asker), asker.key())


def level_mixed(asker: Asker) -> Question | None:
    """A district of that name does not exist; the city's number is no answer."""
    options = missing_twin(list(asker.shelf.places.values()))
    if not options:
        return None
    named, twin = asker.chance.choice(options)
    one = asker.key()
    year = _year(asker)
    known = asker.shelf.told(twin.name, year, one.key)
    if known is None:
        return None
    wrong = (Amount(value=known.value, unit=known.unit),)
    return _refused(asker, "place_absent", named, year, one, kind="level_mixed", must_not=wrong)


def year_absent(asker: Asker) -> Question | None:
    """A year without a report, of which no other year's report speaks."""
    year = asker.chance.choice((asker.shelf.first - 2, asker.shelf.newest + 1))
    name, one = asker.chance.choice(asker.names), asker.key()
    if asker.gaps and asker.chance.random() < _OF_GAPS:
        name, year = asker.chance.choice(asker.gaps)
    if not asker.shelf.silent(name, year, one.key):
        return None
    if not asker.shelf.told(name, asker.shelf.newest, one.key):
        return None
    return _refused(asker, "year_absent", asker.call(name), year, one)


def unreported(asker: Asker) -> Question | None:
    """An indicator that the place leaves out in that year; it is not zero."""
    one, year, name = asker.key(share=None), _year(asker), asker.chance.choice(asker.names)
    department = asker.shelf.places[name].level == "department"
    if one.whole or one.ratio or department or not asker.shelf.left_out(name, year, one.key):
        return None
    zero = (Amount(value=Decimal(0), unit=one.unit),)
    return _refused(
        asker, "indicator_absent", asker.call(name), year, one, kind="unreported", must_not=zero
    )


def indicator_absent(asker: Asker) -> Question | None:
    """Something that no report speaks of."""
    words = table("questions")["strangers"]
    number = asker.chance.randrange(len(words["label"]))
    name, year = asker.chance.choice(asker.names), _year(asker)
    q = asker.words(
        "figure",
        place=asker.call(name),
        when=asker.when(year),
        label=words["label"][number],
        ask=words["ask"][number],
        chat=words["ask"][number],
    )
    return asker.ask(
        "indicator_absent", q, [], refuse="indicator_absent", places=(name,), years=(year,), keys=()
    )


def units_mixed(asker: Asker) -> Question | None:
    """Cases and yuan are not added up."""
    name, year = asker.chance.choice(asker.names), _year(asker)
    first, second = asker.key(), asker.key()
    rows = [asker.shelf.exact(name, year, one.key) for one in (first, second)]
    known = [row for row in rows if row]
    if len(known) < 2 or first.unit == second.unit:
        return None
    q = asker.words(
        "units",
        place=asker.call(name), when=asker.when(year), first=first.label, second=second.label,
    )  # fmt: skip
    total = known[0].value + known[1].value
    wrong = tuple(Amount(value=total, unit=one.unit) for one in (first, second))
    return asker.ask(
        "units",
        q,
        [],
        refuse="units",
        must_not=wrong,
        places=(name,),
        years=(year,),
        keys=(first.key, second.key),
    )


def _year(asker: Asker) -> int:
    return asker.chance.choice(asker.years)


def _refused(
    asker: Asker,
    reason: str,
    called: str,
    year: int,
    one: Indicator,
    *,
    kind: str = "",
    must_not: tuple[Amount, ...] = (),
) -> Question:
    q = asker.words(
        "figure",
        place=called,
        when=f"{year}年",
        label=one.label,
        ask=asker.chance.choice(indicators()[one.key].ask),
        chat=asker.chance.choice(one.chat),
    )
    return asker.ask(
        kind or reason,
        q,
        [],
        refuse=reason,
        must_not=must_not,
        places=(called,),
        years=(year,),
        keys=(one.key,),
    )
