"""Whom a quotation's "you" means: "“**You** are a liar,” Lee told **Berg**"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._index import MentionIndex
from framing.annotators._voice import pronoun_of
from framing.language.syntax import prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.actors import Actors
    from framing.annotation import Attribution, Mention
    from framing.article import Article
    from framing.language import Parse, Token

__all__ = ["second_persons"]

_SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})

#: Before somebody who is spoken to.
_TO = ("to", "at")


def second_persons(
    parse: Parse,
    article: Article,
    said: Sequence[Attribution],
    mentions: Sequence[Mention],
    actors: Actors,
) -> list[Mention]:
    """Mentions by "you": who is told something, or is named in the address itself.

    What the same speaker goes on to say in the paragraph is said to the same person.
    """
    index = MentionIndex(parse, mentions)
    blocks = {sentence.id: sentence.block for sentence in parse.sentences}
    told: dict[tuple[str, int], Mention] = {}
    found: list[Mention] = []
    for row in sorted(said, key=lambda one: one.start):
        spans = row.spans_of("direct_part")
        if not spans:
            continue
        first = parse.at(spans[0][0])
        turn = (row.actor or row.speaker, blocks[parse.sentence(first).id] if first else 0)
        somebody = _named_within(parse, index, spans) or _told(parse, index, row)
        if somebody is not None and somebody.actor != row.actor:
            told[turn] = somebody
        if turn not in told:
            continue
        found += _rows(parse, article, spans, told[turn], actors)
    return found


def _rows(
    parse: Parse,
    article: Article,
    spans: Sequence[tuple[int, int]],
    somebody: Mention,
    actors: Actors,
) -> Iterator[Mention]:
    for token in (one for start, end in spans for one in parse.between(start, end)):
        if token.pronoun and token.lower in _SECOND and not _is_anybody(token):
            yield pronoun_of(
                somebody.actor, token, parse, article, actors, 0.75, "second person: addressee"
            )


def _is_anybody(you: Token) -> bool:
    """Whether a "you" stands in a condition, where it may be anybody: "when **you** win"."""
    verb = you.head.head if you.dep == "poss" else you.head
    return any(child.lower in ("if", "when", "whenever", "unless") for child in verb.children)


def _told(parse: Parse, index: MentionIndex, row: Attribution) -> Mention | None:
    """Whom the verb says it was said to: "told **Berg**", "wrote to **Berg**"."""
    for start, end in row.spans_of("cue"):
        for verb in (token for token in parse.between(start, end) if token.verb):
            hearers = [*verb.children_of("dobj", "dative"), *prepositional_objects(verb, *_TO)]
            for hearer in hearers:
                mention = index.at(hearer)
                # "Told reporters": the one who is meant is not there.
                if mention is not None and mention.form != "common" and not _holds(row, mention):
                    return mention
    return None


def _holds(row: Attribution, mention: Mention) -> bool:
    return any(start <= mention.start < end for start, end in row.spans_of("direct_part"))


def _named_within(
    parse: Parse, index: MentionIndex, spans: Sequence[tuple[int, int]]
) -> Mention | None:
    """Who is addressed by name between commas: "you don't meet many, **Mr. Berg**, but"."""
    for start, end in spans:
        for token in parse.between(start, end):
            mention = index.at(token)
            if mention is None or mention.form not in ("name", "mixed"):
                continue
            held = parse.between(mention.start, mention.end)
            before = parse.tokens[held[0].i - 1] if held[0].i else None
            after = parse.tokens[held[-1].i + 1 : held[-1].i + 2]
            opened = before is None or before.start < start or before.text == ","
            closed = bool(after) and after[0].text == ","
            if opened and closed and not _has_a_part(token):
                return mention
    return None


def _has_a_part(name: Token) -> bool:
    """Whether a name is somebody of the sentence rather than only called: subject, apposition."""
    return name.dep in ("nsubj", "nsubjpass", "appos", "conj", "dobj", "pobj")
