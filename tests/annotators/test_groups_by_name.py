"""Groups that everybody knows, where no actors file names them or has not all their names."""

import pytest
from model_case import read

from framing import analyze
from framing.actors import Actor, Actors
from framing.annotators._names import groups, name_table
from framing.lexicon import load_lexicon


def test_a_group_goes_by_the_name_that_is_shown():
    assert groups()["Islamic State"].names[:2] == ("Islamic State", "ISIS")


def test_no_name_is_of_two_groups():
    names = [name.lower() for group in groups().values() for name in group.names]
    assert len({*names}) > len(load_lexicon("groups").entries)
    owners = {name: {g.id for g in groups().values() if name in map(str.lower, g.names)}
              for name in names}  # fmt: skip
    assert all(len(ids) == 1 for ids in owners.values())


def test_a_listed_group_gets_the_names_that_its_file_lacks():
    listed = Actors((Actor("IS", "Islamic State", kind="armed group"),))
    table = name_table(listed, "Daesh fled.")
    assert table["Daesh"][0] == table["ISIS"][0] == "IS"


def test_names_that_a_file_gives_to_two_are_left_to_it():
    listed = Actors((Actor("A", "ISIS", kind="armed group"), Actor("B", "Daesh", kind="cell")))
    table = name_table(listed, "ISIS and Daesh fled.")
    assert (table["ISIS"][0], table["Daesh"][0]) == ("A", "B")


def test_the_arabic_article_is_found_as_others_write_it():
    listed = Actors((Actor("F", "Jaish al-Fatah", kind="armed group"),))
    table = name_table(listed, "Jaish Al Fatah fled.")
    assert {table[name][0] for name in ("Jaish Al Fatah", "Jaish al Fatah", "Jaish Al-Fatah")} == {
        "F"
    }
    assert table["Al Shabaab"][0] == "al-Shabaab"


def test_the_acronym_of_a_longer_name_is_not_the_shorter_ones():
    listed = Actors(
        (Actor("F", "Free Selk Army", kind="armed group"), Actor("S", "Selk Army", kind="army"))
    )
    assert name_table(listed, "The Free Selk Army (FSA) fled.")["FSA"][0] == "F"
    assert name_table(listed, "The Selk Army (SA) fled.")["SA"][0] == "S"


@pytest.mark.model
def test_no_demagogue_is_the_only_armed_group():
    case = read("Ann Lee fought ISIS. She warned of the demagogues who exploit it.")
    assert case.label("demagogues").actor is None


@pytest.mark.model
def test_a_name_before_a_noun_says_that_others_are_meant():
    case = read(
        "Ann Lee praised the Harlan protesters. She saw the Ferguson protesters as a lynch mob."
    )
    assert case.label("lynch mob").actor == "Ferguson protester"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "term", "actor"),
    [
        ("Officials fear the barbarians of ISIS.", "barbarians", "Islamic State"),
        ("Many see them as Houthi “invaders”.", "invaders", "Houthis"),
        ("Air strikes hit ISIS in the north. The terrorists fled.", "terrorists", "Islamic State"),
        ("Three men joined the Taliban. They supported the terrorist group.", "terrorist group",
         "Taliban"),
    ],
)  # fmt: skip
def test_they_are_meant_without_a_file(text, term, actor):
    assert read(text).label(term).actor == actor


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed a hotel. The terrorists fled. Later Hamas leaders met officials.",
        "Hamas fired rockets. Police shot a man. The terrorist was 19.",
        "The tyrant Abdul-Malik al-Houthi spoke of terrorists.",
        "Hezbollah denied it. Kataib Hezbollah, a terrorist group, fired rockets.",
    ],
)
def test_they_are_not_whoever_comes_later_or_bears_a_longer_name(text):
    found = {row.actor for row in read(text).rows.loaded_terms if row.term.startswith("terror")}
    assert not found & {"Hamas", "Houthis", "Hezbollah"}


@pytest.mark.model
def test_they_stand_among_the_actors():
    (result,) = analyze("Hamas said that it would leave.").results
    assert [(one.id, one.kind) for one in result.actors.actors] == [("Hamas", "armed group")]
