"""Sentences read by the real pipeline, as far as the annotators under test."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from framing.actors import Actor, Actors, Side, parse_actors
from framing.annotation import Attribution, LoadedTerm, Mention, Rows
from framing.annotators import (
    Resources,
    attribution,
    builtin_lexicons,
    issues,
    mentions,
    name_table,
    naming,
)
from framing.annotators._voice import Voices
from framing.language import load_pipeline, parse
from framing.reading import as_articles

#: A port strike: a union with its people against a port company.
HARBOUR = parse_actors(
    {
        "side": [{"id": "L", "name": "Labour"}, {"id": "M", "name": "Management"}],
        "contrasts": {"labels": ["L", "M"]},
        "actor": [
            {"id": "DU", "name": "Dockers' Union", "kind": "union", "side": "L"},
            {
                "id": "QUI", "name": "Teresa Quiroga", "kind": "person", "side": "L",
                "affiliation": "DU",
            },
            {"id": "HHA", "name": "Harbour Authority", "kind": "company", "side": "M"},
            {"id": "BLY", "name": "Nigel Bly", "kind": "person", "side": "M", "affiliation": "HHA"},
            {"id": "COU", "name": "Lisbon Courier", "kind": "newspaper"},
        ],
    }
)  # fmt: skip

#: A civil war: an armed group against a state, its government and its army.
FRONT = parse_actors(
    {
        "side": [{"id": "R", "name": "Rebels"}, {"id": "S", "name": "State"}],
        "contrasts": {"labels": ["R", "S"]},
        "actor": [
            {
                "id": "NLF", "name": "Northern Liberation Front", "kind": "armed group",
                "side": "R", "aliases": ["Islamic Resistance"],
            },
            {
                "id": "OKO", "name": "Samuel Okoro", "kind": "person", "side": "R",
                "affiliation": "NLF",
            },
            {"id": "SUD", "name": "Sudan", "kind": "state", "side": "S"},
            {"id": "GOV", "name": "Sudanese government", "kind": "government", "side": "S"},
            {"id": "ARM", "name": "Sudanese Army", "kind": "military", "side": "S"},
            {
                "id": "BAS", "name": "Omar Bashari", "kind": "person", "side": "S",
                "affiliation": "GOV",
            },
            {"id": "WIRE", "name": "Nile Wire", "kind": "news agency"},
        ],
    }
)  # fmt: skip


@dataclass(frozen=True)
class Case:
    """What was found in a text."""

    text: str
    rows: Rows
    actors: Actors

    @property
    def mentions(self) -> list[tuple[str, str]]:
        return [(row.text, row.actor) for row in self.rows.mentions]

    @property
    def labels(self) -> list[tuple[str, str | None]]:
        return [(row.text, row.actor) for row in self.rows.loaded_terms if row.kind == "label"]

    def mention(self, text: str) -> Mention:
        return next(row for row in self.rows.mentions if row.text == text)

    def label(self, text: str) -> LoadedTerm:
        return next(row for row in self.rows.loaded_terms if row.text == text)

    @property
    def said(self) -> list[tuple[str, str, list[str]]]:
        """Speaker, cue and contents of each attribution."""
        return [(row.speaker, row.cue, self.contents(row)) for row in self.rows.attributions]

    @property
    def only(self) -> Attribution:
        (row,) = self.rows.attributions
        return row

    def contents(self, row: Attribution) -> list[str]:
        return [self.text[start:end] for start, end in row.spans_of("content")]


@lru_cache(maxsize=512)
def _read(text: str, which: str) -> Case:
    actors = {"": Actors(), "harbour": HARBOUR, "front": FRONT}[which]
    (article,) = as_articles(text)
    parsed = parse(article, load_pipeline(), name_table(actors, text))
    resources = Resources(actors, builtin_lexicons())
    found, unlisted = mentions.annotate(parsed, article, Rows(), resources)
    resources = resources.with_actors(unlisted)
    rows = Rows(mentions=found)
    said, speakers = attribution.annotate(parsed, article, rows, resources)
    resources = resources.with_actors(speakers)
    voices = Voices(said)
    rows = replace(
        rows,
        mentions=tuple(voices.placed(row) for row in found),
        attributions=tuple(voices.placed_attribution(row) for row in said),
    )
    rows = replace(rows, attributions=issues.annotate(parsed, article, rows, resources))
    rows = replace(rows, loaded_terms=naming.annotate(parsed, article, rows, resources))
    return Case(text, rows, resources.actors)


def read_with(text: str, *actors: Actor) -> list[tuple[str, str]]:
    """The mentions in a text with these actors."""
    listed = Actors(actors, tuple(Side(actor.side, actor.side) for actor in actors if actor.side))
    (article,) = as_articles(text)
    parsed = parse(article, load_pipeline(), name_table(listed, text))
    rows, _ = mentions.annotate(parsed, article, Rows(), Resources(listed, builtin_lexicons()))
    return [(row.text, row.actor) for row in rows]


def read(text: str) -> Case:
    """A text without an actors file."""
    return _read(text, "")


def harbour(text: str) -> Case:
    """A text of the port strike."""
    return _read(text, "harbour")


def front(text: str) -> Case:
    """A text of the civil war."""
    return _read(text, "front")
