"""An article, its actors file and a way to run the command, for the tests of the command line."""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner, Result

from framing.cli.app import app

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_ac0c80e46e859d09.txt"
SEED_ACTORS = ROOT / "seeds" / "douma.actors.toml"

ARTICLE = """\
Dockers end strike after night of talks

The dockers' union ended its strike on Monday, and the port authority claimed victory.

“We got what we came for,” said Mary Olsen, a spokeswoman for the union.

The authority alleged that militants had sabotaged two cranes. The union denied it.
"""

ACTORS = """\
[contrasts]
labels = ["L", "M"]

[[side]]
id = "L"
name = "Labour"

[[side]]
id = "M"
name = "Management"

[[actor]]
id = "union"
name = "dockers' union"
side = "L"

[[actor]]
id = "olsen"
name = "Mary Olsen"
affiliation = "union"

[[actor]]
id = "port"
name = "port authority"
side = "M"
"""


def invoke(*arguments: object, stdin: bytes | None = None) -> Result:
    """Run the command in this process; nothing but its own exits may leave it."""
    result = CliRunner().invoke(app, [str(item) for item in arguments], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def fails_with_one_line(result: Result, *parts: str) -> None:
    """Check that the run ended with exit status 1 and one line that says all of `parts`."""
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("framing-report: ")
    assert result.stderr.count("\n") == 1, result.stderr
    for part in parts:
        assert part in result.stderr


def write(folder: Path, name: str = "strike.txt", text: str | bytes = ARTICLE) -> Path:
    """Write a file for a test."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path
