"""How sure it is whom a label is of: by what gave it to him, as judges found it."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from framing.annotation import SURE_TARGET, Mention
from framing.annotators.naming._sureness import HELD, chance_of_target, way_to_target

KEPT = Path(__file__).parents[2] / "benchmarks" / "judged" / "targets.csv"

#: The mean towards which ways with few judged are drawn, and how many it stands for.
MEAN, AS_MANY = 0.8, 4


def mention(text, head, evidence, confidence=0.7):
    return Mention(
        article_id="a", span_id="m0", start=0, end=len(text), text=text, zone="body",
        sentence_id="s0", confidence=confidence, evidence=evidence, actor="x", side=None,
        form="common", head=head,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "head", "evidence", "term", "way"),
    [
        ("the terrorists", "terrorists", "people", "terrorists", "people, so called"),
        ("terrorists", "terrorists", "people", "terrorists", "people, several, no camps"),
        ("the rude nurses", "nurses", "people", "rude", "people, several, no camps"),
        ("a rude nurse", "nurse", "people", "rude", "people, one"),
        ("“the thugs", "thugs", "tied epithet", "thugs", "tied epithet, no camps"),
        ("thugs", "thugs", "tied epithet", "thugs", "tied epithet, bare"),
        ("it", "it", "coreference@1.2.1", "outfit", "coreference, no camps"),
        ("she", "she", "pronoun: person", "liar", "pronoun: person"),
        ("Lee", "Lee", "name", "liar", "name"),
    ],
)
def test_the_way(text, head, evidence, term, way):
    assert way_to_target(mention(text, head, evidence), term, camps=False) == way


def test_two_camps_and_a_sure_pronoun_are_ways_of_their_own():
    told = mention("the thugs", "thugs", "tied epithet")
    assert way_to_target(told, "thugs", camps=True) == "tied epithet, two camps"
    she = mention("she", "she", "pronoun: person", confidence=0.9)
    assert way_to_target(she, "liar", camps=True) == "pronoun: person, sure"


def test_a_name_beside_is_surer_than_the_nearest():
    assert chance_of_target("name+noun") > SURE_TARGET > chance_of_target(HELD)
    assert chance_of_target("pronoun: nearest") < 0.5 < chance_of_target("never judged") < 1


def test_the_chances_are_those_that_were_judged():
    judged = defaultdict(list)
    with KEPT.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            judged[row["way"]].append(float(row["right"]))
    assert sum(map(len, judged.values())) > 2000
    for way, right in judged.items():
        if way != "nobody":
            share = (sum(right) + MEAN * AS_MANY) / (len(right) + AS_MANY)
            assert chance_of_target(way) == pytest.approx(share, abs=0.0051), way
