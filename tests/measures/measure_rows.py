"""Short ways to write rows for the tests of the measures."""

from __future__ import annotations

import itertools
from dataclasses import replace

from framing.actors import CONTRAST_FAMILIES, Actor, Actors, Contrast, Side
from framing.annotation import (
    Attribution,
    Epistemic,
    Event,
    LoadedTerm,
    Mention,
    RoleSpan,
    Rows,
    Sentence,
    ZoneRow,
)
from framing.article import Article, Zone
from framing.measures import compute

_ids = itertools.count()


def actors(side_a="L", side_b="M", *, sides=(), people=()):
    """Two sides, L and M, with a contrast between them in every family."""
    contrast = Contrast(side_a, side_b, frozenset({side_a}), frozenset({side_b}))
    return Actors(
        actors=tuple(people),
        sides=(Side("L", "Labour"), Side("M", "Management"), *sides),
        contrasts=dict.fromkeys(CONTRAST_FAMILIES, contrast),
    )


def _span(start, end, **more):
    base = {
        "article_id": "t", "span_id": f"x{next(_ids)}", "start": start, "end": end,
        "text": "x" * (end - start), "zone": "body", "sentence_id": f"s{start // 100}",
    }  # fmt: skip
    return base | more


def mention(side, start=0, form="common", **more):
    actor = more.pop("actor", f"{side}1")
    end = more.pop("end", start + 10)
    return Mention(**_span(start, end, **more), actor=actor, side=side, form=form)


def label(side, start=0, polarity="negative", loadedness=2, **more):
    kind = more.pop("kind", "label")
    return LoadedTerm(
        **_span(start, start + 4, **{k: v for k, v in more.items() if k != "mention_id"}),
        kind=kind, term="x", actor=f"{side}1", side=side, polarity=polarity,
        loadedness=loadedness, mention_id=more.get("mention_id"),
    )  # fmt: skip


def source(side, start=0, words=10, direct=0, stance=0, **more):
    own = {
        name: more.pop(name)
        for name in ("depth", "counted", "claim", "issue", "actor", "speaker", "anonymous", "cue")
        if name in more
    }
    own.setdefault("actor", f"{side}1")
    return Attribution(
        **_span(start, start + 50, **more), type="direct" if direct else "indirect", side=side,
        parts=(RoleSpan("cue", start, start + 4), RoleSpan("content", start + 5, start + 50)),
        content_words=words, direct_words=direct, cue_stance=stance, **own,
    )  # fmt: skip


def hedge(side, start=0, attribution=None, **more):
    level = more.pop("level", "distancing")
    return Epistemic(
        **_span(start, start + 5, **more), cue_class="hedge", level=level, holder_side=side,
        attribution=attribution,
    )  # fmt: skip


def event(side, start=0, deleted=False, harm="physical", **more):
    own = {name: more.pop(name) for name in ("agent_known", "agent") if name in more}
    own.setdefault("agent", f"{side}1")
    return Event(
        **_span(start, start + 5, **more), predicate="x", agent_side=side, agent_deleted=deleted,
        harm=harm, **own,
    )  # fmt: skip


def article(length=1000, headline=100):
    """A headline of `headline` characters, then paragraphs of 100 characters each."""
    zones = (Zone("headline", 0, headline),) if headline else ()
    body = tuple(
        Zone("body", start, min(start + 100, length), number)
        for number, start in enumerate(range(headline, length, 100))
    )
    return Article("t", "x" * length, zones + body)


def rows(*every, words=200, headline_words=10):
    """Sort rows into `Rows`, with sentences and zone rows for 1,000 characters of text."""
    names = {
        Mention: "mentions", LoadedTerm: "loaded_terms", Attribution: "attributions",
        Epistemic: "epistemic", Event: "events",
    }  # fmt: skip
    kinds = {name: [] for name in names.values()}
    for row in every:
        kinds[names[type(row)]].append(row)
    sentences = tuple(
        Sentence(**_span(n * 100, n * 100 + 100, span_id=f"s{n}", zone="body" if n else "headline"))
        for n in range(10)
    )
    zones = (
        ZoneRow(
            **_span(0, 100, zone="headline"), words=headline_words, author_words=headline_words
        ),
        ZoneRow(**_span(100, 1000), words=words, author_words=words),
    )
    return Rows(zones=zones, sentences=sentences, **{k: tuple(v) for k, v in kinds.items()})


def measured(found, who=None, text=None, **more):
    return compute(text or article(), found, who or actors(), **more)


def pick(measures, name, variant="all", scope="all", side=None):
    """The one row of this name; for rows of single sides name the side."""
    found = [
        row
        for row in measures
        if (row.measure, row.variant, row.scope) == (name, variant, scope)
        and (side is None or row.side_a == side)
    ]
    assert len(found) == 1, f"{len(found)} rows of {name} {variant} {scope} {side}"
    return found[0]


def counts(row):
    return row.k_a, row.n_a, row.k_b, row.n_b


def person(actor_id, side, affiliation=None):
    return Actor(actor_id, actor_id, "person", side, affiliation=affiliation)


def debated(who, side):
    """The same actors with one side marked debatable."""
    return replace(
        who, sides=tuple(replace(s, debatable=s.debatable or s.id == side) for s in who.sides)
    )
