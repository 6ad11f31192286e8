"""A coded sheet as training data: text, label, group."""

from __future__ import annotations

import csv
import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.coding.agreement import votes
from framing.errors import FramingError
from framing.spreadsheet import guard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framing.coding.drawing import Draw
    from framing.coding.sheets import Coded

__all__ = ["training_rows", "write_training"]


def training_rows(
    drawn: Draw, coders: Sequence[Coded], question: str | None = None
) -> list[dict[str, Any]]:
    """The rows on whose label most of their coders agree, in the sheet's order.

    Parameters
    ----------
    question : str, optional
        Whose answers are the labels. Default: the sheet's first.

    Returns
    -------
    list of dict
        text, label, group (the article, so that no fold shares one), outlet, and where a span
        in the text was judged its start and end; rows whose coders are split are left out.

    Raises
    ------
    FramingError
        If the question is unknown.
    """
    asked = {one.name: one for one in drawn.questions}
    name = question or drawn.questions[0].name
    if name not in asked:
        raise FramingError(f"question: unknown {name!r}; accepted: {', '.join(asked)}")
    rows = []
    for item in drawn.items:
        given = Counter(votes(asked[name], coders, item.id)).most_common(2)
        if not given or (len(given) > 1 and given[0][1] == given[1][1]):
            continue
        places = item.passage.places
        span = {"start": places[0][0], "end": places[-1][1]} if places else {}
        rows.append(
            {
                "text": item.passage.text,
                "label": given[0][0],
                "group": item.article_id,
                "outlet": item.outlet or "",
                **span,
            }
        )
    return rows


def write_training(
    path: Path, drawn: Draw, coders: Sequence[Coded], question: str | None = None
) -> int:
    """Write them as JSON Lines (``.jsonl``) or CSV; gives the number of rows.

    Raises
    ------
    FramingError
        If the question is unknown, no row has a label, or the file cannot be written.
    """
    rows = training_rows(drawn, coders, question)
    if not rows:
        raise FramingError(f"{path}: no row on whose label coders agree; nothing to learn from")
    try:
        with path.open("w", newline="", encoding="utf-8") as file:
            if path.suffix.lower() == ".jsonl":
                file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
            else:
                writer = csv.writer(file)
                writer.writerow(rows[0])
                for row in rows:
                    cells = (
                        guard(value) if isinstance(value, str) else value for value in row.values()
                    )
                    writer.writerow(cells)
    except OSError as error:
        raise FramingError(f"{path}: cannot be written: {error.strerror}") from error
    return len(rows)
