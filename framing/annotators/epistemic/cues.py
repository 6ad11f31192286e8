"""Hedges and boosters of the lexicon, found and told apart from other uses of their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.epistemic.conditions import CONDITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.epistemic._case import Case
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["Cue", "lexical_cues", "span_head"]

_POS = {"N": "noun", "J": "adj", "V": "verb", "R": "adv", "M": "verb", "D": "det", "I": "adp",
        "C": "num", "P": "pron", "W": "det"}  # fmt: skip
_CLAIMED = frozenset({"responsibility", "life", "credit", "victim", "person", "people"})
_VAGUE_QUANTIFIERS = frozenset({"some", "many", "most", "several", "few", "others"})


class Cue:
    """A cue before its claim is known: tokens, and what the lexicon or a rule says of it.

    Attributes
    ----------
    tokens : list of Token
    cue_class, level, form, evidence : str
    confidence : float
    """

    __slots__ = ("confidence", "cue_class", "evidence", "form", "level", "tokens")

    def __init__(
        self, tokens: list[Token], cue_class: str, level: str, form: str, evidence: str,
        confidence: float = 0.8,
    ) -> None:  # fmt: skip
        self.tokens = tokens
        self.cue_class = cue_class
        self.level = level
        self.form = form
        self.evidence = evidence
        self.confidence = confidence

    @property
    def head(self) -> Token:
        """The word that governs the rest of the cue."""
        return span_head(self.tokens)


def span_head(tokens: list[Token]) -> Token:
    """The token of a span that is governed from outside it."""
    inside = set(map(id, tokens))
    tops = (one for one in tokens if one.head is one or id(one.head) not in inside)
    return next(tops, tokens[0])


def lexical_cues(case: Case) -> Iterator[Cue]:
    """Cues that the lexicon lists, where their use passes its tests."""
    lexicon = case.resources.lexicons["epistemic"]
    tokens = case.parse.tokens
    forms = [(token.lower, token.lemma) for token in tokens]

    def accept(first: int, end: int, entry: Entry) -> bool:
        return _accept(case, tokens[first:end], entry)

    for first, end, entry in lexicon.matcher.find(forms, accept=accept):
        found = tokens[first:end]
        while found[-1].lower == "to" and found[-1].tag == "TO" and entry["form"] == "verb":
            found = found[:-1]
        yield Cue(
            _noun_phrase_of(found, entry, case), entry["cue_class"], entry["level"], entry["form"],
            lexicon.evidence(entry),
        )  # fmt: skip


def _accept(case: Case, tokens: list[Token], entry: Entry) -> bool:
    first, head = tokens[0], span_head(tokens)
    if any(token.name for token in tokens) or tokens[0].sent != tokens[-1].sent:
        return False
    zone = case.parse.sentence(first).zone
    if zone not in case.scored:
        return False
    if first.proper and tokens[-1].proper and zone != "headline":
        return False
    if head.lemma == "claim" and head.dep == "acl" and head.child("agent") is not None:
        return False  # "a bombing claimed by the front"
    taken = head.child("dobj") if head.lemma == "claim" and head.verb else None
    if taken is not None and taken.lemma in _CLAIMED:
        return False  # "claimed responsibility", "claimed ten lives"
    if head.lemma == "insist" and head.child("ccomp") is None and not (
        case.parse.quote_at(head.end + 2)
    ):  # fmt: skip
        if any(child.lower == "on" for child in head.children_of("prep")):
            return False  # "insisted on running alone"
    if first.lower == "possible" and first.i and case.parse.tokens[first.i - 1].lower == "as":
        return False  # "as soon as possible"
    if "phrase" not in entry.pos:
        last = tokens[-1]
        hyphenated = len(tokens) > 2 and tokens[-2].text in "-‑–" and last.dep == "amod"
        if not hyphenated and not any(
            entry.fits(_POS.get(token.tag[0], "")) for token in (head, last)
        ):
            return False
    conditions = entry.many("condition")
    if "subject_of_report" in conditions and not _reports(case, head, entry):
        return False
    if "of_harm" in conditions and not _tells_of_harm(case, head):
        return False
    if "in_claim" in conditions and case.voices.innermost(first.start) is None:
        return False
    if entry["form"] == "verb" and entry["level"] == "distancing" and (
        head.i not in case.by_cue and head.dep == "amod"
    ):  # fmt: skip
        return False
    if entry["form"] == "verb" and entry["level"] == "certainty" and not conditions:
        if head.child("dobj", "ccomp", "nsubjpass", "prep") is None:
            return False
    if entry["form"] == "verb" and entry["level"] == "modal" and not _of_opinion(case, head):
        return False
    if entry["level"] == "factive_noun" and (_negated(head) or head.dep == "compound"):
        return False
    return all(CONDITIONS[name](case.parse, tokens) for name in conditions if name in CONDITIONS)


def _tells_of_harm(case: Case, word: Token) -> bool:
    """Whether the verb above a word, or what it acts on, is an event of harm."""
    verb = next((up for up in word.ancestors() if up.verb), None)
    around = (verb, *verb.children_of("dobj", "nsubj", "nsubjpass")) if verb is not None else ()
    return any(event.harm != "none" for one in around for event in case.events.get(one.i, ()))


_SEEMING = frozenset({"seem", "appear", "look", "sound", "tend", "remain"})
_IMPERSONAL = frozenset({"i", "we", "it", "one"})


def _of_opinion(case: Case, verb: Token) -> bool:
    """Whether a verb of thought reports somebody's view, or is the speaker's own "I think"."""
    if verb.i in case.by_cue or verb.lemma in _SEEMING or not verb.verb:
        return True
    subject = verb.child("nsubj", "nsubjpass")
    return subject is not None and subject.lower in _IMPERSONAL


def _reports(case: Case, head: Token, entry: Entry) -> bool:
    """Whether a verb introduces somebody's words, or a noun is their unnamed source."""
    if entry["level"] == "vague_source":
        return is_vague_source(case, head)
    return not head.verb or head.i in case.by_cue or _is_evidence(case, head)


#: Verbs by which things, too, let one infer something.
_INFERRING = frozenset({"suggest", "indicate", "imply"})


def _is_evidence(case: Case, verb: Token) -> bool:
    """Whether a thing, not a speaker, lets one infer: "the figures suggest that it fell"."""
    subject = verb.child("nsubj")
    return (
        verb.lemma in _INFERRING
        and verb.child("ccomp") is not None
        and subject is not None
        and case.index.at(subject) is None
    )


def is_vague_source(case: Case, head: Token) -> bool:
    """Whether a word is a source that could be anybody: "critics", "an official", "many"."""
    governor = head.head if head.dep in ("det", "amod") else head
    row = case.by_source.get(head.i)
    if row is None:
        quantified = head is not governor and head.lower in _VAGUE_QUANTIFIERS
        generic = governor.tag == "NNS" and case.is_expert(governor)
        hedged = any(c.dep == "advmod" and c.lower == "reportedly" for c in governor.head.children)
        return quantified and generic and governor.dep == "nsubj" and hedged
    if not row.claim:
        return False
    start, end = row.spans_of("source")[0]
    around = case.parse.between(start, end)
    if head not in around[:4] or any(token.proper or token.name for token in around):
        return False
    if head.lower in _VAGUE_QUANTIFIERS:
        return case.index.at(governor) is None or governor is head or not governor.proper
    if head.tag == "NNS":
        specific = any(
            child.dep in ("poss", "compound") or child.lower in ("the", "these", "those")
            for child in head.children
        )
        return not specific and case.is_expert(head)
    definite = any(c.dep in ("det", "poss") and c.lower not in ("a", "an") for c in head.children)
    return (not definite and row.anonymous) or (
        not definite and any(c.lower in ("a", "an", "one") for c in head.children)
    )


def _noun_phrase_of(tokens: list[Token], entry: Entry, case: Case) -> list[Token]:
    """A vague source with its article and modifiers: "a security official"."""
    if entry["level"] != "vague_source" or not tokens[0].noun:
        return tokens
    head = span_head(tokens)
    left = min([child.left for child in head.children if child.i < tokens[0].i], default=head.i)
    return case.parse.tokens[min(left, tokens[0].i) : tokens[-1].i + 1]


def _negated(noun: Token) -> bool:
    """Whether there is said to be none: "no proof", "without evidence"."""
    if any(child.lower in ("no", "any", "little") for child in noun.children_of("det", "amod")):
        return True
    return noun.dep == "pobj" and noun.head.lower == "without"
