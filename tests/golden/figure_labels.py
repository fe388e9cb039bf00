"""Hand-labelled figures against extracted ones (指标抽取测评): precision and recall.

A label is met by the figure at its very place with the same value, unit, hedge and kind, if its
name, or the topic before it, holds the labelled head. Labels marked optional count neither way.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.fold import fold
from corpus.model import Hedge, Span

if TYPE_CHECKING:
    from corpus.model import Figure, Report

__all__ = ["FOLDER", "Label", "Score", "read_labels", "score"]

FOLDER = Path(__file__).parent / "figures"
_HEDGES = {
    "": {Hedge.EXACT},
    "余": {Hedge.MORE},
    "近": {Hedge.NEAR},
    "约": {Hedge.ABOUT},
    "以上": {Hedge.AT_LEAST},
    "以内": {Hedge.AT_MOST},
    "超": {Hedge.OVER},
    "数": {Hedge.SOME},
    "至": {Hedge.RANGE},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One figure as a reader sees it (人工标注)."""

    span: Span
    """The marked stretch in the report's text."""
    head: str
    topic: str
    value: Decimal
    unit: str
    hedge: str
    kind: str
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How extraction and labels agree, with every disagreement in words."""

    met: int
    labels: int
    figures: int
    faults: tuple[str, ...]

    @property
    def precision(self) -> float:
        """Share of the extracted figures that meet a label."""
        return self.met / self.figures if self.figures else 1.0

    @property
    def recall(self) -> float:
        """Share of the labels that are met."""
        return self.met / self.labels if self.labels else 1.0


def read_labels(path: Path, text: str) -> list[Label]:
    """The labels of a file, found in the report's text; raises `ValueError` if a quote is not."""
    return [_label(json.loads(line), text) for line in path.read_text("utf-8").splitlines()]


def _label(row: dict[str, str], text: str) -> Label:
    quote = row["quote"]
    before, marked, after = (
        quote.partition("⟦")[0],
        quote[quote.index("⟦") + 1 : quote.index("⟧")],
        quote.partition("⟧")[2],
    )
    bare = before + marked + after
    if text.count(bare) != 1:
        raise ValueError(bare)
    start = text.index(bare) + len(before)
    return Label(
        span=Span(start, start + len(marked)),
        head=row["head"],
        topic=row.get("topic", ""),
        value=Decimal(row["value"]),
        unit=row["unit"],
        hedge=row["hedge"],
        kind=row["kind"],
        optional=bool(row.get("optional", False)),
    )


def score(report: Report, labels: list[Label]) -> Score:
    """Compare the figures up to the last label with the labels."""
    end = max(label.span.end for label in labels)
    figures = [f for f in report.figures if f.quantity.span.start < end]
    left = list(figures)
    met, faults = 0, []
    for label in labels:
        at = [f for f in left if _meets(f.quantity.span, label.span)]
        for figure in at:
            left.remove(figure)
        if label.optional:
            figures = [f for f in figures if f not in at]
            continue
        wrong = _wrong(at[0], label) if at else "not read"
        if wrong:
            faults.append(f"{label.span.of(report.text)} ({label.head}): {wrong}")
        else:
            met += 1
    faults += [f"{report.quote(f.quantity.span)} ({f.indicator}): no figure" for f in left]
    wanted = sum(not label.optional for label in labels)
    return Score(met=met, labels=wanted, figures=len(figures), faults=tuple(faults))


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _wrong(figure: Figure, label: Label) -> str:
    """What differs; empty if nothing does."""
    quantity = figure.quantity
    if quantity.value != label.value:
        return f"value {quantity.value}"
    if fold(quantity.unit) != fold(label.unit) and not _same_measure(quantity.unit, label):
        return f"unit {quantity.unit}"
    if quantity.hedge not in _HEDGES[label.hedge]:
        return f"hedge {quantity.hedge.value}"
    if figure.kind.value != label.kind:
        return f"kind {figure.kind.value}"
    names = "".join(fold(figure.indicator + "|" + figure.subject).split())
    head = "".join(fold(label.head).split())
    return "" if _bare(head) in _bare(names) else f"name {figure.indicator} | {figure.subject}"


def _same_measure(unit: str, label: Label) -> bool:
    """类 and 大类 are one measure; 台(套) is read as 台."""
    wanted = fold(label.unit).partition("(")[0]
    return bool(unit) and bool(wanted) and (unit.endswith(wanted) or wanted.endswith(unit))


def _bare(words: str) -> str:
    return words.translate(str.maketrans("", "", '“”"《》‘’的'))
