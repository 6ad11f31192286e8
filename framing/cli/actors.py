"""``framing-report actors``: propose an actors file from the articles themselves."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli._job import read_inputs
from framing.cli._options import (
    Attribution,
    Columns,
    Coreference,
    Inputs,
    Pipeline,
    parse_columns,
)
from framing.cli._streams import emit, say, write_file
from framing.errors import FramingError

__all__ = ["actors"]


def actors(
    inputs: Inputs,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="Where to write the proposal; a file that is there already is left alone.",
        ),
    ] = None,
    columns: Columns = None,
    pipeline: Pipeline = None,
    attribution: Attribution = "learned",
    coreference: Coreference = "learned",
) -> None:
    """Propose an actors file: whom the articles speak of, by which names and how often.

    The proposal names no sides: that is the reader's part. Edit it, put each actor on a
    side, and hand it to [bold]run --actors[/bold].

    Examples:
      framing-report actors article.txt -o who.toml
      framing-report actors articles/
    """
    if output is not None and output.exists():
        raise FramingError(f"{output}: is there already; give -o another name")
    job = read_inputs(inputs, parse_columns(columns))
    results = job.results(pipeline=pipeline, attribution=attribution, coreference=coreference)
    first = next(results, None)
    if first is not None:
        from itertools import chain

        from framing.suggest import suggest_from_results

        proposal = suggest_from_results(chain([first], results))
        if output is None:
            emit(proposal)
        else:
            write_file(output, proposal)
            say(f"written: {output}")
    job.close()
