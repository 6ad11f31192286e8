"""What coreference is told of two words: how far apart, of what kinds, what of them agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.encoder.facts import ENTITIES, KINDS, ROLES

if TYPE_CHECKING:
    from numpy import ndarray

    from framing.encoder.facts import Facts

__all__ = ["FEATURES", "pair_features"]

#: Numbers that a feature can have, feature by feature: see `pair_features`.
FEATURES = (12, 10, 10, len(KINDS) ** 2, 9, 9, 5, len(ENTITIES) ** 2, len(ROLES) ** 2, 8, 7)

_WORDS_APART = (1, 2, 3, 4, 6, 9, 16, 32, 64, 128, 256)
_SENTENCES_APART = (1, 2, 3, 4, 5, 8, 12, 20, 40)
_MENTIONS_APART = (2, 3, 4, 5, 8, 12, 20, 40, 80)
_BLOCKS_APART = (1, 2, 3, 4, 6, 12)


def pair_features(facts: Facts, at: ndarray, rows: slice | ndarray) -> ndarray:
    """Describe pairs of words by numbers.

    Parameters
    ----------
    facts : Facts
    at : ndarray, (mentions,)
        The positions of the words that may be heads of mentions, ascending.
    rows : slice or ndarray
        Which of them are compared with all of them.

    Returns
    -------
    ndarray, (rows, mentions, features)
        Distance in words, sentences and mentions, both kinds, what matches of the wording,
        agreement, quotation marks, both entity types, both roles, syntax, distance in
        paragraphs; each below its number in `FEATURES`. Meaningful where the second stands
        before the first.
    """
    import numpy as np

    here, there = at[rows][:, None], at[None, :]
    order = np.arange(len(at))

    def apart(values: ndarray, bounds: tuple[int, ...]) -> ndarray:
        result: ndarray = np.searchsorted(
            np.array(bounds), values[here] - values[there], side="right"
        )
        return result

    def both(values: ndarray, number: int) -> ndarray:
        result: ndarray = values[here] * number + values[there]
        return result

    ranks = np.searchsorted(np.array(_MENTIONS_APART), order[rows][:, None] - order[None], "right")
    result: ndarray = np.stack(
        [
            apart(np.arange(len(facts.kind)), _WORDS_APART),
            apart(facts.sentence, _SENTENCES_APART),
            ranks,
            both(facts.kind, len(KINDS)),
            _matching(facts, at, rows),
            3 * _agree(facts.gender[here], facts.gender[there])
            + _agree(facts.number[here], facts.number[there]),
            _quoted(facts.quote[here], facts.quote[there]),
            both(facts.entity, len(ENTITIES)),
            both(facts.role, len(ROLES)),
            _syntax(facts, here, there),
            apart(facts.block, _BLOCKS_APART),
        ],
        -1,
    )
    return result


def _agree(one: ndarray, other: ndarray) -> ndarray:
    """0 not known, 1 the same, 2 at odds."""
    import numpy as np

    result: ndarray = np.where((one == 0) | (other == 0), 0, np.where(one == other, 1, 2))
    return result


def _quoted(one: ndarray, other: ndarray) -> ndarray:
    """0 both outside, 1 in one quotation, 2 in two, 3 the first alone, 4 the second alone."""
    import numpy as np

    within, before = one >= 0, other >= 0
    result: ndarray = np.select(
        [within & before & (one == other), within & before, within, before], [1, 2, 3, 4], 0
    )
    return result


def _matching(facts: Facts, at: ndarray, rows: slice | ndarray) -> ndarray:
    """What two phrases share, by whether both are names (+4): nothing, a word, the head, all."""
    import numpy as np

    places = at.tolist()
    names = facts.kind[at] == KINDS.index("name")
    known: dict[str, int] = {}
    held = np.zeros((len(places), 1 + sum(len(facts.content[i]) for i in places)), np.float32)
    for row, i in enumerate(places):
        for word in facts.content[i]:
            held[row, known.setdefault(word, len(known))] = 1
    held = held[:, : max(1, len(known))]
    numbers: dict[str, int] = {}
    key = np.array([numbers.setdefault(facts.key[i], len(numbers)) for i in places])
    wording = np.array([numbers.setdefault(facts.phrase[i], len(numbers)) for i in places])
    shared = held[rows] @ held.T
    size = held.sum(1)
    inside = (shared > 0) & (shared >= np.minimum(size[rows][:, None], size[None]))
    same = wording[rows][:, None] == wording[None]
    level = np.select([same, inside, key[rows][:, None] == key[None], shared > 0], [4, 3, 2, 1], 0)
    result: ndarray = np.where((names[rows][:, None] & names[None]) & (level > 0), level + 4, level)
    return result


def _syntax(facts: Facts, here: ndarray, there: ndarray) -> ndarray:
    """0 apart; else how the parse ties them: apposition, predicate, one within the other, …."""
    import numpy as np

    role_here, role_there = facts.role[here], facts.role[there]
    ties = [
        (facts.head[here] == there) & (role_here == 5),
        (facts.head[here] == facts.head[there]) & (role_here == 6) & (role_there == 1),
        (facts.head[there] == here) & (role_there == 3),
        facts.head[here] == there,
        (facts.left[there] <= here) & (here <= facts.right[there]),
        (facts.left[here] <= there) & (there <= facts.right[here]),
        facts.head[here] == facts.head[there],
    ]
    result: ndarray = np.select(ties, [1, 2, 3, 4, 5, 6, 7], 0)
    return result
