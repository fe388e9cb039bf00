"""Reports read as drafts of themselves (以报告自核): what is said of true statements only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.draft.check import Checker
from assistant.draft.model import Verdict
from tests.assistant.shelves import MemoryShelf
from tests.golden.corpora import CORPORA

if TYPE_CHECKING:
    from assistant.draft.model import Finding

__all__ = ["OwnWords", "own_words"]


@dataclass(slots=True)
class OwnWords:
    """What became of the claims of a library's own reports (自核得分)."""

    counts: Counter[Verdict] = field(default_factory=Counter)
    doubted: list[tuple[str, Finding]] = field(default_factory=list)
    """The file and the finding of each that is neither borne out nor left alone."""

    def add(self, file: str, finding: Finding) -> None:
        """Count one finding."""
        self.counts[finding.verdict] += 1
        if finding.verdict in _DOUBTS:
            self.doubted.append((file, finding))

    def share(self, *verdicts: Verdict) -> float:
        """Share of all findings that have one of some verdicts."""
        return sum(self.counts[one] for one in verdicts) / max(1, self.counts.total())

    @property
    def accused(self) -> list[str]:
        """The true statements that are called false, with why."""
        return [
            f"{file}: {finding.claim.text} ({finding.reason})"
            for file, finding in self.doubted
            if finding.verdict is Verdict.CONTRADICTED
        ]


_DOUBTS = (Verdict.CONTRADICTED, Verdict.DIFFERENT_SCOPE, Verdict.NOT_FOUND)


def own_words(corpus: str, about: str = "") -> OwnWords:
    """Check each report of a corpus, or those of one place, as a draft against all of them."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in CORPORA[corpus].files}
    checker = Checker(MemoryShelf(named=texts))
    scores = OwnWords()
    for file, text in texts.items():
        for finding in checker.check(text) if about in file else ():
            scores.add(file, finding)
    return scores


def main() -> None:
    """Print a row for each corpus whose reports are here, and what is doubted."""
    print("| 语料 | 结论 | 不一致 | 口径不同 | 库中未载 |\n|---|---|---|---|---|")
    for name, corpus in CORPORA.items():
        if not corpus.files:
            continue
        scores = own_words(name)
        told = " | ".join(f"{scores.counts[one]} ({scores.share(one):.2%})" for one in _DOUBTS)
        print(f"| {name} | {scores.counts.total()} | {told} |", flush=True)
        for line in scores.accused:
            print(f"    {line}")


if __name__ == "__main__":
    main()
