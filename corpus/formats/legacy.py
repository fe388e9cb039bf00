"""Older office formats (.doc .wps .rtf), turned into .docx by LibreOffice where installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from corpus.errors import ConverterMissing, DocumentDamaged, DocumentEncrypted, TextUndecodable
from corpus.formats.archive import OLE_MAGIC
from corpus.formats.base import ReportParser
from corpus.formats.docx import DocxParser
from corpus.formats.html import HtmlParser
from corpus.formats.text import decode

__all__ = ["LegacyParser", "find_converter"]

_TIMEOUT = 180
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
)
_HEAD = 4096
_STREAMS = tuple(name.encode("utf-16-le") for name in ("WordDocument", "MatOST", "CONTENTS"))
"""What a word processor calls the main part inside an OLE file."""
_FIB = 512
"""Where Word 97 files put their file information block: magic first, flags at 10."""


class LegacyParser(ReportParser):
    """Converts in a folder of its own, with a profile of its own, and reads the result."""

    def read(self, data: bytes, name: str) -> str:
        """Convert and read; raises `ConverterMissing` where LibreOffice is not installed."""
        if not data.startswith((OLE_MAGIC, b"{\\rtf")):
            return _read_disguised(data, name)
        if _is_locked(data):
            raise DocumentEncrypted(file=name)
        if data.startswith(OLE_MAGIC) and not any(stream in data for stream in _STREAMS):
            raise DocumentDamaged(file=name)  # LibreOffice would show the bytes as words
        converter = find_converter()
        if converter is None:
            raise ConverterMissing(file=name)
        with TemporaryDirectory(prefix="fazhi-", ignore_cleanup_errors=True) as folder:
            return DocxParser().read(_convert(converter, data, name, Path(folder)), name)


def _read_disguised(data: bytes, name: str) -> str:
    """Read what bears an old suffix but is something else: sites and WPS save such files."""
    if data.startswith(b"PK\x03\x04"):
        return DocxParser().read(data, name)
    try:
        text = decode(data, name)
    except TextUndecodable as error:
        raise DocumentDamaged(file=name) from error
    return HtmlParser().read(data, name) if "<html" in text[:_HEAD].lower() else text


def find_converter() -> str | None:
    """Find LibreOffice's program on the search path or where its installers put it."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((place for place in _PLACES if Path(place).is_file()), None)


def _is_locked(data: bytes) -> bool:
    block = data[_FIB : _FIB + 12]
    is_word = data.startswith(OLE_MAGIC) and block.startswith(b"\xec\xa5") and len(block) == 12
    return is_word and bool(block[11] & 1)


def _convert(converter: str, data: bytes, name: str, folder: Path) -> bytes:
    # The name given may hold anything; the file that LibreOffice sees has a fixed one, whose
    # suffix is that of the commonest kind: LibreOffice looks at the content.
    source = folder / "report.doc"
    source.write_bytes(data)
    command = [
        converter,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    _run(command, name)
    try:
        return (folder / "out" / "report.docx").read_bytes()
    except FileNotFoundError as error:
        raise DocumentDamaged(file=name) from error


def _run(command: list[str], name: str) -> None:
    """Run to the end or to the timeout; the wrapper script's children end with it."""
    converter = subprocess.Popen(  # noqa: S603 - a program found on this machine, fixed arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        converter.wait(timeout=_TIMEOUT)
    except subprocess.TimeoutExpired as error:
        raise DocumentDamaged(file=name) from error
    finally:
        if converter.poll() is None:
            _end(converter)


def _end(converter: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(converter.pid, signal.SIGKILL)
    else:
        converter.kill()
    converter.wait()
