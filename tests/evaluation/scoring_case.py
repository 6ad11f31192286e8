"""A made-up article with its gold annotation, small enough to count by hand."""

from __future__ import annotations

from framing.actors import Actor, Actors, Issue, Side
from framing.annotation import (
    Attribution,
    Epistemic,
    Event,
    LoadedTerm,
    Mention,
    RoleSpan,
    Rows,
    ZoneRow,
)
from framing.article import Article
from framing.evaluation.against_gold import score_rows
from framing.evaluation.corpora.gold import Gold

TEXT = (
    "Strike shuts port\n\n"
    "The dockers were locked out, the wreckers reportedly jammed a crane. "
    "The port claimed that the union had “told the thugs it was time”. "
    "“We won,” Ana Ruiz said."
)
ACTORS = Actors(
    actors=(Actor("UNION", "Dockers' Union", side="L"), Actor("PORT", "Port", side="M")),
    sides=(Side("L", "Labour"), Side("M", "Management")),
    issues=(Issue("lockout"),),
)
LAYERS = ("zones", "mentions", "loaded_terms", "attributions", "epistemic", "events")


def at(words: str, **more) -> dict:
    """Where `words` first stand in the text, as the fields of a span."""
    start = TEXT.index(words)
    base = {"article_id": "a", "span_id": words, "zone": "body", "text": words}
    return {**base, "start": start, "end": start + len(words), **more}


def mention(words: str, actor: str, side: str | None, form: str = "common", **more) -> Mention:
    return Mention(**at(words, actor=actor, side=side, form=form, **more))


def term(words: str, kind: str, **more) -> LoadedTerm:
    return LoadedTerm(**at(words, kind=kind, term=words, **more))


def attribution(content: str, **more) -> Attribution:
    span = at(content)
    parts = (RoleSpan("content", span["start"], span["end"]),)
    return Attribution(**{**span, "type": "indirect", "parts": parts, **more})


OUTER = attribution(
    "the union had “told the thugs it was time”",
    actor="PORT", side="M", type="mixed", issue="lockout",
)  # fmt: skip
INNER = attribution(
    "it was time", actor="UNION", side="L", type="indirect", voice="PORT",
    depth=2, counted=False, confidence=0.5,
)  # fmt: skip
QUOTE = attribution("We won", actor="RUIZ", side="L", type="direct", issue="other")

ROWS = Rows(
    zones=(
        ZoneRow(**at("Strike shuts port", zone="headline")),
        ZoneRow(**at(TEXT[TEXT.index("The dockers") :], zone="body", paragraph=0)),
    ),
    mentions=(
        mention("The dockers", "UNION", "L"),
        mention("the wreckers", "UNION", "L", confidence=0.5),
        mention("the thugs", "UNION", "L", voice="PORT"),
        mention("Ana Ruiz", "RUIZ", "L", "name"),
        mention("We", "RUIZ", "L", "pronoun", voice="RUIZ"),
    ),
    loaded_terms=(
        term("dockers", "label", actor="UNION", side="L", polarity="neutral"),
        term(
            "wreckers", "label", actor="UNION", side="L", polarity="negative", loadedness=2,
            confidence=0.5,
        ),
        term(
            "thugs", "label", actor="UNION", side="L", polarity="negative", loadedness=3,
            voice="PORT",
        ),
        term("locked out", "euphemism", loadedness=2),
        term("jammed", "neutral_term"),
    ),
    attributions=(OUTER, INNER, QUOTE),
    epistemic=(
        Epistemic(**at("reportedly", cue_class="hedge", level="evidential", about_side="L")),
        Epistemic(**at("claimed", cue_class="hedge", level="distancing", holder_side="M")),
    ),
    events=(
        Event(
            **at("locked out", predicate="locked out", patient="UNION", agent_side="M"),
            form="passive_agentless", agent_deleted=True, harm="coercive",
        ),
        Event(**at("jammed", predicate="jammed", patient="crane", agent_side="L")),
    ),
)  # fmt: skip
GOLD = Gold(Article("a", TEXT), ACTORS, ROWS)


def scores(predicted: Rows, gold: Gold = GOLD, **more) -> dict:
    return score_rows(gold, predicted, **more)["scores"]


def counts(entry: dict) -> tuple[int, int, int]:
    return entry["tp"], entry["fp"], entry["fn"]


def fractions(node) -> list[float]:
    """Every p, r, f1 and accuracy in a report, those that are undefined left out."""
    if not isinstance(node, dict):
        return []
    skipped = {"tp", "fp", "fn", "dropped", "ignored", "accuracy_counts"}
    found = []
    for name, value in node.items():
        if name in skipped:
            continue
        found += fractions(value) if isinstance(value, dict) else [value]
    return [value for value in found if value is not None]
