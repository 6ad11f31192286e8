"""Coreference against GUM, or any system's clusters against any gold ones.

Gold are GUM's clusters in the manner of OntoNotes, which has no singletons: clusters of one
mention are dropped on both sides, and mentions are the same when both offsets agree. Of the
analysis, the mentions of one actor are a cluster, in every zone; it looks for people, groups
and states alone, so that most of GUM's other clusters are beyond it. The measures are in
`framing.evaluation.clusters`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from framing.evaluation.clusters import METRICS, without_singletons
from framing.evaluation.coreferent import found_by
from framing.evaluation.corpora.gum import read_gum
from framing.evaluation.forms import FORMS, form_of
from framing.evaluation.scoring import ratio, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.evaluation.coreferent import Predict
    from framing.evaluation.task import Task

    Span = tuple[int, int]
    Clusters = Sequence[Sequence[Span]]

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "score", "summary_table"]

#: How it is scored; a change in it changes this name.
PROTOCOL = "gum-1"

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "n", "p", "r", "f1")


def evaluate(task: Task, predict: Predict | None = None) -> dict[str, Any]:
    """Find the clusters of a GUM file or folder and score them: see `score`.

    Parameters
    ----------
    task : Task
    predict : callable, optional
        Gives the clusters of an article, instead of the learned coreference.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (gold mentions in clusters), ``documents``
        and ``scores``, in which ``actors`` holds those of the analysis's own mentions, where
        there is learned coreference and no `predict` is given.
    """
    texts = list(read_gum(task.path))
    found = found_by(task, [article for article, _ in texts], predict)
    scores = {
        name: score(
            ((article.text, gold.genre), gold.clusters, given)
            for (article, gold), given in zip(texts, found[name], strict=True)
        )
        for name in found
    }
    more = {name: value for name, value in scores.items() if name}
    return {
        "corpus": "gum",
        "protocol": PROTOCOL,
        "n": sum(len(one) for _, gold in texts for one in without_singletons(gold.clusters)),
        "documents": len(texts),
        "scores": {**scores[""], **more},
    }


def score(documents: Iterable[tuple[tuple[str, str], Clusters, Clusters]]) -> dict[str, Any]:
    """Score the clusters found in some texts against gold ones.

    Parameters
    ----------
    documents : iterable of ((str, str), clusters, clusters)
        A text and its genre, its gold clusters, those found; a cluster is a sequence of
        ``(start, end)``.

    Returns
    -------
    dict
        JSON-ready. What p and r are made of is added up over the texts before anything is
        divided; all lie in [0, 1], None where there is nothing to divide by.

        ``conll_f1``
            The mean of the three F1s.
        ``muc``, ``b3``, ``ceafe``
            Each with ``p``, ``r`` and ``f1``.
        ``mentions``
            Mentions in clusters, found and gold, compared as sets of offsets.
        ``by_genre``
            For each genre its ``conll_f1`` and number of ``documents``.
        ``link_accuracy``
            For each form of a gold mention that has an antecedent, the share for which the
            cluster found for it holds an earlier mention of its gold cluster.
            ``accuracy_counts`` holds the k of n.

    Examples
    --------
    >>> text = "Ann left. She ran. Ann fell."
    >>> report = score([((text, "fiction"), [[(0, 3), (10, 13), (19, 22)]], [[(0, 3), (19, 22)]])])
    >>> report["muc"]["p"], report["muc"]["r"], report["b3"]["r"]
    (1.0, 0.5, 0.4444444444444444)
    >>> report["link_accuracy"]["pronoun"], report["link_accuracy"]["name"]
    (0.0, 1.0)
    """
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    links: Counter[tuple[str, str]] = Counter()
    number: Counter[str] = Counter()
    for (text, genre), raw_gold, raw_found in documents:
        gold, found = without_singletons(raw_gold), without_singletons(raw_found)
        number[genre] += 1
        counts = _counts(gold, found)
        sums[""].update(counts)
        sums[genre].update(counts)
        links.update(_links(text, gold, found))
    total = sums.pop("", Counter())
    return {
        "conll_f1": _conll(total),
        **{name: _measure(total, name) for name in (*METRICS, "mentions")},
        "by_genre": {
            genre: {"conll_f1": _conll(sums[genre]), "documents": number[genre]}
            for genre in sorted(number)
        },
        "link_accuracy": {
            **{form: ratio(links[form, "k"], links[form, "n"]) for form in FORMS},
            "accuracy_counts": {
                form: {"k": links[form, "k"], "n": links[form, "n"]} for form in FORMS
            },
        },
    }


def _counts(gold: Sequence[frozenset[Any]], found: Sequence[frozenset[Any]]) -> dict[str, float]:
    counts: dict[str, float] = {}
    for name, metric in METRICS.items():
        (right, given), (covered, wanted) = metric(gold, found)
        counts.update(
            {f"{name} p": right, f"{name} of": given, f"{name} r": covered, f"{name} in": wanted}
        )
    every, seen = frozenset().union(*gold), frozenset().union(*found)
    shared = len(every & seen)
    counts.update({"mentions p": shared, "mentions of": len(seen)})
    counts.update({"mentions r": shared, "mentions in": len(every)})
    return counts


def _links(
    text: str, gold: Sequence[frozenset[Span]], found: Sequence[frozenset[Span]]
) -> Counter[tuple[str, str]]:
    place = {mention: cluster for cluster in found for mention in cluster}
    links: Counter[tuple[str, str]] = Counter()
    for cluster in gold:
        ordered = sorted(cluster)
        for at, mention in enumerate(ordered[1:], 1):
            form = form_of(text[mention[0] : mention[1]])
            links[form, "n"] += 1
            links[form, "k"] += not place.get(mention, frozenset()).isdisjoint(ordered[:at])
    return links


def _measure(counts: Mapping[str, float], name: str) -> dict[str, float | None]:
    p = ratio(counts.get(f"{name} p", 0), counts.get(f"{name} of", 0))
    r = ratio(counts.get(f"{name} r", 0), counts.get(f"{name} in", 0))
    if p is None and r is None:
        return {"p": None, "r": None, "f1": None}
    both = (p or 0.0) + (r or 0.0)
    return {"p": p, "r": r, "f1": 2 * (p or 0.0) * (r or 0.0) / both if both else 0.0}


def _conll(counts: Mapping[str, float]) -> float | None:
    values = [_measure(counts, name)["f1"] for name in METRICS]
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if len(known) == len(values) else None


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `evaluate`.
    """
    rows: list[tuple[str, ...]] = [("CoNLL", "", "", "", shown(scores["conll_f1"]))]
    for name, title in (("muc", "MUC"), ("b3", "B³"), ("ceafe", "CEAFe"), ("mentions", "mentions")):
        entry = scores[name]
        rows.append((title, "", *(shown(entry[key]) for key in ("p", "r", "f1"))))
    links = scores["link_accuracy"]
    for form in FORMS:
        count = links["accuracy_counts"][form]["n"]
        rows.append((f"  link of {form}", str(count), "", shown(links[form]), ""))
    for genre, entry in scores["by_genre"].items():
        rows.append((f"  in {genre}", str(entry["documents"]), "", "", shown(entry["conll_f1"])))
    if "actors" in scores:
        inner = summary_table(scores["actors"])
        rows += [(f"actors: {row[0].strip()}", *row[1:]) for row in inner]
    return rows
