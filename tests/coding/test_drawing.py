from __future__ import annotations

from collections import Counter

import pytest
from coding_case import stored
from hypothesis import given
from hypothesis import strategies as st

from framing.coding.drawing import allocate, draw
from framing.errors import FramingError


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12), st.integers(1, 300))
def test_as_many_are_drawn_as_are_asked_for_and_there_are(sizes, number):
    number = max(number, len(sizes))
    drawn = allocate(sizes, number)
    assert sum(drawn) == min(number, sum(sizes))
    assert all(1 <= taken <= size for taken, size in zip(drawn, sizes, strict=True))


def test_small_strata_get_more_than_their_share_and_large_ones_the_most():
    # 33 each, as far as there are, then 114 by size; 16 each, then 52 by 584 : 284 : 84
    assert allocate([1000, 1000, 20], 200) == [90, 90, 20]
    assert allocate([600, 300, 100], 100) == [48, 31, 21]


def test_the_same_seed_draws_the_same_sheet_and_another_seed_another(tmp_path):
    results = stored(tmp_path)
    assert draw(results, 10) == draw(results, 10)
    assert [item.span_id for item in draw(results, 10).items] != [
        item.span_id for item in draw(results, 10, seed=7).items
    ]


def test_strata_are_counted_and_weighted(tmp_path):
    drawn = draw(stored(tmp_path), 12)
    assert drawn.by == ("outlet", "side")
    assert {one.values: one.size for one in drawn.strata} == {
        ("Daily", "A"): 8, ("Daily", "B"): 16, ("Weekly", "A"): 4, ("Weekly", "B"): 8,
    }  # fmt: skip
    assert Counter(item.stratum for item in drawn.items) == {
        at: one.drawn for at, one in enumerate(drawn.strata)
    }
    whole = sum(drawn.strata[item.stratum].weight for item in drawn.items)
    assert whole == pytest.approx(36) == drawn.size


def test_another_choice_of_strata(tmp_path):
    drawn = draw(stored(tmp_path), 6, by=("loadedness",))
    assert [one.values for one in drawn.strata] == [("0",), ("3",)]


def test_what_the_tool_says_and_what_a_coder_sees(tmp_path):
    drawn = draw(stored(tmp_path), 36)
    assert {one.drawn for one in drawn.strata} == {4, 8, 16}
    item = next(item for item in drawn.items if item.span_id == "l0")
    assert item.tool == {"loaded": "yes", "side": "B"}
    assert item.passage.text == "=The thugs came at night."
    assert (
        item.passage.after == "Officials called them fighters. Nobody “was hurt”, the mayor said."
    )
    assert drawn.questions[1].values == ("A", "B", "C", "none"), "sides of the mentions too"


def test_of_an_attribution_its_content_is_marked(tmp_path):
    item = draw(stored(tmp_path), 3, "attributions", by=("outlet",)).items[0]
    [(start, end)] = item.passage.places
    assert item.passage.text[start:end] == "Nobody “was hurt”"
    assert item.tool == {"content": "yes", "side": "A", "type": "mixed", "claim": "yes"}


def test_sentences_are_drawn_whether_or_not_anything_was_found(tmp_path):
    drawn = draw(stored(tmp_path), 48, "sentences", about="loaded_terms")
    assert drawn.census
    said = Counter((item.passage.text[:4], item.tool["present"]) for item in drawn.items)
    assert said == {("=The", "yes"): 12, ("Offi", "no"): 12, ("Nobo", "no"): 12, ("It r", "no"): 12}
    assert all(item.passage.places == () for item in drawn.items)


def test_ids_name_the_draw(tmp_path):
    results = stored(tmp_path)
    first, other = (draw(results, 5, seed=seed).items[0].id for seed in (1, 2))
    assert first.endswith("x0001")
    assert first[:7] != other[:7]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"number": 0}, "-n: found 0"),
        ({"layer": "terms"}, "layer: unknown 'terms'; accepted: loaded_terms"),
        ({"layer": "sentences", "about": "x"}, "about: unknown 'x'"),
        ({"by": ("topic",)}, "by: loaded_terms has no column 'topic'; accepted: actor"),
        ({"layer": "events"}, "no events in the zones that count"),
        ({"number": 3}, "4 strata for 3 rows"),
    ],
)
def test_what_cannot_be_drawn_is_told(tmp_path, arguments, says):
    with pytest.raises(FramingError) as caught:
        draw(stored(tmp_path), **{"number": 10, **arguments})
    assert says in str(caught.value)
