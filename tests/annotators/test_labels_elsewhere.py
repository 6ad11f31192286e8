"""Labels whose bearer stands elsewhere: beside, after, in another conjunct, or nowhere by name."""

import pytest
from model_case import front, harbour, read, read_with

from framing.actors import Actor

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "term", "actor"),
    [
        ("The NLF (Northern Liberation Front) terrorists fled.", "terrorists", "NLF"),
        ("Extremists fighting for the Northern Liberation Front fled.", "Extremists", "NLF"),
        ("Terrorists from the Northern Liberation Front fled.", "Terrorists", "NLF"),
        ("The Northern Liberation Front and other thugs fled.", "thugs", "NLF"),
        ("The army shelled thugs like the Northern Liberation Front.", "thugs", "NLF"),
        ("Peter Lund compared Samuel Okoro to a dictator.", "dictator", "OKO"),
        ("Peter Lund referred to Samuel Okoro as a dictator.", "dictator", "OKO"),
        ("Samuel Okoro called himself a patriot.", "patriot", "OKO"),
        ("Samuel Okoro, whom some see as one of the most brutal tyrants, left.", "tyrants", "OKO"),
    ],
)
def test_a_label_finds_its_bearer(text, term, actor):
    assert front(text).label(term).actor == actor


@pytest.mark.parametrize(
    ("text", "term", "other"),
    [
        ("The Sudanese Army fought the marchers and extremist groups.", "extremist", "ARM"),
        ("Sudan paid for illegal aliens’ doctors.", "illegal aliens", "SUD"),
        ("The Sudanese Army and its cheerleaders lied.", "cheerleaders", "ARM"),
        ("Voters resent their scoundrels.", "scoundrels", "voter"),
        ("We need Samuel Okoro, not a tyrant.", "tyrant", "OKO"),
    ],
)
def test_a_label_is_not_for_whoever_stands_near(text, term, other):
    rows = [row for row in front(text).rows.loaded_terms if row.text == term]
    assert all(row.actor != other for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "That thug-loving player left.",
        "A stupid hat-wearing player left.",
        "Donna Thug is a nurse. “It hurts,” Thug said.",
    ],
)
def test_part_of_a_compound_or_a_name_is_no_label(text):
    terms = {row.term for row in read(text).rows.loaded_terms}
    assert not terms & {"thug", "stupid"}


def test_some_of_a_camp_are_nobody_by_name():
    rebels = (
        Actor("NLF", "Northern Liberation Front", "armed group", "R"),
        Actor("SLA", "Southern Liberation Army", "armed group", "R"),
        Actor("GOV", "Sudanese government", "government", "S"),
    )
    text = (
        "The Northern Liberation Front terrorists left. The Southern Liberation Army terrorists "
        "stayed. It rained in the north. It rained in the south. In the west terrorists burned a "
        "mill."
    )
    found = read_with(text, *rebels)
    assert ("Northern Liberation Front terrorists", "NLF") in [
        (name.removeprefix("The "), actor) for name, actor in found
    ]
    assert not {("terrorists", "NLF"), ("terrorists", "SLA")} & {*found}


def test_the_regime_of_someone_whom_no_file_lists_is_a_body_of_its_own():
    case = read("Peter Lund spoke. The Lund regime fell on Monday.")
    assert case.label("regime").actor == "Peter Lund/government"


def test_an_organ_before_another_noun_is_its_state():
    assert front("Sudanese regime planes bombed a mill.").label("regime").actor == "GOV"
    assert front("The regime leader left Sudan.").label("regime").actor != "BAS"


def test_an_adjective_before_a_name_that_goes_on():
    text = "The army shelled the self-styled Northern Liberation Front base."
    assert front(text).label("self-styled").actor == "NLF"


def test_who_makes_up_a_crowd():
    assert harbour("A horde of dockers came.").label("horde").actor == "docker"
