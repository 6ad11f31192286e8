"""What actors and acts are called: loaded terms, and their neutral counterparts.

A term is a label only where it characterises an actor: as the head or a modifier of a mention,
or predicated of one ("X is a terror group"). A term beside a place that an actor holds ("their
terrorist stronghold") is a label without a mention; beside anything else it is wording, and
counts for nobody (Recasens et al. 2013; Reisigl and Wodak's nomination and predication).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotators.naming._case import Case
from framing.annotators.naming.labels import label, role_labels
from framing.annotators.naming.wording import wording

if TYPE_CHECKING:
    from framing.annotation import LoadedTerm, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse

__all__ = ["annotate"]


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[LoadedTerm, ...]:
    """Find the terms that characterise actors and acts.

    Returns
    -------
    tuple of LoadedTerm
        In text order: labels (loaded or not), euphemisms, dysphemisms and evaluative wording.
    """
    case = Case(parse, article, rows, resources)
    found = []
    for tokens, head, entry, lexicon in case.terms():
        read = wording if lexicon.kind == "acts" else label
        row = read(case, tokens, head, entry, lexicon)
        if row is not None:
            found.append(row)
    found += role_labels(case)
    found.sort(key=lambda row: (row.start, row.end))
    return tuple(replace(row, span_id=f"l{number}") for number, row in enumerate(found))
