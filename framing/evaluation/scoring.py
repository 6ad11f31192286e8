"""What every corpus is scored with: matching found items to gold ones, precision, recall, F1."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = [
    "Item",
    "Matching",
    "letters_of",
    "match",
    "precision_recall_f1",
    "ratio",
    "score_row",
    "shown",
    "trim",
]

Row = TypeVar("Row")

_DETERMINER = re.compile(r"(?:the|an?)\s+(?=\S)", re.IGNORECASE)
_THAT = re.compile(r"\W*that\b", re.IGNORECASE)


# ------------------------------------------------------------------------ what a span covers


def trim(text: str, start: int, end: int, *, determiner: bool = False) -> tuple[int, int]:
    """Leave out edge white space, quotation marks and punctuation of a span.

    Parameters
    ----------
    text : str
        The article's text.
    start, end : int
        Offsets into it.
    determiner : bool
        Whether to leave out a leading "the", "a" or "an" too.

    Returns
    -------
    tuple of int
        The trimmed offsets; the span as it came where nothing would be left of it.

    Examples
    --------
    >>> text = "The “dockers”, he said"
    >>> start, end = trim(text, 0, 14, determiner=True)
    >>> text[start:end]
    'dockers'
    """
    first, last = _strip_edges(text, start, end)
    if determiner and (leading := _DETERMINER.match(text, first, last)):
        first, last = _strip_edges(text, leading.end(), last)
    return (first, last) if first < last else (start, end)


def _strip_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _is_edge(text[start]):
        start += 1
    while start < end and _is_edge(text[end - 1]):
        end -= 1
    return start, end


def _is_edge(character: str) -> bool:
    return character.isspace() or unicodedata.category(character).startswith("P")


def letters_of(
    text: str, spans: Iterable[tuple[int, int]], *, keep_that: bool = False
) -> frozenset[int]:
    """Offsets of the letters and digits in `spans`, without a leading "that" unless it is kept.

    Examples
    --------
    >>> sorted(letters_of("that “no”.", [(0, 10)]))
    [6, 7]
    >>> sorted(letters_of("that “no”.", [(0, 10)], keep_that=True))
    [0, 1, 2, 3, 6, 7]
    """
    offsets: set[int] = set()
    for number, (start, end) in enumerate(sorted(spans)):
        leading = None if keep_that or number else _THAT.match(text, start, end)
        begin = leading.end() if leading and leading.end() < end else start
        offsets.update(at for at in range(begin, end) if text[at].isalnum())
    return frozenset(offsets)


# ------------------------------------------------------------------------ matching


@dataclass(frozen=True, slots=True)
class Item(Generic[Row]):
    """A row and the offsets by which it is compared."""

    row: Row
    extent: frozenset[int]


@dataclass(frozen=True, slots=True)
class Matching(Generic[Row]):
    """Gold items with what was found of them, the missed and the spurious."""

    pairs: tuple[tuple[Item[Row], Item[Row]], ...]
    missed: tuple[Item[Row], ...]
    spurious: tuple[Item[Row], ...]

    @property
    def exact(self) -> int:
        """How many pairs cover the same characters."""
        return sum(gold.extent == found.extent for gold, found in self.pairs)


def match(
    gold: Sequence[Item[Row]],
    found: Sequence[Item[Row]],
    *,
    fits: Callable[[Row, Row], bool] = lambda gold, found: True,
    at_least: float = 0.0,
    agreement: Callable[[Row, Row], int] = lambda gold, found: 0,
) -> Matching[Row]:
    """Match one to one: the pair with the largest Jaccard index first, until none is left.

    An item is used once, so a duplicate is spurious. A pair that covers the same characters
    has an index of 1 and is taken before any other, so `Matching.exact` needs no second pass.

    Parameters
    ----------
    gold : sequence of Item
        What was to be found.
    found : sequence of Item
        What was found.
    fits : callable
        Whether two rows may be matched at all.
    at_least : float
        Smallest Jaccard index of the two extents, in [0, 1]; a shared character is needed
        even at 0.
    agreement : callable
        Among pairs with the same index, the one with the largest agreement comes first; then
        the order of `gold`, then that of `found`, decides.

    Examples
    --------
    >>> gold = [Item("a", frozenset({1, 2})), Item("b", frozenset({8, 9}))]
    >>> found = [Item("x", frozenset({2, 3, 4})), Item("y", frozenset({1, 2}))]
    >>> result = match(gold, found)
    >>> [(left.row, right.row) for left, right in result.pairs], result.exact
    ([('a', 'y')], 1)
    >>> [item.row for item in result.missed], [item.row for item in result.spurious]
    (['b'], ['x'])
    """
    candidates: list[tuple[float, int, int, int]] = []
    for i, one in enumerate(gold):
        for j, other in enumerate(found):
            if one.extent.isdisjoint(other.extent) or not fits(one.row, other.row):
                continue
            likeness = len(one.extent & other.extent) / len(one.extent | other.extent)
            if likeness >= at_least:
                candidates.append((-likeness, -agreement(one.row, other.row), i, j))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return Matching(
        pairs=tuple((gold[i], found[j]) for i, j in sorted(partner.items())),
        missed=tuple(item for i, item in enumerate(gold) if i not in partner),
        spurious=tuple(item for j, item in enumerate(found) if j not in taken),
    )


# ------------------------------------------------------------------------ numbers


def ratio(k: float, n: float) -> float | None:
    """k/n, or None where n is 0."""
    return k / n if n else None


def precision_recall_f1(tp: int, fp: int, fn: int) -> dict[str, float | None]:
    """Precision, recall and F1 with the counts they rest on.

    Precision is None where nothing was found, recall where there is nothing to find, and F1
    where both hold: a layer without items is not scored, rather than perfect or wrong.

    Examples
    --------
    >>> precision_recall_f1(3, 1, 2)["p"]
    0.75
    >>> precision_recall_f1(0, 0, 2)
    {'p': None, 'r': 0.0, 'f1': 0.0, 'tp': 0, 'fp': 0, 'fn': 2}
    """
    return {
        "p": ratio(tp, tp + fp),
        "r": ratio(tp, tp + fn),
        "f1": ratio(2 * tp, 2 * tp + fp + fn),
        "tp": tp,
        "fp": fp,
        "fn": fn,
    }


# ------------------------------------------------------------------------ for reading


def shown(value: float | None) -> str:
    """A score as a table on the screen has it.

    Examples
    --------
    >>> shown(0.5), shown(None)
    ('0.500', '–')
    """
    return "–" if value is None else f"{value:.3f}"


def score_row(name: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    """Name, gold items, found items, precision, recall and F1 of a table's row."""
    gold, found = entry["tp"] + entry["fn"], entry["tp"] + entry["fp"]
    return (name, str(gold), str(found), *(shown(entry[key]) for key in ("p", "r", "f1")))
