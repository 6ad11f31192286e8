"""Browsing lexicons, and laying one's own over the built-in ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import fails_with_one_line, invoke, write

import framing

TOML = """\
name = "mine"
title = "My terms"
version = "0.3"
licence = "CC0-1.0"
kind = "{kind}"
notes = "For a test."
"""
TABLE = """\
term\tpos\tpolarity\tloadedness\talternatives\tdomain\tsource\tnote
thug\tnoun\tneutral\t0\t\tprotest\town judgement\ta trade in our novel
docker\tnoun\tnegative\t2\tport worker\twork\town judgement\t
"""
TEXT = "The union's thugs blocked the gate. The dockers sang."


def mine(folder: Path, kind: str = "labels") -> Path:
    write(folder / "mine", "lexicon.toml", TOML.format(kind=kind))
    return write(folder / "mine", "entries.tsv", TABLE).parent


def rows(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def test_a_lexicon_is_browsed_by_column() -> None:
    result = invoke("lexicons", "labels", "--where", "domain=migration", "--where", "loadedness=3")
    shown = rows(result.stdout)
    assert {row[5] for row in shown} == {"migration"}
    assert {row[3] for row in shown} == {"3"}
    assert f"{len(shown)} entries" in result.stderr


def test_a_cell_of_several_values_needs_one_of_them() -> None:
    shown = rows(invoke("lexicons", "labels", "--where", "alternatives=armed group").stdout)
    assert "terror group" in {row[0] for row in shown}


def test_text_is_looked_for_in_all_lexicons_and_spellings() -> None:
    shown = invoke("lexicons", "--like", "whistle blower").stdout
    assert "\nwhistle-blower\tnoun" in shown
    assert "# epistemic" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("labels", "--where", "doman=work"), "domain"),
        (("labels", "--where", "domain"), "COLUMN=VALUE"),
        (("--check", "--like", "x"), "--check"),
    ],
)
def test_a_wrong_filter_says_what_is_accepted(arguments: tuple[str, ...], said: str) -> None:
    result = invoke("lexicons", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


@pytest.mark.model
def test_own_terms_are_added_and_take_the_place_of_built_in_ones(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", TEXT)
    result = invoke("run", article, "--lexicon", mine(tmp_path), "--format", "json")
    assert result.exit_code == 0, result.stderr
    terms = {row["text"]: row for row in json.loads(result.stdout)["rows"]["loaded_terms"]}
    assert terms["dockers"]["loadedness"] == 2
    assert terms["dockers"]["evidence"] == "mine@0.3:docker"
    assert terms["thugs"]["loadedness"] == 0

    built_in = {row.text: row for row in framing.analyze(TEXT).results[0].rows.loaded_terms}
    assert built_in["thugs"].loadedness == 2
    assert built_in["dockers"].loadedness == 0


@pytest.mark.model
def test_the_methods_name_what_was_laid_over(tmp_path: Path) -> None:
    (result,) = framing.analyze(TEXT, lexicons=[mine(tmp_path)]).results
    labels = framing.load_lexicon("labels")
    assert dict(result.methods)["lexicon labels"] == f"labels@{labels.version} + mine@0.3"


def test_a_lexicon_that_cannot_be_laid_over_is_refused(tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", TEXT)
    folder = tmp_path / "countries"
    write(folder, "lexicon.toml", TOML.format(kind="roles"))
    write(folder, "entries.tsv", "term\tpos\tclass\tgender\tsource\tnote\n")
    result = invoke("run", article, "--lexicon", folder)
    fails_with_one_line(result, "mine: kind: 'roles'", "labels, evaluative, acts")
