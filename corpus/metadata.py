"""What a report says of itself (报告信息): title, 文号, place, year reported on, organ, date."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from corpus.lines import lines_of
from corpus.model import Fact, Metadata, Section, Span
from corpus.places import place_in
from corpus.signature import Signature, read_signature
from corpus.words import words_of

_DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[(]\s?(?:19|20)\d\d\s?[〕\])]\s?\d{1,5}\s?号")
_SALUTATION = re.compile(
    r"^(?!.*(?:现将|如下))[\u4e00-\u9fff、,\s()]{1,40}(?:委|政府|代表|委员|厅|局|办|法制办|领导小组|会议|秘书长|同志们)[\u4e00-\u9fff、,\s]{0,20}:$"
)
_TITLE_END = re.compile(r"(?:报告|总结|情况|年报|通报|汇报)(?:\([^)]*\))?$")
_YEAR = re.compile(r"(20\d\d)\s?年?(?:度)?")
_FRONT = 24
"""How many lines a title, a 文号 and a salutation may take at most."""
_SHORTEST_PARAGRAPH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What surrounds a report's body (首尾): found first, since no heading can lie there."""

    title: Fact | None
    document_number: Fact | None
    addressee: Fact | None
    signature: Signature
    front: tuple[Span, ...]
    body: Span


def read_frame(text: str, folded: str) -> Frame:
    """Title, 文号, salutation and signature, and the range of the body between them."""
    lines = list(lines_of(text))
    front = _front(folded, lines)
    number = _document_number(text, folded, front)
    addressee = _addressee(text, folded, front)
    before = addressee.span.start if addressee else front[-1].end if front else 0
    title = _title(text, folded, front, before=before)
    signature = read_signature(text, folded, lines, front)
    known = [fact.span.end for fact in (title, number, addressee) if fact]
    start = max(known, default=0)
    end = signature.start if signature.start is not None else len(text)
    return Frame(
        title=title,
        document_number=number,
        addressee=addressee,
        signature=signature,
        front=tuple(front),
        body=Span(start, max(start, end)),
    )


def _front(folded: str, lines: list[Span]) -> list[Span]:
    """The lines before the first numbered heading or the first paragraph, whichever comes first."""
    front: list[Span] = []
    for line in lines[:_FRONT]:
        content = line.of(folded)
        if re.match(r"[一二三四五六七八九十]+、|\(一\)", content) or (
            content.endswith("。") and len(content) > _SHORTEST_PARAGRAPH
        ):
            break
        front.append(line)
    return front


def read_metadata(
    text: str, folded: str, frame: Frame, sections: tuple[Section, ...]
) -> Metadata:
    """The report's own properties, each with the place where it stands."""
    title, signature = frame.title, frame.signature
    named = [fact for fact in (title, signature.organ) if fact]
    return Metadata(
        title=title,
        document_number=frame.document_number,
        place=place_in(text, folded, named, list(frame.front)),
        organ=signature.organ or _organ_of_title(text, title),
        addressee=frame.addressee,
        issued=signature.issued,
        issued_on=signature.issued_on,
        year=_year(folded, title, sections, signature.issued_on),
    )


def _document_number(text: str, folded: str, front: list[Span]) -> Fact | None:
    """The 文号 that stands as a line of its own, or behind a label, before the body."""
    for line in front:
        found = _DOCUMENT_NUMBER.search(line.of(folded))
        if not found or not re.match(
            r"^(?:.{0,12}(?:文号|字号)[:\s|]*)?$", line.of(folded)[: found.start()].strip() or ""
        ):
            continue
        rest = line.of(folded)[found.end() :].strip()
        if rest and not re.match(r"^(?:签发|发布|\t|\s|\|)", rest) and len(rest) > 2:
            continue
        span = Span(line.start + found.start(), line.start + found.end())
        return Fact(value=re.sub(r"\s", "", span.of(text)), span=span)
    return None


def _addressee(text: str, folded: str, front: list[Span]) -> Fact | None:
    for line in front:
        if _SALUTATION.match(line.of(folded)):
            span = Span(line.start, line.end - 1)
            return Fact(value=span.of(text), span=span)
    return None


def _title(text: str, folded: str, front: list[Span], *, before: int) -> Fact | None:
    """The line that ends as a report's title does, with the organ lines of a joint title above."""
    candidates = [line for line in front if line.start < before]
    for position, line in enumerate(candidates):
        content = line.of(folded)
        if not _TITLE_END.search(content) or len(content) > 70 or _is_crumb(content):
            continue
        first = position
        while first > 0 and _continues_title(candidates[first - 1].of(folded), content):
            first -= 1
        span = Span(candidates[first].start, line.end)
        parts = [step.of(text) for step in candidates[first : position + 1]]
        return Fact(value="".join(parts), span=span)
    return None


def _is_crumb(content: str) -> bool:
    """A breadcrumb or a labelled row of a web page."""
    return bool(re.search(r"[>:|»]|首页|当前位置|\t", content))


def _continues_title(above: str, title: str) -> bool:
    """Whether the line above is the first part of a title over two or three lines."""
    if _is_crumb(above) or len(above) > 45 or _DOCUMENT_NUMBER.search(above) or "。" in above:
        return False
    if title.startswith(("关于", "2", "法治", "推进")):
        return bool(re.search(r"(?:委|政府|局|厅|办|会|院|省|市|县|区|镇|乡|年|年度|关于)$", above.strip()))
    return False


def _organ_of_title(text: str, title: Fact | None) -> Fact | None:
    """The organ named before 关于 in the title of a report that nobody signs."""
    if title is None:
        return None
    found = re.match(r"(.{4,40}?(?:委员会|委|政府|局|厅|办公室))(?:关于|20\d\d)", title.value)
    if not found:
        return None
    end = text.find(found[1][-1], title.span.start + len(found[1]) - 1) + 1
    return Fact(value=found[1], span=Span(title.span.start, max(end, title.span.start + 1)))


def _year(
    folded: str, title: Fact | None, sections: tuple[Section, ...], issued_on: date | None
) -> int | None:
    """The year reported on (报告年度), one before the year of issue.

    A heading that looks back on a year decides, then the title, then the date, then the year
    that the text names most.
    """
    looking_back = _year_looked_back_on(folded, sections)
    titled = _YEAR.search(title.span.of(folded)) if title else None
    year = int(titled[1]) if titled else None
    latest = issued_on.year if issued_on else None
    if looking_back and (year is None or looking_back in (year, year - 1)):
        return looking_back
    if year and latest and year == latest and issued_on and issued_on.month <= 6:
        return year - 1 if "政府工作报告" in (title.value if title else "") else year
    if year:
        return year
    if issued_on:
        return issued_on.year - (issued_on.month <= 9)
    counted = Counter(int(found[1]) for found in re.finditer(r"(20\d\d)年", folded))
    return counted.most_common(1)[0][0] if counted else None


def _year_looked_back_on(folded: str, sections: tuple[Section, ...]) -> int | None:
    backward = "|".join(words_of("looking_back"))
    for section in sections:
        found = re.search(rf"(20\d\d)年(?:度)?.*?(?:{backward})", section.heading.of(folded))
        if found and not re.search("|".join(words_of("looking_ahead")), section.heading.of(folded)):
            return int(found[1])
    return None
