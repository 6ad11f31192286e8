"""Loaded terms against the biased words and sentences of BABE.

Words are what white space parts, trimmed of marks; a word is gold where it shares a letter or
digit with a biased word, and found where it shares one with a loaded term of any kind, whoever
says it. A sentence is found biased where it holds a loaded term. Nothing is fitted: the terms come
from lexicons and syntax. The labels follow the outlets, so the score of the rule that gives every
sentence its outlet's more frequent label, fitted on these very labels, always stands beside.

For speed fifty sentences are analysed as one article, each a paragraph: see `read_babe`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.evaluation.corpora.babe import BIASED, LABELS, read_babe
from framing.evaluation.scoring import letters_of, precision_recall_f1, score_row, shown, trim
from framing.evaluation.wording import (
    KINDS,
    loaded_terms,
    precision_by_kind,
    touches,
    two_classes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.annotation import LoadedTerm
    from framing.evaluation.corpora.babe import Judged
    from framing.evaluation.task import Task

    Span = tuple[int, int]

__all__ = ["PROTOCOL", "SUMMARY_COLUMNS", "evaluate", "score", "summary_table"]

#: The rules above; a change in them changes this name.
PROTOCOL = "babe-words-1"

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "gold", "found", "p", "r", "f1", "macro f1")

_WORD = re.compile(r"\S+")


def evaluate(task: Task) -> dict[str, Any]:
    """Analyse the sentences of a BABE file or folder and score the loaded terms: see `score`."""
    recorded = list(read_babe(task.path))
    actors = task.actors or Actors()
    articles = task.watch([article for article, _ in recorded])
    return score(
        (sentences, loaded_terms(task.analyse(article, actors).rows))
        for article, (_, sentences) in zip(articles, recorded, strict=True)
    )


def score(blocks: Iterable[tuple[Sequence[Judged], Sequence[LoadedTerm]]]) -> dict[str, Any]:
    """Score the loaded terms found in blocks of sentences.

    Parameters
    ----------
    blocks : iterable of (sequence of Judged, sequence of LoadedTerm)
        The sentences of an article, and the loaded terms found in it.

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``n`` (gold biased words), ``documents`` (the
        sentences) and ``scores``. p, r, f1 and shares lie in [0, 1], None where there is
        nothing to divide by.

        ``sentence``
            Sentences labelled Biased, with ``macro_f1``, the mean of both labels; those
            without agreement are left out.
        ``span``
            Single words of all sentences.
        ``precision_by_kind``
            The share of the terms of each kind that share a character with a biased word;
            k of n in ``accuracy_counts``.
        ``baselines``
            ``outlet_rule`` and ``majority``, the more frequent label of all, each scored as
            ``sentence`` is. A tie is not biased.

    Examples
    --------
    >>> from framing.annotation import LoadedTerm
    >>> from framing.evaluation.corpora.babe import Judged
    >>> sentence = Judged("A vile, cynical plan.", "Biased", ((2, 6), (8, 15)), "The Quay")
    >>> term = LoadedTerm(article_id="a", span_id="t0", start=2, end=6, text="vile",
    ...     zone="body", kind="evaluative", term="vile", loadedness=2)
    >>> scores = score([([sentence], [term])])["scores"]
    >>> scores["sentence"]["f1"], scores["span"]["p"], scores["span"]["r"]
    (1.0, 1.0, 0.5)
    """
    words: Counter[tuple[bool, bool]] = Counter()
    verdicts: list[tuple[str, bool]] = []
    judged: list[tuple[Judged, bool]] = []
    documents = 0
    for sentences, terms in blocks:
        for one in sentences:
            documents += 1
            own = [row for row in terms if one.start <= row.start < one.start + len(one.text)]
            given = [(row.start - one.start, row.end - one.start) for row in own]
            words.update(_compared(one.text, one.words, given))
            verdicts += [
                (row.kind, touches(*span, one.words)) for row, span in zip(own, given, strict=True)
            ]
            if one.label in LABELS[:2]:
                judged.append((one, bool(own)))
    gold = [one.label == BIASED for one, _ in judged]
    return {
        "corpus": "babe-words",
        "protocol": PROTOCOL,
        "n": words[True, True] + words[True, False],
        "documents": documents,
        "scores": {
            "sentence": two_classes(gold, [found for _, found in judged]),
            "span": precision_recall_f1(words[True, True], words[False, True], words[True, False]),
            "precision_by_kind": precision_by_kind(verdicts),
            "baselines": {
                "outlet_rule": _by_group(gold, [one.outlet for one, _ in judged]),
                "majority": _by_group(gold, [None for _ in judged]),
            },
        },
    }


def _compared(text: str, gold: Iterable[Span], found: Iterable[Span]) -> list[tuple[bool, bool]]:
    """For each word of a sentence, whether it is gold and whether it is found."""
    wanted, given = letters_of(text, gold, keep_that=True), letters_of(text, found, keep_that=True)
    compared = []
    for piece in _WORD.finditer(text):
        letters = letters_of(text, [trim(text, *piece.span())], keep_that=True)
        if letters:
            compared.append((bool(letters & wanted), bool(letters & given)))
    return compared


def _by_group(gold: Sequence[bool], groups: Sequence[str | None]) -> dict[str, float | None]:
    """Score the more frequent label of each group, counted on the same items."""
    ayes = Counter(group for group, biased in zip(groups, gold, strict=True) if biased)
    sizes = Counter(groups)
    return two_classes(gold, [2 * ayes[group] > sizes[group] for group in groups])


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    A kind of term has its n under ``found``, its k under ``gold`` and its share under ``p``.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `score`.
    """
    rows = [
        _row("words", scores["span"]),
        _row("sentences", scores["sentence"]),
        _row("  outlet rule", scores["baselines"]["outlet_rule"]),
        _row("  majority", scores["baselines"]["majority"]),
    ]
    precision = scores["precision_by_kind"]
    for kind in KINDS:
        both = precision["accuracy_counts"][kind]
        rows.append(
            (f"  {kind}", str(both["k"]), str(both["n"]), shown(precision[kind]), "", "", "")
        )
    return rows


def _row(name: str, entry: Mapping[str, Any]) -> tuple[str, ...]:
    macro = shown(entry["macro_f1"]) if "macro_f1" in entry else ""
    return (*score_row(name, entry), macro)
