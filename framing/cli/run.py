"""``framing-report run``: analyse articles and report on them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli._job import read_inputs
from framing.cli._options import (
    ActorsFile,
    Attribution,
    Classifiers,
    Columns,
    Coreference,
    Inputs,
    OwnLexicons,
    Pipeline,
    parse_columns,
    read_actors,
)
from framing.cli._streams import emit, one_line, say, write_file
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.cli._job import Job
    from framing.result import Result

__all__ = ["FORMATS", "run"]

#: Every format with the endings of its files; the first is given to reports in a folder.
FORMATS: dict[str, tuple[str, ...]] = {
    "terminal": (".txt",),
    "html": (".html", ".htm"),
    "markdown": (".md", ".markdown"),
    "json": (".json", ".jsonl"),
    "csv": (),
}


def run(
    inputs: Inputs,
    actors: ActorsFile = None,
    side_a: Annotated[
        str | None,
        typer.Option(
            metavar="SIDE",
            show_default=False,
            help="Compare this side or bloc of the actors file ...",
        ),
    ] = None,
    side_b: Annotated[
        str | None,
        typer.Option(
            metavar="SIDE",
            show_default=False,
            help="... with this one, instead of the file's contrasts. Without an actors file: "
            "two actors.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            show_default=False,
            help="A file for one article; a folder (DIR/) for any number: a report an article, "
            "an index and all tables as Parquet.",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            show_default=False,
            help=f"One of {', '.join(FORMATS)}. Default: by the ending of -o; html in a folder; "
            "else a brief report in the terminal, of which --format terminal gives the whole. "
            "csv needs a folder, for the tables.",
        ),
    ] = None,
    columns: Columns = None,
    pipeline: Pipeline = None,
    attribution: Attribution = "learned",
    coreference: Coreference = "learned",
    lexicon: OwnLexicons = None,
    classifier: Classifiers = None,
) -> None:
    """Analyse articles: who is called what, who gets to speak, whose claims are doubted.

    One article prints a readable report; several print a line each, or with
    --format json an object each. Results go to standard output or -o, everything else to
    standard error. What cannot be read is told and left out; a run that reads nothing fails.

    Examples:
      framing-report run article.txt
      framing-report run article.txt --actors who.toml -o report.html
      framing-report run articles/ --actors who.toml -o results/
      framing-report run corpus.jsonl.gz --columns text=body -o results/
      framing-report run a.txt --actors who.toml --side-a OPP --side-b GOV
      framing-report run articles/ --lexicon my/labels -o results/
      framing-report run article.txt --classifier shipped -o report.html
    """
    if (side_a is None) != (side_b is None):
        raise typer.BadParameter("give both or neither", param_hint="'--side-a' / '--side-b'")
    wanted = _format(format, output)
    renamed = parse_columns(columns)
    listed = read_actors(actors)
    if output is not None and _is_folder(output):
        _check_folder(output, inputs)
    job = read_inputs(inputs, renamed)
    results = job.results(
        listed, side_a, side_b, pipeline=pipeline, attribution=attribution,
        coreference=coreference, lexicons=lexicon or (),
        classifiers=tuple(classifier or ()),
    )  # fmt: skip
    if output is None:
        _print(job, results, wanted, full=format is not None)
    elif wanted == "csv":
        _write_csv(job, results, Path(output))
    elif _is_folder(output):
        _write_folder(job, results, Path(output), wanted)
    else:
        _write_one(job, results, Path(output), wanted, inputs)


# ------------------------------------------------------------------------ what is asked for


def _is_folder(output: str) -> bool:
    path = Path(output)
    return output.endswith(("/", "\\")) or path.is_dir() or not path.suffix


def _format(name: str | None, output: str | None) -> str:
    """The format: the one that is named, else that of the output's ending."""
    folder = output is not None and _is_folder(output)
    if name is None:
        if output is None:
            return "terminal"
        if folder:
            return "html"
        ending = Path(output).suffix.lower()
        known = {end: name for name, ends in FORMATS.items() for end in ends}
        if ending not in known:
            raise typer.BadParameter(
                f"{output!r}: unknown ending {ending!r}; accepted: {', '.join(known)}, or a "
                "folder (DIR/)",
                param_hint="'--output'",
            )
        return known[ending]
    if name not in FORMATS:
        raise typer.BadParameter(
            f"unknown {name!r}; accepted: {', '.join(FORMATS)}", param_hint="'--format'"
        )
    if name == "csv" and not folder:
        raise typer.BadParameter("csv needs a folder: -o DIR/", param_hint="'--format'")
    return name


def _check_folder(output: str, inputs: list[str]) -> None:
    path = Path(output)
    if path.is_file():
        raise FramingError(f"{output}: is a file, where a folder is needed; give -o another name")
    if path.is_dir() and any(Path(name).is_dir() and path.samefile(name) for name in inputs):
        raise FramingError(f"{output}: is an input; give -o another folder")
    for name in inputs:
        folder = Path(name)
        if folder.is_dir() and folder.resolve() in path.resolve().parents:
            raise FramingError(f"{output}: lies inside the input {name}; give -o another folder")


# ------------------------------------------------------------------------ what is written


def _print(job: Job, results: Iterator[Result], format: str, *, full: bool) -> None:
    from framing.reporting import render, terminal

    if not job.single and format not in ("terminal", "json"):
        raise FramingError(f"--format {format} of several articles needs a folder: -o DIR/")
    for result in results:
        if job.single and not full and format == "terminal":
            emit(terminal.render(result, brief=True))
            emit("The whole report: --format terminal, or as a page with -o report.html\n")
        elif job.single:
            emit(render(result, format))
        else:
            emit(_json_line(result) if format == "json" else _summary_line(result))
    job.close()


def _summary_line(result: Result) -> str:
    from framing.reporting import report

    says = next(iter(report(result).summary), "")
    return f"{one_line(result.article.id)}: {result.info.words} words. {one_line(says)}\n"


def _json_line(result: Result) -> str:
    from framing.reporting.records import record

    return json.dumps(record(result), ensure_ascii=False, allow_nan=False) + "\n"


def _write_one(
    job: Job, results: Iterator[Result], path: Path, format: str, inputs: list[str]
) -> None:
    """One article into a file; several only as JSON Lines."""
    from framing.reporting import render

    if format == "json" and (path.suffix.lower() == ".jsonl" or not job.single):
        first = next(results, None)
        write_file(path, "" if first is None else _json_line(first), inputs=inputs)
        try:
            with path.open("a", encoding="utf-8", errors="replace", newline="") as file:
                for result in results:
                    file.write(_json_line(result))
        except OSError as error:
            raise FramingError(f"{path}: cannot be written: {error.strerror}") from error
    elif not job.single:
        raise FramingError(f"{path}: a file takes one article; for several give a folder: -o DIR/")
    else:
        for result in results:
            write_file(path, render(result, format), inputs=inputs)
    job.close()
    say(f"written: {path}")


def _write_folder(job: Job, results: Iterator[Result], path: Path, format: str) -> None:
    from framing.cli._folder import RunFolder

    first = next(results, None)
    if first is None:
        job.close()
        return
    with RunFolder(path, format, FORMATS[format][0]) as folder:
        folder.add(first)
        for result in results:
            folder.add(result)
        folder.finish(job.left_out)
    job.close()
    say(f"written: {path / 'index.html'} ({_counts(job)})")


def _write_csv(job: Job, results: Iterator[Result], path: Path) -> None:
    """All tables as CSV; the run's results are held until the last one is there."""
    from framing.reporting.records import write_csv

    write_csv(results, path, errors=job.left_out)
    job.close()
    say(f"written: {path} ({_counts(job)})")


def _counts(job: Job) -> str:
    done = f"{job.done} article{'s' if job.done != 1 else ''}"
    return f"{done}, {len(job.left_out)} left out" if job.left_out else done
