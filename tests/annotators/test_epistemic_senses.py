"""Hedges and boosters told apart from other uses of their words, by the real pipeline."""

import pytest

from framing.actors import Actors
from framing.analysis import analyze_one
from framing.reading import as_articles

pytestmark = pytest.mark.model


def cues(text):
    (article,) = as_articles(text)
    rows = analyze_one(article, Actors(), attribution="rules", coreference="rules").rows
    return {row.text.lower(): row for row in rows.epistemic}


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was just a rumour.", "just"),
        ("Just 40 boats sank.", "just"),
        ("The attack could have been staged.", "could have"),
        ("The crew might have hit the pier.", "might have"),
        ("Peter Lund said the army had never used gas.", "never"),
        ("The pier was fully closed.", "fully"),
        ("It sounds like the pier will close.", "sounds like"),
        ("The crews broke the truce no fewer than 40 times.", "no fewer than"),
        ("The harbour is said to be closed.", "is said to"),
        ("Some 40 crews or more were hurt.", "or more"),
        ("The crew waited for over two hours.", "over"),
        ("The fact that the pier burned is known.", "the fact that"),
        ("There is compelling evidence of a fire.", "compelling"),
        ("The crew reached a tentative conclusion.", "tentative"),
        ("A contested claim was repeated.", "contested"),
        ("The army has been bombing the town for years.", "for years"),
        ("The fire proved that the pier was rotten.", "proved"),
        ("The pier could have been hit by a shell.", "could have"),
    ],
)
def test_what_is_a_cue(text, cue):
    assert cue in cues(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The crew arrived just before noon.", "just"),
        ("It is not just a rumour.", "just"),
        ("Are the new rules just?", "just"),
        ("Simply switch the engine off.", "simply"),
        ("The crew can repair the engine.", "can"),
        ("If the crew could reach the pier, it would be safe.", "could"),
        ("Gunfire could still be heard in the harbour.", "could"),
        ("If he had stayed, he would have won.", "would have"),
        ("It would not have happened without him.", "would not have"),
        ("The front claimed responsibility for the blast.", "claimed"),
        ("The blast claimed ten lives.", "claimed"),
        ("Nobody will question our military might.", "might"),
        ("Crews ought to be paid.", "ought"),
        ("Peter Lund said that it would never return.", "never"),
        ("The crew has not fully followed the rules.", "fully"),
        ("The pier is almost entirely closed.", "entirely"),
        ("He read a script that sounded like a song.", "sounded like"),
        ("The word “worthy” in Latin is old.", "“worthy”"),
        ("The officer did not give a casualty figure.", "did not give a casualty figure"),
        ("Many sailors distrust the crane.", "many"),
        ("Peter Lund said to Ann Holm that the pier burned.", "said to"),
        ("The captain, or more likely his mate, will pay.", "or more"),
        ("The port will get 350 million dollars over two years.", "over"),
        ("The crew must show proof of identity.", "proof"),
        ("The paper was caught misrepresenting the facts.", "facts"),
        ("Whatever the truth of the matter, the pier is shut.", "truth"),
        ("It is hard to find a compelling path to the pier.", "compelling"),
        ("Crews announced a tentative deal on the pier.", "tentative"),
        ("The army seized the contested town.", "contested"),
        ("The warrant needs probable cause.", "probable"),
        ("The captain was questioned by the lawyer Ann Holm.", "questioned"),
        ("The news has been public for months.", "for months"),
        ("He will be looking to prove that the pier is safe.", "prove"),
        ("The captain may not actually be a sailor.", "actually"),
        ("She could also have ordered him to pay.", "could"),
        ("It would never have graced the pages.", "would"),
        ("The army claimed several people in the clashes.", "claimed"),
        ("The fire not only closed the pier but sank a boat.", "only"),
        ("Control passed to a grouping named the Army of Conquest.", "a grouping"),
    ],
)
def test_what_is_none(text, word):
    assert word not in cues(text)


def test_a_headline_that_asks_what_leaves_nothing_open():
    assert "?" not in cues("Sailors: Which pier are we to trust?\n\nThe pier was closed on Monday.")


def test_how_often_something_was_said_is_not_the_speakers():
    row = cues("Peter Lund mentioned only in passing that the pier was closed.")["only"]
    assert row.holder is None


def test_how_flatly_something_was_said_is():
    row = cues("Peter Lund flatly denied that the pier was closed.")["flatly"]
    assert row.holder == "Peter Lund"


def test_what_an_aside_holds_is_the_authors():
    row = cues("While crews certainly suffer, owners know that the pier will open.")["certainly"]
    assert row.holder is None
