"""Attributions by a reporting verb: direct, indirect, mixed, inverted, split, relayed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.attribution._raw import Raw
from framing.language.syntax import agent_of, clause_subject, is_negated, is_passive, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.resources import Resources
    from framing.language import Parse, Quote, Token
    from framing.lexicon import Entry

__all__ = ["from_verbs", "source_span", "trim"]

_CLAUSES = ("ccomp", "xcomp", "acl")
_THINGS_SUGGEST = frozenset({"assertive_weak", "factive", "cognition"})
_FINITE_GAP = 8


def from_verbs(parse: Parse, resources: Resources) -> Iterator[Raw]:
    """Yield the attribution that each reporting verb introduces, if it introduces one."""
    for token in parse.tokens:
        if not token.verb or token.dep in ("amod", "aux", "auxpass", "compound"):
            continue
        entry = resources.lexicons.reporting_verbs.get(token.lemma)
        if entry is None:
            continue
        raw = _from_verb(parse, resources, token, entry)
        if raw is not None and raw.content:
            yield raw


def _from_verb(parse: Parse, resources: Resources, verb: Token, entry: Entry) -> Raw | None:
    if verb.lemma in ("say", "tell", "state") and _is_as_saying(verb):
        return None
    relay = _relay(parse, verb)
    if relay is not None:
        return _finish(parse, verb, entry, *relay)
    source = _source(verb)
    content, claim = _content(parse, resources, verb, entry, source)
    if not content or source is None or not _can_speak(resources, source, entry, parse, content):
        return None
    if is_negated(verb) and not _has_quote(parse, content):
        return None
    raw = _finish(parse, verb, entry, source, content, None)
    raw.claim = raw.claim and claim
    return raw


def _finish(
    parse: Parse, verb: Token, entry: Entry, source: Token | None,
    content: list[tuple[int, int]], conduit: Token | None,
) -> Raw:  # fmt: skip
    first, last = verb_group(verb)
    tokens = parse.tokens
    cue = [(tokens[first].start, tokens[last].end)]
    if conduit is not None or _as_saying(verb) is not None:
        saying = _as_saying(verb)
        if saying is not None:
            cue = [(verb.start, verb.end), (saying.head.start, saying.end)]
    raw = Raw(verb, cue, entry, source, content=content, conduit=conduit, rule="verb")
    raw.claim = entry["claim"] != "no"
    if source is not None:
        raw.source_span = source_span(parse, source, verb)
    return raw


# ------------------------------------------------------------------------ relays


def _as_saying(verb: Token) -> Token | None:
    """The "saying" of "quoted X as saying"."""
    for child in verb.children:
        if child.dep in ("prep", "mark") and child.lower == "as":
            inner = child.child("pcomp")
            if inner is not None and inner.lemma in ("say", "tell", "claim", "add", "argue"):
                return inner
    return None


def _is_as_saying(verb: Token) -> bool:
    return verb.dep == "pcomp" and verb.head.lower == "as"


def _relay(parse: Parse, verb: Token) -> tuple[Token, list[tuple[int, int]], Token | None] | None:
    """ "The agency quoted X as saying that …": the speaker is X, the conduit the agency."""
    saying = _as_saying(verb)
    if saying is None:
        return None
    if is_passive(verb):
        speaker, conduit = verb.child("nsubjpass", "nsubj"), agent_of(verb)
    else:
        speaker, conduit = verb.child("dobj"), clause_subject(verb)
    if speaker is None:
        return None
    content = _clause_after(parse, saying) or _before(parse, verb, conduit) or []
    content = content or _quotes_after(parse, saying)
    return speaker, content, conduit


# ------------------------------------------------------------------------ sources


def _source(verb: Token) -> Token | None:
    if is_passive(verb):
        return agent_of(verb)
    return clause_subject(verb)


def source_span(parse: Parse, source: Token, cue: Token) -> tuple[int, int]:
    """Offsets of the whole noun phrase of a source, with its appositives, without the cue."""
    left, right = source.left, source.right
    for child in source.children:
        if child.dep == "relcl" and (child is cue or child.governs(cue)):
            right = min(right, child.left - 1)
    if left <= cue.i <= right:
        if cue.i > source.i:
            right = cue.i - 1
        else:
            left = cue.i + 1
    tokens = parse.tokens
    while right > source.i and tokens[right].dep == "punct":
        right -= 1
    while left < source.i and (tokens[left].dep == "punct" or tokens[left].dep == "cc"):
        left += 1
    return tokens[left].start, tokens[right].end


def _can_speak(
    resources: Resources, source: Token, entry: Entry, parse: Parse,
    content: list[tuple[int, int]],
) -> bool:  # fmt: skip
    """Whether the subject is a person, a group or a document rather than a thing."""
    if any(start <= source.start < end for start, end in content):
        return False
    if source.pronoun:
        return source.lower not in ("which", "that", "what", "this", "it") or (
            source.lower in ("it", "which") and not source.dep == "expl"
        )
    if source.proper or source.name:
        return True
    known = resources.lexicons.role_class(source.lemma)
    if known and known != "place":
        return True
    if source.lemma in resources.lexicons.label_nouns or not source.noun:
        return source.noun or source.lower in _PEOPLE_WORDS
    if source.lemma.endswith(_AGENTIVE) or _has_quote(parse, content):
        return True
    return entry["class"] not in _THINGS_SUGGEST and entry["stance"] != "-1"


_PEOPLE_WORDS = frozenset(
    {"some", "many", "others", "one", "most", "both", "several", "few", "none", "all", "two",
     "three", "those", "everyone", "nobody"}
)  # fmt: skip
_AGENTIVE = ("er", "or", "ist", "man", "woman", "person", "people", "ian", "ee", "ant")


# ------------------------------------------------------------------------ content


def _content(
    parse: Parse, resources: Resources, verb: Token, entry: Entry, source: Token | None
) -> tuple[list[tuple[int, int]], bool]:
    """The content spans of a verb, and whether their form lets them be a claim."""
    frames = entry.many("frames")
    before = _before(parse, verb, source)
    after = _quotes_after(parse, verb) if before or "quote" in frames else []
    if before:
        return before + [span for span in after if span not in before], True
    clause = _clause_after(parse, verb)
    if clause:
        return _with_quotes(parse, clause, verb), True
    if after:
        return after, True
    around = _around(parse, verb)
    if around:
        return around, True
    if "to" in frames or "np" in frames:
        infinitive = verb.child("xcomp")
        if infinitive is not None and infinitive.child("aux") is not None:
            perfect = any(child.lower == "have" for child in infinitive.children)
            spans = [trim(parse, infinitive.left, infinitive.right)]
            return _with_quotes(parse, spans, verb), perfect or verb.child("dobj") is None
    if "of" in frames:
        target = verb.child("dobj", "nsubjpass")
        for child in verb.children_of("prep"):
            if target is not None and child.lower in ("of", "over", "for"):
                return _with_quotes(parse, [trim(parse, target.left, child.right)], verb), True
    if "as" in frames or "np" in frames:
        spans = _nominal(parse, resources, verb, entry)
        if spans:
            return spans, True
    relative = _relativised(parse, verb)
    return (relative if len(relative) > 1 or entry["stance"] == "-1" else []), True


def _nominal(
    parse: Parse, resources: Resources, verb: Token, entry: Entry
) -> list[tuple[int, int]]:
    """A noun phrase as content: "citing an attack", "denied responsibility", "called it a farce".

    Only what can be claimed counts: an event, a reporting noun, anything under a denial, or
    wording in quotation marks.
    """
    frames = entry.many("frames")
    thing = verb.child("dobj", "oprd", "attr", "ccomp" if "as" in frames else "oprd")
    if thing is None:
        return []
    renamed = [child.right for child in verb.children_of("oprd")]
    renamed += [
        child.right for child in verb.children_of("prep") if child.lower == "as" and "as" in frames
    ]
    right = thing.right
    for child in thing.children:
        if child.dep == "relcl":
            right = min(right, child.left - 1)
    spans = _with_quotes(parse, [trim(parse, thing.left, max([right, *renamed]))], verb)
    claimable = (
        thing.lemma in resources.lexicons.event_nouns
        or thing.lemma in resources.lexicons.reporting_nouns
        or entry["class"] == "denial"
        or _has_quote(parse, spans)
    )
    return spans if ("np" in frames and claimable) or ("as" in frames and renamed) else []


def _relativised(parse: Parse, verb: Token) -> list[tuple[int, int]]:
    """ "the thousands it had claimed …": the head noun is (part of) the content."""
    if verb.dep != "relcl" or not verb.head.noun:
        return []
    noun = verb.head
    first = min([noun.i] + [child.left for child in noun.children if child.i < noun.i])
    spans = [trim(parse, first, noun.i)]
    last = parse.sentence(verb).last
    rest = verb.i + 1
    if rest < last and parse.tokens[rest].tag in ("VBD", "VBZ", "VBP", "MD", "VB"):
        end = rest
        while end + 1 < last and parse.tokens[end + 1].verb:
            end += 1
        spans.append(trim(parse, rest, end))
    return spans


def _clause_after(parse: Parse, verb: Token) -> list[tuple[int, int]]:
    """The finite clause that follows a verb as its complement."""
    clauses = [
        child for child in verb.children
        if child.dep == "ccomp" and child.i > verb.i and not _is_wh_adverb(child)
    ]  # fmt: skip
    if not clauses:
        return []
    tokens = parse.tokens
    left = min(child.left for child in clauses)
    right = max(child.right for child in clauses)
    left = max(left, verb.i + 1)
    while left < right and (tokens[left].dep == "mark" or _is_adjunct(tokens[left], verb)):
        if tokens[left].dep == "mark" and tokens[left].lower not in ("that", "as"):
            break
        left += 1
    right = _run_on(parse, verb, right)
    return [trim(parse, left, right)]


def _is_wh_adverb(clause: Token) -> bool:
    return any(child.dep == "advmod" and child.tag == "WRB" and child.lower == "when"
               for child in clause.children)  # fmt: skip


_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today",
     "yesterday", "tonight", ","}
)  # fmt: skip


def _is_adjunct(token: Token, verb: Token) -> bool:
    """A weekday between the verb and its clause belongs to the verb, whatever the parse."""
    return token.lower in _DAYS and token.i - verb.i <= 3


def _run_on(parse: Parse, verb: Token, right: int) -> int:
    """Reach the sentence's end where no boundary stands between: parsers cut clauses short."""
    tokens = parse.tokens
    last = parse.sentence(verb).last - 1
    rest = tokens[right + 1 : last + 1]
    while rest and rest[-1].dep == "punct":
        rest = rest[:-1]
    if not rest or rest[0].tag not in ("VBD", "VBZ", "VBP", "MD", "VBN", "TO"):
        return right
    if any(
        item.tag in (",", ":", "''", "``")
        or item.text in "“”\"—–"
        or (item.tag == "CC" and item.head.verb)
        for item in rest
    ):
        return right
    return rest[-1].i


def _around(parse: Parse, verb: Token) -> list[tuple[int, int]]:
    """ "The dam, officials said, will hold": what stands on both sides of an inserted cue."""
    head = verb.head
    inserted = verb.dep in ("parataxis", "dep") or (
        verb.dep == "advcl" and any(c.dep == "mark" and c.lower == "as" for c in verb.children)
    )
    if not inserted or head is verb or not (head.verb or head.tag == "MD"):
        return []
    parts = [(head.left, verb.left - 1), (verb.right + 1, head.right)]
    spans = [trim(parse, first, last) for first, last in parts if first <= last]
    return [span for span in spans if span[0] < span[1]]


def _before(parse: Parse, verb: Token, source: Token | None) -> list[tuple[int, int]]:
    """What stands before "X said" or "said X": a quotation, a clause, or both."""
    tokens = parse.tokens
    sentence = parse.sentence(verb)
    group = [verb.i, verb_group(verb)[0]]
    if source is not None and source.sent == verb.sent and source.head is verb:
        group.append(source.left)
    first = min(group)
    gap = first - 1
    while gap >= sentence.first and (
        (tokens[gap].dep == "punct"
        and tokens[gap].text not in "\"”’'»")
        or tokens[gap].lower in ("and", "as")
    ):
        gap -= 1
    if gap < sentence.first:
        quote = _quote_ending(parse, sentence.start, verb)
        return [(quote.start, quote.end)] if quote else []
    quote = parse.quote_at(tokens[gap].start)
    inside = parse.quote_at(verb.start)
    if quote is not None and quote is not inside and quote.end <= tokens[first].start:
        start = quote.start
        clause = [c for c in verb.children if c.dep == "ccomp" and c.i < verb.i]
        if clause and not quote.continues:
            lead = tokens[min(c.left for c in clause)]
            if sentence.start <= lead.start < quote.start:
                start = lead.start
        return _merge_quotes(parse, start, quote)
    clause = [c for c in verb.children if c.dep in ("ccomp",) and c.i < verb.i]
    if clause and gap + 1 < first:
        left = min(c.left for c in clause)
        while left < gap and (tokens[left].dep == "punct" and tokens[left].text not in "\"“‘'"):
            left += 1
        return [trim(parse, max(left, sentence.first), gap)]
    return []


def _merge_quotes(parse: Parse, start: int, quote: Quote) -> list[tuple[int, int]]:
    """A quotation with the earlier paragraphs that it continues."""
    spans = [(start, quote.end)]
    at = parse.quotes.index(quote)
    while at > 0 and parse.quotes[at].continues:
        at -= 1
        spans.insert(0, (parse.quotes[at].start, parse.quotes[at].end))
    return spans


def _quote_ending(parse: Parse, offset: int, verb: Token) -> Quote | None:
    """The quotation that ends just before a sentence which opens with "he said"."""
    for quote in parse.quotes:
        if 0 <= offset - quote.end <= 2 and not quote.start <= verb.start < quote.end:
            if parse.text[quote.end - 2 : quote.end - 1] in ",?!—":
                return quote
    return None


def _quotes_after(parse: Parse, verb: Token) -> list[tuple[int, int]]:
    """Quotations that follow a verb, with nothing but its own phrases between."""
    tokens = parse.tokens
    sentence = parse.sentence(verb)
    inside = parse.quote_at(verb.start)
    for quote in parse.quotes:
        if quote is inside or quote.start < verb.end:
            continue
        if inside is not None and quote.start < inside.end:
            continue
        if quote.start > sentence.end:
            break
        gap = parse.between(verb.end, quote.start)
        words = [item for item in gap if item.dep != "punct"]
        finite = [item for item in words if item.tag in ("VBD", "VBZ", "VBP", "MD")]
        opened = bool(gap) and gap[-1].text in (",", ":")
        if len(words) <= 2 * _FINITE_GAP and not finite and (opened or len(words) <= 2):
            if any(item.tag in ("VBG", "VBN") and item.dep == "advcl" for item in words):
                return []
            return [(quote.start, quote.end)]
        if words and tokens[words[0].i].i > verb.i:
            return []
    return []


def _with_quotes(
    parse: Parse, spans: list[tuple[int, int]], verb: Token
) -> list[tuple[int, int]]:
    """Spans stretched so that they cut no quotation, but for the one that holds the verb."""
    inside = parse.quote_at(verb.start)
    result = []
    for start, end in spans:
        for quote in parse.quotes:
            if quote is not inside and quote.start < end and start < quote.end:
                start, end = min(start, quote.start), max(end, quote.end)
        result.append((start, end))
    return result


def _has_quote(parse: Parse, spans: list[tuple[int, int]]) -> bool:
    return any(
        start <= quote.start and quote.end <= end for start, end in spans for quote in parse.quotes
    )


def trim(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """Offsets of tokens ``first`` to ``last`` without commas and stops at the edges."""
    tokens = parse.tokens
    while first < last and tokens[first].text in _EDGES:
        first += 1
    while last > first and tokens[last].text in _EDGES:
        last -= 1
    return tokens[first].start, tokens[last].end


_EDGES = frozenset({",", ".", ";", ":", "—", "–", "-", "and", "but", "!", "?"})
