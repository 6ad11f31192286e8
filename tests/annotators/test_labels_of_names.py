"""Labels whose bearer a name beside them gives, and those that nobody bears."""

import pytest
from model_case import FRONT, front

from framing import analyze

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "term", "actor"),
    [
        ("Troops fled as the jihadist Northern Liberation Front advanced.", "jihadist", "NLF"),
        ("Samuel Okoro is known as a tough senator, a warrior.", "warrior", "OKO"),
        ("You had Samuel Okoro's son calling cops 'pigs' and that is fine.", "pigs", "cop"),
        ("Omar Bashari spoke. Bashari regime forces shelled the town.", "regime forces", "GOV"),
    ],
)
def test_who_bears_it(text, term, actor):
    assert front(text).label(term).actor == actor


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("“Don’t be cynical,” Samuel Okoro told supporters.", "cynical"),
        ("Samuel Okoro became a symbol of a corrupt system.", "corrupt"),
        ("The Northern Liberation Front attacked. Terrorist groups fired on Khartoum.",
         "Terrorist groups"),
    ],
)  # fmt: skip
def test_nobody_bears_it(text, term):
    rows = front(text).rows.loaded_terms
    assert {row.actor for row in rows if row.text == term} <= {None}


def test_not_the_one_after_not():
    text = "Omar Bashari is the extremist, not Samuel Okoro."
    (result,) = analyze(text, actors=FRONT).results
    assert {row.actor for row in result.rows.loaded_terms if row.text == "extremist"} <= {"BAS"}


def test_a_word_in_capitals_is_a_name():
    text = "( Also on POLITICO: why a travel ban would not work in the port of Lund )"
    assert front(text).rows.loaded_terms == ()
