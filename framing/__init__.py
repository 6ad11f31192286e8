"""Whose words, about whom, and how sure: media-bias and framing analysis of news articles.

Importing this package loads no model, reads no file and touches no network.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing import figures
    from framing.actors import Actor, Actors, Side, load_actors
    from framing.analysis import Analysis, analyze
    from framing.annotation import Attribution, Epistemic, Event, LoadedTerm, Measure, Mention
    from framing.article import Article, Zone
    from framing.errors import FramingError
    from framing.lexicon import Lexicon, list_lexicons, load_lexicon
    from framing.reading import read_articles
    from framing.result import Result
    from framing.suggest import suggest_actors

__version__ = "0.1.0"

_PUBLIC = {
    "Actor": "framing.actors",
    "Actors": "framing.actors",
    "Analysis": "framing.analysis",
    "Article": "framing.article",
    "Attribution": "framing.annotation",
    "Epistemic": "framing.annotation",
    "Event": "framing.annotation",
    "FramingError": "framing.errors",
    "Lexicon": "framing.lexicon",
    "LoadedTerm": "framing.annotation",
    "Measure": "framing.annotation",
    "Mention": "framing.annotation",
    "Result": "framing.result",
    "Side": "framing.actors",
    "Zone": "framing.article",
    "analyze": "framing.analysis",
    "list_lexicons": "framing.lexicon",
    "load_actors": "framing.actors",
    "load_lexicon": "framing.lexicon",
    "read_articles": "framing.reading",
    "suggest_actors": "framing.suggest",
}

__all__ = [
    "Actor",
    "Actors",
    "Analysis",
    "Article",
    "Attribution",
    "Epistemic",
    "Event",
    "FramingError",
    "Lexicon",
    "LoadedTerm",
    "Measure",
    "Mention",
    "Result",
    "Side",
    "Zone",
    "analyze",
    "figures",
    "list_lexicons",
    "load_actors",
    "load_lexicon",
    "read_articles",
    "suggest_actors",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that importing the package costs nothing."""
    if name == "figures":
        return importlib.import_module("framing.figures")
    if name in _PUBLIC:
        return getattr(importlib.import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'framing' has no attribute {name!r}")


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
