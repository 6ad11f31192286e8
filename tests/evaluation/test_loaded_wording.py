"""The scorers of loaded wording, PTC and BABE, on texts small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.actors import Actors
from framing.annotation import ArticleRow, LoadedTerm, Rows, Sentence
from framing.evaluation import against_babe_words, against_ptc
from framing.evaluation.corpora.babe import Judged, read_babe
from framing.evaluation.corpora.ptc import Technique, read_ptc
from framing.evaluation.task import Task
from framing.evaluation.wording import precision_by_kind, two_classes
from framing.result import Result

DATA = Path(__file__).parents[1] / "data"
PTC, BABE = DATA / "ptc-like.jsonl", DATA / "babe-like.jsonl"


def counts(entry: dict) -> tuple[int, int, int]:
    return entry["tp"], entry["fp"], entry["fn"]


def term(text: str, words: str, kind: str = "label", loadedness: int = 2) -> LoadedTerm:
    start = text.index(words)
    return LoadedTerm(
        article_id="a", span_id=f"t{start}", start=start, end=start + len(words), text=words,
        zone="body", kind=kind, term=words.lower(), loadedness=loadedness,
    )  # fmt: skip


def rows(text: str, *terms: LoadedTerm) -> Rows:
    """Sentences end at each full stop."""
    sentences, start = [], 0
    for piece in text.split(". "):
        end = start + len(piece)
        sentences.append(
            Sentence(article_id="a", span_id=f"s{start}", start=start, end=end, text=piece,
                     zone="body")
        )  # fmt: skip
        start = end + 2
    return Rows(sentences=tuple(sentences), loaded_terms=terms)


def seen(text: str, words: str, name: str = "Loaded_Language") -> Technique:
    start = text.index(words)
    return Technique(start, start + len(words), name)


# ------------------------------------------------------------------------ both


def test_two_classes_has_the_mean_of_both():
    scores = two_classes([True, True, False], [True, False, False])
    assert counts(scores) == (1, 0, 1)
    assert scores["macro_f1"] == pytest.approx((2 / 3 + 2 / 3) / 2)
    assert two_classes([False], [False])["macro_f1"] is None
    assert two_classes([True, True], [False, False])["macro_f1"] == 0.0


def test_precision_by_kind_keeps_what_is_behind_it():
    found = precision_by_kind([("label", True), ("label", False), ("evaluative", False)])
    assert (found["label"], found["evaluative"], found["euphemism"]) == (0.5, 0.0, None)
    assert found["accuracy_counts"]["label"] == {"k": 1, "n": 2}


# ------------------------------------------------------------------------ PTC

TEXT = "The vile crooks met. Nobody came. The thugs left. It rained"


def test_sentences_and_spans_of_ptc():
    gold = [
        seen(TEXT, "vile crooks", "Name_Calling,Labeling"),
        seen(TEXT, "crooks met"),
        seen(TEXT, "It rained", "Doubt"),
    ]
    found = rows(
        TEXT, term(TEXT, "crooks"), term(TEXT, "thugs"), term(TEXT, "Nobody", loadedness=1)
    )
    report = against_ptc.score([(TEXT, gold, found)])
    assert {**report, "scores": None} == {
        "corpus": "ptc", "protocol": "ptc-1", "n": 2, "documents": 1, "sentences": 4,
        "scores": None,
    }  # fmt: skip
    scores = report["scores"]
    # One sentence is gold and found; that of the thugs is found only.
    assert counts(scores["sentence"]) == (1, 1, 0)
    # One term matches one span, the other span is missed, though the term touches it.
    assert counts(scores["span"]) == (0, 2, 2)
    assert counts(scores["span_overlap"]) == (1, 1, 1)
    assert scores["recall_by_technique"]["loaded_language"] == 1.0
    assert scores["recall_by_technique"]["accuracy_counts"]["name_calling"] == {"k": 1, "n": 1}
    assert scores["precision_by_kind"]["accuracy_counts"]["label"] == {"k": 1, "n": 2}


def test_edges_of_ptc_spans_are_trimmed_and_the_same_span_counts_once():
    text = "They are “thugs”, he said"
    gold = [seen(text, "“thugs”,"), seen(text, "thugs", "Name_Calling-Labeling")]
    report = against_ptc.score([(text, gold, rows(text, term(text, "thugs")))])
    assert report["n"] == 1
    assert counts(report["scores"]["span"]) == (1, 0, 0)


def test_a_span_that_runs_over_two_sentences_makes_both_gold():
    gold = [seen(TEXT, "met. Nobody")]
    scores = against_ptc.score([(TEXT, gold, rows(TEXT))])["scores"]
    assert counts(scores["sentence"]) == (0, 0, 2)
    assert scores["span"]["p"] is None


def test_counts_of_ptc_texts_are_added_up():
    gold = [seen(TEXT, "thugs")]
    found = rows(TEXT, term(TEXT, "thugs"))
    scores = against_ptc.score([(TEXT, gold, found), (TEXT, gold, rows(TEXT)), ("", (), Rows())])
    assert counts(scores["scores"]["span"]) == (1, 0, 1)
    assert (scores["documents"], scores["sentences"]) == (3, 8)
    nothing = against_ptc.score([])
    assert nothing["scores"]["sentence"]["f1"] is None
    assert {len(row) for row in against_ptc.summary_table(nothing["scores"])} == {
        len(against_ptc.SUMMARY_COLUMNS)
    }


def test_summary_of_ptc():
    gold = [seen(TEXT, "vile crooks"), seen(TEXT, "rained")]
    scores = against_ptc.score([(TEXT, gold, rows(TEXT, term(TEXT, "crooks")))])["scores"]
    table = {row[0]: row[1:] for row in against_ptc.summary_table(scores)}
    assert table["sentences"] == ("2", "1", "1.000", "0.500", "0.667", "0.733")
    assert table["spans exact"] == ("2", "1", "0.000", "0.000", "0.000", "")
    assert table["  loaded language"] == ("2", "1", "", "0.500", "", "")
    assert table["  label"] == ("1", "1", "1.000", "", "", "")


# ------------------------------------------------------------------------ BABE


def judged(text: str, *words: str, label: str = "Biased", outlet=None, start: int = 0) -> Judged:
    spans = tuple((text.index(word), text.index(word) + len(word)) for word in words)
    return Judged(text, label, spans, outlet, start)


def words(sentence: Judged, *terms: LoadedTerm) -> tuple[int, int, int]:
    return counts(against_babe_words.score([([sentence], terms)])["scores"]["span"])


@pytest.mark.parametrize(
    ("text", "gold", "found", "expected"),
    [
        ("The vile plan.", ["vile"], ["vile"], (1, 0, 0)),
        ("The vile, cruel plan.", ["vile", "cruel"], ["cruel plan"], (1, 1, 1)),
        ("A terrorist-held, regime’s town", ["terrorist-held"], ["terrorist", "regime"], (1, 1, 0)),
        ("Far-right thugs — gone", ["Far", "thugs"], ["thugs —"], (1, 0, 1)),
        ("No.", [], [], (0, 0, 0)),
    ],
)
def test_words_are_parted_by_space_and_trimmed(text, gold, found, expected):
    assert words(judged(text, *gold), *(term(text, each) for each in found)) == expected


def test_terms_belong_to_the_sentence_they_start_in():
    one, other = "The thugs left.", "No thugs came."
    text = f"{one}\n\n{other}"
    start = len(one) + 2
    block = [judged(one, "thugs"), judged(other, label="Non-biased", start=start)]
    second = LoadedTerm(
        article_id="a", span_id="t", start=start + 3, end=start + 8, text="thugs", zone="body",
        kind="dysphemism", term="thugs", loadedness=2,
    )  # fmt: skip
    assert text[second.start : second.end] == "thugs"
    report = against_babe_words.score([(block, [second])])
    assert (report["n"], report["documents"]) == (1, 2)
    assert counts(report["scores"]["span"]) == (0, 1, 1)
    assert counts(report["scores"]["sentence"]) == (0, 1, 1)
    assert report["scores"]["precision_by_kind"]["dysphemism"] == 0.0


def test_the_outlet_rule_stands_beside():
    text = "It rained."
    labels = {"Q": ["Biased", "Biased", "Non-biased"], "W": ["Biased", "Non-biased"], None: [
        "Non-biased", "No agreement"]}  # fmt: skip
    block = [
        judged(text, label=label, outlet=outlet)
        for outlet, each in labels.items()
        for label in each
    ]
    scores = against_babe_words.score([(block, [])])["scores"]
    # Outlet Q is called biased throughout; a tie is not; without agreement is left out.
    assert counts(scores["baselines"]["outlet_rule"]) == (2, 1, 1)
    assert counts(scores["baselines"]["majority"]) == (0, 0, 3)
    assert counts(scores["sentence"]) == (0, 0, 3)
    table = {row[0]: row[1:] for row in against_babe_words.summary_table(scores)}
    assert table["  outlet rule"] == ("3", "3", "0.667", "0.667", "0.667", "0.667")
    assert table["words"] == ("0", "0", "–", "–", "–", "")
    assert {len(row) for row in table.values()} == {len(against_babe_words.SUMMARY_COLUMNS) - 1}


# ------------------------------------------------------------------------ an analysis


@pytest.mark.parametrize(
    ("against", "path", "n"), [(against_ptc, PTC, 4), (against_babe_words, BABE, 4)]
)
def test_an_evaluation_analyses_every_article_and_shows_how_far_it_is(against, path, n):
    given, watched = [], []

    def analyse(article, actors):
        given.append(actors)
        return Result(article, actors, ArticleRow(article_id=article.id), Rows())

    def watch(articles):
        watched.extend(articles)
        return iter(articles)

    report = against.evaluate(Task(path, analyse, watch=watch))
    assert report["n"] == n
    assert report["scores"]["span"]["r"] == 0.0
    assert len(given) == len(watched) == (3 if path == PTC else 1)
    assert set(map(type, given)) == {Actors}
    assert json.loads(json.dumps(report, allow_nan=False)) == report


@pytest.mark.model
def test_gold_terms_are_found_in_text_like_that_of_the_corpora():
    from framing.analysis import analyze_one

    def analyse(article, actors):
        return analyze_one(article, actors, attribution="rules")

    ptc = against_ptc.evaluate(Task(PTC, analyse))
    assert counts(ptc["scores"]["sentence"]) == (4, 1, 0)
    babe = against_babe_words.evaluate(Task(BABE, analyse))
    assert counts(babe["scores"]["span"]) == (4, 0, 0)
    assert babe["scores"]["sentence"]["f1"] == 1.0


def test_the_readers_agree_with_the_files():
    for article, gold in read_ptc(PTC):
        assert all(article.text[span.start : span.end].strip() for span in gold)
    ((article, sentences),) = read_babe(BABE)
    for one in sentences:
        assert article.text[one.start : one.start + len(one.text)] == one.text
