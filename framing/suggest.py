"""A proposal for an actors file, made from what the articles themselves name."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framing.analysis import iter_results
from framing.reading import as_articles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.result import Result

__all__ = ["suggest_actors", "suggest_from_results"]

#: Forms of mention whose words name the actor: candidates for aliases.
NAMING_FORMS = frozenset({"name"})
#: Kinds of actors that have no name of their own.
NAMELESS = frozenset({"", "unnamed", "unlisted"})
#: How many of an actor's phrases a comment shows.
MOST_PHRASES = 8
WORD = re.compile(r"[^\W_]+")
#: The longest alias proposed, in words.
LONGEST = 4

_HEAD = """\
# Who is who: proposed from {count}, to be edited.
#
# 1. Delete the actors that do not matter and correct names and kinds. Two entries that are one
#    actor: move the name of one into the aliases of the other.
# 2. Write the sides that you compare, and put each actor on one: side = "A". An actor with an
#    affiliation and no side stands on its affiliation's.
# 3. Name the two sides of the contrast. Which actor stands where is your reading, so it is
#    left open here.
#
# [contrasts]
# labels = ["A", "B"]
# claims = ["A", "B"]
#
# [[side]]
# id = "A"
# name = "One side"
#
# [[side]]
# id = "B"
# name = "The other side"
"""


def suggest_actors(articles: Any) -> str:
    """Propose an actors file from the articles, for its reader to edit.

    Parameters
    ----------
    articles : str, Article, mapping, DataFrame, or iterable of these
        As `framing.analyze` takes them.

    Returns
    -------
    str
        TOML that `load_actors` accepts: one entry an actor, those mentioned most first, with
        kind, aliases and affiliation as far as the articles tell, and counts and phrases as
        comments. Sides are a template in comments: none is invented. A name that two actors
        share is given to the one mentioned more often.

    Raises
    ------
    ReadError, LanguageError
        If an article is empty, binary or not English.

    Examples
    --------
    >>> import tomllib
    >>> text = suggest_actors("“We won,” said Ann Lee of the Farmers' Union on Friday.")
    >>> [actor["name"] for actor in tomllib.loads(text)["actor"] if actor["kind"] == "person"]
    ['Ann Lee']
    """
    return suggest_from_results(iter_results(as_articles(articles)))


def suggest_from_results(results: Iterable[Result]) -> str:
    """Propose an actors file from analyses made without one; see `suggest_actors`."""
    found: dict[str, _Candidate] = {}
    articles = 0
    for result in results:
        articles += 1
        _count(result, found)
    named = [one for one in found.values() if one.kind not in NAMELESS and one.weight]
    named.sort(key=lambda one: (-one.weight, one.name.casefold()))
    _settle_names(named)
    names = {_key(one.name): one.name for one in named}
    affiliations = _affiliations(named)
    entries = [_entry(one, names.get(affiliations.get(_key(one.name), ""))) for one in named]
    nameless = [one for one in found.values() if one.kind in NAMELESS and one.mentions]
    return "\n".join(
        [_HEAD.format(count=_times(articles, "article")), *entries, *_nameless(nameless)]
    )


# ------------------------------------------------------------------------ counting


@dataclass
class _Candidate:
    """An actor as several articles name it."""

    name: str
    kinds: Counter[str] = field(default_factory=Counter)
    affiliations: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    phrases: Counter[str] = field(default_factory=Counter)
    mentions: int = 0
    attributions: int = 0
    aliases: tuple[str, ...] = ()

    @property
    def weight(self) -> int:
        """How often it is mentioned or heard."""
        return self.mentions + self.attributions

    @property
    def kind(self) -> str:
        """What it is taken for most often."""
        return self.kinds.most_common(1)[0][0] if self.kinds else ""


def _count(result: Result, found: dict[str, _Candidate]) -> None:
    """Add one article's actors, by their names."""
    actors = {actor.id: actor for actor in result.actors.actors}
    own = {
        actor.id: found.setdefault(_key(actor.name), _Candidate(_tidy(actor.name)))
        for actor in actors.values()
    }
    for actor_id, actor in actors.items():
        candidate = own[actor_id]
        candidate.kinds[actor.kind] += 1
        candidate.names.update(actor.aliases)
        affiliated = actors.get(actor.affiliation or "")
        if affiliated is not None:
            candidate.affiliations[_key(affiliated.name)] += 1
    for mention in result.rows.mentions:
        known = own.get(mention.actor)
        if known is None:
            continue
        known.mentions += 1
        if mention.nominal:
            phrase = _tidy(mention.text)
            known.phrases[phrase] += 1
            if mention.form in NAMING_FORMS:
                known.names.update(_names_in(phrase))
    for attribution in result.rows.attributions:
        known = own.get(attribution.actor or "")
        if known is not None:
            known.attributions += 1


def _key(name: str) -> str:
    return _without_article(_tidy(name)).casefold()


def _tidy(text: str) -> str:
    """One line, without characters that TOML forbids."""
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _without_article(phrase: str) -> str:
    words = phrase.split()
    if len(words) > 1 and words[0].casefold() in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


def _names_in(phrase: str) -> list[str]:
    """The phrase itself without article and genitive, where its longer words are capitalised."""
    name = _without_article(phrase).removesuffix("’s").removesuffix("'s")
    words = name.split()
    proper = all(word[:1].isupper() or len(word) <= 3 for word in words)
    return [name] if words and len(words) <= LONGEST and proper and words[-1][:1].isupper() else []


def _settle_names(candidates: list[_Candidate]) -> None:
    """Give every name to one actor: its own to each, another to whom it names most often."""
    owner = {one.name.casefold(): one for one in candidates}
    claims = [
        (count, -place, name, one)
        for place, one in enumerate(candidates)
        for name, count in one.names.items()
    ]
    for _, _, name, one in sorted(claims, key=lambda claim: claim[:3], reverse=True):
        owner.setdefault(name.casefold(), one)
    for one in candidates:
        spelled = {name.casefold(): name for name in sorted(one.names, reverse=True)}
        one.aliases = tuple(
            name
            for folded, name in sorted(spelled.items())
            if owner[folded] is one and not _overlap(one.name, name)
        )


def _overlap(name: str, alias: str) -> bool:
    """Whether one holds the other whole: a surname or a name with its title is no alias."""
    words, others = _words(name), _words(alias)
    return words in others or others in words


def _words(text: str) -> str:
    return " ".join(["", *WORD.findall(text.casefold()), ""])


# ------------------------------------------------------------------------ writing


def _affiliations(candidates: list[_Candidate]) -> dict[str, str]:
    """Whom each speaks for most often, by key, without circles."""
    keys = {_key(one.name) for one in candidates}
    chosen: dict[str, str] = {}
    for one in candidates:
        own = _key(one.name)
        for key, _ in one.affiliations.most_common():
            if key in keys and own not in _chain(key, chosen):
                chosen[own] = key
                break
    return chosen


def _chain(key: str, chosen: dict[str, str]) -> list[str]:
    chain = [key]
    while chain[-1] in chosen:
        chain.append(chosen[chain[-1]])
    return chain


def _entry(one: _Candidate, affiliation: str | None) -> str:
    """One ``[[actor]]``, with what it rests on as comments."""
    seen = [_tidy(phrase)[:60] for phrase, _ in one.phrases.most_common(MOST_PHRASES)]
    more = f"; {len(one.phrases) - len(seen)} more" if len(one.phrases) > len(seen) else ""
    lines = [
        f"# {_times(one.mentions, 'mention')}, {_times(one.attributions, 'attribution')}"
        + (f": {'; '.join(seen)}{more}" if seen else ""),
        "[[actor]]",
        f"id = {_quoted(one.name)}",
        f"name = {_quoted(one.name)}",
        f"kind = {_quoted(one.kind)}",
    ]
    if one.aliases:
        lines.append(f"aliases = [{', '.join(map(_quoted, one.aliases))}]")
    if affiliation is not None:
        lines.append(f"affiliation = {_quoted(affiliation)}")
    return "\n".join([*lines, ""])


def _nameless(groups: list[_Candidate]) -> list[str]:
    """A comment on those that the articles name by common nouns only."""
    groups = sorted(groups, key=lambda one: (-one.mentions, one.name.casefold()))
    lines = [f"#   {_tidy(one.name)} ({_times(one.mentions, 'mention')})" for one in groups]
    if lines:
        lines.insert(
            0,
            "# Spoken of without a name; who is meant may be an actor's alias, or one more actor:",
        )
    return [*lines, ""] if lines else []


def _times(count: int, what: str) -> str:
    return f"{count} {what}{'s' if count != 1 else ''}"


def _quoted(text: str) -> str:
    """A TOML string: JSON's escapes are TOML's."""
    return json.dumps(_tidy(text), ensure_ascii=False)
