"""The command line's verbs, their common options and their errors."""

from __future__ import annotations

import inspect
import os
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from framing import __version__
from framing.cli import actors, evaluate, lexicons, run, sample, score, train
from framing.cli._streams import say
from framing.errors import FramingError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["VERBS", "app"]

#: Every verb, in the order of the help; a new one is a file and a line here.
VERBS: dict[str, Callable[..., None]] = {
    "run": run.run,
    "actors": actors.actors,
    "lexicons": lexicons.lexicons,
    "sample": sample.sample,
    "score": score.score,
    "train": train.train,
    "evaluate": evaluate.evaluate,
}


class Verbs(TyperGroup):
    """The verbs: a file's name in a verb's place means ``run``, a `FramingError` exits with 1."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put ``run`` before arguments that name no verb but something to read."""
        if args and args[0] not in self.commands and _names_input(args[0]):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the verb; an error that a user can act on is one line, without a traceback."""
        try:
            return super().invoke(ctx)
        except FramingError as error:
            say(str(error))
            raise typer.Exit(1) from error


def _names_input(argument: str) -> bool:
    return argument == "-" or os.path.exists(argument)  # noqa: PTH110 (any string is accepted)


app = typer.Typer(
    cls=Verbs,
    name="framing-report",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"framing-report {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Whose words, about whom, and how sure: how a news article frames what it tells.

    [bold]framing-report ARTICLE.txt[/bold] prints a readable report on one article.

    Exit status: 0 done; 1 an error, told in one line; 2 wrong usage; 3 a score below its floor.
    """


def _help(verb: Callable[..., None]) -> str:
    """A verb's docstring with its paragraphs unwrapped; the lines of the examples stay."""
    paragraphs = (inspect.getdoc(verb) or "").split("\n\n")
    return "\n\n".join(
        f"\b\n{text}" if text.startswith("Examples:") else " ".join(text.split())
        for text in paragraphs
    )


for _name, _verb in VERBS.items():
    app.command(_name, help=_help(_verb))(_verb)
