"""Who is who: the actors file, its sides, contrasts and issues."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from framing.errors import ActorsError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["CONTRAST_FAMILIES", "Actor", "Actors", "Contrast", "Issue", "Side", "load_actors"]

#: The families of measures that may each have a contrast of their own.
CONTRAST_FAMILIES = ("labels", "claims", "events")


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, group, state or outlet that an article speaks of."""

    id: str
    name: str
    kind: str = ""
    side: str | None = None
    aliases: tuple[str, ...] = ()
    affiliation: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Side:
    """The camp a reader puts actors in.

    Sides of one `bloc` are pooled where a contrast is about claims; that says nothing about
    allegiance. A `debatable` side is also left out once, as a variant of each measure.
    """

    id: str
    name: str
    bloc: str | None = None
    debatable: bool = False


@dataclass(frozen=True, slots=True)
class Contrast:
    """The two camps that a family of measures compares; positive means more on side A."""

    side_a: str
    side_b: str
    sides_a: frozenset[str]
    sides_b: frozenset[str]

    def without(self, sides: frozenset[str]) -> Contrast:
        """The same contrast with some sides left out of both camps."""
        return replace(self, sides_a=self.sides_a - sides, sides_b=self.sides_b - sides)


@dataclass(frozen=True, slots=True)
class Issue:
    """What an attribution or proposition is about within the article."""

    id: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Actors:
    """The contents of an actors file.

    Examples
    --------
    >>> from framing.actors import Actor, Actors, Side
    >>> actors = Actors(
    ...     actors=(Actor("U", "Dockers' Union", side="L"), Actor("P", "Port Authority", side="M")),
    ...     sides=(Side("L", "Labour"), Side("M", "Management")),
    ... )
    >>> actors.side_of("U")
    'L'
    >>> actors.contrast_between("L", "M").sides_a
    frozenset({'L'})
    """

    actors: tuple[Actor, ...] = ()
    sides: tuple[Side, ...] = ()
    contrasts: Mapping[str, Contrast] = field(default_factory=dict)
    issues: tuple[Issue, ...] = ()

    def get(self, actor_id: str | None) -> Actor | None:
        """The actor of this id, or None."""
        return next((actor for actor in self.actors if actor.id == actor_id), None)

    def side_of(self, actor_id: str | None) -> str | None:
        """The side of an actor, through its affiliation where it has none of its own."""
        seen: set[str] = set()
        actor = self.get(actor_id)
        while actor is not None and actor.side is None and actor.id not in seen:
            seen.add(actor.id)
            actor = self.get(actor.affiliation)
        return actor.side if actor else None

    def side_name(self, side_id: str | None) -> str:
        """What to call a side or bloc in a report."""
        if side_id is None:
            return "no side"
        side = next((side for side in self.sides if side.id == side_id), None)
        return side.name if side else side_id

    def actor_name(self, actor_id: str | None) -> str:
        """What to call an actor in a report."""
        actor = self.get(actor_id)
        return actor.name if actor else (actor_id or "unknown")

    @property
    def debatable_sides(self) -> frozenset[str]:
        """Sides that the file marks debatable."""
        return frozenset(side.id for side in self.sides if side.debatable)

    def members(self, name: str) -> frozenset[str]:
        """The side ids that a side or bloc name stands for; empty if it names neither."""
        if any(side.id == name for side in self.sides):
            return frozenset({name})
        return frozenset(side.id for side in self.sides if side.bloc == name)

    def contrast(self, family: str) -> Contrast | None:
        """The contrast of a family of measures: its own, else that of claims, else of labels."""
        for name in (family, "claims", "labels"):
            if name in self.contrasts:
                return self.contrasts[name]
        return None

    def contrast_between(self, side_a: str, side_b: str) -> Contrast:
        """The contrast of two sides or blocs, named by id or by name.

        Raises
        ------
        ActorsError
            If either is unknown, or both share a side.
        """
        ids = [self._resolve_side(name) for name in (side_a, side_b)]
        contrast = Contrast(ids[0], ids[1], self.members(ids[0]), self.members(ids[1]))
        if contrast.sides_a & contrast.sides_b:
            raise ActorsError(
                f"contrast: {side_a!r} and {side_b!r} have a side in common; name two that differ"
            )
        return contrast

    def with_contrast(self, side_a: str, side_b: str) -> Actors:
        """A copy in which every family compares these two sides or blocs."""
        contrast = self.contrast_between(side_a, side_b)
        return replace(self, contrasts=dict.fromkeys(CONTRAST_FAMILIES, contrast))

    def _resolve_side(self, name: str) -> str:
        known = {side.id for side in self.sides} | {side.bloc for side in self.sides if side.bloc}
        if name in known:
            return name
        wanted = name.casefold()
        for side in self.sides:
            if wanted in (side.id.casefold(), side.name.casefold()):
                return side.id
        for actor in self.actors:
            side_id = self.side_of(actor.id)
            if side_id and wanted in {alias.casefold() for alias in (actor.id, *actor.names)}:
                return side_id
        accepted = ", ".join(sorted(str(item) for item in known)) or "none: the file has no sides"
        raise ActorsError(f"unknown side or bloc {name!r}; accepted: {accepted}")


# ------------------------------------------------------------------------ the file

_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _ActorEntry(_Strict):
    id: _Text
    name: _Text
    kind: str = ""
    side: _Text | None = None
    aliases: list[_Text] = []
    affiliation: _Text | None = None
    note: str = ""


class _SideEntry(_Strict):
    id: _Text
    name: _Text
    bloc: _Text | None = None
    debatable: bool = False
    note: str = ""


class _IssueEntry(_Strict):
    id: _Text
    terms: list[_Text] = []
    note: str = ""


class _Contrasts(_Strict):
    labels: Annotated[list[_Text], Field(min_length=2, max_length=2)] | None = None
    claims: Annotated[list[_Text], Field(min_length=2, max_length=2)] | None = None
    events: Annotated[list[_Text], Field(min_length=2, max_length=2)] | None = None


class _File(_Strict):
    actor: list[_ActorEntry] = []
    side: list[_SideEntry] = []
    contrasts: _Contrasts = _Contrasts()
    issue: list[_IssueEntry] = []


def load_actors(path: str | Path) -> Actors:
    """Read an actors file (TOML).

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    Actors

    Raises
    ------
    ActorsError
        If the file is missing, is not TOML, has an unknown key, repeats an id or an alias,
        names an unknown side, or its affiliations form a cycle. The message names the file
        and the place.
    """
    path = Path(path)
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ActorsError(f"{path}: cannot be read as an actors file: {reason}") from error
    except tomllib.TOMLDecodeError as error:
        raise ActorsError(f"{path}: not valid TOML: {error}") from error
    return parse_actors(raw, name=str(path))


def parse_actors(raw: Mapping[str, Any], *, name: str = "actors") -> Actors:
    """Check and build `Actors` from the parsed contents of an actors file.

    Raises
    ------
    ActorsError
        As `load_actors`.
    """
    try:
        file = _File.model_validate(raw)
    except ValidationError as error:
        raise ActorsError(f"{name}: {_explain(error)}") from error
    sides = tuple(Side(item.id, item.name, item.bloc, item.debatable) for item in file.side)
    actors = Actors(
        actors=tuple(
            Actor(
                item.id,
                item.name,
                item.kind.strip().lower(),
                item.side,
                tuple(item.aliases),
                _owner(item.affiliation, file.actor),
            )
            for item in file.actor
        ),
        sides=sides,
        issues=tuple(Issue(item.id, tuple(item.terms)) for item in file.issue),
    )
    _check_ids(actors, name)
    _check_references(actors, name)
    _check_aliases(actors, name)
    contrasts = {}
    for family in CONTRAST_FAMILIES:
        pair = getattr(file.contrasts, family)
        if pair is None:
            continue
        try:
            contrasts[family] = actors.contrast_between(*pair)
        except ActorsError as error:
            raise ActorsError(f"{name}: contrasts.{family}: {error}") from None
    return replace(actors, contrasts=contrasts)


def _owner(affiliation: str | None, entries: list[_ActorEntry]) -> str | None:
    """The id of the actor that an affiliation names, by id or by name; else as it stands."""
    if affiliation is None or any(entry.id == affiliation for entry in entries):
        return affiliation
    wanted = affiliation.casefold()
    for entry in entries:
        if wanted in {name.casefold() for name in (entry.name, *entry.aliases)}:
            return entry.id
    return affiliation


def _explain(error: ValidationError) -> str:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        models: dict[str, type[BaseModel]] = {
            "actor": _ActorEntry, "side": _SideEntry, "issue": _IssueEntry,
            "contrasts": _Contrasts,
        }  # fmt: skip
        model = models.get(str(first["loc"][0]), _File) if len(first["loc"]) > 1 else _File
        return f"{place}: unknown key; accepted: {', '.join(model.model_fields)}"
    return f"{place}: {first['msg'].lower()} (found {first['input']!r})"


def _check_ids(actors: Actors, name: str) -> None:
    for kind, ids in (
        ("actor", [actor.id for actor in actors.actors]),
        ("side", [side.id for side in actors.sides]),
        ("issue", [issue.id for issue in actors.issues]),
    ):
        twice = next((item for item in ids if ids.count(item) > 1), None)
        if twice is not None:
            raise ActorsError(f"{name}: {kind} id {twice!r} is used twice; ids must differ")
    for actor in actors.actors:
        if actor.id == "author" or actor.id[0] == "@" or set(actor.id) & set("/+"):
            raise ActorsError(
                f"{name}: actor id {actor.id!r} is reserved; accepted: an id without '/' and '+' "
                "that does not begin with '@' and is not 'author'"
            )
    clash = {side.id for side in actors.sides} & {side.bloc for side in actors.sides}
    if clash:
        raise ActorsError(
            f"{name}: {min(map(str, clash))!r} names both a side and a bloc; rename one"
        )


def _check_references(actors: Actors, name: str) -> None:
    sides = [side.id for side in actors.sides]
    for actor in actors.actors:
        if actor.side is not None and actor.side not in sides:
            raise ActorsError(
                f"{name}: actor {actor.id!r}: unknown side {actor.side!r}; "
                f"accepted: {', '.join(sides) or 'none: add a [[side]]'}"
            )
        seen = [actor.id]
        link = actors.get(actor.affiliation)
        while link is not None:
            if link.id in seen:
                raise ActorsError(
                    f"{name}: affiliations form a cycle: {' -> '.join([*seen, link.id])}"
                )
            seen.append(link.id)
            link = actors.get(link.affiliation)


def _check_aliases(actors: Actors, name: str) -> None:
    owner: dict[str, str] = {}
    for actor in actors.actors:
        for alias in dict.fromkeys(text.casefold() for text in actor.names):
            if alias in owner:
                raise ActorsError(
                    f"{name}: actors {owner[alias]!r} and {actor.id!r} share the name "
                    f"{alias!r}; a name must belong to one actor"
                )
            owner[alias] = actor.id
