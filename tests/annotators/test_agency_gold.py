"""What agency and epistemic find in the annotated articles: the seed's promises, and floors."""

from functools import lru_cache
from pathlib import Path

import pytest

from framing.actors import load_actors
from framing.analysis import analyze_one
from framing.evaluation.against_gold import score_rows
from framing.evaluation.corpora.gold import read_gold
from framing.measures import compute

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "data" / "gold"

#: F1 by overlap of epistemic cues and of events: a few points under what is reached.
FLOORS = {
    "seed": (0.93, 0.82),
    "harbour": (0.87, 0.87),
    "pension-march": (0.90, 0.78),
    "coalition": (0.90, 0.87),
    "verdict": (0.90, 0.85),
    "vaccine-trial": (0.78, 0.62),
    "aid-convoy": (0.70, 0.80),
}


@lru_cache(maxsize=8)
def run(name):
    own = GOLD / f"{name}.actors.toml"
    actors = load_actors(own if own.exists() else ROOT / "seeds" / "douma.actors.toml")
    gold = read_gold(GOLD / f"{name}.gold.json", actors)
    result = analyze_one(gold.article, actors)
    measures = compute(gold.article, gold.rows, actors)
    report = score_rows(gold, result.rows, result.measures, measures, actors=actors)
    return result, report["scores"]


@pytest.mark.parametrize("name", FLOORS)
def test_floors(name):
    scores = run(name)[1]
    cues, events = FLOORS[name]
    assert scores["epistemic"]["overlap"]["f1"] >= cues
    assert scores["events"]["overlap"]["f1"] >= events


@pytest.mark.parametrize("name", FLOORS)
def test_what_matched_events_and_cues_say(name):
    scores = run(name)[1]
    assert scores["events"]["agent_deleted"] >= 0.85
    assert scores["events"]["harm"] >= 0.85
    assert scores["epistemic"]["cue_class"] >= 0.95
    assert scores["epistemic"]["level"] >= 0.9


def measure(name):
    rows = run("seed")[0].measures
    return next(
        row for row in rows if (row.measure, row.variant, row.scope) == (name, "all", "all")
    )


def test_the_seeds_hedge_tokens_are_all_on_one_side():
    row = measure("HT")
    assert (row.value, row.k_a, row.k_b) == (1.0, 6, 0)


def test_the_seeds_rival_propositions():
    row = measure("dPH")
    assert (row.k_a, row.n_a, row.k_b, row.n_b) == (4, 4, 0, 5)


def test_the_seeds_hidden_agents():
    """Near 3 of 13 against 2 of 4, and too few to print more than counts."""
    row = measure("AD")
    assert row.status == "counts only"
    assert row.k_a == 3
    assert 12 <= row.n_a <= 14
    assert (row.k_b, row.n_b) == (2, 4)


def test_the_seeds_hedge_that_decays():
    rows = run("seed")[0].rows.propositions
    dropped = [row for row in rows if row.hedge_dropped]
    assert [(row.proposition, row.hedged, row.total) for row in dropped] == [("hype: hyped", 1, 2)]


def test_both_boosters_are_the_governments():
    rows = run("seed")[0].rows.epistemic
    found = [row for row in rows if row.text == "irrefutable"]
    assert [(row.cue_class, row.holder_side) for row in found] == [("booster", "GOV")] * 2


#: F1 by overlap of events on every gold article: a few points under what is reached.
EVENT_FLOORS = {
    "seed": 0.84, "harbour": 0.91, "pension-march": 0.81, "coalition": 0.89, "verdict": 0.92,
    "vaccine-trial": 0.77, "aid-convoy": 0.87, "ceasefire": 0.73, "landslide-inquiry": 0.80,
    "pipeline-vote": 0.84, "border-clash": 0.70,
}  # fmt: skip


@pytest.mark.parametrize("name", EVENT_FLOORS)
def test_event_floors(name):
    events = run(name)[1]["events"]
    assert events["overlap"]["f1"] >= EVENT_FLOORS[name]
    assert events["agent_deleted"] >= 0.85
