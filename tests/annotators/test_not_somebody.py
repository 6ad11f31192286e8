"""Labels that look as if somebody bore them, and whom those mean that are hard to tell."""

import pytest
from model_case import front

from framing import analyze

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("They fear the awesome powers of the presidency.", "awesome"),
        ("The Northern Liberation Front controls the town with brutal force.", "brutal"),
        ("It is the army's destructive campaign to politicise the courts.", "destructive"),
        ("The Sudanese Army denied the reports and called them baseless.", "baseless"),
        ("He ate seven almonds, or so the legend went.", "legend"),
        ("Anti-fascist protesters met Samuel Okoro.", "fascist"),
        ("To be honest with you, Samuel Okoro lost.", "honest"),
        ("The Terrorist Screening Center spoke. Potential terrorists may come.", "terrorists"),
        ("Most alarming, Samuel Okoro sees a rise.", "alarming"),
        ("Samuel Okoro runs a non-partisan group.", "partisan"),
        ("Samuel Okoro is simply not a thug.", "thug"),
        ("Samuel Okoro is not a thug but just a teacher.", "thug"),
        ("Omar Bashari turned from the tyrant to Anna Lund.", "tyrant"),
        ("Sudan, where troops found thugs in tunnels, denied it.", "thugs"),
        ("Samuel Okoro, who called Anna Lund racist, left.", "racist"),
        ("Samuel Okoro fears a probe that he considers partisan.", "partisan"),
        ("The Sudanese government spoke of an immigration enforcement regime.", "regime"),
        ("He saw the so-called Islamic Resistance riot.", "so-called"),
        ("Sudanese regime offensive in the north leaves 70 dead.", "offensive"),
        ("Sudan launches offensive against the rebels in the north", "offensive"),
        ("Samuel Okoro and ten other Patriots players left.", "Patriots"),
        ("It is a claim that Samuel Okoro knew to be fake.", "fake"),
        ("When did the Sudanese deep state begin? The deep state grew.", "deep state"),
    ],
)
def test_of_nobody_who_is_listed(text, term):
    rows = front(text).rows
    listed = {"NLF", "OKO", "SUD", "GOV", "ARM", "BAS", "Terrorist Screening Center"}
    assert not listed & {row.actor for row in rows.loaded_terms if row.text == term}


@pytest.mark.parametrize(
    ("text", "term", "actor"),
    [
        ("Anna Lund came. Samuel Okoro looks less like a leader than a bully.", "bully", "OKO"),
        ("The Libyan strongman Ali Haddad left. The Libyan strongman was ill.", "strongman",
         "Ali Haddad"),
        ("Anna Lund, a highly placed regime official, left.", "regime", "GOV"),
        ("They held a captured regime pilot. The Sudanese Army came.", "regime", "GOV"),
        ("Sudanese regime leader Omar Bashari left.", "regime", "GOV"),
        ("The regime and the Islamic Resistance met.", "regime", "GOV"),
        ("It was the regime that fired, he said. The Sudanese Army came.", "regime", "GOV"),
        ("Samuel Okoro, once considered a dupe, is now seen as a patriot.", "dupe", "OKO"),
        ("Samuel Okoro, once considered a dupe, is now seen as a patriot.", "patriot", "OKO"),
        ("Samuel Okoro returned to the House as a pariah.", "pariah", "OKO"),
        ("Anna Lund turned from a heretic to a judge.", "heretic", "Anna Lund"),
        ("The Sudanese Army killed ten Northern Liberation Front fighters, calling them thugs.",
         "thugs", "NLF"),
        ("The Northern Liberation Front fled. This led to a misery for terrorist group.",
         "terrorist group", "NLF"),
        ("Samuel Okoro: Regime shells five villages.", "Regime", "GOV"),
        ("I think the real thug is Samuel Okoro.", "thug", "OKO"),
        ("They met nurses that Samuel Okoro considers thugs.", "thugs", "nurse"),
        ("They shelled the Sudanese Northern Liberation Front terrorist group.", "terrorist group",
         "NLF"),
        ("Anna Lund called the activists “trust-fund crusaders” and left.", "crusaders",
         "activist"),
        ("On Tuesday regime shelling killed ten. The Sudanese Army came.", "regime", "GOV"),
        ("Samuel Okoro has spoken. He is wrong on many things and a hypocrite about others.",
         "hypocrite", "OKO"),
        ("Samuel Okoro has attracted attention as a rising star.", "rising star", "OKO"),
        ("On Sunday terrorist group Northern Liberation Front claimed it.", "terrorist group",
         "NLF"),
        ("He fears the Northern Liberation Front (formerly known as the Front) a terrorist group "
         "outlawed there.", "terrorist group", "NLF"),
        ("Omar Bashari regime forces fled. Later MSF Sudanese regime forces came.",
         "regime forces", "GOV"),
        ("Anna Lund came. She is nothing more than a bully.", "bully", "Anna Lund"),
        ("Anna Lund criticised Samuel Okoro for acting like a coward.", "coward", "OKO"),
        ("They thought of Samuel Okoro as a monster.", "monster", "OKO"),
        ("Ali Haddad lambasted Tove Lund, famously calling Lund a “vampire”.", "vampire", "Lund"),
        ("The Sudanese government denied it. Raids by Iraqi and regime forces came.",
         "regime forces", "GOV"),
        ("Northern Liberation Front terrorist attacks killed ten. Terrorists fired.", "Terrorists",
         "NLF"),
    ],
)  # fmt: skip
def test_who_bears_it(text, term, actor):
    rows = [row for row in front(text).rows.loaded_terms if row.text == term]
    assert rows
    assert {row.actor for row in rows} == {actor}


@pytest.mark.parametrize(
    "text", ["I do not think Samuel Okoro is a thug.", "They asked whether Samuel Okoro is a thug."]
)
def test_what_is_not_asserted_is_unsure(text):
    (row,) = [row for row in front(text).rows.loaded_terms if row.text == "thug"]
    assert not row.confident


def test_a_place_with_a_persons_name_is_not_the_person():
    rows = front("Omar Bashari left. Bandits came to Khan Bashari at night.").rows
    assert [row.actor for row in rows.mentions if row.text.endswith("Bashari")] == ["BAS"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Senator Blasts Ann Lund as a Liar\n\nThe senator spoke. Lund left.", {"Ann Lund"}),
        ("Complex Calculus Awaits Mayor in Second Term\n\nVoters wait.", set()),
    ],
)
def test_verbs_of_a_title_in_capitals_are_no_names(text, made):
    (result,) = analyze(text).results
    assert {row.actor for row in result.rows.mentions if row.form in ("name", "mixed")} == made


def test_nobody_calls_himself_he():
    text = "Ali Haddad came to the square. “He is a hero and saved us,” Haddad said on Monday."
    (row,) = [row for row in front(text).rows.loaded_terms if row.text == "hero"]
    assert row.actor != "Ali Haddad"


def test_regimes_of_a_region_are_no_one_state():
    text = "It matters for the Arab exporting regimes, and for the world."
    (row,) = [row for row in front(text).rows.loaded_terms if row.text == "regimes"]
    assert row.actor is None
