"""Clusters against GUM, on texts written for the tests."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from framing.analysis import analyze_one
from framing.annotation import Mention, Rows
from framing.encoder import load_coreference
from framing.errors import ReadError
from framing.evaluation import coreferent
from framing.evaluation.against_gum import SUMMARY_COLUMNS, evaluate, score, summary_table
from framing.evaluation.corpora.gum import read_gum
from framing.evaluation.forms import FORMS, form_of
from framing.evaluation.task import Task

LIKE = Path(__file__).parents[1] / "data" / "gum-like.jsonl"

TEXT = "Ann met the old baker. She liked him. The baker liked Ann."


def spans(*words: str, text: str = TEXT) -> list[tuple[int, int]]:
    """Where each of `words` stands, each searched behind the one before."""
    found, start = [], 0
    for word in words:
        start = text.index(word, start)
        found.append((start, start + len(word)))
        start += len(word)
    return found


ANN = spans("Ann", "She", "Ann")
BAKER = spans("the old baker", "him", "The baker")


def test_gold_against_itself_is_right_everywhere():
    read = list(read_gum(LIKE))
    report = score(((one.text, gold.genre), gold.clusters, gold.clusters) for one, gold in read)
    assert report["conll_f1"] == 1.0
    assert {report[name]["f1"] for name in ("muc", "b3", "ceafe", "mentions")} == {1.0}
    assert report["by_genre"] == {
        "fiction": {"conll_f1": 1.0, "documents": 1},
        "news": {"conll_f1": 1.0, "documents": 2},
    }
    counts = report["link_accuracy"]["accuracy_counts"]
    assert counts["pronoun"] == {"k": 10, "n": 10}
    assert counts["definite"] == {"k": 2, "n": 2}
    assert json.loads(json.dumps(report, allow_nan=False)) == report


def test_one_cluster_for_two_is_counted_by_hand():
    report = score([((TEXT, "news"), [ANN, BAKER], [ANN + BAKER])])
    assert report["muc"] == {"p": 4 / 5, "r": 1.0, "f1": pytest.approx(8 / 9)}
    assert report["b3"]["p"] == pytest.approx(0.5)
    assert report["ceafe"]["p"] == pytest.approx(2 / 3)
    assert report["ceafe"]["r"] == pytest.approx(1 / 3)
    assert report["conll_f1"] == pytest.approx((8 / 9 + 2 / 3 + 4 / 9) / 3)


def test_singletons_count_on_neither_side():
    lone = spans("old")
    report = score([((TEXT, "news"), [ANN, BAKER[:1]], [ANN, lone])])
    assert report["conll_f1"] == 1.0


def test_a_link_is_right_where_an_earlier_mention_shares_the_found_cluster():
    # "She" has no antecedent among what was found; the second "Ann" has; "him" was missed.
    found = [ANN[1:], [BAKER[0], BAKER[2]]]
    links = score([((TEXT, "news"), [ANN, BAKER], found)])["link_accuracy"]
    assert links["accuracy_counts"]["pronoun"] == {"k": 0, "n": 2}
    assert (links["name"], links["definite"], links["indefinite"]) == (1.0, 1.0, None)


def test_counts_of_texts_are_added_up_before_anything_is_divided():
    report = score([((TEXT, "news"), [ANN], [ANN]), ((TEXT, "news"), [BAKER, ANN], [])])
    assert report["muc"]["r"] == pytest.approx(2 / 6)


def test_what_cannot_be_divided_is_none():
    report = score([])
    assert report["conll_f1"] is None
    assert report["muc"] == {"p": None, "r": None, "f1": None}
    assert {len(row) for row in summary_table(report)} == {len(SUMMARY_COLUMNS)}


def test_every_form_is_named():
    texts = ["They", "the Lake District", "the lake", "that lake", "her lake", "a lake", "lakes"]
    assert sorted(form_of(text) for text in texts) == sorted(FORMS)


def mention(article, words: str, actor: str) -> Mention:
    start = article.text.index(words)
    return Mention(
        article_id="", span_id="", start=start, end=start + len(words), text=words, zone="body",
        actor=actor, side=None, form="name",
    )  # fmt: skip


def test_the_mentions_of_an_actor_are_a_cluster():
    def analyse(article, actors):
        held = [("The ferry company", "F"), ("its", "F"), ("the mayor", "M")]
        rows = [mention(article, words, actor) for words, actor in held if words in article.text]
        return SimpleNamespace(rows=Rows(mentions=tuple(rows)))

    task = Task(LIKE, analyse)
    report = evaluate(task, coreferent.by_actors(task))
    assert {key: report[key] for key in ("corpus", "protocol", "n", "documents")} == {
        "corpus": "gum", "protocol": "gum-1", "n": 19, "documents": 3,
    }  # fmt: skip
    assert report["scores"]["muc"]["p"] == 1.0
    assert report["scores"]["mentions"] == {"p": 1.0, "r": 2 / 19, "f1": pytest.approx(4 / 21)}


def test_another_system_gives_its_own_clusters():
    gold = {article.text: chains.clusters for article, chains in read_gum(LIKE)}
    report = evaluate(Task(LIKE, None), lambda article: gold[article.text])
    assert report["scores"]["conll_f1"] == 1.0


@pytest.mark.parametrize(
    ("change", "says"),
    [({"doc": ""}, "doc: found ''"), ({"genre": None}, "genre: found None"),
     ({"coref": {}}, "coref: found"), ({"coref": [[[0, 999]]]}, r"coref\[0\]: found \[0, 999\]")],
)  # fmt: skip
def test_what_is_no_record_is_refused(tmp_path: Path, change, says):
    record = {"doc": "a", "genre": "news", "text": "Ann left.", "coref": []} | change
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ReadError, match=f"a.jsonl:1: {says}"):
        list(read_gum(path))


@pytest.mark.model
def test_the_learned_coreference_comes_first_and_the_actors_beside_it():
    scores = evaluate(Task(LIKE, analyze_one, linker=load_coreference()))["scores"]
    assert scores["conll_f1"] > scores["actors"]["conll_f1"]


def test_by_the_rules_the_actors_stand_alone():
    def analyse(article, actors):
        return SimpleNamespace(rows=Rows())

    assert "actors" not in evaluate(Task(LIKE, analyse))["scores"]
