"""Encode texts in groups of like length (分组编码), so that next to nothing is spent on padding."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import numpy as np
from langchain_huggingface import HuggingFaceEmbeddings
from typing_extensions import override

from index.flat_index import unit_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["SentenceEncoder", "groups_of_like_length"]

_TOKENS_AT_ONCE = 4096
"""On two idle cores 512 to 8192 are alike. Where others want the cores too, small groups wait at
every one of their many small steps for a thread that was put aside: 512 took ten times as long.
"""
_TOKENS_AT_ONCE_ON_A_CARD = 16_384


class SentenceEncoder(HuggingFaceEmbeddings):
    """LangChain's sentence-transformers model with groups by tokens and not by count of texts.

    On one core the sentences of a report take 4.4 s instead of 5.1, and less memory. Vectors have
    length 1 to a float's precision, also where the model computes in bfloat16.
    """

    @override
    def _embed(self, texts: list[str], encode_kwargs: dict[str, Any]) -> list[list[float]]:
        # One text is a question somebody waits for.
        with _one_thread() if len(texts) == 1 else nullcontext():
            return self._embed_groups(texts, encode_kwargs)

    def _embed_groups(self, texts: list[str], encode_kwargs: dict[str, Any]) -> list[list[float]]:
        lines = [text.replace("\n", " ") for text in texts]
        on_card = self._client.device.type != "cpu"
        budget = _TOKENS_AT_ONCE_ON_A_CARD if on_card else _TOKENS_AT_ONCE
        vectors: list[list[float]] = [[]] * len(lines)
        for group in groups_of_like_length(self._lengths(lines), budget):
            encoded = self._client.encode(
                [lines[place] for place in group],
                batch_size=len(group),
                show_progress_bar=False,
                **encode_kwargs,
            )
            for place, vector in zip(group, unit_rows(np.asarray(encoded)).tolist(), strict=True):
                vectors[place] = vector
        return vectors

    def _lengths(self, texts: list[str]) -> list[int]:
        tokenizer = self._client.tokenizer
        if len(texts) == 1 or not callable(tokenizer):
            return [len(text) for text in texts]
        return [len(ids) for ids in tokenizer(texts, truncation=True)["input_ids"]]


@contextmanager
def _one_thread() -> Iterator[None]:
    """Let the processor's work inside be done by one thread.

    A question is too short to gain by more: 18 ms against 16 on two idle cores. Where others want
    the cores, two threads wait for each other at every step, and a question took over a second.
    """
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def groups_of_like_length(lengths: Sequence[int], budget: int) -> Iterator[list[int]]:
    """Yield positions in groups, longest first; a group padded to its longest fits the budget.

    What alone is longer than the budget is a group of its own.
    """
    group: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if group and (len(group) + 1) * lengths[group[0]] > budget:
            yield group
            group = []
        group.append(place)
    if group:
        yield group
