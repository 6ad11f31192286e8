"""Speech given to its speaker by layout: a colon in the line before, a dash after, turns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import TYPE_CHECKING

from framing.annotators.attribution._raw import Raw
from framing.annotators.attribution.verbs import source_span
from framing.language.syntax import clause_subject, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotators.resources import Resources
    from framing.language import Parse, Quote, Token

__all__ = ["DIALOGUE", "announced", "credited", "opens_with_dash", "turns"]

#: A dash that opens direct speech, as a quotation mark would.
DIALOGUE = re.compile(r"[—–―]\s?(?=\w)")

#: A dash before the name of the person quoted.
_CREDIT = re.compile(r"\s*(?:[—–―]|--?)\s*(?=[^\W\d_])")

#: White space before a name that stands right after a quotation or in the next line.
_BARE_CREDIT = re.compile(r"[ \t]*(?:\n\s*)?(?=[A-Z][^\W\d_])")

#: Words without a capital in a line of names; the fewest characters of what such a line credits.
_SMALL = frozenset({"of", "the", "and", "for", "de", "van", "von", "in", "at"})
_SPOKEN = 60

#: The most words of a credit: a name and a role.
_LONGEST_CREDIT = 12

#: How far a credit may reach, and how far before a quotation its colon may stand, in characters.
_LONGEST_LINE, _NEAR = 200, 40


def announced(parse: Parse, resources: Resources, quote: Quote) -> Raw | None:
    """The attribution of a quotation that "The minister said:" in the line before announces.

    Parameters
    ----------
    parse : Parse
    resources : Resources
    quote : Quote
        Which opens its paragraph.
    """
    first = max(0, quote.start - _NEAR)
    before = parse.text[first : quote.start].rstrip()
    if not before.endswith(":") or "\n" not in parse.text[first + len(before) : quote.start]:
        return None
    colon = parse.at(first + len(before) - 1)
    if colon is None:
        return None
    verbs = [
        token
        for token in parse.tokens_of(parse.sentence(colon))
        if token.verb and resources.lexicons.verb_of(token) is not None
    ]
    for verb in reversed(verbs):
        source = clause_subject(verb)
        if source is None or parse.quote_at(verb.start) is not None:
            continue
        entry = resources.lexicons.verb_of(verb)
        first, last = verb_group(verb)
        cue = [(parse.tokens[first].start, parse.tokens[last].end)]
        return Raw(
            verb, cue, entry, source, source_span(parse, source, verb),
            [(quote.start, quote.end)], confidence=0.85, rule="announced",
        )  # fmt: skip
    return None


def credited(parse: Parse, quote: Quote) -> Raw | None:
    """The attribution of a quotation that its speaker's name follows: “We won.” — Ann Lee, dean.

    After a dash that may be any name; without one, a name, a comma and a body, as digests of
    comment have them, after the quotation or in the next line: “We won.” Ann Lee, Lund Courier.
    A quotation that goes on in the next paragraph is credited after its last.

    Parameters
    ----------
    parse : Parse
    quote : Quote
    """
    last = _end_of_speech(parse, quote)
    found = _CREDIT.match(parse.text, last.end) or _BARE_CREDIT.match(parse.text, last.end)
    if found is None:
        return None
    end = parse.text.find("\n", found.end(), found.end() + _LONGEST_LINE)
    if end < 0 and len(parse.text) > found.end() + _LONGEST_LINE:
        return None
    rest = parse.between(found.end(), len(parse.text) if end < 0 else end)
    words = [token for token in rest if token.text[0].isalnum()]
    if not 1 <= len(words) <= _LONGEST_CREDIT or any(_finite(token) for token in words):
        return None
    bare = not found.group().strip()
    if bare and not (_is_credit_line(rest) and quote.inner_end - quote.start > _SPOKEN):
        return None
    name = next((token for token in words if token.proper or token.name), None)
    opening = parse.at(quote.inner_start)
    if name is None or opening is None or words[0].text[0].islower():
        return None
    while name.dep == "compound" and name.head in words:
        name = name.head
    span = (words[0].start, words[-1].end)
    return Raw(
        opening, [], None, name, span, [(quote.start, quote.end)],
        confidence=0.85, rule="credit after a quotation",
    )  # fmt: skip


def _end_of_speech(parse: Parse, quote: Quote) -> Quote:
    """The last of the quotations that open a paragraph each and close once."""
    place = bisect_left(parse.quotes, quote.start, key=lambda one: one.start)
    while place + 1 < len(parse.quotes) and parse.quotes[place + 1].continues:
        place += 1
    return parse.quotes[place]


def _is_credit_line(rest: list[Token]) -> bool:
    """Whether words are names alone, parted by a comma: "Ann Lee and Ole Holm, Lund Courier"."""
    words = [token for token in rest if token.text[0].isalnum()]
    named = all(token.text[0].isupper() or token.lower in _SMALL for token in words)
    comma = any(token.text == "," for token in rest[1:-1])
    return named and comma and all(token.text.isalnum() or token.text in ",.&'’-" for token in rest)


def opens_with_dash(parse: Parse, start: int) -> bool:
    """Whether a content begins right after a dash that opens its paragraph, as in dialogue."""
    line = parse.text.rfind("\n", 0, start) + 1
    found = DIALOGUE.match(parse.text, line)
    return found is not None and found.end() == start


def turns(parse: Parse) -> Iterator[Raw]:
    """The turns of an interview: a line that is a name, and the paragraphs up to the next.

    There are turns where two or more names stand alone in a line, one of them at least twice.
    """
    lines = [_name_alone(parse, number) for number in range(len(parse.blocks))]
    counts = Counter(name for name, _ in filter(None, lines))
    if len(counts) < 2 or max(counts.values()) < 2:
        return
    speaker: tuple[str, Token] | None = None
    said: list[tuple[int, int]] = []
    for number, line in enumerate([*lines, ("", None)]):
        if line is None:
            if speaker is not None and parse.blocks[number].kind == "body":
                said.append((parse.blocks[number].start, parse.blocks[number].end))
            continue
        if speaker is not None and said:
            yield _turn(parse, speaker[1], said)
        speaker, said = (line[0], line[1]) if line[1] is not None else None, []


def _name_alone(parse: Parse, number: int) -> tuple[str, Token] | None:
    """The name that a paragraph consists of, and its last word."""
    block = parse.blocks[number]
    text = parse.text[block.start : block.end]
    words = text.removesuffix(":").split()
    if block.kind != "body" or not 2 <= len(words) <= _LONGEST_NAME:
        return None
    if not all(word[0].isupper() and word.strip(".-’'").isalpha() for word in words):
        return None
    held = [one for one in parse.between(block.start, block.end) if one.text[0].isalnum()]
    if not held or any(token.verb or token.dep == "prep" for token in held):
        return None
    return " ".join(words), held[-1]


def _turn(parse: Parse, name: Token, said: list[tuple[int, int]]) -> Raw:
    first = parse.between(*said[0])[0]
    line = parse.blocks[parse.sentence(name).block]
    return Raw(
        first, [], None, name, (line.start, line.end), list(said), confidence=0.85,
        rule="turn of an interview",
    )  # fmt: skip


#: The most words of a name that stands alone in a line.
_LONGEST_NAME = 4


def _finite(token: Token) -> bool:
    return token.tag in ("VBD", "VBZ", "VBP", "MD")
