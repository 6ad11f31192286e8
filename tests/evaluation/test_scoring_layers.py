"""What the gold scorer asks of each layer, on a made-up article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from scoring_case import (
    ACTORS,
    GOLD,
    INNER,
    OUTER,
    QUOTE,
    ROWS,
    attribution,
    counts,
    mention,
    scores,
    term,
)

from framing.actors import Actors, Side
from framing.annotation import Rows

# ------------------------------------------------------------------------ who


def test_swapped_sides_leave_spans_and_take_accuracies():
    swap = {"L": "M", "M": "L"}
    swapped = tuple(replace(row, side=swap[row.side]) for row in ROWS.mentions)
    found = scores(replace(ROWS, mentions=swapped))["mentions"]
    assert found["exact"]["f1"] == 1.0
    assert (found["side"], found["actor"], found["form"]) == (0.0, 1.0, 1.0)
    assert found["accuracy_counts"]["side"] == {"k": 0, "n": 5}


def test_actor_accuracy_is_over_actors_in_the_file():
    renamed = tuple(
        replace(row, actor="found:ruiz") if row.actor == "RUIZ" else row for row in ROWS.mentions
    )
    found = scores(replace(ROWS, mentions=renamed))["mentions"]
    assert found["accuracy_counts"]["actor"] == {"k": 3, "n": 3}
    assert found["accuracy_counts"]["side"] == {"k": 5, "n": 5}
    # A file that names nobody leaves no actor to judge, and no side that could be wrong.
    bare = scores(ROWS, actors=Actors())["mentions"]
    assert bare["actor"] is None
    assert bare["side"] == 1.0


def test_a_side_that_the_file_does_not_name_is_no_side():
    gold = replace(GOLD, rows=Rows(epistemic=(replace(ROWS.epistemic[0], holder_side="THIRD"),)))
    found = Rows(epistemic=(ROWS.epistemic[0],))
    assert scores(found, gold)["epistemic"]["holder_side"] == 1.0
    named = replace(ACTORS, sides=(*ACTORS.sides, Side("THIRD", "Others")))
    assert scores(found, gold, actors=named)["epistemic"]["holder_side"] == 0.0


@pytest.mark.parametrize(
    ("row", "voice", "right"),
    [(2, "PORT", 1), (2, "UNION", 0), (2, "author", 0), (4, "found:ruiz", 1), (4, "author", 0)],
)
def test_voice_of_a_known_and_of_an_unknown_speaker(row, voice, right):
    found = scores(Rows(mentions=(replace(ROWS.mentions[row], voice=voice),)))["mentions"]
    assert found["accuracy_counts"]["voice"] == {"k": right, "n": 1}


def test_two_rows_on_one_span_are_paired_by_what_they_say():
    both = (
        mention("the union", "UNION", "L", span_id="x"),
        mention("the union", "PORT", "M", span_id="y"),
    )
    crossed = (replace(both[0], span_id="2"), replace(both[1], span_id="1"))
    found = scores(Rows(mentions=crossed), replace(GOLD, rows=Rows(mentions=both)))
    assert found["mentions"]["actor"] == 1.0


# ------------------------------------------------------------------------ loaded terms


def test_labels_and_wording_do_not_match_each_other():
    wrong = replace(ROWS.loaded_terms[3], kind="label")
    found = scores(Rows(loaded_terms=(wrong,)))["loaded_terms"]
    assert counts(found["overlap"]) == (0, 1, 4)
    close = replace(ROWS.loaded_terms[3], kind="dysphemism")
    found = scores(Rows(loaded_terms=(close,)))["loaded_terms"]
    assert counts(found["overlap"]) == (1, 0, 3)
    assert found["accuracy_counts"]["kind"] == {"k": 0, "n": 1}
    assert found["accuracy_counts"]["loaded"] == {"k": 0, "n": 0}


def test_wording_that_gold_calls_neutral_is_spurious():
    wrong = term("jammed", "euphemism", loadedness=2)
    assert counts(scores(Rows(loaded_terms=(wrong,)))["loaded_terms"]["overlap"]) == (0, 1, 4)


def test_loaded_only_and_labels_right():
    dockers, wreckers, thugs = ROWS.loaded_terms[:3]
    predicted = Rows(
        loaded_terms=(
            replace(dockers, loadedness=2, polarity="negative"),
            replace(wreckers, side="M"),
            thugs,
        )
    )
    found = scores(predicted)["loaded_terms"]
    assert counts(found["overlap"]) == (3, 0, 1)
    assert found["loaded"] == pytest.approx(2 / 3)
    assert found["polarity"] == pytest.approx(2 / 3)
    assert counts(found["loaded_only"]["overlap"]) == (2, 1, 0)
    # In the author's voice: "dockers" is not loaded in gold, "wreckers" is on the wrong side.
    assert counts(found["labels_right"]["overlap"]) == (0, 2, 1)
    assert counts(scores(ROWS)["loaded_terms"]["labels_right"]["exact"]) == (1, 0, 0)


# ------------------------------------------------------------------------ attributions


def test_a_missed_nested_attribution():
    found = scores(replace(ROWS, attributions=(OUTER, QUOTE)))["attributions"]
    assert counts(found["overlap"]) == (2, 0, 1)
    assert counts(found["counted_only"]["overlap"]) == (2, 0, 0)
    assert counts(found["without_debatable"]["overlap"]) == (2, 0, 0)
    assert found["accuracy_counts"]["speaker_actor"] == {"k": 1, "n": 1}
    assert found["accuracy_counts"]["issue"] == {"k": 1, "n": 1}


def test_a_nested_attribution_counted_by_mistake():
    wrong = replace(INNER, depth=1, counted=True)
    found = scores(replace(ROWS, attributions=(OUTER, wrong, QUOTE)))["attributions"]
    assert counts(found["overlap"]) == (3, 0, 0)
    assert found["depth"] == found["counted"] == pytest.approx(2 / 3)
    assert counts(found["counted_only"]["overlap"]) == (2, 1, 0)


def test_content_forgives_that_and_quotation_marks():
    wider = attribution("that the union had “told the thugs it was time”.", side="M")
    found = scores(Rows(attributions=(wider,)))["attributions"]
    assert counts(found["exact"]) == (1, 0, 2)
    assert found["type"] == 0.0


def test_content_needs_four_fifths_of_its_letters():
    # Gold has 32 letters: 29 of them, without "the", are enough; 21, without "had", are not.
    near = attribution("union had “told the thugs it was time")
    far = attribution("told the thugs it was time")
    assert counts(scores(Rows(attributions=(near,)))["attributions"]["overlap"]) == (1, 0, 2)
    assert counts(scores(Rows(attributions=(near,)))["attributions"]["exact"]) == (0, 1, 3)
    assert counts(scores(Rows(attributions=(far,)))["attributions"]["overlap"]) == (0, 1, 3)


# ------------------------------------------------------------------------ events


def test_event_accuracies():
    active = replace(ROWS.events[0], form="active", agent_deleted=False, patient="PORT")
    found = scores(Rows(events=(active, ROWS.events[1])))["events"]
    assert (found["form"], found["agent_deleted"], found["harm"]) == (0.5, 0.5, 1.0)
    assert found["accuracy_counts"]["patient"] == {"k": 0, "n": 1}  # the crane is no actor
