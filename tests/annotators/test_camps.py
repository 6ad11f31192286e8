"""Whom a loaded name is for: by what the article says, and the same for either camp."""

import pytest
from model_case import front, read_with

from framing.actors import Actor

pytestmark = pytest.mark.model

#: Two camps of the same make, so that nothing but the text can tell them apart.
FRONT, GOVERNMENT = "Northern Liberation Front", "Sudanese government"


def actor_of(text, words):
    """The actor of the mention whose text is `words`."""
    return dict(front(text).mentions).get(words)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("{0} troops clashed with militants near the river.", "militants"),
        ("The terrorists shelled the {0}.", "The terrorists"),
        ("Ten thugs were killed by the {0}.", "Ten thugs"),
        ("The {0} said that terrorists had burned the mill.", "terrorists"),
        ("Anti-{0} extremists burned the mill.", "Anti-{0} extremists"),
    ],
)
def test_who_fights_one_camp_is_of_the_other(text, label):
    for mine, enemy in (("Sudanese Army", "R"), (FRONT, "S")):
        case = front(text.format(mine))
        sides = {row.text: row.side for row in case.rows.mentions}
        assert sides.get(label.format(mine)) == enemy, (mine, case.mentions)


def test_what_is_backed_by_a_camp_is_on_its_side():
    case = front("Militias allied with nobody fled. Pro-government militias entered the town.")
    assert ("Militias", "NLF") not in case.mentions


def test_a_name_for_or_against_a_camp_is_not_the_camp():
    case = front("Anti-Sudan militants burned the mill.")
    assert ("Anti-Sudan militants", "SUD") not in case.mentions
    assert ("Sudan", "SUD") in case.mentions


def test_victims_of_both_camps_say_nothing():
    case = front("Ten Sudanese Army soldiers and five thugs were killed by the Front.")
    assert all(actor != "NLF" for text, actor in case.mentions if "thugs" in text)


def test_a_label_that_the_article_ties_to_a_camp_stays_there():
    case = front(f"The {FRONT} terrorists fled. The terrorists burned the mill.")
    assert ("The terrorists", "NLF") in case.mentions
    turned = front("The Sudanese Army terrorists fled. The terrorists burned the mill.")
    assert ("The terrorists", "ARM") in turned.mentions


def test_a_regime_is_the_government_unless_the_article_says_otherwise():
    assert ("The regime", "GOV") in front("The regime raised the price of bread.").mentions
    fought = front("The regime shelled the Sudanese Army. The regime attacked Sudanese troops.")
    assert ("The regime", "NLF") in fought.mentions


def test_a_country_that_does_not_act_is_nobody():
    case = front("The army left the war-torn country.")
    assert "the war-torn country" not in dict(case.mentions)


def test_a_crowd_with_another_name_before_it_is_not_the_listed_one():
    army = Actor("ARM", "Sudanese Army", "military", "S", aliases=("troops",))
    ethiopia = Actor("ETH", "Ethiopia", "state", "T")
    mentions = dict(read_with("Ethiopian troops left. Then troops came.", army, ethiopia))
    assert mentions["troops"] == "ARM"
    assert mentions["Ethiopian troops"] == "ETH"


def test_what_is_done_to_a_place_is_done_by_the_attacker():
    case = front(
        f"The Sudanese Army shelled {FRONT} strongholds, killing and injuring many terrorists."
    )
    assert dict(case.mentions).get("many terrorists", "NLF") == "NLF"


def test_a_chain_gives_no_loaded_name_to_civilians():
    case = front(
        "Residents fled. They said terrorist groups stopped them. The groups shot at them."
    )
    assert ("terrorist groups", "residents") not in case.mentions
