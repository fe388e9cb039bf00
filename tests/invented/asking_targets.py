"""Questions on what was aimed at (目标题), and whether it was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.invented.asking import Asker, Question, amount
from tests.invented.data import indicators

if TYPE_CHECKING:
    from tests.invented.truth import Known

__all__ = ["target", "target_met"]

_MISSED = ("未", "没有", "低于", "不足", "差", "少于")
_NOT_MISSED = ("未完成", "没有完成", "未达到", "没有达到", "没达到", "没完成", "未达标")


def target(asker: Asker) -> Question | None:
    """What was aimed at."""
    known = _aim(asker)
    if known is None:
        return None
    q = asker.words("target", **_named(asker, known))
    return asker.ask("target", q, [known], years=(known.period,), must=(amount(known),))


def target_met(asker: Asker) -> Question | None:
    """The number of a year against what the report before aimed at."""
    known = _aim(asker)
    actual = known and asker.shelf.exact(known.place, known.period, known.key)
    if known is None or actual is None:
        return None
    met = actual.value >= known.value
    q = asker.words("target_met", **_named(asker, known))
    return asker.ask(
        "target_met",
        q,
        [known, actual],
        years=(known.period,),
        must=(amount(known), amount(actual)),
        must_not=_NOT_MISSED if met else (),
        any_of=() if met else (_MISSED,),
    )


def _aim(asker: Asker) -> Known | None:
    """A target of some report, for a year that no other report gives a target for."""
    one = asker.chance.choice([one for one in indicators().values() if one.targets])
    place = asker.chance.choice(asker.names)
    others = asker.shelf.others.get((place, one.key), ())
    aims = [known for known in others if known.kind == "target"]
    return asker.chance.choice(aims) if aims else None


def _named(asker: Asker, known: Known) -> dict[str, str]:
    return {
        "place": asker.call(known.place),
        "when": f"{known.period}年",
        "label": indicators()[known.key].label,
    }
