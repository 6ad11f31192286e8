"""What the tagger marks, put in order by the parse: whole phrases, whole sources, one piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._names import COUNTRY
from framing.annotators.attribution._spans import WEEKDAYS, trim
from framing.language.syntax import (
    clause_subject,
    is_passive,
    noun_phrase,
    prepositional_objects,
)

if TYPE_CHECKING:
    from framing.annotators.attribution._spans import Spans
    from framing.language import Parse, Token

__all__ = [
    "gap",
    "head_of",
    "is_anybody",
    "joined",
    "speaker_after",
    "speaker_between",
    "subject_of",
    "tidied",
    "top_of",
    "whole_source",
    "with_whole_naming",
    "without_next_act",
]  # fmt: skip


def gap(span: tuple[int, int], other: tuple[int, int]) -> int:
    """How many characters lie between two spans."""
    return max(span[0] - other[1], other[0] - span[1], 0)


def joined(parse: Parse, content: Spans, taken: Spans) -> Spans:
    """Parts of a content made one where nothing but more of it can stand between them.

    Tagging breaks off now and then; a content is interrupted by its own cue and source only.
    """
    parts = sorted(content)
    result = parts[:1]
    for start, end in parts[1:]:
        last = result[-1]
        before, after = parse.at(last[1] - 1), parse.at(start)
        same = before is not None and after is not None and before.sent == after.sent
        if same and not any(last[1] <= first < start for first, _ in taken):
            result[-1] = (last[0], end)
        else:
            result.append((start, end))
    cue = parse.at(taken[0][0])
    return [span for span in result if _said_there(parse, span, cue)] or result


def without_next_act(parse: Parse, content: Spans, cue: Token) -> Spans:
    """A content without what the speaker does next: "called it a crime **and summoned** them".

    Not where a clause is said: what is coordinated with what, there, the parser often misses.
    """
    ands = [child for child in cue.children_of("cc") if child.i > cue.i]
    acts = [
        child
        for child in cue.children_of("conj")
        if child.verb and child.child("nsubj") is None and parse.quote_at(child.start) is None
    ]
    clause = cue.child("ccomp", "xcomp") is not None
    if clause or not (cue.verb and ands and acts and acts[0].i > ands[0].i):
        return content
    cut = ands[0].start
    kept = [span for span in content if span[1] <= cut]
    for start, end in content:
        if start < cut < end and parse.quote_at(cut) is None:
            last = parse.tokens[ands[0].i - 1]
            kept.append((start, last.end if last.dep != "punct" else parse.tokens[last.i - 1].end))
    return kept or content


#: Verbs that say what somebody is called: their content is who, and what.
_CALLING = frozenset({"refer", "describe", "characterise", "characterize", "portray", "depict",
                      "call", "brand", "label", "dub", "consider", "regard", "denounce", "term",
                      "cast", "paint", "hail"})  # fmt: skip


def with_whole_naming(parse: Parse, content: Spans, cue: Token) -> Spans:
    """A content of naming with the part of it that was left out: "refers to **him** as “boss”"."""
    if cue.lemma not in _CALLING or len(content) != 1:
        return content
    named = cue.child("dobj") or next(prepositional_objects(cue, "to"), None)
    if named is None and is_passive(cue):
        named = cue.child("nsubjpass")
    called = cue.child("oprd") or next(
        (child for child in cue.children_of("prep") if child.lower == "as"), None
    )
    relative = named is not None and named.tag in ("WDT", "WP")
    if named is None or called is None or relative or named.governs(called):
        return content
    parts = [(parse.tokens[one.left].start, parse.tokens[one.right].end) for one in (named, called)]
    start, end = content[0]
    held = [max(first, start) < min(last, end) for first, last in parts]
    if sum(held) != 1:
        return content
    missing = parts[held.index(False)]
    return sorted([*content, missing]) if not (missing[0] <= cue.start < missing[1]) else content


def _said_there(parse: Parse, span: tuple[int, int], cue: Token | None) -> bool:
    """Whether a part is quoted or stands in the cue's sentence: what follows is the author's."""
    first = parse.at(span[0])
    same = cue is not None and first is not None and first.sent == cue.sent
    return same or bool(parse.quotes_within(*span))


def tidied(parse: Parse, content: Spans) -> Spans:
    """Content without a leading "that" or the day of saying, and without stops at its edges."""
    result: Spans = []
    for number, (start, end) in enumerate(sorted(content)):
        held = parse.between(start, end)
        while number == 0 and len(held) > 1 and _leads(held[0]):
            held = held[1:]
        if held:
            held = _completed(parse, held)
            result.append(trim(parse, held[0].i, held[-1].i))
    return [span for span in result if any(char.isalnum() for char in parse.text[slice(*span)])]


def _completed(parse: Parse, held: list[Token]) -> list[Token]:
    """Tokens of a part, with the rest of a phrase in whose middle they break off ("on the")."""
    last = held[-1]
    if last.tag in ("DT", "PRP$", "JJ", "TO", "CD") or (last.noun and last.dep == "compound"):
        top = last.head
        right = top.right if last.tag == "TO" else max(top.i, last.i)
    elif last.tag == "IN" and last.dep in ("prep", "agent", "mark"):
        right = last.right
    else:
        return held
    right = min(right, parse.sentence(last).last - 1)
    return held + parse.tokens[last.i + 1 : right + 1]


def _leads(token: Token) -> bool:
    """Whether a word before the content is none of it: "said Saturday that the dam held"."""
    return (token.lower == "that" and token.tag != "DT") or token.lower in WEEKDAYS


def whole_source(
    parse: Parse, span: tuple[int, int], cue: Token, words_of_cue: list[Token]
) -> tuple[Token | None, tuple[int, int]]:
    """The head of a source, and the source reaching to it where it was cut before ("the new").

    `cue` is the word that makes the cue one, `words_of_cue` are all of it.
    """
    held = parse.between(*span)
    while len(held) > 1 and (held[0].lower == "by" or held[0].dep == "punct"):
        held = held[1:]  # "was praised by Ana Brandt"
    if len(held) > 1 and (held[-1].tag in ("DT", "PRP$", "IN") or held[-1].verb):
        end = held[-1]
        rest = parse.tokens[end.i + 1 : end.right + 1] if end.dep in ("relcl", "acl") else []
        complete = held + rest if end.verb else _completed(parse, held)
        if not any(token in complete for token in words_of_cue):
            held, span = complete, (span[0], complete[-1].end)
    relative = bool(held) and held[0].tag in ("WP", "WDT")
    clause = relative and (len(held) == 1 or held[1].verb or held[1].tag in ("MD", "RB"))
    head = held[0] if clause else head_of(held[1:] if relative and len(held) > 1 else held)
    if head is None:
        return None, span
    span = (held[0].start, span[1])
    whole = _hyphenated(parse, held)
    if whole is not None:
        return whole, (held[0].start, whole.end)
    medium = _medium_after(parse, head, held[-1], cue)
    if medium is not None:
        return medium, (parse.tokens[held[-1].i + 1].start, medium.end)
    named = _name_before_cue(parse, held, cue)
    if named:
        return named[-1], (span[0], named[-1].end)
    subject = _told_of(head, cue) or _beside(head, cue)
    if subject is not None:
        first, last = noun_phrase(subject, parse.tokens)
        return subject, (parse.tokens[first].start, parse.tokens[last].end)
    noun = head
    while noun.dep in _BEFORE_NOUN and noun.head.i > noun.i and noun.head.noun:
        noun = noun.head
    words = parse.tokens[held[-1].i + 1 : noun.i + 1]
    taken = any(token in words for token in words_of_cue)
    if noun is head or taken or any(token.dep == "punct" for token in words):
        return head, (span[0], _own_end(held, head, cue))
    return noun, (span[0], max(span[1], noun.end))


def _hyphenated(parse: Parse, held: list[Token]) -> Token | None:
    """The head of a source that was cut inside a word: "**The Britain**-based office"."""
    last = held[-1]
    after = parse.tokens[last.i + 1 : last.i + 1 + _PHRASE]
    if not after or after[0].text != "-" or after[0].start != last.end:
        return None
    for token in after[1:]:
        if token.noun and token.sent == last.sent and token.dep not in _BEFORE_NOUN:
            return token
    return None


#: Nouns of media that may follow a place without a comma: "in the city of X **state television**".
_MEDIA = frozenset({"television", "tv", "media", "radio"})


def _medium_after(parse: Parse, head: Token, last: Token, cue: Token) -> Token | None:
    """The medium between a place that was taken for the source and the cue."""
    between = parse.tokens[last.i + 1 : cue.i]
    while between and between[-1].tag == "RB":
        between = between[:-1]
    plain = between and all(token.noun and not token.proper for token in between)
    placed = head.ent in ("GPE", "LOC") or head.name.startswith(COUNTRY)
    return between[-1] if plain and placed and between[-1].lower in _MEDIA else None


def _name_before_cue(parse: Parse, held: list[Token], cue: Token) -> list[Token]:
    """The name that stands last before the cue: "its head, **Ann Lee**, said"."""
    words = parse.tokens[held[0].i : cue.i]
    while words and (words[-1].dep in ("aux", "advmod", "neg") or words[-1].text == ","):
        words = words[:-1]
    at = len(words)
    while at and words[at - 1].tag == "NNP":
        at -= 1
    named, before = words[at:], words[at - 1] if at else None
    if before is None or not 1 < len(named) <= _NAME or before.i > held[-1].i + 1:
        return []
    said_to_be = before.tag == "NN" and all(token.ent == "PERSON" for token in named)
    return named if before.text == "," or said_to_be else []


#: The most words of a person's name.
_NAME = 4


def _told_of(head: Token, cue: Token) -> Token | None:
    """The cue's subject, where the source's head stands only in a clause about it.

    "The army, which has fought beside **the government**, denied …" is the army's denial.
    """
    subject = cue.child("nsubj") if cue.verb else None
    if subject is None or not subject.noun or subject is head or not subject.governs(head):
        return None
    between = (up for up in (head, *head.ancestors()) if subject.governs(up))
    return subject if any(up.dep in ("relcl", "acl") for up in between) else None


def speaker_after(parse: Parse, cue: Token) -> tuple[Token, tuple[int, int]] | None:
    """The noun phrase right after a cue, and its offsets: "…, said **the office**."."""
    for token in parse.tokens[cue.i + 1 : cue.i + _PHRASE]:
        if token.sent != cue.sent or token.verb or token.dep == "punct":
            break
        first, last = noun_phrase(token, parse.tokens)
        object_ = token.head is cue and token.dep in ("dobj", "dative", "attr", "oprd")
        if cue.lemma in ("say", "add") and (token.name or token.ent in ("ORG", "PERSON")):
            object_ = False  # "wounded 60 people **said the Observatory**"
        dated = token.ent in ("DATE", "TIME")
        if (token.noun or token.name) and first == cue.i + 1 and not (dated or object_):
            return token, (parse.tokens[first].start, parse.tokens[last].end)
    return None


#: The most words up to the noun of a speaker after the cue.
_PHRASE = 8


#: Subjects that are hardly ever a source: "**it** seems", "a plan **that** says".
_NOBODY = frozenset({"it", "that", "which", "there"})


def subject_of(parse: Parse, cue: Token, content: Spans) -> tuple[Token, tuple[int, int]] | None:
    """Whose a cue is for which the tagger marks no source, by grammar, and the offsets.

    The subject of a verb, or of "**they** are sceptical"; whose a noun is: "**Lee's** plan".
    """
    verb = cue.head if cue.dep in ("acomp", "attr") else cue
    subject = cue.child("poss") if cue.noun else clause_subject(verb)
    if subject is None or is_passive(verb):
        return None
    shared = subject.lower == "it" and subject.head is not verb  # "it declined, citing …"
    if subject.lower in _NOBODY and not shared:
        return None
    if not (subject.noun or subject.pronoun or subject.name):
        return None
    if any(start <= subject.start < end for start, end in content):
        return None
    first, last = noun_phrase(subject, parse.tokens)
    return subject, (parse.tokens[first].start, parse.tokens[last].end)


def speaker_between(
    parse: Parse, content: Spans, cue: Token
) -> tuple[Token, tuple[int, int]] | None:
    """The phrase between a content and its cue: "killed in the attack **the office** said".

    So run texts that have lost their commas.
    """
    ends = [end for _, end in content if end <= cue.start]
    held = parse.between(max(ends), cue.start) if ends else []
    marks = [at for at, token in enumerate(held) if token.dep == "punct"]
    held = held[marks[-1] + 1 :] if marks else held
    while held and held[0].tag in ("CC", "WDT"):
        held = held[1:]
    if not held or len(held) > _PHRASE or held[0].tag in ("IN", "RB", "TO"):
        return None
    if any(token.verb or token.ent in ("DATE", "TIME") for token in held):
        return None
    last = held[-1]
    if not (last.noun or last.name or last.pronoun) or last.sent != cue.sent:
        return None
    subject = cue.child("nsubj")
    head = subject if subject in held else head_of(held)
    return (head, (held[0].start, held[-1].end)) if head is not None else None


def _beside(head: Token, cue: Token) -> Token | None:
    """The cue's subject right before it, where the source hangs on something else.

    Text without commas reads "killed 19, three children included **the office** said".
    """
    subject = cue.child("nsubj") if cue.verb else None
    if subject is None or subject is head or not (subject.noun or subject.name):
        return None
    near = head.i < subject.left <= subject.i < cue.i and subject.right < cue.i
    return subject if near and not cue.governs(head) else None


def is_anybody(source: Token, cue: Token) -> bool:
    """Whether nobody in particular is meant: "**you** can say", "**one** must ask", "let**'s**"."""
    if source.tag == "DT" and source.lower in ("the", "a", "an"):
        return True
    if source.lower in ("'s", "’s", "us"):
        return any(up.lemma == "let" for up in (cue, *cue.ancestors()))
    modal = any(child.tag == "MD" for child in cue.children)
    return source.lower in ("you", "one") and source.dep == "nsubj" and modal


def _own_end(held: list[Token], head: Token, cue: Token) -> int:
    """Where a source ends, without what belongs to the cue: "Lee **on Sunday** said".

    What follows a name without a preposition or a time is more of it, misread by the parser.
    """
    last = len(held) - 1
    while last > 0 and held[last].i > head.i and _hangs_on(held[last], cue, head):
        last -= 1
    after = held[last + 1 : last + 2]
    apart = after and (after[0].tag in ("IN", "TO", "RB") or after[0].ent in ("DATE", "TIME"))
    return held[last].end if apart else held[-1].end


def _hangs_on(token: Token, cue: Token, head: Token) -> bool:
    """Whether a word is governed by the cue without being the source's."""
    return not head.governs(token) and cue.governs(token) and token.dep != "punct"


_BEFORE_NOUN = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})


def _tops(tokens: list[Token]) -> list[Token]:
    """The tokens of a span that hang on none of it."""
    inside = {token.i for token in tokens}
    return [token for token in tokens if token.head.i not in inside or token.head is token]


def top_of(tokens: list[Token]) -> Token | None:
    """The token of a span with the most of it below: what the span is about."""
    return max(_tops(tokens), key=lambda token: token.right - token.left, default=None)


def head_of(tokens: list[Token]) -> Token | None:
    """The token of a source that all others hang on, a noun or pronoun if one does."""
    tops = _tops(tokens)
    named = [token for token in tops if token.noun or token.pronoun or token.name]
    nouns = [token for token in tokens if token.noun or token.name]
    if not named and nouns and any(token.verb for token in tops):
        # "the UK based Observatory which tracks …", read as a clause: its largest noun phrase
        return max(nouns, key=lambda token: token.right - token.left)
    return next(iter(named or tops or tokens), None)
