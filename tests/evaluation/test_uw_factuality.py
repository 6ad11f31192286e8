"""The certainty of events: the scorer, the reader, the blocks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from framing.annotation import ArticleRow, Rows
from framing.errors import FramingError, ReadError
from framing.evaluation.against_uw_factuality import (
    SUMMARY_COLUMNS,
    evaluate,
    score,
    summary_table,
)
from framing.evaluation.corpora.uw_factuality import read_uw_factuality
from framing.evaluation.events import BLOCK, certainties
from framing.evaluation.task import Task
from framing.result import Result

LIKE = Path(__file__).parents[1] / "data" / "uw-factuality-like.jsonl"


def no_rows(article, actors):
    return Result(article, actors, ArticleRow(article_id=article.id), Rows())


# ------------------------------------------------------------------------ the scorer


def test_scores_by_hand():
    scores = score([(3.0, 2.0), (1.0, 1.0), (-1.0, 0.0)])
    assert scores == {"r": pytest.approx(1.0), "mae": pytest.approx(2 / 3),
                      "constant_mae": pytest.approx(2.0), "n": 3}  # fmt: skip
    assert score([(3.0, 0.0), (1.0, 2.0)])["r"] == pytest.approx(-1.0)


@pytest.mark.parametrize("pairs", [[], [(1.0, 1.0)], [(0.1, 1.0)] * 3, [(2.0, 0.3), (1.0, 0.3)]])
def test_no_correlation_where_a_side_does_not_vary(pairs):
    assert score(pairs)["r"] is None


def test_summary_table():
    rows = summary_table(score([]))
    assert rows == [("r", "0", "–"), ("MAE", "0", "–"), ("MAE of always 3.0", "0", "–")]
    assert {len(row) for row in rows} == {len(SUMMARY_COLUMNS)}


def test_another_prediction_is_given_events_and_no_labels():
    given = []

    def predict(texts):
        given.extend(texts)
        return [0.0, 1.0] * 3 + [0.0]

    report = evaluate(Task(LIKE, no_rows), predict)
    assert {name: report[name] for name in ("corpus", "n", "sentences")} == {
        "corpus": "uw-factuality", "n": 7, "sentences": 4,
    }  # fmt: skip
    assert [[text[start:end] for start, end in events] for text, events in given] == [
        ["said", "reopen"], ["leave", "sank"], [], ["drops", "plan", "sail"],
    ]  # fmt: skip
    assert report["scores"]["mae"] == pytest.approx((3 + 0 + 2.6 + 2 + 0.8 + 1.4 + 1.4) / 7)
    assert json.loads(json.dumps(report, allow_nan=False)) == report
    with pytest.raises(FramingError, match="predict: found 2 numbers; accepted: one for each of 7"):
        evaluate(Task(LIKE, no_rows), lambda texts: [0.0, 0.0])


# ------------------------------------------------------------------------ the reader

TARGET = {"span1": [0, 1], "label": 2.5, "span_text": "Lee"}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("{", "malformed JSON"),
        ({"text": None}, "text: found None; accepted: a string"),
        ({"targets": None}, "targets: found None; accepted: a list"),
        ({"targets": [TARGET, 3]}, "targets[1]: found 3; accepted: an object with span1"),
        (
            {"targets": [{**TARGET, "label": 3.5}]},
            "targets[0].label: found 3.5; accepted: a number",
        ),
        ({"targets": [{**TARGET, "label": True}]}, "label: found True"),
        ({"targets": [{**TARGET, "label": float("nan")}]}, "label: found nan"),
        ({"targets": [{**TARGET, "span1": [1, 4]}]}, "end <= 3, the length of the text in words"),
        ({"targets": [{**TARGET, "span1": None}]}, "span1: found None"),
        ({"targets": [{**TARGET, "span1": [1, 2]}]}, "found 'Lee'; accepted: 'said', the words of"),
    ],
)
def test_a_bad_record_is_named_with_its_line(tmp_path, change, says):
    good = {"text": "Lee said no.", "targets": [TARGET]}
    bad = change if isinstance(change, str) else json.dumps({**good, **change})
    path = tmp_path / "a.jsonl"
    path.write_text(f"{json.dumps(good)}\n{bad}\n", encoding="utf-8")
    with pytest.raises(ReadError, match=re.escape(says)) as caught:
        list(read_uw_factuality(path))
    assert str(caught.value).startswith(f"{path}:2: ")


def test_what_is_not_there_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"no\.jsonl: cannot be read: No such file"):
        list(read_uw_factuality(tmp_path / "no.jsonl"))


# ------------------------------------------------------------------------ the prediction


@pytest.mark.model
def test_sentences_are_read_in_blocks_and_numbers_come_in_order() -> None:
    texts = [("They may leave .", [(9, 14)]), ("He left .", [(3, 7), (0, 2)]), ("", [])]
    sizes = []

    def analyse(article, actors):
        sizes.append(len(article.zones))
        return no_rows(article, actors)

    found = certainties(texts * BLOCK, Task(LIKE, analyse))
    may, left, he = found[:3]
    assert found == [may, left, he] * BLOCK
    assert may < 2 < left
    assert len(sizes) == 3
    assert sum(sizes) == 2 * BLOCK
