"""Figures for papers: each function draws one and returns it with the values in it.

matplotlib is imported when the first figure is drawn, never before.
"""

from __future__ import annotations

from framing.figures._source import Figure
from framing.figures.profile import profile
from framing.figures.sources import sources
from framing.figures.strip import strip

__all__ = ["FIGURES", "Figure", "profile", "sources", "strip"]

#: Every figure of one article, by name; a new one is a file and a line here.
FIGURES = {"profile": profile, "sources": sources, "strip": strip}
