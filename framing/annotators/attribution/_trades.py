"""For whom unnamed sources speak: by their trade, or by an affiliation that is no actor."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.actors import Actor, Actors
    from framing.language import Parse, Token

__all__ = ["camps", "is_watcher", "trade_of", "watcher_named", "watcher_of"]

#: Words that say for whom an unnamed source speaks, and the kinds of actor they mean.
_MARCHERS = ("union", "movement", "protest", "campaign", "advocacy")
_TRADES = {
    "military": ("military", "army", "armed forces", "armed service"),
    "army": ("military", "army", "armed forces", "armed service"),
    "naval": ("navy", "military", "armed service"),
    "navy": ("navy", "military", "armed service"),
    "police": ("police",),
    "government": ("government",),
    "governmental": ("government",),
    "rebel": ("armed group", "rebel"),
    "insurgent": ("armed group", "rebel"),
    "company": ("company",),
    "union": ("union",),
    "organizer": _MARCHERS,
    "organiser": _MARCHERS,
    "marcher": _MARCHERS,
    "striker": ("union",),
}


def trade_of(source: Token, actors: Actors) -> Actor | None:
    """The only listed actor of the trade that a source's description names.

    "A military source" speaks for the army, "organisers" for those who march, where the actors
    file has one such actor; with several it is left open.
    """
    words = {source.lemma}
    words |= {child.lower for child in source.children_of("amod", "compound", "nmod")}
    kinds = {kind for word in words for kind in _TRADES.get(word, ())}
    if not kinds:
        return None
    found = [
        actor
        for actor in actors.actors
        if "person" not in actor.kind.lower()
        and any(kind in actor.kind.lower() for kind in kinds)
        and actors.side_of(actor.id) is not None
    ]
    return found[0] if len(found) == 1 else None


def camps(actors: Actors) -> dict[str, str]:
    """Side by affiliation, of those that are words ("defence") rather than actors."""
    sides: dict[str, set[str | None]] = {}
    for actor in actors.actors:
        if actor.affiliation is not None and actors.get(actor.affiliation) is None:
            sides.setdefault(actor.affiliation.lower(), set()).add(actors.side_of(actor.id))
    return {
        name: side
        for name, held in sides.items()
        if len(held) == 1 and (side := next(iter(held))) is not None
    }


def watcher_of(source: Token, meant: Iterable[Actor]) -> Actor | None:
    """The one body of those `meant` in a text that watches a war or rights: "a monitor said"."""
    if not is_watcher(source):
        return None
    bodies = [
        actor for actor in meant if actor.kind != "person" and set(actor.name.split()) & _WATCHING
    ]
    return bodies[0] if len(bodies) == 1 else None


def is_watcher(source: Token) -> bool:
    """Whether a source is a body that watches a war or rights, not named: "a monitor"."""
    near = {child.lower for child in source.children_of("compound", "amod", "nmod")}
    watches = source.lemma in _WATCHERS or bool(near & {"monitoring", "monitor"})
    return watches and not (source.plural or source.proper)


def watcher_named(parse: Parse) -> str | None:
    """The name of the one such body that the text names, where no mention holds it.

    Of several forms the longest: "the Northern Observatory for Human Rights".
    """
    names: list[str] = []
    tokens = parse.tokens
    for token in tokens:
        if token.text not in _WATCHING or token.name:
            continue
        first, last = token.i, token.i + 1
        while first and _is_capital(tokens[first - 1]) and not _opens(parse, first):
            first -= 1
        end = last + 1
        while end < len(tokens) and _is_capital(tokens[end]):
            end += 1
        if end > last + 1 and tokens[last].lower in ("for", "of", "on"):
            last = end  # "for Human Rights"
        names.append(parse.text[tokens[first].start : tokens[last - 1].end])
    whole = max(names, key=len, default="")
    return whole if " " in whole and all(name in whole for name in names) else None


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[1:].islower() and token.lower != "the"


def _opens(parse: Parse, at: int) -> bool:
    """Whether a sentence begins with this token."""
    return parse.tokens[at].sent != parse.tokens[at - 1].sent


#: "A war monitor", "the watchdog", and what such bodies are called by name.
_WATCHERS = frozenset({"monitor", "watchdog"})
_WATCHING = frozenset({"Observatory", "Watch", "Monitor", "Monitoring"})
