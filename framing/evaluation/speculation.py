"""Hedge cues against those of a corpus of speculation, for any system that gives plain spans.

Speculation is what BioScope and the SFU Review corpus mark: the words by which a writer leaves
open whether something is so. The learned tagger of such words finds them, or with rules alone
those hedges of an analysis of which `is_speculation` says so; the corpora mark neither
approximators ("about 40") nor unnamed sources, nor that somebody else is quoted. The choice
follows the two guidelines, not the scores.

A sentence is speculative if it holds a cue. In both corpora that is what their ``uncertain``
says in every record, and the reader refuses a record where the two part. Cues are compared as
offsets, trimmed of white space and punctuation at the edges; they overlap when they share a
character, one to one, the largest overlap first.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.annotators.epistemic.speculation import load_speculation, speculation_cues
from framing.annotators.epistemic.speculative import is_speculation
from framing.encoder.cards import digest
from framing.evaluation.corpora.hedged import read_hedged
from framing.evaluation.scoring import Item, match, precision_recall_f1, score_row, trim
from framing.language import load_pipeline, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from framing.annotation import Epistemic, Rows
    from framing.evaluation.corpora.hedged import Hedged
    from framing.evaluation.task import Task

    Span = tuple[int, int]

__all__ = [
    "PROTOCOL", "SUMMARY_COLUMNS", "evaluate_as", "hedges_of",
    "score", "summary_table",
]  # fmt: skip

#: The rules above; a change in them changes this name.
PROTOCOL = "speculation-2"

#: What is scored of the rules' hedges: those of speculation, the narrowest reading, and all.
VARIANTS: Mapping[str, Callable[[Epistemic], bool]] = {
    "rules": is_speculation,
    "modal_only": lambda row: row.level == "modal",
    "all_hedges": lambda row: True,
}

#: What `score` counts.
SCORES = ("sentence", "span", "span_overlap")

#: What `summary_table` puts in each row.
SUMMARY_COLUMNS = ("score", "gold", "found", "p", "r", "f1")


def evaluate_as(corpus: str, task: Task) -> dict[str, Any]:
    """Analyse the sentences of a file or folder and score their hedge cues: see `score`.

    The sentences of a document are read together as one article, each a paragraph of its body,
    by the whole analysis, so that its annotators see what they see in any article.

    Parameters
    ----------
    corpus : str
        Its name in the report.
    task : Task

    Returns
    -------
    dict
        JSON-ready: ``corpus``, ``protocol``, ``found_by``, ``n`` (gold cues), ``documents``,
        ``sentences`` and ``scores``, which hold those of `score` and, by name, those of each of
        `VARIANTS`. The file that the tagger learned from is scored by the rules alone, as
        ``found_by`` says.
    """
    documents = list(read_hedged(task.path, corpus))
    model = load_speculation() if task.tagger is not None else None
    if model is not None and digest(task.path) == model.data_sha256:
        model = None  # it learned from this file
    nlp = load_pipeline(task.pipeline) if model is not None else None
    found: dict[str, list[tuple[str, Sequence[Span], Sequence[Span]]]] = {
        name: [] for name in ("", *VARIANTS)
    }
    articles = task.watch([article for article, _ in documents])
    for article, (_, sentences) in zip(articles, documents, strict=True):
        rows = task.analyse(article, task.actors or Actors()).rows
        spans = {name: _spans(hedges_of(rows, keep)) for name, keep in VARIANTS.items()}
        if model is None or nlp is None:
            spans[""] = spans["rules"]
        else:
            spans[""] = speculation_cues(parse(article, nlp), rows.epistemic, model)
        for name, its in spans.items():
            found[name].extend((one.text, one.cues, _inside(one, its)) for one in sentences)
    scored = {name: score(items) for name, items in found.items()}
    own = scored.pop("")
    return {
        "corpus": corpus,
        "protocol": PROTOCOL,
        "found_by": model.version if model is not None else "rules",
        "n": own["span"]["tp"] + own["span"]["fn"],
        "documents": len(documents),
        "sentences": len(found[""]),
        "scores": {**own, **scored},
    }


def _spans(rows: Iterable[Epistemic]) -> list[Span]:
    return [(row.start, row.end) for row in rows]


def hedges_of(rows: Rows, keep: Callable[[Epistemic], bool] = is_speculation) -> list[Epistemic]:
    """The hedges of an analysis, by default those that are speculation.

    Examples
    --------
    >>> from framing.annotation import Epistemic, Rows
    >>> def row(start, end, level, form="adverb", cue_class="hedge"):
    ...     return Epistemic(article_id="a", span_id="h", start=start, end=end, text="",
    ...         zone="body", cue_class=cue_class, level=level, form=form)
    >>> rows = Rows(epistemic=(row(0, 5, "approximator"), row(6, 11, "modal"),
    ...     row(12, 20, "evidential", "reporting_form"), row(21, 28, "certainty", "", "booster")))
    >>> [(row.start, row.end) for row in hedges_of(rows)]
    [(6, 11)]
    """
    return [row for row in rows.epistemic if row.cue_class == "hedge" and keep(row)]


def _inside(sentence: Hedged, spans: Iterable[Span]) -> list[Span]:
    """The spans that start in a sentence of an article, as offsets into the sentence."""
    first, last = sentence.start, sentence.start + len(sentence.text)
    return [
        (start - first, min(end, last) - first) for start, end in spans if first <= start < last
    ]


def score(sentences: Iterable[tuple[str, Sequence[Span], Sequence[Span]]]) -> dict[str, Any]:
    """Score the cues found in some sentences against gold ones.

    Parameters
    ----------
    sentences : iterable of (str, sequence of (int, int), sequence of (int, int))
        A text, its gold cues, those found, as offsets into the text.

    Returns
    -------
    dict
        JSON-ready: for each of `SCORES` p, r and f1 in [0, 1] (None where there is nothing to
        divide by) and tp, fp and fn, added up over the sentences before anything is divided.

        ``sentence``
            Whether the sentence holds a cue.
        ``span``
            Cues with the same offsets; one that is given twice counts once.
        ``span_overlap``
            Cues that share a character, one to one.

    Examples
    --------
    >>> text = "It may, or might not, rain."
    >>> scores = score([(text, [(3, 6), (11, 16)], [(3, 7), (11, 20)]), ("It rains.", [], [])])
    >>> [scores[name]["f1"] for name in ("sentence", "span", "span_overlap")]
    [1.0, 0.5, 1.0]
    """
    tally: Counter[tuple[str, str]] = Counter()
    for text, gold, found in sentences:
        wanted, given = _trimmed(text, gold), _trimmed(text, found)
        tally.update(_counted("sentence", wanted[:1], given[:1], min(len(wanted), len(given), 1)))
        tally.update(_counted("span", wanted, given, len({*wanted} & {*given})))
        pairs = match(_items(wanted), _items(given)).pairs
        tally.update(_counted("span_overlap", wanted, given, len(pairs)))
    return {
        name: precision_recall_f1(*(tally[name, kind] for kind in ("tp", "fp", "fn")))
        for name in SCORES
    }


def _trimmed(text: str, spans: Iterable[Span]) -> list[Span]:
    return sorted({trim(text, start, end) for start, end in spans})


def _items(spans: Iterable[Span]) -> list[Item[Span]]:
    return [Item(span, frozenset(range(*span))) for span in spans]


def _counted(
    name: str, wanted: Collection[Span], given: Collection[Span], right: int
) -> dict[tuple[str, str], int]:
    return {
        (name, "tp"): right,
        (name, "fp"): len(given) - right,
        (name, "fn"): len(wanted) - right,
    }


# ------------------------------------------------------------------------ for reading


def summary_table(scores: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Rows of text for a table on the screen, in the columns `SUMMARY_COLUMNS`.

    Parameters
    ----------
    scores : mapping
        The ``scores`` of `evaluate_as`, or those of `score`.
    """
    rows = [score_row(name.replace("_", " "), scores[name]) for name in SCORES]
    for variant in VARIANTS:
        if variant in scores:
            rows.append((variant.replace("_", " "), "", "", "", "", ""))
            rows += [
                score_row(f"  {name.replace('_', ' ')}", scores[variant][name]) for name in SCORES
            ]
    return rows
