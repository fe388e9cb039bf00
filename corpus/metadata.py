"""What a report says of itself (报告信息): title, 文号, place, year reported on, organ, date."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.ahead import looks_ahead
from corpus.model import Metadata, Section
from corpus.reporter import organ_of, place_of
from corpus.words import words_of

if TYPE_CHECKING:
    from datetime import date

    from corpus.frame import Frame

__all__ = ["read_metadata"]

_YEAR = re.compile(r"(20\d\d)\s?年?(?:度)?")
_FIRST_HALF = 6
_NINE_MONTHS = 9
_PLANS = re.compile(r"《[^》]*》|20\d\d\s?年?\s?[-—–~至]+\s?20\d\d\s?年")
"""《…规划(2021—2025年)》: years that a plan or a law is for."""
_OPENING = re.compile(r"现将.{0,24}?(20\d\d)\s?年")


def read_metadata(
    text: str, folded: str, frame: Frame, sections: tuple[Section, ...], *, file: str
) -> Metadata:
    """Read the report's own properties, each with the place where it stands."""
    signature = frame.signature
    place = place_of(folded, frame, file)
    return Metadata(
        title=frame.title,
        document_number=frame.document_number,
        place=place,
        organ=organ_of(text, folded, frame, place, file),
        addressee=frame.addressee,
        speaker=frame.speaker,
        issued=signature.issued,
        issued_on=signature.issued_on,
        year=_year(folded, frame, sections) or _year_of_file(file),
    )


def _year(folded: str, frame: Frame, sections: tuple[Section, ...]) -> int | None:
    """The year reported on (报告年度), one before the year of issue.

    A heading that looks back on a year decides, then the title, then the date, then the year
    that the text names most. A text that opens with its title's year is about that year,
    whatever a heading left over from the year before says.
    """
    title, issued_on = frame.title, frame.signature.issued_on
    titled = _YEAR.search(title.span.of(folded)) if title else None
    year = int(titled[1]) if titled else None
    looking_back = _year_looked_back_on(folded, sections, year, issued_on)
    opened = re.match(rf"\s*{year}\s?年[,度]", folded[frame.body.start : frame.body.end])
    if looking_back and not opened:
        return looking_back
    if year:
        early = issued_on and issued_on.year == year and issued_on.month <= _FIRST_HALF
        return year - 1 if early and title and "政府工作报告" in title.value else year
    opening = _OPENING.search(folded)
    if opening:
        return int(opening[1])
    if issued_on:
        return issued_on.year - (issued_on.month <= _NINE_MONTHS)
    told = _PLANS.sub(" ", folded)
    counted = Counter(int(found[1]) for found in re.finditer(r"(20\d\d)年", told))
    return counted.most_common(1)[0][0] if counted else None


_FILED = re.compile(r"(?<!\d)(20[0-4]\d)年(?:度)?[^\d]{0,12}(?:法治|依法行政|依法治|工作报告)")


def _year_of_file(file: str) -> int | None:
    """The year that a file is named after (松陂县2024年法治政府建设情况报告)."""
    found = _FILED.search(file)
    return int(found[1]) if found else None


def _year_looked_back_on(
    folded: str, sections: tuple[Section, ...], titled: int | None, issued_on: date | None
) -> int | None:
    """The year of a top heading such as 2024年工作回顾.

    Where the title names the next year, the heading decides only if that year is still ahead: a
    heading looks forward to it, or the report was issued in it, or it bears no date.
    """
    backward = "|".join(words_of("looking_back"))
    headings = [section.heading.of(folded) for section in sections if section.level == 0]
    planned = any(f"{titled}年" in heading and looks_ahead(heading) for heading in headings)
    still_ahead = planned or issued_on is None or issued_on.year == titled
    for heading in headings:
        found = re.search(rf"(20\d\d)年(?:度)?.*?(?:{backward})", heading)
        if not found or looks_ahead(heading) or re.search("整改|反馈", heading):
            continue
        year = int(found[1])
        if titled in {None, year} or (titled == year + 1 and still_ahead):
            return year
    return None
