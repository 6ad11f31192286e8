"""An attribution while it is being put together, in tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framing.language import Token
    from framing.lexicon import Entry

__all__ = ["Raw"]


@dataclass
class Raw:
    """Who says what by which expression; offsets are into the article.

    `at` is the token that decides where the attribution stands: its cue, or the first word
    of a quotation without one. `model` names the model that found it, if none of the rules did.
    """

    at: Token
    cue: list[tuple[int, int]] = field(default_factory=list)
    entry: Entry | None = None
    source: Token | None = None
    source_span: tuple[int, int] | None = None
    content: list[tuple[int, int]] = field(default_factory=list)
    conduit: Token | None = None
    claim: bool = True
    confidence: float = 0.9
    rule: str = ""
    model: str = ""

    @property
    def start(self) -> int:
        """The first character of the content."""
        return min(start for start, _ in self.content)

    @property
    def end(self) -> int:
        """The end of the content."""
        return max(end for _, end in self.content)

    def encloses(self, other: Raw) -> bool:
        """Whether the other attribution's cue stands inside this one's content."""
        return other is not self and any(
            start <= other.at.start < end for start, end in self.content
        )

    def covers(self, other: Raw) -> bool:
        """Whether more than half of the other's content is this one's too."""
        if other is self:
            return False
        shared = sum(
            max(0, min(end, last) - max(start, first))
            for start, end in self.content
            for first, last in other.content
        )
        return 2 * shared > sum(last - first for first, last in other.content)
