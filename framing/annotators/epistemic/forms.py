"""Cues that are constructions rather than words: relays, naming at arm's length, and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.epistemic.cues import Cue
from framing.article import count_words
from framing.language.syntax import agent_of, is_passive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.epistemic._case import Case
    from framing.language import Quote, Token

__all__ = ["constructions"]

_SCARE_WORDS = 3
_NAMING = frozenset({"call", "describe", "term", "dub", "label", "brand", "style"})
_GROUNDS = frozenset(
    {"evidence", "proof", "detail", "name", "basis", "source", "document", "explanation",
     "substantiation", "corroboration", "specific", "figure"}
)  # fmt: skip
_GIVING = frozenset({"offer", "give", "provide", "produce", "present", "cite", "show", "name",
                     "supply", "elaborate", "specify", "furnish", "adduce"})  # fmt: skip
_CHARGING = {"accuse": "distancing", "suspect": "distancing", "blame": "vague_source"}


def constructions(case: Case) -> Iterator[Cue]:
    """Every cue that no list of words gives."""
    yield from _relays(case)
    yield from _reporters(case)
    yield from _scare_quotes(case)
    for token in case.parse.tokens:
        if case.parse.sentence(token).zone not in case.scored:
            continue
        if token.lower == "what":
            yield from _naming(case, token)
        elif token.verb:
            yield from _groundless(case, token)
            yield from _charged(case, token)


def _relays(case: Case) -> Iterator[Cue]:
    """ "quoted X as saying", "according to X", "citing X": evidence by hearsay."""
    for row in case.rows.attributions:
        for start, end in row.spans_of("cue"):
            tokens = case.parse.between(start, end)
            lowers = [token.lower for token in tokens]
            if (
                lowers[:1] == ["as"]
                or lowers[:2] == ["according", "to"]
                or lowers in (["citing"], ["quoting"])
            ):
                yield Cue(tokens, "hedge", "evidential", "reporting_form", "rule: relay", 0.65)
            elif "as" in lowers[1:-1] and lowers[-1] in ("saying", "telling", "claiming"):
                place = lowers.index("as")
                yield Cue(
                    tokens[place:], "hedge", "evidential", "reporting_form", "rule: relay", 0.65
                )


def _reporters(case: Case) -> Iterator[Cue]:
    """ "…, the daily reported", of what others said: the outlet relays."""
    nested = {row.parent for row in case.rows.attributions if row.parent}
    for row in case.rows.attributions:
        if row.span_id not in nested:
            continue
        for start, end in row.spans_of("cue"):
            tokens = case.parse.between(start, end)
            if [token.lemma for token in tokens] == ["report"]:
                yield Cue(tokens, "hedge", "evidential", "reporting_form", "rule: relay", 0.6)


def _scare_quotes(case: Case) -> Iterator[Cue]:
    """Quotation marks around a word or two that no source in the sentence speaks."""
    for quote in case.parse.quotes:
        words = count_words(case.parse.text[quote.inner_start : quote.inner_end])
        tokens = case.parse.between(quote.start, quote.end)
        if not 1 <= words <= _SCARE_WORDS or not tokens or not quote.closed:
            continue
        if case.parse.sentence(tokens[0]).zone not in case.scored:
            continue
        named = _named_at_arms_length(case, tokens)
        if named or not _is_plain_quotation(case, quote):
            level = "distancing" if named != "called" else "evidential"
            yield Cue(tokens, "hedge", level, "scare_quotes", "rule: scare quotes", 0.5)


def _named_at_arms_length(case: Case, tokens: list[Token]) -> str:
    """Whether "so-called" or "what X called" introduces the marked words."""
    first = tokens[0].i
    before = case.parse.tokens[max(0, first - 8) : first]
    lowers = [token.lower for token in before if token.sent == tokens[0].sent]
    if lowers[-1:] == ["called"] and "so" in lowers[-3:]:
        return "so-called"
    if "what" in lowers and before and any(token.lemma in _NAMING for token in before):
        return "called"
    return ""


def _is_plain_quotation(case: Case, quote: Quote) -> bool:
    """A word or two in marks inside somebody's content is a partial quotation of theirs."""
    if case.voices.innermost(quote.start) is not None:
        return True
    before = case.parse.text[max(0, quote.start - 2) : quote.start]
    return (
        "\n" in before
        or case.parse.sentence_at(quote.start) is None
        or case.parse.text[quote.inner_end - 1] in ".,!?"
    )


def _naming(case: Case, what: Token) -> Iterator[Cue]:
    """ "what the police called": a name that the author does not make his own."""
    tokens = case.parse.tokens
    for token in tokens[what.i + 2 : what.i + 8]:
        if token.sent != what.sent or token.lower in (",", ";"):
            return
        if token.lemma in _NAMING and token.verb and not is_passive(token):
            if token.child("nsubj") is not None:
                last = token.i + 1 if tokens[token.i + 1].lower == "as" else token.i
                yield Cue(
                    tokens[what.i : last + 1], "hedge", "distancing", "reporting_form",
                    "rule: naming at arm's length", 0.6,
                )  # fmt: skip
            return


def _groundless(case: Case, verb: Token) -> Iterator[Cue]:
    """ "offered no proof", "without giving names": the author says that grounds are missing."""
    if verb.lemma not in _GIVING:
        return
    thing = verb.child("dobj")
    governor = verb.head if verb.dep == "pcomp" else None
    lacking = governor is not None and governor.lower == "without"
    if thing is None or thing.lemma not in _GROUNDS:
        return
    without = any(child.lower == "no" for child in thing.children_of("det"))
    negated = any(child.dep == "neg" for child in verb.children)
    if not (lacking or without or negated):
        return
    first = governor.i if lacking and governor is not None else verb.i
    if negated and not without:
        first = min(child.i for child in verb.children if child.dep in ("aux", "neg"))
    yield Cue(
        case.parse.tokens[first : thing.i + 1], "hedge", "distancing", "verb",
        "rule: grounds missing", 0.6,
    )  # fmt: skip


def _charged(case: Case, verb: Token) -> Iterator[Cue]:
    """ "is accused of", "has been blamed for": a charge without its accuser.

    In crime copy a legal duty rather than doubt: its evidence tells it apart.
    """
    level = _CHARGING.get(verb.lemma)
    if level is None or not is_passive(verb) or agent_of(verb) is not None:
        return
    if verb.i in case.by_cue and case.by_cue[verb.i].side is not None:
        return
    first = min([c.i for c in verb.children if c.dep in ("aux", "auxpass")], default=verb.i)
    last = verb.i
    tokens = case.parse.tokens
    if last + 1 < len(tokens) and tokens[last + 1].lower in ("of",):
        last += 1
    form = "verb" if level == "distancing" else "vague_source"
    yield Cue(tokens[first : last + 1], "hedge", level, form, "rule: charge without accuser", 0.6)
