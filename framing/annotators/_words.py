"""Words that are spoken about rather than used."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.language import Parse, Token

__all__ = ["is_mentioned_word"]

_METALANGUAGE = frozenset({"word", "term", "label", "phrase", "epithet"})


def is_mentioned_word(parse: Parse, token: Token) -> bool:
    """Whether a word is only mentioned: "the word 'rebels'" is about a word, not about rebels."""
    quote = parse.quote_at(token.start)
    if quote is None or quote.inner_start != token.start:
        return False
    return any(item.lemma in _METALANGUAGE for item in parse.tokens[max(0, token.i - 3) : token.i])
