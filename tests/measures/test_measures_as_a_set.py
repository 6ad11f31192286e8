import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from measure_rows import actors, debated, event, hedge, label, measured, mention, pick, rows, source

from framing.actors import CONTRAST_FAMILIES, Contrast, Side
from framing.annotation import Measure, Proposition
from framing.measures import MEASURES, ErrorRates, Flip

ASYMMETRIES = [
    "LA", "label_log_odds", "DA", "HT", "dPH", "SA_words", "SA_attributions",
    "SA_direct_words", "QP", "VS", "AD",
]  # fmt: skip


def lopsided(a="L", b="M"):
    """Something of everything, and more of it on side `a`."""
    found = []
    for i in range(8):
        found += [mention(a, 100 + 20 * i), mention(b, 300 + 20 * i)]
        found += [label(a, 102 + 20 * i)] if i < 5 else []
        found += [source(a, 100 + 60 * i, words=10 + i, direct=5, stance=-(i % 2), issue="pay")]
        found += [event(a, 500 + 5 * i, deleted=i < 6), event(b, 600 + 5 * i, deleted=i < 2)]
    found += [label(b, 302), hedge(a, 700), hedge(a, 710), hedge(b, 720)]
    found += [source(b, 800 + 10 * i, words=4, direct=2, stance=i % 2, issue="pay")
              for i in range(6)]  # fmt: skip
    both = tuple(
        Proposition(article_id="t", proposition_id=name, proposition=name, holder_side=side,
                    hedged=hedged, total=6)
        for name, side, hedged in (("p", a, 5), ("q", b, 1))
    )  # fmt: skip
    return replace(rows(*found), propositions=both)


@pytest.mark.parametrize("name", ASYMMETRIES)
def test_exchanging_the_sides_changes_the_sign(name):
    straight, swapped = pick(measured(lopsided()), name), pick(measured(lopsided("M", "L")), name)
    turned = pick(measured(lopsided(), actors("M", "L")), name)
    assert straight.value != 0
    for other in (swapped, turned):
        assert other.value == pytest.approx(-straight.value)
        assert (other.k_a, other.n_a) == (straight.k_b, straight.n_b)
        if straight.low is not None:
            assert other.low == pytest.approx(-straight.high)
            assert other.high == pytest.approx(-straight.low)


def test_exchanging_the_sides_mirrors_the_harm_share():
    straight, swapped = pick(measured(lopsided()), "HS"), pick(measured(lopsided("M", "L")), "HS")
    assert swapped.value == pytest.approx(1 - straight.value)


def test_every_row_keeps_the_rules():
    for row in measured(lopsided()):
        assert row.status in {"ok", "low n", "counts only", "no mentions", "no claims",
                              "not sourced", "undefined"}  # fmt: skip
        if row.low is not None and row.value is not None:
            assert row.low - 1e-9 <= row.value <= row.high + 1e-9, row
        assert row.value is None or row.n_a is not None, f"a rate with no n: {row}"


def test_spans_name_rows_that_were_counted():
    found = lopsided()
    known = {row.span_id for field in fields(found) for row in getattr(found, field.name)
             if hasattr(row, "span_id")}  # fmt: skip
    known |= {row.proposition_id for row in found.propositions}
    for row in measured(found):
        assert set(row.spans) <= known


def test_the_same_rows_give_the_same_numbers():
    found = lopsided()
    assert measured(found) == measured(found)


def test_debatable_sides_are_left_out_once():
    contrast = Contrast("UP", "M", frozenset({"L", "N"}), frozenset({"M"}))
    who = replace(
        actors(sides=[Side("N", "Others", "UP")]),
        contrasts=dict.fromkeys(CONTRAST_FAMILIES, contrast),
    )
    found = rows(source("L", 100), source("N", 200, stance=-1), source("M", 300))
    assert not [r for r in measured(found, who) if r.variant == "without_debatable_sides"]
    measures = measured(found, debated(who, "N"))
    assert pick(measures, "DA").n_a == 2
    assert pick(measures, "DA", "without_debatable_sides").n_a == 1
    # a camp of debatable sides alone cannot be left out
    assert not [r for r in measured(found, debated(actors(), "L"))
                if r.variant == "without_debatable_sides"]  # fmt: skip


def test_error_rates_widen_the_interval():
    plain = measured(lopsided())
    assert all(row.low_total is None for row in plain)
    rates = ErrorRates(Flip(0.3, 0.1), Flip(0.3, 0.1), Flip(0.3, 0.1), sources=0.2)
    found = lopsided()
    measures = measured(found, error_rates=rates)
    assert measures == measured(found, error_rates=rates)
    for name in ("LA", "DA", "AD", "SA_words", "QP"):
        row = pick(measures, name)
        assert row.low_total < row.high_total
    exact = pick(measured(lopsided(), error_rates=ErrorRates()), "LA")
    noisy = pick(measures, "LA")
    assert noisy.value == exact.value
    # lost and gained hits pull two shares together
    assert (noisy.low_total + noisy.high_total) < (exact.low_total + exact.high_total)


def test_the_page_names_every_measure():
    page = Path(__file__).parents[2] / "docs" / "measures.md"
    named = set(re.findall(r"`(\w+)`", page.read_text(encoding="utf-8")))
    assert {row.measure for row in measured(lopsided())} <= named
    assert {row.variant for row in measured(lopsided(), debated(actors(), "X"))} <= named


def test_families_are_listed_once():
    assert len({family.name for family in MEASURES}) == len(MEASURES)
    assert Measure(article_id="a", measure="m").status == "ok"
