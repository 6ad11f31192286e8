import pytest
from measure_rows import counts, event, measured, pick, rows, source

VARIED = [
    source("L", 100, stance=-1, cue="claimed"), source("L", 200, stance=-1, cue="claimed"),
    source("L", 300, cue="said"), source("M", 400, stance=1, cue="confirmed"),
    source("M", 500, cue="said"),
]  # fmt: skip


def test_verb_stance_is_a_difference_of_means():
    measures = measured(rows(*VARIED))
    stance = pick(measures, "VS")
    assert stance.value == pytest.approx(-2 / 3 - 1 / 2)
    assert counts(stance) == (-2, 3, 1, 2)
    assert stance.status == "counts only"
    assert stance.low <= stance.value <= stance.high
    assert pick(measures, "verb_stance", side="L").note.startswith("claimed -1 (2), said 0 (1)")


def test_verb_stance_leaves_out_what_is_no_claim_of_the_article():
    found = rows(*VARIED, source("M", 600, stance=-1, claim=False),
                 source("M", 700, stance=-1, voice="L1"))  # fmt: skip
    assert pick(measured(found), "VS").n_b == 2


def test_verb_stance_without_claims():
    stance = pick(measured(rows(source("L", 100))), "VS")
    assert (stance.value, stance.status, stance.note) == (None, "no claims", "no claims of M")


def test_agent_deletion_counts_harm_in_the_authors_voice():
    found = rows(
        event("L", 100, deleted=True), event("L", 120), event("L", 140, harm="none"),
        event("L", 160, voice="M1", deleted=True), event("L", 180, agent_known=False, deleted=True),
        event("L", 200, zone="byline"), event("M", 300, deleted=True),
        event("M", 320, deleted=True), event("M", 340), event(None, 360, deleted=True),
    )  # fmt: skip
    measures = measured(found)
    deleted = pick(measures, "AD")
    assert counts(deleted) == (1, 2, 2, 3)
    assert deleted.value == pytest.approx(1 / 2 - 2 / 3)
    assert deleted.status == "counts only"
    harm = pick(measures, "HS")
    assert (harm.value, harm.k_a, harm.n_a) == (0.5, 3, 6)
    assert pick(measures, "agent_deleted_share", side="M").value == pytest.approx(2 / 3)


def test_no_harm_of_one_side_gives_no_score():
    measures = measured(rows(event("L", 100)))
    assert (pick(measures, "AD").value, pick(measures, "AD").status) == (None, "undefined")
    assert pick(measures, "HS").value == 1
