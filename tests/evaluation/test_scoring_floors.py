"""Floors: what falls below one is named, and nothing passes by not being measured."""

from __future__ import annotations

import json

import pytest

from framing.errors import FramingError
from framing.evaluation.floors import FLOORS_FILE, check_floors, read_floors

SCORES = {
    "mentions": {
        "overlap": {"p": 0.5, "r": 0.5, "f1": 0.5, "tp": 5, "fp": 5, "fn": 5},
        "actor": 0.75,
        "voice": None,
        "accuracy_counts": {"actor": {"k": 3, "n": 4}, "voice": {"k": 0, "n": 0}},
    },
    "events": {"overlap": {"p": None, "r": 0.0, "f1": 0.0, "tp": 0, "fp": 0, "fn": 4}},
    "mae": 0.6,
}


def test_a_score_on_its_floor_passes():
    assert check_floors(SCORES, {"at_least": {"mentions.overlap.f1": 0.5}}) == []


def test_below_a_floor_and_above_a_ceiling():
    floors = {"at_least": {"mentions.overlap.p": 0.51}, "at_most": {"mae": 0.55}}
    assert check_floors(SCORES, floors) == [
        "mentions.overlap.p: 0.500 is below its floor 0.510",
        "mae: 0.600 is above its ceiling 0.550",
    ]
    assert check_floors(SCORES, {"at_most": {"mae": 0.6}}) == []


def test_fewer_than_five_gold_items_are_not_held_against_a_floor():
    floors = {"at_least": {"events.overlap.f1": 0.9, "mentions.actor": 0.9}}
    assert check_floors(SCORES, floors) == []


@pytest.mark.parametrize("name", ["nothing.overlap.f1", "mentions.overlap.f2", "mae.f1", "mae2"])
def test_an_absent_score_is_listed(name):
    lines = check_floors(SCORES, {"at_least": {name: 0.1}})
    assert len(lines) == 1
    assert name in lines[0]


def test_an_undefined_precision_is_listed_when_gold_has_items():
    scores = {"events": {"overlap": {"p": None, "tp": 0, "fp": 0, "fn": 9}}}
    assert len(check_floors(scores, {"at_least": {"events.overlap.p": 0.1}})) == 1


def test_shipped_floors_are_fractions():
    floors = read_floors("gold")
    assert floors["at_least"]
    for corpus in json.loads(FLOORS_FILE.read_text(encoding="utf-8")):
        for values in read_floors(corpus).values():
            assert all(0 <= value <= 1 for value in values.values())


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("{", "floors file"),
        ("[1]", "gold"),
        ('{"gold": 1}', "gold"),
        ('{"gold": {"above": {}}}', "gold.above"),
        ('{"gold": {"at_least": {"mentions.overlap.f1": "high"}}}', "mentions.overlap.f1"),
        ('{"gold": {"at_least": {"mentions.overlap.f1": true}}}', "mentions.overlap.f1"),
    ],
)
def test_a_malformed_file_is_named(tmp_path, content, place):
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(FramingError) as caught:
        read_floors("gold", path)
    assert str(path) in str(caught.value)
    assert place in str(caught.value)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FramingError, match=r"no\.json"):
        read_floors("gold", tmp_path / "no.json")
