"""The layers of a gold file as rows; `framing.evaluation.corpora.gold` reads the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framing.annotation import (
    AUTHOR,
    Attribution,
    Epistemic,
    Event,
    LoadedTerm,
    Mention,
    Proposition,
    RoleSpan,
    Rows,
    Sentence,
    ZoneRow,
)
from framing.article import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framing.annotation import Role
    from framing.article import Article

__all__ = ["DEBATABLE", "EVIDENCE", "build_rows"]

#: The evidence of every gold row.
EVIDENCE = "gold"

#: The confidence of a row that its coder marked debatable.
DEBATABLE = 0.5

#: A euphemism or dysphemism is loaded by its kind; the file marks only labels.
_KIND_POLARITY = {"euphemism": "positive", "dysphemism": "negative"}

_Item = dict[str, Any]


def build_rows(raw: _Item, article: Article) -> Rows:
    """Every layer of a gold file as rows.

    Raises
    ------
    KeyError, TypeError
        If a layer or a field is missing; `read_gold` turns them into a `ReadError`.
    """
    kinds = {item["id"]: item.get("kind", "") for item in raw["actors"]}
    sides = {item["id"]: item.get("side") for item in raw["actors"]}
    attributions = tuple(
        _attribution(item, raw["attributions"], article, kinds) for item in raw["attributions"]
    )
    return Rows(
        zones=tuple(_zone(item, raw, article) for item in raw["zones"]),
        sentences=tuple(Sentence(**_span(item, article)) for item in raw["sentences"]),
        mentions=tuple(
            Mention(
                **_span(item, article), actor=item["actor"], side=item["side"], form=item["form"]
            )
            for item in raw["mentions"]
        ),
        attributions=attributions,
        loaded_terms=tuple(_loaded_term(item, article) for item in raw["loaded_terms"]),
        epistemic=tuple(_epistemic(item, article, attributions) for item in raw["epistemic"]),
        events=tuple(_event(item, article, sides) for item in raw["events"]),
        propositions=tuple(
            _proposition(number, item, article)
            for number, item in enumerate(raw.get("propositions", []))
        ),
    )


def _span(item: _Item, article: Article) -> _Item:
    """Give what every row has; `item` may lack a voice, which is then the author's."""
    return {
        "article_id": article.id,
        "span_id": item["id"],
        "start": item["start"],
        "end": item["end"],
        "text": article.text[item["start"] : item["end"]],
        "zone": item.get("zone") or item["kind"],
        "sentence_id": item.get("sentence") or "",
        "voice": item.get("voice") or AUTHOR,
        "in_content_of": tuple(item.get("in_content_of", ())),
        "confidence": DEBATABLE if item.get("debatable") else 1.0,
        "evidence": EVIDENCE,
    }


def _zone(item: _Item, raw: _Item, article: Article) -> ZoneRow:
    """Count a zone's words; a credit's or dateline's are not its caption's or paragraph's."""
    start, end = item["start"], item["end"]
    inner = [
        (other["start"], other["end"])
        for other in raw["zones"]
        if other is not item and start <= other["start"] and other["end"] <= end
    ]
    quoted = [
        (part["start"], part["end"]) for row in raw["attributions"] for part in row["direct_parts"]
    ]
    return ZoneRow(
        **_span(item, article),
        paragraph=item.get("paragraph"),
        words=count_words(_blank(article.text, start, end, inner)),
        author_words=count_words(_blank(article.text, start, end, inner + quoted)),
    )


def _blank(text: str, start: int, end: int, holes: Iterable[tuple[int, int]]) -> str:
    """`text[start:end]` with some spans turned into white space."""
    letters = list(text[start:end])
    for left, right in holes:
        left, right = max(left, start), min(right, end)
        if left < right:
            letters[left - start : right - start] = " " * (right - left)
    return "".join(letters)


def _attribution(
    item: _Item, every: Sequence[_Item], article: Article, kinds: Mapping[str, str]
) -> Attribution:
    source = [item["source"]] if item.get("source") else []
    spans_of: dict[Role, list[_Item]] = {
        "source": source,
        "cue": item["cues"],
        "content": item["content"],
        "direct_part": item["direct_parts"],
    }
    parts = tuple(
        RoleSpan(role, part["start"], part["end"])
        for role, spans in spans_of.items()
        for part in spans
    )
    whole = {
        **item,
        "start": min(part.start for part in parts),
        "end": max(part.end for part in parts),
        "voice": _voice(item, every),
        "in_content_of": _ancestors(item, every),
    }
    name = item.get("speaker_name") or ""
    return Attribution(
        **_span(whole, article),
        type=item["type"],
        parts=parts,
        speaker=name,
        actor=item["speaker"],
        side=item["side"],
        affiliation=item.get("affiliation"),
        anonymous=kinds.get(item["speaker"]) == "unnamed" or "unnamed" in name,
        depth=item["depth"],
        parent=item["parent"],
        conduit=item.get("conduit"),
        claim=item.get("is_claim", True),
        counted=item["counted"],
        content_words=item["content_words"],
        direct_words=item["direct_words"],
        cue=" ".join(cue["text"] for cue in item["cues"]),
        cue_stance=item["cue_stance"],
        issue=item.get("issue"),
    )


def _ancestors(item: _Item, every: Sequence[_Item]) -> list[str]:
    """List the attributions around this one, outermost first."""
    parents = {row["id"]: row["parent"] for row in every}
    chain: list[str] = []
    parent = item["parent"]
    while parent is not None and parent not in chain:
        chain.insert(0, parent)
        parent = parents.get(parent)
    return chain


def _voice(item: _Item, every: Sequence[_Item]) -> str:
    """Whose quotation marks enclose the words that introduce an attribution."""
    intro = item["cues"] or ([item["source"]] if item.get("source") else item["content"])
    at = min(part["start"] for part in intro)
    for row in every:
        if row is not item and any(p["start"] <= at < p["end"] for p in row["direct_parts"]):
            return str(row["speaker"] or row.get("speaker_name") or "")
    return AUTHOR


def _loaded_term(item: _Item, article: Article) -> LoadedTerm:
    polarity = item.get("polarity") or _KIND_POLARITY.get(item["kind"], "neutral")
    loaded = item.get("loaded", item["kind"] in _KIND_POLARITY)
    favours = item.get("favours")
    return LoadedTerm(
        **_span(item, article),
        kind=item["kind"],
        term=item["text"],
        actor=item.get("actor"),
        side=item.get("side"),
        favours=None if favours == "none" else favours,
        polarity=polarity,
        loadedness=2 if loaded else int(polarity != "neutral"),
        alternatives=tuple(filter(None, (item.get("alternative") or "").split(" / "))),
    )


def _epistemic(item: _Item, article: Article, attributions: Sequence[Attribution]) -> Epistemic:
    introduces = next(
        (
            row.span_id
            for row in attributions
            if any(a <= item["start"] and item["end"] <= b for a, b in row.spans_of("cue"))
        ),
        None,
    )
    inside = item.get("in_content_of") or [None]
    return Epistemic(
        **_span(item, article),
        cue_class=item["cue_class"],
        level=item["level"],
        form=item.get("form") or "",
        holder_side=item.get("holder_side"),
        about_side=item.get("about_side"),
        proposition=item.get("proposition") or "",
        attribution=introduces or inside[-1],
    )


def _event(item: _Item, article: Article, sides: Mapping[str, str | None]) -> Event:
    return Event(
        **_span(item, article),
        predicate=item["text"],
        agent=item["agent"],
        agent_side=item["agent_side"],
        patient=item["patient"],
        patient_side=sides.get(item["patient"] or ""),
        form=item["form"],
        agent_realised=item["agent_realised"],
        agent_deleted=item["agent_deleted"],
        agent_known=item["agent"] is not None,
        harm=item["harm"],
        attributed=bool(item["in_content_of"]),
    )


def _proposition(number: int, item: _Item, article: Article) -> Proposition:
    # The file lists mentions, not which of them are hedged: where all or none are, it follows.
    mentions = item.get("mentions", [])
    return Proposition(
        article_id=article.id,
        proposition_id=f"p{number}",
        proposition=item["proposition"],
        holder_side=item["holder_side"],
        hedged=item["hedged"],
        total=item["total"],
        mentions=tuple(
            (part["start"], part["end"], item["hedged"] == item["total"]) for part in mentions
        ),
    )
