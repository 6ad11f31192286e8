"""A token of a parsed article, as plain data.

Rules read tokens a few hundred thousand times a second; plain attributes are several times
faster than asking spaCy, keep rules testable on hand-made parses, and carry offsets into the
article rather than into a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Token"]


class Token:
    """One token: its form, its place in the article and in the dependency tree.

    Attributes
    ----------
    i : int
        Position in `Parse.tokens`.
    text, lower, lemma, tag, dep, ent : str
        Form, lower-case form, lower-case lemma, Penn tag, dependency label (ClearNLP style,
        as spaCy's English pipelines give it), entity type or "".
    start, end : int
        Offsets into the article's text.
    name : str
        The actor whose name this is, where the token is a whole listed name, else "".
    shown : str
        The form that the parser saw: a stand-in for a listed name.
    sent : int
        Index of the sentence.
    head : Token
        The governor; a root is its own head.
    children : list of Token
        In text order.
    left, right : int
        The first and last token positions of the subtree.
    """

    __slots__ = (
        "children", "dep", "end", "ent", "head", "i", "left", "lemma", "lower", "name", "right",
        "sent", "shown", "start", "tag", "text",
    )  # fmt: skip

    def __init__(
        self, i: int, text: str, lemma: str, tag: str, dep: str, start: int, sent: int,
        ent: str = "", name: str = "", shown: str = "",
    ) -> None:  # fmt: skip
        self.i = i
        self.text = text
        self.lower = text.lower()
        self.lemma = lemma
        self.tag = tag
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.sent = sent
        self.ent = ent
        self.name = name
        self.shown = shown or text
        self.head: Token = self
        self.children: list[Token] = []
        self.left = i
        self.right = i

    def __repr__(self) -> str:
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def noun(self) -> bool:
        """Whether the token is a common noun, a proper noun or a number used as a noun."""
        return self.tag[0] == "N"

    @property
    def proper(self) -> bool:
        """Whether the token is a proper noun."""
        return self.tag in ("NNP", "NNPS")

    @property
    def pronoun(self) -> bool:
        """Whether the token is a personal, possessive or relative pronoun."""
        return self.tag in ("PRP", "PRP$", "WP", "WP$", "WDT")

    @property
    def verb(self) -> bool:
        """Whether the token is a verb or a participle."""
        return self.tag[0] == "V"

    @property
    def plural(self) -> bool:
        """Whether the token is a plural noun."""
        return self.tag in ("NNS", "NNPS")

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        for child in self.children:
            if child.dep in deps:
                return child
        return None

    def children_of(self, *deps: str) -> list[Token]:
        """The children with one of these dependency labels."""
        return [child for child in self.children if child.dep in deps]

    def ancestors(self) -> Iterator[Token]:
        """The governors, nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def governs(self, other: Token) -> bool:
        """Whether `other` lies in this token's subtree."""
        return other is self or any(ancestor is self for ancestor in other.ancestors())
