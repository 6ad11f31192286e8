"""What each attribution is about, within the article.

The actors file may name issues by their terms. Without them, attributions are grouped by the
event nouns and verbs that they share with others: the issue is called by its commonest word.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotation import Attribution, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token

__all__ = ["annotate"]

#: An issue found without an actors file needs this many attributions.
_MIN_SHARED = 2


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[Attribution, ...]:
    """Fill the `issue` of every attribution.

    An attribution whose content names no issue takes that of its parent, of its sentence, of
    the same speaker's last one, or of the attribution before it.
    """
    if resources.actors.issues:
        named = _by_terms(parse, rows, resources)
    else:
        named = _by_shared_events(parse, rows, resources)
    result: list[Attribution] = []
    by_id: dict[str, str | None] = {}
    last_of: dict[str | None, str] = {}
    last: str | None = None
    for row in rows.attributions:
        issue = (
            named.get(row.span_id)
            or by_id.get(row.parent or "")
            or (last_of.get(row.actor) if row.actor else None)
            or last
        )
        by_id[row.span_id] = issue
        if issue is not None:
            last_of[row.actor] = last = issue
        result.append(replace(row, issue=issue))
    return tuple(result)


def _by_terms(parse: Parse, rows: Rows, resources: Resources) -> dict[str, str]:
    named: dict[str, str] = {}
    terms = [
        (issue.id, [term.lower() for term in issue.terms]) for issue in resources.actors.issues
    ]
    for row in rows.attributions:
        tokens = _content_tokens(parse, row)
        words = [{token.lower, token.lemma} for token in tokens]
        plain = f" {' '.join(token.lower for token in tokens)} "
        counts = Counter(
            {
                issue: sum(
                    plain.count(f" {term} ") if " " in term else sum(term in word for word in words)
                    for term in wanted
                )
                for issue, wanted in terms
            }
        )
        best = counts.most_common(1)
        if best and best[0][1]:
            named[row.span_id] = best[0][0]
    return named


def _by_shared_events(parse: Parse, rows: Rows, resources: Resources) -> dict[str, str]:
    heads = {
        row.span_id: Counter(
            _event_name(token, resources)
            for token in _content_tokens(parse, row)
            if _event_name(token, resources)
        )
        for row in rows.attributions
    }
    shared = Counter(name for counts in heads.values() for name in counts)
    named: dict[str, str] = {}
    for span, counts in heads.items():
        usual = [name for name in counts if shared[name] >= _MIN_SHARED]
        if usual:
            named[span] = max(usual, key=lambda name: (shared[name], counts[name], name))
    return named


def _event_name(token: Token, resources: Resources) -> str:
    if token.noun and token.lemma in resources.lexicons.event_nouns:
        return token.lemma
    if token.verb and token.lemma in resources.lexicons.event_verbs:
        nominal = resources.lexicons.event_verbs[token.lemma].many("nominal")
        return nominal[0] if nominal else token.lemma
    return ""


def _content_tokens(parse: Parse, row: Attribution) -> list[Token]:
    return [token for start, end in row.spans_of("content") for token in parse.between(start, end)]
