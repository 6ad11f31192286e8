"""Who is spoken of: mentions of actors by name, description and pronoun."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import Mention
from framing.annotators._names import is_place_kind
from framing.annotators.mentions._found import Found, Referents
from framing.annotators.mentions._salience import Salience
from framing.annotators.mentions.called_groups import find_called_groups
from framing.annotators.mentions.epithets import resolve_description, resolve_incorporated
from framing.annotators.mentions.evidence import collect_camps
from framing.annotators.mentions.incorporated import find_incorporated, in_compound_participle
from framing.annotators.mentions.linked_names import find_linked_names
from framing.annotators.mentions.links import Links
from framing.annotators.mentions.named import find_named
from framing.annotators.mentions.named_later import find_named_later
from framing.annotators.mentions.pronouns import resolve_pronoun
from framing.annotators.mentions.ties import collect_ties
from framing.annotators.mentions.unlisted import find_unlisted

if TYPE_CHECKING:
    from framing.actors import Actor
    from framing.annotation import Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token

__all__ = ["annotate"]


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[tuple[Mention, ...], tuple[Actor, ...]]:
    """Find the mentions of actors.

    Names come first, wherever they stand; then one pass in reading order resolves
    descriptions and pronouns by what has been read and what the whole article ties together.

    Parameters
    ----------
    parse : Parse
    article : Article
    rows : Rows
        Not used: mentions come first.
    resources : Resources

    Returns
    -------
    mentions : tuple of Mention
        In text order. The voice is still the author's everywhere.
    discovered : tuple of Actor
        Actors that the actors file does not list.
    """
    refs = Referents(parse, resources)
    find_named(refs)
    find_called_groups(refs)
    find_unlisted(refs)
    links = Links(parse, resources)
    find_linked_names(refs, links)
    find_named_later(refs)
    collect_ties(refs)
    find_incorporated(refs)
    camps = collect_camps(refs)
    salience = Salience(refs)
    for token in parse.tokens:
        if token.i not in refs.by_head:
            if token.pronoun:
                resolve_pronoun(refs, token, salience, links)
            elif in_compound_participle(parse, token):
                resolve_incorporated(refs, token, salience, camps)
            elif token.noun and (not token.proper or _is_plain_noun(token, refs)):
                resolve_description(refs, token, salience, links, camps)
        found = refs.by_head.get(token.i)
        if found is not None:
            salience.read(found)
    kept = _without_repeats(refs.ordered())
    rows_found = [_row(found, refs, article) for found in kept]
    rows_found += _in_unparsed_zones(article, refs)
    rows_found.sort(key=lambda row: (row.start, -row.end))
    mentions = tuple(replace(row, span_id=f"m{number}") for number, row in enumerate(rows_found))
    seen = {mention.actor for mention in mentions}
    discovered = tuple(actor for actor in refs.discovered.values() if actor.id in seen)
    return mentions, discovered


def _is_plain_noun(token: Token, refs: Referents) -> bool:
    """Whether a capitalised noun is a common one: at the start of a sentence, in a headline.

    What the parser takes for a name is one, but for a loaded word alone: "crimes by **Regime**".
    """
    lexicons = refs.resources.lexicons
    loaded = token.lemma in lexicons.label_nouns
    beside = refs.parse.tokens[max(0, token.i - 1) : token.i + 2]
    alone = not any(one.proper and one.sent == token.sent for one in beside if one is not token)
    named = token.ent in ("PERSON", "ORG", "GPE") and not (loaded and alone and token.ent == "ORG")
    return not token.name and not named and (bool(lexicons.role_class(token.lemma)) or loaded)


def _without_repeats(found: list[Found]) -> list[Found]:
    """Drop a name inside a longer mention of the same actor: "the Eye (MEE) news portal"."""
    kept: list[Found] = []
    for item in found:
        outer = kept[-1] if kept else None
        inside = outer is not None and item.last <= outer.last and item.actor == outer.actor
        if not inside or item.form == "pronoun":
            kept.append(item)
    return kept


def _in_unparsed_zones(article: Article, refs: Referents) -> list[Mention]:
    """Listed names in credits and datelines, which hold no sentence to parse."""
    found = []
    for zone in article.zones_of("credit", "dateline"):
        text = article.text[zone.start : zone.end]
        for actor in refs.resources.actors.actors:
            for name in sorted(actor.names, key=len, reverse=True):
                match = re.search(rf"\b{re.escape(name)}\b", text)
                if match is None or is_place_kind(actor.kind):
                    continue
                start = zone.start + match.start()
                found.append(
                    Mention(
                        article_id=article.id,
                        span_id="",
                        start=start,
                        end=start + len(name),
                        text=name,
                        zone=zone.kind,
                        evidence="name",
                        actor=actor.id,
                        side=refs.side(actor.id),
                        form="name",
                        head=name.split()[-1],
                    )
                )
                break
    return found


def _row(found: Found, refs: Referents, article: Article) -> Mention:
    tokens = refs.parse.tokens
    start, end = tokens[found.first].start, tokens[found.last].end
    sentence = refs.parse.sentence(found.head)
    return Mention(
        article_id=article.id,
        span_id="",
        start=start,
        end=end,
        text=article.text[start:end],
        zone=sentence.zone,
        sentence_id=sentence.id,
        confidence=found.confidence,
        evidence=found.evidence,
        actor=found.actor,
        side=refs.side(found.actor),
        form=found.form,
        head=found.head.text,
    )
