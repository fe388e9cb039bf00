"""Two numbers that are asked for as one (从多少到多少): what was before, and what is now."""

from __future__ import annotations

from assistant.question.forms import form
from assistant.question.units import measure_pattern

__all__ = ["asked_once"]


def asked_once(core: str) -> str:
    """办理时限多少个工作日 for …从多少个工作日压到了多少个: two numbers, asked for as one."""
    found = form("before_and_now").search(core)
    if found is None:
        return core
    asked = max(
        (m.group() for m in measure_pattern().finditer(core, found.start())),
        key=len,
        default="多少",
    )
    behind = measure_pattern().match(f"多少{core[found.end() :]}")
    rest = f"多少{core[found.end() :]}"[behind.end() if behind else len("多少") :]
    return f"{core[: found.start()]}{asked}{rest}"
