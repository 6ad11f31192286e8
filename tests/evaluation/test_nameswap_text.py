"""Exchanging names in a text, with the words beside them."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.article import Article, Zone
from framing.evaluation.corpora.swap_table import read_swap_table
from framing.evaluation.nameswap import Pair, SwapTable, edits, swapped, swapped_article
from framing.reading import as_articles

SEEDS = Path(__file__).parents[2] / "seeds"

#: Two groups, one of which takes the article, one of which is plural; a people; two persons.
TABLE = SwapTable(
    pairs=(
        Pair("Selk Front", "the Valley Guard", "group"),
        Pair("the Red Shirts", "the Harbour Office", "group"),
        Pair("Selkian", "Orlan", "demonym"),
        Pair("Ilya Renn", "Marek Dovic", "person"),
        Pair("Renn", "Dovic", "person"),
        Pair("rebels", "the army", "group"),
    ),
    keep=("Selkian quarter", "Harbour Office Street"),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The longest name first, whole words, both ways at once, white space as it comes.
        ("Ilya Renn met Marek Dovic. Renn left.", "Marek Dovic met Ilya Renn. Dovic left."),
        ("Renning and Rennish of Renn-backed", "Renning and Rennish of Dovic-backed"),
        # A genitive that has lost its apostrophe, where no other has kept it.
        ("Renns men met Dovic.", "Dovics men met Renn."),
        ("Renn’s men met the Renns.", "Dovic’s men met the Renns."),
        ("Ilya\nRenn left.", "Marek Dovic left."),
        # Places that the table keeps.
        ("a Selkian in the Selkian quarter", "an Orlan in the Selkian quarter"),
        ("at Harbour Office Street", "at Harbour Office Street"),
        # "the" comes and goes with the name,
        ("Selk Front left.", "The Valley Guard left."),
        ("The Valley Guard left.", "Selk Front left."),
        ("He said that Selk Front had left.", "He said that the Valley Guard had left."),
        ("It left, the Valley Guard said.", "It left, Selk Front said."),
        ("“Selk Front left,” he said.", "“The Valley Guard left,” he said."),
        # but not where the name modifies a noun, or another word stands in its place.
        ("the Selk Front men left", "the Valley Guard men left"),
        ("Selk Front men left", "Valley Guard men left"),
        ("Selk Front-held towns", "Valley Guard-held towns"),
        ("their Selk Front and", "their Valley Guard and"),
        ("the old Valley Guard left", "the old Selk Front left"),
        # a and an
        ("an Orlan and a Selkian", "a Selkian and an Orlan"),
        ("An Orlan left.", "A Selkian left."),
        # Number: the verb after the name, or after "who"; the plural of a people.
        ("The Red Shirts were late.", "The Harbour Office was late."),
        ("The Harbour Office also denies it.", "The Red Shirts also deny it."),
        ("the Red Shirts, who act at night", "the Harbour Office, who acts at night"),
        ("The Harbour Office hasn’t left.", "The Red Shirts haven’t left."),
        ("Selk Front and the Harbour Office have", "The Valley Guard and the Red Shirts have"),
        ("The Harbour Office forces left.", "The Red Shirts forces left."),
        ("Two Selkians and the Orlan", "Two Orlans and the Selkian"),
        ("A Red Shirt leader left.", "A Harbour Office leader left."),
        ("Each Red Shirt left.", "Each Red Shirt left."),
        # Possessives
        ("Renn’s men, Selk Front's men", "Dovic’s men, the Valley Guard's men"),
        ("the Red Shirts’ van", "the Harbour Office’s van"),
        ("the Harbour Office’s van", "the Red Shirts’ van"),
        ("‘It was the Red Shirts’ said Lee.", "‘It was the Harbour Office’ said Lee."),
        # Capitals
        ("Rebels left. The rebels hid; rebels ran.", "The army left. The army hid; the army ran."),
        ("The army left. He saw the army.", "Rebels left. He saw rebels."),
        ("REBELS LEAVE, SELKIAN SAYS", "ARMY LEAVE, ORLAN SAYS"),
    ],
)
def test_names_change_places_and_the_words_beside_them_follow(text, expected):
    assert swapped(text, TABLE) == expected


def test_a_mapping_is_a_table_too():
    assert swapped("Lee met Kim’s aide.", {"Lee": "Kim"}) == "Kim met Lee’s aide."
    assert swapped("Lee left.", {}) == "Lee left."
    assert swapped("O'Neil, O’Neil", {"O’Neil": "Lee"}) == "Lee, Lee"


def test_initials_are_spelt_out():
    table = {"US": "Iraq", "NATO": "EU"}
    assert swapped("a US aide, an Iraq aide", table) == "an Iraq aide, a US aide"
    assert swapped("a NATO aide, an EU aide", table) == "an EU aide, a NATO aide"


@given(
    st.lists(
        st.sampled_from(
            ["Ilya Renn", "Marek Dovic", "Renn", "Selkian men", "an Orlan", "said", "the", "and",
             "Selk Front has", "The Valley Guard", "’s", "-held", ", who", ".", "\n\n", "rebels"]
        ),
        max_size=12,
    )
)  # fmt: skip
def test_the_edits_are_in_order_and_make_the_text(words):
    text = " ".join(words)
    changes = edits(text, TABLE)
    for one, following in pairwise(changes):
        assert one.start <= one.end <= following.start
    again = swapped(text, TABLE)
    for name in ("Ilya Renn", "Marek Dovic"):
        other = {"Ilya Renn": "Marek Dovic", "Marek Dovic": "Ilya Renn"}[name]
        assert len(re.findall(name, text)) == len(re.findall(other, again))


def test_the_seed_turns_round_and_back():
    table = read_swap_table(SEEDS / "douma.swap.toml")
    text = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8")
    text = text.replace("White Helmet operators", "White Helmets operators")
    turned = swapped(text, table)
    assert swapped(turned, table) == text
    assert "Buses carrying Syrian Army terrorists" in turned
    assert "The Russian military, Russia and Syria marked" in turned
    assert "right before Jaish al-Islam was about" in turned
    assert "near Damascus" in turned


def test_zones_stay_with_the_words_they_hold():
    text = "Selk Front leaves\n\nThe Valley Guard left, the Selk Front men said.\n\nRenn stayed."
    (article,) = as_articles(Article("a", text, title="Selk Front leaves"))
    turned = swapped_article(article, TABLE)
    assert turned.title == "The Valley Guard leaves"
    assert [(zone.kind, turned.text[zone.start : zone.end]) for zone in turned.zones] == [
        ("headline", "The Valley Guard leaves"),
        ("body", "Selk Front left, the Valley Guard men said."),
        ("body", "Dovic stayed."),
    ]
    assert [zone.paragraph for zone in turned.zones] == [zone.paragraph for zone in article.zones]
    assert swapped_article(turned, TABLE).text == article.text


def test_an_article_without_the_names_is_given_back():
    article = Article("a", "It rained.", (Zone("body", 0, 10, 0),))
    assert swapped_article(article, TABLE) is article
    kept = Article("a", "In the Selkian quarter.", (Zone("body", 0, 23, 0),))
    assert swapped_article(kept, TABLE) is kept


def test_a_crowd_beside_a_noun_loses_its_plural():
    table = SwapTable((Pair("marchers", "police", "group"), Pair("rebels", "troops", "group")))
    assert (
        swapped("A police van burned; police ran.", table) == "A marcher van burned; marchers ran."
    )
    assert swapped("The rebel-held town fell.", table) == "The troop-held town fell."
