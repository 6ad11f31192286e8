"""Texts of links that scraping has glued into a sentence, after the name that they hung on.

Some outlets hang a person's full name and the headlines of other articles behind his name, to be
shown on a click: "Sen. Ann Lee Ann Maria LeeHarbour vote delayed Mayor resigns MORE (D) said".
They are nobody's words in this article.
"""

from __future__ import annotations

import re

__all__ = ["link_texts"]

#: A surname, the full name glued to a headline, and all up to the button.
_LINK = re.compile(
    r"\b(?P<surname>[A-Z][\w’'-]*[a-z])"
    r"(?P<link> ?(?:[A-Z(][\w.()’'-]* ){1,4}(?P=surname)(?=[A-Z0-9'‘“\"])[^\n]{1,600}? MORE)(?!\w)"
)


def link_texts(text: str) -> list[tuple[int, int]]:
    """Offsets of the glued texts of links.

    Examples
    --------
    >>> text = "Ann Lee Ann Maria LeeHarbour vote delayed MORE (D) said no."
    >>> [text[start:end] for start, end in link_texts(text)]
    [' Ann Maria LeeHarbour vote delayed MORE']
    """
    return [found.span("link") for found in _LINK.finditer(text)] if " MORE" in text else []
