"""``framing-report sample``: draw a coding sheet from a run's results."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from framing.cli._streams import say
from framing.errors import FramingError

__all__ = ["sample"]

#: What may part the cells of a sheet.
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def sample(
    results: Annotated[
        Path,
        typer.Argument(
            metavar="RESULTS",
            help="What `run -o` wrote: its folder (also with --format csv), or a .json or .jsonl "
            "file.",
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            metavar="SHEET.csv",
            show_default=False,
            help="The sheet; its key and its codebook come beside it.",
        ),
    ],
    number: Annotated[int, typer.Option("-n", "--number", metavar="N", help="Rows to draw.")] = 200,
    layer: Annotated[
        str,
        typer.Option(
            metavar="LAYER",
            help="What is judged: loaded_terms, attributions, epistemic, events or mentions that "
            "were found, or sentences, whether or not anything was found in them.",
        ),
    ] = "loaded_terms",
    about: Annotated[
        str,
        typer.Option(metavar="LAYER", help="With --layer sentences: what they are judged for."),
    ] = "loaded_terms",
    by: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN,...",
            show_default=False,
            help="The columns that make the strata: of the layer's table, or outlet. Default: "
            "outlet and the side (epistemic: the cue's class; sentences: whether anything was "
            "found).",
        ),
    ] = None,
    seed: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            show_default=False,
            help="Another seed gives another sample; the same one the same sheet.",
        ),
    ] = None,
    show_tool: Annotated[
        bool,
        typer.Option(
            "--show-tool", help="Show coders the tool's answers. Default: they judge blind."
        ),
    ] = False,
    separator: Annotated[
        str,
        typer.Option(
            metavar="comma|semicolon|tab",
            help="Between cells: semicolon for a spreadsheet set to a decimal comma.",
        ),
    ] = "comma",
) -> None:
    """Draw a coding sheet from a run's results, to be filled by hand.

    The sheet is a CSV file: a passage a row with its span marked, and empty columns for the
    coder. The codebook beside it says what is asked and which answers are accepted. The key
    beside it holds the tool's own answers, for `score`; coders need not have it.

    Examples:
      framing-report sample results/ -o terms.csv
      framing-report sample results/ -n 400 --layer attributions --by outlet,type -o quoted.csv
      framing-report sample results/ --layer sentences --about loaded_terms -o sentences.csv
    """  # fmt: skip
    from framing.coding import SEED, draw, write_sheet
    from framing.stored import open_results

    if output.suffix.lower() != ".csv":
        raise typer.BadParameter(f"{str(output)!r}: a sheet ends in .csv", param_hint="'--output'")
    if separator not in SEPARATORS:
        raise typer.BadParameter(
            f"unknown {separator!r}; accepted: {', '.join(SEPARATORS)}", param_hint="'--separator'"
        )
    if output.exists():
        raise FramingError(f"{output}: exists, and may hold a coder's work; give -o another name")
    columns = [name.strip() for name in (by or "").split(",") if name.strip()]
    drawn = draw(
        open_results(results), number, layer,
        about=about, by=columns, seed=SEED if seed is None else seed,
    )  # fmt: skip
    sheet, key, codebook = write_sheet(
        drawn, output, show_tool=show_tool, separator=SEPARATORS[separator]
    )
    say(
        f"written: {sheet} ({len(drawn.items)} of {drawn.size} {drawn.unit}, "
        f"{len(drawn.strata)} strata by {', '.join(drawn.by)}), {key.name}, {codebook.name}"
    )
