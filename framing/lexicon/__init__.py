"""Term lists: a folder each, with what every entry says of its term, and a matcher over tokens.

A lexicon is a folder of two files: ``lexicon.toml`` (name, title, version, licence, kind,
notes and a line on each column) and ``entries.tsv`` (tab-separated, UTF-8, a header line,
``#`` comment lines). Its kind says which columns it needs and what they accept: see `KINDS`.
"""

from __future__ import annotations

from framing.lexicon.checking import check
from framing.lexicon.entries import Entry, Lexicon
from framing.lexicon.kinds import COUNTS, KINDS, OWN_JUDGEMENT, POS
from framing.lexicon.loading import list_lexicons, load_lexicon
from framing.lexicon.matching import Matcher
from framing.lexicon.overlay import overlay
from framing.lexicon.spelling import fold

__all__ = [
    "COUNTS",
    "KINDS",
    "OWN_JUDGEMENT",
    "POS",
    "Entry",
    "Lexicon",
    "Matcher",
    "check",
    "fold",
    "list_lexicons",
    "load_lexicon",
    "overlay",
]
