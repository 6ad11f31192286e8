"""Hand-made parses, so that a rule is tested without a model.

A sentence is written one token a line, ``form tag dep head``: the head by its number in the
sentence, from 1, and 0 for the root. A lemma other than the form in lower case follows as
``lemma=…``, an entity type as ``ent=…``, the actor whose listed name the token is as
``name=…`` and what the parser is shown for it as ``shown=…``. A form with ``~`` stands directly
after the one before; ``_`` in it is a space.
"""

from __future__ import annotations

from framing.actors import Actor, Actors, Contrast, Side
from framing.annotators import Resources, builtin_lexicons
from framing.article import Article, Zone
from framing.language import Parse, ParsedSentence, Token, find_quotes


def hand_parse(*sentences: str, zones: tuple[str, ...] = ()) -> Parse:
    """A parse of hand-made sentences, each a block of its own, in the given zones."""
    text = ""
    tokens: list[Token] = []
    parsed: list[ParsedSentence] = []
    blocks: list[Zone] = []
    for index, lines in enumerate(sentences):
        rows = [line.split() for line in lines.strip().splitlines()]
        first = len(tokens)
        if text:
            text += "\n\n"
        begin = len(text)
        for place, (form, tag, dep, _, *more) in enumerate(rows):
            extra = dict(item.split("=", 1) for item in more)
            glued = form.startswith("~") and len(form) > 1
            form = form[1:] if glued else form
            form = form.replace("_", " ")
            if place and not glued:
                text += " "
            token = Token(
                len(tokens), form, extra.get("lemma", form.lower()), tag, dep, len(text), index,
                extra.get("ent", ""), extra.get("name", ""), extra.get("shown", ""),
            )  # fmt: skip
            text += form
            tokens.append(token)
        for token, row in zip(tokens[first:], rows, strict=True):
            head = int(row[3])
            if head:
                token.head = tokens[first + head - 1]
                token.head.children.append(token)
        for token in tokens[first:]:
            for steps, above in enumerate(token.ancestors()):
                if steps > len(rows):
                    raise ValueError(f"the heads above {token.text!r} form a cycle")
                above.left, above.right = min(above.left, token.i), max(above.right, token.i)
        zone = zones[index] if index < len(zones) else "body"
        blocks.append(Zone(zone, begin, len(text), index))
        parsed.append(
            ParsedSentence(index, first, len(tokens), begin, len(text), zone, index)
        )  # fmt: skip
    quotes = find_quotes(text, [(block.start, block.end) for block in blocks])
    return Parse(text, tokens, parsed, quotes, blocks, [token.start for token in tokens])


def hand_article(parse: Parse) -> Article:
    """The article that a hand-made parse is of."""
    return Article("hand", parse.text, tuple(parse.blocks))


def resources(*actors: Actor, contrast: tuple[str, str] | None = None) -> Resources:
    """Resources with these actors, their sides, and a contrast of two sides."""
    sides = tuple(Side(side, side) for side in dict.fromkeys(a.side for a in actors) if side)
    listed = Actors(tuple(actors), sides)
    if contrast is not None:
        a, b = contrast
        listed = Actors(
            listed.actors, sides, {"labels": Contrast(a, b, frozenset({a}), frozenset({b}))}
        )
    return Resources(listed, builtin_lexicons())
