"""A language model's part in an answer (成文), as escaped HTML: what was checked, what was not."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from assistant.grounding import numbers_of
from prompts import say, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.model import Statement, Written

__all__ = ["written_view"]


def written_view(written: Written, statements: Sequence[Statement]) -> str:
    """The line under an answer; the sentences that did not pass lie folded up below it."""
    parts = []
    if written.notice:
        parts.append(f'<p class="note">{escape(written.notice)}</p>')
    if written.sentences:
        by = escape(say("writing", "written_by", model=written.model))
        parts.append(f'<p class="checked"><strong>{_checked(statements)}</strong> {by}</p>')
    if written.dropped:
        parts.append(_dropped(written))
    return "".join(parts)


def _checked(statements: Sequence[Statement]) -> str:
    """数字已核对 3/3: every number shown stands in a sentence that is cited."""
    stands = sum(len(numbers_of(statement.text)) for statement in statements)
    return say("writing", "checked", stands=stands) if stands else say("writing", "checked_none")


def _dropped(written: Written) -> str:
    why = table("writing")["why"]
    reasons = why if isinstance(why, dict) else {}
    items = "".join(
        f'<li><span class="said">{escape(one.text)}</span> '
        f'<span class="why">{escape(reasons.get(one.why, ""))}</span></li>'
        for one in written.dropped
    )
    label = say("writing", "dropped_label", count=len(written.dropped))
    return f'<details class="dropped"><summary>{label}</summary><ul>{items}</ul></details>'
