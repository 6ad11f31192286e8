"""``framing-report train``: a classifier from texts that somebody coded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli._options import parse_columns
from framing.cli._streams import emit, say
from framing.errors import FramingError

if TYPE_CHECKING:
    from framing.classifiers import Classifier

__all__ = ["train"]

#: The tasks that `framing.classifiers.TASKS` knows; named here so that the help needs no import.
TASKS = ("lexical-bias", "loaded-language", "policy-frames", "narrative-frames", "frames")


def train(
    task: Annotated[
        str,
        typer.Argument(
            metavar="TASK",
            help=f"One of: {', '.join(TASKS)}. The first two judge sentences, the others articles, "
            "with any number of labels each; frames is for a codebook of your own.",
        ),
    ],
    data: Annotated[
        Path,
        typer.Argument(
            metavar="DATA",
            help="A .csv, .tsv or .jsonl file with the columns text, label and, if known, group "
            "(what must not be on both sides of a fold: article, outlet, event). Several labels "
            "are separated by |.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the model is written.")
    ],
    columns: Annotated[
        str | None,
        typer.Option(
            metavar="OURS=THEIRS,...",
            show_default=False,
            help="Names of the columns where they differ, as in text=body,label=code,group=outlet.",
        ),
    ] = None,
    positive: Annotated[
        str | None,
        typer.Option(
            metavar="LABEL",
            show_default=False,
            help="Of two answers, the one that is looked for. Default: 1, yes, true, biased or "
            "loaded.",
        ),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", show_default=False, help="Default: the folder's."),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FEATURE",
            show_default=False,
            help="Leave out words, characters, surface or vectors (the encoder); may be given "
            "several times.",
        ),
    ] = None,
    terms: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            show_default=False,
            help="Source and terms of the data, for the card: they hold for the model too.",
        ),
    ] = None,
    curve: Annotated[
        bool, typer.Option(help="Also fit on parts of the texts, for a learning curve.")
    ] = True,
) -> None:
    """Train a classifier on coded texts, score it by cross-validation, and write its card.

    Texts of one group are never on both sides of a fold. The model holds weights, hashes and
    figures, no text and no vocabulary.

    Examples:
      framing-report train lexical-bias coded.csv -o my-bias
      framing-report train frames coded.jsonl -o my-frames --columns text=body,group=outlet
      framing-report run articles/ --classifier my-bias -o results/
    """  # fmt: skip
    from framing.classifiers import task_named
    from framing.encoder.cards import digest
    from framing.evaluation import training
    from framing.evaluation.corpora.coded import read_coded

    chosen = task_named(task)
    unknown = sorted(set(without or ()) - set(chosen.features))
    if unknown or set(without or ()) == set(chosen.features):
        accepted = f"one or more of {', '.join(chosen.features)}, not all"
        raise FramingError(f"--without: found {', '.join(without or ())}; accepted: {accepted}")
    if output.is_file():
        raise FramingError(f"{output}: is a file, where a folder is needed; give -o another name")
    coded = read_coded(data, parse_columns(columns), several=chosen.several)
    labels = training.labels_of(coded, chosen, positive)
    say(f"{len(coded)} texts; five folds, then all")
    about = {
        "name": name or output.resolve().name,
        "version": "1",
        "data": {"file": data.name, "sha256": digest(data), "terms": terms or "not stated"},
    }
    made = training.train(coded, chosen, labels, output, about, without=without or (), curve=curve)
    emit(_told(made))
    say(f"written: {output} (card: {output / 'CARD.md'})")


def _told(made: Classifier) -> str:
    from framing.evaluation.training import card_text

    text = card_text(made.card)
    return text[text.index("## Figures") :].replace("## Figures\n\n", "", 1)
