"""The text of a file to a `Report`: the one way in (解析)."""

from __future__ import annotations

import hashlib
import re

from corpus.figures import extract_figures
from corpus.fold import fold
from corpus.frame import read_frame
from corpus.metadata import read_metadata
from corpus.model import Report
from corpus.outline import outline
from corpus.sentences import split_sentences

PARSE_VERSION = 15
"""Raised whenever the same text would be read differently; part of what an index remembers."""


def read_report(text: str, *, file: str) -> Report:
    """Parse a text into its section tree, sentences, figures and metadata."""
    folded = fold(text)
    frame = read_frame(text, folded)
    sections = outline(text, folded, body=frame.body)
    metadata = read_metadata(text, folded, frame, sections, file=file)
    sentences = split_sentences(text, folded, sections, body=frame.body)
    figures = extract_figures(
        folded,
        sections,
        sentences,
        metadata.year,
        own_place=metadata.place.value if metadata.place else None,
        body=frame.body,
    )
    return Report(
        id=identity_of(folded),
        file=file,
        text=text,
        metadata=metadata,
        sections=sections,
        sentences=sentences,
        figures=figures,
    )


def identity_of(folded: str) -> str:
    """Hash the characters without spaces and punctuation; line breaks play no part."""
    return hashlib.sha256(re.sub(r"[^\w.%+-]|_", "", folded).encode()).hexdigest()[:16]
