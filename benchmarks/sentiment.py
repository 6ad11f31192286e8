"""Sentiment toward an actor on a corpus that its model never saw: FA-KES, by outlet.

``python benchmarks/sentiment.py DIR`` draws up to thirty articles of each outlet that has as many,
and prints the mean sentiment toward the mentions of either camp, the difference with an interval
over articles, and how well the sentiment tells mentions under a loaded negative label from others.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from framing.actors import load_actors
from framing.analysis import analyze_one
from framing.evaluation.labelled import auc
from framing.measures.intervals import bootstrap
from framing.reading import read_articles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.actors import Actors
    from framing.result import Result

ROOT = Path(__file__).resolve().parent.parent
SEED, NUMBER = 22, 30

#: Of one article: the sum of the scores toward either camp and the number of mentions.
Sums = tuple[float, int, float, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("data", type=Path, help="the folder with fa-kes/")
    options = parser.parse_args()
    actors = load_actors(ROOT / "seeds" / "syria.actors.toml")
    outlets = defaultdict(list)
    for article in read_articles(str(options.data / "fa-kes" / "articles.jsonl.gz")):
        outlets[str(article.outlet)].append(article)
    labelled: list[tuple[bool, float]] = []
    print(f"{'outlet':<12}{'opponents':>11}{'(n)':>7}{'government':>12}{'(n)':>7}  difference")
    for outlet in sorted(outlets):
        if len(outlets[outlet]) < NUMBER:
            continue
        rows = []
        for article in random.Random(SEED).sample(outlets[outlet], NUMBER):
            result = analyze_one(article, actors, classifiers=["sentiment"])
            rows.append(sums(result, actors))
            labelled += under_labels(result)
        print(line(outlet, rows), flush=True)
    negative = np.array([label for label, _ in labelled])
    score = np.array([score for _, score in labelled])
    print(
        f"mentions under a loaded negative label ({negative.sum()} of {len(negative)}) told from "
        f"others: AUC {auc(negative, -score):.3f}"
    )


def sums(result: Result, actors: Actors) -> Sums:
    """Sentiment toward the mentions of an article, in whoever's words."""
    found = [0.0, 0, 0.0, 0]
    camps = actors.members("FOES"), actors.members("GOVT")
    for row in result.rows.mentions:
        if row.sentiment_score is None or row.actor is None:
            continue
        for at, camp in enumerate(camps):
            if result.actors.side_of(row.actor) in camp:
                found[2 * at] += row.sentiment_score
                found[2 * at + 1] += 1
    return found[0], int(found[1]), found[2], int(found[3])


def under_labels(result: Result) -> list[tuple[bool, float]]:
    """Of each scored mention whether it stands under a loaded negative label, and its sentiment."""
    spans = [
        (row.start, row.end)
        for row in result.rows.loaded_terms
        if row.kind == "label" and row.loaded and row.polarity == "negative"
    ]
    return [
        (any(start < row.end and row.start < end for start, end in spans), row.sentiment_score)
        for row in result.rows.mentions
        if row.sentiment_score is not None
    ]


def line(outlet: str, rows: Sequence[Sums]) -> str:
    """An outlet's row of the table."""
    toward_a, a, toward_b, b = np.array(rows, float).sum(0)
    low, high, _ = bootstrap(rows, lambda total: total[0] / total[1] - total[2] / total[3])
    first, second = toward_a / a, toward_b / b
    return (
        f"{outlet:<12}{first:>11.2f}{a:>7.0f}{second:>12.2f}{b:>7.0f}  "
        f"{first - second:+.2f} ({low:+.2f} to {high:+.2f})"
    )


if __name__ == "__main__":
    main()
