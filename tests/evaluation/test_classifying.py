"""Scores of classifiers: folds that do not leak, numbers that can be counted by hand."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.classifiers import TASKS, build, load_classifier
from framing.errors import FramingError, ReadError
from framing.evaluation import against_babe, framing_classes, training
from framing.evaluation.corpora.babe import Judged
from framing.evaluation.corpora.coded import Coded, read_coded
from framing.evaluation.corpora.framed import Framed, read_framed
from framing.evaluation.crossvalidation import out_of_fold, reliability, splits
from framing.evaluation.labelled import auc, group_rule, several, single

SENTENCE = partial(build, TASKS["loaded-language"], without=("characters", "surface", "vectors"))
WORDS = (
    "dock",
    "ferry",
    "tower",
    "bridge",
    "market",
    "school",
    "harvest",
    "museum",
    "garden",
    "mill",
)


def test_groups_are_never_on_both_sides() -> None:
    target, groups = np.array([0, 1] * 30), [f"g{number // 6}" for number in range(60)]
    for train, test in splits(target, groups):
        assert {groups[at] for at in train}.isdisjoint(groups[at] for at in test)
    plain = [test for _, test in splits(target)]
    assert all(abs(target[test].mean() - 0.5) < 0.01 for test in plain)
    assert sorted(np.concatenate(plain).tolist()) == list(range(60))


def test_a_group_that_gives_its_texts_away_does_not_help_when_it_is_held_out() -> None:
    draw = np.random.default_rng(7)
    answers = draw.permutation([0, 1] * 20)
    texts = [
        f"name{group} {draw.choice(WORDS)} {draw.choice(WORDS)}"
        for group in range(40)
        for _ in range(5)
    ]
    target, groups = np.repeat(answers, 5), [f"g{group}" for group in range(40) for _ in range(5)]
    leaky = out_of_fold(SENTENCE, texts, target)
    honest = out_of_fold(SENTENCE, texts, target, groups)
    assert auc(target == 1, leaky.chances[:, 0]) > 0.9
    assert auc(target == 1, honest.chances[:, 0]) < 0.65


def test_too_few_texts_or_groups_are_told() -> None:
    with pytest.raises(FramingError, match="found 3 texts of an answer"):
        list(splits(np.array([0] * 20 + [1] * 3)))
    with pytest.raises(FramingError, match="found 2 groups"):
        list(splits(np.array([0, 1] * 20), ["a", "b"] * 20))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=40))
def test_calibration_errors_lie_between_0_and_1(drawn: list[tuple[float, bool]]) -> None:
    found = reliability(np.array([said for said, _ in drawn]), np.array([yes for _, yes in drawn]))
    assert 0 <= found["ece"] <= 1
    assert 0 <= found["brier"] <= 1
    assert sum(one["n"] for one in found["bins"]) == len(drawn)


def test_scores_of_several_labels_by_hand() -> None:
    gold = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 0]], bool)
    found = np.array([[1, 0, 0], [0, 1, 0], [0, 1, 0], [1, 0, 0]], bool)
    scores = several(("a", "b", "c"), gold, found)
    assert scores["by_label"]["a"]["f1"] == pytest.approx(0.5)
    assert scores["by_label"]["b"]["f1"] == 1.0
    assert scores["macro_f1"] == pytest.approx(0.5), "a label that nothing has counts as 0"
    assert scores["micro_f1"] == pytest.approx(6 / 8)


def test_scores_of_one_judgement_by_hand() -> None:
    gold, chances = np.array([True, True, False, False]), np.array([0.9, 0.4, 0.6, 0.1])
    scores = single(gold, chances > 0.5, chances)
    assert (scores["tp"], scores["fp"], scores["fn"]) == (1, 1, 1)
    assert scores["macro_f1"] == scores["micro_f1"] == 0.5
    assert scores["auc"] == 0.75
    assert auc(np.array([True, True]), np.array([0.1, 0.2])) is None


def test_the_outlet_rule_looks_at_other_folds_only() -> None:
    gold, outlets = [True, True, True, False, False, False], ["A", "A", "A", "B", "B", "C"]
    folds = [(np.array([0, 1, 3]), np.array([2, 4, 5])), (np.array([2, 4, 5]), np.array([0, 1, 3]))]
    assert group_rule(gold, outlets, folds) == [True, True, True, False, False, True]


# ------------------------------------------------------------------------ on corpora


def judged(number: int) -> Judged:
    loaded = number % 2 == 0
    text = f"The {'vile mob' if loaded else 'council'} met in the {WORDS[number % 10]}."
    outlet = "Quay" if loaded else "Post"
    label = "Biased" if loaded else "Non-biased"
    return Judged(text, label, (), outlet, topic=f"t{number % 6}", url=f"u{number // 2}")


def test_babe_is_scored_in_four_ways_beside_its_baselines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("framing.classifiers.build", lambda task, without=(): SENTENCE())
    scored = against_babe.score([judged(number) for number in range(120)])
    scores = scored["scores"]
    assert (scored["corpus"], scored["n"]) == ("babe", 120)
    assert scores["macro_f1"] == scores["by_topic"]["macro_f1"] == scores["by_url"]["macro_f1"] == 1
    assert "by_outlet" not in scores, "two outlets make no five folds"
    assert set(scores["baselines"]) == {"outlet_rule", "majority", "tfidf"}
    assert scores["baselines"]["outlet_rule"]["macro_f1"] == 1
    table = against_babe.summary_table(scores)
    assert {len(row) for row in table} == {len(against_babe.SUMMARY_COLUMNS)}
    json.dumps(scored, allow_nan=False)


STORY = "{} in {}. {}"
ARTICLES = [
    Framed(
        f"{'Jobs and wages fell as prices rose' if money else 'The choir sang well'} in {word}. "
        f"{'Police made an arrest' if crime else 'Rain came late'}.",
        frozenset(name for name, yes in (("Economic", money), ("Crime", crime)) if yes),
        outlet,
    )
    for word in WORDS
    for money in (0, 1)
    for crime in (0, 1)
    for outlet in ("A", "B", "C", "D", "E")
]


def test_frames_are_scored_beside_their_baselines() -> None:
    scored = framing_classes.score(("Crime", "Economic"), ARTICLES, "frames", "frames")
    scores = scored["scores"]
    assert scored["n"] == 200
    assert scores["macro_f1"] == scores["micro_f1"] == 1.0
    assert scores["by_outlet"]["macro_f1"] == 1.0
    assert scores["baselines"]["majority"]["macro_f1"] < 0.8
    assert scores["baselines"]["tfidf"]["macro_f1"] == 1.0
    table = framing_classes.summary_table(scores)
    assert {len(row) for row in table} == {len(framing_classes.COLUMNS)}


# ------------------------------------------------------------------------ training


def coded(number: int = 80) -> list[Coded]:
    return [
        Coded(judged(at).text, ("yes" if at % 2 == 0 else "no",), f"g{at // 2}")
        for at in range(number)
    ]


def test_a_model_is_trained_scored_and_written_with_its_card(tmp_path: Path) -> None:
    task, texts = TASKS["lexical-bias"], coded()
    labels = training.labels_of(texts, task)
    assert labels == ("no", "yes")
    about = {"name": "own", "version": "1", "data": {"terms": "own coding"}}
    without = ("characters", "surface", "vectors")
    made = training.train(texts, task, labels, tmp_path / "own", about, without=without)
    assert made.card["figures"]["macro_f1"] == 1.0
    assert made.card["groups"] == 40
    assert "no group on both sides" in made.card["protocol"]
    sizes = [one["texts"] for one in made.card["learning_curve"]]
    assert sizes == sorted(sizes)
    assert sizes[-1] == 64
    card = (tmp_path / "own" / "CARD.md").read_text()
    assert "| this model | 1.000" in card
    assert "own coding" in card
    assert "vile mob" not in card + (tmp_path / "own" / "card.json").read_text()
    again = load_classifier(tmp_path / "own")
    assert (
        again.chances(["The vile mob met."])[0, 0] > 0.5 > again.chances(["The council met."])[0, 0]
    )


def test_what_cannot_be_trained_on_is_told() -> None:
    task = TASKS["lexical-bias"]
    with pytest.raises(FramingError, match="found 1 answers"):
        training.labels_of([Coded("a", ("yes",))] * 30, task)
    unclear = [Coded("a", (("up", "down")[at % 2],)) for at in range(60)]
    with pytest.raises(FramingError, match="which of down, up is the yes"):
        training.labels_of(unclear, task)
    assert training.labels_of(unclear, task, "down") == ("up", "down")
    few = [Coded("a", ("yes",))] * 4 + [Coded("a", ("no",))] * 50
    with pytest.raises(FramingError, match="needed: at least 10"):
        training.labels_of(few, task)


# ------------------------------------------------------------------------ readers


def test_coded_texts_are_read_from_csv_and_json_lines(tmp_path: Path) -> None:
    table = tmp_path / "sheet.csv"
    table.write_text('sentence;code;article\n"One; two";1;a\nThree;;a\n', encoding="utf-8")
    columns = {"text": "sentence", "label": "code", "group": "article"}
    assert read_coded(table, columns) == [Coded("One; two", ("1",), "a")]
    lines = tmp_path / "coded.jsonl"
    rows = [
        {"text": "One", "label": ["b", "a"]},
        {"text": "Two", "label": "a | b|a"},
        {"text": "x", "label": []},
    ]
    lines.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    found = read_coded(lines, several=True)
    assert [one.labels for one in found] == [("b", "a"), ("a", "b"), ()]
    numbers = tmp_path / "numbers.jsonl"
    numbers.write_text('{"text": "One", "label": true}\n{"text": "Two", "label": 0}')
    assert [one.labels for one in read_coded(numbers)] == [("1",), ("0",)]


@pytest.mark.parametrize(
    ("content", "columns", "named"),
    [
        ("text,code\na,1\n", None, "no column 'label'; the columns are: text, code"),
        ("text,label\n ,1\n", None, "text: found"),
        ("text,label\na,1\n", {"age": "b"}, "columns: found 'age'"),
    ],
)
def test_a_malformed_sheet_is_refused(
    tmp_path: Path, content: str, columns: dict | None, named: str
) -> None:
    table = tmp_path / "sheet.csv"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=named):
        read_coded(table, columns)


def test_frames_are_read_as_lists_and_as_objects(tmp_path: Path) -> None:
    file = tmp_path / "framed.jsonl"
    rows = [
        {"text": "One", "frames": {"CO": True, "EC": False}, "outlet": "Quay"},
        {"text": "Two", "frames": ["Quality_of_life"]},
    ]
    file.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    labels, articles = read_framed(file)
    assert labels == ("Quality of life", "conflict", "economic")
    assert [set(one.frames) for one in articles] == [{"conflict"}, {"Quality of life"}]
    file.write_text('{"text": "One", "frames": {"CO": 1}}')
    with pytest.raises(ReadError, match="frames: found"):
        read_framed(file)
