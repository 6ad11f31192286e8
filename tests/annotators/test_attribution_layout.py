"""Quotations in every style of marks, and those that layout gives to their speaker."""

import pytest
from model_case import harbour

pytestmark = pytest.mark.model

LEAD = "The council met on Monday and talked about the dam.\n\n"
END = "\n\nThe meeting ended late."


def said(text):
    case = harbour(LEAD + text + END)
    return [
        (
            row.type,
            row.speaker,
            [case.text[start:end] for start, end in row.spans_of("content")],
        )
        for row in case.rows.attributions
    ]


@pytest.mark.parametrize(
    ("opening", "closing"), [("“", "”"), ('"', '"'), ("‘", "’"), ("'", "'"), ("«", "»"), ("„", "“")]
)
def test_marks_of_every_style(opening, closing):
    words = f"{opening}We will open the dam in May,{closing}"
    assert said(f"{words} said Maria Duarte.") == [("direct", "Maria Duarte", [words])]


@pytest.mark.parametrize("dash", ["— ", "– ", "—"])
def test_a_dash_opens_direct_speech(dash):
    text = f"{dash}We will open the dam in May, said Maria Duarte."
    assert said(text) == [("direct", "Maria Duarte", ["We will open the dam in May"])]


def test_a_colon_in_the_line_before_announces():
    quotation = "“We will open the dam in May and nobody will stop us.”"
    text = f"The spokesman of the Harbour Authority said:\n\n{quotation}"
    ((kind, speaker, contents),) = said(text)
    assert (kind, contents) == ("direct", [quotation])
    assert "spokesman" in speaker


def test_a_colon_without_a_verb_of_saying_announces_nothing():
    quotation = "“We will open the dam in May and nobody will stop us.”"
    rows = harbour(f"{LEAD}There were three points on the list:\n\n{quotation}{END}").rows
    assert "rule: announced" not in {row.evidence for row in rows.attributions}


@pytest.mark.parametrize("dash", [" — ", " – ", " - ", " -- "])
def test_a_name_after_a_dash_is_the_speakers(dash):
    quotation = "“We will open the dam in May and nobody will stop us.”"
    text = f"{quotation}{dash}Maria Duarte, dean of the school"
    assert said(text) == [("direct", "Maria Duarte", [quotation])]


def test_a_clause_after_a_dash_is_no_credit():
    text = "“We will open the dam in May.” — Nobody believed a word of it."
    rows = harbour(LEAD + text + END).rows
    assert "rule: credit after a dash" not in {row.evidence for row in rows.attributions}


def test_a_quotation_that_opens_each_paragraph_and_closes_once():
    text = (
        "“We will open the dam,” said Maria Duarte. “Nobody will stop us.\n\n“We have the money.”"
    )
    ((kind, speaker, contents),) = said(text)
    assert (kind, speaker, len(contents)) == ("direct", "Maria Duarte", 3)


def test_one_stray_mark_costs_its_own_sentence_at_most():
    text = (
        "The dam is “old. It was built by the miners, Maria Duarte said.\n\n"
        "Nigel Bly said that the town was safe."
    )
    assert [(speaker, contents) for _, speaker, contents in said(text)] == [
        ("Maria Duarte", ["It was built by the miners"]),
        ("Nigel Bly", ["the town was safe"]),
    ]


def test_text_without_any_marks_yields_its_indirect_speech():
    text = (
        "Maria Duarte said the dam would open in May and added that nobody would stop it. "
        "According to the Lisbon Courier the miners will march."
    )
    assert [speaker for _, speaker, _ in said(text)] == [
        "Maria Duarte",
        "Maria Duarte",
        "Lisbon Courier",
    ]
