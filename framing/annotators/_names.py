"""Which strings name an actor: listed names, name parts, acronyms given in the text, countries.

The parser sees a stand-in for each (see `framing.language.parse`); the key says who it is: an
actor's id, the name of a group that everybody knows, or ``"@"`` and a country for a country, its
capital or its seat of power.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from framing.actors import Actor
from framing.annotators._given_names import are_two
from framing.language.parse import GAZETTEER, GENITIVE, NOBODY
from framing.lexicon import load_lexicon

if TYPE_CHECKING:
    from framing.actors import Actors
    from framing.language.parse import Name

__all__ = [
    "COUNTRY",
    "UNLISTED",
    "Country",
    "countries",
    "groups",
    "has_lost_genitives",
    "is_place_kind",
    "is_state_kind",
    "marks_genitives",
    "name_table",
]

#: Prefix of the key of a country's name.
COUNTRY = GAZETTEER

#: The kind of people whom an article mentions without tying them to a listed actor.
UNLISTED = "unlisted"

_STATE_KINDS = frozenset({"state", "states", "country", "nation", "government"})
_PLACE_KINDS = frozenset({"state", "states", "country", "nation", "city", "region", "territory"})
_TITLES = re.compile(
    r"^(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|President|Prime Minister|King|Queen|"
    r"Gen|General|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Judge|Justice|Sheikh|Imam|Rev|Father|"
    r"Pope|Prince|Princess|Senator|Sen|Rep|Gov|Governor)\.? ",
)
_ACRONYM = re.compile(r"^[\s,]*\(\W?(?:the )?([A-Z][A-Za-z&.-]{0,6}[A-Z])\W?\)")


def is_state_kind(kind: str) -> bool:
    """Whether an actor of this kind can be meant by a country's name or demonym."""
    return any(word in _STATE_KINDS for word in kind.lower().split())


def is_place_kind(kind: str) -> bool:
    """Whether an actor's name can also name the place, as a country's can."""
    return any(word in _PLACE_KINDS for word in kind.lower().split())


@dataclass(frozen=True, slots=True)
class Country:
    """A country of the gazetteer."""

    key: str
    name: str
    names: tuple[str, ...]
    demonyms: frozenset[str]
    capital: str
    metonyms: tuple[str, ...]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All countries of the `countries` lexicon."""
    result = []
    for entry in load_lexicon("countries").entries:
        names = entry.many("aliases")
        display = next((name for name in names if name.lower() == entry.term), entry.term.title())
        result.append(
            Country(
                entry.term,
                display,
                (display, *names),
                frozenset(word.lower() for word in entry.many("demonyms")),
                entry["capital"],
                entry.many("metonyms"),
            )
        )
    return tuple(result)


@lru_cache(maxsize=1)
def groups() -> dict[str, Actor]:
    """The groups of the `groups` lexicon, by the name that is shown, which is their id."""
    found = {}
    for entry in load_lexicon("groups").entries:
        name, *others = entry.many("aliases")
        found[name] = Actor(name, name, kind=entry["kind"], aliases=tuple(others))
    return found


def name_table(actors: Actors, text: str) -> dict[str, Name]:
    """From each name that may stand in `text` to its key and its stand-in for the parser.

    Only names with a capital are hidden: "protesters" is read as it stands and matched
    afterwards.
    """
    table = _gazetteer() | _known_groups(actors)
    surnames = Counter(_surname(actor) for actor in actors.actors if _is_person(actor))
    for actor in actors.actors:
        stand_in = _stand_in(actor)
        for name in actor.names:
            plain = _TITLES.sub("", name)
            for form in dict.fromkeys((name, plain, *_without_article(plain))):
                if _capitalised(form):
                    table[form] = (actor.id, _number(form, stand_in))
                    for other in (form.upper(), *_spellings(form)):
                        table.setdefault(other, (actor.id, _number(form, stand_in)))
            table.update(_acronym_after(plain, text, actor.id))
            singular = plain.removesuffix("s")
            if stand_in == _GROUP and " " in plain and singular != plain and plain[-2:] != "ss":
                table.setdefault(singular, (actor.id, _GROUP))
        surname = _surname(actor)
        if _is_person(actor) and surnames[surname] == 1 and _capitalised(surname):
            table.setdefault(surname, (actor.id, _PERSON))
            table.setdefault(surname.upper(), (actor.id, _PERSON))
            table = _namesakes(actor, surname, text) | table
    if not marks_genitives(text):
        table.update(_genitives(table, text))
    return table


def _namesakes(actor: Actor, surname: str, text: str) -> dict[str, Name]:
    """Others of a listed person's surname, who are not hidden: "Bill Clinton" beside Hillary.

    Nor are places that bear it, "Khan al-Assad".
    """
    if surname not in text:
        return {}
    own = {word for name in actor.names for word in name.split()}
    found = re.findall(rf"\b([A-Z]\w+) {re.escape(surname)}\b", text)
    first = actor.name.split()[0]
    places = re.findall(rf"\b((?:{_PLACES}) (?:[Aa]l[- ])?{re.escape(surname)})\b", text)
    return dict.fromkeys(places, NOBODY) | {
        f"{given} {surname}": NOBODY
        for given in found
        if given not in own and are_two(given, first)
    }


#: Words, Arabic ones too, that make a place's name of a person's.
_PLACES = "Camp|Fort|Lake|Mount|Port|Khan|Tal|Tel|Tell|Jabal|Jebel|Beit|Deir|Wadi|Kafr|Bir|Umm|Ain"


def _genitives(table: dict[str, Name], text: str) -> dict[str, Name]:
    """Names with an s and no apostrophe, for a text that has lost its apostrophes: "Assads"."""
    return {
        f"{name}s": (key, f"{stand_in} {GENITIVE}")
        for name, (key, stand_in) in table.items()
        if key and not name.endswith("s") and f"{name}s" not in table and f"{name}s " in text
    }


def marks_genitives(text: str) -> bool:
    """Whether a text has kept the apostrophes of its genitives."""
    return bool(_GENITIVE_MARK.search(text))


def has_lost_genitives(text: str) -> bool:
    """Whether a text long enough to have a genitive has no apostrophe for any."""
    return len(text) >= _LONG and not marks_genitives(text)


#: Characters of a text in which a genitive is to be expected.
_LONG = 400

_GENITIVE_MARK = re.compile(r"\w['’]s\b")


_PERSON, _STATE, _GROUP, _GROUPS = "Johnson", "France", "NATO", "Democrats"


@lru_cache(maxsize=1)
def _gazetteer() -> dict[str, Name]:
    table: dict[str, Name] = {}
    for country in countries():
        for name in (*country.names, *country.metonyms, country.capital):
            if name and _capitalised(name):
                table.setdefault(name, (COUNTRY + country.key, _STATE))
    return table


def _known_groups(actors: Actors) -> dict[str, Name]:
    """The names of well-known groups: of a listed one's, those that the actors file lacks."""
    listed = {name.lower(): actor.id for actor in actors.actors for name in actor.names}
    table: dict[str, Name] = dict.fromkeys(("al-Houthi", "Al-Houthi", "al-Houthis"), NOBODY)
    for group in groups().values():
        own = {listed[name.lower()] for name in group.names if name.lower() in listed}
        key = own.pop() if len(own) == 1 else group.id
        for name in group.names:
            table[name] = (key, _number(name, _GROUP))
            for other in (name.upper(), *_spellings(name)):
                table.setdefault(other, (key, _GROUP))
    return table


def _is_person(actor: Actor) -> bool:
    return "person" in actor.kind.lower()


def _surname(actor: Actor) -> str:
    words = _TITLES.sub("", actor.name).split()
    words = [word for word in words if word.rstrip(".") not in ("Jr", "Sr", "II", "III")]
    particles = [i for i, word in enumerate(words) if i and word.lower() in _PARTICLES]
    if particles:
        return " ".join(words[particles[0] :])
    return words[-1] if len(words) > 1 else ""


_PARTICLES = frozenset(
    {"de", "da", "di", "van", "von", "der", "den", "bin", "al", "el", "la", "le"}
)


def _stand_in(actor: Actor) -> str:
    if _is_person(actor):
        return _PERSON
    return _STATE if is_place_kind(actor.kind) else _GROUP


def _number(name: str, stand_in: str) -> str:
    last = name.split()[-1]
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 4
    if stand_in == _GROUP and plural and last not in _SINGULAR:
        return _GROUPS
    return stand_in


_SINGULAR = frozenset(
    {"Press", "Times", "News", "Reuters", "Nations", "Affairs", "Airways", "Sports"}
)


def _without_article(name: str) -> tuple[str, ...]:
    return (name[4:],) if name.lower().startswith("the ") else ()


def _spellings(name: str) -> list[str]:
    """A name with the Arabic article as others write it: "Jaish **Al** Fatah", "**Al-**Shabaab"."""
    if not _ARTICLE.search(name):
        return []
    return [_ARTICLE.sub(article, name) for article in ("al-", "Al-", "al ", "Al ", "AL-")]


_ARTICLE = re.compile(r"\b[Aa]l[- ](?=[A-Z])")


def _capitalised(name: str) -> bool:
    return any(char.isupper() or char.isdigit() for char in name)


def _acronym_after(name: str, text: str, actor_id: str) -> dict[str, Name]:
    """An acronym that the text gives in brackets after a name."""
    place = text.find(name)
    if place < 0:
        return {}
    match = _ACRONYM.match(text[place + len(name) : place + len(name) + 14])
    if match is None:
        return {}
    before = text[:place].split()[-1:]
    initial = match.group(1)[0]
    longer = before and before[0][0] == initial != name[0] and text[place - 1] == " "
    return {} if longer else {match.group(1): (actor_id, _GROUP)}  # "Free Lund Army (FLA)"
