"""Who reports (报告主体): place and organ, from title, signature, page rows or file name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from corpus.model import Fact, Span
from corpus.places import places_at_start, short_form, steps_of
from corpus.untitled import organ_in_body, own_level, place_in_body, sounds_like_a_name
from corpus.words import words_of

if TYPE_CHECKING:
    from corpus.frame import Frame

__all__ = ["organ_of", "place_of"]

_NOISE = re.compile(
    r"^(?:20\d\d年?度?|今年以?来?|中国共产党|中共|关于|共青团|在|向|和|与|及|现将|对|全面|来源|发布机构|由|是|的|为|从|将|到|等|把|推动|推进)+"
)
_ORGANS_OF_TITLE = re.compile(
    r"(.{4,60}?(?:委员会|委|政府|局|厅|办公室))(?:\([^()]*\))?\s*(?:关于|20\d\d)", re.DOTALL
)
_BYLINE = re.compile("[\u4e00-\u9fff]{2,24}(?:局|厅|政府|委员会|委|办公室|管委会|办事处)")
_ISSUER = re.compile(
    r"(?:发布|发文|制发|公开|成文)(?:机构|机关|单位|部门)[\s:|】\]]*(?P<who>[\u4e00-\u9fff]{2,30})"
)
_BRANCH = re.compile("公安局(?P<place>[\u4e00-\u9fff]{2,6}?[区县市])分局")
"""广州市公安局增城区分局 reports for 增城区."""
_STREET = re.compile(
    "(?P<above>[\u4e00-\u9fff]{2,16}[区县市旗])人民政府(?P<street>[\u4e00-\u9fff]{2,6}街道)(?:办事处)"
)
"""岫榆区人民政府蓼堉街道办事处 reports for its street."""


def place_of(folded: str, frame: Frame, file: str) -> Fact | None:
    """Find the place that title or signature name, in full or by a province's short form.

    A report without either names its place in a row of its page, in its file name where the text
    bears that out, or in its sentences.
    """
    facts = [fact for fact in (frame.title, frame.signature.organ) if fact]
    named = [place for fact in facts for place in _places_in(folded, fact.span)]
    named = named or _places_in(folded, _byline(folded, frame))
    named = named or [place for line in frame.front for place in _assembly_of(folded, line)]
    named = named or [place for line in frame.front for place in _issuer_of(folded, line)]
    if not named:
        return (
            _province_by_short_form(folded, [fact.span for fact in facts])
            or _named_by_file(folded, file)
            or _province_by_short_form(folded, [line for line in frame.front if _is_short(line)])
            or _borne_out_by_we(folded, file, frame.body)
            or _borne_out_by_office(folded, file, frame.body)
            or _short_by_file(folded, file, frame.body)
            or (
                place_in_body(folded, frame.body)
                if _branch_that_says_we(folded, file) < 0
                else None
            )
        )
    counted = Counter(place.value for place in named)
    return max(named, key=lambda place: (len(steps_of(place.value)), counted[place.value]))


def organ_of(text: str, folded: str, frame: Frame, place: Fact | None, file: str) -> Fact | None:
    """Find the organ: who signs, who is named in the title or below it, or who speaks."""
    found = (
        frame.signature.organ
        or _organ_of_title(text, folded, frame.title)
        or _organ_below_title(text, folded, frame)
    )
    if found or (frame.title and places_at_start(frame.title.value)):
        return found
    return (
        organ_in_body(folded, frame.body, place)
        or _organ_by_file(folded, place, file)
        or _organ_that_says_we(folded, frame.body, place)
    )


def _organ_of_title(text: str, folded: str, title: Fact | None) -> Fact | None:
    """The organs named before 关于 in the title of a report that nobody signs."""
    found = _ORGANS_OF_TITLE.match(title.span.of(folded)) if title else None
    if title is None or found is None:
        return None
    span = Span(title.span.start, title.span.start + found.end(1))
    return Fact(value="、".join(span.of(text).split()), span=span)


def _organ_below_title(text: str, folded: str, frame: Frame) -> Fact | None:
    """The organ that stands alone on a line below a title which names none."""
    line = _byline(folded, frame)
    return Fact(value=line.of(text).strip(), span=line) if line.end > line.start else None


def _byline(folded: str, frame: Frame) -> Span:
    """The line below the title, or above, with nothing but an organ's name; empty if none is."""
    for line in frame.front:
        if frame.title is None:
            continue
        below = line.start >= frame.title.span.end
        above = not folded[line.end : frame.title.span.start].strip()
        if (below or above) and _BYLINE.fullmatch(line.of(folded).strip()):
            return line
    return Span(0, 0)


def _assembly_of(folded: str, line: Span) -> list[Fact]:
    """The place of the assembly that a speech is given to (在烟渡区第八届人民代表大会…)."""
    found = re.search(
        r"(?:在|日)?(?P<place>[\u4e00-\u9fff]{2,14}?)第[\d一二三四五六七八九十]+届(?:人民|人大)",
        line.of(folded),
    )
    if not found:
        return []
    bare = re.sub(r"^.*(?:在|日)", "", found["place"])
    if places_at_start(bare) != bare:
        return []
    start = line.start + found.end("place") - len(bare)
    return [Fact(value=bare, span=Span(start, start + len(bare)))]


def _issuer_of(folded: str, line: Span) -> list[Fact]:
    """The place of the office that a row of the page names (发布机构:松陂县人民政府)."""
    found = _ISSUER.search(line.of(folded))
    place = places_at_start(found["who"]) if found else ""
    if found is None or not place:
        return []
    start = line.start + found.start("who")
    return [Fact(value=place, span=Span(start, start + len(place)))]


def _places_in(folded: str, span: Span) -> list[Fact]:
    """The places with which the parts of a stretch begin."""
    found = []
    for part in re.finditer(r"[^\s、,。;:()]+", span.of(folded)):
        bare = _NOISE.sub("", part[0])
        if branch := _BRANCH.search(bare):
            start = span.start + part.end() - len(bare) + branch.start("place")
            found.append(
                Fact(value=branch["place"], span=Span(start, start + len(branch["place"])))
            )
            continue
        if street := _STREET.match(bare):
            start = span.start + part.end() - len(bare)
            value = street["above"] + street["street"]
            found.append(Fact(value=value, span=Span(start, start + street.end())))
            continue
        if place := places_at_start(bare):
            start = span.start + part.end() - len(bare)
            found.append(Fact(value=place, span=Span(start, start + len(place))))
    return found


_LONGEST_LINE = 60


def _is_short(line: Span) -> bool:
    """A line of a page and no paragraph, which may name any place."""
    return line.end - line.start <= _LONGEST_LINE


def _province_by_short_form(folded: str, spans: list[Span]) -> Fact | None:
    for span in spans:
        for full in words_of("provinces"):
            at = folded.find(short_form(full), span.start, span.end)
            if at >= 0:
                return Fact(value=full, span=Span(at, at + len(short_form(full))))
    return None


_STEM = re.compile(r"[\u4e00-\u9fff]+")
_NOT_WHO = re.compile("(?:关于|推进|法治|法制|依法|政府工作|年度|报告|工作总结).*")


def _who_of_file(file: str) -> str:
    """Who a file is named after: 松陂县农业农村局 of 松陂县农业农村局2024年报告.docx."""
    found = _STEM.search(file.rsplit(".", 1)[0])
    return _NOT_WHO.sub("", re.sub("^年?度?", "", found[0])) if found else ""


def _named_by_file(folded: str, file: str) -> Fact | None:
    """The place that the file is named after, if the text names it, too; as full as it does."""
    place = places_at_start(_who_of_file(file))
    if fuller := re.search(rf"[\u4e00-\u9fff]{{2,6}}{place}", folded) if place else None:
        words = _NOISE.sub("", fuller[0])
        if places_at_start(words) == words and sounds_like_a_name(words):
            return Fact(value=words, span=Span(fuller.end() - len(words), fuller.end()))
    for name in dict.fromkeys((place, short_form(steps_of(place)[-1]))) if place else ():
        at = folded.find(name)
        if at >= 0:
            return Fact(value=place, span=Span(at, at + len(name)))
    return None


_KINDS = {
    "局": "局", "厅": "厅", "委": "委", "会": "委", "办": "办", "室": "办", "院": "院", "镇": "镇",
    "乡": "乡", "道": "街道", "县": "县", "市": "市", "区": "区", "州": "州", "省": "省",
}  # fmt: skip
"""What the reporter calls itself behind 我, by the last character of its name (我局, 我街道)."""


def _borne_out_by_we(folded: str, file: str, body: Span) -> Fact | None:
    """The place of a file's name where the text names none but says 我局 of whom it is named after.

    The fact stands where the text says so.
    """
    who = _who_of_file(file)
    place = places_at_start(who)
    kind = _KINDS.get(who[-1:], "")
    at = folded.find(f"我{kind}", body.start, body.end) if kind else -1
    if not place or at < 0:
        return None
    return Fact(value=place, span=Span(at, at + 1 + len(kind)))


def _borne_out_by_office(folded: str, file: str, body: Span) -> Fact | None:
    """The place of a department's file where the text speaks of 市司法局 and names no place."""
    who = _who_of_file(file)
    place = places_at_start(who)
    office = place[-1:] + who.removeprefix(place)
    named = place and office != place[-1:] and office.endswith(("局", "厅", "委", "办"))
    at = folded.find(office, body.start, body.end) if named else -1
    return Fact(value=place, span=Span(at, at + len(office))) if at >= 0 else None


def _short_by_file(folded: str, file: str, body: Span) -> Fact | None:
    """The place that a department's file is named after in short, of the level that the text tells.

    岚舟交通局2022法治总结.txt: the text speaks of 市交通运输局, and of 岚舟 again and again.
    """
    found = _DEPARTMENT.fullmatch(_who_of_file(file))
    level = own_level(folded, body)
    if found is None or not level or found["place"] in words_of("departments"):
        return None
    name = found["place"]
    at = folded.find(name, body.start, body.end)
    if at < 0 or folded.count(name, body.start, body.end) < _OFTEN:
        return None
    return Fact(value=name + level, span=Span(at, at + len(name)))


_DEPARTMENT = re.compile("(?P<place>[\u4e00-\u9fff]{2,3}?)[\u4e00-\u9fff]{2,10}(?:局|委|厅)")
_OFTEN = 2


def _branch_that_says_we(folded: str, file: str) -> int:
    """Where 我局 stands in a report of the branch that its file is named after; −1 if it is none.

    榉汀自然资源分局: its place has no level by which it could be told.
    """
    who = _who_of_file(file)
    named = who.endswith("分局") and not places_at_start(who)
    return folded.find("我局") if named else -1


def _organ_that_says_we(folded: str, body: Span, place: Fact | None) -> Fact | None:
    """The department of the place that a text names in full and speaks of as 我局."""
    text = body.of(folded)
    ours = len(re.findall("我[省市县区州旗镇乡]", text))
    if place is None or not 0 < text.count("我局") >= ours:
        return None
    names = [place.value, steps_of(place.value)[-1]]
    for name in dict.fromkeys(names):
        found = re.search(rf"{name}[\u4e00-\u9fff]{{2,8}}?局(?!长)", folded)
        if found and not re.search("[和与的]", found[0][len(name) :]):
            return Fact(value=place.value + found[0][len(name) :], span=Span(*found.span()))
    return None


def _organ_by_file(folded: str, place: Fact | None, file: str) -> Fact | None:
    """The department that the file is named after, if the text speaks of it (市人社局)."""
    who = _who_of_file(file)
    bare = who.removeprefix(places_at_start(who))
    if place is None and (at := _branch_that_says_we(folded, file)) >= 0:
        return Fact(value=who, span=Span(at, at + 2))
    if place is None or not re.search("(?:局|厅|委|办|中心|院)$", bare):
        return None
    at = folded.find(bare)
    if at >= 0:
        return Fact(value=place.value + bare, span=Span(at, at + len(bare)))
    we = folded.startswith("我", place.span.start)
    return Fact(value=place.value + bare, span=place.span) if we else None
