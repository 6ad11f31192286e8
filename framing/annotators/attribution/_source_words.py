"""What the words of a source say by themselves: how to call it, and whom they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import noun_phrase

if TYPE_CHECKING:
    from collections.abc import Callable

    from framing.language import Parse, Token

__all__ = ["described_by", "person_named", "relative_antecedent", "whole_name"]

#: The most words by which a source without a name is called.
_LONGEST = 12

#: Words inside names, lower case: "Ursula von der Leyen", "Bashar al-Assad".
_PARTICLES = frozenset({"van", "von", "der", "den", "de", "da", "di", "du", "la", "le", "el", "al",
                        "bin", "ibn", "ben", "abu", "-", "’", "'"})  # fmt: skip

#: Words inside the names of bodies: "the Centre for Research on the Sea".
_OF_BODIES = ("of", "for", "on", "the")

#: Before a name these say that the source is another's: "an aide to Ann Lee".
_BETWEEN = frozenset({"of", "to", "for", "by", "with", "from", "'s", "’s", "and"})
_CUT = frozenset({",", ";", ":", "(", "-", "–", "—", "/", "|"})


def described_by(parse: Parse, source: Token, span: tuple[int, int]) -> str:
    """The words for a source without a name, up to a comma or a relative clause.

    "A source at the Police Command who asked not to be named" is "A source at the Police
    Command"; of a longer phrase the head with what stands before it is kept.
    """
    first, last = noun_phrase(source, parse.tokens)
    tokens = parse.tokens
    while tokens[first].start < span[0]:
        first += 1
    end = last
    for token in tokens[last + 1 :]:
        joined = token.text == "-" and token.start == tokens[token.i - 1].end  # "Deir al-Zor"
        stop = token.tag in ("WP", "WDT", "WP$", "WRB") or (
            token.text in (",", "(", "-", "–", "—") and not joined
        )
        if stop or token.end > span[1] or not source.governs(token):
            break
        end = token.i
    while end > last and tokens[end].tag in ("IN", "TO", "DT", "CC"):
        end -= 1
    if end - first >= _LONGEST:
        end = last
    return parse.text[tokens[first].start : tokens[end].end]


def person_named(
    parse: Parse,
    source: Token,
    span: tuple[int, int],
    *,
    titled: bool,
    is_person: Callable[[Token], bool],
) -> Token | None:
    """The head of the one person's name in a source whose head is a title or a role.

    `is_person` tells of a word that is a listed name whether it is a person's.

    Text without commas reads "Ann Lee head of the Office said" and, if the source's head is a
    title, "Director of the Office Ann Lee said". "Aides to Ann Lee", "Ann Lee supporters" and
    "relatives of the prisoner Ann Lee" are not she.
    """
    held = parse.between(*span)
    runs: list[list[Token]] = []
    for token in held:
        if token.name:
            runs += [[token]] if is_person(token) else []
        elif token.ent != "PERSON" or not token.proper:
            continue
        elif runs and token.i == runs[-1][-1].i + 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    runs = [run for run in runs if len(run) > 1 or run[0].name]
    if len(runs) != 1 or source in runs[0]:
        return None
    run = runs[0]
    before = parse.tokens[run[0].i - 1] if run[0].i > held[0].i else None
    within = any(up.dep == "prep" for up in run[-1].ancestors() if source.governs(up))
    if within and not titled:
        return None
    after = next((token for token in held if token.i == run[-1].i + 1), None)
    if before is not None and (before.lower in _BETWEEN or before.text in _CUT):
        return None
    if after is None:
        return run[-1]
    if after.lower in _BETWEEN:
        return None
    opens = before is None and (after is source or source.governs(after) or after.proper)
    post = any(child.lower in ("of", "for", "at") for child in source.children_of("prep"))
    return run[-1] if opens and source.i > run[-1].i and (post or after.proper) else None


def relative_antecedent(source: Token) -> Token | None:
    """The noun that a relative pronoun takes up: "the office, **which** said …"."""
    if source.tag not in ("WP", "WDT"):
        return None
    for governor in source.ancestors():
        if governor.dep == "relcl":
            noun = governor.head if governor.head.noun else None
            return _who_is(noun, source) if noun is not None and source.lower == "who" else noun
        if governor.dep in ("ccomp", "advcl"):
            return None
    return None


def _who_is(noun: Token, who: Token) -> Token:
    """The person that "who" takes up: "Ann Lee of Ohio, who", "a laugh from critics, who"."""
    if noun.dep == "pobj" and noun.ent in ("GPE", "LOC") and noun.head.head.noun:
        return noun.head.head
    inner = [thing for of in noun.children_of("prep") for thing in of.children_of("pobj")]
    nearest = [thing for thing in inner if noun.i < thing.i < who.i and thing.tag == "NNS"]
    return nearest[-1] if nearest and not (noun.proper or noun.ent == "PERSON") else noun


def whole_name(parse: Parse, source: Token, span: tuple[int, int]) -> str:
    """The source's words if they are names alone ("Van den Heever", "Ann Lee and Ole Holm").

    Else an empty string.
    """
    held = parse.between(*span)
    named = [token for token in held if token.proper]
    allowed = (*_PARTICLES, "and", ".")  # "REP. ANN LEE:" in a transcript
    if source.ent != "PERSON" and not any(token.ent == "PERSON" for token in held):
        allowed = (*allowed, *_OF_BODIES)
    fits = all(token.proper or token.lower in allowed for token in held)
    if not fits or not 1 < len(named) <= 6 or source not in held:
        return ""
    return parse.text[held[0].start : held[-1].end]
