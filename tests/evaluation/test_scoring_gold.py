"""The gold scorer on a made-up article: the report, edges, debatable items, measures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from scoring_case import GOLD, LAYERS, OUTER, QUOTE, ROWS, counts, fractions, mention, scores

from framing.annotation import Measure, Rows
from framing.evaluation.against_gold import SUMMARY_COLUMNS, score_rows, summary_table
from framing.evaluation.corpora.gold import read_gold

GOLD_FILES = sorted((Path(__file__).parents[1] / "data/gold").glob("*.gold.json"))


# ------------------------------------------------------------------------ the whole report


def test_gold_against_itself_is_right_everywhere():
    report = score_rows(GOLD, ROWS)
    assert report["corpus"] == "gold"
    assert report["n"] == 2 + 5 + 4 + 3 + 2 + 2
    for layer in LAYERS:
        values = fractions(report["scores"][layer])
        assert len(values) >= 12
        assert set(values) == {1.0}
    assert json.loads(json.dumps(report, allow_nan=False)) == report


@pytest.mark.parametrize("path", GOLD_FILES, ids=lambda path: path.stem)
def test_gold_files_against_themselves(path):
    gold = read_gold(path)
    found = scores(gold.rows, gold)
    for layer in LAYERS:
        assert set(fractions(found[layer])) == {1.0}
        assert found[layer]["overlap"]["tp"] > 0


def test_empty_prediction_finds_nothing():
    found = scores(Rows())
    assert counts(found["mentions"]["overlap"]) == (0, 0, 5)
    assert found["mentions"]["overlap"]["p"] is None
    assert found["mentions"]["overlap"]["r"] == 0
    assert found["mentions"]["actor"] is None
    assert counts(found["mentions"]["without_debatable"]["exact"]) == (0, 0, 4)


def test_empty_gold_makes_every_find_spurious():
    found = scores(ROWS, replace(GOLD, rows=Rows()))
    assert counts(found["attributions"]["overlap"]) == (0, 3, 0)
    assert found["attributions"]["overlap"]["r"] is None
    assert found["attributions"]["overlap"]["f1"] == 0
    nothing = score_rows(replace(GOLD, rows=Rows()), Rows())
    assert nothing["n"] == 0
    assert nothing["scores"]["events"]["overlap"]["f1"] is None


def test_order_of_rows_does_not_matter():
    # The found span is as close to the one as to the other, and half right about either.
    wanted = (mention("union", "UNION", "L"), mention("thugs", "PORT", "M"))
    found = Rows(mentions=(mention("union had “told the thugs", "UNION", "M"),))
    reports = [
        score_rows(replace(GOLD, rows=Rows(mentions=rows)), found)
        for rows in (wanted, wanted[::-1])
    ]
    assert reports[0] == reports[1]
    assert reports[0]["scores"]["mentions"]["actor"] == 1.0


# ------------------------------------------------------------------------ edges


def test_a_span_shifted_by_one_overlaps_but_is_not_exact():
    first = ROWS.epistemic[0]
    shifted = replace(first, start=first.start + 1, end=first.end + 1)
    found = scores(Rows(epistemic=(shifted,)))["epistemic"]
    assert counts(found["overlap"]) == (1, 0, 1)
    assert counts(found["exact"]) == (0, 1, 2)
    assert found["level"] == 1.0


def test_edge_space_quotation_marks_and_determiners_are_forgiven():
    thugs, won = ROWS.mentions[2], ROWS.mentions[4]
    found = scores(
        Rows(
            mentions=(
                replace(thugs, start=thugs.start + len("the "), end=thugs.end + 1),
                replace(won, start=won.start - 1),
            ),
            epistemic=(replace(ROWS.epistemic[0], start=ROWS.epistemic[0].start - 1),),
        )
    )
    assert counts(found["mentions"]["exact"]) == (2, 0, 3)
    assert counts(found["epistemic"]["exact"]) == (1, 0, 1)


def test_a_determiner_counts_outside_mentions():
    label = replace(ROWS.loaded_terms[0], start=ROWS.loaded_terms[0].start - len("The "))
    found = scores(Rows(loaded_terms=(label,)))["loaded_terms"]
    assert counts(found["overlap"]) == (1, 0, 3)
    assert counts(found["exact"]) == (0, 1, 4)


def test_duplicates_are_spurious():
    found = scores(replace(ROWS, events=ROWS.events * 2))["events"]
    assert counts(found["overlap"]) == (2, 2, 0)
    assert found["overlap"]["p"] == 0.5


def test_zones_match_their_kind_only():
    wrong = replace(ROWS.zones[0], zone="kicker")
    found = scores(Rows(zones=(wrong, ROWS.zones[1])))["zones"]
    assert counts(found["overlap"]) == (1, 1, 1)


# ------------------------------------------------------------------------ debatable items


def test_debatable_items_are_neither_missed_nor_spurious():
    found = scores(ROWS)["mentions"]
    assert counts(found["overlap"]) == (5, 0, 0)
    firm = found["without_debatable"]
    assert (firm["dropped"], firm["ignored"]) == (1, 1)
    assert counts(firm["overlap"]) == (4, 0, 0)

    without = Rows(mentions=tuple(row for row in ROWS.mentions if row.confident))
    assert counts(scores(without)["mentions"]["overlap"]) == (4, 0, 1)
    assert counts(scores(without)["mentions"]["without_debatable"]["overlap"]) == (4, 0, 0)


def test_only_one_prediction_is_excused_by_a_dropped_item():
    twice = Rows(mentions=(ROWS.mentions[1],) * 2)
    firm = scores(twice)["mentions"]["without_debatable"]
    assert counts(firm["overlap"]) == (0, 1, 4)


def test_a_prediction_on_a_kept_and_a_dropped_item_counts_for_the_kept():
    long = mention("The dockers were locked out, the wreckers", "UNION", "L")
    firm = scores(Rows(mentions=(long,)))["mentions"]["without_debatable"]
    assert (firm["dropped"], firm["ignored"]) == (1, 0)
    assert counts(firm["overlap"]) == (1, 0, 3)
    assert counts(firm["exact"]) == (0, 1, 4)


def test_debatable_labels_leave_the_subsets_too():
    firm = scores(ROWS)["loaded_terms"]["without_debatable"]
    assert counts(firm["loaded_only"]["overlap"]) == (1, 0, 0)
    assert counts(firm["labels_right"]["overlap"]) == (0, 0, 0)


# ------------------------------------------------------------------------ measures, table


def test_measures_are_aligned_by_their_key():
    base = Measure(article_id="a", measure="label_asymmetry", side_a="L", side_b="M", value=0.5)
    gold = (
        replace(base, k_a=1, n_a=2, k_b=0, n_b=6),
        replace(base, variant="high_confidence", value=None, status="counts only"),
    )
    predicted = (
        replace(base, scope="headline", value=float("nan")),
        replace(base, value=0.25, status="low n", k_a=1, n_a=4, k_b=0, n_b=5),
    )
    report = score_rows(GOLD, ROWS, predicted, gold)
    first, second, third = report["scores"]["measures"]
    assert first == {
        "measure": "label_asymmetry",
        "variant": "all",
        "scope": "all",
        "side_a": "L",
        "side_b": "M",
        "gold": 0.5,
        "predicted": 0.25,
        "gold_status": "ok",
        "predicted_status": "low n",
        "gold_counts": {"k_a": 1, "n_a": 2, "k_b": 0, "n_b": 6},
        "predicted_counts": {"k_a": 1, "n_a": 4, "k_b": 0, "n_b": 5},
    }
    assert (second["gold_status"], second["predicted_status"]) == ("counts only", None)
    assert second["predicted_counts"] is None
    assert (third["scope"], third["gold_status"], third["predicted"]) == ("headline", None, None)
    json.dumps(report, allow_nan=False)


def test_summary_table():
    table = summary_table(scores(replace(ROWS, attributions=(OUTER, QUOTE))))
    assert {len(row) for row in table} == {len(SUMMARY_COLUMNS)}
    rows = {row[0]: row for row in table if not row[0].startswith(" ")}
    assert tuple(rows) == LAYERS
    assert rows["attributions"] == (
        "attributions", "3", "2", "1.00", "0.67", "0.80", "0.80", "1.00",
    )  # fmt: skip
    assert ("  issue right", "1", "1", "", "", "1.00", "", "1.00") in table
    assert all("–" in row for row in summary_table(scores(Rows())) if row[0] in LAYERS)
