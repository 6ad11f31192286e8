"""The tool against itself: exchange two sides' names, and every asymmetry must turn round.

An article is analysed as it is and with the names of a swap table exchanged (`nameswap`), with
the same actors file. What it says of the two sides is then said of the other one, so that each
asymmetry must keep its size and change its sign, and a share must become its complement. What
does not is the tool's doing, or a name that the table leaves out or the repairs get wrong.

The score says nothing of whether what is counted is there to be counted: read it beside the
recall against gold annotation. A tool that finds nothing passes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from framing.errors import ActorsError, FramingError
from framing.evaluation.corpora.swap_table import read_swap_table
from framing.evaluation.nameswap import swapped_article
from framing.evaluation.scoring import ratio
from framing.reading import read_articles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from framing.actors import Actors
    from framing.annotation import Measure
    from framing.evaluation.nameswap import SwapTable
    from framing.evaluation.task import Task

__all__ = ["ITEMS", "PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "score", "summary_table"]

#: The rules of `score` and of `nameswap`; a change in them changes this name.
PROTOCOL = "name-swap-2"

#: What ``n`` counts.
ITEMS = "articles"

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("measure", "counted", "mean |dev|", "pooled |dev|", "within 0.10", "sign kept")

#: Everything, and all but what a word's sort gives to the government, which no exchange turns.
_COMPARED = ("all", "without_prior")

#: A deviation beyond this is not within reach.
CLOSE = 0.10

#: How many of the articles left out are told one by one.
MOST_TOLD = 10

#: The states of a measure that may be printed.
_PRINTED = ("ok", "low n")


def evaluate(task: Task) -> dict[str, Any]:
    """Swap the names in every article of the inputs and score the measures: see `score`.

    Raises
    ------
    FramingError
        If the task has no swap table or actors file, the two do not fit together, or no
        article can be read.
    """
    if task.swap is None or task.actors is None:
        missing = "swap table (--swap)" if task.swap is None else "actors file (--actors)"
        raise FramingError(f"name-swap: no {missing}; give both, so that names and sides are known")
    table = read_swap_table(task.swap)
    actors = _with_sides(task.actors, table)
    _check_sides(actors, table)
    failed: list[str] = []
    sources = [str(path) for path in (task.path, *task.more)]
    articles = list(
        read_articles(*sources, on_error=lambda row: failed.append(f"{row.path}: {row.reason}"))
    )
    pairs, unchanged = [], 0
    for article in task.watch(articles):
        turned = swapped_article(article, table)
        if turned is article:
            unchanged += 1
            continue
        try:
            pairs.append(
                (task.analyse(article, actors).measures, task.analyse(turned, actors).measures)
            )
        except FramingError as error:
            failed.append(f"{article.name}: {error}")
    if failed and not pairs and not unchanged:
        more = f" (and {len(failed) - 1} more)" if len(failed) > 1 else ""
        raise FramingError(f"{failed[0]}{more}")
    return score(pairs, left_out=failed, unchanged=unchanged)


def _with_sides(actors: Actors, table: SwapTable) -> Actors:
    """The actors with the contrasts that the names belong to."""
    if table.sides:
        try:
            return actors.with_contrast(*table.sides)
        except ActorsError as error:
            raise FramingError(f"{table.name}: sides: {error}") from error
    if not actors.contrasts:
        raise FramingError(
            f'{table.name}: no sides to compare; add sides = ["A", "B"] with two sides or blocs '
            "of the actors file"
        )
    return actors


def _check_sides(actors: Actors, table: SwapTable) -> None:
    """Refuse a pair that does not lead from one side of a contrast to the other."""
    known = {
        name.casefold(): actors.side_of(actor.id) for actor in actors.actors for name in actor.names
    }
    for pair in table.pairs:
        sides = [known.get(name.casefold()) for name in pair.names]
        for contrast in actors.contrasts.values():
            camps = [
                None if side is None else (side in contrast.sides_a, side in contrast.sides_b)
                for side in sides
            ]
            found = [camp for camp in camps if camp is not None]
            if any(not any(camp) for camp in found) or len(found) != len(set(found)):
                names = " and ".join(
                    f"{name!r} (side {side or 'unknown'})"
                    for name, side in zip(pair.names, sides, strict=True)
                )
                raise FramingError(
                    f"{pair.place or table.name}: {names} do not stand on the two sides "
                    f"{contrast.side_a} and {contrast.side_b}; pair names of either, or name "
                    "other sides or blocs in sides = [...]"
                )


# ------------------------------------------------------------------------ scores


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a measure comes of its counts, and the value at which it is neutral."""

    value: Callable[[float, float, float, float], float]
    neutral: float = 0.0


def _odds(k_a: float, n_a: float, k_b: float, n_b: float) -> float:
    cells = (k_a + 0.5, n_a - k_a + 0.5, k_b + 0.5, n_b - k_b + 0.5)
    return math.log(cells[0] / cells[1]) - math.log(cells[2] / cells[3])


_DIFFERENCE = _Shape(lambda k_a, n_a, k_b, n_b: k_a / n_a - k_b / n_b)
_BALANCE = _Shape(lambda k_a, n_a, k_b, n_b: (k_a - k_b) / (k_a + k_b))
_SHARE = _Shape(lambda k_a, n_a, k_b, n_b: k_a / n_a, neutral=0.5)
_SHAPES = {
    "label_log_odds": _Shape(_odds),
    **dict.fromkeys(("SA_words", "SA_attributions", "SA_direct_words", "QP", "HT"), _BALANCE),
    "HS": _SHARE,
}


def score(
    pairs: Iterable[tuple[Iterable[Measure], Iterable[Measure]]],
    *,
    left_out: Sequence[str] = (),
    unchanged: int = 0,
) -> dict[str, Any]:
    """Compare the measures of articles with those of the same articles, names exchanged.

    Parameters
    ----------
    pairs : iterable of (iterable of Measure, iterable of Measure)
        The measures of an article, and of its swapped text. Asymmetries of the whole article
        are compared, with nothing left out, and those of labels also in the variant
        ``without_prior``.
    left_out : sequence of str
        The articles that could not be read or analysed, each with the reason.
    unchanged : int
        The articles that hold none of the names.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (articles compared), ``errors`` (how many
        were left out; the first reasons are in ``left_out``), ``unchanged`` and ``scores``,
        one entry a measure, or a measure and a variant (``"LA, without_prior"``):

        ``counted``
            The articles in which the measure may be printed (ok or low n) both times and is
            not neutral both times. The shares are of these.
        ``mean_abs_deviation``
            The mean of ``|value + swapped value|`` over these; of the harm share, which has its
            middle at 0.5, of the distance from there.
        ``pooled_abs_deviation``
            The same once the counts of all articles, also of those with few, are added up.
        ``share_within_0.10``
            The share in which ``|value + swapped value|`` is at most 0.10.
        ``sign_kept``
            The share in which the sign did not change: it must be 0.

        None where there is nothing to divide by.

    Examples
    --------
    >>> from framing.annotation import Measure
    >>> def labels(value, status="ok"):
    ...     return [Measure(article_id="a", measure="LA", side_a="L", side_b="M", value=value,
    ...         k_a=10 * value, n_a=10, k_b=0, n_b=10, status=status)]
    >>> scores = score([(labels(0.5), labels(-0.25)), (labels(0.5), labels(0.5))])["scores"]
    >>> scores["LA"]["counted"], scores["LA"]["sign_kept"], scores["LA"]["mean_abs_deviation"]
    (2, 0.5, 0.625)
    """
    n = 0
    found: dict[str, list[tuple[Measure, Measure]]] = {}
    for plain, turned in pairs:
        n += 1
        others = {_key(row): row for row in turned if _whole(row)}
        for row in plain:
            other = others.get(_key(row))
            if other is not None and _whole(row):
                found.setdefault(_name(row), []).append((row, other))
    return {
        "corpus": "name-swap",
        "protocol": PROTOCOL,
        "n": n,
        "errors": len(left_out),
        "left_out": list(left_out[:MOST_TOLD]),
        "unchanged": unchanged,
        "scores": {name: _score_measure(name, both) for name, both in found.items()},
    }


def _key(row: Measure) -> tuple[str | None, ...]:
    return row.measure, row.variant, row.side_a, row.side_b


def _name(row: Measure) -> str:
    return row.measure if row.variant == "all" else f"{row.measure}, {row.variant}"


def _whole(row: Measure) -> bool:
    return row.variant in _COMPARED and row.scope == "all" and row.side_b is not None


def _score_measure(name: str, both: Sequence[tuple[Measure, Measure]]) -> dict[str, Any]:
    shape = _SHAPES.get(name.partition(",")[0], _DIFFERENCE)
    values = [
        (row.value - shape.neutral, other.value - shape.neutral)
        for row, other in both
        if row.value is not None
        and other.value is not None
        and row.status in _PRINTED
        and other.status in _PRINTED
    ]
    counted = [pair for pair in values if any(pair)]
    deviations = [abs(value + other) for value, other in counted]
    pooled = [_pooled(shape, rows) for rows in zip(*both, strict=True)]
    near = sum(deviation <= CLOSE + 1e-9 for deviation in deviations)
    kept = sum(value * other > 0 for value, other in counted)
    return {
        "counted": len(counted),
        "mean_abs_deviation": ratio(sum(deviations), len(counted)),
        "pooled_abs_deviation": (
            None if pooled[0] is None or pooled[1] is None else abs(pooled[0] + pooled[1])
        ),
        f"share_within_{CLOSE:.2f}": ratio(near, len(counted)),
        "sign_kept": ratio(kept, len(counted)),
    }


def _pooled(shape: _Shape, rows: Iterable[Measure]) -> float | None:
    """The measure of all articles' counts, as a distance from neutral; None if undefined."""
    sums = [0.0, 0.0, 0.0, 0.0]
    for row in rows:
        for place, count in enumerate((row.k_a, row.n_a, row.k_b, row.n_b)):
            sums[place] += count or 0
    try:
        return shape.value(*sums) - shape.neutral
    except ZeroDivisionError:
        return None


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `score`.
    """
    columns = ("mean_abs_deviation", "pooled_abs_deviation", "share_within_0.10", "sign_kept")
    return [
        (name, str(entry["counted"]), *(_shown(entry[column]) for column in columns))
        for name, entry in scores.items()
    ]


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
