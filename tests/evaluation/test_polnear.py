"""The PolNeAR scorer on texts small enough to count by hand."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from framing.actors import Actors
from framing.analysis import analyze_one
from framing.annotation import ArticleRow, Attribution, RoleSpan, Rows
from framing.evaluation.against_polnear import SUMMARY_COLUMNS, evaluate, score, summary_table
from framing.evaluation.corpora.polnear import read_polnear
from framing.evaluation.floors import check_floors, read_floors
from framing.evaluation.quotations import TYPES, Quotation, quotations, quoted_runs, with_that
from framing.evaluation.task import Task
from framing.result import Result

LIKE = Path(__file__).parents[1] / "data" / "polnear-like.jsonl"


def spans(text: str, *words: str) -> tuple[tuple[int, int], ...]:
    """Where each of `words` stands, each searched behind the one before."""
    found, start = [], 0
    for word in words:
        start = text.index(word, start)
        found.append((start, start + len(word)))
    return tuple(found)


def said(text: str, *content: str, source=(), cue=(), kind: str = "indirect") -> Quotation:
    return Quotation(spans(text, *source), spans(text, *cue), spans(text, *content), kind)


def scores(text: str, gold: list[Quotation], found: list[Quotation]) -> dict:
    return score([(text, gold, found)])["scores"]


def counts(entry: dict) -> tuple[int, int, int]:
    return entry["tp"], entry["fp"], entry["fn"]


# ------------------------------------------------------------------------ the report


def test_gold_against_itself_is_right_everywhere():
    documents = [(article.text, gold, gold) for article, gold in read_polnear(LIKE)]
    report = score(documents)
    assert {**report, "scores": None} == {
        "corpus": "polnear", "protocol": "polnear-1", "n": 18, "documents": 6, "scores": None,
    }  # fmt: skip
    found = report["scores"]
    assert counts(found["A80"]) == counts(found["A_exact"]) == (18, 0, 0)
    assert counts(found["B_exact"]) == (12, 0, 0)
    assert [found["recall_by_type"][kind] for kind in TYPES] == [1.0] * 3
    assert found["recall_by_type"]["accuracy_counts"]["mixed"] == {"k": 4, "n": 4}
    assert found["speaker_exact"] == 1.0
    assert [found["span_exact_f1"][role] for role in ("source", "cue", "content")] == [1.0] * 3
    assert found["span_exact_f1"]["counts"]["content"] == {"tp": 20, "fp": 0, "fn": 0}
    assert json.loads(json.dumps(report, allow_nan=False)) == report


def test_counts_of_texts_are_added_up_before_anything_is_divided():
    one, other = "Lee said it rained.", "Kim said it snowed and froze."
    gold = [said(one, "it rained")]
    more = [said(other, "it snowed"), said(other, "froze")]
    found = score([(one, gold, gold), (other, more, []), (other, [], [])])
    assert (found["n"], found["documents"]) == (3, 3)
    assert counts(found["scores"]["A80"]) == (1, 0, 2)
    assert found["scores"]["A80"]["r"] == pytest.approx(1 / 3)


def test_what_cannot_be_divided_is_none():
    nothing = score([])
    assert nothing["n"] == nothing["documents"] == 0
    assert nothing["scores"]["speaker_exact"] is None
    assert nothing["scores"]["recall_by_type"]["direct"] is None
    assert nothing["scores"]["span_exact_f1"]["cue"] is None
    assert {len(row) for row in summary_table(nothing["scores"])} == {len(SUMMARY_COLUMNS)}


def test_summary_table():
    text = "Lee said it rained."
    gold = [said(text, "it rained", source=["Lee"], cue=["said"])]
    found = [said(text, "it rained", cue=["said"]), said(text, "said")]
    rows = {row[0]: row[1:] for row in summary_table(scores(text, gold, found))}
    assert rows["A80"] == ("1", "2", "0.500", "1.000", "0.667")
    assert rows["  indirect"] == ("1", "1", "", "1.000", "")
    assert rows["  direct"] == ("0", "0", "", "–", "")
    assert rows["  speaker exact"] == ("1", "0", "", "0.000", "")
    assert rows["source spans exact"] == ("1", "0", "–", "0.000", "0.000")


# ------------------------------------------------------------------------ whole attributions

LETTERS = "abcdefghij klm"


@pytest.mark.parametrize(
    ("content", "expected"),
    [("abcdefgh", (1, 0, 0)), ("abcdefg", (0, 1, 1)), ("abcdefghij kl", (1, 0, 0)),
     ("abcdefghij klm", (0, 1, 1))],
)  # fmt: skip
def test_the_border_is_a_jaccard_index_of_four_fifths(content, expected):
    # 8/10 and 10/12 reach it, 7/10 and 10/13 do not; the space counts nowhere.
    found = scores(LETTERS, [said(LETTERS, "abcdefghij")], [said(LETTERS, content)])
    assert counts(found["A80"]) == expected
    assert counts(found["A_exact"]) == (0, 1, 1)


def test_marks_and_spaces_at_the_edges_do_not_count():
    text = "“Go home!” he said."
    found = scores(text, [said(text, "Go home")], [said(text, "“Go home!” ")])
    assert counts(found["A_exact"]) == (1, 0, 0)
    assert found["span_exact_f1"]["content"] == 1.0


def test_matching_is_one_to_one_and_takes_the_closest_pair_first():
    text = "abcdefghij"
    gold = [said(text, "abcdefghij"), said(text, "abcdefgh")]
    # The first found is as good as it can be for the second gold; the duplicate is spurious.
    found = [said(text, "abcdefgh"), said(text, "abcdefghi"), said(text, "abcdefgh")]
    result = scores(text, gold, found)
    assert counts(result["A80"]) == (2, 1, 0)
    assert counts(result["A_exact"]) == (1, 2, 1)


def test_greedy_matching_may_leave_a_pair_that_the_best_assignment_would_have():
    text = "abcdefghijk"
    gold = [said(text, "abcdefghij"), said(text, "cdefghijk")]
    found = [said(text, "bcdefghij"), said(text, "abcdefgh")]
    # bcdefghij: 9/10 with the first, 8/10 with the second; abcdefgh: 8/10 with the first only.
    assert counts(scores(text, gold, found)["A80"]) == (1, 1, 1)


def test_the_parts_of_a_content_are_one_attribution_and_several_spans():
    text = "“We left,” Ana said, “at nine.”"
    gold = [said(text, "We left", "at nine", source=["Ana"], cue=["said"], kind="direct")]
    whole = scores(text, gold, [said(text, "“We left,”", "“at nine.”")])
    assert counts(whole["A_exact"]) == (1, 0, 0)
    assert whole["span_exact_f1"]["counts"]["content"] == {"tp": 2, "fp": 0, "fn": 0}
    apart = scores(text, gold, [said(text, "We left"), said(text, "at nine")])
    assert counts(apart["A80"]) == (0, 2, 1)
    assert apart["span_exact_f1"]["content"] == 1.0
    assert counts(apart["B_exact"]) == (2, 0, 0)


def test_recall_by_type_goes_by_golds_type():
    text = "Lee said no. Kim said yes. Ray said maybe."
    gold = [said(text, "no", kind="direct"), said(text, "yes"), said(text, "maybe")]
    found = [said(text, "no", kind="indirect"), said(text, "yes", kind="direct")]
    recall = scores(text, gold, found)["recall_by_type"]
    assert (recall["direct"], recall["mixed"], recall["indirect"]) == (1.0, None, 0.5)
    assert recall["accuracy_counts"]["indirect"] == {"k": 1, "n": 2}


def test_a_content_without_letters_matches_nothing():
    text = "Lee said: …"
    assert counts(scores(text, [said(text, "…")], [said(text, "…")])["A80"]) == (0, 1, 1)


# ------------------------------------------------------------------------ "that"


@pytest.mark.parametrize(
    ("text", "content", "extended"),
    [
        ("She said that it rained.", "it rained", "that it rained"),
        ("She said THAT\n it rained.", "it rained", "THAT\n it rained"),
        ("She said that “it” rained.", "it” rained", "it” rained"),
        ("She said that, then, it rained.", "it rained", "it rained"),
        ("She bewhat that it rained.", "that it rained", "that it rained"),
        ("A hat cannot_that it rained.", "it rained", "it rained"),
        ("It rained, she said.", "It rained", "It rained"),
    ],
)
def test_that_is_put_back_where_only_space_parts_it(text, content, extended):
    (found,) = with_that(text, [said(text, content)])
    assert found.content == spans(text, extended)


def test_that_counts_in_every_score_and_only_golds_is_left_alone():
    text = "She said that it rained and that it “froze”."
    gold = [said(text, "that it rained", "that it “froze”")]
    found = [said(text, "it rained", "it “froze”")]
    result = scores(text, gold, found)
    assert counts(result["A_exact"]) == (1, 0, 0)
    assert result["span_exact_f1"]["counts"]["content"] == {"tp": 2, "fp": 0, "fn": 0}
    assert counts(result["B_exact"]) == (1, 0, 0)
    swapped = scores(text, found, gold)
    assert counts(swapped["A80"]) == (0, 1, 1)
    assert swapped["span_exact_f1"]["content"] == 0.0


# ------------------------------------------------------------------------ speakers and spans


def test_speakers_are_judged_on_matched_pairs_by_their_letters():
    text = "“No,” said Ana Ruiz, the mayor. “Yes,” said Kim. It was late, said Lee."
    contents = ("No", "Yes", "It was late")
    names = ("Ana Ruiz, the mayor", "Kim", "Lee")
    gold = [
        said(text, content, source=[name]) for content, name in zip(contents, names, strict=True)
    ]
    found = [
        said(text, "No", source=["Ana Ruiz, the mayor."]),
        said(text, "Yes", source=["said Kim"]),
        said(text, "late", source=["Lee"]),
    ]
    result = scores(text, gold, found)
    assert result["speaker_exact"] == 0.5
    assert result["accuracy_counts"]["speaker_exact"] == {"k": 1, "n": 2}


def test_no_speaker_is_right_where_gold_has_none():
    text = "It was denied that Lee left. It was claimed that Kim left."
    gold = [said(text, "that Lee left"), said(text, "that Kim left")]
    found = [said(text, "that Lee left"), said(text, "that Kim left", source=["It"])]
    assert scores(text, gold, found)["speaker_exact"] == 0.5


def test_a_discontinuous_source_must_be_found_whole():
    text = "Ana and, later, Kim said no."
    gold = [said(text, "no", source=["Ana", "Kim"])]
    whole, part = (scores(text, gold, [said(text, "no", source=who)])
                   for who in (["Ana", "Kim"], ["Ana"]))  # fmt: skip
    assert (whole["speaker_exact"], part["speaker_exact"]) == (1.0, 0.0)
    assert part["span_exact_f1"]["source"] == pytest.approx(2 / 3)


def test_spans_are_sets_trimmed_to_letters():
    text = "Lee, he said, left: no"
    gold = [said(text, "left", source=["Lee"], cue=["he said"]), said(text, "no", cue=[":"])]
    found = [
        said(text, "left", source=["Lee,"], cue=["he"]),
        said(text, "no", source=["Lee"], cue=[":"]),
    ]
    result = scores(text, gold, found)["span_exact_f1"]
    assert result["counts"]["source"] == {"tp": 1, "fp": 0, "fn": 0}
    assert result["counts"]["cue"] == {"tp": 1, "fp": 1, "fn": 1}
    assert result["cue"] == 0.5


# ------------------------------------------------------------------------ quotation marks


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("He felt “fine,” then \"well\".", ["fine", "well"]),
        ("“One,” he said, “two.”", ["One", "two"]),
        ("“‘One’ and two”", ["One’ and two"]),
        ("\"One,\" he said. \"Two.\"", ["One", "Two"]),
        ("“One goes on\n“and two”", ["One goes on", "and two"]),
        ("It is 6'2\" tall and “new”.", ["new"]),
        ("“…” he said", []),
        ("‘One’", []),
    ],
)  # fmt: skip
def test_runs_inside_double_marks(text, runs):
    everything = [Quotation((), (), ((0, len(text)),))]
    assert [text[a:b] for a, b in sorted(quoted_runs(text, everything))] == runs


def test_a_run_counts_where_one_content_holds_all_of_it():
    text = "He felt “fine and well” and “old”."
    gold = [said(text, "“fine and well” and “old”")]
    halves = [said(text, "“fine and"), said(text, "well”")]
    assert counts(scores(text, gold, halves)["B_exact"]) == (0, 0, 2)
    # The parts of one content hold a run together, whatever parts them has no letters.
    parts = [said(text, "fine", "and well”")]
    assert counts(scores(text, gold, parts)["B_exact"]) == (1, 0, 1)
    more = [said(text, "old", kind="direct"), said(text, "“old”")]
    assert counts(scores(text, gold, more)["B_exact"]) == (1, 0, 1)
    assert counts(scores(text, more, gold)["B_exact"]) == (1, 1, 0)


# ------------------------------------------------------------------------ an analysis


def test_only_attributions_at_depth_one_are_compared():
    parts = (RoleSpan("content", 9, 18), RoleSpan("cue", 4, 8), RoleSpan("source", 0, 3))
    base = {"article_id": "a", "start": 0, "end": 18, "text": "", "zone": "body", "parts": parts}
    rows = Rows(
        attributions=(
            Attribution(span_id="q0", type="mixed", **base),
            Attribution(span_id="q1", type="direct", depth=2, **base),
        )
    )
    assert quotations(rows) == (Quotation(((0, 3),), ((4, 8),), ((9, 18),), "mixed"),)


def test_an_evaluation_analyses_every_article_and_shows_how_far_it_is():
    seen, watched = [], []

    def analyse(article, actors):
        seen.append((article.id, actors))
        return Result(article, actors, ArticleRow(article_id=article.id), Rows())

    def watch(articles):
        watched.extend(articles)
        return iter(articles)

    report = evaluate(Task(LIKE, analyse, watch=watch))
    assert counts(report["scores"]["A80"]) == (0, 0, 18)
    assert len(seen) == len(watched) == report["documents"] == 6
    assert all(actors == Actors() for _, actors in seen)


@pytest.mark.model
@pytest.mark.parametrize("method", ["learned", "rules"])
def test_the_tool_keeps_to_its_floors_on_a_small_corpus(method):
    report = evaluate(Task(LIKE, partial(analyze_one, attribution=method)))
    assert check_floors(report["scores"], read_floors(f"polnear-like, {method}")) == []
