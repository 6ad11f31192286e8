from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from cli_case import fails_with_one_line, invoke

sys.path.insert(0, str(Path(__file__).parents[1] / "coding"))
from coding_case import stored


@pytest.fixture
def run(tmp_path):
    stored(tmp_path / "results")
    return tmp_path / "results"


def fill(sheet: Path, name: str, answer) -> Path:
    """A coder's copy of a sheet, with the same answers to all rows or one made from the text."""
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.update(answer(row))
    path = sheet.with_name(name)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def thugs(row):
    return {"present": "yes" if "thugs" in row["text"] else "no"}


def test_a_sheet_is_drawn_filled_and_scored(tmp_path, run):
    sheet = tmp_path / "s.csv"
    drawing = invoke("sample", run, "-n", 20, "--layer", "sentences", "-o", sheet)
    assert drawing.exit_code == 0
    assert "20 of 48 sentences, 4 strata by outlet, found" in drawing.stderr
    assert sorted(path.name for path in tmp_path.glob("s.*")) == [
        "s.codebook.md", "s.csv", "s.key.json",
    ]  # fmt: skip
    anna, ben = (fill(sheet, name, thugs) for name in ("anna.csv", "ben.csv"))
    shown = invoke("score", anna, ben)
    assert shown.exit_code == 0
    assert "tool: precision, yes  1.000" in shown.stdout
    assert "For a methods section:\n\nFrom the results" in shown.stdout
    found = json.loads(invoke("score", anna, ben, "--json").stdout)
    assert found["coders"] == ["anna", "ben"]
    assert found["questions"]["present"]["agreement"]["alpha"] == 1
    assert found["questions"]["present"]["values"]["yes"]["recall"]["value"] == 1


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl"])
def test_the_sheet_becomes_training_data(tmp_path, run, name):
    sheet = tmp_path / "s.csv"
    invoke("sample", run, "-n", 20, "--layer", "sentences", "-o", sheet)
    anna, out = fill(sheet, "anna.csv", thugs), tmp_path / name
    assert invoke("score", anna, "--training", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    if name.endswith("csv"):
        rows = list(csv.DictReader(text.splitlines()))
    else:
        rows = [json.loads(line) for line in text.splitlines()]
    assert len(rows) == 20
    assert list(rows[0])[:3] == ["text", "label", "group"]
    assert {row["label"] for row in rows} == {"yes", "no"}
    starts = {row["text"][:5] for row in rows if row["label"] == "yes"}
    assert starts == ({"'=The"} if name.endswith("csv") else {"=The "})


def test_what_is_wrong_is_told_in_one_line(tmp_path, run):
    sheet = tmp_path / "s.csv"
    fails_with_one_line(invoke("sample", tmp_path / "no", "-o", sheet), "no such file or folder")
    fails_with_one_line(invoke("sample", run, "--layer", "x", "-o", sheet), "layer: unknown 'x'")
    fails_with_one_line(invoke("score", tmp_path / "no.csv"), "no.csv: cannot be read")
    assert invoke("sample", run, "-o", tmp_path / "s.xlsx").exit_code == 2
    assert invoke("sample", run, "-o", sheet, "--separator", "dot").exit_code == 2


def test_a_sheet_that_may_hold_work_is_not_written_over(tmp_path, run):
    sheet = tmp_path / "s.csv"
    assert invoke("sample", run, "-o", sheet).exit_code == 0
    fails_with_one_line(invoke("sample", run, "-o", sheet), "may hold a coder's work")
