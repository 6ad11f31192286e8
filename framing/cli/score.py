"""``framing-report score``: read coding sheets back and hold the tool against them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from framing.cli._streams import emit, say
from framing.cli._table import table

__all__ = ["score"]


def score(
    sheets: Annotated[
        list[Path],
        typer.Argument(
            metavar="SHEET", help="A filled sheet a coder; the file's name is the coder's."
        ),
    ],
    key: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="The key that `sample` wrote. Default: the one beside the first sheet that "
            "knows its rows.",
        ),
    ] = None,
    training: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            show_default=False,
            help="Also write the rows on whose answer coders agree as training data (.csv or "
            ".jsonl): text, label, group.",
        ),
    ] = None,
    question: Annotated[
        str | None,
        typer.Option(
            metavar="COLUMN",
            show_default=False,
            help="The column that gives the labels of --training. Default: the sheet's first.",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, fractions in [0, 1].")
    ] = False,
) -> None:
    """Score filled coding sheets: the coders against each other, the tool against the coders.

    Prints agreement (Krippendorff's alpha with a bootstrap interval), precision and recall of
    the tool with intervals, and a paragraph for a methods section. Figures are weighted by what
    each row stands for in the results. Where coders differ, each counts alike.

    Examples:
      framing-report score terms-anna.csv terms-ben.csv
      framing-report score coded/*.csv --key terms.key.json --json
      framing-report score sentences-*.csv --training bias.csv
    """  # fmt: skip
    from framing import coding

    drawn, blind = coding.read_key(key or coding.find_key(sheets[0]))
    coders = [coding.read_sheet(path, drawn) for path in sheets]
    scored = coding.score(drawn, coders)
    if training is not None:
        number = coding.write_training(training, drawn, coders, question)
        say(f"written: {training} ({number} rows)")
    if as_json:
        names = [coder.coder for coder in coders]
        record = coding.as_record(drawn, scored, names, blind=blind)
        emit(json.dumps(record, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
        return
    paragraph = coding.methods(drawn, scored, len(coders), blind=blind)
    emit(f"{table(coding.summary_table(scored))}\nFor a methods section:\n\n{paragraph}\n")
