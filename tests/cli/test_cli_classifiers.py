"""`train`, and the classifiers of `run` and `evaluate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_case import ARTICLE, ROOT, fails_with_one_line, invoke, write

WHO, LABELS = ("council", "vile mob"), ("plain", "loaded")
ROWS = "text,label,group\n" + "".join(
    f"The {WHO[at % 2]} met in hall {at}.,{LABELS[at % 2]},g{at // 2}\n" for at in range(60)
)
FAST = ("--without", "vectors", "--without", "characters", "--no-curve")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained")
    sheet = write(folder, "coded.csv", ROWS)
    done = invoke("train", "loaded-language", sheet, "-o", folder / "own", *FAST)
    assert done.exit_code == 0
    assert done.stdout.startswith("Protocol: 5 folds, seed 13, no group on both sides")
    assert "| this model | 1.000" in done.stdout
    return folder / "own"


def test_train_tells_what_it_cannot_take(tmp_path: Path) -> None:
    sheet = write(tmp_path, "coded.csv", ROWS)
    out = ("-o", tmp_path / "m")
    fails_with_one_line(invoke("train", "astrology", sheet, *out), "accepted: lexical-bias")
    fails_with_one_line(invoke("train", "lexical-bias", "no.csv", *out), "no.csv")
    fails_with_one_line(
        invoke("train", "lexical-bias", sheet, *out, "--without", "magic"), "found magic"
    )
    fails_with_one_line(
        invoke("train", "lexical-bias", sheet, *out, "--positive", "maybe"), "which of"
    )
    few = write(tmp_path, "few.csv", ROWS[:300])
    fails_with_one_line(invoke("train", "lexical-bias", few, *out), "needed: at least 10")
    assert not (tmp_path / "m").exists()


@pytest.mark.model
def test_run_fills_the_tables_and_the_report(model: Path, tmp_path: Path) -> None:
    article = write(tmp_path, "a.txt", ARTICLE + "\nThe vile mob met in the hall.\n")
    rules = ("--attribution", "rules", "--format", "json")
    plain = json.loads(invoke("run", article, *rules).stdout)
    asked = json.loads(invoke("run", article, *rules, "--classifier", model).stdout)
    read = [row for row in asked["rows"]["sentences"] if row["loaded_language"] is not None]
    likeliest = max(read, key=lambda row: row["loaded_language"])
    assert likeliest["text"] == "The vile mob met in the hall."
    assert likeliest["loaded_language_found"]
    assert all(row["loaded_language"] is None for row in plain["rows"]["sentences"])
    assert asked["measures"] == plain["measures"], "no measure rests on a classifier"
    assert asked["methods"]["classifier of loaded-language"] == "own@1"
    assert "opinion" in [part["id"] for part in asked["report"]["sections"]]
    assert "opinion" not in [part["id"] for part in plain["report"]["sections"]]
    fails_with_one_line(invoke("run", article, "--classifier", "astrology"), "accepted: shipped")


@pytest.mark.model
def test_evaluate_scores_a_stored_classifier_on_ptc(model: Path) -> None:
    corpus = ROOT / "tests" / "data" / "ptc-like.jsonl"
    scored = json.loads(invoke("evaluate", "ptc", corpus, "--classifier", model, "--json").stdout)
    assert scored["corpus"] == "ptc"
    scores = scored["scores"]["sentence"]
    assert 0 <= scores["auc"] <= 1
    assert scores["tp"] + scores["fn"] == scored["scores"]["baselines"]["all"]["tp"]
    shown = invoke("evaluate", "ptc", corpus, "--classifier", model)
    assert "own@1" in shown.stdout
    refused = invoke("evaluate", "gold", corpus, "--classifier", model)
    assert refused.exit_code == 2
