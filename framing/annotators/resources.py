"""What annotators may look up: the actors and the built-in lexicons, indexed once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.annotators._names import countries, is_state_kind
from framing.errors import LexiconError
from framing.lexicon import Lexicon, Matcher, fold, load_lexicon, overlay

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framing.actors import Actor, Actors
    from framing.annotators._names import Country
    from framing.annotators._reading import Reading
    from framing.encoder import Coreference, Tagger
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["LEXICONS", "Lexicons", "Resources", "builtin_lexicons", "lexicons_with"]

#: The lexicons that every analysis uses.
LEXICONS = (
    "labels", "evaluative", "acts", "reporting", "epistemic", "predicates", "events", "roles",
    "countries", "groups",
)  # fmt: skip


#: The kinds that a lexicon of one's own may have: the others are tied to rules.
_OVERLAID = ("labels", "evaluative", "acts")

_CALENDAR = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
     "february", "march", "april", "may", "june", "july", "august", "september", "october",
     "november", "december", "foreign", "prime", "defence", "defense", "interior", "finance",
     "deputy", "in", "on", "the", "and", "but", "when", "as", "for", "after", "while", "if"}
)  # fmt: skip


@lru_cache(maxsize=1)
def builtin_lexicons() -> Lexicons:
    """The built-in lexicons, indexed once a process."""
    return Lexicons({name: load_lexicon(name) for name in LEXICONS})


def lexicons_with(folders: Iterable[str | Path]) -> Lexicons:
    """The built-in lexicons, with lexicons of one's own laid over those of their kind.

    Parameters
    ----------
    folders : iterable of str or Path
        Each holds ``lexicon.toml`` and ``entries.tsv``; of two that name a term the later counts.

    Raises
    ------
    LexiconError
        If a folder holds no lexicon, or one of a kind that cannot be laid over.
    """
    by_name = dict(builtin_lexicons().by_name)
    own = [load_lexicon(Path(folder)) for folder in folders]
    for lexicon in own:
        if lexicon.kind not in _OVERLAID:
            raise LexiconError(
                f"{lexicon.name}: kind: {lexicon.kind!r}; accepted: {', '.join(_OVERLAID)}"
            )
        by_name[lexicon.kind] = overlay(by_name[lexicon.kind], lexicon)
    return Lexicons(by_name) if own else builtin_lexicons()


class ByLemma(dict[str, "Entry"]):
    """Entries by lemma, however it is spelled: "organization" finds "organisation".

    Its keys are the lexicon's own spelling.
    """

    def __init__(self, entries: Mapping[str, Entry] | Iterable[tuple[str, Entry]]) -> None:
        super().__init__(entries)
        self._folded = {_key(term): entry for term, entry in self.items()}

    def __contains__(self, lemma: object) -> bool:
        return isinstance(lemma, str) and _key(lemma) in self._folded

    def __getitem__(self, lemma: str) -> Entry:
        return self._folded[_key(lemma)]

    def get(self, lemma: str, default: Any = None) -> Any:
        """The entry of a lemma, or the default."""
        return self._folded.get(_key(lemma), default)


def _key(lemma: str) -> str:
    return " ".join(map(fold, lemma.split(" "))) if " " in lemma else fold(lemma)


@dataclass(frozen=True)
class Lexicons:
    """Lexicons by name, with the look-ups that annotators share."""

    by_name: Mapping[str, Lexicon]

    def __getitem__(self, name: str) -> Lexicon:
        """The lexicon of this name."""
        return self.by_name[name]

    @cached_property
    def roles(self) -> dict[str, Entry]:
        """Nouns for persons and groups, by lemma."""
        return ByLemma({entry.term: entry for entry in self["roles"].entries})

    @cached_property
    def label_nouns(self) -> dict[str, Entry]:
        """Label entries that can head a noun phrase, by lemma; metaphors are none of themselves."""
        found = self._by_pos("labels", "noun")
        return ByLemma(
            (term, entry)
            for term, entry in found.items()
            if not {"predicate", "plain"} & set(entry.many("condition"))
        )

    @cached_property
    def said_nouns(self) -> dict[str, Entry]:
        """Label entries that somebody can be called by, metaphors too, by lemma."""
        found = self._by_pos("labels", "noun")
        return ByLemma(
            (term, entry) for term, entry in found.items() if "plain" not in entry.many("condition")
        )

    @cached_property
    def loaded_terms(self) -> tuple[Matcher, dict[Entry, Lexicon]]:
        """A matcher over all terms that can be loaded, and the lexicon of each entry."""
        lexicons = [self[name] for name in ("labels", "evaluative", "acts")]
        lexicon_of = {entry: lexicon for lexicon in lexicons for entry in lexicon.entries}
        return Matcher(lexicon_of), lexicon_of

    @cached_property
    def label_words(self) -> dict[str, Entry]:
        """Label entries that can head or modify a noun phrase, by lemma."""
        return ByLemma({**self._by_pos("labels", "adj"), **self.label_nouns})

    @cached_property
    def reporting_verbs(self) -> dict[str, Entry]:
        """Reporting verbs by lemma."""
        return self._by_pos("reporting", "verb")

    @cached_property
    def reporting_nouns(self) -> dict[str, Entry]:
        """Reporting nouns by lemma."""
        return self._by_pos("reporting", "noun")

    @cached_property
    def according_to(self) -> Entry | None:
        """The reporting lexicon's entry for "according to"."""
        return next(iter(self["reporting"].lookup("according to")), None)

    @cached_property
    def event_verbs(self) -> dict[str, Entry]:
        """Event verbs by lemma."""
        return self._by_pos("events", "verb")

    @cached_property
    def event_nouns(self) -> dict[str, Entry]:
        """Event verbs' entries by the lemma of their nominalisation."""
        return ByLemma(
            (noun, entry) for entry in self["events"].entries for noun in entry.many("nominal")
        )

    @cached_property
    def demonyms(self) -> dict[str, Country]:
        """Countries by demonym, lower case."""
        return {word: country for country in countries() for word in country.demonyms}

    @cached_property
    def neighbours(self) -> frozenset[str]:
        """Lower-case words that may stand beside a country's name without being part of it."""
        kinds = ("role", "institution", "member", "group")
        nouns = {entry.term for entry in self["roles"].entries if entry["class"] in kinds}
        plurals = {f"{noun}s" for noun in nouns}
        return frozenset(nouns | plurals | _CALENDAR | self.demonyms.keys())

    def verb_of(self, verb: Token) -> Entry | None:
        """The reporting entry of a verb, with its particle where it has one ("point out")."""
        particle = verb.child("prt")
        verbs = self.reporting_verbs
        phrasal = verbs.get(f"{verb.lemma} {particle.lower}") if particle is not None else None
        for child in verb.children_of("prep"):
            if phrasal is None and child.i == verb.i + 1:  # "called on them to leave"
                phrasal = verbs.get(f"{verb.lemma} {child.lower}")
        thing = verb.child("dobj")
        if phrasal is None and thing is not None and thing.lower == "it":
            phrasal = verbs.get(f"{verb.lemma} it")
        return phrasal or verbs.get(verb.lemma)

    def role_class(self, lemma: str) -> str:
        """The class of a person or group noun, or ""."""
        entry = self.roles.get(lemma)
        return entry["class"] if entry else ""

    def _by_pos(self, lexicon: str, pos: str) -> dict[str, Entry]:
        return ByLemma((one.term, one) for one in self[lexicon].entries if pos in one.pos)


@dataclass(frozen=True)
class Resources:
    """The actors of one analysis, and the lexicons.

    Parameters
    ----------
    actors : Actors
    lexicons : Lexicons
    tagger : Tagger, optional
        The learned attribution tagger; without it the rules work alone.
    coreference : Coreference, optional
        The learned coreference; without it the rules work alone.
    reading : Reading, optional
        What the tagger says of the article, if it was asked already.
    """

    actors: Actors
    lexicons: Lexicons
    tagger: Tagger | None = None
    coreference: Coreference | None = None
    reading: Reading | None = None

    def with_actors(self, unlisted: tuple[Actor, ...]) -> Resources:
        """A copy that also knows the actors found in an article."""
        if not unlisted:
            return self
        actors = replace(self.actors, actors=(*self.actors.actors, *unlisted))
        return replace(self, actors=actors)

    def actor(self, actor_id: str | None) -> Actor | None:
        """The actor of this id."""
        return self._by_id.get(actor_id) if actor_id else None

    def country_actor(self, key: str, *, government: bool) -> str | None:
        """The listed actor that a country's name, demonym or capital stands for.

        With `government` the government's actor is preferred over the state's.
        """
        sorts = self._country_actors.get(key, {})
        first, second = ("government", "state") if government else ("state", "government")
        return sorts.get(first) or sorts.get(second)

    def government_of(self, state: str) -> str:
        """The listed government of a listed state, else the state itself."""
        sorts = (one for one in self._country_actors.values() if one.get("state") == state)
        return next((one["government"] for one in sorts if "government" in one), state)

    @cached_property
    def third_parties(self) -> str | None:
        """The side to which the actors file gives unnamed sources, if it has one.

        It is a side outside every contrast whose name says so: "unnamed third parties", "others",
        "other states and media".
        """
        opposed = {
            side for pair in self.actors.contrasts.values() for side in pair.sides_a | pair.sides_b
        }
        free = [side for side in self.actors.sides if side.id not in opposed]
        for words in (("third part", "unnamed"), ("others", "other ", "experts")):
            for side in free:
                if any(f" {word}" in f" {side.name.lower()}" for word in words):
                    return side.id
        return None

    @cached_property
    def _by_id(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.actors.actors}

    @cached_property
    def _country_actors(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        states = [actor for actor in self.actors.actors if is_state_kind(actor.kind)]
        for actor in states:
            lowered = {name.lower() for name in actor.names}
            words = {word for name in lowered for word in name.split()}
            for country in countries():
                whole = bool({name.lower() for name in country.names} & lowered)
                if whole or words & country.demonyms:
                    sort = "state" if whole else "government"
                    found.setdefault(country.key, {}).setdefault(sort, actor.id)
        return found
