"""Matching and counts on cases small enough to work out by hand."""

from __future__ import annotations

import pytest

from framing.evaluation.scoring import Item, letters_of, match, precision_recall_f1, ratio, trim


def item(name: str, start: int, end: int) -> Item[str]:
    return Item(name, frozenset(range(start, end)))


def names(pairs) -> list[str]:
    return [gold.row + found.row for gold, found in pairs]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  “rebels,” ", "rebels"),
        ("(Photo)", "Photo"),
        ("$5", "$5"),
        ("army-held", "army-held"),
        ("”—“", "”—“"),
        ("the rebels", "the rebels"),
    ],
)
def test_trim_takes_only_the_edges(text, expected):
    start, end = trim(text, 0, len(text))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the rebels", "rebels"),
        ("The\xa0“rebels”", "rebels"),
        ("An army", "army"),
        ("a", "a"),
        ("the", "the"),
        ("theatre", "theatre"),
        ("the ”", "the"),
    ],
)
def test_trim_with_a_determiner(text, expected):
    start, end = trim(text, 0, len(text), determiner=True)
    assert text[start:end] == expected


def test_trim_keeps_offsets_into_the_whole_text():
    text = "So the union won."
    assert trim(text, 3, 12, determiner=True) == (7, 12)


def test_letters_ignore_punctuation_and_a_leading_that():
    text = "said that “we won”, that is all"
    assert letters_of(text, [(5, 18)]) == letters_of(text, [(11, 17)])
    assert letters_of(text, [(10, 31)]) > letters_of(text, [(10, 18)])
    # Only the first part of a discontinuous content can have a leading "that".
    assert 20 in letters_of(text, [(11, 17), (20, 31)])
    assert 20 not in letters_of(text, [(20, 31)])
    assert letters_of(text, [(5, 9)]) == frozenset(range(5, 9))


def test_best_pair_first_and_each_item_once():
    gold = [item("a", 0, 10), item("b", 10, 12)]
    found = [item("x", 5, 15), item("y", 0, 9)]
    result = match(gold, found)
    assert names(result.pairs) == ["ay", "bx"]
    assert result.exact == 0


def test_a_duplicate_is_spurious():
    result = match([item("a", 0, 5)], [item("x", 0, 5), item("y", 0, 5)])
    assert names(result.pairs) == ["ax"]
    assert [other.row for other in result.spurious] == ["y"]
    assert result.exact == 1


def test_touching_spans_share_no_character():
    result = match([item("a", 0, 5)], [item("x", 5, 9)])
    assert not result.pairs
    assert (len(result.missed), len(result.spurious)) == (1, 1)


def test_threshold_includes_its_value():
    gold, found = [item("a", 0, 10)], [item("x", 0, 8)]
    assert match(gold, found, at_least=0.8).pairs
    assert not match(gold, found, at_least=0.81).pairs


def test_fits_and_agreement():
    gold = [item("a", 0, 5), item("b", 0, 5)]
    found = [item("b", 0, 5), item("a", 0, 5)]
    assert names(match(gold, found).pairs) == ["ab", "ba"]
    agree = match(gold, found, agreement=lambda one, other: int(one == other))
    assert names(agree.pairs) == ["aa", "bb"]
    only_b = match(gold, found, fits=lambda one, other: one == other == "b")
    assert names(only_b.pairs) == ["bb"]


def test_precision_recall_f1():
    assert precision_recall_f1(2, 2, 1) == {
        "p": 0.5,
        "r": pytest.approx(2 / 3),
        "f1": pytest.approx(4 / 7),
        "tp": 2,
        "fp": 2,
        "fn": 1,
    }
    assert precision_recall_f1(0, 3, 0)["r"] is None
    assert precision_recall_f1(0, 3, 0)["f1"] == 0
    assert precision_recall_f1(0, 0, 0)["f1"] is None
    assert ratio(0, 0) is None
