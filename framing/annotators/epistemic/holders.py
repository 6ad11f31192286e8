"""Whose claim a cue weakens or strengthens, and whom the claim is about."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from framing.annotators.epistemic.about import about, camps, names_itself, rival, scope_head
from framing.annotators.epistemic.contest import is_contested
from framing.annotators.epistemic.forms import CLAIM_DISMISSED
from framing.language.syntax import clause_subject

if TYPE_CHECKING:
    from framing.annotation import Attribution, Event
    from framing.annotators.epistemic._case import Case
    from framing.annotators.epistemic.cues import Cue
    from framing.language import Token

__all__ = ["Holder", "holder_of", "is_legal_duty"]

_ACCUSERS = ("prosecut", "police", "investigat")
_DENYING = frozenset({"deny", "dismiss", "reject", "refute", "rebut", "contradict", "dispute",
                      "brush", "rubbish", "question", "doubt", "challenge"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose claim a cue is about; all None where it is the author's own."""

    actor: str | None = None
    side: str | None = None
    attribution: str | None = None
    confidence: float = 0.8


def holder_of(cue: Cue, case: Case) -> Holder:
    """Decide whose claim a cue is about, from the firmest ground to the weakest."""
    head = cue.head
    own = case.by_cue.get(head.i)
    if cue.form == "open_question":
        return _questioned(cue, case)
    if cue.evidence == CLAIM_DISMISSED:
        thing = head.child("dobj", "nsubjpass") or head
        return _speech_act(thing, own or case.voices.innermost(head.start), case)
    if own is not None and (head.verb or head.noun or cue.form == "reporting_form"):
        return _of(own, case, 0.9)
    if cue.evidence.startswith("rule: relay"):
        relayed = next((case.by_cue[t.i] for t in cue.tokens if t.i in case.by_cue), None)
        return _of(relayed, case, 0.8) if relayed is not None else Holder()
    if cue.level == "vague_source":
        return _of_source(cue, case)
    if cue.form == "reporting_form" or "grounds missing" in cue.evidence:
        return _of_subject(cue, case)
    viewer = next((case.index.at(one) for one in cue.tokens if one.dep == "poss"), None)
    if viewer is not None:  # "in his view"
        return Holder(viewer.actor, viewer.side, None, 0.8)
    row = case.voices.innermost(head.start)
    if cue.form == "scare_quotes":
        return _named_by(cue, row, case)
    if cue.form == "noun" and _is_denied(head):
        return _speech_act(head, row, case)
    if cue.level == "distancing":
        return _doubted(cue, row, case)
    if row is not None:
        return _of(row, case, 0.8)
    around = _announced(cue, case)
    if around is not None:
        return _of(around, case, 0.7)
    if cue.level == "evidential" and cue.cue_class == "hedge":
        shown = case.side_of(clause_subject(head)) if head.verb else None
        return Holder(side=shown or case.others, confidence=0.6)
    return Holder(confidence=0.75)


def _of(row: Attribution, case: Case, confidence: float) -> Holder:
    """The speaker of an attribution; one with neither side nor a listed name is a third party."""
    side = row.side or _tied_to(row, case)
    if side is None and (row.anonymous or not case.is_listed(row.actor)):
        side = case.others
    return Holder(row.actor, side, row.span_id, confidence)


def _tied_to(row: Attribution, case: Case) -> str | None:
    """The side that an unnamed source is said to be near: "a source close to the defence"."""
    if row.actor is not None and not row.anonymous:
        return None
    for start, end in row.spans_of("source"):
        for token in case.parse.between(start, end):
            side = case.side_of(token) if token.dep in ("pobj", "poss", "compound") else None
            if side is not None:
                return side
    return None


def _of_source(cue: Cue, case: Case) -> Holder:
    row = next((case.by_source[t.i] for t in cue.tokens if t.i in case.by_source), None)
    if row is not None:
        return _of(row, case, 0.8)
    if "charge" in cue.evidence:
        return Holder(confidence=0.5)
    return Holder(side=case.others, confidence=0.6)


def _of_subject(cue: Cue, case: Case) -> Holder:
    """The subject of the naming, or whoever gives no grounds for what he just said."""
    verb = next((token for token in reversed(cue.tokens) if token.verb), cue.head)
    mention = case.index.at(clause_subject(verb))
    naming = "arm's length" in cue.evidence
    if naming and (mention is None or mention.side is None):
        return Holder(mention.actor if mention else None, case.others, None, 0.6)
    if mention is not None and mention.side is not None:
        said = [row for row in case.rows.attributions if row.actor == mention.actor]
        before = [row for row in said if row.start <= cue.head.start]
        return Holder(mention.actor, mention.side, before[-1].span_id if before else None, 0.7)
    before = [row for row in case.rows.attributions if row.start < cue.head.start]
    return _of(before[-1], case, 0.6) if before else Holder()


def _questioned(cue: Cue, case: Case) -> Holder:
    """Doubt that the author insinuates falls on whom it is about."""
    head = cue.head
    row = case.voices.innermost(head.start)
    own = case.by_cue.get(head.i)
    if own is None and row is not None and cue.level != "distancing":
        return _of(row, case, 0.7)
    side = about(cue, case)
    return Holder(side=side, attribution=own.span_id if own is not None else None, confidence=0.5)


def _announced(cue: Cue, case: Case) -> Attribution | None:
    """The attribution whose cue governs the word, though its content was not found to hold it."""
    head = cue.head
    told = case.by_cue.get(head.head.i)
    if cue.level == "certainty" and told is not None and told.claim and head.head.verb:
        return told  # "flatly denied": so does the speaker
    below = head
    for up in head.ancestors():
        row = case.by_cue.get(up.i)
        if row is not None and up.verb and head.i < up.i and below.dep in _COMPLEMENTS:
            return row
        below = up
    return None


#: How the word that holds what is said hangs on the cue; how often or when it was said does not.
_COMPLEMENTS = frozenset({"ccomp", "xcomp", "parataxis", "dobj", "pcomp", "prep", "conj", "dep"})


# ------------------------------------------------------------ doubted claims


def _doubted(cue: Cue, row: Attribution | None, case: Case) -> Holder:
    head = cue.head
    if cue.form == "scare_quotes":
        return _named_by(cue, row, case)
    while row is not None and not row.claim and row.parent in case.by_id:
        row = case.by_id[row.parent]  # an order to fake the attack denies nothing: its teller does
    noun = scope_head(head)
    contested = is_contested(noun, case.parse, row)
    span = row.span_id if row is not None else None
    if cue.form == "noun":
        return _speech_act(head, row, case)
    if names_itself(cue, noun):
        side = case.side_of(noun)
        if side is not None or row is None:
            return Holder(side=side or case.others, attribution=span, confidence=0.6)
    if row is not None and not contested:
        return _of(row, case, 0.8)
    side = _claimant(noun, row.side if row is not None else None, case)
    return Holder(None, side, span, 0.72 if side else 0.5)


def _named_by(cue: Cue, row: Attribution | None, case: Case) -> Holder:
    """A name in scare quotes is claimed by whoever uses it."""
    for token in case.parse.tokens[max(0, cue.tokens[0].i - 8) : cue.tokens[0].i]:
        if token.sent == cue.tokens[0].sent and token.lemma in ("call", "describe", "term", "dub"):
            side = case.side_of(clause_subject(token))
            if side is not None:
                return Holder(side=side, confidence=0.6)
    inner = [case.side_of(token) for token in (*cue.tokens, scope_head(cue.head))]
    side = next(filter(None, inner), None)
    if row is not None and side is None:
        return _of(row, case, 0.6)
    if side is None:
        return _of_who_said(cue, case)
    return Holder(side=side, confidence=0.5)


def _of_who_said(cue: Cue, case: Case) -> Holder:
    """Of words in marks that the author takes up: whoever is quoted with them before."""
    text = case.article.text
    words = text[cue.tokens[0].end : cue.tokens[-1].start].strip().lower()
    for row in reversed(case.rows.attributions if words else ()):
        contents = [text[start:end].lower() for start, end in row.spans_of("content")]
        if row.end <= cue.tokens[0].start and any(words in content for content in contents):
            return _of(row, case, 0.6)
    return Holder(side=case.others if "called" in _before(cue, case) else None, confidence=0.5)


def _before(cue: Cue, case: Case) -> list[str]:
    return [token.lower for token in case.parse.tokens[: cue.tokens[0].i][-1:]]


def _speech_act(noun: Token, row: Attribution | None, case: Case) -> Holder:
    """ "His claim", "rejected the accusation": the claim of whoever spoke before."""
    maker = case.index.at(_maker(noun))
    if maker is not None and (maker.side is not None or noun.lemma in _ACCUSING):
        return Holder(maker.actor, maker.side, None, 0.8)
    denied = _is_denied(noun)
    if noun.lemma in _ACCUSING and row is not None and not denied:
        return Holder(confidence=0.5)  # who speaks of accusations need not make them
    if row is not None and not denied and not is_contested(noun, case.parse, row):
        return _of(row, case, 0.7)
    against = case.side_of(clause_subject(noun.head))
    if row is not None and not (denied and against):
        against = row.side
    before = [
        other
        for other in case.rows.attributions
        if other.start < noun.start and other is not row and other.claim and other.depth == 1
        and other.side != against and (other.side is not None or other.anonymous)
    ]  # fmt: skip
    return _of(before[-1], case, 0.7) if before else Holder(confidence=0.5)


def _maker(noun: Token) -> Token | None:
    """Who is told to make a claim: "his", "by the police", "officials repeated the accusation"."""
    owner = noun.child("poss")
    if owner is not None:
        return owner
    for by in noun.children_of("prep", "agent"):
        if by.lower in ("by", "from") and (maker := by.child("pobj")) is not None:
            return maker
    taken = noun.dep == "dobj" and noun.head.lemma in _MAKING
    return clause_subject(noun.head) if taken else None


#: Nouns for what is said against somebody, and verbs of saying it.
_ACCUSING = frozenset({"accusation", "allegation"})
_MAKING = frozenset({"make", "level", "repeat", "recite", "raise", "voice", "lodge", "bring",
                     "spread", "press", "echo", "trade", "hurl", "air", "reiterate", "renew",
                     "detail", "publish"})  # fmt: skip


def _is_denied(noun: Token) -> bool:
    """Whether a noun is what a verb of denial takes: "rejected the findings"."""
    return noun.head.lemma in _DENYING and noun.dep in ("dobj", "nsubjpass")


def _claimant(noun: Token, against: str | None, case: Case) -> str | None:
    """The side that asserts what a hedged noun stands for, other than its contester."""
    sides = [side for side in case.asserted.get(noun.lemma, ()) if side != against]
    own = next((camp for camp in camps(case) if against in camp), None) if against else None
    if own is not None:
        sides = [side for side in sides if side not in own]
        if not sides:
            return rival(against, case)
    if sides:
        return Counter(sides).most_common(1)[0][0]
    return _accuser(noun, case)


def _accuser(noun: Token, case: Case) -> str | None:
    """Of a charge that nobody is told to make: whoever opposes, prosecutes or acts on it."""
    events = [event for event in case.events.get(noun.i, ()) if event.agent_side is not None]
    near = _nearby_events(noun, case)
    if case.resources.lexicons.role_class(noun.lemma) or case.index.at(noun) is not None:
        acting = [event.agent_side for event in near if event.agent_side is not None]
        if acting:  # "suspected rebels were detained": whoever detains suspects
            return acting[0]
    law = {
        actor.side
        for actor in case.resources.actors.actors
        if actor.side is not None and any(kind in actor.kind.lower() for kind in _ACCUSERS)
    }
    if law and _legal(noun, case):
        return min(law, key=lambda side: (-case.spoken_of[side], side))
    for event in (*events, *near):
        other = rival(event.agent_side, case)
        if other is not None:
            return other
    return None


_LEGAL = frozenset({"trial", "court", "prosecutor", "prosecution", "jury", "judge", "plead",
                    "defendant", "bail", "indict", "convict", "magistrate", "remand", "custody",
                    "verdict", "juror", "barrister", "acquit"})  # fmt: skip


def is_legal_duty(cue: Cue, case: Case) -> bool:
    """Whether a doubt is what the law asks of a report on an untried charge."""
    doubting = cue.level == "distancing" and cue.form in ("adjective", "adverb", "verb")
    return doubting and cue.head.i not in case.by_cue and _legal(cue.head, case)


def _legal(word: Token, case: Case) -> bool:
    """Whether the sentence or one beside it is about a trial."""
    sentences = case.parse.sentences[max(0, word.sent - 1) : word.sent + 2]
    return any(
        token.lemma in _LEGAL for sentence in sentences for token in case.parse.tokens_of(sentence)
    )


def _nearby_events(noun: Token, case: Case) -> list[Event]:
    """The events told by the verbs that govern a noun, nearest first."""
    return [event for up in noun.ancestors() for event in case.events.get(up.i, ())]
