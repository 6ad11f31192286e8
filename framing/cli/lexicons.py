"""``framing-report lexicons``: list, show or check the term lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from framing.cli._streams import emit, one_line, say

if TYPE_CHECKING:
    from framing.lexicon import Entry, Lexicon

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
    where: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=VALUE",
            show_default=False,
            help="Show only entries with this value in a column, as in domain=conflict; a cell of "
            "several values needs one of them. May be repeated.",
        ),
    ] = None,
    like: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            show_default=False,
            help="Show only entries whose term holds this text, in any spelling.",
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Look for what is doubtful; findings exit with 1.")
    ] = False,
) -> None:
    """List the lexicons, show one, or check them.

    A lexicon that is shown comes as its notes and its entries, separated by tabs. Without a
    name, --where and --like look through all lexicons that have the columns asked for.

    Examples:
      framing-report lexicons
      framing-report lexicons labels
      framing-report lexicons labels --where domain=migration --where loadedness=3
      framing-report lexicons --like regime
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
        if where or like:
            raise typer.BadParameter(
                "not with --where or --like: a lexicon is checked whole", param_hint="'--check'"
            )
        _check(chosen)
    elif name or where or like:
        _show(chosen, _wanted(where or [], chosen), like)
    else:
        emit("".join(_line(lexicon) for lexicon in chosen))


def _wanted(where: list[str], chosen: list[Lexicon]) -> dict[str, str]:
    """The columns and values of ``--where``, checked against the lexicons."""
    pairs = [item.partition("=") for item in where]
    known = sorted({name for lexicon in chosen for name in _columns(lexicon)})
    for item, (column, equals, _) in zip(where, pairs, strict=True):
        if not equals or column not in known:
            raise typer.BadParameter(
                f"found {item!r}; accepted: COLUMN=VALUE with one of {', '.join(known)}",
                param_hint="'--where'",
            )
    return {column: value for column, _, value in pairs}


def _show(chosen: list[Lexicon], wanted: dict[str, str], like: str | None) -> None:
    shown = [
        (lexicon, [entry for entry in lexicon.entries if _fits(entry, wanted, like)])
        for lexicon in chosen
    ]
    found = sum(len(entries) for _, entries in shown)
    emit("\n".join(_shown(*one) for one in shown if one[1] or len(chosen) == 1))
    if wanted or like:
        say(f"{found} entries" if found != 1 else "1 entry")


def _fits(entry: Entry, wanted: dict[str, str], like: str | None) -> bool:
    from framing.lexicon.spelling import flatten

    if like is not None and flatten(like) not in flatten(entry.term):
        return False
    return all(value in _values(entry, column) for column, value in wanted.items())


def _values(entry: Entry, column: str) -> tuple[str, ...]:
    if column == "term":
        return (entry.term,)
    return tuple(entry.pos) if column == "pos" else entry.many(column) or (entry[column],)


def _columns(lexicon: Lexicon) -> list[str]:
    own = dict.fromkeys(name for entry in lexicon.entries for name in entry.values)
    return ["term", "pos", *own]


def _line(lexicon: Lexicon) -> str:
    count = f"{len(lexicon.entries)} entries"
    return (
        f"{lexicon.name:<12}{lexicon.version:<8}{count:<15}{lexicon.licence:<12}"
        f"{one_line(lexicon.title)}\n"
    )


def _shown(lexicon: Lexicon, entries: list[Entry]) -> str:
    term, pos, *columns = _columns(lexicon)
    lines = [
        f"# {lexicon.name}@{lexicon.version}: {one_line(lexicon.title)} ({lexicon.licence})",
        *(f"# {one_line(line)}" for line in lexicon.notes.strip().splitlines()),
        "\t".join((term, pos, *columns)),
        *(
            "\t".join((entry.term, "|".join(sorted(entry.pos)), *(entry[name] for name in columns)))
            for entry in entries
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
