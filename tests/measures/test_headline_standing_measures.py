from dataclasses import replace

import pytest
from measure_rows import actors, article, event, hedge, label, measured, mention, person, pick, rows
from measure_rows import source as attribution

from framing.article import Article
from framing.measures import standing


def test_headline_against_body_per_side():
    found = rows(label("L", 10, zone="headline"), label("L", 200), label("L", 300),
                 label("M", 400, voice="L1"))  # fmt: skip
    measures = measured(found)
    divergence = pick(measures, "LD", side="L")
    assert divergence.value == pytest.approx(100 / 10 - 200 / 200)
    assert (divergence.k_a, divergence.n_a, divergence.k_b, divergence.n_b) == (1, 10, 2, 200)
    assert divergence.status == "counts only"
    assert divergence.note == "1 loaded term in 10 words"
    assert pick(measures, "LD", side="M").value == 0
    assert pick(measures, "loaded_rate", scope="zone:body").value == pytest.approx(1)


def test_sides_named_in_headline_and_body():
    found = rows(mention("L", 10, zone="headline"), mention("M", 200), mention("M", 300))
    named = pick(measured(found), "JSD")
    assert (named.value, named.n_a, named.n_b, named.status) == (1, 1, 2, "counts only")
    assert pick(measured(rows(mention("M", 200))), "JSD").status == "no mentions"


def test_no_headline_no_divergence():
    measures = measured(replace(rows(label("L", 200)), zones=()), text=article(headline=0))
    assert not [row for row in measures if row.measure in ("LD", "JSD", "headline_claim")]


def test_the_headlines_claim_is_looked_up_in_the_body():
    text = "Dockers threaten strike".ljust(100) + "Nothing new here".ljust(100)
    text += "The dockers said that they would strike".ljust(100)
    base = rows(attribution("L", 205), hedge("L", 10, zone="headline", sentence_id="s0"))
    found = replace(
        base,
        sentences=tuple(replace(row, text=text[row.start : row.end]) for row in base.sentences[:3]),
    )
    claim = pick(measured(found, text=Article("t", text, article(300).zones)), "headline_claim")
    assert (claim.value, claim.k_b) == (0, 1)
    assert claim.note == "attributed in the body only; hedged in the headline only"


def test_standing_needs_a_voice_and_passes_up_to_the_group():
    who = actors(people=[person("L1", "L"), person("ANN", "L", "L1"), person("BOB", "M")])
    found = rows(
        mention("L", 100, actor="L1"), mention("L", 120, actor="L1"),
        mention("M", 200, actor="BOB"), event("M", 300, agent="BOB", deleted=True),
        mention("M", 400, actor="CAT"),
        mention("M", 420, actor="DAN"), mention("M", 440, actor="DAN", form="pronoun"),
        attribution("L", 500, direct=7, actor="ANN"),
    )  # fmt: skip
    table = {row.actor: row for row in standing(found, who)}
    assert set(table) == {"L1", "BOB"}
    assert (table["L1"].standing, table["L1"].attributions, table["L1"].direct_words) == (
        True,
        1,
        7,
    )
    assert (table["BOB"].standing, table["BOB"].accusations) == (False, 1)
    silent = pick(measured(found, who), "without_standing", side="M")
    assert (silent.value, silent.k_a, silent.n_a, silent.note) == (1, 1, 1, "BOB")
    assert pick(measured(found, who), "without_standing", side="L").value == 0
