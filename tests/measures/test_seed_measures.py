"""The reference values for the annotated seed article."""

from pathlib import Path

import pytest
from measure_rows import counts, pick

from framing.evaluation.corpora.gold import read_gold
from framing.measures import compute, standing

GOLD = read_gold(Path(__file__).parents[1] / "data" / "gold" / "seed.gold.json")
MEASURES = compute(GOLD.article, GOLD.rows, GOLD.actors)


@pytest.mark.parametrize(
    ("name", "variant", "scope", "value", "low", "high", "status"),
    [
        ("LA", "all", "all", 0.529, 0.190, 0.738, "ok"),
        ("LA", "high_confidence", "all", 0.467, 0.113, 0.699, "ok"),
        ("LA", "groups", "all", 0.643, 0.250, 0.837, "low n"),
        ("DA", "all", "all", 0.500, -0.081, 0.812, "counts only"),
        ("AD", "all", "all", -0.269, -0.650, 0.174, "counts only"),
    ],
)
def test_rates(name, variant, scope, value, low, high, status):
    row = pick(MEASURES, name, variant, scope)
    assert (row.value, row.low, row.high) == pytest.approx((value, low, high), abs=6e-4)
    assert row.status == status


@pytest.mark.parametrize(
    ("name", "variant", "expected"),
    [
        ("LA", "all", (9, 17, 0, 11)),
        ("LA", "high_confidence", (7, 15, 0, 10)),
        ("LA", "groups", (9, 14, 0, 9)),
        ("LA", "descriptors", (9, 14, 0, 2)),
        ("DA", "all", (3, 6, 0, 4)),
        ("HT", "all", (6, 6, 0, 6)),
        ("HT", "strict", (3, 3, 0, 3)),
        ("dPH", "all", (4, 4, 0, 5)),
        ("dPH", "strict", (1, 1, 0, 5)),
        ("AD", "all", (3, 13, 2, 4)),
        ("VS", "all", (-2, 6, 0, 4)),
    ],
)
def test_counts(name, variant, expected):
    assert counts(pick(MEASURES, name, variant)) == expected


@pytest.mark.parametrize(
    ("name", "scope", "value", "status"),
    [
        ("HT", "all", 1.0, "low n"),
        ("dPH", "all", 1.0, "counts only"),
        ("SA_words", "all", -0.102, "low n"),
        ("SA_attributions", "all", 0.111, "low n"),
        ("SA_direct_words", "all", -0.143, "low n"),
        ("SA_words", "issue:douma_hostages", 1.0, "counts only"),
        ("SA_words", "issue:chemical_attack", -0.822, "low n"),
        ("SA_direct_words", "issue:chemical_attack", -1.0, "low n"),
        ("QP", "all", 0.504, "low n"),
        ("QP", "issue:chemical_attack", -0.726, "low n"),
        ("VS", "all", -0.333, "counts only"),
        ("attributed_share", "all", 0.534, "ok"),
        ("speaker_entropy", "all", 3.085, "ok"),
        ("N1", "all", 8.49, "ok"),
        ("N2", "all", 8.00, "ok"),
        ("N1_sides", "all", 4.36, "ok"),
        ("HS", "all", 0.80, "ok"),
        ("JSD", "all", 0.356, "counts only"),
    ],
)
def test_balances_and_diversity(name, scope, value, status):
    row = pick(MEASURES, name, scope=scope)
    assert row.value == pytest.approx(value, abs=6e-3 if name.startswith("N") else 6e-4)
    assert row.status == status


@pytest.mark.parametrize(
    ("name", "side", "value"),
    [
        ("term_rate", "OPP", 3.23), ("LD", "OPP", 8.75), ("prominence_share", "OPP", 0.479),
        ("prominence_share", "THIRD", 0.327), ("prominence_share", "GOV", 0.167),
        ("prominence_share", "WH", 0.014), ("prominence_share", "WEST", 0.012),
        ("mean_position", "OPP", 0.805), ("mean_position", "GOV", 0.201),
        ("first_quoted_paragraph", "OPP", 2), ("first_quoted_paragraph", "GOV", 9),
        ("words_per_attribution", "GOV", 23.0), ("last_word", "GOV", 1),
    ],
)  # fmt: skip
def test_single_sides(name, side, value):
    assert pick(MEASURES, name, side=side).value == pytest.approx(value, abs=6e-3)


def test_words_by_side_and_issue():
    words = {row.side_a: row.k_a for row in MEASURES
             if row.measure == "source_words" and row.scope == "all"}  # fmt: skip
    assert words == {"OPP": 66, "THIRD": 53, "GOV": 92, "WEST": 4, "WH": 5, "CIV": 0}
    hostages = pick(MEASURES, "SA_words", scope="issue:douma_hostages")
    attack = pick(MEASURES, "SA_words", scope="issue:chemical_attack")
    assert (hostages.k_a, hostages.k_b, attack.k_a, attack.k_b) == (66, 0, 9, 92)


def test_notes_print_what_the_numbers_leave_out():
    assert pick(MEASURES, "HT").note == "exact binomial p = 0.031"
    assert pick(MEASURES, "label_log_odds").note == "standard error 1.52"
    assert "Miller-Madow 3.566" in pick(MEASURES, "speaker_entropy").note
    assert pick(MEASURES, "LD", side="OPP").note == "1 loaded term in 9 words"
    assert "GOV not sourced" in pick(MEASURES, "SA_words", scope="issue:douma_hostages").note


def test_bootstrap_intervals_are_near_the_references():
    words, prominence, stance = (pick(MEASURES, name) for name in ("SA_words", "QP", "VS"))
    assert (words.low, words.high) == pytest.approx((-0.81, 0.76), abs=0.08)
    assert (prominence.low, prominence.high) == pytest.approx((-0.62, 0.95), abs=0.08)
    assert (stance.low, stance.high) == pytest.approx((-0.50, 0), abs=0.05)


def test_who_is_spoken_of_and_not_heard():
    silent = {row.actor for row in standing(GOLD.rows, GOLD.actors) if not row.standing}
    assert {"HOST", "JAIFAM", "GOV", "SAA"} <= silent
    assert not silent & {"JAI", "RUS", "USFRUK", "WH", "MEE"}
    cited = {row.actor: row.direct_words for row in standing(GOLD.rows, GOLD.actors)}
    assert cited["USFRUK"] == cited["WH"] == 0
