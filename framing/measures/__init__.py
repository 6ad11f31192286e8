"""What is counted: from rows to numbers, each with its counts, interval and status.

`docs/measures.md` says what each measure means; `MEASURES` lists the families in order. To
add one, write a file with a `FAMILY` and name it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.measures import (
    agency,
    doubt,
    headline,
    labels,
    prominence,
    sources,
    stance,
)
from framing.measures import standing as _standing
from framing.measures._case import ErrorRates, Family, Flip, cases
from framing.measures.standing import standing

if TYPE_CHECKING:
    from framing.actors import Actors
    from framing.annotation import Measure, Rows
    from framing.article import Article

__all__ = ["MEASURES", "ErrorRates", "Family", "Flip", "compute", "standing"]

MEASURES: tuple[Family, ...] = (
    labels.FAMILY,
    doubt.FAMILY,
    sources.FAMILY,
    prominence.FAMILY,
    stance.FAMILY,
    agency.FAMILY,
    headline.FAMILY,
    _standing.FAMILY,
)


def compute(
    article: Article, rows: Rows, actors: Actors, error_rates: ErrorRates | None = None
) -> tuple[Measure, ...]:
    """Every measure of one article, in every variant and scope.

    Parameters
    ----------
    article : Article
        With its zones.
    rows : Rows
        What was found in it, by annotators or by a coder.
    actors : Actors
        Their contrasts say which sides the asymmetries compare; a family without a contrast
        has rows for single sides only.
    error_rates : ErrorRates, optional
        Measured error rates of the annotators. With them `low_total` and `high_total` bound
        an interval that also holds the detectors' error, by re-scoring 1,000 times with items
        flipped at these rates (fixed seed).

    Returns
    -------
    tuple of Measure
        Asymmetries have two sides (positive: more of it on side A), others one or none. The
        value is stored wherever it can be computed; `status` says whether to print it.

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import Rows
    >>> from framing.article import Article
    >>> [row.measure for row in compute(Article("a", "No."), Rows(), Actors())]
    ['attributed_share', 'speaker_entropy', 'N1', 'N2', 'N1_sides', 'anonymity']
    """
    return tuple(
        measure
        for family in MEASURES
        for case in cases(family, article, rows, actors, error_rates)
        for measure in family.measure(case)
    )
