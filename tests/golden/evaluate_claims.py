"""`make eval-claims`: golden claims and injected errors, as tables (核稿测评).

`python -m tests.golden.evaluate_claims [--count N] [--seed N] [--verbose]`
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from assistant.draft.check import Checker
from assistant.draft.model import Verdict
from corpus.read import read_report
from tests.assistant.shelves import MemoryShelf
from tests.golden.corpora import CORPORA
from tests.golden.injection import KINDS, Injected, inject, inject_words
from tests.invented.world import World

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.draft.model import Finding

__all__ = [
    "LIBRARIES",
    "SETS",
    "Scores",
    "checker_of",
    "golden_scores",
    "injected_scores",
    "texts_of",
]

_CLAIMS = Path(__file__).parent / "claims"
_BORNE_OUT = (Verdict.SUPPORTED, Verdict.APPROXIMATE)
_UNFLAGGED = (*_BORNE_OUT, Verdict.NOT_CHECKABLE)
_NUMBERS = frozenset(("rounded", "digit", "scale", "year", "place", "indicator", "direction"))
_WORLDS = {
    "world": World(places=8, years=3, seed=11, flaws=False),
    "large": World(places=20, years=3, seed=5, flaws=False),
}
"""Invented worlds; the large one has more reports than are read whole."""
LIBRARIES = ("real", "reports", "world", "large")
SETS = {
    "dev": "real",
    "second": "real",
    "third": "trials",
    "fourth": "counties",
    "fifth": "cities",
    "sixth": "offices",
    "seventh": "shires",
    "eighth": "wards",
    "ninth": "districts",
    "tenth": "bureaus",
    "eleventh": "papers",
    "twelfth": "speeches",
}
"""Golden claims by their file, with the library that they are held against."""
_CORPORA = {
    "real": ("anju", "provinces"),
    "reports": ("anju", "invented", "fresh", "more"),
    "trials": ("trial", "second"),
    "counties": ("plain", "latest"),
    "cities": ("varied", "kin"),
    "offices": ("third",),
    "shires": ("trial", "plain", "varied"),
    "wards": ("fifth",),
    "districts": ("sixth", "counties", "provinces"),
    "bureaus": ("drafts",),
    "papers": ("papers",),
    "speeches": ("speeches",),
}


@cache
def texts_of(library: str) -> dict[str, str]:
    """The reports of a library by their file names: real ones, invented ones, invented worlds."""
    if library in _WORLDS:
        return {one.stem: one.text for one in _WORLDS[library].reports()}
    files = [path for name in _CORPORA[library] for path in CORPORA[name].files]
    return {path.stem: path.read_text(encoding="utf-8") for path in files}


@cache
def checker_of(library: str) -> Checker:
    """A checker over a library; nothing needs an encoder."""
    return Checker(MemoryShelf(named=texts_of(library)))


@dataclass(slots=True)
class Scores:
    """How injected errors came out (注入得分)."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    corrected: int = 0
    accused_rightly: int = 0
    """Contradicted, of what is wrong in number: these must be corrected rightly."""

    def add(self, one: Injected, finding: Finding | None) -> None:
        """Count one draft."""
        silent = Verdict.NOT_FOUND if one.kind in _NUMBERS else Verdict.NOT_CHECKABLE
        verdict = finding.verdict if finding else silent
        self.counts[one.kind, verdict.value] += 1
        if verdict is Verdict.CONTRADICTED and one.kind in {"digit", "scale"} and finding:
            self.accused_rightly += 1
            self.corrected += _same(finding.correction or "", one.true)

    def of(self, kinds: Iterable[str], *verdicts: str) -> int:
        """How many of some kinds got one of some verdicts; all of them if none is named."""
        kinds = set(kinds)
        return sum(
            n for (k, v), n in self.counts.items() if k in kinds and (not verdicts or v in verdicts)
        )

    @property
    def false_alarms(self) -> float:
        """Share of true claims that are flagged."""
        true = ("true", "rounded")
        return 1 - self.of(true, *(v.value for v in _UNFLAGGED)) / max(1, self.of(true))

    @property
    def accusations(self) -> float:
        """Share of true claims that are contradicted."""
        return self.of(("true", "rounded"), "contradicted") / max(1, self.of(("true", "rounded")))

    @property
    def f1(self) -> float:
        """Of flagging what is wrong, with everything but 一致 and 约数一致 for a flag."""
        wrong = [kind for kind in KINDS if kind not in {"true", "rounded"}]
        caught = self.of(wrong) - self.of(wrong, *(v.value for v in _UNFLAGGED))
        flagged = caught + self.of(("true", "rounded")) * self.false_alarms
        precision, recall = caught / max(1, flagged), caught / max(1, self.of(wrong))
        return 2 * precision * recall / max(1e-9, precision + recall)

    @property
    def correct(self) -> float:
        """Share of the wrong numbers contradicted whose correction is the report's number."""
        return self.corrected / max(1, self.accused_rightly)


def _same(one: str, other: str) -> bool:
    return re.sub(r"\s", "", one) == re.sub(r"\s", "", other)


def injected_scores(library: str, *, seed: int, count: int, explain: bool = False) -> Scores:
    """Inject errors into a library's sentences and check them against it."""
    reports = [read_report(text, file=name) for name, text in texts_of(library).items()]
    scores, checker = Scores(), checker_of(library)
    random = Random(seed)  # noqa: S311 - a seed, no secret
    drafts = [*inject(reports, random, count), *inject_words(reports, random, count // 5)]
    for one in drafts:
        finding = _at(checker.check(one.text), one.at, one.at + len(one.said))
        scores.add(one, finding)
        if explain:
            _explain(one, finding)
    return scores


def _at(findings: Sequence[Finding], start: int, end: int) -> Finding | None:
    near = [f for f in findings if f.claim.span.start < end and start < f.claim.span.end]
    flagged = [f for f in near if f.verdict not in _UNFLAGGED]
    return next(iter(flagged or near), None)


def _explain(one: Injected, finding: Finding | None) -> None:
    flagged = finding is not None and finding.verdict not in _UNFLAGGED
    if flagged != one.wrong or (one.kind in {"digit", "scale"} and finding and finding.correction
                                and not _same(finding.correction, one.true)):  # fmt: skip
        said = f"{finding.verdict.value} {finding.correction} {finding.reason}" if finding else "-"
        print(
            f"{one.kind} {one.said} ({one.true}, {one.file})\n  {one.text!r}\n  {said}",
            file=sys.stderr,
        )


def golden_scores(name: str, *, explain: bool = False) -> Counter[str]:
    """Golden claims of a file against its library."""
    lines = (_CLAIMS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    counts: Counter[str] = Counter()
    checker = checker_of(SETS[name])
    for line in lines:
        row = json.loads(line)
        _judge(row, checker.check(row["text"]), counts, explain=explain)
    return counts


def _judge(
    row: dict[str, Any], findings: Sequence[Finding], counts: Counter[str], *, explain: bool
) -> None:
    named: set[int] = set()
    for claim in row["claims"]:
        start = row["text"].find(claim["text"])
        end = start + len(claim["text"])
        near = [f for f in findings if f.claim.span.start < end and start < f.claim.span.end]
        named |= {id(one) for one in near}
        right = next((f for f in near if f.verdict.value == claim["verdict"]), None)
        counts["claims"] += 1
        counts["right"] += right is not None
        borne = claim["verdict"] in {v.value for v in _BORNE_OUT}
        counts["borne out"] += borne
        accused = any(f.verdict is Verdict.CONTRADICTED for f in near)
        counts["accused wrongly"] += accused and claim["verdict"] != Verdict.CONTRADICTED.value
        if right is not None and claim["correction"]:
            counts["contradicted"] += 1
            counts["corrected"] += _means(right.correction or "", claim["correction"])
        if explain and right is None:
            got = [(f.claim.text, f.verdict.value, f.correction) for f in near]
            print(f"{row['id']} {row['text']!r}\n  {claim['verdict']} {claim['text']}: {got}",
                  file=sys.stderr)  # fmt: skip
    counts["accused wrongly"] += sum(
        f.verdict is Verdict.CONTRADICTED for f in findings if id(f) not in named
    )


def _means(one: str, other: str) -> bool:
    """The same words, or the same number within more words (7个 and 7个省级)."""
    mine, theirs = (re.sub(r"\s", "", words) for words in (one, other))
    return mine in theirs or theirs in mine


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables of the README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--library", nargs="+", choices=LIBRARIES, default=LIBRARIES)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args(arguments)
    print("| 题集 | 主张 | 结论正确 | 更正正确 | 错怪 |\n|---|---|---|---|---|")
    for name in SETS:
        c = golden_scores(name, explain=options.verbose and name != "held")
        print(f"| {name} | {c['claims']} | {c['right']} ({c['right'] / c['claims']:.1%}) "
              f"| {c['corrected']}/{c['contradicted']} | {c['accused wrongly']} |")  # fmt: skip
    print(
        "\n| 注入 | 条数 | 检出 F1 | 真话被疑 | 真话被判不一致 | 更正正确 |\n"
        "|---|---|---|---|---|---|"
    )
    for library in options.library:
        s = injected_scores(
            library, seed=options.seed, count=options.count, explain=options.verbose
        )
        corrected = f"{s.corrected}/{s.accused_rightly} ({s.correct:.1%})"
        print(f"| {library} | {s.of(KINDS)} | {s.f1:.3f} | {s.false_alarms:.1%} "
              f"| {s.accusations:.1%} | {corrected} |")  # fmt: skip
        for kind in KINDS:
            told = {v.value: s.of([kind], v.value) for v in Verdict}
            print(f"    {kind}: " + ", ".join(f"{v} {n}" for v, n in told.items() if n))


if __name__ == "__main__":
    main()
