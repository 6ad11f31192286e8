"""Whom a predicate is said of: through naming verbs, reputations, kinds, examples, copulas."""

import pytest
from model_case import front, read, read_with

from framing.actors import Actor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Samuel Okoro was every voter's idea of a patriot.", "patriot"),
        ("Peter Lund spoke of Samuel Okoro. Some consider Samuel Okoro a liar and traitor.",
         "traitor"),
        ("The vote made Samuel Okoro a hero.", "hero"),
        ("Peter Lund branded Samuel Okoro a thug.", "thug"),
        ("Peter Lund wants Samuel Okoro declared a terrorist.", "terrorist"),
        ("Samuel Okoro remembers being called a sell-out.", "sell-out"),
        ("Samuel Okoro has turned into a tyrant.", "tyrant"),
        ("Samuel Okoro is seen by many as a traitor.", "traitor"),
        ("Samuel Okoro earned a reputation as a bully.", "bully"),
        ("Samuel Okoro won praise as a visionary leader.", "visionary"),
        ("Samuel Okoro is something of a bully.", "bully"),
        ("Samuel Okoro is nothing but a thug.", "thug"),
        ("The only thug in the room is Samuel Okoro.", "thug"),
        ("Like other autocrats, Samuel Okoro rewards loyalty.", "autocrats"),
        ("Samuel Okoro, like other demagogues, blames the press.", "demagogues"),
        ("Samuel Okoro: hero or villain?", "villain"),
        ("The press depicted the minister, Samuel Okoro, as a coward.", "coward"),
    ],
)  # fmt: skip
def test_a_predicate_finds_whom_it_is_said_of(text, term):
    assert front(text).label(term).actor == "OKO"


def test_what_a_group_is_made_of_is_said_of_it():
    case = front("Peter Lund fears the Northern Liberation Front – a group of fanatics.")
    assert case.label("fanatics").actor == "NLF"


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Samuel Okoro is a hero.", "OKO"),
        ("Samuel Okoro is not only a hero.", "OKO"),
        ("Samuel Okoro is no hero.", None),
        ("Samuel Okoro is hardly a hero.", None),
        ("Samuel Okoro is anything but a hero.", None),
    ],
)
def test_what_somebody_is_said_not_to_be_he_is_not_called(text, actor):
    row = front(text).label("hero")
    assert row.actor == actor
    assert (row.confidence > 0.5) is (actor is not None)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Samuel Okoro had to turn away extremists.", "extremists"),
        ("Peter Lund asked Samuel Okoro to sack one of its extremists.", "extremists"),
        ("Peter Lund met Samuel Okoro, not the council and the rebels.", "rebels"),
    ],
)
def test_what_stands_near_is_not_said_of_him(text, term):
    assert front(text).label(term).actor != "OKO"


def test_what_modifies_a_name_in_a_predicate_is_said_of_the_name():
    case = front("The next beneficiary could be the defiant propagandist Samuel Okoro.")
    assert case.label("defiant").actor == case.label("propagandist").actor == "OKO"


def test_a_person_who_is_called_something_is_taken_in_wherever_he_stands():
    case = read("The senator cast Robert Hale as a villain.")
    assert case.label("villain").actor == "Robert Hale"
    case = read("He was charged with helping a foreign terrorist organization – ISIS – in Ohio.")
    assert case.label("terrorist organization").actor == "Islamic State"


def test_a_quotation_is_of_whom_it_is_said_of():
    case = read("“He is a liar,” Ann Brown said of Robert Hale.")
    assert case.label("liar").actor == "Robert Hale"


def test_a_person_of_one_name_is_taken_in_if_he_keeps_acting():
    text = "Obama spoke on Monday. Obama denied it. The judge asked why Obama had left."
    assert [actor for name, actor in read_with(text) if name == "Obama"] == ["Obama"] * 3
    text = "Terrorists left Obama. It rained in Obama. The army took Obama on Monday."
    assert not [actor for _, actor in read_with(text) if actor == "Obama"]


_WAR = (
    Actor("NLF", "Northern Liberation Front", "armed group", "R"),
    Actor("GOV", "Sudanese government", "government", "S"),
    Actor("CIV", "villagers", "civilians", "C"),
)


def test_a_crowd_of_villagers_is_no_group():
    text = (
        "The Northern Liberation Front burned a mill. It killed six villagers. "
        "The terrorist group left on Monday."
    )
    assert ("The terrorist group", "NLF") in read_with(text, *_WAR)


def test_a_loaded_word_after_a_name_is_tied_to_it():
    text = (
        "The army watched Northern Liberation Front terrorist group members in the north. "
        "Over 50 terrorists left."
    )
    assert ("Over 50 terrorists", "NLF") in read_with(text, *_WAR)


def test_a_regime_before_its_raids_is_the_government():
    found = read_with("The Sudanese government denied it. Six died in regime air raids.", *_WAR)
    assert ("regime", "GOV") in found
