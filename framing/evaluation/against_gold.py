"""One article's rows against its gold annotation, layer by layer.

Two spans match when they share a character, exactly when their trimmed edges agree; zones must
be of one kind, a label matches labels only and the wording of an act (euphemism, dysphemism,
evaluative) only such wording. Attributions match by their content: the letters and digits of
both, without a leading "that", must have a Jaccard index of 0.8 or more, and exactly when they
are the same. Matching is one to one, best first. What gold calls a `neutral_term` is neither
wanted nor allowed: it is left out of gold, so wording found there is spurious.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from framing.evaluation.corpora.gold import read_gold
from framing.evaluation.gold_layers import GOLD_LAYERS, Known
from framing.evaluation.scoring import Item, Matching, match, precision_recall_f1, ratio
from framing.measures import compute

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.actors import Actors
    from framing.annotation import Measure, Rows
    from framing.evaluation.corpora.gold import Gold
    from framing.evaluation.gold_layers import Fits, Layer
    from framing.evaluation.task import Task

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "score_rows", "summary_table"]

#: The matching rules above; a change in them changes this name.
PROTOCOL = "gold-1"

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("layer", "gold", "found", "p", "r", "f1", "exact f1", "f1 without debatable")

_MEASURE_KEY = ("measure", "variant", "scope", "side_a", "side_b")


def evaluate(task: Task) -> dict[str, Any]:
    """Analyse the article of a gold file and score its rows: see `score_rows`."""
    gold = read_gold(task.path, task.actors)
    found = task.analyse(gold.article, gold.actors)
    wanted = compute(gold.article, gold.rows, gold.actors)
    return score_rows(gold, found.rows, found.measures, wanted, actors=gold.actors)


def score_rows(
    gold: Gold,
    predicted: Rows,
    predicted_measures: Iterable[Measure] = (),
    gold_measures: Iterable[Measure] = (),
    *,
    actors: Actors | None = None,
) -> dict[str, Any]:
    """Score the rows found in an article against its gold annotation.

    Parameters
    ----------
    gold : Gold
        Its `article`, `actors` and `rows`.
    predicted : Rows
        What was found in the same text; offsets are compared as they are.
    predicted_measures, gold_measures : iterable of Measure
        Computed from the two sets of rows with the same contrasts: those of the actors file.
    actors : Actors, optional
        The actors file's, without the actors found in the article; gold's own if left out.
        The accuracy of actors, speakers and patients is over gold ids that it names, that of
        issues over the issues it names; sides that it does not name count as no side.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (gold items in all layers) and ``scores``.
        Each layer holds ``overlap`` and ``exact`` (p, r, f1 in [0, 1], and tp, fp, fn), its
        accuracies over the matched items in [0, 1] (k of n in ``accuracy_counts``; None where
        n is 0) and, in ``without_debatable``, the same once gold items with a confidence below
        0.7 are dropped: what matches only a dropped item is then ignored rather than spurious.
        ``loaded_only`` scores loaded labels by themselves, ``labels_right`` loaded labels in
        the author's voice, matched only where the side is right, ``counted_only`` counted
        attributions. ``measures`` lists every measure of either set, aligned by measure,
        variant, scope and sides.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from framing.actors import Actor, Actors, Side
    >>> from framing.annotation import Mention, Rows
    >>> from framing.article import Article
    >>> text = "The dockers met. They left."
    >>> def mention(start, end):
    ...     return Mention(article_id="a", span_id=f"m{start}", start=start, end=end,
    ...         text=text[start:end], zone="body", actor="U", side="L", form="common")
    >>> gold = SimpleNamespace(
    ...     article=Article("a", text),
    ...     actors=Actors((Actor("U", "Dockers", side="L"),), (Side("L", "Labour"),)),
    ...     rows=Rows(mentions=(mention(0, 11), mention(17, 21))),
    ... )
    >>> report = score_rows(gold, Rows(mentions=(mention(4, 11),)))
    >>> report["scores"]["mentions"]["exact"]
    {'p': 1.0, 'r': 0.5, 'f1': 0.6666666666666666, 'tp': 1, 'fp': 0, 'fn': 1}
    """
    known = Known.of(gold.actors if actors is None else actors)
    scores: dict[str, Any] = {}
    n = 0
    for layer in GOLD_LAYERS:
        wanted = _items(layer, gold.article.text, gold.rows)
        found = _items(layer, gold.article.text, predicted)
        firm = [item for item in wanted if item.row.confident]
        dropped = [item for item in wanted if not item.row.confident]
        n += len(wanted)
        scores[layer.name] = {
            **_score_layer(layer, wanted, found, [], known),
            "without_debatable": {
                "dropped": len(dropped),
                **_score_layer(layer, firm, found, dropped, known),
            },
        }
    scores["measures"] = _align_measures(gold_measures, predicted_measures)
    return {"corpus": "gold", "protocol": PROTOCOL, "n": n, "scores": scores}


def _items(layer: Layer, text: str, rows: Rows) -> list[Item[Any]]:
    """Order a layer's rows by place, however they were listed."""
    wanted = [
        row for row in getattr(rows, layer.name) if getattr(row, "kind", "") != "neutral_term"
    ]
    wanted.sort(key=lambda row: (row.start, row.end, row.span_id))
    return [Item(row, layer.extent(text, row)) for row in wanted]


def _score_layer(
    layer: Layer,
    wanted: Sequence[Item[Any]],
    found: Sequence[Item[Any]],
    dropped: Sequence[Item[Any]],
    known: Known,
) -> dict[str, Any]:
    matching, ignored = _match(layer, layer.fits, wanted, found, dropped, known)
    result = _edges(matching, ignored)
    counts: dict[str, dict[str, int]] = {}
    for name, judge in layer.judges.items():
        verdicts = [judge(gold.row, item.row, known) for gold, item in matching.pairs]
        judged = [verdict for verdict in verdicts if verdict is not None]
        counts[name] = {"k": sum(judged), "n": len(judged)}
        result[name] = ratio(sum(judged), len(judged))
    if counts:
        result["accuracy_counts"] = counts
    for name, subset in layer.subsets.items():
        some_wanted = [item for item in wanted if subset.keep(item.row)]
        some_found = [item for item in found if subset.keep(item.row)]
        part = _match(layer, subset.fits, some_wanted, some_found, dropped, known)
        result[name] = _edges(*part)
    return result


def _match(
    layer: Layer,
    fits: Fits,
    wanted: Sequence[Item[Any]],
    found: Sequence[Item[Any]],
    dropped: Sequence[Item[Any]],
    known: Known,
) -> tuple[Matching[Any], int]:
    """Match, and count the spurious items that match one dropped from gold."""

    def agreement(gold: Any, item: Any) -> int:
        return sum(judge(gold, item, known) is True for judge in layer.judges.values())

    matching = match(
        wanted,
        found,
        fits=lambda gold, item: fits(gold, item, known),
        at_least=layer.at_least,
        agreement=agreement,
    )
    excused = match(
        dropped,
        matching.spurious,
        fits=lambda gold, item: layer.fits(gold, item, known),
        at_least=layer.at_least,
    )
    return matching, len(excused.pairs)


def _edges(matching: Matching[Any], ignored: int) -> dict[str, Any]:
    pairs, exact = len(matching.pairs), matching.exact
    fp, fn = len(matching.spurious) - ignored, len(matching.missed)
    rough = pairs - exact
    return {
        "overlap": precision_recall_f1(pairs, fp, fn),
        "exact": precision_recall_f1(exact, fp + rough, fn + rough),
        "ignored": ignored,
    }


# ------------------------------------------------------------------------ the measures


def _align_measures(gold: Iterable[Measure], predicted: Iterable[Measure]) -> list[dict[str, Any]]:
    """Put gold's measures first, in their order, then those of the prediction only."""
    wanted, found = _by_key(gold), _by_key(predicted)
    entries = []
    for key in {**wanted, **found}:
        one, other = wanted.get(key), found.get(key)
        entries.append(
            {
                **dict(zip(_MEASURE_KEY, key, strict=True)),
                "gold": _number(one.value) if one else None,
                "predicted": _number(other.value) if other else None,
                "gold_status": one.status if one else None,
                "predicted_status": other.status if other else None,
                "gold_counts": _counts(one),
                "predicted_counts": _counts(other),
            }
        )
    return entries


def _by_key(measures: Iterable[Measure]) -> dict[tuple[str | None, ...], Measure]:
    return {tuple(getattr(one, name) for name in _MEASURE_KEY): one for one in measures}


def _counts(measure: Measure | None) -> dict[str, float | None] | None:
    if measure is None:
        return None
    return {name: _number(getattr(measure, name)) for name in ("k_a", "n_a", "k_b", "n_b")}


def _number(value: float | None) -> float | None:
    """Keep what JSON can hold: it has no infinity."""
    return value if value is not None and math.isfinite(value) else None


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    A layer comes first, then the parts of it that are scored by themselves, then one row an
    accuracy: its n under ``gold``, its k under ``found``, its value under ``f1``.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `score_rows`.
    """
    rows: list[tuple[str, ...]] = []
    for layer in GOLD_LAYERS:
        entry = scores[layer.name]
        firm = entry["without_debatable"]
        rows.append(_summary_row(layer.name, entry, firm))
        for name in layer.subsets:
            rows.append(_summary_row(f"  {name}", entry[name], firm[name]))
        for name in layer.judges:
            counts = entry["accuracy_counts"][name]
            values = (_shown(entry[name]), "", _shown(firm[name]))
            rows.append((f"  {name} right", str(counts["n"]), str(counts["k"]), "", "", *values))
    return rows


def _summary_row(name: str, entry: Mapping[str, Any], firm: Mapping[str, Any]) -> tuple[str, ...]:
    overlap = entry["overlap"]
    gold, found = overlap["tp"] + overlap["fn"], overlap["tp"] + overlap["fp"]
    numbers = (overlap["p"], overlap["r"], overlap["f1"], entry["exact"]["f1"])
    return (name, str(gold), str(found), *map(_shown, numbers), _shown(firm["overlap"]["f1"]))


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
