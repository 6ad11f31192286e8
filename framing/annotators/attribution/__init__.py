"""Who is quoted, by which expression, saying what (attribution relations, Pareti 2016).

Rules over the dependency parse: a reporting verb, noun or phrase gives the cue, its subject
the source, its complement and the quotation marks the content. Nesting is kept as depth, and
a relay credits the speaker whom the medium quotes. A learned tagger, where there is one, finds
what is said in other words too, and its spans come first.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import Attribution, RoleSpan
from framing.annotators._names import UNLISTED
from framing.annotators._places import Places
from framing.annotators._reading import UNREAD
from framing.annotators.attribution._claims import is_no_claim
from framing.annotators.attribution._spans import outside
from framing.annotators.attribution._sureness import chance_of_speaker
from framing.annotators.attribution.combine import combined
from framing.annotators.attribution.layout import opens_with_dash, turns
from framing.annotators.attribution.learned import from_tagger
from framing.annotators.attribution.phrases import from_phrases
from framing.annotators.attribution.quotations import add_loose_quotations
from framing.annotators.attribution.speakers import Speaker, Speakers
from framing.annotators.attribution.verbs import from_verbs
from framing.article import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.actors import Actor
    from framing.annotation import Rows
    from framing.annotators.attribution._raw import Raw
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse

__all__ = ["annotate"]

_MEDIA = ("media", "news", "outlet", "broadcaster", "newspaper")


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[tuple[Attribution, ...], tuple[Actor, ...]]:
    """Find the attributions of an article.

    Parameters
    ----------
    parse : Parse
    article : Article
    rows : Rows
        With mentions.
    resources : Resources
        Whose actors include those that the mentions discovered.

    Returns
    -------
    attributions : tuple of Attribution
        In order of their content.
    discovered : tuple of Actor
        Speakers that no file lists and no mention found.
    """
    raws = [*from_verbs(parse, resources), *from_phrases(parse, resources)]
    raws = [raw for raw in raws if parse.sentence(raw.at).zone not in UNREAD]
    raws = _without_rivals(raws)
    if resources.tagger is not None:
        learned = list(from_tagger(parse, resources))
        raws = _without_rivals(combined(parse, learned, raws))
    raws = add_loose_quotations(parse, [*raws, *turns(parse)], resources)
    speakers = Speakers(parse, rows.mentions, resources.actors, resources)
    raws = _merge_relays(parse, raws, speakers, resources)
    raws.sort(key=lambda raw: (raw.start, -raw.end))
    parents = _parents(raws)
    found: list[Attribution] = []
    discovered: dict[str, Actor] = {}
    for number, raw in enumerate(raws):
        speaker = speakers.resolve(raw.source, raw.source_span)
        actor = speakers.new_actor(speaker)
        if actor is not None:
            discovered.setdefault(actor.id, actor)
        parent = parents[number]
        depth = sum(1 for _ in _above(number, parents))
        conduit = speakers.resolve(raw.conduit) if raw.conduit is not None else None
        if conduit is not None:
            speaker = speakers.relayed(speaker, conduit)
        medium = speakers.new_actor(conduit) if conduit is not None else None
        if medium is not None:
            discovered.setdefault(medium.id, medium)
        row = _row(number, raw, speaker, parse, article)
        found.append(
            replace(
                row,
                depth=depth,
                parent=f"ar{parent}" if parent is not None else None,
                conduit=conduit.actor if conduit else None,
                counted=depth == 1 and row.claim,
            )
        )
    return tuple(found), tuple(discovered.values())


def _without_rivals(raws: list[Raw]) -> list[Raw]:
    """One attribution a cue and a content: of two with the same content the surer stays."""
    kept: list[Raw] = []
    cues: set[int] = set()
    said: set[tuple[object, ...]] = set()
    contents: Places[Raw] = Places()
    for raw in raws:
        for start, end in raw.content:
            contents.add(start, end, raw)
    # "rejected his claim that …": what is said is his claim, not the rejection.
    rejections = {
        id(outer)
        for claim in raws
        if claim.rule == "noun"
        for _, _, outer in contents.around(claim.at.start)
        if outer.entry is not None and outer.entry["class"] in ("denial", "evaluation")
    }
    for raw in sorted(raws, key=lambda raw: -raw.confidence):
        same = (tuple(raw.content), raw.source.i if raw.source is not None else None)
        if id(raw) in rejections or raw.at.i in cues or same in said:
            continue
        kept.append(raw)
        cues.add(raw.at.i)
        said.add(same)
    return sorted(kept, key=lambda raw: raw.at.i)


def _merge_relays(
    parse: Parse, raws: list[Raw], speakers: Speakers, resources: Resources
) -> list[Raw]:
    """ "X said …, the Courier reported": one attribution of X, with the Courier as conduit."""
    dropped: set[int] = set()
    ordered = sorted(raws, key=lambda raw: raw.at.start)
    starts = [raw.at.start for raw in ordered]
    for outer in raws:
        if not _is_medium(outer, speakers, resources):
            continue
        for raw in ordered[bisect_left(starts, outer.start) : bisect_left(starts, outer.end)]:
            if not outer.encloses(raw) or id(raw) in dropped or parse.quote_at(raw.at.start):
                continue
            opens = raw.source_span is not None and raw.source_span[0] <= outer.start + 2
            if opens and raw.end >= outer.end - 2:
                raw.conduit = raw.conduit or outer.source
                dropped.add(id(outer))
                break
    return [raw for raw in raws if id(raw) not in dropped]


def _is_medium(raw: Raw, speakers: Speakers, resources: Resources) -> bool:
    """Whether the source is a medium: by its listed kind, or an unlisted name that reports."""
    actor = resources.actor(speakers.resolve(raw.source, raw.source_span).actor or "")
    if actor is not None and any(word in actor.kind.lower() for word in _MEDIA):
        return True
    unlisted = actor is None or actor.kind in ("organisation", UNLISTED)
    proper = raw.source is not None and raw.source.proper
    return unlisted and proper and raw.at.lemma in ("report", "write")


def _parents(raws: list[Raw]) -> list[int | None]:
    """For each attribution the one whose content most closely encloses its cue.

    Of two with the same words ("according to X, …, according to Y") the later stands under the
    earlier, so that no word is counted twice. None stands under itself, by however many others.
    """
    contents: Places[int] = Places()
    for number, raw in enumerate(raws):
        for start, end in raw.content:
            contents.add(start, end, number)
    parents: list[int | None] = [None] * len(raws)
    for own, raw in enumerate(raws):
        places = (raw.at.start, raw.start, (raw.start + raw.end) // 2)
        near = {number for place in places for *_, number in contents.around(place)} - {own}
        fitting = [
            number
            for number in near
            if _stands_under(raws, own, number) and own not in _above(number, parents)
        ]
        parents[own] = min(
            fitting,
            key=lambda number: (raws[number].end - raws[number].start, number),
            default=None,
        )
    return parents


def _above(number: int, parents: list[int | None]) -> Iterator[int]:
    """An attribution and all that it stands under, as far as they are known."""
    up: int | None = number
    while up is not None:
        yield up
        up = parents[up]


def _stands_under(raws: list[Raw], own: int, number: int) -> bool:
    raw, other = raws[own], raws[number]
    encloses, enclosed = other.encloses(raw), raw.encloses(other)
    if encloses and not enclosed:
        return True
    return number < own and not (enclosed and not encloses) and other.covers(raw)


def _row(number: int, raw: Raw, speaker: Speaker, parse: Parse, article: Article) -> Attribution:
    text = article.text
    content = outside(parse, sorted(raw.content)) or sorted(raw.content)
    direct = _direct_parts(parse, content)
    parts = [RoleSpan("content", start, end) for start, end in content]
    parts += [RoleSpan("cue", start, end) for start, end in raw.cue]
    parts += [RoleSpan("direct_part", start, end) for start, end in direct]
    if raw.source_span is not None:
        said_by = outside(parse, [raw.source_span])
        parts += [RoleSpan("source", start, end) for start, end in said_by]
    start = min(part.start for part in parts)
    end = max(part.end for part in parts)
    words = sum(count_words(text[first:last]) for first, last in content)
    quoted = sum(count_words(text[first:last]) for first, last in direct)
    sentence = parse.sentence(raw.at)
    return Attribution(
        article_id=article.id,
        span_id=f"ar{number}",
        start=start,
        end=end,
        text=text[start:end],
        zone=sentence.zone,
        sentence_id=sentence.id,
        confidence=raw.confidence,
        evidence=raw.model or f"rule: {raw.rule}",
        type="direct" if quoted >= words and direct else "mixed" if quoted else "indirect",
        parts=tuple(sorted(parts, key=lambda part: (part.start, part.role))),
        speaker=speaker.name,
        actor=speaker.actor,
        side=speaker.side,
        affiliation=speaker.affiliation,
        anonymous=speaker.anonymous,
        speaker_evidence=speaker.how,
        speaker_confidence=chance_of_speaker(speaker.how, raw.confidence),
        claim=raw.claim and not is_no_claim(raw, speaker.how),
        content_words=words,
        direct_words=quoted,
        cue=" … ".join(text[first:last] for first, last in raw.cue),
        cue_stance=int(raw.entry["stance"]) if raw.entry is not None else 0,
    )


def _direct_parts(parse: Parse, content: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if content and opens_with_dash(parse, content[0][0]):
        return content
    return [
        (max(start, quote.start), min(end, quote.end))
        for start, end in content
        for quote in parse.quotes_within(start, end)
        if not (quote.start < start and end < quote.end)
    ]
