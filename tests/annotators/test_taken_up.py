"""Who is meant by a title, an office or a pronoun that only takes somebody up."""

import pytest
from model_case import front, harbour, read

from framing.annotators.attribution._sureness import chance_of_speaker

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "noun", "actor"),
    [
        (
            "Sen. Anna Lund left the hall on Monday. Critics urged the senator to return.",
            "the senator",
            "Anna Lund",
        ),
        (
            "Protesters asked the governor to listen. Gov. Peter Holm did not answer.",
            "the governor",
            "Peter Holm",
        ),
    ],
)
def test_a_printed_title_is_taken_up_by_its_noun(text, noun, actor):
    assert read(text).mention(noun).actor == actor


def test_a_leader_of_whom_the_name_is_known():
    text = (
        "The Dockers' Union met on Monday. Its president, Teresa Quiroga, opened the talks. "
        "The union boss then left."
    )
    assert harbour(text).mention("The union boss").actor == "QUI"


def test_a_leader_without_a_name_stays_without():
    text = "The Dockers' Union met on Monday. The union boss then left."
    assert harbour(text).mention("The union boss").actor == "DU/boss"


def test_they_of_a_quotation_are_those_accused_before_it():
    text = (
        "Teresa Quiroga accused the Harbour Authority of risking workers’ lives. "
        "“They lied to our children,” she said."
    )
    assert harbour(text).mention("They").actor == "HHA"


def test_they_in_the_middle_of_a_quotation_are_its_own():
    text = (
        "Teresa Quiroga accused the Harbour Authority of greed. "
        "“Our members know that they are poor,” she said."
    )
    assert harbour(text).mention("they").actor != "HHA"


def test_a_diary_is_whoever_kept_it():
    text = "A diary kept by Samuel Okoro says that the bridge fell in March."
    only = front(text).only
    assert (only.side, only.actor) == ("R", "OKO/diary")


def test_a_report_is_not_whoever_asked_for_it():
    text = "A report commissioned by Samuel Okoro says that the bridge fell in March."
    assert front(text).only.side != "R"


def test_counsel_is_taken_up():
    text = (
        "Simon Lund had insisted that the quay was safe. "
        "The crane had been checked twice, the barrister argued."
    )
    assert read(text).rows.attributions[-1].speaker == "Simon Lund"


def test_how_sure_a_speaker_is_goes_by_what_he_was_read_off():
    named = read("Anna Lund said the port was closed.").only
    taken = read("Anna Lund said the port was closed. It had been empty for days, they said.")
    assert named.speaker_evidence == "named person"
    assert named.confident
    assert taken.rows.attributions[-1].speaker_confidence < named.speaker_confidence
    assert not taken.rows.attributions[-1].confident


def test_descriptions_are_less_sure_where_the_attribution_is():
    assert chance_of_speaker("described", 0.9) < chance_of_speaker("described", 0.99)
    assert chance_of_speaker("name", 0.9) == chance_of_speaker("name", 0.99)
