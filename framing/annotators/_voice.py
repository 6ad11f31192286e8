"""Whose words a span is, read off the attributions found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from framing.annotation import AUTHOR, Attribution, Mention, Span
from framing.annotators._places import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.actors import Actors
    from framing.article import Article
    from framing.language import Parse, Token

__all__ = ["AMONG_OTHERS", "UNATTRIBUTED", "Voices", "first_persons", "pronoun_of"]

#: The voice of a quotation whose speaker is unknown.
UNATTRIBUTED = "unattributed"

_Row = TypeVar("_Row", bound=Span)


class Voices:
    """Answers, for any place of an article, who speaks there and inside which contents.

    Parameters
    ----------
    attributions : iterable of Attribution
    """

    def __init__(self, attributions: Iterable[Attribution]) -> None:
        self._contents: Places[Attribution] = Places()
        self._quotations: Places[Attribution] = Places()
        for row in attributions:
            for start, end in row.spans_of("content"):
                self._contents.add(start, end, row)
            for start, end in row.spans_of("direct_part"):
                self._quotations.add(start, end, row)

    def voice(self, start: int, end: int | None = None, *, besides: str = "") -> str:
        """The author, or the speaker whose quotation marks enclose the place.

        `besides` is the id of an attribution whose own quotation does not count.
        """
        end = start + 1 if end is None else end
        for first, last, row in reversed(self._quotations.around(start)):
            if end <= last and (first, last) != (start, end) and row.span_id != besides:
                return row.actor or row.speaker or UNATTRIBUTED
        return AUTHOR

    def contents(self, start: int) -> tuple[str, ...]:
        """Ids of the attributions whose content encloses the place, outermost first."""
        return tuple(dict.fromkeys(row.span_id for *_, row in self._contents.around(start)))

    def innermost(self, start: int) -> Attribution | None:
        """The attribution with the smallest content around the place."""
        held = self._contents.around(start)
        return held[-1][2] if held else None

    def placed(self, row: _Row) -> _Row:
        """A copy of a row with its voice and the contents around it."""
        return replace(
            row, voice=self.voice(row.start, row.end), in_content_of=self.contents(row.start)
        )

    def placed_attribution(self, row: Attribution) -> Attribution:
        """The same for an attribution, which stands where its cue or its content does."""
        start, end = (row.spans_of("cue") or row.spans_of("content"))[0]
        contents = tuple(span for span in self.contents(start) if span != row.span_id)
        voice = self.voice(start, end, besides=row.span_id)
        return replace(row, voice=voice, in_content_of=contents)


#: Evidence of a "we" that is more people than the one person who says it.
AMONG_OTHERS = "first person: speaker among others"

_SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
_PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})


def first_persons(parse: Parse, article: Article, voices: Voices, actors: Actors) -> list[Mention]:
    """Mentions by "I" and "we": they belong to whoever speaks them.

    "We" is the speaker's group where the speaker is a person with one, else the speaker.
    """
    found: list[Mention] = []
    for token in parse.tokens:
        if token.tag not in ("PRP", "PRP$") or token.lower not in _SINGULAR | _PLURAL:
            continue
        if token.text == "US":
            continue
        speaker = voices.voice(token.start)
        actor = actors.get(speaker)
        if actor is None:
            continue
        affiliated = actors.get(actor.affiliation) if token.lower in _PLURAL else None
        meant = affiliated or actor
        others = token.lower in _PLURAL and meant.kind == "person"
        sure = 0.6 if others else 0.8 if affiliated is None else 0.72
        rule = AMONG_OTHERS if others else "first person: speaker"
        found.append(pronoun_of(meant.id, token, parse, article, actors, sure, rule))
    return found


def pronoun_of(
    actor: str,
    token: Token,
    parse: Parse,
    article: Article,
    actors: Actors,
    confidence: float,
    evidence: str,
) -> Mention:
    """A mention by a pronoun of the first or second person; its id is given later."""
    sentence = parse.sentence(token)
    return Mention(
        article_id=article.id,
        span_id="",
        start=token.start,
        end=token.end,
        text=token.text,
        zone=sentence.zone,
        sentence_id=sentence.id,
        confidence=confidence,
        evidence=evidence,
        actor=actor,
        side=actors.side_of(actor),
        form="pronoun",
        head=token.text,
    )
