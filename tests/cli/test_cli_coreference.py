"""`evaluate gum` and `evaluate gap` from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import ROOT, fails_with_one_line, invoke, write

GUM = ROOT / "tests" / "data" / "gum-like.jsonl"
GAP = ROOT / "tests" / "data" / "gap-like.tsv"

RULES = ("--attribution", "rules")


@pytest.mark.model
def test_evaluation_against_gum(tmp_path: Path) -> None:
    scored = json.loads(invoke("evaluate", "gum", GUM, "--json", *RULES).stdout)
    assert (scored["corpus"], scored["n"], scored["documents"]) == ("gum", 19, 3)
    assert 0 < scored["scores"]["actors"]["conll_f1"] < scored["scores"]["conll_f1"] <= 1
    shown = invoke("evaluate", "gum", GUM, *RULES)
    assert shown.stdout.startswith("gum (gum-1), 19 gold items in 3 documents\n\nscore ")
    assert "MUC" in shown.stdout
    bad = write(tmp_path, "bad.jsonl", '{"doc": "a", "text": "It rained."}')
    fails_with_one_line(invoke("evaluate", "gum", bad), "bad.jsonl:1", "genre", "a string")


@pytest.mark.model
def test_evaluation_against_gap(tmp_path: Path) -> None:
    scored = json.loads(invoke("evaluate", "gap", GAP, "--json", *RULES).stdout)
    assert (scored["corpus"], scored["n"]) == ("gap", 4)
    assert scored["scores"]["overall"]["fn"] + scored["scores"]["overall"]["tp"] == 3
    shown = invoke("evaluate", "gap", GAP, *RULES)
    assert shown.stdout.startswith("gap (gap-1), 4 pronouns\n\nscore ")
    bad = write(tmp_path, "bad.tsv", "ID\tText\n")
    fails_with_one_line(invoke("evaluate", "gap", bad), "bad.tsv", "no column Pronoun")
