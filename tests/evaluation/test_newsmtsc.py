"""Sentiment toward actors against NewsMTSC, on sentences written for the tests."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from framing.classifiers.sentiment import Toward, toward
from framing.encoder.targets import fold_of, sentence_key
from framing.errors import FramingError, ReadError
from framing.evaluation.against_newsmtsc import (
    SUMMARY_COLUMNS,
    baselines,
    evaluate,
    reliability,
    renamed,
    score,
    summary_table,
)
from framing.evaluation.corpora.newsmtsc import LABELS, Targeted, read_newsmtsc
from framing.evaluation.task import Task

LIKE = Path(__file__).parents[1] / "data" / "newsmtsc-like.jsonl"
ITEMS = list(read_newsmtsc(LIKE))


class Network:
    """Says of every target what it is told to."""

    def __init__(self, says, learned=()):
        self.says, self.learned, self.asked = says, frozenset(learned), []

    def read(self, text, sentence, target, quotes=()):
        self.asked.append(text[slice(*target)])
        return np.eye(3)[LABELS.index(self.says(text, target))] * 4.0, np.zeros(2)


def gold(text, target):
    labels = {(one.text, one.start, one.end): one.label for one in ITEMS}
    return labels.get((text, *target), "neutral")


def test_gold_against_itself_is_right_everywhere():
    report = evaluate(Task(LIKE, None), Network(gold))
    scores = report["scores"]
    assert (report["corpus"], report["n"], report["learned_from"]) == ("newsmtsc", 10, 0)
    assert (scores["macro_f1"], scores["accuracy"]) == (1.0, 1.0)
    assert json.loads(json.dumps(report, allow_nan=False)) == report
    rows = summary_table(scores)
    assert all(len(row) == len(SUMMARY_COLUMNS) for row in rows)


def test_one_answer_for_all_is_worth_what_the_majority_is():
    scores = evaluate(Task(LIKE, None), Network(lambda *_: "neutral"))["scores"]
    # 4 of 10 are neutral: precision .4, recall 1
    assert scores["labels"]["neutral"]["f1"] == pytest.approx(2 * 0.4 / 1.4)
    assert scores["macro_f1"] == pytest.approx(2 * 0.4 / 1.4 / 3)


def test_sentences_that_were_learned_from_are_left_out():
    network = Network(gold, [sentence_key(ITEMS[0].text), sentence_key(ITEMS[2].text + " ")])
    report = evaluate(Task(LIKE, None), network)
    assert (report["n"], report["learned_from"]) == (7, 3)
    assert not {"The mayor", "a union leader", "Nurse Ada Holm"} & set(network.asked)


def test_a_model_that_learned_from_all_is_not_tested():
    network = Network(gold, [sentence_key(item.text) for item in ITEMS])
    with pytest.raises(FramingError, match="learned from every sentence"):
        evaluate(Task(LIKE, None), network)


def test_the_interval_holds_the_value_and_draws_sentences_whole():
    said = [LABELS[n % 3] for n in range(120)]
    right = [LABELS[(n + (n % 4 == 0)) % 3] for n in range(120)]
    alone = [Targeted(f"Text {n}.", 0, 1, label) for n, label in enumerate(right)]
    together = [Targeted(f"Text {n // 12}.", 0, 1, label) for n, label in enumerate(right)]
    found = [Toward(*np.eye(3)[LABELS.index(label)]) for label in said]
    one, other = score(alone, found), score(together, found)
    assert one["low"] < one["macro_f1"] == other["macro_f1"] < one["high"]
    assert one["macro_f1"] == pytest.approx(0.75)
    assert (other["low"], other["high"]) != (one["low"], one["high"])


def test_all_targets_of_a_sentence_share_a_fold_and_a_key():
    first, second = ITEMS[:2]
    assert first.text == second.text
    assert fold_of(first.text) == fold_of(second.text + " ")
    assert sentence_key(first.text) == sentence_key(f"{second.text} ")
    assert 0.15 < np.mean([fold_of(f"Sentence {n}.") == 0 for n in range(2000)]) < 0.25


def test_names_that_decide_are_noticed():
    names = [Targeted(f"{name} came.", 0, 4, "neutral") for name in ("Rask", "Vale", "Holm")]
    names.append(Targeted("She came.", 0, 3, "neutral"))

    def by_name(text, target):
        return "negative" if text.startswith("Rask") else "neutral"

    network = Network(by_name)
    found = [
        toward(one.text, [(one.start, one.end)], [(0, len(one.text))], network)[0] for one in names
    ]
    scores = renamed(network, names, found)
    assert (scores["n"], scores["kept"]) == (3, pytest.approx(2 / 3))
    assert scores["after"] > scores["before"]
    assert "Robin Hale" in network.asked
    assert renamed(network, names[3:], found[3:])["kept"] is None


def test_baselines_learn_from_the_other_folds_only():
    # each sentence tells its label by a word of its own: nothing can be learned from others
    own = [Targeted(f"Ab{n} word{n}.", 0, 3, LABELS[n % 3]) for n in range(60)]
    same = [Targeted(f"Ab{n} {LABELS[n % 3]} so{n}.", 0, 3, LABELS[n % 3]) for n in range(60)]
    assert baselines(own, [])["linear"]["macro_f1"] < 0.6
    assert baselines(same, [])["linear"]["macro_f1"] == 1
    assert baselines(same, [])["majority"]["macro_f1"] < 0.4


def test_baselines_learn_from_what_the_network_learned_from():
    learned = [Targeted(f"Ab{n} {LABELS[n % 3]}.", 0, 3, LABELS[n % 3]) for n in range(30)]
    held = [Targeted("Xy positive.", 0, 2, "positive"), Targeted("Xy negative.", 0, 2, "negative")]
    assert baselines(held, learned)["linear"]["macro_f1"] == pytest.approx(2 / 3)


def test_reliability_compares_chances_with_what_comes_true():
    said = ["negative"] * 10
    right = ["negative"] * 8 + ["neutral"] * 2
    assert reliability(right, said, [0.8] * 10)["error"] == pytest.approx(0)
    found = reliability(right, said, [0.95] * 10)
    assert found["error"] == pytest.approx(0.15)
    assert found["bins"] == [{"n": 10, "chance": pytest.approx(0.95), "right": 0.8}]


def test_a_label_that_never_occurs_counts_as_not_found():
    items = [Targeted("A.", 0, 1, "neutral")]
    assert score(items, [Toward(0.1, 0.8, 0.1)])["macro_f1"] == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ({"text": "A.", "start": 0, "end": 1, "label": "good"}, "label: found 'good'"),
        ({"text": "A.", "start": 0, "end": 9, "label": "neutral"}, "start and end: found [0, 9]"),
        ({"text": "A.", "end": 1, "label": "neutral"}, "start and end: found [None, 1]"),
        ({"text": 1, "start": 0, "end": 1, "label": "neutral"}, "text: found 1"),
    ],
)
def test_a_record_that_is_none_is_named(tmp_path, record, says):
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(read_newsmtsc(path))
    assert f"x.jsonl:1: {says}" in str(caught.value)
