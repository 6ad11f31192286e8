"""Text in a spreadsheet's cell: nothing in it is run as a formula, and all of it comes back."""

from __future__ import annotations

import re

__all__ = ["guard", "unguard"]

#: What a spreadsheet may take for the beginning of a formula, after any apostrophes.
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_GUARDED = re.compile("'+[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guard(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run as a formula.

    Examples
    --------
    >>> guard("=1+1"), guard("a plain cell"), guard("'-'")
    ("'=1+1", 'a plain cell', "''-'")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Take that apostrophe away: ``unguard(guard(text)) == text`` for every text.

    Examples
    --------
    >>> unguard("'=1+1"), unguard("'tis"), unguard("-1")
    ('=1+1', "'tis", '-1')
    """
    return text[1:] if _GUARDED.match(text) else text
