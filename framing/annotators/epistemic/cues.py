"""Hedges and boosters with their scope, proposition and holder."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from framing.annotation import Epistemic
from framing.annotators._index import MentionIndex
from framing.annotators._voice import Voices
from framing.annotators.epistemic.conditions import CONDITIONS
from framing.annotators.epistemic.contest import asserted_by, is_contested
from framing.article import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Attribution, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Quote, Token
    from framing.lexicon import Entry

__all__ = ["annotate"]

_POS = {"N": "noun", "J": "adj", "V": "verb", "R": "adv", "M": "verb", "D": "det", "I": "prep",
        "C": "num", "P": "pron"}  # fmt: skip
_SCARE_WORDS = 3


def annotate(
    parse: Parse, article: Article, rows: Rows, resources: Resources
) -> tuple[Epistemic, ...]:
    """Find epistemic cues and say whose claim each is about.

    Returns
    -------
    tuple of Epistemic
        In text order; `holder_side` is None where the claim is the author's or nobody's in
        particular.
    """
    finder = _Finder(parse, article, rows, resources)
    found = sorted(
        [*finder.lexical(), *finder.reporting_forms(), *finder.scare_quotes()],
        key=lambda row: (row.start, row.end),
    )
    return tuple(replace(row, span_id=f"h{number}") for number, row in enumerate(found))


class _Finder:
    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
        self.rows = rows
        self.resources = resources
        self.index = MentionIndex(parse, rows.mentions)
        self.voices = Voices(rows.attributions)
        self.asserted = asserted_by(parse, rows, resources)
        self.by_cue: dict[int, Attribution] = {}
        self.by_source: dict[int, Attribution] = {}
        for row in rows.attributions:
            for role, table in (("cue", self.by_cue), ("source", self.by_source)):
                for start, end in row.spans_of(role):  # type: ignore[arg-type]
                    for token in parse.between(start, end):
                        table.setdefault(token.i, row)

    # ------------------------------------------------------------ cues of the lexicon

    def lexical(self) -> Iterator[Epistemic]:
        """Cues that the lexicon lists and whose use passes its tests."""
        lexicon = self.resources.lexicons["epistemic"]
        forms = [(token.lower, token.lemma) for token in self.parse.tokens]
        for first, end, entry in lexicon.matcher.find(forms, accept=self._accept):
            tokens = self.parse.tokens[first:end]
            yield self._row(tokens, entry, lexicon.evidence(entry))

    def _accept(self, first: int, end: int, entry: Entry) -> bool:
        tokens = self.parse.tokens[first:end]
        if any(token.name for token in tokens):
            return False
        head = tokens[0]
        if head.proper and tokens[-1].proper and self.parse.sentence(head).zone != "headline":
            return False
        if "phrase" not in entry.pos and not entry.fits(_POS.get(head.tag[0], "")):
            return False
        conditions = entry.many("condition")
        if "subject_of_report" in conditions:
            if head.verb and head.i not in self.by_cue:
                return False
            if not head.verb and not self._is_vague_source(head):
                return False
        elif head.verb and entry["form"] == "verb" and entry["level"] == "distancing":
            if head.i not in self.by_cue and head.dep == "amod":
                return False
        return all(
            CONDITIONS[name](self.parse, tokens) for name in conditions if name in CONDITIONS
        )

    def _is_vague_source(self, head: Token) -> bool:
        row = self.by_source.get(head.i)
        if row is None:
            return False
        modified = head.head if head.dep in ("det", "amod") else head
        return self.index.at(modified) is None and head.i in (
            token.i for start, end in row.spans_of("source")
            for token in self.parse.between(start, end)[:3]
        )  # fmt: skip

    # ------------------------------------------------------------ other forms

    def reporting_forms(self) -> Iterator[Epistemic]:
        """ "quoted X as saying", "according to X", "citing X": evidence by hearsay."""
        for row in self.rows.attributions:
            for start, end in row.spans_of("cue"):
                tokens = self.parse.between(start, end)
                lowers = [token.lower for token in tokens]
                relayed = lowers[:1] == ["as"] or lowers[:2] == ["according", "to"]
                if relayed or lowers == ["citing"]:
                    yield self._make(
                        tokens, "hedge", "evidential", "reporting_form", "rule: reporting form",
                        0.65, holder=row.actor, side=row.side, attribution=row.span_id,
                    )  # fmt: skip

    def scare_quotes(self) -> Iterator[Epistemic]:
        """Quotation marks around a word or two that no source in the sentence speaks."""
        for quote in self.parse.quotes:
            words = count_words(self.parse.text[quote.inner_start : quote.inner_end])
            tokens = self.parse.between(quote.start, quote.end)
            if not 1 <= words <= _SCARE_WORDS or not tokens or not quote.closed:
                continue
            if self._is_plain_quotation(quote):
                continue
            row = self.voices.innermost(quote.start)
            yield self._make(
                tokens, "hedge", "distancing", "scare_quotes", "rule: scare quotes", 0.5,
                holder=row.actor if row else None, side=row.side if row else None,
                attribution=row.span_id if row else None,
            )  # fmt: skip

    def _is_plain_quotation(self, quote: Quote) -> bool:
        """A word or two in marks inside somebody's content is a partial quotation of theirs."""
        if self.voices.innermost(quote.start) is not None:
            return True
        before = self.parse.text[max(0, quote.start - 2) : quote.start]
        return (
            "\n" in before
            or self.parse.sentence_at(quote.start) is None
            or (self.parse.text[quote.inner_end - 1] in ".,!?")
        )

    # ------------------------------------------------------------ holder

    def _row(self, tokens: list[Token], entry: Entry, evidence: str) -> Epistemic:
        head = next((token for token in tokens if token.head not in tokens), tokens[0])
        holder, side, attribution, confidence = self._holder(head, entry)
        return self._make(
            tokens, entry["cue_class"], entry["level"], entry["form"], evidence, confidence,
            holder=holder, side=side, attribution=attribution,
        )  # fmt: skip

    def _holder(
        self, head: Token, entry: Entry
    ) -> tuple[str | None, str | None, str | None, float]:
        """Whose claim a cue is about: actor, side, attribution, confidence."""
        own = self.by_cue.get(head.i)
        if own is not None and (head.verb or head.noun):
            return own.actor, own.side, own.span_id, 0.9
        source = self.by_source.get(head.i)
        if source is not None and entry["level"] == "vague_source":
            return source.actor, source.side, source.span_id, 0.8
        row = self.voices.innermost(head.start)
        if entry["level"] == "distancing" and entry["form"] in ("adjective", "adverb"):
            noun = _scope_head(head)
            contested = is_contested(noun, self.parse, row)
            if row is not None and not contested:
                return row.actor, row.side, row.span_id, 0.8
            against = row.side if row is not None else None
            side = self._claimant(noun, against)
            return None, side, row.span_id if row else None, 0.72 if side else 0.5
        if row is not None:
            return row.actor, row.side, row.span_id, 0.8
        return None, None, None, 0.75

    def _claimant(self, noun: Token, against: str | None) -> str | None:
        """The side that asserts what a hedged noun stands for, other than its contester."""
        sides = [side for side in self.asserted.get(noun.lemma, ()) if side != against]
        contrast = self.resources.actors.contrast("claims")
        if contrast is not None and against is not None:
            camps = (contrast.sides_a, contrast.sides_b)
            camp = next((camp for camp in camps if against in camp), None)
            sides = [side for side in sides if camp is None or side not in camp]
            if not sides and camp is not None:
                other = camps[1] if camp is camps[0] else camps[0]
                spoken = Counter(row.side for row in self.rows.attributions if row.side in other)
                return spoken.most_common(1)[0][0] if spoken else min(other, default=None)
        return Counter(sides).most_common(1)[0][0] if sides else None

    # ------------------------------------------------------------ the row

    def _make(
        self, tokens: list[Token], cue_class: str, level: str, form: str, evidence: str,
        confidence: float, *, holder: str | None, side: str | None, attribution: str | None,
    ) -> Epistemic:  # fmt: skip
        start, end = tokens[0].start, tokens[-1].end
        head = next((token for token in tokens if token.head not in tokens), tokens[0])
        scope = _scope_head(head)
        left, right = self.parse.tokens[scope.left], self.parse.tokens[scope.right]
        sentence = self.parse.sentence(tokens[0])
        contents = self.voices.contents(start)
        if attribution in contents and head.i in self.by_cue:
            contents = tuple(item for item in contents if item != attribution)
        return Epistemic(
            article_id=self.article.id,
            span_id="",
            start=start,
            end=end,
            text=self.article.text[start:end],
            zone=sentence.zone,
            sentence_id=sentence.id,
            voice=self.voices.voice(start, end),
            in_content_of=contents,
            confidence=confidence,
            evidence=evidence,
            cue_class=cue_class,
            level=level,
            form=form,
            holder=holder,
            holder_side=side,
            about_side=self._about(scope, side),
            proposition=self.article.text[left.start : right.end][:160],
            scope_start=left.start,
            scope_end=right.end,
            attribution=attribution,
        )

    def _about(self, scope: Token, holder_side: str | None) -> str | None:
        """The side that the claim is about: the first other one that its scope mentions."""
        clause = scope
        if not clause.verb:
            clause = next((up for up in scope.ancestors() if up.verb), scope)
        tokens = self.parse.tokens[clause.left : clause.right + 1]
        sides = [
            mention.side
            for token in tokens
            if (mention := self.index.at(token)) is not None and mention.side is not None
        ]
        return next((side for side in sides if side != holder_side), sides[0] if sides else None)


def _scope_head(head: Token) -> Token:
    """The noun or verb that a cue qualifies."""
    if head.dep in ("amod", "compound", "nmod") and head.head.noun:
        noun = head.head
        while noun.dep in ("compound", "nmod") and noun.head.noun:
            noun = noun.head
        return noun
    if head.dep in ("advmod", "aux", "neg", "quantmod") and head.head is not head:
        return head.head
    if head.verb:
        return head.child("ccomp", "xcomp") or head
    return head
