"""``framing-report evaluate``: score the analysis against annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli._options import ActorsFile, Pipeline, read_actors
from framing.cli._start import import_spacy
from framing.cli._streams import emit, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from framing.actors import Actors

__all__ = ["CORPORA", "evaluate"]


def _gold(path: Path, actors: Actors | None, pipeline: str) -> dict[str, Any]:
    """One article's reference annotation (``*.gold.json``)."""
    from framing.analysis import analyze_one
    from framing.evaluation.against_gold import score_rows
    from framing.evaluation.corpora.gold import read_gold
    from framing.measures import compute

    gold = read_gold(path, actors)
    found = analyze_one(gold.article, gold.actors, pipeline=pipeline)
    wanted = compute(gold.article, gold.rows, gold.actors)
    return score_rows(gold, found.rows, found.measures, wanted, actors=gold.actors)


#: What can be scored against: a function that gives a report with its ``scores``.
CORPORA: dict[str, Callable[[Path, Actors | None, str], dict[str, Any]]] = {
    "gold": _gold,
}


def evaluate(
    corpus: Annotated[str, typer.Argument(metavar="CORPUS", help=f"One of: {', '.join(CORPORA)}.")],
    path: Annotated[
        Path, typer.Argument(metavar="FILE", help="The corpus; for gold a *.gold.json.")
    ],
    actors: ActorsFile = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, fractions in [0, 1].")
    ] = False,
    floors: Annotated[
        bool,
        typer.Option("--floors", help="Hold the scores against their floors; below one exits 3."),
    ] = False,
    pipeline: Pipeline = None,
) -> None:
    """Score the analysis against gold annotation.

    The article of a gold file lies beside it. Without --actors the gold file's own actors
    are used, without their aliases.

    Examples:
      framing-report evaluate gold seed.gold.json --actors douma.actors.toml
      framing-report evaluate gold seed.gold.json --actors douma.actors.toml --json
    """
    if corpus not in CORPORA:
        raise typer.BadParameter(
            f"unknown {corpus!r}; accepted: {', '.join(CORPORA)}", param_hint="'CORPUS'"
        )
    listed = read_actors(actors)
    import_spacy()
    from framing.evaluation.floors import check_floors, read_floors
    from framing.language import DEFAULT_PIPELINE

    scored = CORPORA[corpus](path, listed, pipeline or DEFAULT_PIPELINE)
    if as_json:
        emit(json.dumps(scored, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    else:
        emit(_table(scored))
    below = check_floors(scored["scores"], read_floors(corpus)) if floors else []
    for line in below:
        say(line)
    if below:
        raise typer.Exit(3)


def _table(scored: dict[str, Any]) -> str:
    from framing.evaluation.against_gold import SUMMARY_COLUMNS, summary_table

    rows = [SUMMARY_COLUMNS, *summary_table(scored["scores"])]
    widths = [max(len(row[place]) for row in rows) for place in range(len(SUMMARY_COLUMNS))]
    lines = [
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    head = f"{scored['corpus']} ({scored['protocol']}), {scored['n']} gold items"
    return "\n".join([head, "", *lines]) + "\n"
