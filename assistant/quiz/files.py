"""Files for office programs (文件): written whole or not at all."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from corpus.errors import ExportFailed
from prompts import say

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["write_whole"]


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step. Raises `ExportFailed` where it cannot be written."""
    if path.is_dir():
        raise ExportFailed(file=path, why=say("figures", "is_folder"))
    if not path.absolute().parent.is_dir():
        raise ExportFailed(file=path, why=say("figures", "no_folder"))
    fresh = path.with_name(f".{secrets.token_hex(6)}.tmp")
    try:
        fresh.write_bytes(data)
        os.replace(fresh, path)  # noqa: PTH105 - in one step, on every system
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise ExportFailed(file=path, why=error.strerror or str(error)) from error
