"""The command as its user starts it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_case import ROOT, SEED, SEED_ACTORS

pytestmark = pytest.mark.model

COMMAND = [sys.executable, "-m", "framing.cli"]


def start(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


def test_the_report_on_the_seed_article() -> None:
    done = start("run", SEED, "--actors", SEED_ACTORS)
    assert done.returncode == 0
    assert done.stderr == b""
    shown = done.stdout.decode()
    assert "Armed opposition" in shown
    assert "\x1b[" not in shown, "colour only on a terminal"


def test_an_error_is_one_line_and_no_traceback(tmp_path: Path) -> None:
    done = start("run", tmp_path / "missing.txt")
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode().splitlines() == [
        f"framing-report: {tmp_path / 'missing.txt'}: no such file or folder"
    ]


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    process = subprocess.Popen(
        [*COMMAND, "lexicons", "roles"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 0
    assert told == b""


def test_a_terminal_without_unicode_gets_signs_in_place_of_letters() -> None:
    done = start("run", SEED, "-a", SEED_ACTORS, PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert done.stderr == b""
    done.stdout.decode("ascii")


#: What a report on a text file in the terminal has no use for.
UNUSED = (
    "pandas", "matplotlib", "pyarrow", "trafilatura", "nltk", "httpx", "requests", "spacy.cli",
    "sklearn", "lxml",
)  # fmt: skip

LEAN = f"""
import sys
from framing.cli._start import import_spacy
sys.argv = ["framing-report", "run", {str(SEED)!r}, "-a", {str(SEED_ACTORS)!r}]
from framing.cli import main
try:
    main()
except SystemExit as done:
    if done.code:
        raise
sys.exit(", ".join(sorted(set({UNUSED!r}) & set(sys.modules))) or 0)
"""

WHOLE = """
from framing.cli._start import import_spacy
import_spacy()
import sys, spacy
assert "spacy.cli" not in sys.modules
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.__file__ and callable(spacy.cli.download)
"""


def test_the_report_in_the_terminal_loads_only_what_it_needs() -> None:
    done = subprocess.run([sys.executable, "-c", LEAN], capture_output=True, text=True, check=False)
    assert done.stderr.strip() == ""
    assert done.returncode == 0


def test_spacy_is_whole_after_its_lean_import() -> None:
    subprocess.run([sys.executable, "-c", WHOLE], check=True, cwd=ROOT, capture_output=True)
