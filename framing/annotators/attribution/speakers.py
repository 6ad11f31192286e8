"""From the words that name a source to the actor, its affiliation and its side."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotation import CONFIDENT
from framing.annotators._index import MentionIndex
from framing.annotators._names import UNLISTED
from framing.annotators._relations import OPPONENTS
from framing.annotators.attribution._epithets import is_epithet, subjects_before
from framing.annotators.attribution._source_words import (
    described_by,
    person_named,
    relative_antecedent,
    whole_name,
)
from framing.annotators.attribution._trades import (
    camps,
    is_watcher,
    trade_of,
    watcher_named,
    watcher_of,
)
from framing.encoder import gender_of_name
from framing.language.syntax import conjuncts, is_definite, names_after_title, noun_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.actors import Actors
    from framing.annotation import Mention
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token

__all__ = ["Speaker", "Speakers"]


#: Participles after which the one whose a source is is named: "a lawyer representing the union".
_BELONGING = frozenset(
    {"represent", "serve", "work", "lead", "head", "speak", "act", "belong", "fight", "link",
     "ally", "affiliate", "align", "associate", "appoint", "run", "own", "employ"}
)  # fmt: skip


#: Participles after which the author of a document is named: "a diary kept by her father".
_AUTHORED = frozenset(
    {"write", "keep", "sign", "issue", "release", "publish", "post", "send", "file", "submit",
     "deliver", "record", "read"}
)  # fmt: skip

#: Words by which a politician, and by which a body, is taken up that spoke before.
_PARTISANS = frozenset({"democrat", "republican", "lawmaker", "senator", "congressman",
                        "congresswoman", "conservative", "liberal"})  # fmt: skip
_BODIES = frozenset({"group", "organisation", "organization", "monitor", "watchdog", "network",
                     "agency", "charity", "observatory"})  # fmt: skip
_NEAR = 3

#: The most words of a name.
_LONGEST_NAME = 8

#: Counsel, and words beside a name that say that somebody is.
_COUNSEL = frozenset({"barrister", "lawyer", "attorney", "solicitor", "counsel"})
_PLEADING = frozenset({"defending", "prosecuting", "representing", "kc", "qc", "sc"})

#: Members of a body of whom one is not the body.
_ONE = frozenset({"soldier", "fighter", "officer", "trooper", "commander", "policeman",
                  "serviceman", "militant", "rebel", "activist", "airman", "sailor"})  # fmt: skip

#: Of a source so described "the judge" is not said again.
_APART = frozenset({"different", "other", "another", "second", "third", "former"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source is; `how` says what it was read off."""

    name: str
    actor: str | None
    side: str | None
    affiliation: str | None = None
    anonymous: bool = False
    how: str = "unknown"


def _initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _how(mention: Mention, actor: Actor | None) -> str:
    """What a source that is a mention was read off."""
    if mention.form == "pronoun":
        sure = mention.confidence >= CONFIDENT
        return _PRONOUNS.get(mention.evidence, "pronoun") if sure else "pronoun"
    if mention.form == "common":
        if mention.evidence in _NAMED_BESIDE:
            return "affiliated"
        nobody = actor is not None and actor.kind == UNLISTED
        return "described" if nobody else "description"
    person = actor is not None and "person" in actor.kind
    return "named person" if person else "name"


#: What a description is told by where a name stands in it: "one of the group's spokesmen".
_NAMED_BESIDE = frozenset(
    {"representative", "demonym+role", "government official", "name", "named person"}
)

_PRONOUNS = {"pronoun: same speaker": "same speaker", "pronoun: person": "he or she"}


class Speakers:
    """Resolves sources of one article by its mentions.

    Parameters
    ----------
    parse : Parse
    mentions : iterable of Mention
    actors : Actors
        Listed and discovered ones.
    resources : Resources
    """

    def __init__(
        self, parse: Parse, mentions: Iterable[Mention], actors: Actors, resources: Resources
    ) -> None:
        self._parse = parse
        self._actors = actors
        self._resources = resources
        mentions = tuple(mentions)
        self._index = MentionIndex(parse, mentions)
        meant = {mention.actor for mention in mentions}
        self._meant = tuple(actor for actor in actors.actors if actor.id in meant)
        self._resolved: dict[int, Speaker] = {}
        self._unnamed_before: dict[tuple[str, bool], Speaker] = {}
        self._last_unnamed: tuple[int, Speaker] | None = None
        self._last_body: tuple[int, Speaker] | None = None
        self._last_person: tuple[int, Speaker] | None = None
        self._last: tuple[int, Speaker] | None = None
        self._camps = camps(actors)
        self._watcher = watcher_named(parse)

    def resolve(self, source: Token | None, span: tuple[int, int] | None = None) -> Speaker:
        """The speaker that a source's head word stands for; asked in text order.

        `span` holds the offsets of the source's words, where they are known.
        """
        if source is None:
            return Speaker("", None, None)
        if source.i not in self._resolved:
            first, last = span or (source.start, source.end)
            words = (min(first, source.start), max(last, source.end))
            speaker = self._resolve(source, words)
            self._resolved[source.i] = speaker
            if speaker.how in ("affiliated", "described") and not source.proper:
                self._unnamed_before[source.lemma, source.plural] = speaker
            if speaker.actor is not None:
                self._last = (source.sent, speaker)
                actor = self._actors.get(speaker.actor)
                speaks = source.head.lemma in self._resources.lexicons.reporting_verbs
                if (
                    actor is not None
                    and actor.kind == "person"
                    and not speaker.anonymous
                    and (speaks or self._last_person is None)
                ):
                    self._last_person = (source.sent, speaker)
                if self._is_body(source, actor):
                    self._last_body = (source.sent, speaker)
        return self._resolved[source.i]

    def _is_body(self, source: Token, actor: Actor | None) -> bool:
        """Whether a source is a body or document, which "it" can take up."""
        kind = self._resources.lexicons.role_class(source.lemma)
        known = actor is not None and actor.kind != UNLISTED and "person" not in actor.kind
        one = not source.plural or source.lower == "media" or " " in source.text
        return one and (
            known
            or kind in ("group", "institution", "media", "document")
            or (source.proper and source.ent in ("ORG", "GPE"))
        )

    def _resolve(self, source: Token, words: tuple[int, int]) -> Speaker:
        antecedent = relative_antecedent(source)
        if antecedent is not None and self._index.at(source) is None:
            return self.resolve(antecedent)
        again = self._spoken_of_again(source, words)
        if again is not None:
            return replace(again, how="taken up")
        titled = self._resources.lexicons.role_class(source.lemma) == "role"
        person = person_named(
            self._parse, source, words, titled=titled, is_person=self._is_persons_name
        )
        if person is not None:
            return self._person(person)
        group = [token for token in conjuncts(source) if token.noun or token.pronoun]
        known = [self._index.at(token) for token in group]
        if len(group) > 1 and all(known):
            return self._joint([mention for mention in known if mention is not None])
        before = self._unnamed_before.get((source.lemma, source.plural))
        if before is not None and not source.proper and is_definite(source):
            own = {child.lower for child in source.children_of("amod")}
            more = own - set(before.name.lower().split())  # "the presiding judge" is another
            if not more and not any(token.proper for token in self._parse.between(*words)):
                return replace(before, how="taken up")
        named = source.child("appos") if source.ent != "PERSON" else None
        mention = self._index.at(named) if named is not None and named.proper else None
        plain = source.noun and not source.proper and not source.name
        if (
            named is not None
            and named.tag == "NNP"
            and mention is None
            and plain
            and not named.name
        ):
            first, last = noun_phrase(named, self._parse.tokens)
            name = self._parse.text[self._parse.tokens[first].start : self._parse.tokens[last].end]
            return Speaker(name, name, None, how="new name")
        mention = mention or self._index.at(source) or self._apposed(source)
        if mention is not None:
            actor = self._actors.get(mention.actor)
            if actor is not None and actor.kind == UNLISTED and not source.pronoun:
                linked = self._unnamed(source, words)
                if (
                    linked.affiliation is not None
                    or linked.how == "taken up"
                    or linked.name == linked.actor != linked.name.lower()
                ):
                    return linked
                found = replace(self._of(mention), side=self._resources.third_parties)
                return replace(found, name=described_by(self._parse, source, words))
            speaker = self._of(mention)
            if self._is_one_of_a_state(source, mention):
                actor_id = f"{mention.actor}/{source.lemma}"
                name = described_by(self._parse, source, words)
                return replace(speaker, name=name, actor=actor_id, affiliation=speaker.name,
                               anonymous=True, how="affiliated")  # fmt: skip
            if "/" in mention.actor and not source.pronoun and not source.proper:
                return replace(speaker, name=described_by(self._parse, source, words))
            return speaker
        partitive = source.child("prep")
        inner = (
            partitive.child("pobj") if partitive is not None and partitive.lower == "of" else None
        )
        if inner is not None and source.tag in ("CD", "DT", "JJ", "NN"):
            mention = self._index.at(inner)
            if mention is not None and source.tag != "NN":
                return self._of(mention)
        return self._unnamed(source, words)

    def _is_one_of_a_state(self, source: Token, mention: Mention) -> bool:
        """Whether a source is one soldier, say, and not the army."""
        kind = self._resources.lexicons.role_class(source.lemma)
        plain = source.tag == "NN" and not source.pronoun and "/" not in mention.actor
        return plain and kind == "member" and source.lemma in _ONE

    def _spoken_of_again(self, source: Token, words: tuple[int, int]) -> Speaker | None:
        """Who spoke before, where a source only takes him up: "the group", "the Ohio Democrat".

        Neither "it" nor "the Britain-based group" says who; a statement is whoever's was told.
        """
        mention = self._index.at(source)
        actor = self._actors.get(mention.actor) if mention is not None else None
        guessed = mention is None or mention.evidence == "last group"
        guessed = guessed or (actor is not None and actor.kind == UNLISTED)
        if source.lower == "it":
            people = actor is not None and actor.kind in (UNLISTED, "person")
            goes_on = self._last_body is not None and self._last_body[0] == source.sent - 1
            other = mention is not None and mention.evidence != "pronoun: same speaker"
            return self._within(self._last_body, source) if people or (goes_on and other) else None
        if source.lower == "they" and self._last is not None and "+" in (self._last[1].actor or ""):
            return self._last[1] if source.sent - self._last[0] <= 1 else None
        if source.plural or not is_definite(source) or not guessed:
            return None
        if source.lemma in _COUNSEL:
            plain = source.child("amod", "compound", "appos", "prep") is None
            return self._counsel(source) if plain else None
        if source.lemma in _PARTISANS and source.child("appos", "prep") is None:
            named = any(token.ent == "PERSON" for token in self._parse.between(*words))
            return None if named else self._within(self._last_person, source)
        if is_epithet(source, self._resources.lexicons.role_class(source.lemma)):
            return self._described_person(source)
        held = self._parse.between(source.start, words[1])
        if source.proper or any(token.proper or token.name for token in held[1:]):
            return None  # "the monitoring group the Lund Observatory"
        if any(one.proper and not one.name for one in source.children_of("compound", "nmod")):
            return None  # "the Aamaq agency"
        if source.lemma in _BODIES:
            body = self._within(self._last_body, source)
            named = body is not None and any(word[0].isupper() for word in body.name.split()[1:])
            return body if named or mention is None else None
        return self._within(self._last, source) if source.lemma == "statement" else None

    def _described_person(self, source: Token) -> Speaker | None:
        """The named person whom the sentences before are about."""
        for subject in subjects_before(self._parse, source):
            mention = self._index.at(subject)
            actor = self._actors.get(mention.actor) if mention is not None else None
            if mention is not None and actor is not None and actor.kind == "person":
                if "/" not in actor.id:
                    return self._of(mention)
        return None

    def _counsel(self, source: Token) -> Speaker | None:
        """Who spoke before as somebody's counsel: "Ann Lee, defending, said … the barrister"."""
        known = self._unnamed_before.get((source.lemma, source.plural))
        if known is not None or self._last_person is None:
            return known
        sentence = self._parse.sentences[self._last_person[0]]
        words = self._parse.tokens_of(sentence)
        pleads = any(word.lower in _PLEADING or word.lemma in _COUNSEL for word in words)
        return self._within(self._last_person, source) if pleads else None

    def _within(self, last: tuple[int, Speaker] | None, source: Token) -> Speaker | None:
        """A speaker of the sentences just before."""
        return last[1] if last is not None and 0 <= source.sent - last[0] <= _NEAR else None

    def _is_persons_name(self, token: Token) -> bool:
        mention = self._index.at(token)
        actor = self._actors.get(mention.actor) if mention is not None else None
        return actor is not None and actor.kind == "person"

    def _person(self, head: Token) -> Speaker:
        """The person whose name ends in `head`, though the source is a title."""
        mention = self._index.at(head)
        if mention is not None:
            return self._of(mention)
        first = head.i
        tokens = self._parse.tokens
        while tokens[first - 1].ent == "PERSON" and tokens[first - 1].sent == head.sent:
            first -= 1
        name = self._parse.text[tokens[first].start : head.end]
        return Speaker(name, name, None, how="new name")

    def _apposed(self, source: Token) -> Mention | None:
        """The mention of a name that the source is part of, or in apposition to."""
        mention = self._index.around(source)
        if mention is None:
            return None
        return mention if mention.form == ("name" if source.proper else "mixed") else None

    def _of(self, mention: Mention) -> Speaker:
        actor = self._actors.get(mention.actor)
        name = actor.name if actor else mention.actor
        affiliation = self._actors.get(actor.affiliation) if actor and actor.affiliation else None
        return Speaker(
            name, mention.actor, mention.side, affiliation.name if affiliation else None,
            "/" in mention.actor or (actor is not None and actor.kind == UNLISTED),
            _how(mention, actor),
        )  # fmt: skip

    def _joint(self, mentions: list[Mention]) -> Speaker:
        names = [self._of(mention).name for mention in mentions]
        ids = list(dict.fromkeys(mention.actor for mention in mentions))
        sides = {mention.side for mention in mentions}
        side = sides.pop() if len(sides) == 1 else None
        return Speaker(", ".join(dict.fromkeys(names)), "+".join(ids), side, how="several")

    def _unnamed(self, source: Token, words: tuple[int, int]) -> Speaker:
        """A source with no name; "the aide" is the aide that was quoted before."""
        speaker = self._described(source, words)
        apart = any(c.lower in _APART for c in source.children_of("amod"))
        if speaker.actor is not None and not source.pronoun and not source.proper and not apart:
            self._unnamed_before[source.lemma, source.plural] = speaker
            if speaker.anonymous and not source.plural:
                self._last_unnamed = (source.sent, speaker)
        return speaker

    def _described(self, source: Token, words: tuple[int, int]) -> Speaker:
        """A source with no mention: its affiliation is the actor that its phrase names."""
        tokens = self._parse.tokens
        first, last = noun_phrase(source, tokens)
        while tokens[first].start < words[0]:
            first += 1  # the parser's phrase may hold words before the source's
        name = whole_name(self._parse, source, words)
        name = name or self._parse.text[tokens[first].start : tokens[last].end]
        named = source.proper or source.pronoun
        shown = name if named else described_by(self._parse, source, words)
        proper = any(item.proper and not item.name for item in tokens[first : last + 1])
        kind = self._resources.lexicons.role_class(source.lemma)
        anonymous = not proper and kind not in ("group", "institution", "media", "document")
        against = source.lemma in OPPONENTS or kind in ("people", "kin")
        linked = self._affiliated(source, kind) if not (source.pronoun or against) else None
        if linked is not None and self._is_title_of(source, linked):
            return self._of(linked)
        if linked is not None:
            affiliation = self._actors.get(linked.actor)
            return Speaker(
                shown, f"{linked.actor}/{source.lemma}", linked.side,
                affiliation.name if affiliation else linked.actor, anonymous, "affiliated",
            )  # fmt: skip
        if source.pronoun:
            return self._last_speaker(source) or Speaker(name, None, None)
        trade = trade_of(source, self._actors) if not against else None
        if trade is not None:
            return Speaker(
                shown, f"{trade.id}/{source.lemma}", self._actors.side_of(trade.id), trade.name,
                anonymous, "affiliated",
            )  # fmt: skip
        camp = self._camp(source) if not against else None
        if camp is not None:
            return Speaker(
                shown, f"{camp}/{source.lemma}", self._camps[camp], camp, anonymous, "affiliated"
            )
        if source.proper and len(name.split()) <= _LONGEST_NAME:
            name = self._in_full(name)
            spelt_out = next(
                (actor for actor in self._actors.actors if name == _initials(actor.name)),
                None,
            )
            if spelt_out is not None:
                side = self._actors.side_of(spelt_out.id)
                return Speaker(spelt_out.name, spelt_out.id, side, how="new name")
            taken = self._resources.actor(name) is not None
            actor = f"{name} (unlisted)" if taken else name
            return Speaker(name, actor, None, how="new name")
        watcher = watcher_of(source, self._meant)
        if watcher is not None:
            side = self._actors.side_of(watcher.id)
            return Speaker(watcher.name, watcher.id, side, how="taken up")
        body = self._watcher
        if is_watcher(source) and body is not None:
            return Speaker(body, body, self._resources.third_parties, how="taken up")
        plain = name.lower().removeprefix("the ").removeprefix("a ").removeprefix("an ")
        side = self._resources.third_parties if anonymous else None
        how = "new name" if source.proper else "described" if kind else "no person"
        return Speaker(shown, plain, side, None, anonymous, how)

    def _in_full(self, name: str) -> str:
        """A name without its article, and in full if it is that of a body named elsewhere."""
        plain = name.removeprefix("the ").removeprefix("The ")
        if self._watcher is not None and plain in self._watcher.split():
            return self._watcher
        return plain if plain[:1].isupper() else name

    def _is_title_of(self, source: Token, linked: Mention) -> bool:
        """Whether a role is the title of a person: "Leader of the Opposition Ann Lee"."""
        actor = self._actors.get(linked.actor)
        titled = self._resources.lexicons.role_class(source.lemma) == "role"
        if actor is None or "person" not in actor.kind.lower() or not titled:
            return False
        return any(self._index.at(name) is linked for name in names_after_title(source))

    def _affiliated(self, source: Token, kind: str) -> Mention | None:
        """The listed actor that a source's phrase names as its own.

        A report that somebody commissioned is not theirs.
        """
        queue = [child for child in source.children if child.dep not in ("relcl", "punct")]
        while queue:
            token = queue.pop(0)
            if token.dep == "acl" and kind == "document":
                if token.lemma in _AUTHORED:  # "kept by her", not "filed against her"
                    queue.extend(token.children_of("agent"))
                continue
            if token.dep == "acl" and token.lemma not in _BELONGING:
                continue
            mention = self._index.at(token)
            if mention is not None and mention.form == "incorporated":
                continue  # "Britain-based" is no affiliation
            if mention is not None and self._is_listed(mention):
                return mention
            if token.dep in (
                "compound",
                "nmod",
                "appos",
                "prep",
                "pobj",
                "poss",
                "amod",
                "acl",
                "agent",
                "dobj",
            ):
                queue.extend(child for child in token.children if child.dep != "relcl")
        return None

    def _last_speaker(self, pronoun: Token) -> Speaker | None:
        """Who was quoted within the two sentences before: a person for "he", a body for "it"."""
        if pronoun.lower in ("he", "she"):
            found = self._last_unnamed or self._last_man_or_woman(pronoun)
        else:
            found = self._last_body if pronoun.lower == "it" else None
        if found is None:
            return None
        sentence, speaker = found
        near = 0 <= pronoun.sent - sentence <= 2
        return replace(speaker, how="pronoun") if near else None

    def _last_man_or_woman(self, pronoun: Token) -> tuple[int, Speaker] | None:
        """The person with a name who spoke in this sentence or the one before."""
        if self._last_person is None or pronoun.sent - self._last_person[0] > 1:
            return None
        gender = gender_of_name(self._last_person[1].name.split()[0].lower())
        return self._last_person if gender in ("", "m" if pronoun.lower == "he" else "f") else None

    def _camp(self, source: Token) -> str | None:
        """The affiliation without an actor of its own that a source's phrase names."""
        tokens = self._parse.tokens[source.left : source.right + 1]
        return next((token.lower for token in tokens if token.lower in self._camps), None)

    def _is_listed(self, mention: Mention) -> bool:
        actor = self._actors.get(mention.actor)
        return actor is None or actor.kind != UNLISTED

    def relayed(self, speaker: Speaker, conduit: Speaker) -> Speaker:
        """An official whom a medium of a side quotes, without saying whose, is that side's."""
        medium = self._actors.get(conduit.actor)
        if speaker.side is not None or medium is None or conduit.side is None:
            return speaker
        office = self._resources.lexicons.role_class((speaker.actor or "").rpartition("/")[2])
        return replace(speaker, side=conduit.side) if office else speaker

    def new_actor(self, speaker: Speaker) -> Actor | None:
        """The actor to list for a speaker who is none yet."""
        if speaker.actor is None or "+" in speaker.actor or self._actors.get(speaker.actor):
            return None
        owner = speaker.actor.partition("/")[0] if "/" in speaker.actor else None
        named = speaker.actor == speaker.name and speaker.actor[:1].isupper()
        kind = "person" if owner or named else UNLISTED
        return Actor(speaker.actor, speaker.name, kind, affiliation=owner)
