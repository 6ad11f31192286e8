"""Attributions that the learned tagger finds, in the same form as those of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._reading import reading_of
from framing.annotators.attribution._raw import Raw
from framing.annotators.attribution._tidy import (
    gap,
    head_of,
    is_anybody,
    joined,
    speaker_after,
    speaker_between,
    subject_of,
    tidied,
    top_of,
    whole_source,
    with_whole_naming,
    without_next_act,
)
from framing.annotators.attribution.verbs import teller

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators._reading import Tagged
    from framing.annotators.attribution._spans import Spans
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["CLAIM", "CUE", "from_tagger"]

#: A reporting expression counts if the chance that it is one is at least this.
CUE = 0.62

#: What the tagger alone found counts as a claim from this chance on; how often that is right in
#: other news is in benchmarks/results.md.
CLAIM = 0.9

#: The same where no word of the cue is in the lexicon of reporting.
CLAIM_UNKNOWN = 0.98

#: Adverbs that hedge what nobody in the text is quoted with: the epistemic layer reads them.
_HEARSAY = frozenset(
    {"reportedly", "allegedly", "apparently", "seemingly", "supposedly", "purportedly"}
)


def from_tagger(parse: Parse, resources: Resources) -> Iterator[Raw]:
    """Yield what the learned tagger finds; nothing without one."""
    reading = reading_of(parse, resources)
    for found in reading.attributions if reading is not None else ():
        raw = _raw(parse, resources, found, reading.version if reading is not None else "")
        if raw is not None:
            yield raw


# ------------------------------------------------------------------------ in tokens


def _raw(parse: Parse, resources: Resources, found: Tagged, version: str) -> Raw | None:
    """A tagged attribution in tokens, or None where no word is left of its cue or content."""
    cue = [token for start, end in found.cue for token in parse.between(start, end)]
    if not cue or any(token.lower in _HEARSAY for token in cue):
        return None
    if all(token.proper for token in cue):
        return None  # a name: "the brothers Cherif and Said Kouachi"
    content = tidied(parse, joined(parse, found.content, [*found.cue, *found.source]))
    if not content:
        return None
    entry, at = _entry(resources, cue)
    content = without_next_act(parse, with_whole_naming(parse, content, at), at)
    if at.lemma == "claim" and any(one.lemma in _LIVES for one in at.children_of("dobj")):
        return None  # "claimed the lives of ten", "claimed several persons"
    source_span = min(found.source, key=lambda span: gap(span, found.cue[0]), default=None)
    source = None
    if source_span is not None:
        source, source_span = whole_source(parse, source_span, at, cue)
    if source is not None and is_anybody(source, at):
        return None
    if source is not None and source is at.head and teller(at, resources) is not at:
        subject = subject_of(parse, teller(at, resources), content)
        source, source_span = subject or (source, source_span)
    if source is None and at.verb:
        beside = speaker_between(parse, content, at) or speaker_after(parse, at)
        if beside is not None and not any(a <= beside[0].start < b for a, b in content):
            source, source_span = beside
    after = speaker_after(parse, at) if source is not None and source.i < at.i else None
    if source is not None and after is not None and _is_told(source, content, at):
        content = tidied(parse, joined(parse, [*content, source_span or content[0]], found.cue))
        source, source_span = after
    return Raw(
        at=at,
        cue=found.cue,
        entry=entry,
        source=source,
        source_span=source_span,
        content=content,
        claim=found.chance >= (CLAIM if entry is not None or at.text == ":" else CLAIM_UNKNOWN)
        and not _says_not(entry, at)
        and _asserts(parse, entry, source, content),
        confidence=round(found.chance, 3),
        model=version,
    )


_LIVES = frozenset({"life", "victim", "casualty", "person", "people", "civilian"})


def _is_told(source: Token, content: Spans, cue: Token) -> bool:
    """Whether a source is part of what is said: "killed 18, including **five children**, said"."""
    counted = source.plural and source.child("nummod") is not None
    if counted and all(end <= cue.start for _, end in content):
        return True  # "killed **1,102 people** said the Observatory"
    if source.dep not in ("pobj", "conj"):
        return False
    above = (source.head, source.head.head)
    return any(start <= one.start < end for one in above for start, end in content)


def _entry(resources: Resources, cue: list[Token]) -> tuple[Entry | None, Token]:
    """The entry of the word that makes the cue one, and the word: else its topmost verb."""
    lexicons = resources.lexicons
    for token in cue:
        if token.lower == "according" and lexicons.according_to is not None:
            return lexicons.according_to, token
    verbs = [token for token in cue if token.verb and token.dep not in ("aux", "auxpass")]
    for token in verbs:
        entry = lexicons.verb_of(token)
        if entry is not None:
            return entry, token
    for token in cue:
        if token.noun and token.lemma in lexicons.reporting_nouns:
            return lexicons.reporting_nouns[token.lemma], token
    return None, (head_of(verbs) or head_of(cue) or cue[0])


#: Classes of verbs that say that something is so, however the rest was parsed.
_SAYING = frozenset({"assertive_neutral", "assertive_doubtful", "assertive_strong"})

#: Classes of verbs of which "not" leaves nothing that anybody put forth: "did not say whether".
_PUTTING_FORTH = _SAYING | {"factive"}

_MODIFIERS = frozenset({"relcl", "acl", "amod", "pcomp", "xcomp"})


def _says_not(entry: Entry | None, verb: Token) -> bool:
    """Whether somebody is told not to say something: "did **not** say whether", not "not only"."""
    if entry is None or entry["class"] not in _PUTTING_FORTH:
        return False
    return any(
        child.dep == "neg" and not any(one.lower == "only" for one in verb.children_of("advmod"))
        for child in verb.children
    )


def _asserts(parse: Parse, entry: Entry | None, source: Token | None, content: Spans) -> bool:
    """Whether somebody asserts what is said: words are quoted, or a source has a clause.

    Praise, wishes and plans have none; of "reportedly" and "is said to" nobody is the source.
    """
    if entry is not None and entry["claim"] == "no":
        return False
    if any(parse.quotes_within(start, end) for start, end in content):
        return True
    if source is None:
        return False
    held = [token for start, end in content for token in parse.between(start, end)]
    if entry is not None and entry["class"] in _SAYING:
        return any(token.verb for token in held)
    head = top_of(held)
    return head is not None and (head.verb or head.tag == "MD") and head.dep not in _MODIFIERS
