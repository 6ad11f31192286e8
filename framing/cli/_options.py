"""Arguments and options that several verbs share, and how they are read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from framing.actors import Actors

__all__ = [
    "ActorsFile",
    "Attribution",
    "Classifiers",
    "Columns",
    "Inputs",
    "OwnLexicons",
    "Pipeline",
    "parse_columns",
    "read_actors",
]

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="Articles: .txt, .html, .jsonl, .csv or .parquet files (all but the last also as "
        ".gz), folders of these, or - for standard input.",
        show_default=False,
    ),
]

ActorsFile = Annotated[
    Path | None,
    typer.Option(
        "--actors", "-a", metavar="FILE", show_default=False,
        help="The actors file (TOML): who is who, and on which side.",
    ),
]  # fmt: skip

Columns = Annotated[
    str | None,
    typer.Option(
        metavar="OURS=THEIRS,...", show_default=False,
        help="Names of the columns in records, where they differ from id, title, text, outlet, "
        "date and url, as in text=body,outlet=source.",
    ),
]  # fmt: skip

Pipeline = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", show_default=False,
        help="Another installed English spaCy pipeline than the pinned one.",
    ),
]  # fmt: skip

Attribution = Annotated[
    str,
    typer.Option(
        metavar="learned|rules|FOLDER",
        help="How attributions are found: by the learned tagger with the rules beside it, by the "
        "rules alone, or by a tagger of your own in a folder.",
    ),
]

Coreference = Annotated[
    str,
    typer.Option(
        metavar="learned|rules|FOLDER",
        help="How it is found whom a pronoun or description means: by the learned coreference "
        "with the rules beside it, by the rules alone, or by a model of your own in a folder.",
    ),
]

OwnLexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon", metavar="FOLDER", show_default=False,
        help="A lexicon of your own (lexicon.toml and entries.tsv), laid over the built-in one of "
        "its kind: its terms are added, or take the place of those built in. May be repeated.",
    ),
]  # fmt: skip

Classifiers = Annotated[
    list[str] | None,
    typer.Option(
        "--classifier", metavar="shipped|NAME|FOLDER", show_default=False,
        help="A second opinion by classifiers: all that ship with the package, one of them, or "
        "one of your own (see `train`); may be given several times. Default: none.",
    ),
]  # fmt: skip


def parse_columns(value: str | None) -> dict[str, str] | None:
    """Read ``text=body,outlet=source``; the names themselves are checked by the reader.

    Examples
    --------
    >>> parse_columns("text=body, outlet=source")
    {'text': 'body', 'outlet': 'source'}
    """
    if value is None:
        return None
    pairs = [item.partition("=") for item in value.split(",") if item.strip()]
    if not pairs or not all(ours.strip() and theirs.strip() for ours, _, theirs in pairs):
        raise typer.BadParameter(
            f"found {value!r}; write OURS=THEIRS,... as in text=body", param_hint="'--columns'"
        )
    return {ours.strip(): theirs.strip() for ours, _, theirs in pairs}


def read_actors(path: Path | None) -> Actors | None:
    """The contents of an actors file, None without one."""
    if path is None:
        return None
    from framing.actors import load_actors

    return load_actors(path)
