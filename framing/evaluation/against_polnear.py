"""Attributions against PolNeAR, or any system's against any gold given as plain spans.

Two attributions match when the letters and digits of their contents have a Jaccard index of 0.8
or more, and exactly when they are the same; one to one, the largest index first, all parts of a
content taken together. PolNeAR marks no nesting, so of an analysis only attributions at depth 1
are compared. Its contents keep a leading "that", which the analysis leaves out: where only white
space parts the word from a found content, it is put back before anything is compared.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.evaluation.corpora.polnear import read_polnear
from framing.evaluation.quotations import TYPES, edges, quotations, quoted_runs, with_that
from framing.evaluation.scoring import (
    Item,
    letters_of,
    match,
    precision_recall_f1,
    ratio,
    score_row,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.evaluation.quotations import Quotation
    from framing.evaluation.scoring import Matching
    from framing.evaluation.task import Task

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "score", "summary_table"]

#: The rules above; a change in them changes this name.
PROTOCOL = "polnear-1"

#: Smallest Jaccard index of two contents that are one attribution.
SAME_CONTENT = 0.8

ROLES = ("source", "cue", "content")

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "gold", "found", "p", "r", "f1")


def evaluate(task: Task) -> dict[str, Any]:
    """Analyse the articles of a PolNeAR file or folder and score the attributions: see `score`."""
    records = list(read_polnear(task.path))
    actors = task.actors or Actors()
    articles = task.watch([article for article, _ in records])
    return score(
        (article.text, gold, quotations(task.analyse(article, actors).rows))
        for article, (_, gold) in zip(articles, records, strict=True)
    )


def score(
    documents: Iterable[tuple[str, Sequence[Quotation], Sequence[Quotation]]],
) -> dict[str, Any]:
    """Score the attributions found in some texts against gold ones.

    Parameters
    ----------
    documents : iterable of (str, sequence of Quotation, sequence of Quotation)
        A text, its gold attributions, those found. A found content need not have its leading
        "that"; the types of the found are not looked at.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (gold attributions), ``documents`` and
        ``scores``. All counts are added up over the texts before anything is divided; p, r,
        f1 and shares lie in [0, 1], None where there is nothing to divide by.

        ``A80`` and ``A_exact``
            Whole attributions whose contents match at 0.8, and exactly.
        ``recall_by_type``
            The share of the gold attributions of each type that match at 0.8.
        ``speaker_exact``
            The share of the pairs matched at 0.8 whose sources cover the same letters and
            digits; where gold has no source, those where none was found.
        ``B_exact``
            Runs inside double quotation marks within contents, as `quoted_runs` finds them on
            either side, compared as sets of offsets a text.
        ``span_exact_f1``
            F1 of single contiguous spans of each role (a discontinuous one counts as
            several), trimmed to letters and digits, compared as sets of offsets a text.

        ``accuracy_counts`` holds the k of n behind a share, ``counts`` what is behind an F1.

    Examples
    --------
    >>> from framing.evaluation.quotations import Quotation
    >>> text = "Lee said that it rained."
    >>> gold = Quotation(((0, 3),), ((4, 8),), ((9, 23),), "indirect")
    >>> found = Quotation(((0, 3),), ((4, 8),), ((14, 23),), "indirect")
    >>> report = score([(text, [gold], [found])])
    >>> report["scores"]["A_exact"]["f1"], report["scores"]["recall_by_type"]["direct"]
    (1.0, None)
    """
    tally: Counter[tuple[str, str]] = Counter()
    for text, gold, found in documents:
        tally["documents", "n"] += 1
        tally.update(_count(text, gold, with_that(text, found)))
    return {
        "corpus": "polnear",
        "protocol": PROTOCOL,
        "n": tally["A80", "tp"] + tally["A80", "fn"],
        "documents": tally["documents", "n"],
        "scores": {
            **{name: _edges(tally, name) for name in ("A80", "A_exact", "B_exact")},
            "recall_by_type": _shares(tally, TYPES),
            **_shares(tally, ("speaker_exact",)),
            "span_exact_f1": {
                **{role: _edges(tally, role)["f1"] for role in ROLES},
                "counts": {
                    role: {kind: tally[role, kind] for kind in ("tp", "fp", "fn")} for role in ROLES
                },
            },
        },
    }


def _count(
    text: str, gold: Sequence[Quotation], found: Sequence[Quotation]
) -> Counter[tuple[str, str]]:
    """Count one text: (score, tp, fp or fn) or, for a share, (score, k or n)."""
    matching = match(_items(text, gold), _items(text, found), at_least=SAME_CONTENT)
    pairs, exact = len(matching.pairs), matching.exact
    tally = Counter(
        {
            ("A80", "tp"): pairs,
            ("A80", "fp"): len(found) - pairs,
            ("A80", "fn"): len(gold) - pairs,
            ("A_exact", "tp"): exact,
            ("A_exact", "fp"): len(found) - exact,
            ("A_exact", "fn"): len(gold) - exact,
        }
    )
    tally.update((one.type, "n") for one in gold)
    tally.update((one.row.type, "k") for one, _ in matching.pairs)
    tally["speaker_exact", "n"] = pairs
    tally["speaker_exact", "k"] = _speakers_right(text, matching)
    sets = {"B_exact": (quoted_runs(text, gold), quoted_runs(text, found))}
    for role in ROLES:
        sets[role] = (_spans(text, gold, role), _spans(text, found, role))
    for name, (wanted, given) in sets.items():
        tally[name, "tp"] = len(wanted & given)
        tally[name, "fp"] = len(given - wanted)
        tally[name, "fn"] = len(wanted - given)
    return tally


def _items(text: str, every: Iterable[Quotation]) -> list[Item[Quotation]]:
    ordered = sorted(every, key=lambda one: one.content)
    return [Item(one, letters_of(text, one.content, keep_that=True)) for one in ordered]


def _speakers_right(text: str, matching: Matching[Quotation]) -> int:
    return sum(
        letters_of(text, gold.row.source, keep_that=True)
        == letters_of(text, found.row.source, keep_that=True)
        for gold, found in matching.pairs
    )


def _spans(text: str, every: Iterable[Quotation], role: str) -> frozenset[tuple[int, int]]:
    return frozenset(edges(text, *span) for one in every for span in getattr(one, role))


def _edges(tally: Counter[tuple[str, str]], name: str) -> dict[str, float | None]:
    return precision_recall_f1(tally[name, "tp"], tally[name, "fp"], tally[name, "fn"])


def _shares(tally: Counter[tuple[str, str]], names: Iterable[str]) -> dict[str, Any]:
    counts = {name: {"k": tally[name, "k"], "n": tally[name, "n"]} for name in names}
    shares: dict[str, Any] = {name: ratio(both["k"], both["n"]) for name, both in counts.items()}
    return {**shares, "accuracy_counts": counts}


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    A share has its n under ``gold``, its k under ``found`` and its value under ``r``.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `score`.
    """
    rows = [
        score_row("A80", scores["A80"]),
        *(_sharescore_row(f"  {name}", name, scores["recall_by_type"]) for name in TYPES),
        _sharescore_row("  speaker exact", "speaker_exact", scores),
        score_row("A exact", scores["A_exact"]),
        score_row("B exact", scores["B_exact"]),
    ]
    for role, counts in scores["span_exact_f1"]["counts"].items():
        rows.append(score_row(f"{role} spans exact", precision_recall_f1(**counts)))
    return rows


def _sharescore_row(title: str, name: str, scores: Mapping[str, Any]) -> tuple[str, ...]:
    counts = scores["accuracy_counts"][name]
    return (title, str(counts["n"]), str(counts["k"]), "", shown(scores[name]), "")
