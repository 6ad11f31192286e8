"""Where the mention of a head word may begin and end: the words around it in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

    from framing.encoder.facts import Facts

__all__ = ["BEFORE", "BEHIND", "DISTANCES", "EDGES", "around"]

#: How many words before and behind its head a mention may reach.
BEFORE, BEHIND = 40, 60

#: How many distances from the head, and how many combinations of edges, `around` tells apart.
DISTANCES, EDGES = 51, 16

_FAR = (22, 26, 32, 44)


def around(facts: Facts, heads: ndarray) -> tuple[ndarray, ndarray, ndarray, ndarray]:
    """The words near some heads, and how they stand to them.

    Returns
    -------
    at, distance, edge : ndarray, (heads, words)
        Position of each word, and numbers for its distance from the head and its place in the
        head's subtree.
    valid : ndarray, (heads, words)
        Whether there is such a word in the head's sentence.
    """
    import numpy as np

    offsets = np.arange(-BEFORE, BEHIND + 1)
    at = heads[:, None] + offsets[None]
    valid = (at >= 0) & (at < len(facts.sentence))
    at = np.clip(at, 0, len(facts.sentence) - 1)
    valid &= facts.sentence[at] == facts.sentence[heads][:, None]
    wide = np.flatnonzero(valid.any(0))
    keep = slice(wide[0], wide[-1] + 1) if len(wide) else slice(0, 0)
    at, valid, offsets = at[:, keep], valid[:, keep], offsets[keep]
    size = np.abs(offsets)
    far = np.where(size <= 20, size, 21 + np.searchsorted(np.array(_FAR), size, "right"))
    middle = DISTANCES // 2
    distance = np.broadcast_to(middle + np.sign(offsets) * np.minimum(far, middle), at.shape)
    left, right, first = (
        values[heads][:, None] for values in (facts.left, facts.right, facts.first)
    )
    edge = (at == left) + 2 * (at == right) + 4 * (at == first) + 8 * ((left <= at) & (at <= right))
    return at, distance, edge, valid
