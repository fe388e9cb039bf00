"""A model's reply, as it comes in, to sentences with the span numbers that they name (断句).

Models write numbers in many ways: [1], [1][3], [1,3-5], 【1】, [原文2], before or behind the full
stop. Thoughts that some models think aloud (<think>…</think>) are no part of the reply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.fold import fold

__all__ = ["SentenceFeed", "WrittenSentence", "sentences_of"]

_IDS = r"\d{1,3}(?:\s*[-—~–至]\s*\d{1,3})?"
_LABEL = r"(?:原文|来源|出处|片段|依据|见|注|第|编号|\^|#|\s)*"
_MARKER = re.compile(
    rf"\[{_LABEL}(?P<a>{_IDS}(?:\s*[,、;\s和]\s*{_LABEL}{_IDS})*)\s*(?:条|号)?\]"
    rf"|【{_LABEL}(?P<b>{_IDS}(?:\s*[,、;\s和]\s*{_LABEL}{_IDS})*)\s*(?:条|号)?】"
    rf"|\((?:原文|来源|出处|片段|依据|见)[::]?\s*\[?(?P<c>{_IDS}(?:\s*[,、;\s和]\s*{_IDS})*)\]?\)"
)
_OPEN_MARKER = re.compile(r"\s*(?:[\[【][^\]】]{0,30}|\((?:原|来|出|片|依|见)?[^)]{0,20})?$")
_END = re.compile(r"[。!?]|\n")
_LEAD = re.compile(
    r"^\s*(?:(?:[-*•·#>]+|\d{1,2}[.、)](?!\d)|(?:回答|答案|答复|答|概括|说明|改写|段落)\s*[::])\s*)+"
)
_EMPHASIS = re.compile(r"\*\*|__|`")
_THOUGHT, _THOUGHT_END = "<think>", "</think>"
_MOST_IDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSentence:
    """A sentence of a model (模型的一句), without its markers."""

    text: str
    ids: tuple[int, ...] = ()
    finished: bool = True
    """Whether it ends as a sentence ends."""


class SentenceFeed:
    """Takes a reply piece by piece and gives each sentence as soon as it is whole."""

    def __init__(self) -> None:
        self._text = ""
        self._thinking: bool | None = None

    def feed(self, piece: str) -> list[WrittenSentence]:
        """The sentences that this piece completes."""
        self._text += piece
        if not self._past_thoughts():
            return []
        return self._taken(closing=False)

    def close(self) -> list[WrittenSentence]:
        """What is left when the reply has ended."""
        if self._thinking:
            return []
        found = self._taken(closing=True)
        rest, self._text = self._text, ""
        last = _sentence(rest, finished=False)
        return [*found, last] if last else found

    def _past_thoughts(self) -> bool:
        """Whether what comes now is the reply itself."""
        begun = self._text.lstrip()
        if self._thinking is None:
            if _THOUGHT.startswith(begun[: len(_THOUGHT)]) and len(begun) < len(_THOUGHT):
                return False
            self._thinking = begun.startswith(_THOUGHT)
        if self._thinking:
            _, end, rest = self._text.partition(_THOUGHT_END)
            if not end:
                return False
            self._thinking, self._text = False, rest
        return True

    def _taken(self, *, closing: bool) -> list[WrittenSentence]:
        found: list[WrittenSentence] = []
        while (end := self._end(closing=closing)) is not None:
            sentence = _sentence(self._text[:end], finished=True)
            self._text = self._text[end:]
            if sentence:
                found.append(sentence)
        return found

    def _end(self, *, closing: bool) -> int | None:
        """Where the first sentence ends, its markers included; None if that is not known yet."""
        folded = fold(self._text)
        stop = _END.search(folded)
        if stop is None:
            return None
        end = stop.end()
        while marker := _MARKER.match(folded, end + _spaces(folded, end)):
            end = marker.end()
        named = _MARKER.search(folded, 0, end)
        if closing or stop.group() == "\n" or (named and end == stop.end()):
            return end
        # A marker may follow the full stop; one character of the next sentence settles it.
        return None if _OPEN_MARKER.match(folded, end) else end


def sentences_of(reply: str) -> list[WrittenSentence]:
    """All sentences of a whole reply."""
    feed = SentenceFeed()
    return [*feed.feed(reply), *feed.close()]


def _spaces(text: str, start: int) -> int:
    return len(text[start:]) - len(text[start:].lstrip(" "))


def _sentence(raw: str, *, finished: bool) -> WrittenSentence | None:
    folded = fold(raw)
    ids = [number for marker in _MARKER.finditer(folded) for number in _numbers(marker)]
    text, position = "", 0
    for marker in _MARKER.finditer(folded):
        text += raw[position : marker.start()]
        position = marker.end()
    text = _EMPHASIS.sub("", text + raw[position:])
    text = _LEAD.sub("", text).strip()
    if not re.search(r"\w", text):
        return None
    ended = text[-1] in "。!?!?" or (bool(ids) and text[-1] not in ":：,，、;；")
    if ended and text[-1] not in "。!?!?":
        text += "。"
    return WrittenSentence(
        text=text,
        ids=tuple(dict.fromkeys(ids))[:_MOST_IDS],
        finished=ended and (finished or bool(ids)),
    )


def _numbers(marker: re.Match[str]) -> list[int]:
    """1,3-5 as 1, 3, 4, 5; a range that runs backwards or far is only its ends."""
    said = marker["a"] or marker["b"] or marker["c"]
    numbers: list[int] = []
    for found in re.finditer(r"(\d{1,3})(?:\s*[-—~–至]\s*(\d{1,3}))?", said):
        first, last = int(found[1]), int(found[2] or found[1])
        near = first <= last <= first + _MOST_IDS
        numbers += range(first, last + 1) if near else (first, last)
    return numbers
