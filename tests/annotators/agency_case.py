"""A coast guard, a crew and a court, and what agency finds of them in a hand-made parse."""

from __future__ import annotations

from hand import hand_article, hand_parse, resources

from framing.actors import Actor
from framing.annotation import Attribution, Mention, RoleSpan, Rows
from framing.annotators import agency

GUARD = Actor("GUARD", "Coast Guard", "military", "G")
CREW = Actor("CREW", "crew", "group", "C")
COURT = Actor("COURT", "High Court", "court")
KNOWN = resources(GUARD, CREW, COURT, contrast=("G", "C"))


def mention(parse, text, actor, side, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = parse.text.index(text, start + 1)
    return Mention(
        article_id="hand", span_id=f"m{start}", start=start, end=start + len(text), text=text,
        zone="body", actor=actor, side=side, form="common", head=text.split()[-1],
    )  # fmt: skip


def said(parse, cue, content, side, actor="X"):
    at, start = parse.text.index(cue), parse.text.index(content)
    parts = (RoleSpan("cue", at, at + len(cue)), RoleSpan("content", start, start + len(content)))
    return Attribution(
        article_id="hand", span_id="ar0", start=at, end=start + len(content), text="", zone="body",
        type="indirect", parts=parts, actor=actor, side=side, cue=cue,
    )  # fmt: skip


def found(parse, *mentions, attributions=(), known=KNOWN):
    rows = Rows(mentions=mentions, attributions=attributions)
    return agency.annotate(parse, hand_article(parse), rows, known)


def only(parse, *mentions, **more):
    (row,) = found(parse, *mentions, **more)
    return row


def told(row):
    return row.text, row.form, row.agent_realised, row.agent_deleted


def both(parse):
    """The guards and the sailors."""
    return mention(parse, "guards", "GUARD", "G"), mention(parse, "sailors", "CREW", "C")


def sentence(*lines):
    return hand_parse("\n".join(lines))
