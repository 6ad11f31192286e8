"""A small made-up article with rows of every kind, written by hand for the tests."""

from __future__ import annotations

from framing.actors import Actor, Actors, Issue, Side
from framing.annotation import (
    ArticleRow,
    Attribution,
    Epistemic,
    Event,
    LoadedTerm,
    Measure,
    Mention,
    Proposition,
    RoleSpan,
    Rows,
    Standing,
)
from framing.article import Article, Zone
from framing.result import Result

HEADLINE = "Thugs storm the harbour"
BODY = (
    'The strikers, a mob, claimed that the gate was open. "We pay fair wages," the port said, '
    "adding that the mob reportedly broke a fence. Two dockers were hit."
)
TEXT = f"{HEADLINE}\n\n{BODY}\n"

ACTORS = Actors(
    actors=(
        Actor("U", "Dockers' Union", "group", side="LAB"),
        Actor("P", "Port Authority", "group", side="MAN"),
        Actor("D", "two dockers", "group", side="LAB"),
    ),
    sides=(Side("LAB", "Labour (the strikers)"), Side("MAN", "Management")),
    issues=(Issue("the_gate"),),
).with_contrast("LAB", "MAN")


def at(words: str, nth: int = 0, text: str = TEXT) -> tuple[int, int]:
    """Offsets of the nth occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def span(name: str, words: str, nth: int = 0, **values: object) -> dict[str, object]:
    """What every row needs."""
    start, end = at(words, nth)
    zone = "headline" if end <= len(HEADLINE) else "body"
    row = {"article_id": "port", "span_id": name, "start": start, "end": end, "text": words}
    return row | {"zone": zone, "evidence": "hand", **values}


def role(kind: str, words: str, nth: int = 0) -> RoleSpan:
    return RoleSpan(kind, *at(words, nth))


def measure(name: str, **values: object) -> Measure:
    return Measure(article_id="port", measure=name, **values)


ROWS = Rows(
    mentions=(
        Mention(**span("m0", "Thugs"), actor="U", side="LAB", form="common"),
        Mention(**span("m1", "The strikers"), actor="U", side="LAB", form="common"),
        Mention(**span("m2", "the port"), actor="P", side="MAN", form="common"),
        Mention(**span("m3", "the mob"), actor="U", side="LAB", form="common"),
        Mention(**span("m4", "Two dockers"), actor="D", side="LAB", form="common"),
    ),
    attributions=(
        Attribution(
            **span("a0", "The strikers, a mob, claimed that the gate was open"),
            type="indirect",
            parts=(
                role("source", "The strikers"),
                role("cue", "claimed"),
                role("content", "the gate was open"),
            ),
            speaker="Dockers' Union", actor="U", side="LAB", content_words=4, cue="claimed",
            cue_stance=-1, issue="the_gate",
        ),
        Attribution(
            **span("a1", '"We pay fair wages," the port said', confidence=0.5),
            type="direct",
            parts=(
                role("content", '"We pay fair wages,"'),
                role("direct_part", '"We pay fair wages,"'),
                role("source", "the port"),
                role("cue", "said"),
            ),
            speaker="Port Authority", actor="P", side="MAN", content_words=4, direct_words=4,
            cue="said",
        ),
        Attribution(
            **span("a2", "the mob reportedly broke a fence", in_content_of=("a1",)),
            type="indirect",
            parts=(role("content", "the mob reportedly broke a fence"),),
            speaker="a witness (unnamed)", anonymous=True, depth=2, parent="a1", conduit="P",
            counted=False, content_words=6, cue="adding",
        ),
    ),
    loaded_terms=(
        LoadedTerm(
            **span("l0", "Thugs"), kind="label", term="thug", actor="U", side="LAB",
            mention_id="m0", polarity="negative", loadedness=3, alternatives=("strikers", "men"),
        ),
        LoadedTerm(
            **span("l1", "mob", confidence=0.6), kind="label", term="mob", actor="U", side="LAB",
            polarity="negative", loadedness=2, alternatives=("crowd",),
        ),
        LoadedTerm(
            **span("l2", "fair", voice="P"), kind="euphemism", term="fair", favours="MAN",
            polarity="positive", loadedness=2, alternatives=("agreed",),
        ),
    ),
    epistemic=(
        Epistemic(
            **span("h0", "claimed"), cue_class="hedge", level="distancing", holder="U",
            holder_side="LAB", about_side="MAN", proposition="the gate was open",
        ),
        Epistemic(
            **span("h1", "reportedly"), cue_class="hedge", level="evidential",
            holder_side="MAN", about_side="LAB", proposition="the mob broke a fence",
        ),
    ),
    events=(
        Event(
            **span("e0", "were hit"), predicate="hit", agent="P", agent_side="MAN", patient="D",
            patient_side="LAB", form="passive_agentless", agent_realised="none",
            agent_deleted=True, harm="physical",
        ),
    ),
    propositions=(
        Proposition(
            article_id="port", proposition_id="p0", proposition="the gate was open",
            holder_side="LAB", hedged=1, total=2, hedge_dropped=True,
            mentions=((*at("the gate was open"), True),),
        ),
    ),
)  # fmt: skip

CAMPS = {"side_a": "LAB", "side_b": "MAN"}
MEASURES = (
    measure(
        "LA", **CAMPS, value=0.41, low=0.13, high=0.67, k_a=7, n_a=17, k_b=0, n_b=11,
        spans=("m0", "m3"),
    ),
    measure(
        "LA", **CAMPS, variant="high_confidence", value=0.3125, low=0.04, high=0.56, k_a=5,
        n_a=16, k_b=0, n_b=10,
    ),
    measure("term_rate", side_a="LAB", value=2.5, k_a=9, n_a=360),
    measure("label_share", side_a="LAB", value=7 / 17, low=0.21, high=0.64, k_a=7, n_a=17),
    measure("label_share", side_a="MAN", value=0.0, low=0.0, high=0.26, k_a=0, n_a=11),
    measure(
        "DA", **CAMPS, value=1.0, k_a=3, n_a=3, k_b=0, n_b=4, status="counts only", spans=("a0",)
    ),
    measure(
        "SA_words", **CAMPS, value=0.2, low=-0.3, high=0.6, k_a=60, n_a=100, k_b=40, n_b=100,
        status="low n", note="5 v 4 attributions",
    ),
    measure(
        "SA_words", **CAMPS, scope="issue:the_gate", value=1.0, k_a=31, n_a=31, k_b=0, n_b=31,
        status="not sourced", note="6 v 0 attributions; MAN not sourced",
    ),
    measure("AD", **CAMPS, value=0.0, low=-0.24, high=0.23, k_a=0, n_a=12, k_b=0, n_b=12),
    measure("N1", value=2.83, low=1.5, high=3.0, n_a=12),
)  # fmt: skip

STANDING = (
    Standing(
        article_id="port", actor="D", side="LAB", mentions=2, accusations=0, attributions=0,
        direct_words=0, standing=False,
    ),
    Standing(
        article_id="port", actor="P", side="MAN", mentions=4, accusations=1, attributions=1,
        direct_words=4, standing=True,
    ),
)  # fmt: skip


def small_result(measures: tuple[Measure, ...] = MEASURES, actors: Actors = ACTORS) -> Result:
    """The article with all its rows."""
    article = Article(
        "port", TEXT,
        (Zone("headline", *at(HEADLINE)), Zone("body", *at(BODY), paragraph=0)),
        outlet="Harbour Post", published="2024-05-01", url="https://example.org/port?a=1&b=2",
    )  # fmt: skip
    info = ArticleRow(
        article_id="port", outlet="Harbour Post", published="2024-05-01", words=32,
        author_words=28, sentences=4, readability={"flesch_reading_ease": 71.25},
        url="https://example.org/port?a=1&b=2",
    )  # fmt: skip
    methods = (("parser", "pipeline 1.2"), ("lexicon labels", "0.3"))
    return Result(article, actors, info, ROWS, measures, STANDING, methods)


def bare_result(text: str, rows: Rows | None = None, **values: object) -> Result:
    """An article without actors or measures."""
    article = Article("bare", text, **values)
    return Result(article, Actors(), ArticleRow(article_id="bare"), rows or Rows())
