"""Which camp a loaded name is for, by what the article itself says.

"Terrorists", "thugs" or "the regime" name whomever their user is against; nothing in the words
says who that is, and the kind of an actor does not either: a government can be called a gang.
What says it is the article:

- ties: "Selk terrorists", "the Selk regime" (see `epithets.collect_ties`);
- enmity: who shells, arrests or fights members of one camp is none of theirs;
- backing: "Selk-backed" and "pro-Selk militias" are on Selk's side, "anti-Selk" ones are not;
- company: "rebels and militants" are on one side;
- speech: what members of one camp call by a loaded name is none of theirs;
- voice: where the article cites members of one camp only, it is the other that it calls names.

All of it turns round with the names of the two camps, so that a label is bound alike whoever
holds office. Where the article gives no evidence, a label is nobody's.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framing.annotators._words import is_mentioned_word
from framing.annotators.mentions.incorporated import prefix_of
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
    from framing.annotators.mentions._salience import Salience
    from framing.language import Token

__all__ = ["Camps", "collect_camps", "is_of_conflict", "label_of"]

#: Kinds of harm that are done to an enemy.
_HOSTILE = frozenset({"physical", "coercive", "property"})
#: Prepositions before whoever an act is aimed at.
_AIMED = ("against", "on", "at", "with")
#: Nouns of these classes are described by a label before them: "terrorist groups".
_DESCRIBED = frozenset({"group", "member", "institution", "people"})
_BACKED = frozenset({"backed", "supported", "sponsored", "funded", "allied", "led", "affiliated"})
#: What two parties do to each other.
_MUTUAL = frozenset({"clash", "fight", "battle", "meet", "agree", "negotiate", "talk"})
_MODIFIERS = ("compound", "nmod", "poss", "amod")

_OF_CONFLICT = frozenset({"conflict", "protest", "politics", "crime", "religion", "dehumanising"})
_OFFICIAL = ("government", "state", "police", "military", "army", "ministry", "navy", "authority")

#: What a piece of evidence weighs.
_TIE, _ENMITY, _BACKING, _COMPANY, _SPEECH = 2.0, 1.0, 1.0, 0.5, 0.5
#: One camp is heard alone if it is cited so many times as often as the other.
_ALONE = 3


@dataclass
class Camps:
    """The two camps of the contrast, and what the article says of its loaded names.

    `votes` counts evidence for either camp by the stem of a label, `here` by the position of
    one occurrence; `heard` how often members of either are cited.
    """

    refs: Referents
    members: tuple[frozenset[str], frozenset[str]]
    votes: dict[str, list[float]] = field(default_factory=dict)
    here: dict[int, list[float]] = field(default_factory=dict)
    heard: list[int] = field(default_factory=lambda: [0, 0])

    def of(self, actor: str | None) -> int | None:
        """The camp of an actor: 0, 1 or None."""
        side = self.refs.side(actor) if actor else None
        return next((camp for camp in (0, 1) if side in self.members[camp]), None)

    def against(self, token: Token) -> int | None:
        """The camp that this occurrence of a noun stands against, if only one."""
        for_a, for_b = self.here.get(token.i, (0.0, 0.0))
        return None if for_a == for_b else int(for_a > for_b)

    def by_enmity(
        self, token: Token, label: str, salience: Salience
    ) -> tuple[str | None, float, str]:
        """The actor that a label must mean by whom its bearers fight, and how sure that is.

        A word for officialdom ("regime") needs more than the company it keeps.
        """
        votes = self._of_label(token, label)
        if self._is_official(label) and abs(votes[0] - votes[1]) < _ENMITY:
            return None, 0.0, ""
        return self._decided(token, label, salience, votes, "enmity")

    def by_others(
        self, token: Token, label: str, salience: Salience
    ) -> tuple[str | None, float, str]:
        """The actor of a label of which the article says nothing itself.

        Other labels of the same sort decide, then who is heard. Only where one camp is official
        and the other is not, and for labels of conflict: a boss or a giant has no enemy.
        """
        entry = self.refs.resources.lexicons.label_words.get(label)
        negative = entry is not None and entry["polarity"] == "negative"
        if not (negative and is_of_conflict(self.refs, label) and self._officials_oppose()):
            return None, 0.0, ""
        found = self._decided(token, label, salience, self._of_labels(label), "enmity of others")
        if found[0] is None:
            found = self._decided(token, label, salience, self._unheard(), "who is heard")
        return found

    def _decided(
        self, token: Token, label: str, salience: Salience, votes: tuple[float, float], rule: str
    ) -> tuple[str | None, float, str]:
        if votes[0] == votes[1]:
            return None, 0.0, ""
        actor = self._member(token, int(votes[1] > votes[0]), label, salience)
        sure = rule == "enmity" and abs(votes[0] - votes[1]) >= 2 * _ENMITY
        return actor, 0.72 if sure else 0.6, f"label by {rule}"

    def _officials_oppose(self) -> bool:
        actors = self.refs.resources.actors
        official = [
            any(
                word in actor.kind and actors.side_of(actor.id) in camp
                for actor in actors.actors
                for word in _OFFICIAL
            )
            for camp in self.members
        ]
        return official.count(True) == 1

    def _of_label(self, token: Token, label: str) -> tuple[float, float]:
        all_a, all_b = self.votes.get(_stem(label), (0.0, 0.0))
        here_a, here_b = self.here.get(token.i, (0.0, 0.0))
        return all_a + here_a, all_b + here_b

    def _of_labels(self, label: str) -> tuple[float, float]:
        """Evidence of all labels of the same sort: for officialdom, or for a crowd."""
        sort = self._is_official(label)
        alike = [votes for stem, votes in self.votes.items() if self._is_official(stem) is sort]
        return sum(votes[0] for votes in alike), sum(votes[1] for votes in alike)

    def _is_official(self, label: str) -> bool:
        role_class = self.refs.resources.lexicons.role_class
        return any(role_class(word) == "institution" for word in (label, label.split()[0]))

    def _unheard(self) -> tuple[float, float]:
        a, b = self.heard
        return (float(b >= 1 and b >= _ALONE * a), float(a >= 1 and a >= _ALONE * b))

    def _member(self, token: Token, camp: int, label: str, salience: Salience) -> str:
        """The group of a camp that was mentioned last, else most, else its crowd or first."""
        actors = self.refs.resources.actors
        groups = [
            actor
            for actor in actors.actors
            if actors.side_of(actor.id) in self.members[camp] and "person" not in actor.kind
        ]
        if self._is_official(label):
            groups = (
                [actor for actor in groups if "government" in actor.kind]
                or [actor for actor in groups if "armed" not in actor.kind]
                or groups
            )
        ids = [actor.id for actor in groups]
        crowd = [actor.id for actor in groups if actor.name.islower()]
        return (
            salience.nearest(token, frozenset(ids))
            or salience.most_mentioned(ids)
            or next(iter(crowd or ids))
        )

    def vote(self, token: Token, camp: int, weight: float) -> None:
        """Count evidence that the label at `token` is for a camp."""
        label = label_of(self.refs, token)
        if label is not None:
            self.votes.setdefault(_stem(label), [0.0, 0.0])[camp] += weight
        self.here.setdefault(token.i, [0.0, 0.0])[camp] += weight


def label_of(refs: Referents, noun: Token) -> str | None:
    """The loaded word that a common noun is or has before it; None if there is none.

    "Terrorists" and "terrorist groups" give "terrorist", "regime forces" gives "regime".
    """
    lexicons = refs.resources.lexicons
    if not noun.noun or noun.name:
        return None
    entry = lexicons.label_nouns.get(noun.lemma)
    if entry is not None and entry.number("loadedness") >= 1:
        return noun.lemma
    if lexicons.role_class(noun.lemma) not in _DESCRIBED:
        return None
    for child in noun.children_of("compound", "amod", "nmod"):
        if prefix_of(refs.parse, child):
            continue
        for word in (child.lower, child.lemma.lower(), child.lower.removesuffix("s")):
            entry = lexicons.label_words.get(word)
            if entry is not None and entry.number("loadedness") >= 2 and not child.name:
                return word
    return None


def is_of_conflict(refs: Referents, label: str) -> bool:
    """Whether a label is one that opponents give each other, as "thug" and not as "giant"."""
    entry = refs.resources.lexicons.label_words.get(label)
    return entry is not None and entry.number("loadedness") >= 1 and entry["domain"] in _OF_CONFLICT


def _stem(label: str) -> str:
    """What related labels share: "terror" of "terrorist"."""
    return label.split()[0][:6]


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
                    camps.votes.setdefault(_stem(lemma), [0.0, 0.0])[camp] += _TIE * said
    for token in refs.parse.tokens:
        for doers, sufferers in _hostilities(refs, token):
            _count_enmity(camps, doers, sufferers)
            _count_enmity(camps, sufferers, doers)
        if token.verb and token.lemma in refs.resources.lexicons.reporting_verbs:
            _count_speech(camps, token)
        if token.noun and token.i not in refs.by_head:
            _count_company(camps, token)
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
        for noun in _nouns_in(token):
            if camp is not None and noun.i not in camps.refs.by_head and noun.noun:
                camps.vote(noun, 1 - camp, _ENMITY)


def _count_company(camps: Camps, noun: Token) -> None:
    """Whose side a noun's modifiers and its company put it on: "rebels and militants"."""
    tokens = camps.refs.parse.tokens
    for token in tokens[noun.left : noun.i]:
        found = camps.refs.by_head.get(token.i)
        camp = camps.of(found.actor) if found is not None else None
        if camp is None or token.sent != noun.sent:
            continue
        prefix = prefix_of(camps.refs.parse, token)
        if not prefix and token.i + 2 < noun.i and tokens[token.i + 2].lower in _BACKED:
            prefix = 1
        if prefix:
            camps.vote(noun, camp if prefix > 0 else 1 - camp, _BACKING)
    first = outermost(noun)
    suffers = first.dep in ("nsubjpass", "dobj")
    if suffers or first.head.lemma in _MUTUAL or first.head.lower == "between":
        return  # "clashes between the army and militants", "soldiers and militants were killed"
    beside = {_camp_in(camps, other) for other in conjuncts(first) if other is not noun} - {None}
    if len(beside) == 1:
        camp = beside.pop()
        if camp is not None:
            camps.vote(noun, camp, _COMPANY)


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
        yield _parties(token, aimed)
    else:
        doers = [
            *token.children_of(*_MODIFIERS), *prepositional_objects(token, "by", "from"),
        ]  # fmt: skip
        if not any(_is_party(refs, doer) for doer in doers):
            governor = next((up for up in token.ancestors() if up.verb), None)
            subject = clause_subject(governor) if governor is not None else None
            doers = list(conjuncts(subject)) if subject is not None else []
        yield doers, [*aimed, *prepositional_objects(token, "of")]
    between = list(prepositional_objects(token, "between"))
    if len(between) > 1:
        yield between[:1], between[1:]


def _parties(verb: Token, aimed: list[Token]) -> tuple[list[Token], list[Token]]:
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
    doers = list(conjuncts(subject)) if subject is not None else []
    objects = [noun for child in verb.children_of("dobj") for noun in conjuncts(child)]
    return doers, [*objects, *aimed]


def _is_party(refs: Referents, token: Token) -> bool:
    return any(
        noun.i in refs.by_head or label_of(refs, noun) is not None for noun in _nouns_in(token)
    )


def _nouns_in(token: Token) -> Iterator[Token]:
    """A participant and whoever it is of: "army positions", "members of the Guard"."""
    yield token
    yield from token.children_of(*_MODIFIERS)
    for inner in prepositional_objects(token, "of", "from", "at", "in", "for"):
        yield inner
        yield from inner.children_of(*_MODIFIERS)


def _camp_in(camps: Camps, token: Token) -> int | None:
    """The camp of a participant: its own, else that of whoever it is of."""
    found: Counter[int] = Counter()
    for noun in _nouns_in(token):
        mention = camps.refs.by_head.get(noun.i)
        camp = camps.of(mention.actor) if mention is not None else None
        if camp is not None and noun is token:
            return camp
        if camp is not None:
            found[camp] += 1
    return next(iter(found)) if len(found) == 1 else None
