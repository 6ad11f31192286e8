"""The rows that every layer shares: one dataclass a kind, the same for gold and prediction.

Annotators make rows, measures count them, reports show them, the evaluation compares them.
`Rows` holds one article's; `framing.tables` turns many articles' into tidy pandas frames.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from framing.article import SCORED_ZONES

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "AUTHOR",
    "CONFIDENT",
    "PRIOR",
    "ArticleRow",
    "Attribution",
    "Epistemic",
    "ErrorRow",
    "Event",
    "Frame",
    "LoadedTerm",
    "Measure",
    "Mention",
    "Proposition",
    "RoleSpan",
    "Rows",
    "Sentence",
    "Span",
    "Standing",
    "ZoneRow",
]

#: The voice of wording that stands in nobody's quotation marks.
AUTHOR = "author"

#: A row below this confidence is left out of the `high_confidence` variant of a measure.
#: In gold annotation, what the coder marked debatable has confidence 0.5.
CONFIDENT = 0.7

#: An attribution whose `speaker_confidence` is below this is left out of the `sure_speakers`
#: variant of a measure: chosen on judged samples of other news (`benchmarks/results.md`).
SURE_SPEAKER = 0.85

#: A label below this confidence is left out of the `sure_targets` variant: chosen likewise.
SURE_TARGET = 0.85

#: Evidence of a mention that the sort of its word alone gives to the government: "the regime".
PRIOR = "government in play"

NOMINAL_FORMS = frozenset({"name", "common", "mixed", "metonym", "incorporated"})

Role = Literal["source", "cue", "content", "direct_part"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What every span row has.

    Parameters
    ----------
    article_id, span_id : str
        The span's id is unique within its article.
    start, end : int
        Offsets into the article's text; `text` is that slice.
    zone : str
        The zone's kind, as in `framing.article.ZONE_KINDS`.
    sentence_id : str
        The sentence in which the span starts.
    voice : str
        Whose words these are: ``"author"``, or the actor whose quotation marks enclose them.
    in_content_of : tuple of str
        The attributions whose content encloses the span, outermost first.
    confidence : float
        In [0, 1]; below `CONFIDENT` the span counts as debatable.
    evidence : str
        ``lexicon@version:entry``, a rule's name, or ``model@version``.
    """

    article_id: str
    span_id: str
    start: int
    end: int
    text: str
    zone: str
    sentence_id: str = ""
    voice: str = AUTHOR
    in_content_of: tuple[str, ...] = ()
    confidence: float = 1.0
    evidence: str = ""

    @property
    def scored(self) -> bool:
        """Whether the span lies in a zone that measures count."""
        return self.zone in SCORED_ZONES

    @property
    def confident(self) -> bool:
        """Whether the span belongs to the `high_confidence` variant."""
        return self.confidence >= CONFIDENT


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneRow(Span):
    """A zone; `zone` is its kind."""

    paragraph: int | None = None
    words: int = 0
    author_words: int = 0
    readability: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence(Span):
    """A sentence; its `span_id` is the `sentence_id` of the spans that start in it.

    The rest is a classifier's second opinion, empty without one: the calibrated probability in
    [0, 1] that the wording is biased, or loaded or name-calling, whether that is enough to say
    so, and for the likeliest sentences the words that made it so.
    """

    lexical_bias: float | None = None
    lexical_bias_found: bool = False
    lexical_bias_words: tuple[str, ...] = ()
    loaded_language: float | None = None
    loaded_language_found: bool = False
    loaded_language_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention(Span):
    """A span that refers to an actor.

    `form` is one of name, common, mixed (a name with a term), pronoun, metonym, incorporated
    (inside a compound or adjective: "terrorist-held"). `head` is the head word. `sentiment` is a
    classifier's second opinion on how the sentence lets the actor appear (negative, neutral or
    positive), `sentiment_score` runs from -1 to 1; both are empty without one.
    """

    actor: str
    side: str | None
    form: str
    head: str = ""
    sentiment: str | None = None
    sentiment_score: float | None = None

    @property
    def nominal(self) -> bool:
        """Whether the mention is a name or a common noun rather than a pronoun."""
        return self.form in NOMINAL_FORMS


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """One part of an attribution: sources, cues and contents can be discontinuous."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution(Span):
    """Who is quoted, by which expression, saying what; the span covers all its parts.

    `type` is direct, indirect or mixed. `speaker` is a name to show, `actor` an id,
    `speaker_evidence` what he was read off and `speaker_confidence`, in [0, 1], how often such
    are right; `confidence` is of the attribution itself.
    `claim` whether the content is asserted (no order, question or wish), `counted` whether it
    stands at depth 1 and is a claim, `cue_stance` -1 doubtful, 0 neutral or 1 supportive.
    """

    type: str
    parts: tuple[RoleSpan, ...] = ()
    speaker: str = ""
    actor: str | None = None
    side: str | None = None
    affiliation: str | None = None
    anonymous: bool = False
    speaker_evidence: str = ""
    speaker_confidence: float = 1.0
    depth: int = 1
    parent: str | None = None
    conduit: str | None = None
    claim: bool = True
    counted: bool = True
    content_words: int = 0
    direct_words: int = 0
    cue: str = ""
    cue_stance: int = 0
    issue: str | None = None

    @property
    def confident(self) -> bool:
        """Whether neither that it is an attribution nor whose is debatable."""
        return min(self.confidence, self.speaker_confidence) >= CONFIDENT

    def spans_of(self, role: Role) -> tuple[tuple[int, int], ...]:
        """Offsets of the parts that play `role`, in text order."""
        return tuple((part.start, part.end) for part in self.parts if part.role == role)

    @property
    def content_start(self) -> int:
        """The first character of the content."""
        return min((start for start, _ in self.spans_of("content")), default=self.start)

    @property
    def inside_quotation(self) -> bool:
        """Whether the whole attribution stands in somebody else's quotation marks."""
        return self.voice != AUTHOR


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedTerm(Span):
    """A term that takes a side, or its neutral counterpart.

    `kind` is label, euphemism, dysphemism or evaluative; a label is the wording of an actor. Its
    `confidence` is how often labels given to somebody in the same way are right, as far as such
    were judged.
    `loadedness` runs from 0 (neutral) to 3; 2 or more is loaded.
    """

    kind: str
    term: str
    entry: str = ""
    actor: str | None = None
    mention_id: str | None = None
    side: str | None = None
    favours: str | None = None
    polarity: str = "neutral"
    loadedness: int = 0
    alternatives: tuple[str, ...] = ()

    @property
    def loaded(self) -> bool:
        """Whether a plainer alternative exists and the choice takes a side."""
        return self.loadedness >= 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Epistemic(Span):
    """A hedge or a booster, and whose claim it weakens or strengthens.

    `level` is, for hedges, distancing, evidential, modal, approximator or vague_source; for
    boosters, certainty, intensifier, factive_noun, precision or minimiser. `attribution` is
    the innermost attribution in which the cue stands or which it introduces.
    """

    cue_class: str
    level: str
    form: str = ""
    holder: str | None = None
    holder_side: str | None = None
    about_side: str | None = None
    proposition: str = ""
    scope_start: int = 0
    scope_end: int = 0
    attribution: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Span):
    """Who does what to whom, and whether the text says who.

    `harm` is none, physical, coercive, deceptive, property or social. `agent_known` is False
    where the text gives no ground to name an agent: such an event enters no rate. `certainty`
    says how certain the text makes the event, from -3, certainly not so, to 3, certainly so.
    """

    predicate: str
    agent: str | None = None
    agent_side: str | None = None
    patient: str | None = None
    patient_side: str | None = None
    form: str = "active"
    agent_realised: str = "subject"
    agent_deleted: bool = False
    agent_known: bool = True
    harm: str = "none"
    attributed: bool = False
    certainty: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """What is claimed, by whom, how often hedged, and whether a hedge is dropped later.

    `mentions` holds the offsets of each mention and whether it is hedged there.
    """

    article_id: str
    proposition_id: str
    proposition: str
    holder_side: str | None
    hedged: int
    total: int
    hedge_dropped: bool = False
    mentions: tuple[tuple[int, int, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A frame of the whole article, by a classifier: how likely, and whether that is enough.

    `scheme` is the codebook (policy-frames, narrative-frames, or one's own), `probability` is
    calibrated and lies in [0, 1], `terms` are the words of the article that made it so.
    """

    article_id: str
    scheme: str
    frame: str
    probability: float
    present: bool
    model: str
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an actor that the article speaks of is also heard in it."""

    article_id: str
    actor: str
    side: str | None
    mentions: int
    accusations: int
    attributions: int
    direct_words: int
    standing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number with what it rests on.

    `value` lies in the range that `framing.measures` documents for the measure; `low` and
    `high` bound its 95 % interval. `k_a` of `n_a` and `k_b` of `n_b` are the counts of the
    two sides, `status` says what may be printed: ok, low n, counts only, no mentions, no
    claims, not sourced, undefined. `spans` are the ids of the rows that were counted as k.
    """

    article_id: str
    measure: str
    variant: str = "all"
    scope: str = "all"
    side_a: str | None = None
    side_b: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    low_total: float | None = None
    high_total: float | None = None
    k_a: float | None = None
    n_a: float | None = None
    k_b: float | None = None
    n_b: float | None = None
    status: str = "ok"
    note: str = ""
    spans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """What an article is, in numbers."""

    article_id: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str = "en"
    words: int = 0
    author_words: int = 0
    sentences: int = 0
    readability: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRow:
    """What could not be read or was left out, and why."""

    path: str
    row: int | None
    reason: str


@dataclass(frozen=True)
class Rows:
    """All rows of one article, in text order within each kind."""

    zones: tuple[ZoneRow, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    loaded_terms: tuple[LoadedTerm, ...] = ()
    epistemic: tuple[Epistemic, ...] = ()
    events: tuple[Event, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    frames: tuple[Frame, ...] = ()

    def confident(self) -> Rows:
        """Without the debatable labels, cues, mentions and events.

        Attributions stay: what is debatable there is their edges, not that they are there.
        """
        return replace(
            self,
            mentions=tuple(row for row in self.mentions if row.confident),
            loaded_terms=tuple(row for row in self.loaded_terms if row.confident),
            epistemic=tuple(row for row in self.epistemic if row.confident),
            events=tuple(row for row in self.events if row.confident),
        )
