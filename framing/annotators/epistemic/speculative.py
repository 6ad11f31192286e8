"""Which hedges are words of speculation: those that leave open whether something is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.annotation import Epistemic

__all__ = ["is_speculation"]

#: Levels of such hedges: it may be so, it seems to be so, and it is doubted.
LEVELS = frozenset({"modal", "evidential", "distancing"})

#: Forms that are no words of speculation: that somebody else is quoted ("according to"), and
#: quotation marks around a word.
OTHER_FORMS = frozenset({"reporting_form", "scare_quotes"})


def is_speculation(row: Epistemic) -> bool:
    """Whether a cue leaves open whether something is so, in words."""
    return row.cue_class == "hedge" and row.level in LEVELS and row.form not in OTHER_FORMS
