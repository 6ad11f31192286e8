"""`evaluate` of loaded wording and of exchanged names."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import ACTORS, ARTICLE, ROOT, SEED, SEED_ACTORS, fails_with_one_line, invoke, write

DATA = ROOT / "tests" / "data"
SEED_SWAP = ROOT / "seeds" / "douma.swap.toml"
RULES = ("--attribution", "rules")

SWAP = """\
[[swap]]
a = "the dockers' union"
b = "the port authority"
kind = "group"
"""


@pytest.mark.model
@pytest.mark.parametrize(
    ("corpus", "file", "n", "head"),
    [
        ("ptc", "ptc-like.jsonl", 4, "ptc (ptc-1), 4 gold items in 3 documents\n\nscore "),
        ("babe-words", "babe-like.jsonl", 4, "babe-words (babe-words-1), 4 gold items in 7 "),
    ],
)
def test_evaluation_of_loaded_wording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, corpus: str, file: str, n: int, head: str
) -> None:
    scored = json.loads(invoke("evaluate", corpus, DATA / file, "--json", *RULES).stdout)
    assert (scored["corpus"], scored["n"]) == (corpus, n)
    for part in ("sentence", "span"):
        assert {"p", "r", "f1"} <= set(scored["scores"][part])
    assert ("baselines" in scored["scores"]) == (corpus == "babe-words")
    monkeypatch.setenv("FRAMING_DATA", str(DATA))
    shown = invoke("evaluate", corpus, file, *RULES)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(head)
    assert shown.stderr == ""
    bad = write(tmp_path, "bad.jsonl", '{"id": "a"}')
    fails_with_one_line(invoke("evaluate", corpus, bad), "bad.jsonl:1", "text", "a string")


@pytest.mark.model
def test_evaluation_by_exchanging_names(tmp_path: Path) -> None:
    call = ("evaluate", "name-swap", SEED, "--actors", SEED_ACTORS, "--swap", SEED_SWAP, *RULES)
    scored = json.loads(invoke(*call, "--json").stdout)
    assert (scored["corpus"], scored["n"], scored["errors"]) == ("name-swap", 1, 0)
    for name in ("LA", "HT", "SA_words", "SA_attributions", "QP"):
        entry = scored["scores"][name]
        assert (entry["counted"], entry["sign_kept"], entry["share_within_0.10"]) == (1, 0.0, 1.0)
        assert entry["pooled_abs_deviation"] <= 0.10
    shown = invoke(*call)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("name-swap (name-swap-2), 1 articles\n\nmeasure ")


@pytest.mark.model
def test_several_inputs_are_swapped_and_what_cannot_be_read_is_counted(tmp_path: Path) -> None:
    actors = write(tmp_path, "who.toml", ACTORS)
    swap = write(tmp_path, "names.toml", SWAP)
    one, empty = write(tmp_path / "in", "a.txt", ARTICLE), write(tmp_path / "in", "b.txt", "")
    other = write(tmp_path, "c.txt", "It rained in the town all day, and nobody went out.")
    call = ("evaluate", "name-swap", one.parent, other, "-a", actors, "--swap", swap, *RULES)
    assert invoke(*call).stdout.startswith(
        "name-swap (name-swap-2), 1 articles, 1 errors, 1 unchanged\n"
    )
    fails_with_one_line(
        invoke("evaluate", "name-swap", empty, "-a", actors, "--swap", swap), "b.txt", "empty"
    )
    fails_with_one_line(invoke("evaluate", "name-swap", one, "-a", actors), "--swap")
    fails_with_one_line(invoke("evaluate", "name-swap", one, "--swap", swap), "--actors")
    bad = write(tmp_path, "bad.toml", SWAP.replace("kind", "sort"))
    result = invoke("evaluate", "name-swap", one, "-a", actors, "--swap", bad)
    fails_with_one_line(result, "bad.toml:1", "swap.0.sort", "accepted: a, b, kind")


def test_only_the_name_swap_takes_several_inputs_and_a_table() -> None:
    several = invoke("evaluate", "ptc", "a.jsonl", "b.jsonl")
    assert several.exit_code == 2
    assert "takes one" in several.stderr
    table = invoke("evaluate", "ptc", "a.jsonl", "--swap", "names.toml")
    assert table.exit_code == 2
    assert "only for name-swap" in table.stderr
