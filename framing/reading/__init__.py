"""Reading: whatever a user has, as articles with their zones."""

from framing.reading.articles import as_articles, read_articles

__all__ = ["as_articles", "read_articles"]
