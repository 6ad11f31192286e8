"""The second opinion of classifiers, where one was asked for: sentences, mentions, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.reporting._wording import number, plural
from framing.reporting.model import Cell, Column, Row, Section, Table

if TYPE_CHECKING:
    from framing.annotation import Frame, Mention, Sentence
    from framing.reporting._context import Context

__all__ = ["opinion"]

#: The sentences shown, the likeliest first; all stand in the table `sentences`.
_MOST = 10

#: A sentence is cut after so many characters.
_LONGEST = 180

_COLUMNS = {"lexical_bias": "biased wording", "loaded_language": "loaded language or name-calling"}

_INTRO = (
    "Classifiers trained on other people's codings read the article independently of the lexicons. "
    "Nothing above rests on them. A probability says how often coders of the training data would "
    "have agreed, not whether a sentence is unfair; whose words it holds is not looked at."
)


def opinion(context: Context) -> tuple[Section, ...]:
    """One section, or none where no classifier was asked."""
    rows = context.result.rows
    read = [
        column
        for column in _COLUMNS
        if any(getattr(row, column) is not None for row in rows.sentences)
    ]
    felt = [row for row in rows.mentions if row.sentiment_score is not None]
    if not read and not rows.frames and not felt:
        return ()
    tables = [_sentences(rows.sentences, read)] if read else []
    if felt:
        tables.append(_sentiment(felt, context))
    if rows.frames:
        tables.append(_frames(rows.frames))
    notes = tuple(_share(rows.sentences, column) for column in read)
    return (Section("opinion", "A second opinion", _INTRO, notes, tuple(tables)),)


def _share(sentences: tuple[Sentence, ...], column: str) -> str:
    read = [row for row in sentences if getattr(row, column) is not None]
    found = sum(getattr(row, f"{column}_found") for row in read)
    return f"{_COLUMNS[column].capitalize()}: {found} of {plural(len(read), 'sentence')}."


def _sentences(sentences: tuple[Sentence, ...], read: list[str]) -> Table:
    found = [row for row in sentences if any(getattr(row, f"{column}_found") for column in read)]
    found.sort(key=lambda row: -max(getattr(row, column) or 0.0 for column in read))
    rows = tuple(_sentence(row, read) for row in found[:_MOST])
    columns = (
        Column("Sentence"),
        *(Column(_COLUMNS[column].capitalize(), numeric=True) for column in read),
        Column("Words that made it", minor=True),
    )
    caption = "Sentences that stand out"
    if len(found) > _MOST:
        caption += f" ({_MOST} of {len(found)})"
    return Table(caption, columns, rows, "No sentence stands out.")


def _sentence(row: Sentence, read: list[str]) -> Row:
    words = [word for column in read for word in getattr(row, f"{column}_words")]
    chances = [getattr(row, column) for column in read]
    return Row(
        (
            Cell(_cut(" ".join(row.text.split()))),
            *(
                Cell(number(round(chance, 2)), loaded=getattr(row, f"{column}_found"))
                for column, chance in zip(read, chances, strict=True)
            ),
            Cell(", ".join(dict.fromkeys(words))),
        )
    )


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _sentiment(mentions: list[Mention], context: Context) -> Table:
    """How the sentences around an actor's mentions let it appear, the most mentioned first."""
    by_actor: dict[str, list[Mention]] = {}
    for row in mentions:
        by_actor.setdefault(row.actor, []).append(row)
    ordered = sorted(by_actor.items(), key=lambda item: -len(item[1]))
    rows = tuple(_actor(actor, found, context) for actor, found in ordered[:_MOST])
    columns = (
        Column("Actor"), Column("Negative", numeric=True), Column("Neutral", numeric=True),
        Column("Positive", numeric=True), Column("Mean, from −1 to 1", numeric=True),
    )  # fmt: skip
    caption = "Sentiment toward actors, mention by mention, whoever speaks"
    if len(ordered) > _MOST:
        caption += f" ({_MOST} of {len(ordered)})"
    return Table(caption, columns, rows, "Nobody is mentioned.")


def _actor(actor: str, found: list[Mention], context: Context) -> Row:
    scores = [row.sentiment_score for row in found if row.sentiment_score is not None]
    counts = [
        sum(row.sentiment == label for row in found)
        for label in ("negative", "neutral", "positive")
    ]
    return Row(
        (
            Cell(context.result.actors.actor_name(actor), colour=context.colour(found[0].side)),
            *(Cell(str(count)) for count in counts),
            Cell(number(round(sum(scores) / len(scores), 2))),
        )
    )


def _frames(found: tuple[Frame, ...]) -> Table:
    present = sorted((row for row in found if row.present), key=lambda row: -row.probability)
    rows = tuple(
        Row(
            (
                Cell(row.frame),
                Cell(row.scheme.replace("-", " ")),
                Cell(number(round(row.probability, 2))),
                Cell(", ".join(row.terms)),
            )
        )
        for row in present
    )
    columns = (
        Column("Frame"), Column("Scheme"), Column("Probability", numeric=True),
        Column("Words that made it", minor=True),
    )  # fmt: skip
    caption = "Frames of the whole article, each from its own threshold on (low for rare ones)"
    return Table(caption, columns, rows, "No frame stands out.")
