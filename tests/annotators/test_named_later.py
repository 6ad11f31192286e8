"""Somebody whom the lead describes and the next paragraphs name with an age."""

import pytest
from model_case import read

pytestmark = pytest.mark.model


def _actors(text, start):
    return [row.actor for row in read(text).rows.mentions if row.text.startswith(start)]


def test_the_lead_is_about_who_is_named_next():
    text = (
        "A hot-headed doorman who hit a teenager was jailed on Friday.\n\n"
        "Dean Berg, 34, had denied the charge. The doorman wept."
    )
    assert _actors(text, "A hot-headed") == ["Dean Berg"]
    assert _actors(text, "The doorman") == ["Dean Berg"]


def test_a_raised_figure_is_no_age():
    assert "Dean Berg" not in _actors("A doorman left.\n\nDean Berg, ², spoke.", "A doorman")


@pytest.mark.parametrize(
    "text",
    [
        # no age
        "A doorman was jailed on Friday.\n\nDean Berg had denied the charge.",
        # two of them
        "A doorman and a nurse were jailed on Friday.\n\nDean Berg, 34, had denied the charge.",
        # the victim, and the suspect
        "A doorman was shot dead on Friday.\n\nDean Berg, 34, was arrested at the scene.",
        # no subject
        "Police spoke to a doorman on Friday.\n\nDean Berg, 34, had denied the charge.",
        # a man's word, a woman's name
        "A doorman was jailed on Friday.\n\nAnna Berg, 34, had denied the charge.",
        # somebody else is named before
        "A doorman was jailed on Friday.\n\nPeter Lund spoke.\n\nDean Berg, 34, denied it.",
    ],
)
def test_not_of_somebody_else(text):
    assert "Dean Berg" not in _actors(text, "A doorman")
    assert "Anna Berg" not in _actors(text, "A doorman")
