"""What a question leaves out of its matter (除外): 地方性法规几部,不算规章."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.evidence.gather import FigureHit
    from assistant.question.asks import Ask

__all__ = ["holds_what_is_left_out", "parted"]

_NOT = r"(?:不算|不计|不含|不包括|不包含|别算|别计|剔除|除去|除开|扣除|排除|刨去|刨除|撇开)"
_BEHIND = re.compile(
    rf"[,?;。(]\s*(?:但|并|且|其中)?{_NOT}(?:上|入|进)?(?P<what>[\u4e00-\u9fff]{{2,12}}?)"
    r"(?:在内|的|后|以外|之外)?\)?(?=[,?;。]|$)"
    r"|[,?;。(]\s*(?P<one>[\u4e00-\u9fff]{2,12}?)(?:除外|不算|不计)(?:在内|入|进去)?\)?(?=[,?;。]|$)"
)


def parted(core: str) -> tuple[str, str]:
    """A question without the clause that leaves something out, and what that is."""
    found = _BEHIND.search(core)
    if found is None:
        return core, ""
    what = found["what"] or found["one"]
    return core[: found.start()] + core[found.end() :], re.sub("的$", "", what)


def holds_what_is_left_out(ask: Ask, hit: FigureHit) -> bool:
    """Whether a number may count what is left out, too.

    It does not where the report counts that beside it and not among it (地方性法规2部、规章1部), or
    says that it is left out.
    """
    if not ask.without:
        return False
    if re.search(rf"{_NOT}[^,;。]*{re.escape(ask.without)}", hit.view.spoken):
        return False
    if ask.without in hit.view.own:
        return True
    named = [view for view in hit.reading.figures if ask.without in view.own]
    mine = hit.reading.figures.index(hit.view)
    return not named or any(view.figure.parent == mine for view in named)
