"""Pronouns against GAP: of two names, which one a gendered pronoun stands for, if either.

Each pronoun asks two questions, one a name, and F1 is that of the answers "yes" (Webster et al.
2018). The answer is yes where the pronoun's cluster holds the name. A name is held by the span
that has the largest Jaccard index with it, over characters; a longer span in which the name is
followed by a genitive ending ("Ann's father") is none of the name's.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.evaluation.coreferent import found_by
from framing.evaluation.corpora.gap import read_gap
from framing.evaluation.scoring import precision_recall_f1, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.evaluation.coreferent import Predict
    from framing.evaluation.corpora.gap import Choice
    from framing.evaluation.task import Task

    Span = tuple[int, int]
    Clusters = Sequence[Sequence[Span]]

__all__ = ["ITEMS", "PROTOCOL", "SUMMARY_COLUMNS", "answers", "evaluate", "score", "summary_table"]

#: How it is scored; a change in it changes this name.
PROTOCOL = "gap-1"

#: What ``n`` counts.
ITEMS = "pronouns"

GROUPS = ("overall", "masculine", "feminine")

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "p", "r", "f1")


def evaluate(task: Task, predict: Predict | None = None) -> dict[str, Any]:
    """Find the clusters of the texts of a GAP file and score its pronouns: see `score`.

    Parameters
    ----------
    task : Task
    predict : callable, optional
        Gives the clusters of an article, instead of the learned coreference.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (pronouns) and ``scores``, in which
        ``actors`` holds those of the mentions that the analysis gives to one actor, where there
        is learned coreference and no `predict` is given.
    """
    texts = list(read_gap(task.path))
    found = found_by(task, [article for article, _ in texts], predict)
    scores = {
        name: score(
            (article.text, choice, given)
            for (article, choice), given in zip(texts, found[name], strict=True)
        )
        for name in found
    }
    more = {name: value for name, value in scores.items() if name}
    return {
        "corpus": "gap",
        "protocol": PROTOCOL,
        "n": len(texts),
        "scores": {**scores[""], **more},
    }


def score(texts: Iterable[tuple[str, Choice, Clusters]]) -> dict[str, Any]:
    """Score the answers that clusters give.

    Parameters
    ----------
    texts : iterable of (str, Choice, clusters)
        A text, its pronoun and names, and the clusters found in it, of ``(start, end)``.

    Returns
    -------
    dict
        JSON-ready: ``f1``, that of all pronouns; ``overall``, ``masculine`` and ``feminine`` with
        p, r and f1, in [0, 1] or None where there is nothing to divide by; ``bias``, the feminine
        F1 by the masculine.

    Examples
    --------
    >>> from framing.evaluation.corpora.gap import Choice
    >>> text = "Ann met Eve. She left."
    >>> choice = Choice((13, 16), ((0, 3), (8, 11)), (True, False), masculine=False)
    >>> score([(text, choice, [[(0, 3), (13, 16)]])])["feminine"]["f1"]
    1.0
    >>> score([(text, choice, [[(0, 3), (8, 11), (13, 16)]])])["overall"]["p"]
    0.5
    """
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for text, choice, clusters in texts:
        group = "masculine" if choice.masculine else "feminine"
        for meant, given in zip(choice.meant, answers(text, choice, clusters), strict=True):
            counts["overall", meant, given] += 1
            counts[group, meant, given] += 1
    scores: dict[str, Any] = {
        group: precision_recall_f1(
            counts[group, True, True], counts[group, False, True], counts[group, True, False]
        )
        for group in GROUPS
    }
    one, other = scores["feminine"]["f1"], scores["masculine"]["f1"]
    bias = one / other if one is not None and other else None
    return {"f1": scores["overall"]["f1"], **scores, "bias": bias}


def answers(text: str, choice: Choice, clusters: Clusters) -> tuple[bool, bool]:
    """For each name whether the pronoun's cluster holds it."""
    place: dict[Span, int] = {}
    for number, cluster in enumerate(clusters):
        for span in cluster:
            place.setdefault((span[0], span[1]), number)
    pronoun = place.get(choice.pronoun)
    if pronoun is None:
        return False, False
    first, second = (_held(text, name, place) == pronoun for name in choice.names)
    return first, second


def _held(text: str, name: Span, place: Mapping[Span, int]) -> int | None:
    """The cluster of the span that is most like the name's."""
    best: tuple[float, int] | None = None
    for (start, end), number in place.items():
        shared = min(end, name[1]) - max(start, name[0])
        genitive = end > name[1] + 2 and text[name[1] : name[1] + 2] in ("'s", "’s", "' ", "’ ")
        if shared <= 0 or genitive:
            continue
        likeness = shared / (max(end, name[1]) - min(start, name[0]))
        if best is None or likeness > best[0]:
            best = likeness, number
    return best[1] if best else None


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `evaluate`.
    """
    rows = [(group, *(shown(scores[group][key]) for key in ("p", "r", "f1"))) for group in GROUPS]
    rows.append(("feminine by masculine", "", "", shown(scores["bias"])))
    if "actors" in scores:
        inner = summary_table(scores["actors"])
        rows += [(f"actors: {row[0]}", *row[1:]) for row in inner]
    return rows
