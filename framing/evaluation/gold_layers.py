"""What is compared in each layer of a gold annotation, and what a matched row must get right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from framing.annotation import AUTHOR
from framing.evaluation.scoring import letters_of, trim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framing.actors import Actors
    from framing.annotation import Attribution, LoadedTerm, Mention, Span

    #: Whether a found row is right about something; None where gold gives nothing to compare.
    Judge = Callable[[Any, Any, "Known"], bool | None]
    Fits = Callable[[Any, Any, "Known"], bool]
    Extent = Callable[[str, Any], frozenset[int]]

__all__ = ["GOLD_LAYERS", "Known", "Layer", "Subset"]

#: Smallest Jaccard index of two contents that are one attribution.
SAME_CONTENT = 0.8

LABEL = frozenset({"label"})
ACT_KINDS = frozenset({"euphemism", "dysphemism", "evaluative"})


@dataclass(frozen=True, slots=True)
class Known:
    """The ids that the reader's actors file names: no tool could find another."""

    actors: frozenset[str]
    sides: frozenset[str]
    issues: frozenset[str]

    @classmethod
    def of(cls, actors: Actors) -> Known:
        """Collect the ids in an actors file."""
        return cls(
            actors=frozenset(actor.id for actor in actors.actors),
            sides=frozenset(side.id for side in actors.sides),
            issues=frozenset(issue.id for issue in actors.issues),
        )

    def side(self, side: str | None) -> str | None:
        """Give the side, or None where the file does not name it."""
        return side if side in self.sides else None


# ------------------------------------------------------------------------ judges


def _same(name: str) -> Judge:
    def judge(gold: Any, found: Any, known: Known) -> bool | None:
        return bool(getattr(gold, name) == getattr(found, name))

    return judge


def _side(name: str) -> Judge:
    def judge(gold: Any, found: Any, known: Known) -> bool | None:
        return known.side(getattr(gold, name)) == known.side(getattr(found, name))

    return judge


def _actor(name: str) -> Judge:
    def judge(gold: Any, found: Any, known: Known) -> bool | None:
        wanted = getattr(gold, name)
        return bool(wanted == getattr(found, name)) if wanted in known.actors else None

    return judge


def _issue(gold: Attribution, found: Attribution, known: Known) -> bool | None:
    return gold.issue == found.issue if gold.issue in known.issues else None


def _voice(gold: Span, found: Span, known: Known) -> bool | None:
    """Accept any voice but the author's for a speaker whom the file does not name."""
    if gold.voice == AUTHOR or gold.voice in known.actors:
        return gold.voice == found.voice
    return found.voice != AUTHOR


def _among(kinds: frozenset[str], judge: Judge) -> Judge:
    def judge_some(gold: Any, found: Any, known: Known) -> bool | None:
        return judge(gold, found, known) if gold.kind in kinds else None

    return judge_some


def _by_form(which: Callable[[Mention], bool]) -> Judge:
    """Accept the right actor, of mentions of some forms alone."""
    judge = _actor("actor")

    def judge_some(gold: Mention, found: Mention, known: Known) -> bool | None:
        return judge(gold, found, known) if which(gold) else None

    return judge_some


def _third_person(row: Mention) -> bool:
    return row.form == "pronoun" and row.text.lower() not in _FIRST_AND_SECOND


_NAMED = frozenset({"name", "mixed", "metonym", "incorporated"})
_FIRST_AND_SECOND = frozenset(
    {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your",
     "yours", "yourself", "yourselves"}
)  # fmt: skip


# ------------------------------------------------------------------------ what may match


def _always(gold: Any, found: Any, known: Known) -> bool:
    return True


def _same_zone(gold: Span, found: Span, known: Known) -> bool:
    return gold.zone == found.zone


def _same_family(gold: LoadedTerm, found: LoadedTerm, known: Known) -> bool:
    """Labels with labels; the wordings of an act with each other."""
    return (gold.kind == "label") == (found.kind == "label")


def _same_family_and_side(gold: LoadedTerm, found: LoadedTerm, known: Known) -> bool:
    return _same_family(gold, found, known) and known.side(gold.side) == known.side(found.side)


def _span(text: str, row: Span) -> frozenset[int]:
    return frozenset(range(*trim(text, row.start, row.end)))


def _noun_phrase(text: str, row: Span) -> frozenset[int]:
    return frozenset(range(*trim(text, row.start, row.end, determiner=True)))


def _content(text: str, row: Attribution) -> frozenset[int]:
    spans = row.spans_of("content") or ((row.start, row.end),)
    return letters_of(text, spans) or frozenset(range(row.start, row.end))


# ------------------------------------------------------------------------ the layers


@dataclass(frozen=True, slots=True)
class Subset:
    """Rows of a layer that are scored once more by themselves."""

    keep: Callable[[Any], bool]
    fits: Fits = _always


@dataclass(frozen=True, slots=True)
class Layer:
    """How one kind of row is scored.

    `name` is its field in `Rows`, `extent` the characters by which two rows are compared,
    `fits` whether they may match, `at_least` the Jaccard index they need, `judges` the
    accuracies over what matched.
    """

    name: str
    extent: Extent = _span
    fits: Fits = _always
    at_least: float = 0.0
    judges: Mapping[str, Judge] = field(default_factory=dict)
    subsets: Mapping[str, Subset] = field(default_factory=dict)


def _loaded_label(row: LoadedTerm) -> bool:
    return row.kind == "label" and row.loaded


def _author_loaded_label(row: LoadedTerm) -> bool:
    return _loaded_label(row) and row.voice == AUTHOR


def _counted(row: Attribution) -> bool:
    return row.counted


#: In the order of the report.
GOLD_LAYERS = (
    Layer("zones", fits=_same_zone),
    Layer(
        "mentions",
        extent=_noun_phrase,
        judges={
            "actor": _actor("actor"),
            "side": _side("side"),
            "voice": _voice,
            "form": _same("form"),
            "actor_of_names": _by_form(lambda row: row.form in _NAMED),
            "actor_of_pronouns": _by_form(_third_person),
            "actor_of_descriptions": _by_form(lambda row: row.form == "common"),
        },
    ),
    Layer(
        "loaded_terms",
        fits=_same_family,
        judges={
            "actor": _among(LABEL, _actor("actor")),
            "side": _among(LABEL, _side("side")),
            "voice": _voice,
            "kind": _among(ACT_KINDS, _same("kind")),
            "polarity": _among(LABEL, _same("polarity")),
            "loaded": _among(LABEL, _same("loaded")),
        },
        subsets={
            "loaded_only": Subset(_loaded_label, _same_family),
            "labels_right": Subset(_author_loaded_label, _same_family_and_side),
        },
    ),
    Layer(
        "attributions",
        extent=_content,
        at_least=SAME_CONTENT,
        judges={
            "type": _same("type"),
            "speaker_side": _side("side"),
            "speaker_actor": _actor("actor"),
            "voice": _voice,
            "depth": _same("depth"),
            "counted": _same("counted"),
            "claim": _same("claim"),
            "issue": _issue,
        },
        subsets={"counted_only": Subset(_counted)},
    ),
    Layer(
        "epistemic",
        judges={
            "cue_class": _same("cue_class"),
            "level": _same("level"),
            "holder_side": _side("holder_side"),
            "about_side": _side("about_side"),
            "voice": _voice,
        },
    ),
    Layer(
        "events",
        judges={
            "agent_side": _side("agent_side"),
            "patient": _actor("patient"),
            "form": _same("form"),
            "agent_deleted": _same("agent_deleted"),
            "harm": _same("harm"),
        },
    ),
)
