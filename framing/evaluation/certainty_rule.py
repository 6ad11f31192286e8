"""A first prediction of how certain the events of a sentence are: a rule on the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.actors import Actors
from framing.evaluation.corpora._sentences import article_of
from framing.evaluation.speculation import hedges_of
from framing.language import load_pipeline, parse
from framing.language.syntax import is_negated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import Rows
    from framing.article import Article
    from framing.evaluation.task import Task
    from framing.language import Token

    Span = tuple[int, int]

__all__ = ["BLOCK", "CERTAINTY", "by_rule", "certainty"]

#: How many sentences are read as one article.
BLOCK = 200

#: The certainty of an event by the first of these that holds of it, in [-3, 3]; by none, 3.
#: Rounded medians of the labels in the train part of the UW factuality corpus.
CERTAINTY = {
    "negated": -2.0,  # "did not leave"
    "below a negation": 0.0,  # "did not ask them to leave"
    "conditional": 1.0,  # "if they leave"
    "possible": 1.0,  # "may leave"
    "not yet": 1.5,  # "plans to leave"
    "below either": 2.0,  # "may say that they left", "plans to say so"
    "hedged": 2.0,  # "apparently left"
    "future": 2.5,  # "will leave"
    "told of": 2.5,  # a noun in what somebody else says: "spoke of a departure"
}
CERTAIN = 3.0

_COMPLEMENTS = frozenset({"xcomp", "ccomp", "pcomp", "dobj", "pobj", "prep", "acl", "conj"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_MODALS = frozenset({"may", "might", "could", "can", "ca", "should", "must", "ought", "would",
                     "'d", "’d"})  # fmt: skip
_FUTURE = frozenset({"will", "'ll", "’ll", "wo", "shall"})
#: What one does "to …" after these is done; read off the same part.
_IMPLYING = frozenset({"continue", "begin", "start", "manage", "use", "help", "proceed", "force",
                       "agree", "come", "prompt", "serve"})  # fmt: skip


def by_rule(texts: Sequence[tuple[str, Sequence[Span]]], task: Task) -> list[float]:
    """Predict how certain each event is: see `certainty`.

    `BLOCK` sentences at a time are read as one article, a paragraph each.

    Parameters
    ----------
    texts : sequence of (str, sequence of (int, int))
        Sentences, and the offsets of the events in each.
    task : Task
        Its analysis finds hedges and attributions, its pipeline gives the parse.

    Returns
    -------
    list of float
        In [-3, 3], one an event, in order.
    """
    blocks = [texts[first : first + BLOCK] for first in range(0, len(texts), BLOCK)]
    joined = [
        article_of(f"sentences-{number}", [text for text, _ in block], str(task.path))
        for number, block in enumerate(blocks)
    ]
    found: list[float] = []
    articles = task.watch([article for article, _ in joined])
    for article, (_, starts), block in zip(articles, joined, blocks, strict=True):
        rows = task.analyse(article, task.actors or Actors()).rows
        events = [
            (offset + start, offset + end)
            for offset, (_, spans) in zip(starts, block, strict=True)
            for start, end in spans
        ]
        found += _of_events(article, rows, events, task.pipeline)
    return found


def _of_events(
    article: Article, rows: Rows, events: Sequence[Span], pipeline: str
) -> Iterator[float]:
    parsed = parse(article, load_pipeline(pipeline))
    scopes = [(row.start, row.end, row.scope_start, row.scope_end) for row in hedges_of(rows)]
    contents = [span for row in rows.attributions for span in row.spans_of("content")]
    for start, end in events:
        inside = parsed.between(start, end)
        if not inside:
            yield CERTAIN
            continue
        yield certainty(
            inside[0],
            hedged=any(
                first <= start < last and not cue <= start < cue_end
                for cue, cue_end, first, last in scopes
            ),
            told=any(first <= start < last for first, last in contents),
        )


def certainty(event: Token, *, hedged: bool = False, told: bool = False) -> float:
    """How certain an event is, by the first entry of `CERTAINTY` that holds.

    Parameters
    ----------
    event : Token
        Its verb or noun, in its dependency tree.
    hedged : bool
        Whether it lies in the scope of a hedge.
    told : bool
        Whether it lies in what somebody is said to have said.
    """
    return CERTAINTY.get(_ground(event, hedged, told), CERTAIN)


def _ground(event: Token, hedged: bool, told: bool) -> str:
    above = list(_governors(event))
    own, upper = _auxiliaries(event), frozenset[str]().union(*map(_auxiliaries, above))
    if _denied(event):
        return "negated"
    if event.dep in ("xcomp", "ccomp") and _denied(event.head):
        return "below a negation"
    if any(_conditional(token) for token in (event, *above)):
        return "conditional"
    if own & _MODALS:
        return "possible"
    if "to" in own and event.head.lemma not in _IMPLYING:
        return "not yet"
    if "to" in upper or upper & _MODALS:
        return "below either"
    if hedged:
        return "hedged"
    if (own | upper) & _FUTURE:
        return "future"
    return "told of" if told and not event.verb else ""


def _governors(event: Token) -> Iterator[Token]:
    """The words whose complement an event is, nearest first."""
    while event.dep in _COMPLEMENTS and event.head is not event:
        event = event.head
        yield event


def _auxiliaries(verb: Token) -> frozenset[str]:
    """The auxiliaries of a verb; those of the first of several, if it has no subject either."""
    own = frozenset(child.lower for child in verb.children_of("aux", "auxpass"))
    shared = verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None
    return own | _auxiliaries(verb.head) if shared and own <= {"to"} else own


def _denied(word: Token) -> bool:
    return is_negated(word) or any(child.lower == "never" for child in word.children)


def _conditional(verb: Token) -> bool:
    return any(child.lower in _CONDITIONS for child in verb.children_of("mark"))
