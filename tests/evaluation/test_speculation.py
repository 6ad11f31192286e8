"""Hedge cues against a corpus of speculation, on sentences small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.actors import Actors
from framing.annotation import ArticleRow, Epistemic, Rows
from framing.evaluation import against_bioscope, against_sfu
from framing.evaluation.corpora.hedged import read_hedged
from framing.evaluation.speculation import (
    PROTOCOL,
    SCORES,
    SUMMARY_COLUMNS,
    VARIANTS,
    hedges_of,
    score,
    summary_table,
)
from framing.evaluation.task import Task
from framing.result import Result

LIKE = Path(__file__).parents[1] / "data" / "hedged-like.jsonl"
TEXT = "It may, or perhaps might not, have rained."


def at(*words: str, text: str = TEXT) -> list[tuple[int, int]]:
    return [(text.index(word), text.index(word) + len(word)) for word in words]


def counts(entry: dict) -> tuple[int, int, int]:
    return entry["tp"], entry["fp"], entry["fn"]


def cue(start: int, words: str, level: str = "modal", **more) -> Epistemic:
    base = {"article_id": "a", "span_id": "h", "zone": "body", "text": words, "cue_class": "hedge"}
    return Epistemic(**{**base, "start": start, "end": start + len(words), "level": level, **more})


# ------------------------------------------------------------------------ the scorer


def test_gold_against_itself_is_right_everywhere():
    sentences = [
        (one.text, one.cues, one.cues) for _, group in read_hedged(LIKE, "") for one in group
    ]
    scores = score(sentences)
    assert tuple(scores) == SCORES
    assert counts(scores["sentence"]) == (4, 0, 0)
    assert counts(scores["span"]) == counts(scores["span_overlap"]) == (6, 0, 0)


@pytest.mark.parametrize(
    ("gold", "found", "sentence", "span", "overlap"),
    [
        (["may"], ["may"], (1, 0, 0), (1, 0, 0), (1, 0, 0)),
        (["may"], ["perhaps"], (1, 0, 0), (0, 1, 1), (0, 1, 1)),
        (["may", "or"], [], (0, 0, 1), (0, 0, 2), (0, 0, 2)),
        ([], ["may", "or"], (0, 1, 0), (0, 2, 0), (0, 2, 0)),
        ([], [], (0, 0, 0), (0, 0, 0), (0, 0, 0)),
        (["might not"], ["might"], (1, 0, 0), (0, 1, 1), (1, 0, 0)),
        # Punctuation and white space at the edges are no part of a cue.
        (["may", "or"], ["may,", " or "], (1, 0, 0), (2, 0, 0), (2, 0, 0)),
        # Overlap is one to one, a duplicate counts once.
        (["or perhaps might"], ["or", "might"], (1, 0, 0), (0, 2, 1), (1, 1, 0)),
        (["or"], ["or", "or", " or"], (1, 0, 0), (1, 0, 0), (1, 0, 0)),
        (["or perhaps", "might not"], ["perhaps might not"], (1, 0, 0), (0, 1, 2), (1, 0, 1)),
    ],
)
def test_one_sentence(gold, found, sentence, span, overlap):
    scores = score([(TEXT, at(*gold), at(*found))])
    assert counts(scores["sentence"]) == sentence
    assert counts(scores["span"]) == span
    assert counts(scores["span_overlap"]) == overlap


def test_counts_are_added_up_before_anything_is_divided():
    scores = score([(TEXT, at("may", "or"), at("may")), (TEXT, [], at("or")), (TEXT, at("or"), [])])
    assert counts(scores["sentence"]) == (1, 1, 1)
    assert (scores["span"]["p"], scores["span"]["r"]) == (0.5, pytest.approx(1 / 3))
    assert score([])["sentence"]["f1"] is None


# ------------------------------------------------------------------------ what counts


def test_speculation_is_three_levels_without_quoting():
    rows = Rows(
        epistemic=(
            cue(0, "may"),
            cue(5, "apparently", "evidential", form="adverb"),
            cue(20, "alleged", "distancing", form="adjective"),
            cue(30, "according to", "evidential", form="reporting_form"),
            cue(50, "victory", "distancing", form="scare_quotes"),
            cue(60, "about", "approximator"),
            cue(70, "critics", "vague_source"),
            cue(80, "clearly", "certainty", cue_class="booster"),
        )
    )
    assert [row.text for row in hedges_of(rows)] == ["may", "apparently", "alleged"]
    assert [row.text for row in hedges_of(rows, VARIANTS["modal_only"])] == ["may"]
    assert len(hedges_of(rows, VARIANTS["all_hedges"])) == 7


# ------------------------------------------------------------------------ an analysis

#: What the stand-in for an analysis finds in `LIKE`.
CUES = {"may": "modal", "whether the": "modal", "About": "approximator", "Perhaps": "evidential"}


@pytest.mark.parametrize(
    ("against", "name"), [(against_bioscope, "bioscope"), (against_sfu, "sfu")]
)
def test_every_document_is_analysed_and_offsets_are_those_of_its_sentences(against, name):
    seen, watched = [], []

    def analyse(article, actors):
        seen.append((article.id, actors))
        rows = [
            cue(article.text.index(words), words, level)
            for words, level in CUES.items()
            if words in article.text
        ]
        return Result(article, actors, ArticleRow(article_id=article.id), Rows(epistemic=(*rows,)))

    def watch(articles):
        watched.extend(articles)
        return iter(articles)

    report = against.evaluate(Task(LIKE, analyse, watch=watch))
    scores = report.pop("scores")
    assert report == {
        "corpus": name, "protocol": PROTOCOL, "found_by": "rules", "n": 6, "documents": 3,
        "sentences": 7,
    }  # fmt: skip
    assert [item for item, _ in seen] == [article.id for article in watched]
    assert all(actors == Actors() for _, actors in seen)
    assert counts(scores["sentence"]) == (3, 0, 1)
    assert counts(scores["span"]) == (2, 1, 4)
    assert counts(scores["span_overlap"]) == (3, 0, 3)
    assert counts(scores["modal_only"]["sentence"]) == (2, 0, 2)
    assert counts(scores["all_hedges"]["sentence"]) == (3, 1, 1)
    json.dumps(scores, allow_nan=False)


def test_summary_table():
    scores = score([(TEXT, at("may", "might not"), at("may", "might"))])
    rows = summary_table(scores)
    assert {len(row) for row in rows} == {len(SUMMARY_COLUMNS)}
    assert rows[1] == ("span", "2", "2", "0.500", "0.500", "0.500")
    both = summary_table({**scores, **dict.fromkeys(VARIANTS, score([]))})
    assert [row[0] for row in both[3:5]] == ["rules", "  sentence"]
    assert both[4][1:] == ("0", "0", "–", "–", "–")


@pytest.mark.model
def test_the_tools_own_cues_are_found_in_short_sentences() -> None:
    from framing.analysis import analyze_one

    def analyse(article, actors):
        return analyze_one(article, actors, attribution="rules")

    scores = against_bioscope.evaluate(Task(LIKE, analyse))["scores"]
    # may, perhaps and probably; "whether", "suggest" a flood and "or" have no rule.
    assert counts(scores["span"]) == (3, 0, 3)
    assert scores["all_hedges"]["sentence"]["fp"] == 1
