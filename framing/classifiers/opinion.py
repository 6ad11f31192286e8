"""Classifiers over an analysed article: scores of its sentences, frames of the whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from framing.annotation import Frame
from framing.article import SCORED_ZONES
from framing.classifiers.contributions import strongest
from framing.classifiers.occlusion import explain
from framing.classifiers.sentiment import with_sentiment

if TYPE_CHECKING:
    from framing.annotation import Rows, Sentence
    from framing.article import Article
    from framing.classifiers.shipped import Opinions
    from framing.classifiers.store import Classifier

__all__ = ["EXPLAINED", "second_opinion"]

#: How many sentences of an article are explained for each classifier, the likeliest first.
EXPLAINED = 5

#: How many words explain a sentence or a frame.
_WORDS = 5


def second_opinion(article: Article, rows: Rows, opinions: Opinions) -> Rows:
    """Fill the scores of the sentences, the frames of the article, the sentiment of mentions.

    Lexicon measures never see them. Sentences in zones that measures do not count have no score.

    Parameters
    ----------
    article : Article
    rows : Rows
        With the sentences and the mentions.
    opinions : Opinions
        Of two that fill the same column the later one counts.

    Returns
    -------
    Rows
    """
    for classifier in opinions.classifiers:
        if classifier.task.unit == "sentence":
            rows = replace(rows, sentences=_scored(rows.sentences, classifier))
        else:
            rows = replace(rows, frames=(*rows.frames, *_frames(article, rows, classifier)))
    if opinions.sentiment is not None:
        rows = with_sentiment(article.text, rows, opinions.sentiment)
    return rows


def _scored(sentences: tuple[Sentence, ...], classifier: Classifier) -> tuple[Sentence, ...]:
    read = [row for row in sentences if row.zone in SCORED_ZONES]
    chances = classifier.chances([row.text for row in read])[:, 0].tolist()
    found = dict(zip((row.span_id for row in read), chances, strict=True))
    (threshold,) = classifier.thresholds
    likely = sorted((row for row in read if found[row.span_id] >= threshold),
                    key=lambda row: -found[row.span_id])  # fmt: skip
    told = {
        row.span_id: tuple(word.text for word in explain(classifier, row.text).top(_WORDS))
        for row in likely[:EXPLAINED]
    }
    column = classifier.task.column
    return tuple(
        replace(row, **_cells(column, found[row.span_id], threshold, told.get(row.span_id, ())))
        if row.span_id in found
        else row
        for row in sentences
    )


def _cells(column: str, chance: float, threshold: float, words: tuple[str, ...]) -> dict[str, Any]:
    return {column: round(chance, 4), f"{column}_found": chance >= threshold,
            f"{column}_words": words}  # fmt: skip


def _frames(article: Article, rows: Rows, classifier: Classifier) -> tuple[Frame, ...]:
    zones = [zone for zone in article.zones if zone.kind in SCORED_ZONES]
    text = "\n\n".join(article.text[zone.start : zone.end] for zone in zones)
    chances = classifier.chances([text])[0].tolist()
    return tuple(
        Frame(
            article_id=article.id,
            scheme=str(classifier.card.get("scheme", classifier.task.name)),
            frame=label,
            probability=round(chance, 4),
            present=chance >= threshold,
            model=classifier.version,
            terms=strongest(classifier, text, label, _WORDS) if chance >= threshold else (),
        )
        for label, chance, threshold in zip(
            classifier.labels, chances, classifier.thresholds, strict=True
        )
    )
