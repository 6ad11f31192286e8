"""The measures of coreference: MUC, B³ and CEAF with entities, summed over documents.

MUC counts links (Vilain et al. 1995), B³ mentions (Bagga and Baldwin 1998), CEAFe clusters under
the best one-to-one alignment (Luo 2005, similarity φ4). Their mean F1 is the CoNLL score
(Pradhan et al. 2012). Mentions are the same when both offsets agree.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    Cluster = Collection[Any]
    Share = tuple[float, float]

__all__ = ["METRICS", "b3", "best_alignment", "ceafe", "muc", "without_singletons"]

#: Precision and recall, each as what is divided and what it is divided by.
Counts = tuple[tuple[float, float], tuple[float, float]]


def without_singletons(clusters: Iterable[Cluster]) -> list[frozenset[Any]]:
    """Clusters as sets, without those of one mention; a mention in two stays in the first.

    Examples
    --------
    >>> [sorted(cluster) for cluster in without_singletons([[1, 2, 2], [3], [2, 4, 5]])]
    [[1, 2], [4, 5]]
    """
    seen: set[Any] = set()
    kept = []
    for cluster in clusters:
        held = frozenset(cluster) - seen
        if len(held) > 1:
            kept.append(held)
            seen |= held
    return kept


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counts:
    """Links: of each cluster as many as keep it together, of them those the other side has.

    Examples
    --------
    >>> muc([["a", "b", "c", "d"]], [["a", "b"], ["c", "d"]])
    ((2, 2), (2, 3))
    """
    return _links(found, gold), _links(gold, found)


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> Share:
    place = _places(others)
    kept = every = 0
    for cluster in clusters:
        parts = {place.get(mention, ("alone", mention)) for mention in cluster}
        kept += len(cluster) - len(parts)
        every += len(cluster) - 1
    return kept, every


def b3(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counts:
    """Mentions: of each, the share of its cluster that it shares with its other cluster.

    Examples
    --------
    >>> b3([["a", "b", "c", "d"]], [["a", "b"], ["c", "d"]])
    ((4.0, 4), (2.0, 4))
    """
    return _mentions(found, gold), _mentions(gold, found)


def _mentions(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> Share:
    place = _places(others)
    right, every = 0.0, 0
    for cluster in clusters:
        shared = Counter(place[mention] for mention in cluster if mention in place)
        right += sum(number**2 for number in shared.values()) / len(cluster)
        every += len(cluster)
    return right, every


def ceafe(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counts:
    """Clusters: the likeness of each to its partner, twice what they share by both their sizes.

    Examples
    --------
    >>> ceafe([["a", "b", "c", "d"]], [["a", "b"], ["c", "d", "e", "f"]])
    ((0.6666666666666666, 2), (0.6666666666666666, 1))
    """
    place = _places(found)
    shared: Counter[tuple[int, int]] = Counter()
    for number, cluster in enumerate(gold):
        shared.update((number, place[mention]) for mention in cluster if mention in place)
    alike = {
        (one, other): 2 * number / (len(gold[one]) + len(found[other]))
        for (one, other), number in shared.items()
    }
    total = sum(alike[pair] for pair in best_alignment(alike))
    return (total, len(found)), (total, len(gold))


def _places(clusters: Sequence[Cluster]) -> dict[Any, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


#: The measures that the CoNLL score is the mean of.
METRICS: dict[str, Callable[[Sequence[Cluster], Sequence[Cluster]], Counts]] = {
    "muc": muc,
    "b3": b3,
    "ceafe": ceafe,
}


# ------------------------------------------------------------------------ alignment


def best_alignment(weights: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Pairs, each row and column in one at most, whose weights have the largest sum.

    Parameters
    ----------
    weights : dict
        Of pairs of row and column, above 0; pairs that are not there weigh nothing.

    Examples
    --------
    >>> sorted(best_alignment({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}))
    [(0, 1), (1, 0)]
    """
    pairs: list[tuple[int, int]] = []
    for rows, columns in _components(weights):
        if len(rows) > len(columns):
            turned = [[-weights.get((row, column), 0.0) for row in rows] for column in columns]
            pairs += [(rows[row], columns[column]) for column, row in _assign(turned)]
        else:
            costs = [[-weights.get((row, column), 0.0) for column in columns] for row in rows]
            pairs += [(rows[row], columns[column]) for row, column in _assign(costs)]
    return [pair for pair in pairs if pair in weights]


def _components(weights: Iterable[tuple[int, int]]) -> list[tuple[list[int], list[int]]]:
    """Rows and columns that hang together: each such part is aligned on its own."""
    beside: dict[tuple[str, int], list[tuple[str, int]]] = defaultdict(list)
    for row, column in sorted(weights):
        beside["row", row].append(("column", column))
        beside["column", column].append(("row", row))
    seen: set[tuple[str, int]] = set()
    parts = []
    for first in beside:
        if first in seen:
            continue
        seen.add(first)
        part = [first]
        for node in part:
            for other in beside[node]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
        parts.append(
            ([n for sort, n in part if sort == "row"], [n for sort, n in part if sort == "column"])
        )
    return parts


def _assign(costs: list[list[float]]) -> list[tuple[int, int]]:
    """A column for each row at the least total cost (Hungarian method); no more rows than columns.

    Rows are added one at a time; potentials keep every reduced cost at 0 or above, and the
    cheapest augmenting path is found as by Dijkstra.
    """
    height, width = len(costs), len(costs[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)  # the row that holds each column; rows and columns count from 1
    for row in range(1, height + 1):
        owner[0] = row
        column = 0
        least = [float("inf")] * (width + 1)
        before = [0] * (width + 1)
        used = [False] * (width + 1)
        while owner[column]:
            used[column] = True
            holder, step, nearest = owner[column], float("inf"), 0
            for other in range(1, width + 1):
                if used[other]:
                    continue
                cost = costs[holder - 1][other - 1] - of_row[holder] - of_column[other]
                if cost < least[other]:
                    least[other], before[other] = cost, column
                if least[other] < step:
                    step, nearest = least[other], other
            for other in range(width + 1):
                if used[other]:
                    of_row[owner[other]] += step
                    of_column[other] -= step
                else:
                    least[other] -= step
            column = nearest
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    return [(owner[column] - 1, column - 1) for column in range(1, width + 1) if owner[column]]
