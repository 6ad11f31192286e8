"""Sources that are cut short, doubled or somebody else's, set right by the parse."""

import pytest

from framing import analyze

pytestmark = pytest.mark.model


def _said(text):
    (result,) = analyze(text).results
    return result.rows.attributions


def _speaker(text, cue):
    return next(row.speaker for row in _said(text) if cue in row.cue)


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        (
            "“Troops shelled the funeral” media activist Omar Wahab told The New Herald adding "
            "that dozens of others were hurt.",
            "adding", "Omar Wahab",
        ),
        (
            "In his annual address, the group’s CEO, Thomas Hale said, “we will work to repeal "
            "the taxes.”",
            "said", "Thomas Hale",
        ),
        (
            "Her former boyfriend Brian Merrick said in an affidavit that he had not known of "
            "her fear.",
            "said", "Brian Merrick",
        ),
        (
            "Western officials have expressed skepticism about the plan fearing it could be a "
            "delaying tactic.",
            "fearing", "Western officials",
        ),
        (
            "Opposition fighters fired rockets as they announced a major offensive aimed at "
            "reopening supply lines.",
            "announced", "opposition fighters",
        ),
        (
            "At least 40 people were killed in raids on Friday, a monitor said. Jets hit the "
            "market. “It was the worst raid this year,” the Northern Observatory for Human "
            "Rights said.",
            "said", "Northern Observatory for Human Rights",
        ),
        (
            "“It is a slow process.”Boehner admitted he was a rebel himself when he entered the "
            "house.",
            "admitted", "Boehner",
        ),
    ],
)  # fmt: skip
def test_a_source_is_whole_and_its_own(text, cue, speaker):
    assert _speaker(text, cue) == speaker


def test_somebody_s_wife_is_not_he():
    text = "Robert Hale was in a car. Hale’s wife told Ann Brown the family was moving."
    assert _speaker(text, "told") == "Hale’s wife"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Authorities did not say whether the teacher was one of the victims.", False),
        ("The minister did not only say that the plan had failed.", True),
        ("The minister said that the plan had failed.", True),
    ],
)
def test_what_nobody_says_is_no_claim(text, claims):
    assert any(row.claim for row in _said(text)) is claims


@pytest.mark.parametrize("whom", ["the lives of ten persons", "several persons"])
def test_lives_are_not_claimed_by_speaking(whom):
    assert not _said(f"The airstrike hit a village, claiming {whom}.")


def test_a_naming_holds_who_and_what():
    (row,) = _said("Crows are considered the “homicide detectives of the avian world.”")
    text = "Crows are considered the “homicide detectives of the avian world.”"
    start, end = row.spans_of("content")[0]
    assert text[start:end] == "Crows"


def test_what_the_speaker_does_next_is_not_said():
    text = "It described the act as a heinous crime and summoned the ambassador of Tashkov."
    (row,) = _said(text)
    assert [text[start:end] for start, end in row.spans_of("content")] == [
        "the act as a heinous crime"
    ]


def test_who_is_quoted_beside_the_subject_speaks():
    text = (
        "The daily Sirgrad Courier, quoting an unnamed security source, reported that about 40 "
        "rifles were discovered under the flour."
    )
    (row,) = _said(text)
    assert row.speaker == "an unnamed security source"
    assert row.conduit is not None


def test_a_source_loses_the_time_of_saying_and_no_part_of_its_name():
    text = "Local news affiliate ABC 7 is reporting that a husband and wife were found."
    (row,) = _said(text)
    ((start, end),) = row.spans_of("source")
    assert text[start:end] == "Local news affiliate ABC 7"
