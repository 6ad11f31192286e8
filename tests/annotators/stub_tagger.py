"""A tagger that says what a test tells it to: the learned path is tested without a model."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from framing.encoder import Pieces
from framing.encoder.tagger import Seen

SURE = 6.0


@dataclass
class StubTagger:
    """Finds the given attributions wherever their words stand.

    Each is (source, cue, content, odds that the cue is one). Source and content hold words as
    they are shown to the tagger, several parts separated by " … ".
    """

    said: list[tuple[str, str, str, float]]
    version: str = "stub@0"
    certain: float = 3.0
    seen: list[str] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)

    def pieces(self, text, start, end, quotes=()):
        self.seen.append(text[start:end])
        self.quoted += [text[first:last] for first, last in quotes]
        spans = [found.span() for found in re.finditer(r"\w+|[^\w\s]", text[start:end])]
        spans = [(-1, -1), *((a + start, b + start) for a, b in spans), (-1, -1)]
        pieces = Pieces([0] * len(spans), [0] * len(spans), spans)
        self._texts = {**getattr(self, "_texts", {}), id(pieces): text}
        return pieces

    def stretches(self, text, start, end, quotes=()):
        yield self.pieces(text, start, end, quotes)

    def tag(self, stretches):
        for pieces in stretches:
            self._now = pieces
            odds = np.tile([SURE, 0.0, 0.0], (len(pieces), 1))
            for _, cue, _, chance in self.said:
                self._mark(odds, cue, chance)
            yield Seen(np.zeros((len(pieces), 1)), odds, np.full(len(pieces), self.certain))

    def read(self, states, cues):
        tags = np.tile([SURE, 0.0, 0.0], (len(cues), len(states), 2, 1))
        valid = np.full(len(cues), -SURE)
        for row, asked in enumerate(cues):
            for source, cue, content, chance in self.said:
                if asked in self._places(cue):
                    self._mark(tags[row, :, 0], source, SURE)
                    self._mark(tags[row, :, 1], content, SURE)
                    valid[row] = chance
        return tags, valid

    def _mark(self, odds, words, chance):
        """Odds under which the words are tagged with that chance."""
        for first, last in self._places(words):
            odds[first:last] = [0.0, -SURE, chance]
            odds[first] = [0.0, chance, -SURE]

    def _places(self, words):
        text, found = self._texts[id(self._now)], []
        for part in words.split(" … "):
            at = text.find(part) if part else -1
            held = [
                place
                for place, (start, end) in enumerate(self._now.spans)
                if at >= 0 and at <= start and end <= at + len(part)
            ]
            if held:
                found.append((held[0], held[-1] + 1))
        return found
