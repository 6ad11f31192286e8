"""How a word stands: spoken about rather than used, or with a prefix that turns it round."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.language import Parse, Token

__all__ = ["is_mentioned_word", "is_second_half", "prefix_of"]

_METALANGUAGE = frozenset({"word", "term", "label", "phrase", "epithet"})


def is_mentioned_word(parse: Parse, token: Token) -> bool:
    """Whether a word is only mentioned: "the word 'rebels'" is about a word, not about rebels."""
    quote = parse.quote_at(token.start)
    if quote is None or quote.inner_start != token.start:
        return False
    return any(item.lemma in _METALANGUAGE for item in parse.tokens[max(0, token.i - 3) : token.i])


#: What may stand before a name with a hyphen, and whether it is for (1) or against it (-1).
_PREFIXES = {"pro": 1, "anti": -1, "counter": -1, "non": -1}


def is_second_half(parse: Parse, token: Token) -> bool:
    """Whether a word comes after a hyphen: "Selk-**linked**"."""
    return token.i > 0 and parse.tokens[token.i - 1].text in ("-", "‑", "–")


def prefix_of(parse: Parse, token: Token) -> int:
    """For (1) or against (-1) what follows: "pro-government", "anti-Assad"; else 0."""
    if token.i < 2 or not is_second_half(parse, token):
        return 0
    return _PREFIXES.get(parse.tokens[token.i - 2].lower, 0)
