"""Learn words of speculation from BioScope and UW: ``python -m training.speculation.train``.

Two logistic regressions on the hashed features of `framing.annotators.epistemic.speculation`,
from BioScope: whether a word begins a cue, and whether the word after one goes on with it. From
UW's train part the modal verbs and conjunctions under which more than half of the events are
less than certain. Scored over folds of whole documents and, with ``--judge``, across corpora.
"""

from __future__ import annotations

import argparse
import gzip
import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from framing.annotators.epistemic.speculation import (
    BUCKETS,
    FILE,
    Speculation,
    buckets,
    is_open_word,
)
from framing.article import Article, Zone
from framing.evaluation.corpora.hedged import Hedged
from framing.evaluation.corpora.uw_factuality import read_uw_factuality
from framing.evaluation.speculation import score
from framing.language import load_pipeline, parse
from training.attribution.data import digest
from training.speculation.prepare import tokens_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.language import Token

    Span = tuple[int, int]
    Judged = tuple[str, Sequence[Span], Sequence[Span]]

FOLDS, SEED = 5, 7
#: Inverse of the penalty; log odds from which on a word begins a cue.
PENALTY, THRESHOLD = 1.0, -0.4
#: The share learned from of words that are no cue anywhere in the training documents.
SHARE = 0.08
#: UW's certainty below which an event is open; how many a word must have been seen with, and the
#: share of them that must be open.
OPEN, SEEN, MOSTLY = 2.0, 10, 0.5
#: Weights below this are left out of what ships.
LEAST = 0.01
#: What the SFU Review corpus marks in nearly all uses and BioScope in few.
LEFT_OUT = frozenset({"if", "or", "can"})


@dataclass
class Document:
    """One abstract: its tokens, their features and tags (0 outside, 1 begins, 2 goes on)."""

    tokens: list[Token]
    levels: dict[int, str]
    sentences: list[Hedged]
    found: list[list[int]]
    tags: list[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="BioScope, by prepare")
    parser.add_argument("--corpus", type=Path, required=True, help="the file that prepare read")
    parser.add_argument("--judge", type=Path, help="another corpus, by prepare: only scored")
    parser.add_argument("--certainty", type=Path, required=True, help="UW factuality's train")
    parser.add_argument("-o", "--output", type=Path, help="folder to ship the model to")
    options = parser.parse_args()
    documents = read(options.data)
    words = open_words(options.certainty)
    model = Speculation(*fit(documents), frozenset(words))
    report: dict[str, Any] = {
        "folds": cross_validated(documents),
        "folds_with_words": cross_validated(documents, frozenset(words)),
    }
    if options.judge:
        judged = [item for one in read(options.judge) for item in marked(model, one)]
        shared = [(text, *map(partial(_shared, text), spans)) for text, *spans in judged]
        report |= {"judged": score(judged), "without_left_out": score(shared)}
    print(json.dumps({"words": words, **report}, indent=1))
    if options.output:
        ship(model, words, report, options)


def open_words(path: Path) -> dict[str, tuple[int, float]]:
    """Modal verbs and conjunctions above mostly open events: how many events, which share open.

    What is denied is not open.
    """
    nlp = load_pipeline()
    seen: dict[str, list[float]] = {}
    for one in read_uw_factuality(path):
        body = Zone("body", 0, len(one.text), 0)
        parsed = parse(Article("sentence", one.text, (body,)), nlp)
        for (start, _), label in zip(one.events, one.labels, strict=True):
            event = parsed.at(start)
            if event is None or event.child("neg") is not None:
                continue
            for child in event.children:
                if is_open_word(child):
                    seen.setdefault(child.lemma.lower(), []).append(label)
    shares = {
        word: (len(labels), sum(abs(label) < OPEN for label in labels) / len(labels))
        for word, labels in sorted(seen.items())
    }
    return {word: pair for word, pair in shares.items() if pair[0] >= SEEN and pair[1] > MOSTLY}


def ship(
    model: Speculation,
    words: dict[str, tuple[int, float]],
    report: dict[str, Any],
    options: argparse.Namespace,
) -> None:
    """Write the weights and the card."""
    table = np.array(model.weights, np.float32)
    which, bucket = np.nonzero(np.abs(table) > LEAST)
    options.output.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        options.output / FILE,
        which=which.astype(np.uint8), bucket=bucket.astype(np.uint16),
        weight=table[which, bucket].astype(np.float16), bases=np.array(model.bases),
        words=np.array(sorted(words)),
    )  # fmt: skip
    card = {
        "name": "speculation", "version": "1.0.0",
        "sha256": {FILE: digest(options.output / FILE)},
        "data_sha256": digest(options.corpus), "certainty_sha256": digest(options.certainty),
        "penalty": PENALTY, "threshold": THRESHOLD, "words": words,
        "folds": report["folds"], "folds_with_words": report["folds_with_words"],
    }  # fmt: skip
    written = json.dumps(card, indent=1) + "\n"
    (options.output / "card.json").write_text(written, encoding="utf-8")


def read(path: Path) -> list[Document]:
    """The documents that prepare wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [document(json.loads(line)) for line in file]


def document(record: dict[str, Any]) -> Document:
    """One document with its features and tags."""
    tokens = tokens_of(record)
    levels = {int(place): level for place, level in record["levels"].items()}
    sentences = [
        Hedged(text, tuple((first, last) for first, last in cues), start)
        for text, cues, start in record["sentences"]
    ]
    found = [buckets(tokens, i, levels) for i in range(len(tokens))]
    tags = [0] * len(tokens)
    for one in sentences:
        for first, last in one.cues:
            start, end = one.start + first, one.start + last
            inside = [token for token in tokens if token.end > start and token.start < end]
            for place, token in enumerate(inside):
                tags[token.i] = 2 if place else 1
    return Document(tokens, levels, sentences, found, tags)


def fit(documents: list[Document]) -> tuple[list[list[float]], tuple[float, float]]:
    """Weights, for two tags a bucket, and bases."""
    random = np.random.default_rng(SEED)
    known = {
        token.lemma
        for one in documents
        for token, tag in zip(one.tokens, one.tags, strict=True)
        if tag
    }
    begin: list[tuple[list[int], bool, float]] = []
    go_on: list[tuple[list[int], bool, float]] = []
    for one in documents:
        for token, tag, found in zip(one.tokens, one.tags, one.found, strict=True):
            likely = token.lemma in known or token.i in one.levels
            if likely or random.random() < SHARE:
                begin.append((found, tag == 1, 1.0 if likely else 1 / SHARE))
            before = one.tokens[token.i - 1] if token.i else None
            if before is not None and before.sent == token.sent and one.tags[before.i]:
                go_on.append((found, tag == 2, 1.0))
    models = [_regression(some) for some in (begin, go_on)]
    first, second = (float(model.intercept_[0]) for model in models)
    return [model.coef_[0].tolist() for model in models], (first - THRESHOLD, second)


def _regression(rows: list[tuple[list[int], bool, float]]) -> LogisticRegression:
    places = np.concatenate([np.array(found) for found, *_ in rows])
    ends = np.cumsum([0, *(len(found) for found, *_ in rows)])
    matrix = csr_matrix((np.ones(len(places)), places, ends), (len(rows), BUCKETS))
    model = LogisticRegression(C=PENALTY, solver="liblinear", random_state=SEED)
    return model.fit(matrix, [y for _, y, _ in rows], [weight for *_, weight in rows])


def cross_validated(
    documents: list[Document], words: frozenset[str] = frozenset()
) -> dict[str, Any]:
    """Scores over folds of whole documents."""
    fold = np.random.default_rng(SEED).integers(0, FOLDS, len(documents))
    judged: list[Judged] = []
    for number in range(FOLDS):
        pairs = list(zip(documents, fold, strict=True))
        model = Speculation(*fit([one for one, its in pairs if its != number]), words)
        judged += [item for one, its in pairs if its == number for item in marked(model, one)]
    return score(judged)


def marked(model: Speculation, one: Document) -> list[Judged]:
    """Each sentence with its gold cues and those found."""
    cues = [(found[0].start, found[-1].end) for found in model.cues(one.tokens, one.found)]
    return [(its.text, its.cues, _inside(its, cues)) for its in one.sentences]


def _inside(sentence: Hedged, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    first, last = sentence.start, sentence.start + len(sentence.text)
    return [(start - first, end - first) for start, end in spans if first <= start < last]


def _shared(text: str, spans: Sequence[Span]) -> list[Span]:
    """The cues but those of words whose uses the two guidelines count differently."""
    return [(start, end) for start, end in spans if text[start:end].lower() not in LEFT_OUT]


if __name__ == "__main__":
    main()
