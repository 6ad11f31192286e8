"""``framing-report lexicons``: list, show or check the term lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli._streams import emit, one_line, say

if TYPE_CHECKING:
    from framing.lexicon import Lexicon

__all__ = ["lexicons"]


def lexicons(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            show_default=False,
            help="A built-in lexicon, or the folder of one of your own. Default: all.",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Look for what is doubtful; findings exit with 1.")
    ] = False,
) -> None:
    """List the lexicons, show one, or check them.

    A lexicon that is shown comes as its notes and its entries, separated by tabs.

    Examples:
      framing-report lexicons
      framing-report lexicons labels
      framing-report lexicons --check
      framing-report lexicons my-terms/ --check
    """
    from framing.lexicon import list_lexicons, load_lexicon

    known = list_lexicons()
    if name is None:
        chosen = [load_lexicon(item) for item in known]
    else:
        chosen = [load_lexicon(name if name in known or not Path(name).is_dir() else Path(name))]
    if check:
        _check(chosen)
    elif name:
        emit(_shown(chosen[0]))
    else:
        emit("".join(_line(lexicon) for lexicon in chosen))


def _line(lexicon: Lexicon) -> str:
    count = f"{len(lexicon.entries)} entries"
    return (
        f"{lexicon.name:<12}{lexicon.version:<8}{count:<15}{lexicon.licence:<12}"
        f"{one_line(lexicon.title)}\n"
    )


def _shown(lexicon: Lexicon) -> str:
    columns = list(dict.fromkeys(name for entry in lexicon.entries for name in entry.values))
    lines = [
        f"# {lexicon.name}@{lexicon.version}: {one_line(lexicon.title)} ({lexicon.licence})",
        *(f"# {one_line(line)}" for line in lexicon.notes.strip().splitlines()),
        "\t".join(("term", "pos", *columns)),
        *(
            "\t".join((entry.term, "|".join(sorted(entry.pos)), *(entry[name] for name in columns)))
            for entry in lexicon.entries
        ),
    ]
    return "\n".join(lines) + "\n"


def _check(chosen: list[Lexicon]) -> None:
    from framing.lexicon import check

    findings = [f"{lexicon.name}: {line}" for lexicon in chosen for line in check(lexicon)]
    emit("".join(f"{one_line(line)}\n" for line in findings))
    entries = sum(len(lexicon.entries) for lexicon in chosen)
    what = f"{len(chosen)} lexicons" if len(chosen) != 1 else f"lexicon {chosen[0].name}"
    say(f"{what}, {entries} entries checked: {len(findings)} findings")
    if findings:
        raise typer.Exit(1)
