"""Finding terms of one or several words in a sequence of tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.lexicon.spelling import fold, sequences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from framing.lexicon.entries import Entry

__all__ = ["Matcher"]

_HYPHENS = frozenset("-‑–")


class Matcher:
    """Finds terms of one or several words in a sequence of tokens, in linear time.

    Parameters
    ----------
    entries : iterable of Entry
        A term is matched in British and American spelling. A term written with a hyphen is
        also matched with a space and closed up; one written with a space, also hyphenated.

    Examples
    --------
    >>> from framing.lexicon import load_lexicon
    >>> matcher = Matcher(load_lexicon("labels").entries)
    >>> tokens = [("the",), ("terror",), ("groups", "group"), ("fled", "flee")]
    >>> [(i, j, entry.term) for i, j, entry in matcher.find(tokens)]
    [(1, 3, 'terror group')]
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._root: _Node = _Node()
        for entry in entries:
            for sequence in dict.fromkeys(sequences(entry.term)):
                node = self._root
                for key in sequence:
                    node = node.next.setdefault(key, _Node())
                node.entries.append(entry)

    def find(
        self,
        forms: Sequence[Sequence[str]],
        *,
        overlaps: bool = False,
        accept: Callable[[int, int, Entry], bool] | None = None,
    ) -> Iterator[tuple[int, int, Entry]]:
        """Matches as (first token, token after the last, entry), in text order.

        Parameters
        ----------
        forms : sequence of sequences of str
            Per token its keys, the best first: its form and its lemma. Tokens that are a
            hyphen may lie between the words of a match.
        overlaps : bool, default False
            Give every match, the longest first at each token. Otherwise the longest accepted
            match at a token wins, of several entries the one that matches by the earlier key,
            then the earlier in the file, and the search goes on after it.
        accept : callable, optional
            Called with a match; False rejects it, for instance by part of speech
            (see `Entry.fits`).
        """
        size, start = len(forms), 0
        while start < size:
            after = start + 1
            for end, entry in self._at(forms, start):
                if accept is not None and not accept(start, end, entry):
                    continue
                yield start, end, entry
                if not overlaps:
                    after = end
                    break
            start = after

    def _at(self, forms: Sequence[Sequence[str]], start: int) -> list[tuple[int, Entry]]:
        """All matches from one token, the longest first."""
        found: list[list[tuple[int, Entry]]] = []
        nodes, at = [self._root], start
        while nodes and at < len(forms):
            if at > start and forms[at] and forms[at][0] in _HYPHENS:
                at += 1
                continue
            keys = dict.fromkeys(map(fold, forms[at]))
            nodes = [node.next[key] for node in nodes for key in keys if key in node.next]
            at += 1
            found.append([(at, entry) for node in nodes for entry in node.entries])
        return [match for level in reversed(found) for match in level]


class _Node:
    __slots__ = ("entries", "next")

    def __init__(self) -> None:
        self.next: dict[str, _Node] = {}
        self.entries: list[Entry] = []
