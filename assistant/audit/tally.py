"""Where checks put what they find and count (核查记录)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assistant.audit.model import Checked, Finding, FindingKind, Severity
from prompts import say

if TYPE_CHECKING:
    from assistant.audit.model import Term

__all__ = ["Tally"]

_OFTEN = 4
"""One disagreement in so many is still one of the same place."""


class Tally:
    """Findings and counts of one run."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._counts: Counter[str] = Counter()

    def count(self, what: str, number: int = 1) -> None:
        """Remember that something was checked; `what` is a field of `Checked`."""
        self._counts[what] += number

    def take(self, other: Tally, *, compared: int) -> None:
        """Take over what holding two reports against each other gave.

        Two that disagree in most of what was compared do not speak of the same place or body:
        then nothing is said.
        """
        self._counts += other._counts
        if len(other.findings) <= max(1, compared // _OFTEN):
            self.findings += other.findings

    def counted(self, what: str) -> int:
        """How often something was checked."""
        return self._counts[what]

    def find(
        self,
        kind: FindingKind,
        terms: tuple[Term, ...],
        *,
        severity: Severity = Severity.CONTRADICTION,
        sentence: str = "",
        **details: object,
    ) -> None:
        """Put a finding into words; it is charged to the report of the first number."""
        self.findings.append(
            Finding(
                kind=kind,
                severity=severity,
                report_id=terms[0].citation.report_id,
                text=say("audit", sentence or kind.value, **details),
                terms=terms,
            )
        )

    @property
    def checked(self) -> Checked:
        """The counts so far."""
        return Checked(**self._counts)
