"""The same report in every format has the same lines."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from corpus.fold import fold
from corpus.loader import parse_bytes
from tests.corpus.formats.page_writer import PAGES
from tests.corpus.formats.pdf_writer import Layout, print_report
from tests.corpus.formats.samples import REPORTS, lines_of
from tests.corpus.formats.word_writer import as_docx, as_numbered_docx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be")
LAYOUTS = {
    "official": Layout(),
    "two-sided": Layout(header="云溪县法治报告", hanging=20, page_number="{}"),
    "no-indent": Layout(indent=0),
    "spaced": Layout(indent=0, gap=14, page_number="第 {} 页 共 9 页"),
}

report = pytest.mark.parametrize("text", REPORTS.values(), ids=REPORTS)
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice not installed")
needs_browser = pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium not installed")


@report
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_in_any_encoding_is_the_text_itself(text: str, encoding: str) -> None:
    assert parse_bytes("报告.txt", text.encode(encoding)) == text


@report
def test_word_file(text: str) -> None:
    assert lines_of(parse_bytes("报告.docx", as_docx(text))) == lines_of(text)


@report
def test_word_file_with_automatic_numbers(text: str) -> None:
    data = as_numbered_docx(text)
    assert lines_of(fold(parse_bytes("报告.docx", data))) == lines_of(fold(text))


@report
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_web_page(text: str, page: Callable[[str], bytes]) -> None:
    assert lines_of(parse_bytes("报告.html", page(text))) == lines_of(text)


@report
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_printed_page(text: str, layout: Layout) -> None:
    assert lines_of(parse_bytes("报告.pdf", print_report(text, layout))) == lines_of(text)


@needs_office
@report
@pytest.mark.parametrize("suffix", [".pdf", ".doc", ".rtf", ".html"])
def test_what_an_office_program_makes_of_it(tmp_path: Path, text: str, suffix: str) -> None:
    converted = _convert(tmp_path, as_docx(text), suffix)
    assert lines_of(parse_bytes(f"报告{suffix}", converted)) == lines_of(text)


@needs_office
@report
@pytest.mark.parametrize("suffix", [".pdf", ".doc"])
def test_what_an_office_program_makes_of_lists(tmp_path: Path, text: str, suffix: str) -> None:
    converted = _convert(tmp_path, as_numbered_docx(text), suffix)
    assert lines_of(fold(parse_bytes(f"报告{suffix}", converted))) == lines_of(fold(text))


@needs_browser
@report
def test_what_a_browser_prints(tmp_path: Path, text: str) -> None:
    style = "<style>body{font-size:16pt} p{text-indent:2em;margin:0;text-align:justify}</style>"
    page = tmp_path / "page.html"
    page.write_bytes(style.encode() + PAGES["bare"](text).replace(b"&nbsp;", b""))
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu"]
    command += [f"--user-data-dir={tmp_path / 'profile'}", "--disable-background-networking"]
    target = tmp_path / "page.pdf"
    subprocess.run(
        [*command, f"--print-to-pdf={target}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert lines_of(parse_bytes("报告.pdf", target.read_bytes())) == lines_of(text)


def _convert(folder: Path, docx: bytes, suffix: str) -> bytes:
    (folder / "report.docx").write_bytes(docx)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix[1:], "--outdir"]
    subprocess.run(
        [*command, str(folder), str(folder / "report.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / f"report{suffix}").read_bytes()
