"""What the numbers allow to say, and the order and nesting of the ledgers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from report_case import ACTORS, CAMPS, MEASURES, TEXT, measure, small_result

from framing.actors import Actors
from framing.reporting import FORMATS, report


def lines(code: str, **kind: str) -> list:
    groups = {group.code: group for group in report(small_result(**kind)).profile}
    return list(groups[code].lines)


def verdict(**values: object) -> str:
    return report(small_result(measures=(measure("LA", **CAMPS, **values),))).profile[0].lines[0]


def test_summary_says_what_stands_out() -> None:
    first, second = report(small_result()).summary
    assert first == (
        "In its own voice the article uses 9 loaded terms for Labour (7 of 17 mentions), "
        "none for Management (0 of 11)."
    )
    assert second.startswith("Too few to compare, as counts only: doubt is put on 3 of 3 claims")


def test_summary_claims_nothing_from_unclear_measures() -> None:
    unclear = tuple(row for row in MEASURES if row.measure in ("SA_words", "AD"))
    assert report(small_result(measures=unclear)).summary == (
        "No difference between the two sides is clear at these counts.",
    )


def test_counts_only_prints_no_rate() -> None:
    line = verdict(value=1.0, low=0.2, high=1.0, k_a=3, n_a=3, k_b=0, n_b=4, status="counts only")
    assert (line.value, line.interval, line.bar) == ("", "", None)
    assert line.counts[0].text == "3 of 3 mentions"
    assert line.verdict == "counts only: fewer than 5 on one side"


def test_zero_is_no_balance() -> None:
    line = verdict(value=0.0, low=-0.24, high=0.23, k_a=0, n_a=12, k_b=0, n_b=12)
    assert line.verdict == "no asymmetry seen; larger than 0.24 ruled out"
    for render in FORMATS.values():
        assert "balanced" not in render(small_result())


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"value": 0.5, "low": 0.1, "high": 0.8}, "more loaded names for Labour"),
        ({"value": -0.5, "low": -0.8, "high": -0.1}, "more loaded names for Management"),
        (
            {"value": 0.5, "low": -0.1, "high": 0.8, "status": "low n"},
            "more loaded names for Labour, but the interval includes 0; low n",
        ),
        ({"status": "no mentions", "n_a": 3, "n_b": 0}, "no score: no mentions of Management"),
    ],
)
def test_verdict(values: dict[str, object], said: str) -> None:
    assert verdict(**({"k_a": 5, "n_a": 10, "k_b": 1, "n_b": 10} | values)).verdict == said


def test_a_side_without_sources_gets_no_score() -> None:
    whole, issue = lines("SA")
    assert whole.scope == "whole article"
    assert issue.scope == "on “the gate”"
    assert issue.verdict == "no score: nobody is quoted or cited for Management"
    assert issue.note == "6 v 0 attributions"


def test_no_total_score() -> None:
    codes = [group.code for group in report(small_result()).profile]
    assert codes == ["LA", "DA", "SA", "AD"]


def test_without_contrast_sides_are_counted_and_a_hint_is_given() -> None:
    single = tuple(row for row in MEASURES if row.side_b is None)
    content = report(small_result(measures=single, actors=replace(ACTORS, contrasts={})))
    assert "--side-a" in content.hint
    (group,) = content.profile
    assert [count.text for count in group.lines[0].counts] == [
        "7 of 17 mentions",
        "0 of 11 mentions",
    ]
    assert group.lines[0].value == ""
    assert report(small_result()).hint == ""


def test_nobody_known_is_no_error() -> None:
    content = report(small_result(measures=(), actors=Actors()))
    assert content.profile == ()
    assert "LAB" in {side.id for side in content.sides}


def section(name: str) -> object:
    return next(part for part in report(small_result()).sections if part.id == name)


def test_sections_come_in_reading_order() -> None:
    assert [part.id for part in report(small_result()).sections] == [
        "naming", "sources", "hedges", "events", "wording", "counts", "reading", "methods",
    ]  # fmt: skip


def test_names_are_grouped_by_actor_in_text_order() -> None:
    rows = section("naming").tables[0].rows
    assert [row.cells[0].text for row in rows] == [
        "Dockers' Union · Labour", "Thugs", "The strikers", "mob",
        "Port Authority · Management", "the port", "two dockers · Labour", "Two dockers",
    ]  # fmt: skip
    thugs = rows[1].cells
    assert thugs[4].text == "strongly loaded −: Thugs"
    assert thugs[5].text == "strikers, men"
    assert rows[3].cells[0].debatable
    assert [row.cells[1].text for row in rows[:4]] == ["4 times", "1", "1", "2"]


def test_nested_source_stands_under_its_parent() -> None:
    rows = section("sources").tables[0].rows
    assert [(row.cells[0].text, row.level) for row in rows] == [
        ("Dockers' Union", 0), ("Port Authority", 0), ("a witness (unnamed)", 1),
    ]  # fmt: skip
    assert rows[2].cells[8].text == "Port Authority"


def test_a_cycle_of_parents_hides_nobody() -> None:
    result = small_result()
    first, second, third = result.rows.attributions
    looped = (replace(first, parent="a2"), second, replace(third, parent="a0"))
    content = report(replace(result, rows=replace(result.rows, attributions=looped)))
    table = next(part for part in content.sections if part.id == "sources").tables[0]
    assert len(table.rows) == 3


def test_who_is_never_heard_is_named() -> None:
    assert section("sources").notes == ("Spoken of and never heard: two dockers.",)


def test_dropped_hedge_is_said_plainly() -> None:
    assert section("hedges").notes == (
        "“the gate was open” is hedged at first mention and stated bare later.",
    )


def test_blocks_are_the_text() -> None:
    blocks = report(small_result()).blocks
    assert "".join(block.text for block in blocks) == TEXT
    assert [block.kind for block in blocks] == ["headline", "gap", "body", "gap"]


def test_tooltip_names_voice_actor_rule_and_alternatives() -> None:
    marks = {
        part.mark.id: part.mark
        for block in report(small_result()).blocks
        for segment in block.segments
        for part in segment.opens
    }
    assert marks["l0"].tooltip.split("\n") == [
        "“Thugs”: label, strongly loaded (3 of 3), negative",
        "About: Dockers' Union (Labour)",
        "Plainer: strikers, men",
        "Voice: the article (its own words)",
        "Found by: hand, confidence 1.00",
    ]
    assert marks["l1"].debatable
    assert "Port Authority (in quotation marks)" in marks["l2"].tooltip
    assert "not named here" in marks["e0"].tooltip


def test_reports_need_no_heavy_library() -> None:
    code = (
        "import sys, framing.reporting, framing.figures; heavy = {'spacy', 'pandas', 'matplotlib'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
