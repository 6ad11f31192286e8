"""Mentions looked up by token and by place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotation import Mention
    from framing.language import Parse, Token

__all__ = ["MentionIndex"]


class MentionIndex:
    """The mentions of one article, by head token and by enclosed place."""

    def __init__(self, parse: Parse, mentions: Iterable[Mention]) -> None:
        self.parse = parse
        self.mentions = list(mentions)
        self._by_head: dict[int, Mention] = {}
        self._inside: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            tokens = parse.between(mention.start, mention.end)
            for token in tokens:
                self._inside.setdefault(token.i, []).append(mention)
                held = self._by_head.get(token.i)
                if token.text == mention.head and (
                    held is None or held.end - held.start < mention.end - mention.start
                ):
                    self._by_head[token.i] = mention

    def at(self, token: Token | None) -> Mention | None:
        """The mention whose head is `token`; of several the longest."""
        return self._by_head.get(token.i) if token is not None else None

    def around(self, token: Token) -> Mention | None:
        """The shortest nominal mention that holds `token` in what it says of the same actor.

        "The extremists" are none of "the opposition and the extremists", nor "the thugs" the
        lawyer in "the thugs' lawyer".
        """
        held = [
            mention
            for mention in self._inside.get(token.i, ())
            if mention.nominal and not self._is_somebody_else(token, mention)
        ]
        return min(held, key=lambda mention: mention.end - mention.start, default=None)

    def _is_somebody_else(self, token: Token, mention: Mention) -> bool:
        """Whether a word is in a conjunct or a genitive of a mention's head, not in its own."""
        node = token
        while node.head is not node and mention.start <= node.start < mention.end:
            if self._by_head.get(node.i) is mention:
                return False
            apart = node.dep == "poss" or (node.dep == "conj" and _stands_alone(node))
            if node.noun and apart and mention.start <= node.head.start < mention.end:
                return True
            node = node.head
        return False

    def actors_called(self, lemma: str) -> Counter[str]:
        """Actors that some mention of the article calls by a word of this stem."""
        stem = lemma[:6].lower()
        return Counter(
            mention.actor
            for mention in self.mentions
            if mention.nominal
            and len(stem) > 3
            and any(
                token.lower.startswith(stem)
                for token in self.parse.between(mention.start, mention.end)
            )
        )


def _stands_alone(noun: Token) -> bool:
    """Whether a conjunct has words of its own before it, so that it is somebody else."""
    return any(
        child.dep in ("det", "poss", "amod", "compound", "nmod") and child.i < noun.i
        for child in noun.children
    )
