"""Events whose agent the text gives no ground to name: forces of nature, mutual harm, riddles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.agency._words import CASUALTIES, MUTUAL, NATURE, NOBODY, WARS
from framing.language.syntax import clause_subject, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framing.annotators.agency._scene import Found
    from framing.language import Parse, Token

__all__ = ["Unknown"]

_CAUSES = ("in", "of", "from", "by", "during", "to", "under", "with", "after", "since")
_OPEN = frozenset({"clear", "unclear", "known", "unknown", "possible", "say", "know"})


class Unknown:
    """Answers whether an event has no agent that could be named.

    Parameters
    ----------
    parse : Parse
    found : sequence of Found
        Every event of the article.
    """

    def __init__(self, parse: Parse, found: Sequence[Found]) -> None:
        self.parse = parse
        self.with_agent = {item.head.i for item in found if item.row.agent is not None}
        disaster = any(_natural(item) for item in found)
        done = any(
            item.row.harm == "physical" and not item.row.agent_deleted
            for item in found
        )  # fmt: skip
        self.disaster = disaster and not done

    def is_so(self, item: Found) -> bool:
        """Whether nature or chance is the cause, the harm is mutual or the culprit a riddle."""
        if item.entry.term in MUTUAL or item.entry.term.startswith("flee ") or _natural(item):
            return True
        if self.disaster and item.entry.term in CASUALTIES:
            return True
        return self._caused_by_nobody(item.head) or self._riddle(item.head)

    def _caused_by_nobody(self, head: Token) -> bool:
        """Whether a cause is named that nobody stands behind: "died of cancer"."""
        causes = prepositional_objects(head, *_CAUSES)
        if any(
            cause.lemma in NOBODY and (cause.child("poss") is None or cause.lemma in WARS)
            and cause.i not in self.with_agent
            for cause in causes
        ):  # fmt: skip
            return True
        return any(_outbreak(clause) for clause in head.children_of("advcl"))

    def _riddle(self, head: Token) -> bool:
        """Whether the text says that it is not known who did it."""
        sentence = self.parse.sentence(head)
        after = self.parse.sentences[sentence.index : sentence.index + 2]
        for place, here in enumerate(after):
            tokens = self.parse.tokens_of(here)
            for token in tokens:
                if place == 0 and token.lower == "whom" and token.head.lower == "by":
                    return True
                if token.lower == "who" and token.head.dep == "ccomp":
                    asked = token.head.head
                    if {asked.lemma, *(c.lemma for c in asked.children)} & _OPEN and (
                        any(c.dep == "neg" for c in asked.children)
                        or "unclear" in {c.lemma for c in asked.children}
                    ):
                        return True
        return False


def _outbreak(clause: Token) -> bool:
    """Whether a clause counts from a war: "killed since the conflict erupted" are a toll."""
    subject = clause.child("nsubj")
    since = any(child.lower == "since" for child in clause.children)
    return since and subject is not None and subject.lemma in WARS


def _natural(item: Found) -> bool:
    """Whether a force of nature or a failing thing tells the event, or brings it about."""
    if item.entry.flag("agentless") and "noun" in item.entry.pos:
        return True
    subject = clause_subject(item.head) if item.head.verb else None
    return subject is not None and item.row.agent_deleted and subject.lemma in NATURE
