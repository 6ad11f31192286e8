"""The annotators, one phenomenon a module, in the order in which they run.

Each is a function ``annotate(parse, article, rows, resources)`` that sees the rows found so
far and returns its own; none imports another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import Rows, Sentence
from framing.annotators import agency, attribution, epistemic, issues, mentions, naming
from framing.annotators._addressed import second_persons
from framing.annotators._names import UNLISTED, name_table
from framing.annotators._reading import reading_of
from framing.annotators._voice import Voices, first_persons
from framing.annotators.resources import (
    LEXICONS,
    Lexicons,
    Resources,
    builtin_lexicons,
    lexicons_with,
)

if TYPE_CHECKING:
    from framing.actors import Actors
    from framing.annotation import Attribution
    from framing.article import Article
    from framing.language import Parse

__all__ = [
    "LEXICONS", "UNLISTED", "Lexicons", "Resources", "annotate", "builtin_lexicons",
    "lexicons_with", "name_table",
]  # fmt: skip


#: Gives sides to actors that no file gave any, once it is known who is in the article.
Settle = Callable[[Rows, "Actors"], "tuple[Rows, Actors]"]


def annotate(
    parse: Parse, article: Article, resources: Resources, settle: Settle | None = None
) -> tuple[Rows, Actors]:
    """Run every annotator over one parsed article.

    Parameters
    ----------
    parse : Parse
    article : Article
    resources : Resources
    settle : callable, optional
        Called with the mentions and attributions and all actors; gives both back with sides.

    Returns
    -------
    rows : Rows
        Without the zones' rows, which need no annotator.
    actors : Actors
        The listed ones, then those found in this article only.
    """
    resources = replace(resources, reading=reading_of(parse, resources))
    rows = Rows(sentences=_sentences(parse, article))
    found, unlisted = mentions.annotate(parse, article, rows, resources)
    rows = replace(rows, mentions=found)
    resources = resources.with_actors(unlisted)

    found_said, speakers = attribution.annotate(parse, article, rows, resources)
    resources = resources.with_actors(speakers)
    said, attitudes = _sorted(parse, found_said, resources)
    voices = Voices(said)
    said = tuple(voices.placed_attribution(row) for row in said)
    first = first_persons(parse, article, voices, resources.actors)
    second = second_persons(parse, article, said, (*found, *first), resources.actors)
    extra = [
        replace(row, span_id=f"m{number}")
        for number, row in enumerate((*first, *second), start=len(found))
    ]
    placed = sorted((*found, *extra), key=lambda row: (row.start, -row.end))
    rows = replace(rows, attributions=said, mentions=tuple(voices.placed(row) for row in placed))
    rows = replace(rows, attributions=issues.annotate(parse, article, rows, resources))
    if settle is not None:
        rows, known = settle(rows, resources.actors)
        resources = replace(resources, actors=known)
    rows = replace(rows, loaded_terms=naming.annotate(parse, article, rows, resources))
    rows = replace(rows, events=agency.annotate(parse, article, rows, resources))
    rows = replace(rows, epistemic=epistemic.annotate(parse, article, rows, resources))
    rows = replace(rows, events=epistemic.with_certainty(parse, rows, resources))
    rows = replace(rows, propositions=epistemic.propositions(parse, article, rows, resources))
    return replace(rows, attributions=_in_order(rows.attributions, attitudes)), resources.actors


def _sorted(
    parse: Parse, found: tuple[Attribution, ...], resources: Resources
) -> tuple[tuple[Attribution, ...], tuple[Attribution, ...]]:
    """Attributions of speech, and of mere attitudes."""
    speech = [_is_speech(parse, row, resources) for row in found]
    pairs = list(zip(found, speech, strict=True))
    return tuple(row for row, yes in pairs if yes), tuple(row for row, yes in pairs if not yes)


def _is_speech(parse: Parse, row: Attribution, resources: Resources) -> bool:
    """Whether words are reported, rather than an attitude or an act that the tagger counts too.

    "Faces charges", "was praised": they stand in the table, but nobody speaks there, and the
    other annotators are not told of them.
    """
    if row.claim or row.direct_words or row.evidence.startswith("rule"):
        return True
    verbs = (token for start, end in row.spans_of("cue") for token in parse.between(start, end))
    return any(resources.lexicons.verb_of(token) is not None for token in verbs)


def _in_order(
    said: tuple[Attribution, ...], attitudes: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    return tuple(sorted((*said, *attitudes), key=lambda row: int(row.span_id[2:])))


def _sentences(parse: Parse, article: Article) -> tuple[Sentence, ...]:
    return tuple(
        Sentence(
            article_id=article.id,
            span_id=sentence.id,
            start=sentence.start,
            end=sentence.end,
            text=article.text[sentence.start : sentence.end],
            zone=sentence.zone,
            sentence_id=sentence.id,
        )
        for sentence in parse.sentences
    )
