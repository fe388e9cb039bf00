"""Invented reports as files (成文格式): text in three encodings, Word, web page, PDF."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from tests.corpus.formats.pdf_writer import print_report
from tests.corpus.formats.word_writer import as_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from tests.invented.truth import Invented

__all__ = ["FORMATS", "FileFormat", "write_reports"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFormat:
    """How a report is saved (文件格式)."""

    name: str
    suffix: str
    save: Callable[[str], bytes]


def _page(text: str) -> bytes:
    """A web page with a menu and a footer around the text."""
    lines = text.strip("\n").split("\n")
    body = "\n".join(f"<p>&nbsp;&nbsp;{escape(line)}</p>" for line in lines)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>政务公开</title></head>
<body><div class="header"><ul class="nav"><li><a href="/">首页</a></li>
<li><a href="/zwgk">政务公开</a></li>
</ul></div><div class="crumb">您当前的位置：<a>首页</a> &gt; <a>法治政府</a></div>
<div class="TRS_Editor" id="zoom">{body}</div>
<div class="footer">版权所有 某ICP备00000000号</div></body></html>""".encode()


FORMATS = (
    FileFormat(name="utf-8", suffix=".txt", save=lambda text: text.encode("utf-8")),
    FileFormat(name="docx", suffix=".docx", save=as_docx),
    FileFormat(name="gb18030", suffix=".txt", save=lambda text: text.encode("gb18030")),
    FileFormat(name="html", suffix=".html", save=_page),
    FileFormat(name="utf-16", suffix=".txt", save=lambda text: text.encode("utf-16")),
    FileFormat(name="pdf", suffix=".pdf", save=print_report),
)


def write_reports(
    reports: Iterable[Invented], folder: Path, *, formats: tuple[FileFormat, ...] = FORMATS
) -> Iterator[tuple[Invented, Path]]:
    """Write each report into the folder and give it with its file; formats take turns.

    The turn moves on by one with each round of years, so that a place has many formats.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number, report in enumerate(reports):
        shift = number // len(formats)
        form = formats[(number + shift) % len(formats)]
        path = folder / f"{report.stem}{form.suffix}"
        path.write_bytes(form.save(report.text))
        yield report, path
