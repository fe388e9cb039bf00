"""Comments in a Word draft (批注): at the very words, with a colour for the verdict.

Runs are split only where a claim begins or ends inside one. Parts of the file that hold no claim
are given back byte by byte.
"""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from assistant.draft.model import Verdict
from assistant.draft.render import comment_of
from prompts import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

    from assistant.draft.model import Finding
    from assistant.draft.word_text import Letter, WordDraft

__all__ = ["annotate"]

_COLOURS = {
    Verdict.SUPPORTED: "green",
    Verdict.APPROXIMATE: "cyan",
    Verdict.CONTRADICTED: "red",
    Verdict.DIFFERENT_SCOPE: "yellow",
    Verdict.NOT_FOUND: "lightGray",
}
_ALWAYS_NEW = frozenset(
    ("[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml")
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotate(
    data: bytes,
    draft: WordDraft,
    findings: Sequence[Finding],
    accepted: Mapping[int, str] | None = None,
) -> bytes:
    """The file with a comment for every finding that needs one; `data` is the file as it was.

    `accepted` are corrections to write in place of the words, by the finding's place.
    """
    touched: set[str] = set()
    accepted = accepted or {}
    replaced: list[tuple[list[_Element], str]] = []
    # From the back: what stands before a split keeps its place.
    for number in sorted(range(len(findings)), key=lambda at: -findings[at].claim.span.start):
        if findings[number].verdict not in _COLOURS:
            continue
        instead = accepted.get(number)
        runs = _mark(draft, findings[number], touched, instead)
        if runs and instead is not None:
            replaced.append((runs, instead))
    for runs, instead in replaced:
        _write(runs, instead)
    for name, root in draft.stories.items():
        if name in touched:
            draft.parts[name]._blob = etree.tostring(  # noqa: SLF001 - a part without a model
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
    saved = BytesIO()
    draft.document.save(saved)
    return _with_untouched(data, saved.getvalue(), touched)


def _mark(
    draft: WordDraft, finding: Finding, touched: set[str], instead: str | None
) -> list[_Element]:
    """Colour and comment the words of a finding; gives the runs that hold them."""
    span = finding.claim.span
    letters = [letter for letter in draft.letters[span.start : span.end] if letter.node is not None]
    if not letters:
        return []
    runs = _runs_of(letters)
    for run in runs:
        _colour(run, _COLOURS[finding.verdict if instead is None else Verdict.SUPPORTED])
    story = letters[0].story
    anchors = runs if story == "body" else _anchors(draft, runs[0], story)
    if story not in {"body", "box"}:
        touched.update(name for name in draft.parts if story in name)
    if not anchors:
        return runs
    paragraph = next(anchors[0].iterancestors(qn("w:p")))
    parent = Paragraph(paragraph, draft.document)  # type: ignore[arg-type]
    first, last = (Run(run, parent) for run in (anchors[0], anchors[-1]))  # type: ignore[arg-type]
    draft.document.add_comment(
        [first, last],
        text=comment_of(finding, quoted=story != "body", accepted=instead is not None),
        author=say("draft", "author"),
        initials=say("draft", "initials"),
    )
    return runs


def _write(runs: list[_Element], words: str) -> None:
    """Put words where others stood: into the first of their runs, in its style."""
    texts = [text for run in runs for text in run.iter(qn("w:t"))]
    for number, text in enumerate(texts):
        text.text = words if number == 0 else ""
        _keep_spaces(text)


def _runs_of(letters: list[Letter]) -> list[_Element]:
    """The runs that hold these characters and no others, split off where need be."""
    held: dict[_Element, list[int]] = {}
    for letter in letters:
        if letter.node is not None:
            held.setdefault(letter.node, []).append(letter.at)
    return [_cut_out(node, min(places), max(places) + 1) for node, places in held.items()]


def _cut_out(node: _Element, start: int, end: int) -> _Element:
    """The run of a stretch of a `w:t`, with what stands before and behind in runs of their own."""
    run = next(node.iterancestors(qn("w:r")))
    words = node.text or ""
    behind = [*node.itersiblings()]
    if end < len(words) or behind:
        rest = _twin(run)
        if end < len(words):
            rest.append(_text(words[end:]))
        rest.extend(behind)
        run.addnext(rest)
    node.text = words[:end]
    _keep_spaces(node)
    before = [one for one in node.itersiblings(preceding=True) if one.tag != qn("w:rPr")]
    if start == 0 and not before:
        return run
    mine = _twin(run)
    mine.append(_text(words[start:end]))
    node.text = words[:start]
    _keep_spaces(node)
    if start == 0:
        run.remove(node)
    run.addnext(mine)
    return mine


def _twin(run: _Element) -> _Element:
    """An empty run in the same style."""
    twin = OxmlElement("w:r")
    for name, value in run.attrib.items():
        twin.set(name, value)
    style = run.find(qn("w:rPr"))
    if style is not None:
        twin.append(deepcopy(style))
    return twin


def _text(words: str) -> _Element:
    text = OxmlElement("w:t")
    text.text = words
    _keep_spaces(text)
    return text


def _keep_spaces(text: _Element) -> None:
    words = text.text or ""
    if words != words.strip():
        text.set(_SPACE, "preserve")


def _colour(run: _Element, colour: str) -> None:
    style = run.find(qn("w:rPr"))
    if style is None:
        style = OxmlElement("w:rPr")
        run.insert(0, style)
    for old in style.findall(qn("w:highlight")):
        style.remove(old)
    mark = OxmlElement("w:highlight")
    mark.set(qn("w:val"), colour)
    later = next((one for one in style if one.tag in _AFTER_HIGHLIGHT), None)
    if later is None:
        style.append(mark)
    else:
        later.addprevious(mark)


_AFTER_HIGHLIGHT = {
    qn(f"w:{name}")
    for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
        "eastAsianLayout", "specVanish", "oMath", "rPrChange",
    )
}  # fmt: skip


def _anchors(draft: WordDraft, run: _Element, story: str) -> list[_Element]:
    """A run of the body for a comment on words where Word allows none."""
    if story == "box":
        holder = next((one for one in run.iterancestors(qn("w:r")) if one is not run), None)
        return [] if holder is None else [holder]
    if story in {"footnotes", "endnotes"}:
        kind = story.removesuffix("s")
        note = next(run.iterancestors(qn(f"w:{kind}")), None)
        number = None if note is None else note.get(qn("w:id"))
        for mark in draft.document.element.body.iter(qn(f"w:{kind}Reference")):
            if mark.get(qn("w:id")) == number:
                return [next(mark.iterancestors(qn("w:r")))]
    first = next(draft.document.element.body.iter(qn("w:r")), None)
    return [] if first is None else [first]


def _with_untouched(before: bytes, after: bytes, touched: set[str]) -> bytes:
    """The new file with every part that did not change as it was."""
    changed = {name.lstrip("/") for name in touched} | _ALWAYS_NEW
    result = BytesIO()
    with ZipFile(BytesIO(before)) as old, ZipFile(BytesIO(after)) as new:
        known = set(old.namelist())
        with ZipFile(result, "w", ZIP_DEFLATED) as archive:
            for name in new.namelist():
                keep = (
                    name in known and name not in changed and not name.startswith("word/comments")
                )
                archive.writestr(name, old.read(name) if keep else new.read(name))
    return result.getvalue()
