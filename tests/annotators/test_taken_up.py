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


@pytest.mark.parametrize("title", ["Lt. Gov.", "Former Gov."])
def test_a_title_that_is_taken_back_is_not(title):
    text = f"{title} Peter Holm backed the bill. Protesters asked the governor to listen."
    assert read(text).mention("the governor").actor != "Peter Holm"


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


def test_they_of_another_ones_quotation_are_not():
    text = (
        "Teresa Quiroga accused the Harbour Authority of risking workers’ lives. "
        "“They walked out without notice,” Peter Holm said."
    )
    assert harbour(text).mention("They").actor != "HHA"


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


@pytest.mark.parametrize("how", ["filed against", "written about", "submitted to"])
def test_a_document_is_not_whomever_it_is_about(how):
    text = f"A report {how} Samuel Okoro says that the bridge fell in March."
    assert front(text).only.side != "R"


def test_a_report_is_not_whoever_asked_for_it():
    text = "A report commissioned by Samuel Okoro says that the bridge fell in March."
    assert front(text).only.side != "R"


def test_counsel_is_taken_up():
    said = "Simon Lund, {}, had said the quay was safe. The crane was new, the barrister argued."
    assert read(said.format("defending")).rows.attributions[-1].speaker == "Simon Lund"
    assert read(said.format("a docker")).rows.attributions[-1].speaker != "Simon Lund"


def test_the_other_sides_lawyer_is_another():
    text = (
        "Attorney Anna Lund said the clerk had confessed. "
        "The defence lawyer said the police had lied."
    )
    assert read(text).rows.attributions[-1].speaker != "Anna Lund"


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
