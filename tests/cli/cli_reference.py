"""The reference of the command line, made from the command itself: `docs/cli.md`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import typer

from framing.cli.app import app

REFERENCE = Path(__file__).parents[2] / "docs" / "cli.md"

INTRO = """\
# The command line

<!-- Made by `make reference` from the command's own help; a test keeps the two in step. -->

`framing-report ARTICLE.txt` is short for `framing-report run ARTICLE.txt`. Results go to standard
output or to `-o`, everything else to standard error.

| exit status | meaning |
| --- | --- |
| 0 | done |
| 1 | an error, told in one line; also: nothing could be read, a lexicon has findings |
| 2 | wrong usage |
| 3 | `evaluate --floors`: a score is below its floor |

## What `run` writes

| output | one article | several |
| --- | --- | --- |
| standard output | the report | a line an article; with `--format json` an object a line |
| `-o FILE` | the report, in the format of the file's ending | JSON Lines only |
| `-o DIR/` | as for several | `index.html`, `reports/` (one an article), `tables/` (Parquet) |
| `-o DIR/ --format csv` | as for several | the tables as CSV (held in memory until the end) |

What could not be read, or was left out, stands in the table `errors` with its path, row and reason.
"""


def reference() -> str:
    """All verbs with their arguments and options, as Markdown."""
    group: Any = typer.main.get_command(app)
    common = [option for option in _options(group) if "--help" not in option[0]]
    parts = [INTRO, "## framing-report\n", _table(common)]
    for name, command in group.commands.items():
        usage = " ".join(["framing-report", name, "[OPTIONS]", *_arguments(command)])
        parts += [f"## framing-report {name}\n", f"```\n{usage}\n```\n", _help(command.help)]
        parts.append(_table(_options(command)))
    return "\n".join(parts)


def _arguments(command: Any) -> list[str]:
    found = []
    for item in command.params:
        if item.param_type_name == "argument":
            name = item.metavar.strip("[]{}")
            name += "..." if item.nargs == -1 else ""
            found.append(name if item.required else f"[{name}]")
    return found


def _options(command: Any) -> list[tuple[str, str]]:
    rows = []
    for item in command.params:
        if item.param_type_name == "argument":
            rows.append((item.metavar.strip("[]{}"), item.help))
            continue
        names = ", ".join(f"`{name}`" for name in sorted(item.opts, key=len))
        rows.append((f"{names} {'' if item.is_flag else item.metavar}".strip(), item.help))
    rows.append(("`-h`, `--help`", "Show the help and exit."))
    return rows


def _help(text: str) -> str:
    paragraphs = []
    for paragraph in re.sub(r"\[/?bold\]", "`", text).split("\n\n"):
        if paragraph.startswith("\b"):
            lines = [line.strip() for line in paragraph.splitlines()[2:]]
            paragraphs.append("\n".join(["```", *lines, "```"]))
        else:
            paragraphs.append(paragraph)
    return "\n\n".join(paragraphs) + "\n"


def _table(rows: list[tuple[str, str]]) -> str:
    lines = ["| argument or option | meaning |", "| --- | --- |"]
    lines += [f"| {_cell(name)} | {_cell(' '.join(text.split()))} |" for name, text in rows]
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    REFERENCE.write_text(reference(), encoding="utf-8")
