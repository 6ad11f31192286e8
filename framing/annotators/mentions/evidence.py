"""What an article says of its loaded names: who fights, backs or accompanies whom, who says it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.annotators._words import is_mentioned_word, prefix_of
from framing.annotators.mentions.camps import ENMITY, Camps, is_of_conflict, label_of
from framing.language.syntax import (
    agent_of,
    clause_subject,
    conjuncts,
    is_passive,
    outermost,
    prepositional_objects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotators.mentions._found import Referents
    from framing.language import Token

__all__ = ["collect_camps"]

#: Kinds of harm that are done to an enemy.
_HOSTILE = frozenset({"physical", "coercive", "property"})
#: Prepositions before whoever an act is aimed at.
_AIMED = ("against", "on", "at", "with")
_BACKED = frozenset({"backed", "supported", "sponsored", "funded", "allied", "led", "affiliated"})
#: What two parties do to each other.
_MUTUAL = frozenset({"clash", "fight", "battle", "meet", "agree", "negotiate", "talk"})
#: Verbs for what comes of something: its subject does no harm itself.
_BEFALLING = frozenset({"result", "lead", "end", "culminate", "see", "suffer", "report", "follow"})
_MODIFIERS = ("compound", "nmod", "poss", "amod")

#: What other evidence weighs than a hostile act.
_TIE, _BACKING, _COMPANY, _SPEECH = 2.0, 1.0, 0.5, 0.5


def collect_camps(refs: Referents) -> Camps | None:
    """Gather what the article says of its loaded names; None without two camps to compare."""
    contrast = refs.resources.actors.contrast("labels")
    if contrast is None:
        return None
    camps = Camps(refs, (contrast.sides_a, contrast.sides_b))
    for lemma, tied in refs.ties.items():
        for actor, count in tied.items():
            camp = camps.of(actor)
            if camp is not None and is_of_conflict(refs, lemma):
                said = count - (actor in refs.given[lemma])
                if said:
                    camps.vote_for(lemma, camp, _TIE * said)
    for token in refs.parse.tokens:
        for doers, sufferers in _hostilities(refs, token):
            _count_enmity(camps, doers, sufferers)
            _count_enmity(camps, sufferers, doers)
        if token.verb and token.lemma in refs.resources.lexicons.reporting_verbs:
            _count_speech(camps, token)
        if token.noun and token.i not in refs.by_head:
            _count_company(camps, token)
            _count_named_acts(camps, token)
    return camps


def _count_enmity(camps: Camps, ours: Sequence[Token], theirs: Sequence[Token]) -> None:
    """Whoever fights members of one camp is taken to be of the other.

    Nobody's camp is known of "soldiers and militants were killed by the rebels".
    """
    known = {_camp_in(camps, token) for token in ours} - {None}
    mixed = len(theirs) > 1 and any(_camp_in(camps, token) is not None for token in theirs)
    if len(known) != 1 or mixed:
        return
    camp = known.pop()
    for token in theirs:
        counted: set[str] = set()
        for noun in _nouns_in(camps.refs, token):
            label = label_of(camps.refs, noun) or ""
            if camp is None or noun.i in camps.refs.by_head or not noun.noun or label in counted:
                continue
            camps.vote(noun, 1 - camp, ENMITY)
            counted |= {label} - {""}  # "regime forces" are one party, not two


def _count_company(camps: Camps, noun: Token) -> None:
    """Whose side a noun's modifiers and its company put it on: "rebels and militants"."""
    tokens = camps.refs.parse.tokens
    for token in tokens[noun.left : noun.i]:
        found = camps.refs.by_head.get(token.i)
        camp = camps.of(found.actor) if found is not None else _of_officials(camps, token)
        if camp is None or token.sent != noun.sent:
            continue
        prefix = prefix_of(camps.refs.parse, token)
        if not prefix and token.i + 2 < noun.i and tokens[token.i + 2].lower in _BACKED:
            prefix = 1
        if prefix:
            camps.vote(noun, camp if prefix > 0 else 1 - camp, _BACKING)
    first = outermost(noun)
    if camps.refs.resources.lexicons.role_class(noun.lemma) == "institution":
        return  # "the regime and the opposition" and "the regime and Russia" say nothing
    suffers = first.dep in ("nsubjpass", "dobj")
    if suffers or first.head.lemma in _MUTUAL or first.head.lower == "between":
        return  # "clashes between the army and militants", "soldiers and militants were killed"
    beside = {_camp_in(camps, other) for other in conjuncts(first) if other is not noun} - {None}
    if len(beside) == 1:
        camp = beside.pop()
        if camp is not None:
            camps.vote(noun, camp, _COMPANY)


def _count_named_acts(camps: Camps, act: Token) -> None:
    """Whose act a loaded word calls names: "**Selk terrorist** attacks"."""
    lexicons = camps.refs.resources.lexicons
    if act.lemma not in lexicons.event_nouns:
        return
    before = [child for child in act.children_of(*_MODIFIERS) if child.i < act.i]
    named = {_camp_in(camps, child) for child in before if child.name} - {None}
    if len(named) != 1:
        return
    camp = named.pop()
    for child in before:
        loaded = is_of_conflict(camps.refs, child.lower)
        if camp is not None and loaded and not prefix_of(camps.refs.parse, child):
            camps.vote_for(child.lower, camp, _TIE)


def _of_officials(camps: Camps, token: Token) -> int | None:
    """The camp of "pro-**regime** militias", whoever's regime it is."""
    role_class = camps.refs.resources.lexicons.role_class
    named = role_class(token.lemma) == "institution" and prefix_of(camps.refs.parse, token)
    return camps.official() if named else None


def _count_speech(camps: Camps, verb: Token) -> None:
    """What a member of a camp says: loaded names in it are for the other."""
    speaker = clause_subject(verb)
    camp = _camp_in(camps, speaker) if speaker is not None else None
    if camp is None:
        return
    content = verb.child("ccomp")
    if content is None:
        return
    camps.heard[camp] += 1
    for token in camps.refs.parse.tokens[content.left : content.right + 1]:
        entry = camps.refs.resources.lexicons.label_nouns.get(token.lemma)
        negative = entry is not None and entry["polarity"] == "negative"
        if negative and token.i not in camps.refs.by_head:
            if not is_mentioned_word(camps.refs.parse, token):
                camps.vote(token, 1 - camp, _SPEECH)


def _hostilities(refs: Referents, token: Token) -> Iterator[tuple[list[Token], list[Token]]]:
    """Who acts and who is acted on in a hostile act, as far as the clause says."""
    lexicons = refs.resources.lexicons
    act = lexicons.event_verbs if token.verb else lexicons.event_nouns
    entry = act.get(token.lemma) if token.verb or token.noun else None
    if entry is None or entry["harm"] not in _HOSTILE:
        return
    aimed = list(prepositional_objects(token, *_AIMED))
    if token.verb:
        yield _parties(refs, token, aimed)
    else:
        doers = [
            *token.children_of(*_MODIFIERS), *prepositional_objects(token, "by", "from"),
        ]  # fmt: skip
        if not any(_is_party(refs, doer) for doer in doers):
            governor = next((up for up in token.ancestors() if up.verb), None)
            if governor is not None and governor.lemma in _BEFALLING:
                governor = None
            subject = clause_subject(governor) if governor is not None else None
            doers = list(conjuncts(subject)) if subject is not None else []
        yield doers, [*aimed, *prepositional_objects(token, "of")]
    between = list(prepositional_objects(token, "between"))
    if len(between) > 1:
        yield between[:1], between[1:]


def _is_hit(refs: Referents, noun: Token) -> bool:
    """Whether a noun is an object that cannot act or is attacked itself: it does not kill."""
    if noun.dep != "dobj" or not noun.head.verb:
        return False
    entry = refs.resources.lexicons.event_verbs.get(noun.head.lemma)
    attacked = entry is not None and entry["harm"] in _HOSTILE
    return attacked or refs.resources.lexicons.role_class(noun.lemma) == "place"


def _parties(refs: Referents, verb: Token, aimed: list[Token]) -> tuple[list[Token], list[Token]]:
    agent = agent_of(verb)
    reduced = verb.tag == "VBN" and verb.dep == "acl"
    if is_passive(verb) or reduced or agent is not None:
        patient = verb.head if reduced else verb.child("nsubjpass", "nsubj")
        doers = list(conjuncts(agent)) if agent is not None else []
        patients = list(conjuncts(patient)) if patient is not None else []
        if doers:
            return doers, [*patients, *aimed]
        # "were killed in clashes with the army", "in army operations"
        for inner in prepositional_objects(verb, "in", "during", "by"):
            doers += [*inner.children_of(*_MODIFIERS), *prepositional_objects(inner, "with", "by")]
        return doers, patients
    subject = clause_subject(verb)
    if verb.tag == "VBG" and subject is not None and _is_hit(refs, subject):
        subject = clause_subject(subject.head)  # "shelled the town, killing militants"
    doers = list(conjuncts(subject)) if subject is not None else []
    objects = [noun for child in verb.children_of("dobj") for noun in conjuncts(child)]
    return doers, [*objects, *aimed]


def _is_party(refs: Referents, token: Token) -> bool:
    return any(
        noun.i in refs.by_head or label_of(refs, noun) is not None
        for noun in _nouns_in(refs, token)
    )


def _nouns_in(refs: Referents, token: Token) -> Iterator[Token]:
    """A participant and whoever it is of: "army positions", "members of the Guard".

    Who raids "civilians killed in a raid" is none of theirs.
    """
    acts = refs.resources.lexicons.event_nouns
    yield token
    yield from token.children_of(*_MODIFIERS)
    for inner in prepositional_objects(token, "of", "from", "at", "in", "for"):
        if inner.lemma in acts and acts[inner.lemma]["harm"] in _HOSTILE:
            continue
        yield inner
        yield from inner.children_of(*_MODIFIERS)


def _camp_in(camps: Camps, token: Token) -> int | None:
    """The camp of a participant: its own, else that of whoever it is of."""
    found: Counter[int] = Counter()
    for noun in _nouns_in(camps.refs, token):
        mention = camps.refs.by_head.get(noun.i)
        camp = camps.of(mention.actor) if mention is not None else None
        if camp is not None and noun is token:
            return camp
        if camp is not None:
            found[camp] += 1
    return next(iter(found)) if len(found) == 1 else None
