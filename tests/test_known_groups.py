"""The known-groups benchmark: its plain counts, and what its saved counts say."""

import importlib.util
from pathlib import Path

import pytest

from framing.actors import Actor, Actors, Side, load_actors
from framing.evaluation.against_nameswap import _check_sides
from framing.evaluation.corpora.swap_table import read_swap_table

ROOT = Path(__file__).parents[1]
_SPEC = importlib.util.spec_from_file_location("known", ROOT / "benchmarks" / "known_groups.py")
known = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(known)

CAMPS = Actors(
    actors=(
        Actor("F", "Selk Front", "armed group", "R"),
        Actor("G", "Valley Guard", "military", "S", aliases=("Guard",)),
    ),
    sides=(Side("R", "Rebels", bloc="FOES"), Side("S", "State", bloc="GOVT")),
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("The Selk Front terrorists fled.", (1, 1, 0, 0)),
        ("Terrorists fled from the Valley Guard.", (0, 0, 1, 1)),  # near is not about
        ("Terrorists burned the mill on the river by the bridge. The Guard came.", (0, 0, 0, 1)),
        ("Nobody came.", (0, 0, 0, 0)),
    ],
)
def test_loaded_words_near_names_know_no_target(text, cells):
    assert known.near_names(text, CAMPS) == cells


@pytest.fixture(scope="module")
def outlets():
    return known.by_outlet(known.read_counts(known.KEPT))


def test_the_saved_counts_are_of_the_whole_corpus(outlets):
    assert sum(len(rows) for rows in outlets.values()) == 804
    assert len(outlets) == 15


@pytest.mark.parametrize("way", ["all", "without_indirect"])
@pytest.mark.parametrize("outlet", ["sana", "manar", "alalam"])
def test_outlets_of_the_governments_camp_lie_above_the_yardstick(outlets, outlet, way):
    value, low, _ = known.asymmetry(outlets[outlet], way)
    yardstick, _, high = known.asymmetry(outlets["ahram"], way)
    assert value > yardstick
    assert low > high


def test_the_swap_table_of_the_war_fits_its_actors_file():
    table = read_swap_table(ROOT / "seeds" / "syria.swap.toml")
    actors = load_actors(ROOT / "seeds" / "syria.actors.toml").with_contrast(*table.sides)
    _check_sides(actors, table)
    listed = {name.casefold() for actor in actors.actors for name in actor.names}
    plain = ("oppositions", "governments", "opposition regime", "Syrian regime", "Syrian troops")
    for pair in table.pairs:
        assert all(name.casefold() in listed for name in pair.names if name not in plain)
