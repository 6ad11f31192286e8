from __future__ import annotations

import itertools

import krippendorff
import numpy as np
import pytest

from framing.coding.agreement import agreement, krippendorff_alpha
from framing.coding.drawing import Draw, Item, Stratum
from framing.coding.methods import as_record, methods, summary_table
from framing.coding.passages import Passage
from framing.coding.questions import Question
from framing.coding.scoring import score
from framing.coding.sheets import Coded
from framing.coding.training import training_rows, write_training
from framing.errors import FramingError
from framing.measures.intervals import wilson

ASKED = Question("loaded", "Is it?", ("yes", "no"))


def drawn(tool, strata=((100, 1),), places=(), *, census=True, question=ASKED):
    """A draw: what the tool says of each row and the row's stratum."""
    items = tuple(
        Item(
            f"q{at}", f"a{at % 2}", "Daily", f"l{at}", stratum, Passage(f"Text {at}", places), said
        )
        for at, (said, stratum) in enumerate(
            ({question.name: one} if one else {}, number) for one, number in tool
        )
    )
    layers = tuple(Stratum((str(at),), *one) for at, one in enumerate(strata))
    what = ("sentences", "loaded_terms", "sentences", ("outlet",), 20, 2)
    return Draw(*what, census, (question,), layers, items)


def coder(name, answers, question=ASKED):
    letters = {"y": "yes", "n": "no", "?": "unsure", " ": None}
    given = (letters.get(one, one) for one in answers)
    return Coded(name, {f"q{at}": {question.name: one} for at, one in enumerate(given)})


FOUR = drawn([("yes", 0), ("yes", 0), ("no", 0), ("no", 0)], ((4, 4),))


def test_alpha_is_that_of_the_textbook():
    # Krippendorff 2011, Computing Krippendorff's alpha-reliability, example C: .743 nominal
    answers = [
        "1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *",
        "1 2 3 3 2 4 4 1 2 5 1 *",
    ]  # fmt: skip
    columns = zip(*(row.split() for row in answers), strict=True)
    counts = [[column.count(str(value)) for value in range(1, 6)] for column in columns]
    value, low, high = krippendorff_alpha(counts)
    assert value == pytest.approx(0.743, abs=5e-4)
    assert krippendorff_alpha(counts, "ordinal")[0] == pytest.approx(0.815, abs=5e-4)
    assert low < value < high <= 1


def test_alpha_is_the_packages_own_on_our_sheets():
    one, two = "yynnyn", "ynnnyy"
    found = agreement(ASKED, [coder("a", one), coder("b", two)], [f"q{at}" for at in range(6)])
    data = [["yn".index(letter) for letter in coded] for coded in (one, two)]
    expected = krippendorff.alpha(reliability_data=data, level_of_measurement="nominal")
    assert found.alpha == pytest.approx(expected)
    assert (found.rows, found.same, found.pairs) == (6, 4, 6)


def test_alpha_is_undefined_where_nothing_varies_and_one_where_all_agree():
    assert krippendorff_alpha([[2, 0]] * 5) == (None, None, None)
    assert krippendorff_alpha([]) == (None, None, None)
    value, low, high = krippendorff_alpha([[2, 0], [0, 2], [2, 0]])
    assert (value, low, high) == (1.0, None, None), "a bootstrap that cannot vary has no interval"


def test_alphas_interval_narrows_with_more_rows():
    chance = np.random.default_rng(3)
    answers = [[2, 0] if x < 0.4 else [0, 2] if x < 0.8 else [1, 1] for x in chance.random(400)]
    (_, low, high), (_, lower, higher) = (krippendorff_alpha(answers[:n]) for n in (40, 400))
    assert higher - lower < high - low


def test_unsure_and_empty_answers_count_neither_way():
    found = agreement(ASKED, [coder("a", "y?n "), coder("b", "yynn")], ["q0", "q1", "q2", "q3"])
    assert (found.rows, found.same, found.pairs) == (2, 2, 2)
    [scored] = score(FOUR, [coder("a", "y?n "), coder("b", "yynn")])
    assert (scored.unsure, scored.empty, scored.rows) == (1, 1, 4)


def test_three_coders_make_three_pairs_a_row():
    found = agreement(ASKED, [coder(name, "yn") for name in "abc"], ["q0", "q1"])
    assert (found.rows, found.same, found.pairs) == (2, 6, 6)


def test_precision_and_recall_by_hand():
    [scored] = score(FOUR, [coder("a", "ynyn")])
    [yes] = scored.values
    assert scored.agreement is None
    assert (yes.precision.value, yes.recall.value, yes.f1.value) == (0.5, 0.5, 0.5)
    assert (yes.precision.low, yes.precision.high) == pytest.approx(wilson(1, 2))
    assert (yes.precision.rows, yes.recall.rows) == (2, 2)
    assert scored.accuracy.value == 0.5


def test_a_row_that_one_of_two_coders_calls_right_is_half_right():
    [scored] = score(FOUR, [coder("a", "yynn"), coder("b", "ynnn")])
    assert scored.values[0].precision.value == 0.75
    assert scored.values[0].recall.value == 1
    assert scored.accuracy.value == 0.875


def test_rows_count_for_what_they_stand_for():
    # the stratum of the first two rows holds ten times as many as that of the others
    sample = drawn([("yes", 0), ("yes", 0), ("yes", 1), ("yes", 1), ("no", 1)], ((20, 2), (3, 3)))
    [scored] = score(sample, [coder("a", "yynny")])
    precision = scored.values[0].precision
    assert precision.value == pytest.approx(20 / 22)
    low, high = wilson(4 * 20 / 22, 4)
    assert precision.low < low, "a weighted sample of four is worth less than four"
    assert precision.high > high
    assert scored.values[0].recall.value == pytest.approx(20 / 21)


def test_where_the_tool_always_says_yes_there_is_no_recall():
    [scored] = score(drawn([("yes", 0)] * 3), [coder("a", "yyn")])
    assert scored.values[0].recall is None
    assert scored.values[0].f1 is None
    assert scored.values[0].precision.value == pytest.approx(2 / 3)


def test_several_answers_each_have_their_figures():
    asked = Question("side", "Whose?", ("A", "B", "C", "none"), sides=True)
    sample = drawn([("A", 0), ("A", 0), ("B", 0)], question=asked)
    [scored] = score(sample, [coder("a", ["A", "B", "B"], asked)])
    assert [one.value for one in scored.values] == ["A", "B"]
    assert scored.values[1].recall.value == 0.5
    assert scored.accuracy.value == pytest.approx(2 / 3)


def test_without_an_answer_of_the_tool_there_is_agreement_only():
    [scored] = score(drawn([(None, 0)] * 3), [coder("a", "yny"), coder("b", "ynn")])
    assert scored.accuracy is None
    assert scored.values == ()
    assert scored.agreement.pairs == 3


def test_the_weighted_interval_covers():
    # of 300 samples of a population with known precision, about 95 % of the intervals hold it
    chance = np.random.default_rng(5)
    inside = 0
    for _ in range(300):
        right = np.concatenate([chance.random(40) < 0.9, chance.random(40) < 0.5])
        sample = drawn([("yes", int(at >= 40)) for at in range(80)], ((900, 40), (100, 40)))
        [scored] = score(sample, [coder("a", ["yes" if one else "no" for one in right])])
        precision = scored.values[0].precision
        inside += precision.low <= 0.9 * 0.9 + 0.1 * 0.5 <= precision.high
    assert 270 <= inside <= 300


def test_two_sheets_of_one_name_and_empty_sheets_are_refused():
    with pytest.raises(FramingError, match="two sheets of a coder 'a'"):
        score(FOUR, [coder("a", "yynn"), coder("a", "yynn")])
    with pytest.raises(FramingError, match="not one answer"):
        score(FOUR, [coder("a", "    ")])


def test_the_paragraph_says_what_was_done():
    coders = [coder("a", "yynn"), coder("b", "yn?n")]
    text = methods(FOUR, score(FOUR, coders), 2)
    for part in (
        "4 of the 4 sentences in them were taken, which are all.", "Two coders judged them",
        "without seeing the tool's answers or the outlet's name",
        "agreed on 2 of 3 rows judged by both (66.7 %)", "Krippendorff's alpha (nominal)",
        "precision was 0.75", "1 answer was “unsure” and left out",
    ):  # fmt: skip
        assert part in text, text
    assert "weighted" not in text
    assert "Recall is of" not in text
    seen = methods(FOUR, score(FOUR, coders[:1]), 1, blind=False)
    assert "One coder judged them from the passage, with the tool's answers in view." in seen


def test_the_paragraph_says_when_recall_is_only_of_what_was_found():
    sample = drawn([("yes", 0), ("no", 0)], ((10, 2),), census=False)
    text = methods(sample, score(sample, [coder("a", "yy")]), 1)
    assert "2 of the 10 sentences found were drawn at random, stratified by outlet" in text
    assert "Recall is of the sentences that the tool found, not of all there are." in text


def test_table_and_record_hold_the_same_figures():
    coders = [coder("a", "yynn"), coder("b", "ynnn")]
    scored = score(FOUR, coders)
    record = as_record(FOUR, scored, ["a", "b"])
    yes = record["questions"]["loaded"]["values"]["yes"]
    rows = {row[1]: row[2] for row in summary_table(scored)}
    assert rows["tool: precision, yes"] == f"{yes['precision']['value']:.3f}" == "0.750"
    assert rows["coders agree"] == "0.750"
    assert record["protocol"]["recall_of"] == "all sentences"


def test_training_rows_are_those_on_which_coders_agree():
    sample = drawn([("yes", 0)] * 4, places=((0, 4),))
    coders = [
        coder(name, answers) for name, answers in zip("abc", ("yyn?", "yn? ", "nyn "), strict=True)
    ]
    rows = training_rows(sample, coders)
    assert [(row["text"], row["label"]) for row in rows] == [
        ("Text 0", "yes"), ("Text 1", "yes"), ("Text 2", "no"),
    ]  # fmt: skip
    assert rows[1] == {
        "text": "Text 1", "label": "yes", "group": "a1", "outlet": "Daily", "start": 0, "end": 4,
    }  # fmt: skip
    with pytest.raises(FramingError, match="question: unknown 'x'; accepted: loaded"):
        training_rows(sample, coders, "x")


def test_training_data_that_nobody_agrees_on_is_refused(tmp_path):
    with pytest.raises(FramingError, match="nothing to learn from"):
        write_training(tmp_path / "t.csv", FOUR, [coder("a", "yyyy"), coder("b", "nnnn")])


def test_answers_in_any_order_of_coders_give_the_same_figures():
    coders = [coder("a", "yynn"), coder("b", "ynyn"), coder("c", "nnyn")]
    figures = [score(FOUR, order) for order in itertools.permutations(coders)]
    assert all(one == figures[0] for one in figures)
