"""Rows as tidy pandas frames, one a kind of row."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from framing.annotation import (
    ArticleRow,
    Attribution,
    Epistemic,
    ErrorRow,
    Event,
    LoadedTerm,
    Measure,
    Mention,
    Proposition,
    Sentence,
    Standing,
    ZoneRow,
)
from framing.readability import READABILITY

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from framing.annotation import Rows

__all__ = ["TABLES", "tables"]

#: The names of the tables, in the order of reading.
TABLES = (
    "articles", "zones", "sentences", "mentions", "attributions", "attribution_spans",
    "loaded_terms", "epistemic", "events", "propositions", "standing", "measures", "errors",
)  # fmt: skip


def tables(
    articles: Iterable[ArticleRow],
    rows: Iterable[Rows],
    measures: Iterable[Measure] = (),
    standing: Iterable[Standing] = (),
    errors: Iterable[ErrorRow] = (),
) -> dict[str, pd.DataFrame]:
    """Tidy frames, one a kind of row; every frame has its columns even when it is empty.

    Parameters
    ----------
    articles, rows, measures, standing, errors
        Of any number of articles; `rows` one item an article.

    Returns
    -------
    dict of str to pandas.DataFrame
        Keys: articles, zones, sentences, mentions, attributions, attribution_spans,
        loaded_terms, epistemic, events, propositions, standing, measures, errors.
    """
    every = list(rows)

    def gather(name: str) -> list[object]:
        return [row for one in every for row in getattr(one, name)]

    return {
        "articles": _frame(ArticleRow, articles),
        "zones": _frame(ZoneRow, gather("zones")),
        "sentences": _frame(Sentence, gather("sentences")),
        "mentions": _frame(Mention, gather("mentions")),
        "attributions": _frame(Attribution, gather("attributions")),
        "attribution_spans": _attribution_spans(every),
        "loaded_terms": _frame(LoadedTerm, gather("loaded_terms")),
        "epistemic": _frame(Epistemic, gather("epistemic")),
        "events": _frame(Event, gather("events")),
        "propositions": _frame(Proposition, gather("propositions")),
        "standing": _frame(Standing, standing),
        "measures": _frame(Measure, measures),
        "errors": _frame(ErrorRow, errors),
    }


def _frame(kind: type, rows: Iterable[Any]) -> pd.DataFrame:
    import pandas as pd

    held = list(rows)
    names = [item.name for item in fields(kind) if item.name not in ("parts", "readability")]
    records = [[_plain(getattr(row, name)) for name in names] for row in held]
    frame = pd.DataFrame(records, columns=names)
    if not any(item.name == "readability" for item in fields(kind)):
        return frame
    scores = [{name: row.readability.get(name) for name in READABILITY} for row in held]
    return frame.join(pd.DataFrame(scores, columns=list(READABILITY), index=frame.index))


def _attribution_spans(every: Iterable[Rows]) -> pd.DataFrame:
    import pandas as pd

    records = [
        (row.article_id, row.span_id, part.role, part.start, part.end)
        for rows in every
        for row in rows.attributions
        for part in row.parts
    ]
    return pd.DataFrame(records, columns=["article_id", "attribution_id", "role", "start", "end"])


def _plain(value: object) -> object:
    """Tuples become lists, which Parquet and JSON keep."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
