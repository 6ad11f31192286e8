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

__all__ = ["CLAIM_DISMISSED", "constructions"]

#: The evidence of a verb that dismisses what others claim.
CLAIM_DISMISSED = "rule: claim dismissed"

_SCARE_WORDS = 3
_NAMING = frozenset({"call", "describe", "term", "dub", "label", "brand", "style"})
_GROUNDS = frozenset(
    {"evidence", "proof", "detail", "name", "basis", "source", "document", "explanation",
     "substantiation", "corroboration", "specific"}
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
        elif token.lower == "whether":
            yield from _open_question(token)
        elif token.text == "?":
            yield from _asking_headline(case, token)
        elif token.verb:
            yield from _groundless(case, token)
            yield from _charged(case, token)
            yield from _claim_dismissed(case, token)
        elif token.noun:
            yield from _nameless(case, token)


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
        if case.parse.sentence(tokens[0]).zone not in case.scored or _is_cited(case, tokens):
            continue
        named = _named_at_arms_length(case, tokens)
        if named or not _is_plain_quotation(case, quote):
            sourced = named == "called" or case.voices.innermost(quote.start) is not None
            level = "evidential" if sourced and named != "so-called" else "distancing"
            yield Cue(tokens, "hedge", level, "scare_quotes", "rule: scare quotes", 0.5)


#: After these a word in marks is spoken of as a word: "the term ‘surge’".
_WORDS = frozenset({"word", "term", "phrase", "slogan", "expression", "hashtag", "title",
                    "literally", "meaning", "means", "mean"})  # fmt: skip


def _is_cited(case: Case, tokens: list[Token]) -> bool:
    """Whether words in marks are spoken of as words, or translated: "“worthy” in Latin"."""
    first, last = tokens[0].i, tokens[-1].i
    before = case.parse.tokens[first - 1] if first else None
    after = case.parse.tokens[last + 1 : last + 3]
    named = before is not None and before.lower in _WORDS
    return named or (len(after) == 2 and after[0].lower == "in" and after[1].ent in ("LANGUAGE",))


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
    """A word or two in marks inside somebody's content is a partial quotation of theirs.

    Not so in a headline that only names the source afterwards, if at all ("Firm ‘hid cracks’,
    engineer says"): there the marks say that the claim is not the outlet's.
    """
    row = case.voices.innermost(quote.start)
    sentence = case.parse.sentence_at(quote.start)
    if row is not None and sentence is not None and sentence.zone == "headline":
        return any(start < quote.start for start, _ in row.spans_of("cue"))
    if row is not None:
        return True
    before = case.parse.text[max(0, quote.start - 2) : quote.start]
    return "\n" in before or sentence is None or case.parse.text[quote.inner_end - 1] in ".,!?"


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


def _open_question(whether: Token) -> Iterator[Cue]:
    """ "Whether the sums add up is …": a clause as subject leaves open what it asks."""
    if whether.dep == "mark" and whether.head.dep in ("csubj", "csubjpass"):
        yield Cue([whether], "hedge", "modal", "open_question", "rule: open question", 0.6)


def _asking_headline(case: Case, mark: Token) -> Iterator[Cue]:
    """A headline that asks rather than says, unless it quotes the question."""
    sentence = case.parse.sentence(mark)
    inside = case.parse.quote_at(mark.start) is not None
    words = case.parse.tokens[sentence.first : mark.i]
    after_colon = max(
        (number + 1 for number, one in enumerate(words) if one.text == ":"), default=0
    )
    asks_what = bool(words[after_colon:]) and words[after_colon].tag[0] == "W"
    if sentence.zone == "headline" and not inside and not asks_what:
        yield Cue([mark], "hedge", "modal", "open_question", "rule: headline asks", 0.6)


_DISMISSING = frozenset({"dismiss", "rubbish"})


def _claim_dismissed(case: Case, verb: Token) -> Iterator[Cue]:
    """ "Dismissed the allegation": what others said is not taken over."""
    aside = verb.lemma in ("brush", "shrug", "wave") and verb.child("prt") is not None
    if verb.lemma not in _DISMISSING and not aside:
        return
    thing = verb.child("dobj", "nsubjpass")
    if thing is None or not is_speech_act(case, thing):
        return
    yield Cue([verb], "hedge", "distancing", "verb", CLAIM_DISMISSED, 0.7)


def is_speech_act(case: Case, noun: Token) -> bool:
    """Whether a noun names what somebody said without taking it over: "allegation"."""
    return any(
        entry["form"] == "noun" and entry["level"] == "distancing"
        for entry in case.resources.lexicons["epistemic"].lookup(noun.lemma)
    )


_NAMELESS = frozenset({"named", "identified", "anonymity", "unnamed", "anonymous", "anonymously"})
#: Words that make of a name one that is not given.
_WITHHOLDING = frozenset({"not", "n't", "n’t", "without", "declined", "refused", "asked",
                          "requested", "condition", "cannot", "never", "nor"})  # fmt: skip
_UNSIGNED = frozenset({"authorized", "authorised"})
_SPEAKING = frozenset({"speak", "talk", "comment", "brief"})


def _nameless(case: Case, noun: Token) -> Iterator[Cue]:
    """ "An engineer who asked not to be named": a source that could be anybody."""
    if noun.proper:
        return
    indefinite = noun.tag == "NNS" or any(
        child.lower in ("a", "an", "one", "another") for child in noun.children
    )
    if not indefinite or any(child.lower == "the" for child in noun.children):
        return
    inner = [thing for child in noun.children_of("prep") for thing in child.children_of("pobj")]
    clauses = [clause for one in (noun, *inner) for clause in one.children_of("relcl", "acl")]
    clause = next((one for one in clauses if _withholds_name(case, one)), None)
    if clause is None:
        return
    last = max([one.i for one in inner if one.i < clause.left], default=noun.i)
    yield Cue(
        case.parse.tokens[noun.left : last + 1], "hedge", "vague_source", "vague_source",
        "rule: name withheld", 0.7,
    )  # fmt: skip


def _withholds_name(case: Case, clause: Token) -> bool:
    words = case.parse.tokens[clause.left : clause.right + 1]
    lowers = {word.lower for word in words}
    if not lowers & _WITHHOLDING:
        lowers -= {"named", "identified"}  # "a grouping named the Army of Conquest"
    unsigned = bool(lowers & _UNSIGNED) and any(word.lemma in _SPEAKING for word in words)
    return bool(lowers & _NAMELESS) or unsigned
