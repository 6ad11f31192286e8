"""From cues to rows: holder, scope, and no cue counted twice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import Epistemic
from framing.annotators.epistemic._case import Case
from framing.annotators.epistemic.about import about, scope_head
from framing.annotators.epistemic.cues import lexical_cues
from framing.annotators.epistemic.forms import constructions
from framing.annotators.epistemic.holders import holder_of, is_legal_duty

if TYPE_CHECKING:
    from framing.annotation import Rows
    from framing.annotators.epistemic.cues import Cue
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse

__all__ = ["LEGAL_DUTY", "annotate"]

#: Ends the evidence of a doubt that the law asks for: no sign of what the author believes.
LEGAL_DUTY = "; legal duty"


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[Epistemic, ...]:
    """Find epistemic cues and say whose claim each is about.

    Returns
    -------
    tuple of Epistemic
        In text order; `holder_side` is None where the claim is the author's or nobody's in
        particular.
    """
    case = Case(parse, article, rows, resources)
    cues = _distinct([*constructions(case), *lexical_cues(case)])
    found = sorted((_row(cue, case) for cue in cues), key=lambda row: (row.start, row.end))
    return tuple(replace(row, span_id=f"h{number}") for number, row in enumerate(found))


def _distinct(cues: list[Cue]) -> list[Cue]:
    """Constructions win over words inside them, unless the words weigh the other way."""
    kept: list[Cue] = []
    taken: dict[int, list[Cue]] = {}
    for cue in cues:
        rivals = [other for token in cue.tokens for other in taken.get(token.i, ())]
        if any(other.cue_class == cue.cue_class and not _quoted(other) for other in rivals):
            continue
        kept.append(cue)
        for token in cue.tokens:
            taken.setdefault(token.i, []).append(cue)
    return kept


def _quoted(cue: Cue) -> bool:
    return cue.form == "scare_quotes"


def _row(cue: Cue, case: Case) -> Epistemic:
    holder = holder_of(cue, case)
    start, end = cue.tokens[0].start, cue.tokens[-1].end
    head = cue.head
    scope = scope_head(head)
    tokens = case.parse.tokens
    left, right = tokens[scope.left], tokens[scope.right]
    sentence = case.parse.sentence(cue.tokens[0])
    contents = case.voices.contents(start)
    if holder.attribution in contents and head.i in case.by_cue:
        contents = tuple(item for item in contents if item != holder.attribution)
    text = case.article.text
    return Epistemic(
        article_id=case.article.id,
        span_id="",
        start=start,
        end=end,
        text=text[start:end],
        zone=sentence.zone,
        sentence_id=sentence.id,
        voice=case.voices.voice(start, end),
        in_content_of=contents,
        confidence=min(cue.confidence, holder.confidence),
        evidence=cue.evidence + (LEGAL_DUTY if is_legal_duty(cue, case) else ""),
        cue_class=cue.cue_class,
        level=cue.level,
        form=cue.form,
        holder=holder.actor,
        holder_side=holder.side,
        about_side=about(cue, case, holder.side, holder.attribution),
        proposition=text[left.start : right.end][:160],
        scope_start=left.start,
        scope_end=right.end,
        attribution=holder.attribution,
    )
