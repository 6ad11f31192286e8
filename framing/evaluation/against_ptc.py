"""Loaded terms against the loaded language and the name-calling of PTC.

A sentence, as the analysis divides the text, is gold where it shares a character with a span of
either technique, and found where it holds a loaded term of any kind, whoever says it. Spans of
both techniques are taken together and compared by themselves: exactly, edges trimmed of white
space and marks, and where they share a character, one to one, best first. Nothing is fitted:
the terms come from lexicons and syntax. PTC marks whole phrases, up to a clause, so few spans
agree exactly; and it marks loaded wording of anything, the analysis what takes a side.

With a classifier a sentence is found where that says so, and only sentences are scored.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.errors import FramingError
from framing.evaluation.corpora.ptc import read_ptc
from framing.evaluation.labelled import single
from framing.evaluation.scoring import match, precision_recall_f1, ratio, score_row, shown
from framing.evaluation.wording import (
    KINDS,
    items,
    loaded_terms,
    precision_by_kind,
    touches,
    two_classes,
)
from framing.language import load_pipeline, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.annotation import Rows
    from framing.classifiers import Classifier
    from framing.evaluation.corpora.ptc import Technique
    from framing.evaluation.task import Task

__all__ = [
    "PROTOCOL",
    "SUMMARY_COLUMNS",
    "TECHNIQUES",
    "evaluate",
    "score",
    "score_classifier",
    "summary_table",
]

#: The rules above; a change in them changes this name.
PROTOCOL = "ptc-1"

#: The techniques of wording, as the parts of the corpus write them.
TECHNIQUES = {
    "Loaded_Language": "loaded_language",
    "Name_Calling,Labeling": "name_calling",
    "Name_Calling-Labeling": "name_calling",
}

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "gold", "found", "p", "r", "f1", "macro f1")


def evaluate(task: Task) -> dict[str, Any]:
    """Analyse the articles of a PTC file or folder and score the loaded terms: see `score`.

    With a classifier see `score_classifier`.
    """
    recorded = list(read_ptc(task.path))
    if task.classifier is not None:
        nlp = load_pipeline(task.pipeline)
        articles = task.watch([article for article, _ in recorded])
        divided = (
            [(one.start, one.end) for one in parse(article, nlp).sentences] for article in articles
        )
        return score_classifier(
            (
                (article.text, gold, sentences)
                for (article, gold), sentences in zip(recorded, divided, strict=True)
            ),
            task.classifier,
        )
    actors = task.actors or Actors()
    articles = task.watch([article for article, _ in recorded])
    return score(
        (article.text, gold, task.analyse(article, actors).rows)
        for article, (_, gold) in zip(articles, recorded, strict=True)
    )


def score(documents: Iterable[tuple[str, Sequence[Technique], Rows]]) -> dict[str, Any]:
    """Score the loaded terms found in some texts.

    Parameters
    ----------
    documents : iterable of (str, sequence of Technique, Rows)
        A text, the techniques seen in it (others than `TECHNIQUES` are left aside), and the
        rows found, of which the sentences and the loaded terms are looked at.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (gold spans), ``documents``, ``sentences``
        and ``scores``. All counts are added up over the texts before anything is divided; p,
        r, f1 and shares lie in [0, 1], None where there is nothing to divide by.

        ``sentence``
            Sentences with loaded wording; ``macro_f1`` is the mean of both classes.
        ``span``, ``span_overlap``
            Spans that agree exactly, and that share a character.
        ``recall_by_technique``
            The share of the spans of each technique that share a character with a found term.
        ``precision_by_kind``
            The share of the found terms of each kind that share one with a gold span.

        ``accuracy_counts`` holds the k of n behind a share.

    Examples
    --------
    >>> from framing.annotation import LoadedTerm, Rows, Sentence
    >>> from framing.evaluation.corpora.ptc import Technique
    >>> text = "The regime fell."
    >>> place = {"article_id": "a", "span_id": "0", "zone": "body"}
    >>> rows = Rows(
    ...     sentences=(Sentence(start=0, end=16, text=text, **place),),
    ...     loaded_terms=(LoadedTerm(start=4, end=10, text="regime", kind="label", term="regime",
    ...         loadedness=2, **place),),
    ... )
    >>> scores = score([(text, [Technique(0, 10, "Name_Calling-Labeling")], rows)])["scores"]
    >>> scores["sentence"]["f1"], scores["span"]["f1"], scores["span_overlap"]["f1"]
    (1.0, 0.0, 1.0)
    """
    tally: Counter[tuple[str, str]] = Counter()
    gold_sentences: list[bool] = []
    found_sentences: list[bool] = []
    verdicts: list[tuple[str, bool]] = []
    for text, every, rows in documents:
        gold = [span for span in every if span.name in TECHNIQUES]
        wanted = [(span.start, span.end) for span in gold]
        terms = loaded_terms(rows)
        given = [(row.start, row.end) for row in terms]
        gold_sentences += [touches(row.start, row.end, wanted) for row in rows.sentences]
        found_sentences += [touches(row.start, row.end, given) for row in rows.sentences]
        verdicts += [(row.kind, touches(row.start, row.end, wanted)) for row in terms]
        tally["documents", "n"] += 1
        tally.update((TECHNIQUES[span.name], "n") for span in gold)
        tally.update(
            (TECHNIQUES[span.name], "k") for span in gold if touches(span.start, span.end, given)
        )
        matching = match(items(text, wanted), items(text, given))
        tally["span", "pairs"] += len(matching.pairs)
        tally["span", "exact"] += matching.exact
        tally["span", "gold"] += len(matching.pairs) + len(matching.missed)
        tally["span", "found"] += len(matching.pairs) + len(matching.spurious)
    return {
        "corpus": "ptc",
        "protocol": PROTOCOL,
        "n": tally["span", "gold"],
        "documents": tally["documents", "n"],
        "sentences": len(gold_sentences),
        "scores": {
            "sentence": two_classes(gold_sentences, found_sentences),
            "span": _spans(tally, "exact"),
            "span_overlap": _spans(tally, "pairs"),
            "recall_by_technique": _recall(tally),
            "precision_by_kind": precision_by_kind(verdicts),
        },
    }


def score_classifier(
    documents: Iterable[tuple[str, Sequence[Technique], Sequence[tuple[int, int]]]],
    classifier: Classifier,
) -> dict[str, Any]:
    """Score a classifier of sentences on some texts.

    Parameters
    ----------
    documents : iterable of (str, sequence of Technique, sequence of (int, int))
        A text, the techniques seen in it, and the offsets of its sentences.
    classifier : Classifier
        Of sentences, with two answers.

    Returns
    -------
    dict
        As `score` gives it, with only ``sentence`` in ``scores``: there also ``auc`` and
        ``reliability``; and ``baselines``: ``majority`` and ``all``, every sentence.
    """
    import numpy as np

    if classifier.task.unit != "sentence":
        raise FramingError(f"{classifier.version}: judges articles; ptc needs one of sentences")
    texts: list[str] = []
    gold: list[bool] = []
    number = spans = 0
    for text, every, sentences in documents:
        wanted = [(one.start, one.end) for one in every if one.name in TECHNIQUES]
        texts += [text[start:end] for start, end in sentences]
        gold += [touches(start, end, wanted) for start, end in sentences]
        number, spans = number + 1, spans + len(wanted)
    truth = np.array(gold, bool)
    chances = classifier.chances(texts)[:, 0]
    usual = np.full(len(gold), 2 * int(truth.sum()) > len(gold))
    return {
        "corpus": "ptc",
        "protocol": PROTOCOL,
        "n": spans,
        "documents": number,
        "sentences": len(gold),
        "scores": {
            "model": classifier.version,
            "sentence": single(truth, chances >= classifier.thresholds[0], chances),
            "baselines": {
                "majority": single(truth, usual),
                "all": single(truth, np.ones(len(gold), bool)),
            },
        },
    }


def _spans(tally: Counter[tuple[str, str]], right: str) -> dict[str, float | None]:
    tp = tally["span", right]
    return precision_recall_f1(tp, tally["span", "found"] - tp, tally["span", "gold"] - tp)


def _recall(tally: Counter[tuple[str, str]]) -> dict[str, Any]:
    counts = {
        name: {"k": tally[name, "k"], "n": tally[name, "n"]}
        for name in dict.fromkeys(TECHNIQUES.values())
    }
    shares: dict[str, Any] = {name: ratio(both["k"], both["n"]) for name, both in counts.items()}
    return {**shares, "accuracy_counts": counts}


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    A technique has its n under ``gold`` and its k under ``found``; a kind of term has its n
    under ``found`` and its k under ``gold``.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `score`.
    """
    if "model" in scores:
        named = {scores["model"]: scores["sentence"], **scores["baselines"]}
        return [
            (*score_row(name, entry), shown(entry["macro_f1"])) for name, entry in named.items()
        ]
    rows = [
        (*score_row("sentences", scores["sentence"]), shown(scores["sentence"]["macro_f1"])),
        (*score_row("spans exact", scores["span"]), ""),
        (*score_row("spans overlapping", scores["span_overlap"]), ""),
    ]
    recall, precision = scores["recall_by_technique"], scores["precision_by_kind"]
    for name, both in recall["accuracy_counts"].items():
        title = f"  {name.replace('_', ' ')}"
        rows.append((title, str(both["n"]), str(both["k"]), "", shown(recall[name]), "", ""))
    for kind in KINDS:
        both = precision["accuracy_counts"][kind]
        rows.append(
            (f"  {kind}", str(both["k"]), str(both["n"]), shown(precision[kind]), "", "", "")
        )
    return rows
