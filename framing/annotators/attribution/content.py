"""What is said: the content spans of a reporting verb, in quotation marks or not."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from framing.annotators.attribution._spans import (
    WEEKDAYS,
    Spans,
    holds_quotation,
    stretched,
    trim,
    within_own_quote,
)
from framing.annotators.attribution.nominal import nominal, relativised
from framing.language.syntax import verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotators.resources import Resources
    from framing.language import Parse, Quote, Token
    from framing.lexicon import Entry

__all__ = ["content_of", "is_promoted", "quotation_after"]

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SPEECH = frozenset({"assertive_neutral", "manner", "assertive_strong"})
_INFINITIVES = frozenset({"assertive_doubtful", "commissive", "directive"})
_NOT_SPEECH = frozenset({"identify", "name", "comment", "quote", "see"})
#: A clause that ends in one of these belongs to that cue, not to the one after it.
_CUES = frozenset({"say", "estimate", "claim", "report", "announce", "state", "add", "allege"})
_CONTRAST = frozenset({"while", "whereas", "although", "though"})
_SUBORDINATORS = frozenset({"if", "when", "although", "though", "because", "unless", "while"})
#: Verbs whose object is the hearer, not the subject of what is said.
_WITH_HEARER = frozenset(
    {"tell", "inform", "warn", "assure", "remind", "advise", "notify", "convince"}
)
_MARKS = frozenset("\"”’'»“‘«")


def content_of(
    parse: Parse, resources: Resources, verb: Token, entry: Entry, source: Token | None
) -> tuple[Spans, bool]:
    """Find the content of a reporting verb.

    Parameters
    ----------
    parse : Parse
    resources : Resources
    verb : Token
    entry : Entry
        Of the `reporting` lexicon; its frames say which complements can be content.
    source : Token or None
        The head of the source, to tell "X said" from what it says.

    Returns
    -------
    spans : list of (int, int)
        Offsets; empty if the verb introduces nothing that is said.
    claimable : bool
        Whether the form lets it be a claim: an order ("told them to leave") is none.
    """
    spans, claimable = _any_content(parse, resources, verb, entry, source)
    return within_own_quote(parse, verb, spans), claimable


def _any_content(
    parse: Parse, resources: Resources, verb: Token, entry: Entry, source: Token | None
) -> tuple[Spans, bool]:
    frames = entry.many("frames")
    inserted = _around_inserted(parse, verb, source)
    if inserted:
        return inserted, True
    before = _before(parse, verb, source)
    if before:
        after = quotation_after(parse, verb, entry)
        return before + [span for span in after if span not in before], True
    whole = _whole_quotation(parse, verb)
    if whole:
        return whole, True
    clause = _clause_after(parse, resources, verb)
    if clause:
        return stretched(parse, clause, verb), True
    phrase = nominal(parse, resources, verb, entry)
    if phrase and holds_quotation(parse, phrase):
        return phrase, True
    if "quote" in frames:
        after = quotation_after(parse, verb, entry)
        if after:
            return after, True
    around = _around_parenthetical(parse, verb)
    if around:
        return around, True
    infinitive = _infinitive(parse, verb, entry)
    if infinitive is not None:
        return infinitive
    accused = _accusation(parse, verb, frames)
    if accused:
        return accused, True
    if phrase:
        return phrase, True
    relative = relativised(parse, verb)
    return (relative if len(relative) > 1 or entry["stance"] == "-1" else []), True


# ------------------------------------------------------------------------ clauses


def _clause_after(parse: Parse, resources: Resources, verb: Token) -> Spans:
    """The finite clause that follows a verb as its complement."""
    clauses = [child for child in verb.children if child.dep == "ccomp" and child.i > verb.i]
    if not clauses:
        # "said in a statement that …": the clause hangs on the noun between.
        for child in verb.children_of("prep", "dative"):
            noun = child.child("pobj") if child.dep == "prep" else child
            clauses += [
                inner
                for inner in (noun.children_of("acl", "ccomp", "relcl") if noun else ())
                if any(c.dep == "mark" and c.lower == "that" for c in inner.children)
            ]
    if not clauses:
        return []
    tokens = parse.tokens
    left = max(min(child.left for child in clauses), verb.i + 1)
    thing = verb.child("dobj")
    if (
        thing is not None
        and thing.right + 1 == left
        and verb.lemma not in _WITH_HEARER
        and clauses[0].child("nsubj", "nsubjpass", "expl") is None
    ):
        left = thing.left  # the clause's own subject, read as the verb's object
    right = max(_right_of_clause(child, resources) for child in clauses)
    while left < right and (
        (tokens[left].dep == "mark" and tokens[left].lower in ("that", "as"))
        or (tokens[left].lower in WEEKDAYS and tokens[left].i - verb.i <= 3)
        or tokens[left].text == ","
    ):  # fmt: skip
        left += 1
    while right > left and tokens[right].dep == "cc":
        right -= 1
    return [trim(parse, left, _run_on(parse, verb, right))]


def _right_of_clause(clause: Token, resources: Resources) -> int:
    """The end of a clause, before a coordinated reporting verb that goes back to the speaker."""
    for conjunct in _coordinated(clause):
        if is_promoted(conjunct, resources):
            cc = [child for child in conjunct.head.children if child.dep == "cc"]
            return min([child.i for child in cc if child.i < conjunct.i] + [conjunct.left]) - 1
    for rival in clause.children_of("advcl"):
        # "…, while the rebels said they had none": somebody else's words begin.
        contrasting = any(c.dep == "mark" and c.lower in _CONTRAST for c in rival.children)
        says = rival.lemma in resources.lexicons.reporting_verbs
        if contrasting and says and rival.child("nsubj") is not None and rival.i > clause.i:
            return rival.left - 1
    return clause.right


def _coordinated(verb: Token) -> Iterable[Token]:
    for child in verb.children_of("conj"):
        yield child
        yield from _coordinated(child)


def is_promoted(verb: Token, resources: Resources) -> bool:
    """Whether a verb coordinated inside reported speech is really the speaker's next act.

    "She said the blast was theirs and accused the navy": a blast accuses nobody, so the
    subject of "accused" is hers.
    """
    if verb.dep != "conj" or verb.child("nsubj", "nsubjpass") is not None:
        return False
    if verb.lemma not in resources.lexicons.reporting_verbs or verb.tag not in ("VBD", "VBZ"):
        return False
    first = verb
    while first.dep == "conj" and first.head is not first:
        first = first.head
    if first.dep != "ccomp" or first.head.tag != verb.tag:
        return False
    subject = first.child("nsubj", "nsubjpass")
    if subject is None:
        auxiliary = first.child("auxpass", "aux")
        subject = auxiliary.child("nsubj", "nsubjpass") if auxiliary is not None else None
    if subject is None or subject.proper or subject.name or subject.pronoun:
        return False
    kind = resources.lexicons.role_class(subject.lemma)
    return kind in ("", "place", "document") and subject.lemma not in resources.lexicons.label_nouns


def _run_on(parse: Parse, verb: Token, right: int) -> int:
    """Reach the sentence's end where no boundary stands between: parsers cut clauses short."""
    tokens = parse.tokens
    rest = tokens[right + 1 : parse.sentence(verb).last]
    while rest and rest[-1].dep == "punct":
        rest = rest[:-1]
    if not rest or rest[0].dep == "cc" or rest[0].tag not in (*_FINITE, "VBN", "TO"):
        return right
    if any(
        item.tag in (",", ":", "''", "``")
        or item.text in '“”"—–'
        or (item.tag == "CC" and item.head.verb)
        for item in rest
    ):
        return right
    return rest[-1].i


_NOTHING_SAID = frozenset({"decline", "refuse", "fail", "try", "want", "need"})


def _infinitive(parse: Parse, verb: Token, entry: Entry) -> tuple[Spans, bool] | None:
    """ "claimed to have won", "urged them to leave", "vowed to march", "denied misleading"."""
    infinitive = verb.child("xcomp")
    if verb.lemma in _NOTHING_SAID:
        return None
    if infinitive is not None and infinitive.tag == "VBG" and entry["class"] == "denial":
        return stretched(parse, [trim(parse, infinitive.left, infinitive.right)], verb), True
    if infinitive is None or entry["class"] not in (*_INFINITIVES, "assertive_neutral"):
        return None
    if infinitive.lemma in _NOT_SPEECH or not any(c.lower == "to" for c in infinitive.children):
        return None
    addressee = verb.child("dobj")
    if entry["class"] == "assertive_neutral" and addressee is None:
        return None
    spans = stretched(parse, [trim(parse, infinitive.left, infinitive.right)], verb)
    return spans, entry["class"] == "assertive_doubtful" and addressee is None


def _accusation(parse: Parse, verb: Token, frames: tuple[str, ...]) -> Spans:
    """ "accused the navy of hiding shells"."""
    if "of" not in frames:
        return []
    target = verb.child("dobj", "nsubjpass")
    if target is None:
        return []
    for child in [*verb.children_of("prep"), *target.children_of("prep")]:
        if child.lower == "of" and child.child("pcomp", "pobj") is not None:
            right = child.right
            inner = child.child("pcomp", "pobj")
            if inner is not None and inner.verb:
                right = max([inner.i, *(c.right for c in inner.children if c.dep != "appos")])
            return stretched(parse, [trim(parse, target.left, right)], verb)
    return []


# ------------------------------------------------------------------------ around the verb


def _group(verb: Token, source: Token | None) -> tuple[int, int]:
    """Token positions of "X said" or "said X"."""
    first, last = verb_group(verb)
    if source is not None and source.sent == verb.sent and source.head is verb:
        left, right = source.left, source.right
        if left > verb.i or right < verb.i:
            first, last = min(first, left), max(last, right)
        else:
            first, last = min(first, source.i), max(last, source.i)
    return first, last


def _around_inserted(parse: Parse, verb: Token, source: Token | None) -> Spans:
    """ "Officers, he said, acted with restraint": a cue between commas inside its content."""
    tokens, sentence = parse.tokens, parse.sentence(verb)
    first, last = _group(verb, source)
    if first - 1 <= sentence.first or last + 2 >= sentence.last or source is None:
        return []
    if tokens[first - 1].text != "," or tokens[last + 1].text != ",":
        return []
    lead = tokens[sentence.first : first - 1]
    conditional = lead[0].lower in _SUBORDINATORS
    if (any(token.tag in _FINITE for token in lead) and not conditional) or parse.quote_at(
        lead[-1].start
    ):
        return []
    if parse.quote_at(verb.start) is not None or (lead[0].tag == "IN" and not conditional):
        return []
    parts = [trim(parse, sentence.first, first - 2), trim(parse, last + 2, sentence.last - 1)]
    return stretched(parse, parts, verb)


def _around_parenthetical(parse: Parse, verb: Token) -> Spans:
    """ "The dam will hold, as officials said, until May": what stands on both sides of a cue."""
    head = verb.head
    inserted = verb.dep in ("parataxis", "dep") or (
        verb.dep == "advcl" and any(c.dep == "mark" and c.lower == "as" for c in verb.children)
    )
    if not inserted or head is verb or not (head.verb or head.tag == "MD"):
        return []
    parts = [(head.left, verb.left - 1), (verb.right + 1, head.right)]
    spans = [trim(parse, first, last) for first, last in parts if first <= last]
    return [span for span in spans if span[1] - span[0] > 1]


def _before(parse: Parse, verb: Token, source: Token | None) -> Spans:
    """What stands before "X said" or "said X": a quotation, a clause, or both."""
    tokens, sentence = parse.tokens, parse.sentence(verb)
    if verb.dep == "conj" and verb.child("nsubj", "nsubjpass") is None:
        return []
    first = _group(verb, source)[0]
    gap = first - 1
    while gap >= sentence.first and (
        (tokens[gap].dep == "punct" and tokens[gap].text not in _MARKS)
        or tokens[gap].lower in ("and", "as")
    ):  # fmt: skip
        if tokens[gap].text == ";":
            return []
        gap -= 1
    inside = parse.quote_at(verb.start)
    if gap < sentence.first:
        quote = _quotation_ending_at(parse, sentence.start)
        return _with_earlier(parse, quote.start, quote) if quote and quote is not inside else []
    clause = [
        child
        for child in verb.children
        if child.dep == "ccomp" and child.i < verb.i and child.child("nsubj", "nsubjpass", "expl")
    ]
    quote = parse.quote_at(tokens[gap].start)
    if quote is not None and quote is not inside and quote.end <= tokens[first].start:
        start = quote.start
        if clause and not quote.continues:
            lead = tokens[max(sentence.first, min(child.left for child in clause))]
            start = min(start, lead.start) if lead.start >= sentence.start else start
        return _with_earlier(parse, start, quote)
    if clause and not (tokens[gap].lemma in _CUES and tokens[gap].tag in _FINITE):
        left = max(sentence.first, min(child.left for child in clause))
        while left < gap and tokens[left].dep == "punct" and tokens[left].text not in _MARKS:
            left += 1
        return stretched(parse, [trim(parse, left, gap)], verb)
    return []


def _whole_quotation(parse: Parse, verb: Token) -> Spans:
    """A quotation that is a sentence of its own right after the cue: nothing else is said."""
    quote = parse.quote_from(verb.end)
    if quote is None:
        return []
    between = parse.text[verb.end : quote.start].strip()
    inner = parse.text[quote.inner_start : quote.inner_end].rstrip()
    own = inner[:1].isupper() and inner[-1:] in (",", ".", "?", "!")
    return [(quote.start, quote.end)] if between in (",", ":", "") and own else []


def _with_earlier(parse: Parse, start: int, quote: Quote) -> Spans:
    """A quotation with the earlier paragraphs that it continues."""
    spans = [(start, quote.end)]
    at = bisect_left(parse.quotes, quote.start, key=lambda other: other.start)
    while at > 0 and parse.quotes[at].continues:
        at -= 1
        spans.insert(0, (parse.quotes[at].start, parse.quotes[at].end))
    return spans


def _quotation_ending_at(parse: Parse, offset: int) -> Quote | None:
    """The quotation that ends just before a sentence of its paragraph that opens "he said"."""
    for quote in parse.quotes_within(offset - 3, offset):
        gap = parse.text[quote.end : offset]
        if 0 <= offset - quote.end <= 2 and "\n" not in gap:
            return quote if parse.text[quote.end - 2 : quote.end - 1] in ",?!—" else None
    return None


def quotation_after(parse: Parse, verb: Token, entry: Entry) -> Spans:
    """The quotation that follows a verb, with nothing but its own phrases between.

    A quotation that continues the sentence in lower case, with no comma or colon before it,
    is content of a verb of speech only: "charged 'without warning'" quotes no claim.
    """
    sentence = parse.sentence(verb)
    inside = parse.quote_at(verb.start)
    quote = parse.quote_from(verb.end)
    if quote is None or quote.start > sentence.end or (inside and quote.start < inside.end):
        return []
    gap = parse.between(verb.end, quote.start)
    words = [token for token in gap if token.dep != "punct"]
    if any(token.tag in _FINITE for token in words) or len(words) > 16:
        return []
    if any(token.tag in ("VBG", "VBN") and token.dep == "advcl" for token in words):
        return []
    opened = bool(gap) and gap[-1].text in (",", ":")
    capital = parse.text[quote.inner_start : quote.inner_start + 1].isupper()
    if not opened and (len(words) > 2 or not (capital or entry["class"] in _SPEECH)):
        return []
    return [(quote.start, quote.end)]
