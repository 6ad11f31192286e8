"""What actors and acts are called: loaded terms, and their neutral counterparts.

A term is a label only where it characterises an actor: as the head or a modifier of a mention,
or predicated of one ("X is a terror group"). A term beside a place that an actor holds ("their
terrorist stronghold") is a label without a mention; beside anything else it is wording, and
counts for nobody (Recasens et al. 2013; Reisigl and Wodak's nomination and predication).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import LoadedTerm, Mention
from framing.annotators._index import MentionIndex
from framing.annotators._voice import Voices
from framing.annotators._words import is_mentioned_word
from framing.language.syntax import agent_of, clause_subject, is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token
    from framing.lexicon import Entry, Lexicon

__all__ = ["annotate"]

_POS = {"N": "noun", "J": "adj", "V": "verb", "R": "adv"}
#: Ranks are part of a name rather than a choice of word.
_RANKS = frozenset(
    {"general", "colonel", "major", "captain", "lieutenant", "sergeant", "commodore", "admiral",
     "corporal", "constable", "brigadier", "commander", "sir", "dame", "lord", "lady", "professor"}
)  # fmt: skip


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[LoadedTerm, ...]:
    """Find the terms that characterise actors and acts.

    Returns
    -------
    tuple of LoadedTerm
        In text order: labels (loaded or not), euphemisms, dysphemisms and evaluative wording.
    """
    namer = _Namer(parse, article, rows, resources)
    found = [*namer.labels(), *namer.role_labels(), *namer.acts()]
    found.sort(key=lambda row: (row.start, row.end))
    return tuple(namer.numbered(found))


class _Namer:
    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
        self.resources = resources
        self.index = MentionIndex(parse, rows.mentions)
        self.voices = Voices(rows.attributions)
        self.forms = [(token.lower, token.lemma) for token in parse.tokens]
        self.taken: set[int] = set()

    # -------------------------------------------------------------- labels

    def labels(self) -> Iterator[LoadedTerm]:
        """Terms of the labels lexicon."""
        lexicon = self.resources.lexicons["labels"]
        for first, end, entry in lexicon.matcher.find(self.forms, accept=self._fits):
            tokens = self.parse.tokens[first:end]
            if self._is_name_part(tokens) or is_mentioned_word(self.parse, tokens[0]):
                continue
            head = next((token for token in tokens if token.head not in tokens), tokens[-1])
            row = self._label(tokens, head, entry, lexicon)
            if row is not None:
                self.taken.update(token.i for token in tokens)
                yield row

    def role_labels(self) -> Iterator[LoadedTerm]:
        """Plain nouns for what an actor is: "fighters", "foreign minister", "the group"."""
        lexicon = self.resources.lexicons["roles"]
        for mention in self.index.mentions:
            if mention.form in ("pronoun", "metonym"):
                continue
            run: list[Token] = []
            for token in [*self.parse.between(mention.start, mention.end), None]:
                if token is not None and self._is_role(token, mention):
                    run.append(token)
                    continue
                if run:
                    entry = self.resources.lexicons.roles[run[-1].lemma]
                    self.taken.update(item.i for item in run)
                    yield self._row(
                        self._with_modifier(run, mention), "label", entry, lexicon, mention=mention,
                        confidence=0.8, actor=mention.actor, side=mention.side,
                    )  # fmt: skip
                run = []

    def _is_role(self, token: Token, mention: Mention) -> bool:
        entry = self.resources.lexicons.roles.get(token.lemma)
        if entry is None or token.name or token.i in self.taken or not token.noun:
            return False
        if entry["class"] in ("place", "document") or token.lemma in _RANKS:
            return False
        if token.proper and entry["class"] != "role":
            return False
        if is_mentioned_word(self.parse, token):
            return False
        return self.index.around(token) is mention

    def _with_modifier(self, run: list[Token], mention: Mention) -> list[Token]:
        """ "Foreign" belongs to "Foreign Minister"."""
        before = self.parse.tokens[run[0].i - 1] if run[0].i else None
        fits = (
            before is not None and before.start >= mention.start and not before.name
            and before.dep in ("compound", "nmod") and before.head in run
            and before.lower not in self.resources.lexicons.demonyms and before.i not in self.taken
        )  # fmt: skip
        return [before, *run] if fits and before is not None else run

    def _label(
        self, tokens: list[Token], head: Token, entry: Entry, lexicon: Lexicon
    ) -> LoadedTerm | None:
        mention = self._target(head)
        negated = is_negated(head) or (is_negated(head.head) and head.dep in ("attr", "acomp"))
        if mention is not None:
            return self._row(
                tokens, "label", entry, lexicon, mention=mention, actor=mention.actor,
                side=mention.side, confidence=0.5 if negated else min(0.9, mention.confidence),
            )  # fmt: skip
        modified = _modified_noun(head)
        role_class = self.resources.lexicons.role_class
        if modified is not head and role_class(modified.lemma) == "place":
            actor, side = self._holder(modified, head)
            if actor is not None:
                return self._row(
                    tokens, "label", entry, lexicon, actor=actor, side=side, confidence=0.75
                )
        if modified is head and head.noun and role_class(head.lemma) == "place":
            actor, side = self._holder(head, head)
            return self._row(
                tokens, "label", entry, lexicon, actor=actor, side=side, confidence=0.65
            )
        if modified is head and head.noun:
            return self._row(tokens, "label", entry, lexicon, confidence=0.6)
        if entry.number("loadedness") < 2:
            return None
        return self._row(tokens, "evaluative", entry, lexicon, confidence=0.6)

    def _target(self, head: Token) -> Mention | None:
        """The mention that a term heads, modifies or is predicated of."""
        mention = self.index.around(head)
        if mention is not None:
            return mention
        if head.dep in ("attr", "acomp", "oprd") and head.head.verb:
            verb = head.head
            subject = (
                verb.child("nsubj", "nsubjpass", "dobj")
                if head.dep != "oprd"
                else (verb.child("dobj") or verb.child("nsubjpass", "nsubj"))
            )
            return self.index.at(subject)
        if head.dep == "appos":
            return self.index.at(head.head)
        if head.noun and head.child("nsubj") is not None:
            return self.index.at(head.child("nsubj"))  # "considers it a regime"
        if head.dep == "pobj" and head.head.lower == "as" and head.head.head.verb:
            verb = head.head.head
            return self.index.at(
                verb.child("dobj")
                or (verb.child("nsubjpass") if is_passive(verb) else None)
                or (None if verb.child("dobj") else clause_subject(verb))
            )
        noun = _modified_noun(head)
        if noun is not head:
            return self._target(noun)
        return None

    def _holder(self, place: Token, term: Token) -> tuple[str | None, str | None]:
        """Who holds a place that a term characterises: "their terrorist stronghold"."""
        owner = self.index.at(place.child("poss"))
        if owner is not None:
            return owner.actor, owner.side
        called = self.index.actors_called(term.lemma)
        if not called:
            return None, None
        actor = called.most_common(1)[0][0]
        side = next(m.side for m in self.index.mentions if m.actor == actor)
        return actor, side

    # -------------------------------------------------------------- acts

    def acts(self) -> Iterator[LoadedTerm]:
        """Wording of acts and things: euphemism, dysphemism, evaluation."""
        lexicon = self.resources.lexicons["acts"]
        for first, end, entry in lexicon.matcher.find(self.forms, accept=self._fits):
            tokens = self.parse.tokens[first:end]
            if self._is_name_part(tokens) or tokens[0].i in self.taken:
                continue
            if not entry.number("loadedness"):
                continue
            head = next((token for token in tokens if token.head not in tokens), tokens[-1])
            if self._is_plain_use(head):
                continue
            yield self._row(
                tokens, entry["kind"], entry, lexicon, confidence=0.7,
                favours=self._favours(head, entry["favours"]),
            )  # fmt: skip

    def _is_plain_use(self, head: Token) -> bool:
        """ "Riot police" are police; an island that "lies on" a lake deceives nobody."""
        roles = self.resources.lexicons.roles
        if head.dep in ("compound", "nmod") and head.head.lemma in roles:
            return True
        places = ("on", "in", "at", "between", "near", "beyond", "under", "off", "along")
        return head.lemma == "lie" and any(c.lower in places for c in head.children_of("prep"))

    def _favours(self, head: Token, who: str) -> str | None:
        """The side that the wording of an act helps: its agent's, or the other one."""
        if who not in ("agent", "patient"):
            return None
        agent, patient = self._parties(head)
        helped, hurt = (agent, patient) if who == "agent" else (patient, agent)
        if helped is not None:
            return helped.side
        return self._opposite(hurt.side) if hurt is not None else None

    def _parties(self, head: Token) -> tuple[Mention | None, Mention | None]:
        verb = head if head.verb else None
        if verb is not None and is_passive(verb):
            return self.index.at(agent_of(verb)), self.index.at(verb.child("nsubjpass"))
        if verb is not None:
            return self.index.at(clause_subject(verb)), self.index.at(verb.child("dobj"))
        agent = self.index.at(head.child("poss"))
        of = head.child("prep")
        patient = self.index.at(of.child("pobj")) if of is not None else None
        if agent is None and head.dep in ("dobj", "pobj"):
            governor = next((up for up in head.ancestors() if up.verb), None)
            agent = self.index.at(clause_subject(governor)) if governor is not None else None
        return agent, patient

    def _opposite(self, side: str | None) -> str | None:
        contrast = self.resources.actors.contrast("labels")
        if contrast is None or side is None:
            return None
        if side in contrast.sides_a:
            return min(contrast.sides_b, default=None)
        return min(contrast.sides_a, default=None) if side in contrast.sides_b else None

    # -------------------------------------------------------------- shared

    def _fits(self, first: int, end: int, entry: Entry) -> bool:
        tokens = self.parse.tokens[first:end]
        if any(token.name for token in tokens):
            return False
        head = tokens[-1] if len(tokens) > 1 and "noun" in entry.pos else tokens[0]
        if "phrase" in entry.pos:
            return True
        pos = _POS.get(head.tag[0], "")
        if pos == "verb" and head.dep in ("amod", "compound") and entry.fits("adj"):
            return True
        if (
            pos == "adj"
            and head.dep in ("compound", "nsubj", "dobj", "pobj")
            and entry.fits("noun")
        ):
            return True
        return entry.fits(pos)

    def _is_name_part(self, tokens: list[Token]) -> bool:
        """Whether a capitalised term stands inside a longer proper name."""
        first, last = tokens[0], tokens[-1]
        if not last.text[:1].isupper() or self.parse.sentence(first).zone == "headline":
            return False
        sentence = self.parse.sentence(first)
        before = self.parse.tokens[first.i - 1] if first.i > sentence.first else None
        after = self.parse.tokens[last.i + 1] if last.i + 1 < sentence.last else None
        near = [
            other is not None and other.proper and not other.name
            for other in (
                before if before is not None and before.i > sentence.first else None,
                after,
            )
        ]
        return last.proper and any(near)

    def _row(
        self, tokens: list[Token], kind: str, entry: Entry, lexicon: Lexicon, *,
        confidence: float, mention: Mention | None = None, actor: str | None = None,
        side: str | None = None, favours: str | None = None,
    ) -> LoadedTerm:  # fmt: skip
        start, end = tokens[0].start, tokens[-1].end
        sentence = self.parse.sentence(tokens[0])
        return LoadedTerm(
            article_id=self.article.id,
            span_id="",
            start=start,
            end=end,
            text=self.article.text[start:end],
            zone=sentence.zone,
            sentence_id=sentence.id,
            voice=self.voices.voice(start, end),
            in_content_of=self.voices.contents(start),
            confidence=confidence,
            evidence=lexicon.evidence(entry),
            kind=kind,
            term=entry.term,
            entry=f"{lexicon.name}:{entry.term}",
            actor=actor,
            mention_id=mention.span_id if mention is not None else None,
            side=side,
            favours=favours,
            polarity=entry["polarity"] or "neutral",
            loadedness=entry.number("loadedness"),
            alternatives=entry.many("alternatives"),
        )

    def numbered(self, rows: list[LoadedTerm]) -> Iterator[LoadedTerm]:
        """The rows with ids in text order, in scored or other zones alike."""
        from dataclasses import replace

        for number, row in enumerate(rows):
            yield replace(row, span_id=f"l{number}")


def _modified_noun(token: Token) -> Token:
    """The noun that a term modifies, else the term itself."""
    while token.dep in ("amod", "compound", "nmod", "npadvmod") and token.head.noun:
        token = token.head
    return token
