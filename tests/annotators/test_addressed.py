"""Whom a quotation's "you" means."""

import pytest
from model_case import FRONT

from framing import analyze

pytestmark = pytest.mark.model


def _rows(text, actors=FRONT):
    (result,) = analyze(text, actors=actors).results
    return result.rows


def _you(rows):
    found = [row for row in rows.mentions if row.evidence == "second person: addressee"]
    return {(row.text.lower(), row.actor) for row in found}


def _called(rows, term):
    return {row.actor for row in rows.loaded_terms if row.text == term}


@pytest.mark.parametrize(
    "text",
    [
        "“You are a liar,” Anna Lund told Samuel Okoro on Monday.",
        "“You are a liar,” Anna Lund wrote to Samuel Okoro on Monday.",
        "“Well, Mr. Okoro, you are a liar,” Anna Lund said. Samuel Okoro left.",
    ],
)
def test_who_is_told_something_or_called_upon(text):
    rows = _rows(text)
    assert _you(rows) == {("you", "OKO")}
    assert _called(rows, "liar") == {"OKO"}


def test_the_next_sentence_is_said_to_the_same():
    rows = _rows("“You lost,” Anna Lund told Samuel Okoro. “You are my hero,” Lund said.")
    assert _called(rows, "hero") == {"OKO"}


@pytest.mark.parametrize(
    "text",
    [
        "“You never know,” Anna Lund said. Samuel Okoro left.",
        "“If you run, it shows,” Anna Lund told Samuel Okoro.",
        "“You never know,” Anna Lund told reporters.",
        "“You saw Samuel Okoro, did you not?” Anna Lund asked.",
        "Anna Lund told Samuel Okoro that you never know.",
    ],
)
def test_nobody_where_nobody_is_told(text):
    assert _you(_rows(text)) == set()


def test_a_person_whom_somebody_writes_to_is_taken_in():
    rows = _rows("“You are a rat,” Ann Brown wrote to Robert Hale in April.", actors=None)
    assert _called(rows, "rat") == {"Robert Hale"}
