"""``framing-report evaluate``: score the analysis against annotated articles."""

from __future__ import annotations

import json
import os
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from framing.cli._options import (
    ActorsFile,
    Attribution,
    Coreference,
    OwnLexicons,
    Pipeline,
    read_actors,
)
from framing.cli._progress import watched
from framing.cli._start import import_spacy
from framing.cli._streams import emit, say
from framing.cli._table import table
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framing.article import Article

__all__ = ["CORPORA", "evaluate"]

#: What can be scored against, and the module that does it: see `framing.evaluation.task`.
CORPORA: dict[str, str] = {
    "gold": "framing.evaluation.against_gold",
    "polnear": "framing.evaluation.against_polnear",
    "gum": "framing.evaluation.against_gum",
    "gap": "framing.evaluation.against_gap",
    "bioscope": "framing.evaluation.against_bioscope",
    "sfu": "framing.evaluation.against_sfu",
    "uw-factuality": "framing.evaluation.against_uw_factuality",
    "ptc": "framing.evaluation.against_ptc",
    "babe-words": "framing.evaluation.against_babe_words",
    "newsmtsc": "framing.evaluation.against_newsmtsc",
    "babe": "framing.evaluation.against_babe",
    "frames": "framing.evaluation.against_frames",
    "narrative-frames": "framing.evaluation.against_narrative_frames",
    "name-swap": "framing.evaluation.against_nameswap",
}

#: What takes articles of one's own, however many, and a table of names.
NAME_SWAP = "name-swap"

#: What a classifier can be scored on.
CLASSIFIED = ("ptc", "babe", "frames", "narrative-frames")

#: The environment variable that names the folder of the corpora.
DATA = "FRAMING_DATA"


def evaluate(
    corpus: Annotated[str, typer.Argument(metavar="CORPUS", help=f"One of: {', '.join(CORPORA)}.")],
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help="For gold a *.gold.json; for name-swap any articles that `run` takes; for the "
            "others a .jsonl or .jsonl.gz file or a folder of these (gap: a .tsv or .tsv.gz). "
            f"What is not there is looked for in the folder that {DATA} names.",
        ),
    ],
    actors: ActorsFile = None,
    swap: Annotated[
        Path | None,
        typer.Option(
            metavar="TABLE",
            show_default=False,
            help="For name-swap, which also needs --actors: the names that change places (TOML).",
        ),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, fractions in [0, 1].")
    ] = False,
    floors: Annotated[
        bool,
        typer.Option("--floors", help="Hold the scores against their floors; below one exits 3."),
    ] = False,
    pipeline: Pipeline = None,
    attribution: Attribution = "learned",
    coreference: Coreference = "learned",
    lexicon: OwnLexicons = None,
    classifier: Annotated[
        str | None,
        typer.Option(
            metavar="NAME|FOLDER",
            show_default=False,
            help=f"For {', '.join(CLASSIFIED)}: score this stored classifier on all of it, as on a "
            "corpus that it never saw. Default: lexicons for ptc; for the others the package's "
            "classifier, trained anew in each of five folds.",
        ),
    ] = None,
) -> None:
    """Score the analysis against gold annotation.

    The article of a gold file lies beside it. Without --actors the gold file's own actors
    are used, without their aliases.

    name-swap needs no gold: it exchanges two sides' names in the articles, and every
    asymmetry must turn round.

    Examples:
      framing-report evaluate gold seed.gold.json --actors douma.actors.toml
      framing-report evaluate gold seed.gold.json --actors douma.actors.toml --json
      framing-report evaluate polnear polnear/dev.jsonl.gz
      framing-report evaluate bioscope bioscope/abstracts.jsonl.gz --json
      framing-report evaluate babe-words babe/sentences.jsonl.gz
      framing-report evaluate babe babe/sentences.jsonl.gz
      framing-report evaluate ptc ptc/dev.jsonl.gz --classifier loaded-language
      framing-report evaluate name-swap seeds/ --actors who.toml --swap names.toml
    """
    if corpus not in CORPORA:
        raise typer.BadParameter(
            f"unknown {corpus!r}; accepted: {', '.join(CORPORA)}", param_hint="'CORPUS'"
        )
    if corpus != NAME_SWAP and len(paths) > 1:
        raise typer.BadParameter(f"{corpus} takes one; found {len(paths)}", param_hint="'PATH'")
    if corpus != NAME_SWAP and swap is not None:
        raise typer.BadParameter(f"only for {NAME_SWAP}", param_hint="'--swap'")
    if corpus not in CLASSIFIED and classifier is not None:
        raise typer.BadParameter(f"only for {', '.join(CLASSIFIED)}", param_hint="'--classifier'")
    listed = read_actors(actors)
    import_spacy()
    from framing.analysis import analyze_one
    from framing.annotators import lexicons_with
    from framing.chosen import load_attribution, load_linker
    from framing.evaluation.floors import check_floors, read_floors
    from framing.evaluation.task import Task
    from framing.language import DEFAULT_PIPELINE

    parser = pipeline or DEFAULT_PIPELINE
    limits = read_floors(corpus) if floors else {}
    if floors and not any(limits.values()):
        raise FramingError(f"{corpus}: has no floors to be held against; leave out --floors")
    terms = lexicons_with(lexicon or ())
    analyse = partial(
        analyze_one, pipeline=parser, attribution=attribution, coreference=coreference,
        lexicons=terms,
    )  # fmt: skip
    against: Any = import_module(CORPORA[corpus])
    path, *more = map(_located, paths)
    model = _classifier(classifier) if classifier is not None else None
    task = Task(
        path, analyse, listed, _watched, parser, tuple(more), swap, model,
        load_attribution(attribution), load_linker(coreference),
    )  # fmt: skip
    scored = against.evaluate(task)
    if as_json:
        emit(json.dumps(scored, ensure_ascii=False, indent=1, allow_nan=False) + "\n")
    else:
        rows = [against.SUMMARY_COLUMNS, *against.summary_table(scored["scores"])]
        emit(f"{_head(scored, getattr(against, 'ITEMS', 'gold items'))}\n\n{table(rows)}")
    below = check_floors(scored["scores"], limits)
    for line in below:
        say(line)
    if below:
        raise typer.Exit(3)


def _classifier(name: str) -> Any:
    from framing.classifiers import load_classifiers

    (model,) = load_classifiers((name,))
    return model


def _located(path: Path) -> Path:
    """The path, or the one below the folder of the corpora where only that is there."""
    folder = os.environ.get(DATA)
    if folder and not path.exists() and (Path(folder) / path).exists():
        return Path(folder) / path
    return path


def _watched(articles: Sequence[Article]) -> Iterable[Article]:
    return watched(articles, len(articles))


def _head(scored: dict[str, Any], items: str) -> str:
    documents = scored.get("documents")
    where = "" if documents is None else f" in {documents} documents"
    besides = [f", {scored[key]} {key}" for key in ("errors", "unchanged") if scored.get(key)]
    counts = f"{scored['n']} {items}{where}{''.join(besides)}"
    return f"{scored['corpus']} ({scored['protocol']}), {counts}"
