"""One article as one variant of the measures sees it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from framing.annotation import PRIOR, SURE_SPEAKER, SURE_TARGET, Measure, Rows
from framing.article import SCORED_ZONES, count_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from framing.actors import Actors, Contrast
    from framing.annotation import Attribution
    from framing.article import Article

__all__ = ["Case", "ErrorRates", "Family", "Flip", "cases", "same_camp"]

#: Zones that have a score of their own, in reading order.
ZONE_SCOPES = ("headline", "caption", "body")

#: Zones in which being quoted counts as being heard.
SOURCE_ZONES = frozenset({"body", "caption"})


@dataclass(frozen=True, slots=True)
class Flip:
    """How often a detector is wrong: `lost` hits that are none, `gained` others that are."""

    lost: float = 0.0
    gained: float = 0.0


@dataclass(frozen=True, slots=True)
class ErrorRates:
    """Measured error rates of the annotators, each in [0, 1]; see `framing.measures.compute`.

    Parameters
    ----------
    labels, doubt, agency : Flip
        For mentions counted as loaded, claims and propositions as doubted, agents as deleted.
    sources : float
        The share of attributions given to the wrong one of two camps.
    """

    labels: Flip = Flip()
    doubt: Flip = Flip()
    agency: Flip = Flip()
    sources: float = 0.0


@dataclass(frozen=True)
class Case:
    """An article's rows and contrast as one variant of one family counts them.

    `whole` holds the rows before the variant left any out.
    """

    article: Article
    rows: Rows
    whole: Rows
    actors: Actors
    contrast: Contrast | None
    variant: str = "all"
    errors: ErrorRates | None = None

    @cached_property
    def sides(self) -> tuple[str, ...]:
        """Every side that occurs in a scored zone: the file's first, then in text order."""
        rows = self.whole
        found = [row.side for row in rows.mentions if row.scored]
        found += [row.side for row in rows.attributions if row.scored]
        found += [row.side for row in rows.loaded_terms if row.scored]
        found += [row.agent_side for row in rows.events if row.scored]
        seen = dict.fromkeys(side for side in found if side)
        if self.contrast:
            seen |= dict.fromkeys(sorted(self.contrast.sides_a | self.contrast.sides_b))
        listed = [side.id for side in self.actors.sides if side.id in seen]
        return (*listed, *(side for side in seen if side not in listed))

    @cached_property
    def zone_scopes(self) -> tuple[str, ...]:
        """The scored zones that the article has."""
        kinds = {zone.kind for zone in self.article.zones} | {row.zone for row in self.whole.zones}
        return tuple(kind for kind in ZONE_SCOPES if kind in kinds)

    @cached_property
    def issues(self) -> tuple[str, ...]:
        """The issues of the article's attributions: the file's order, then text order."""
        found = dict.fromkeys(row.issue for row in self.whole.attributions if row.issue)
        listed = [issue.id for issue in self.actors.issues if issue.id in found]
        return (*listed, *(issue for issue in found if issue not in listed))

    @property
    def sources(self) -> list[Attribution]:
        """The counted attributions of body and captions: who gets to speak."""
        return [row for row in self.rows.attributions if row.counted and row.zone in SOURCE_ZONES]

    @property
    def claims(self) -> list[Attribution]:
        """What is asserted, at any depth, unless inside another's quotation marks."""
        return [
            row
            for row in self.rows.attributions
            if row.claim and row.scored and not row.inside_quotation
        ]

    def words(self, *kinds: str) -> int:
        """Words of these zones, quotations included."""
        if self.whole.zones:
            return sum(row.words for row in self.whole.zones if row.zone in kinds)
        zones = self.article.zones_of(*kinds)
        return sum(count_words(self.article.text[zone.start : zone.end]) for zone in zones)

    def author_words(self, *kinds: str) -> int:
        """Words of these zones outside quotation marks; of all scored zones if none is named.

        The variant `without_indirect` also takes out what indirect speech says.
        """
        wanted = kinds or tuple(SCORED_ZONES)
        words = sum(row.author_words for row in self.whole.zones if row.zone in wanted)
        if self.variant == "without_indirect":
            words -= sum(
                row.content_words - row.direct_words
                for row in self.whole.attributions
                if row.depth == 1 and row.zone in wanted
            )
        return max(words, 0)

    def measure(self, name: str, **values: Any) -> Measure:
        """Make one row of this article and variant."""
        return Measure(article_id=self.article.id, measure=name, variant=self.variant, **values)


@dataclass(frozen=True, slots=True)
class Family:
    """A family of measures: its contrast, its variants, and what makes its rows."""

    name: str
    contrast: str
    variants: tuple[str, ...]
    measure: Callable[[Case], Iterator[Measure]]


def cases(
    family: Family, article: Article, rows: Rows, actors: Actors, errors: ErrorRates | None
) -> Iterator[Case]:
    """Yield the article once for each variant that the family has and the article allows."""
    contrast = actors.contrast(family.contrast)
    for variant in family.variants:
        chosen = contrast
        if variant == "without_debatable_sides":
            chosen = _undebated(contrast, actors)
            if chosen is None:
                continue
        kept = _VARIANTS[variant](rows, actors) if variant in _VARIANTS else rows
        yield Case(article, kept, rows, actors, chosen, variant, errors)


def _undebated(contrast: Contrast | None, actors: Actors) -> Contrast | None:
    """Leave out the debatable sides; None where that changes nothing or empties a camp."""
    if contrast is None:
        return None
    chosen = contrast.without(actors.debatable_sides)
    return chosen if chosen != contrast and chosen.sides_a and chosen.sides_b else None


def _groups(rows: Rows, actors: Actors) -> Rows:
    persons = {actor.id for actor in actors.actors if actor.kind == "person"}
    return replace(rows, mentions=tuple(row for row in rows.mentions if row.actor not in persons))


def _descriptors(rows: Rows, actors: Actors) -> Rows:
    return replace(
        rows, mentions=tuple(row for row in rows.mentions if row.form not in ("name", "metonym"))
    )


def _without_indirect(rows: Rows, actors: Actors) -> Rows:
    return replace(
        rows,
        mentions=tuple(row for row in rows.mentions if not row.in_content_of),
        attributions=tuple(row for row in rows.attributions if not row.in_content_of),
        loaded_terms=tuple(row for row in rows.loaded_terms if not row.in_content_of),
        epistemic=tuple(row for row in rows.epistemic if not row.in_content_of),
        events=tuple(row for row in rows.events if not row.in_content_of),
    )


def _sure_speakers(rows: Rows, actors: Actors) -> Rows:
    sure = (row for row in rows.attributions if row.speaker_confidence >= SURE_SPEAKER)
    return replace(rows, attributions=tuple(sure))


def _sure_targets(rows: Rows, actors: Actors) -> Rows:
    """Unsure labels are left out with their mentions, of which it is as unsure whose they are."""
    sure = tuple(row for row in rows.loaded_terms if row.confidence >= SURE_TARGET)
    kept = {row.mention_id for row in sure}
    doubtful = {
        row.mention_id
        for row in rows.loaded_terms
        if row.loaded and row.confidence < SURE_TARGET and row.mention_id not in kept
    }
    named = tuple(row for row in rows.mentions if row.span_id not in doubtful)
    return replace(rows, loaded_terms=sure, mentions=named)


def _without_prior(rows: Rows, actors: Actors) -> Rows:
    given = {row.span_id for row in rows.mentions if row.evidence == PRIOR}
    return replace(
        rows,
        mentions=tuple(row for row in rows.mentions if row.span_id not in given),
        loaded_terms=tuple(row for row in rows.loaded_terms if row.mention_id not in given),
    )


_VARIANTS: dict[str, Callable[[Rows, Actors], Rows]] = {
    "high_confidence": lambda rows, _: rows.confident(),
    "groups": _groups,
    "descriptors": _descriptors,
    "without_indirect": _without_indirect,
    "sure_speakers": _sure_speakers,
    "sure_targets": _sure_targets,
    "without_prior": _without_prior,
}


def same_camp(left: str | None, right: str | None, actors: Actors) -> bool:
    """Whether two sides (or a side and a bloc) are one side or of one bloc."""
    if left is None or right is None:
        return False
    return left == right or bool(_camp(left, actors) & _camp(right, actors))


def _camp(side: str, actors: Actors) -> frozenset[str]:
    blocs = {item.bloc for item in actors.sides if item.id == side and item.bloc}
    return actors.members(side).union(*(actors.members(bloc) for bloc in blocs))
