"""Word drafts: every corner is checked, comments stand at the words, all else stays as it was."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from assistant.draft.check import Checker
from assistant.draft.files import CheckedDraft, annotated, check_draft
from corpus.errors import DocumentDamaged, DraftNotWord, FileEmpty
from tests.assistant.draft.word_drafts import as_word, full_draft, with_footnote
from tests.assistant.shelves import YUNXI_2022, MemoryShelf

if TYPE_CHECKING:
    from lxml.etree import _Element


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(MemoryShelf(YUNXI_2022))


@pytest.fixture(scope="module")
def checked(checker: Checker) -> CheckedDraft:
    return check_draft("讲话.docx", full_draft(), checker)


def body(data: bytes) -> _Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read("word/document.xml"))


def test_every_corner_of_the_file_is_checked(checked: CheckedDraft) -> None:
    found = {one.claim.text: (one.verdict.value, one.correction) for one in checked.findings}
    assert found["37件"] == ("supported", None)
    assert found["43件"] == ("contradicted", "34件")
    assert found["近200家"] == ("approximate", None)
    assert found["2.5亿元"] == ("contradicted", "2.5万元")
    assert found["88.5%"] == ("supported", None)
    assert found["32人"] == ("contradicted", "23人")
    assert found["186人"] == ("contradicted", "168人")
    assert "70%" not in found


def test_comments_stand_at_the_very_words(checked: CheckedDraft) -> None:
    root = body(annotated(checked))
    anchored = {}
    for start in root.iter(qn("w:commentRangeStart")):
        words = ""
        for one in start.itersiblings():
            if one.tag == qn("w:commentRangeEnd") and one.get(qn("w:id")) == start.get(qn("w:id")):
                break
            words += "".join(text.text or "" for text in one.iter(qn("w:t")))
        anchored[words] = start.get(qn("w:id")) or ""
    assert {"37件", "43件", "近200家", "2.5亿元", "88.5%"} <= set(anchored)
    comments = {
        str(one.comment_id): (one.author, one.text)
        for one in Document(BytesIO(annotated(checked))).comments
    }
    author, text = comments[anchored["43件"]]
    assert author == "法治报告助手"
    assert "【不一致】" in text
    assert "应为:34件" in text
    assert "云委〔2023〕9号" in text
    assert ("乙", "早先的批注") in comments.values()


def test_colours_tell_the_verdicts(checked: CheckedDraft) -> None:
    colours = {
        "".join(t.text or "" for t in run.iter(qn("w:t"))): mark.get(qn("w:val"))
        for run in body(annotated(checked)).iter(qn("w:r"))
        if (mark := run.find(f"{qn('w:rPr')}/{qn('w:highlight')}")) is not None
    }
    assert colours["43件"] == "red"
    assert colours["近200家"] == "cyan"
    assert colours["88.5%。"[:5]] == "green"


def test_runs_without_a_claim_are_unchanged_to_the_byte(checked: CheckedDraft) -> None:
    before, after = (
        Counter(etree.tostring(run, method="c14n") for run in body(data).iter(qn("w:r")))
        for data in (checked.data, annotated(checked))
    )
    for run in before - after:
        words = "".join(etree.fromstring(run).itertext())
        claims = [one.claim.text for one in checked.findings]
        assert any(claim in words or words in claim for claim in claims), words
    for words in ("去年,我县受理行政复议案件", "附图:", "我们要坚持依法行政,不断开创新局面。"):
        (run,) = [run for run in before if words in run.decode()]
        assert after[run] == before[run]


def test_words_and_styles_of_split_runs_are_kept(checked: CheckedDraft) -> None:
    before, after = (Document(BytesIO(data)) for data in (checked.data, annotated(checked)))
    assert [p.text for p in before.paragraphs] == [p.text for p in after.paragraphs]
    styles = [
        (run.text, run.bold, run.italic) for run in after.paragraphs[1].runs if run.text in "37件"
    ]
    assert styles[:3] == [("3", True, None), ("7", None, None), ("件", None, True)]


def test_parts_without_a_claim_are_given_back_byte_by_byte(checked: CheckedDraft) -> None:
    before, after = (ZipFile(BytesIO(data)) for data in (checked.data, annotated(checked)))
    for name in ("word/styles.xml", "word/theme/theme1.xml", "docProps/core.xml"):
        assert before.read(name) == after.read(name)


def test_a_footnote_is_checked_and_commented_at_its_mark(checker: Checker) -> None:
    checked = check_draft("讲话.docx", with_footnote(), checker)
    assert [(f.claim.text, f.correction) for f in checked.findings] == [("5件", "3件")]
    result = annotated(checked)
    assert b'w:highlight w:val="red"' in ZipFile(BytesIO(result)).read("word/footnotes.xml")
    (comment,) = Document(BytesIO(result)).comments
    assert comment.text.startswith("“5件”")


def test_an_annotated_draft_can_be_annotated_again(checked: CheckedDraft, checker: Checker) -> None:
    again = check_draft("讲话.docx", annotated(checked), checker)
    assert again.text == checked.text
    assert len(annotated(again)) > 0


def test_what_is_no_word_file_gets_a_clear_error(checker: Checker) -> None:
    with pytest.raises(DocumentDamaged):
        check_draft("讲话.docx", b"PK\x03\x04 no archive", checker)
    with pytest.raises(FileEmpty):
        check_draft("讲话.docx", as_word(""), checker)
    text = check_draft("讲话.txt", "2022年,云溪县败诉3件。".encode(), checker)
    with pytest.raises(DraftNotWord):
        annotated(text)


def test_accepted_corrections_stand_in_the_file_in_the_style_of_the_words(
    checked: CheckedDraft,
) -> None:
    number = next(at for at, one in enumerate(checked.findings) if one.claim.text == "43件")
    plain, taken = (
        Document(BytesIO(annotated(checked, accepted))) for accepted in ({}, {number: "34件"})
    )
    before = "\n".join(one.text for one in plain.paragraphs)
    after = "\n".join(one.text for one in taken.paragraphs)
    assert "43件" in before
    assert after == before.replace("43件", "34件")
    assert [one.style and one.style.name for one in plain.paragraphs] == [
        one.style and one.style.name for one in taken.paragraphs
    ]
    comment = next(one.text for one in taken.comments if "43件" in one.text)
    assert "已改正,原稿写作“43件”。" in comment
    runs = body(annotated(checked, {number: "34件"})).iter(qn("w:r"))
    (mark,) = [
        run.find(f"{qn('w:rPr')}/{qn('w:highlight')}")
        for run in runs
        if "".join(text.text or "" for text in run.iter(qn("w:t"))) == "34件"
    ]
    assert mark is not None
    assert mark.get(qn("w:val")) == "green"
