"""The parser: an article in, plain tokens with offsets, sentences and quotations out."""

from framing.language.parse import Parse, ParsedSentence, parse
from framing.language.pipeline import DEFAULT_PIPELINE, load_pipeline
from framing.language.quotes import Quote, find_quotes
from framing.language.tokens import Token

__all__ = [
    "DEFAULT_PIPELINE",
    "Parse",
    "ParsedSentence",
    "Quote",
    "Token",
    "find_quotes",
    "load_pipeline",
    "parse",
]
