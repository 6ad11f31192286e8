"""Rival propositions: what one camp claims and the other contests, and how each is hedged."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from framing.annotation import AUTHOR, Proposition
from framing.annotators._places import Places
from framing.annotators._voice import Voices
from framing.annotators.epistemic.contest import denies, is_contested

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Epistemic, Event, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token

__all__ = ["propositions"]

_DOUBT = frozenset({"distancing", "evidential"})


def propositions(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[Proposition, ...]:
    """Group what is claimed around each noun that a distancing hedge qualifies.

    For "the alleged attack" the first proposition is that there was one: its mentions are the
    noun's, with the same compound. If sources contest it ("was staged", "a staged event"),
    the rival proposition is theirs: its mentions are the contesting predicates.

    Returns
    -------
    tuple of Proposition
        Claims before their rivals, in text order.
    """
    hedged = _hedged_nouns(parse, rows)
    cues = frozenset(entry.term for entry in resources.lexicons["epistemic"].entries if hedged)
    found: list[Proposition] = []
    for lemma in hedged:
        heads = _mentions_of(lemma, hedged[lemma], parse, cues)
        if len(heads) < 2:
            continue
        holder = _holder(rows, {token.start for token in heads})
        found.append(_claim(len(found), lemma, heads, holder, parse, article, rows))
        rivals = _contesting(heads, lemma, parse, rows)
        if rivals:
            found.append(_rival(len(found), lemma, rivals, article, rows))
    found.extend(_hedged_acts(len(found), parse, article, rows, resources))
    return tuple(found)


def _hedged_acts(
    number: int, parse: Parse, article: Article, rows: Rows, resources: Resources
) -> Iterator[Proposition]:
    """Acts that a hedge introduces and that are told again: "reportedly hyped", "the hype".

    Verb and noun are tied by the `events` lexicon. The holder is the hedge's.
    """
    lexicon = resources.lexicons["events"]
    kinds = {
        term: frozenset({term}.union(*(entry.many("nominal") for entry in lexicon.lookup(term))))
        for term in {event.predicate for event in rows.events}
    }
    hedges: dict[int, Epistemic] = {}
    for cue in rows.epistemic:
        if cue.cue_class == "hedge" and cue.level in _DOUBT and cue.form in ("adverb", "phrase"):
            token = parse.between(cue.start, cue.end)[-1]
            hedges.setdefault(token.head.i, cue)
    done: set[str] = set()
    for place, event in enumerate(rows.events):
        hedge = _hedge_of(event, hedges, parse)
        if hedge is None or event.span_id in done:
            continue
        kind = kinds.get(event.predicate, frozenset())
        alike = [
            other
            for other in rows.events[place:]
            if kind & kinds.get(other.predicate, frozenset())
            and other.agent == event.agent and other.harm == event.harm
        ]  # fmt: skip
        if len(alike) < 2:
            continue
        done.update(other.span_id for other in alike)
        marks = tuple(
            (other.start, other.end, _hedge_of(other, hedges, parse) is not None) for other in alike
        )
        bare = any(
            not hedged and other.voice == AUTHOR
            for (_, _, hedged), other in zip(marks, alike, strict=True)
        )
        yield Proposition(
            article_id=article.id,
            proposition_id=f"p{number}",
            proposition=f"{event.predicate}: {event.text}",
            holder_side=hedge.holder_side,
            hedged=sum(1 for *_, hedged in marks if hedged),
            total=len(marks),
            hedge_dropped=bare,
            mentions=marks,
        )
        number += 1


def _hedge_of(event: Event, hedges: dict[int, Epistemic], parse: Parse) -> Epistemic | None:
    tokens = parse.between(event.start, event.end)
    return next((hedges[token.i] for token in tokens if token.i in hedges), None)


def _hedged_nouns(parse: Parse, rows: Rows) -> dict[str, list[Token]]:
    nouns: dict[str, list[Token]] = {}
    for cue in rows.epistemic:
        if cue.cue_class != "hedge" or cue.level != "distancing" or cue.form != "adjective":
            continue
        token = parse.between(cue.start, cue.end)[-1]
        noun = token.head
        while noun.dep in ("compound", "nmod") and noun.head.noun:
            noun = noun.head
        if noun.tag in ("NN", "NNS"):
            nouns.setdefault(noun.lemma, []).append(noun)
    return nouns


def _compounds(noun: Token) -> set[str]:
    return {
        inner.lemma
        for child in noun.children_of("compound", "amod", "nmod")
        for inner in (child, *child.children_of("compound", "amod"))
    }


def _mentions_of(
    lemma: str, hedged: list[Token], parse: Parse, epistemic: frozenset[str]
) -> list[Token]:
    """Every mention of the hedged noun that is not plainly another thing."""
    kinds = set().union(*(_compounds(noun) for noun in hedged)) - epistemic
    heads = []
    for token in parse.tokens:
        if token.lemma != lemma or token.tag not in ("NN", "NNS"):
            continue
        if parse.sentence(token).zone not in ("headline", "caption", "body"):
            continue
        own = _compounds(token) - epistemic
        if token in hedged or own & kinds or (not own and _is_anaphoric(token)):
            heads.append(token)
    return heads


def _is_anaphoric(noun: Token) -> bool:
    return any(c.dep == "det" and c.lower in ("the", "this", "that") for c in noun.children)


def _contesting(
    heads: list[Token], lemma: str, parse: Parse, rows: Rows
) -> list[tuple[int, int, Token]]:
    """Predicates that contest the noun, and later echoes of them ("this staged event")."""
    found: dict[int, tuple[int, int, Token]] = {}
    used: set[str] = set()
    for head in heads:
        if not is_contested(head, parse):
            continue
        verb = next((up for up in head.ancestors() if up.verb and denies(up)), None)
        if verb is not None:
            found[verb.i] = (verb.start, verb.end, verb)
            used.add(verb.lemma)
    for token in parse.tokens:
        if (
            token.lemma in used
            and token.i not in found
            and (token.verb or token.tag == "JJ")
            and token.dep in ("amod", "ROOT", "acl", "conj", "xcomp", "ccomp")
        ):
            found[token.i] = (token.start, token.end, token)
    return [found[at] for at in sorted(found)]


def _holder(rows: Rows, starts: set[int]) -> str | None:
    sides = Counter(
        cue.holder_side
        for cue in rows.epistemic
        if cue.holder_side is not None
        and any(cue.start < at <= cue.scope_end for at in starts)
        and cue.level == "distancing"
    )
    return sides.most_common(1)[0][0] if sides else None


def _claim(
    number: int, lemma: str, heads: list[Token], holder: str | None,
    parse: Parse, article: Article, rows: Rows,
) -> Proposition:  # fmt: skip
    hedges = [cue for cue in rows.epistemic if cue.cue_class == "hedge" and cue.level in _DOUBT]
    voices = Voices(rows.attributions)
    mentions: list[tuple[int, int, bool]] = []
    dropped = False
    for head in heads:
        left = parse.tokens[head.left]
        first = bisect_left(hedges, left.start, key=lambda cue: cue.start)
        is_hedged = first < len(hedges) and hedges[first].start < head.end
        in_author_voice = voices.voice(head.start) == AUTHOR
        if mentions and mentions[0][2] and not is_hedged and in_author_voice:
            dropped = True
        mentions.append((left.start, head.end, is_hedged))
    names = [article.text[parse.tokens[head.left].start : head.end] for head in heads[:1]]
    return Proposition(
        article_id=article.id,
        proposition_id=f"p{number}",
        proposition=f"there was {names[0]}" if names else lemma,
        holder_side=holder,
        hedged=sum(1 for *_, is_hedged in mentions if is_hedged),
        total=len(mentions),
        hedge_dropped=dropped,
        mentions=tuple(mentions),
    )


def _rival(
    number: int, lemma: str, rivals: list[tuple[int, int, Token]], article: Article, rows: Rows
) -> Proposition:
    mentions = []
    sides: Counter[str] = Counter()
    voices = Voices(rows.attributions)
    by_id = {row.span_id: row for row in rows.attributions}
    doubts: Places[Epistemic] = Places()
    for cue in rows.epistemic:
        if cue.level in _DOUBT and cue.form == "adverb":
            doubts.add(cue.scope_start, cue.scope_end, cue)
    for start, end, _ in rivals:
        around = [by_id[span] for span in voices.contents(start)]
        outer = min(around, key=lambda row: row.depth, default=None)
        if outer is not None and outer.side is not None:
            sides[outer.side] += 1
        doubted = any(row.cue_stance < 0 and row.depth == 1 for row in around) or bool(
            doubts.around(start)
        )
        mentions.append((start, end, doubted))
    return Proposition(
        article_id=article.id,
        proposition_id=f"p{number}",
        proposition=f"{lemma}: {article.text[rivals[0][0] : rivals[0][1]]}",
        holder_side=sides.most_common(1)[0][0] if sides else None,
        hedged=sum(1 for *_, is_hedged in mentions if is_hedged),
        total=len(mentions),
        mentions=tuple(mentions),
    )
