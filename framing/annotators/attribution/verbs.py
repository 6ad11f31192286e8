"""Attributions by a reporting verb: direct, indirect, mixed, inverted, split, relayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.attribution._raw import Raw
from framing.annotators.attribution._spans import holds_quotation
from framing.annotators.attribution._tidy import is_anybody
from framing.annotators.attribution.content import content_of, is_promoted, quotation_after
from framing.language.syntax import agent_of, clause_subject, is_negated, is_passive, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.attribution._spans import Spans
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["from_verbs", "source_span", "teller"]

_NEEDS_PERSON = frozenset(
    {"assertive_weak", "factive", "cognition", "directive", "commissive", "evaluation", "denial"}
)
_PEOPLE_WORDS = frozenset(
    {"some", "many", "others", "one", "most", "both", "several", "few", "all", "two", "three",
     "those", "everyone", "nobody"}
)  # fmt: skip
_AGENTIVE = ("er", "or", "ist", "man", "woman", "men", "person", "people", "ian", "ee", "ant")
_STUDIES = ("analysis", "study", "survey", "review", "report", "poll", "paper", "email", "document")


def from_verbs(parse: Parse, resources: Resources) -> Iterator[Raw]:
    """Yield the attribution that each reporting verb introduces, if it introduces one."""
    for token in parse.tokens:
        if not token.verb or token.dep in ("amod", "aux", "auxpass", "compound"):
            continue
        entry = resources.lexicons.verb_of(token)
        if entry is None or _is_hypothetical(token):
            continue
        raw = _from_verb(parse, resources, token, entry)
        if raw is not None and raw.content:
            yield raw


def _is_hypothetical(verb: Token) -> bool:
    """Whether nothing is said yet: "would ask", "appears to show", "came to tell"."""
    for child in verb.children_of("aux"):
        if child.lower in _UNREAL:
            return True
        if child.lower == "to" and verb.head.lemma not in ("go", "continue", "proceed", "seem"):
            return not any(other.lower == "have" for other in verb.children_of("aux"))
    return False


_UNREAL = frozenset({"would", "could", "should", "might", "may", "must"})


def _from_verb(parse: Parse, resources: Resources, verb: Token, entry: Entry) -> Raw | None:
    if verb.dep == "pcomp" and verb.head.lower == "as":
        return None
    saying = _as_saying(verb)
    if saying is not None:
        return _relay(parse, resources, verb, saying, entry)
    source = _source(parse, verb, resources)
    content, claimable = content_of(parse, resources, verb, entry, source)
    if not content or source is None or is_anybody(source, verb):
        return None
    if not _can_speak(parse, resources, source, entry, content):
        return None
    if is_negated(verb) and not holds_quotation(parse, content):
        return None
    if entry["class"] == "cognition" and parse.quote_at(verb.start) is not None:
        return None
    if entry["class"] in ("factive", "cognition") and source.tag == "PRP" and source.lower in (
        "i", "we", "you"
    ):  # fmt: skip
        return None
    raw = _raw(parse, verb, entry, source, content)
    raw.claim = raw.claim and claimable
    _credit_quoted(parse, resources, verb, raw)
    return raw


def _raw(parse: Parse, verb: Token, entry: Entry, source: Token, content: Spans) -> Raw:
    first, last = verb_group(verb)
    tokens = parse.tokens
    return Raw(
        verb, [(tokens[first].start, tokens[last].end)], entry, source,
        source_span(parse, source, verb), content, claim=entry["claim"] != "no", rule="verb",
    )  # fmt: skip


# ------------------------------------------------------------------------ relays


def _as_saying(verb: Token) -> Token | None:
    """The "saying" of "quoted X as saying"."""
    for child in verb.children:
        if child.dep in ("prep", "mark") and child.lower == "as":
            inner = child.child("pcomp")
            if inner is not None and inner.lemma in ("say", "tell", "claim", "add", "argue"):
                return inner
    return None


def _relay(
    parse: Parse, resources: Resources, verb: Token, saying: Token, entry: Entry
) -> Raw | None:
    """ "The agency quoted X as saying that …": the speaker is X, the conduit the agency."""
    if is_passive(verb):
        speaker, conduit = verb.child("nsubjpass", "nsubj"), agent_of(verb)
    else:
        speaker, conduit = verb.child("dobj"), clause_subject(verb)
    if speaker is None:
        return None
    content, _ = content_of(parse, resources, saying, entry, None)
    if not content:
        content, _ = content_of(parse, resources, verb, entry, conduit)
    if not content:
        content = quotation_after(parse, saying, entry)
    raw = _raw(parse, verb, entry, speaker, content)
    raw.cue = [(verb.start, verb.end), (saying.head.start, saying.end)]
    raw.conduit = conduit
    return raw


def _credit_quoted(parse: Parse, resources: Resources, verb: Token, raw: Raw) -> None:
    """ "The daily, quoting a security source, reported that …": the source speaks."""
    beside = raw.source.children_of("acl") if raw.source is not None else []
    for child in (*verb.children_of("advcl", "acl"), *beside):
        if child.tag != "VBG" or child.lemma not in ("quote", "cite"):
            continue
        quoted = child.child("dobj")
        if quoted is None or (
            child.i > raw.start and any(a <= child.start < b for a, b in raw.content)
        ):
            continue
        kind = resources.lexicons.role_class(quoted.lemma)
        if quoted.name or quoted.proper or kind not in ("", "place"):
            raw.conduit = raw.source
            raw.source = quoted
            raw.source_span = source_span(parse, quoted, verb)
            raw.cue.insert(0, (child.start, child.end))
            raw.cue.sort()


# ------------------------------------------------------------------------ sources


def _source(parse: Parse, verb: Token, resources: Resources) -> Token | None:
    bare_participle = (
        verb.tag == "VBN"
        and verb.dep in ("advcl", "acl")
        and (verb.child("aux", "auxpass") is None)
    )
    if is_passive(verb) or bare_participle:
        return agent_of(verb)
    if is_promoted(verb, resources):
        first = verb
        while first.dep == "conj":
            first = first.head
        return _source(parse, first.head, resources)
    subject = clause_subject(teller(verb, resources))
    if subject is None or (
        (quote := parse.quote_at(subject.start)) is not None
        and (not quote.start <= verb.start < quote.end)
    ):
        # "Never!" shouted the crowd: the parser takes the speaker for the object.
        thing = verb.child("dobj")
        before = parse.tokens[verb.i - 1] if verb.i else verb
        if thing is not None and parse.quote_at(before.start) is not None:
            return thing
    return subject


def teller(verb: Token, resources: Resources) -> Token:
    """The verb whose subject a participle shares.

    "The office confirmed that a man was killed, **saying** …": the office says it, not the man.
    """
    told = verb.head
    if verb.tag != "VBG" or verb.child("nsubj") is not None:
        return verb
    if verb.dep == "acl" and told.noun:
        tells = told.head.head if told.dep == "pobj" else told.head
        if tells.lemma in _TELLING:
            return tells  # "told the paper **adding** that …"
        kind = resources.lexicons.role_class(told.lemma)
        speaks = told.proper or told.name or kind not in ("", "document", "place")
        above = next((up for up in told.ancestors() if up.verb), verb)
        return verb if speaks or told.dep in ("nsubj", "nsubjpass") else above
    if verb.dep == "xcomp" and told.lemma in _TELLING:
        return told
    if verb.dep != "advcl":
        return verb
    apart = told.dep == "ccomp" and resources.lexicons.verb_of(told) is None
    return told.head if apart and resources.lexicons.verb_of(told.head) is not None else verb


_TELLING = frozenset({"tell", "inform", "add"})


def source_span(parse: Parse, source: Token, cue: Token) -> tuple[int, int]:
    """Offsets of the whole noun phrase of a source, with its appositives, without the cue."""
    left, right = source.left, source.right
    for child in source.children:
        if child.dep == "relcl" and child.governs(cue):
            right = min(right, child.left - 1)
        elif child.dep in ("acl", "advcl") and child.tag in ("VBG", "VBN") and child.i > source.i:
            right = min(right, child.left - 1)
    if left <= cue.i <= right:
        if cue.i > source.i:
            right = cue.i - 1
        else:
            left = cue.i + 1
    tokens = parse.tokens
    while right > source.i and tokens[right].dep == "punct":
        right -= 1
    while left < source.i and tokens[left].dep in ("punct", "cc"):
        left += 1
    return tokens[left].start, tokens[right].end


def _can_speak(
    parse: Parse, resources: Resources, source: Token, entry: Entry, content: Spans
) -> bool:
    """Whether the subject is a person, a group or a document rather than a thing."""
    if any(start <= source.start < end for start, end in content):
        return False
    if source.pronoun:
        return source.lower in ("it", "which", "who") or source.tag in ("PRP", "WP")
    if source.proper or source.name:
        return True
    known = resources.lexicons.role_class(source.lemma)
    if known:
        return known != "place" and (
            known != "document" or entry["class"] not in ("directive", "commissive")
        )
    if source.lemma in resources.lexicons.label_nouns:
        return True
    if not source.noun:
        return source.lower in _PEOPLE_WORDS
    if source.lemma.endswith(_AGENTIVE) or source.lemma.endswith(_STUDIES):
        return True
    if holds_quotation(parse, content):
        return entry["class"] in ("assertive_neutral", "manner")
    return entry["class"] not in _NEEDS_PERSON and entry["stance"] != "-1"
