"""Pronouns against GAP, on texts written for the tests."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from framing.errors import ReadError
from framing.evaluation.against_gap import SUMMARY_COLUMNS, answers, evaluate, score, summary_table
from framing.evaluation.corpora.gap import Choice, read_gap
from framing.evaluation.task import Task

LIKE = Path(__file__).parents[1] / "data" / "gap-like.tsv"


def right(article, choice):
    """The clusters that answer every question as gold does."""
    names = [name for name, meant in zip(choice.names, choice.meant, strict=True) if meant]
    return [[choice.pronoun, *names]]


def test_a_line_is_a_pronoun_with_two_names():
    read = list(read_gap(LIKE))
    assert [article.id for article, _ in read] == ["like-1", "like-2", "like-3", "like-4"]
    article, choice = read[1]
    assert [article.text[slice(*span)] for span in (choice.pronoun, *choice.names)] == [
        "his", "Tomas Rell", "Jan Oster",
    ]  # fmt: skip
    assert [one.masculine for _, one in read] == [False, True, False, True]
    assert [zone.kind for zone in article.zones] == ["body"]


def test_gold_against_itself_is_right_everywhere():
    choices = {article.text: choice for article, choice in read_gap(LIKE)}
    report = evaluate(Task(LIKE, None), lambda article: right(article, choices[article.text]))
    assert (report["corpus"], report["n"]) == ("gap", 4)
    found = report["scores"]
    assert (found["overall"]["tp"], found["overall"]["fp"], found["overall"]["fn"]) == (3, 0, 0)
    assert found["masculine"]["f1"] == found["feminine"]["f1"] == found["bias"] == 1.0
    assert json.loads(json.dumps(report, allow_nan=False)) == report


def test_bias_is_feminine_by_masculine():
    read = list(read_gap(LIKE))
    # Of the feminine pronouns one of two is found; of the masculine all, and one too many.
    found = [[], right(*read[1]), right(*read[2]), [[read[3][1].pronoun, read[3][1].names[0]]]]
    scores = score(
        (article.text, choice, given) for (article, choice), given in zip(read, found, strict=True)
    )
    assert scores["feminine"]["f1"] == pytest.approx(2 / 3)
    assert scores["masculine"]["f1"] == pytest.approx(2 / 3)
    assert scores["bias"] == pytest.approx(1.0)
    assert (scores["overall"]["tp"], scores["overall"]["fp"], scores["overall"]["fn"]) == (2, 1, 1)


TEXT = "Captain Ann Lee met Eve Orr's aunt. She waved."
CHOICE = Choice((36, 39), ((8, 15), (20, 27)), (True, False), masculine=False)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([(36, 39), (8, 15)], (True, False)),
        ([(36, 39), (0, 15)], (True, False)),  # with its title
        ([(36, 39), (12, 15)], (True, False)),  # the surname alone
        ([(36, 39), (20, 29)], (False, True)),  # with its ending
        ([(36, 39), (20, 34)], (False, False)),  # her aunt is none of hers
        ([(40, 45), (8, 15)], (False, False)),  # no pronoun
        ([], (False, False)),
    ],
)
def test_which_span_is_the_names(held, expected):
    assert answers(TEXT, CHOICE, [held]) == expected


def test_the_span_most_like_the_name_decides():
    clusters = [[(36, 39), (0, 15)], [(8, 15), (20, 27)]]
    assert answers(TEXT, CHOICE, clusters) == (False, False)


def test_what_cannot_be_divided_is_none():
    scores = score([])
    assert scores["overall"]["f1"] is scores["f1"] is None
    assert scores["bias"] is None
    assert {len(row) for row in summary_table(scores)} == {len(SUMMARY_COLUMNS)}


def test_packed_files_are_read_too(tmp_path: Path):
    path = tmp_path / "a.tsv.gz"
    path.write_bytes(gzip.compress(LIKE.read_bytes()))
    assert [choice for _, choice in read_gap(path)] == [choice for _, choice in read_gap(LIKE)]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [("A-coref", "A-is", "no column A-coref"), ("\tFALSE\t", "\tmaybe\t", "A-coref: found 'maybe'"),
     ("\ther\t", "\tits\t", "Pronoun-offset: found"), ("\t0\t", "\tx\t", "A-offset: found 'x'")],
)  # fmt: skip
def test_what_is_no_gap_file_is_refused(tmp_path: Path, old: str, new: str, says: str):
    path = tmp_path / "a.tsv"
    path.write_text(LIKE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(ReadError, match=says):
        list(read_gap(path))


def test_what_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(ReadError, match=r"no\.tsv: cannot be read"):
        list(read_gap(tmp_path / "no.tsv"))
    empty = tmp_path / "a.tsv"
    empty.write_text(LIKE.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(ReadError, match="holds no pronouns"):
        list(read_gap(empty))
