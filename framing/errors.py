"""Errors a user can act on: each says what was wrong, where, and what would be accepted."""

from __future__ import annotations

__all__ = ["ActorsError", "FramingError", "LanguageError", "LexiconError", "ReadError"]


class FramingError(Exception):
    """Base of every error that `framing` raises on purpose.

    The message is one line: the file or parameter, the value found, and the remedy.
    """


class ReadError(FramingError):
    """An article could not be read: empty, binary, malformed or of an unknown format."""


class LanguageError(ReadError):
    """A text is not English, so no measure would mean anything."""


class ActorsError(FramingError):
    """An actors file is malformed or contradicts itself."""


class LexiconError(FramingError):
    """A lexicon is missing or malformed."""
