"""Looking into a zip or OLE container before anything unpacks it."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from corpus.errors import ArchiveBomb, DocumentDamaged, DocumentEncrypted

__all__ = ["OLE_MAGIC", "check_archive"]

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MOST_BYTES = 200 << 20
_MOST_MARKUP_BYTES = 40 << 20
_SMALL_BYTES = 10 << 20
_MOST_RATIO = 100
_MOST_ENTRIES = 5000


def check_archive(data: bytes, name: str) -> None:
    """Refuse what is no sound zip, is encrypted, or would unpack to an absurd size.

    The sizes are those the zip directory declares; `zipfile` never reads past them, so a
    directory that lies ends in a damaged document, not in a full memory.
    """
    if data.startswith(OLE_MAGIC) and _ENCRYPTED_PACKAGE in data:
        raise DocumentEncrypted(file=name)
    try:
        with ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise DocumentDamaged(file=name) from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise DocumentEncrypted(file=name)
    total = sum(entry.file_size for entry in entries)
    markup = sum(e.file_size for e in entries if e.filename.endswith((".xml", ".rels")))
    bloated = total > _SMALL_BYTES and total > _MOST_RATIO * len(data)
    if bloated or total > _MOST_BYTES or markup > _MOST_MARKUP_BYTES:
        raise ArchiveBomb(file=name)
    if len(entries) > _MOST_ENTRIES:
        raise ArchiveBomb(file=name)
