"""Which group of names a typed indicator means (指标选择)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.fold import fold

if TYPE_CHECKING:
    from index.ledger import Ledger
    from index.ledger_model import Group

__all__ = ["matching_groups"]

_NAMES = 200
"""Names looked at where words of an indicator are given apart."""


def matching_groups(ledger: Ledger, text: str) -> list[Group]:
    """Groups with an indicator that holds the text, or all its words; the best first.

    The one that is called so comes first, then those with more figures.
    """
    if not text.strip():
        return []
    found = ledger.groups(text)
    if not found and len(text.split()) > 1:
        found = _with_all_words(ledger, text.split())
    wanted = _plain(text)
    return sorted(found, key=lambda group: _rank(group, wanted))


def _with_all_words(ledger: Ledger, words: list[str]) -> list[Group]:
    first, *others = ({name.id: name for name in ledger.names_with([word])} for word in words)
    shared = [name for id_, name in first.items() if all(id_ in other for other in others)]
    ids = {name.group: name.id for name in shared[:_NAMES]}
    return [ledger.group_of(name) for name in ids.values()]


def _rank(group: Group, wanted: str) -> tuple[bool, bool, int, str]:
    named = [_plain(member) for member in group.members]
    return (_plain(group.name) != wanted, wanted not in named, -group.figures, group.name)


def _plain(text: str) -> str:
    return "".join(fold(text).split()).casefold()
