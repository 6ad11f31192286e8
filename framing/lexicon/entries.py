"""What a lexicon holds: entries, and what each says of its term."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from framing.lexicon.matching import Matcher
from framing.lexicon.spelling import flatten

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Entry", "Lexicon"]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One line of a lexicon: a term and what is said of it.

    Examples
    --------
    >>> entry = Entry("outfit", frozenset({"noun"}), {"loadedness": "2", "alternatives": "group"})
    >>> entry["loadedness"], entry.number("loadedness"), entry.many("alternatives")
    ('2', 2, ('group',))
    """

    term: str
    pos: frozenset[str]
    values: Mapping[str, str] = field(default_factory=dict)

    def __getitem__(self, column: str) -> str:
        """The cell as text; empty where the lexicon has no such column."""
        return self.values.get(column, "")

    def many(self, column: str) -> tuple[str, ...]:
        """The values of a cell that separates them by ``|``."""
        cell = self[column]
        return tuple(part.strip() for part in cell.split("|")) if cell else ()

    def number(self, column: str) -> int:
        """The cell as a whole number; 0 where it is empty."""
        return int(self[column] or 0)

    def flag(self, column: str) -> bool:
        """Whether the cell says yes."""
        return self[column] == "yes"

    def fits(self, pos: str) -> bool:
        """Whether a head of this universal part of speech (any case) can be the term.

        Names are nouns here, since taggers take capitalised nouns for names; auxiliaries are
        verbs. A phrase fits any.
        """
        pos = {"PROPN": "NOUN", "AUX": "VERB"}.get(pos.upper(), pos)
        wanted = {"propn": "noun", "name": "noun", "aux": "verb"}
        return "phrase" in self.pos or pos.lower() in {wanted.get(own, own) for own in self.pos}


@dataclass(frozen=True)
class Lexicon:
    """A named, versioned term list.

    Examples
    --------
    >>> from framing.lexicon import load_lexicon
    >>> labels = load_lexicon("labels")
    >>> labels.lookup("regime")[0].many("alternatives")[0]
    'government'
    """

    name: str
    title: str
    version: str
    licence: str
    kind: str
    notes: str
    entries: tuple[Entry, ...] = field(repr=False)
    columns: Mapping[str, str] = field(default_factory=dict, repr=False)
    overlays: tuple[Lexicon, ...] = field(default=(), repr=False)

    @property
    def versioned(self) -> str:
        """Name and version, of what is laid over it too: ``labels@1.1.0 + mine@1.0.0``."""
        below = [f"{own.name}@{own.version}" for own in reversed(self.overlays)]
        return " + ".join((f"{self.name}@{self.version}", *below))

    def owner(self, entry: Entry) -> Lexicon:
        """The lexicon that an entry comes from: this one, or one laid over it."""
        return next((own for own in self.overlays if entry in own.members), self)

    def evidence(self, entry: Entry) -> str:
        """How a row names the entry it rests on: ``name@version:term``."""
        owner = self.owner(entry)
        return f"{owner.name}@{owner.version}:{entry.term}"

    @cached_property
    def members(self) -> frozenset[Entry]:
        """The entries, to ask whether one is among them."""
        return frozenset(self.entries)

    @cached_property
    def matcher(self) -> Matcher:
        """A matcher over all entries, built once."""
        return Matcher(self.entries)

    @cached_property
    def _index(self) -> dict[str, tuple[Entry, ...]]:
        index: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            key = flatten(entry.term)
            index[key] = (*index.get(key, ()), entry)
        return index

    def lookup(self, term: str) -> tuple[Entry, ...]:
        """The entries of a term in any spelling, in file order; empty if there is none."""
        return self._index.get(flatten(term), ())

    def where(self, **values: str) -> tuple[Entry, ...]:
        """The entries whose cells have these values, in file order."""
        return tuple(
            entry
            for entry in self.entries
            if all(entry[column] == value for column, value in values.items())
        )
