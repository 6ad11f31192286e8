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
        """The shortest nominal mention that holds `token`."""
        held = [mention for mention in self._inside.get(token.i, ()) if mention.nominal]
        return min(held, key=lambda mention: mention.end - mention.start, default=None)

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
