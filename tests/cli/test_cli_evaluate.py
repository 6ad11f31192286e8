"""`evaluate` on sentences: hedge cues and the certainty of events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import ROOT, fails_with_one_line, invoke, write

HEDGED = ROOT / "tests" / "data" / "hedged-like.jsonl"
EVENTS = ROOT / "tests" / "data" / "uw-factuality-like.jsonl"
RULES = ("--attribution", "rules")


@pytest.mark.model
@pytest.mark.parametrize("corpus", ["bioscope", "sfu"])
def test_evaluation_against_hedge_cues(corpus: str, tmp_path: Path) -> None:
    scored = json.loads(invoke("evaluate", corpus, HEDGED, "--json", *RULES).stdout)
    assert (scored["corpus"], scored["n"], scored["documents"]) == (corpus, 6, 3)
    assert scored["scores"]["span"]["p"] == 1.0
    shown = invoke("evaluate", corpus, HEDGED, *RULES)
    assert shown.exit_code == 0
    head = f"{corpus} (speculation-2), 6 gold items in 3 documents\n\nscore "
    assert shown.stdout.startswith(head)
    assert shown.stderr == ""
    unheld = invoke("evaluate", corpus, HEDGED, "--floors", *RULES)
    fails_with_one_line(unheld, corpus, "has no floors")
    bad = write(tmp_path, "bad.jsonl", '{"doc": "a", "text": "No."}')
    fails_with_one_line(invoke("evaluate", corpus, bad, *RULES), "bad.jsonl:1", "hedge_cues")
    fails_with_one_line(invoke("evaluate", corpus, "no.jsonl", *RULES), "no.jsonl: cannot be read")


@pytest.mark.model
def test_evaluation_against_uw_factuality(tmp_path: Path) -> None:
    scored = json.loads(invoke("evaluate", "uw-factuality", EVENTS, "--json", *RULES).stdout)
    assert (scored["corpus"], scored["n"]) == ("uw-factuality", 7)
    assert scored["scores"]["mae"] < scored["scores"]["constant_mae"] == pytest.approx(12 / 7)
    shown = invoke("evaluate", "uw-factuality", EVENTS, *RULES)
    assert shown.stdout.startswith("uw-factuality (uw-factuality-1), 7 gold items\n\nscore ")
    assert shown.stderr == ""
    bad = write(tmp_path, "bad.jsonl", '{"text": "No."}')
    fails_with_one_line(invoke("evaluate", "uw-factuality", bad, *RULES), "bad.jsonl:1", "targets")
