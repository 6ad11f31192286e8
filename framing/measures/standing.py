"""M10: who is spoken of and not heard.

Standing: having a voice in the text.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framing.annotation import Standing
from framing.measures._case import Family
from framing.measures._count import status
from framing.measures.intervals import wilson

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.actors import Actors
    from framing.annotation import Measure, Rows
    from framing.measures._case import Case

__all__ = ["FAMILY", "standing", "standing_measures"]

#: Nominal mentions from which an actor counts as spoken of.
SPOKEN_OF = 2


def standing(rows: Rows, actors: Actors) -> tuple[Standing, ...]:
    """Who is spoken of in an article, and whether they are heard in it.

    Spoken of: two or more nominal mentions, or an accusation (a harmful event that the text
    gives them as the agent of, in anybody's voice). Heard: an attribution at any depth, their
    own or that of somebody affiliated to them.

    Parameters
    ----------
    rows : Rows
        Of one article.
    actors : Actors
        Their affiliations say for whom a speaker stands.

    Returns
    -------
    tuple of Standing
        One row an actor spoken of, most mentions first.

    Examples
    --------
    >>> from framing.actors import Actors
    >>> from framing.annotation import Mention, Rows
    >>> union = [
    ...     Mention(article_id="a", span_id=f"m{i}", start=i, end=i + 5, text="Union", zone="body",
    ...             actor="U", side="L", form="name")
    ...     for i in (0, 40)
    ... ]
    >>> [(row.actor, row.standing) for row in standing(Rows(mentions=tuple(union)), Actors())]
    [('U', False)]
    """
    mentions = Counter(row.actor for row in rows.mentions if row.nominal and row.scored)
    accusations = Counter(
        row.agent
        for row in rows.events
        if row.agent and row.agent_known and row.harm != "none" and row.scored
    )
    heard: Counter[str] = Counter()
    direct: Counter[str] = Counter()
    for source in rows.attributions:
        for actor in _upward(source.actor, actors) if source.scored else ():
            heard[actor] += 1
            direct[actor] += source.direct_words
    sides = {row.actor: row.side for row in rows.mentions}
    sides |= {
        row.agent: row.agent_side for row in rows.events if row.agent and row.agent not in sides
    }
    article_id = next((row.article_id for row in (*rows.mentions, *rows.events)), "")
    spoken_of = [
        actor
        for actor in dict.fromkeys((*mentions, *accusations))
        if mentions[actor] >= SPOKEN_OF or accusations[actor]
    ]
    return tuple(
        Standing(
            article_id=article_id, actor=actor, side=sides.get(actor) or actors.side_of(actor),
            mentions=mentions[actor], accusations=accusations[actor], attributions=heard[actor],
            direct_words=direct[actor], standing=heard[actor] > 0,
        )
        for actor in sorted(spoken_of, key=lambda actor: -mentions[actor])
    )  # fmt: skip


def _upward(actor_id: str | None, actors: Actors) -> list[str]:
    """List an actor and whom it is affiliated to, step by step."""
    chain: list[str] = []
    while actor_id is not None and actor_id not in chain:
        chain.append(actor_id)
        actor = actors.get(actor_id)
        actor_id = actor.affiliation if actor else None
    return chain


def standing_measures(case: Case) -> Iterator[Measure]:
    """without_standing: the share, in [0, 1], of each side's actors spoken of and not heard.

    The note names them. Sides of which nobody is spoken of have no row.
    """
    every = standing(case.rows, case.actors)
    for side in case.sides:
        own = [row for row in every if row.side == side]
        silent = {row.actor: case.actors.actor_name(row.actor) for row in own if not row.standing}
        k, n = len(silent), len(own)
        if not n:
            continue
        low, high = wilson(k, n)
        yield case.measure(
            "without_standing", side_a=side, value=k / n, low=low, high=high, k_a=k, n_a=n,
            status=status(n, "no mentions"), note="; ".join(silent.values()),
            spans=tuple(
                row.span_id
                for row in case.rows.mentions
                if row.actor in silent and row.nominal and row.scored
            ),
        )  # fmt: skip


FAMILY = Family(
    name="standing",
    contrast="claims",
    variants=("all", "high_confidence"),
    measure=standing_measures,
)
