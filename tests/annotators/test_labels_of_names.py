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
        ("Ann Lee: Dockers 'idiots' for boycotting the vote.", "idiots", "docker"),
        (
            "Samuel Okoro labels the Northern Liberation Front, fighting the state, as “bandits”.",
            "bandits",
            "NLF",
        ),
        ("They backed the corrupt dictator Anna Lund and fled.", "dictator", "Anna Lund"),
        ("A voter caricatured Samuel Okoro as a RINO who sold out.", "RINO", "OKO"),
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
        ("“We are impotent, we do not act,” Anna Lund said on Monday.", "impotent"),
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


def test_the_dictator_of_a_country_is_not_the_country():
    text = "A picture emerges of North Korea’s young dictator, whom officials describe as odd."
    (result,) = analyze(text).results
    (row,) = (row for row in result.rows.loaded_terms if row.text == "dictator")
    assert row.actor == "North Korea/dictator"


def test_the_father_of_whoever_speaks_is_not_the_speaker():
    text = (
        "Officer Rafael Ramos was buried on Saturday. “What happened to my father was a tragedy,” "
        "said Justin Ramos, a student. “My dad was a hero.”"
    )
    (result,) = analyze(text).results
    (row,) = (row for row in result.rows.loaded_terms if row.text == "hero")
    assert row.actor not in ("Justin Ramos", None)
