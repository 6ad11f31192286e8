"""One article as the rules of naming see it, and the rows they make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotation import LoadedTerm
from framing.annotators._index import MentionIndex
from framing.annotators._voice import Voices
from framing.annotators._words import is_mentioned_word, prefix_of
from framing.annotators.naming.senses import SENSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framing.annotation import Mention, Rows
    from framing.annotators.resources import Resources
    from framing.article import Article
    from framing.language import Parse, Token
    from framing.lexicon import Entry, Lexicon

__all__ = ["Case", "head_of"]

_POS = {"N": "noun", "J": "adj", "V": "verb", "R": "adv"}
_BEFORE_NOUN = ("amod", "compound", "nmod")
_NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj")
_PREDICATIVE = ("acomp", "ROOT", "conj", "ccomp")


class Case:
    """The parse, the mentions and voices of one article, and the words already taken."""

    def __init__(self, parse: Parse, article: Article, rows: Rows, resources: Resources) -> None:
        self.parse = parse
        self.article = article
        self.resources = resources
        self.lexicons = resources.lexicons
        self.index = MentionIndex(parse, rows.mentions)
        self.voices = Voices(rows.attributions)
        self.forms = [(token.lower, token.lemma) for token in parse.tokens]
        self.taken: set[int] = set()
        self._surnames = {
            token.text for token in parse.tokens if token.ent == "PERSON" and token.proper
        }

    def terms(self) -> Iterator[tuple[list[Token], Token, Entry, Lexicon]]:
        """The uses of terms that part of speech, sense and syntax allow, in text order.

        Gives the tokens of a term, the one that governs the others, the entry and its lexicon.
        Of several terms at one place the longest counts, whatever its lexicon ("regime change"
        is no regime). Parts of names and words spoken about are left out.
        """
        loaded, lexicon_of = self.lexicons.loaded_terms
        for first, end, entry in loaded.find(self.forms, accept=self._fits):
            tokens = self.parse.tokens[first:end]
            if "plain" in entry.many("condition"):
                continue
            if self._is_name_part(tokens) or is_mentioned_word(self.parse, tokens[0]):
                continue
            yield tokens, head_of(tokens), entry, lexicon_of[entry]

    def row(
        self, tokens: Sequence[Token], kind: str, entry: Entry, lexicon: Lexicon, *,
        confidence: float, mention: Mention | None = None, actor: str | None = None,
        side: str | None = None, favours: str | None = None,
    ) -> LoadedTerm:  # fmt: skip
        """The row of a term; its words are taken from now on."""
        self.taken.update(token.i for token in tokens)
        start, end = tokens[0].start, tokens[-1].end
        sentence = self.parse.sentence(tokens[0])
        return LoadedTerm(
            article_id=self.article.id,
            span_id="",
            start=start,
            end=end,
            text=self.article.text[start:end],
            zone=sentence.zone,
            sentence_id=sentence.id,
            voice=self.voices.voice(start, end),
            in_content_of=self.voices.contents(start),
            confidence=confidence,
            evidence=lexicon.evidence(entry),
            kind=kind,
            term=entry.term,
            entry=f"{lexicon.owner(entry).name}:{entry.term}",
            actor=actor,
            mention_id=mention.span_id if mention is not None else None,
            side=side,
            favours=favours,
            polarity=entry["polarity"] or "neutral",
            loadedness=entry.number("loadedness"),
            alternatives=entry.many("alternatives"),
        )

    def _fits(self, first: int, end: int, entry: Entry) -> bool:
        """Whether part of speech and sense are those of the entry."""
        tokens = self.parse.tokens[first:end]
        if any(token.name for token in tokens):
            return False
        if len(tokens) == 1 and tokens[0].text[0].isupper() and tokens[0].text in self._surnames:
            return False  # "Donna Hicks": "Hicks writes"
        if len(tokens) > 1 and prefix_of(self.parse, tokens[0]):
            return False  # "pro-regime media" are no media of the regime
        if prefix_of(self.parse, tokens[0]) < 0 and not self.is_official(tokens[0]):
            return False  # nor are "anti-fascist" protesters fascists
        if _in_a_participle(self.parse, tokens[-1]):
            return False
        if not self._is_of_its_kind(tokens, entry) or self._is_a_name(tokens):
            return False
        if entry["polarity"] == "positive" and _is_a_team(tokens[0]):
            return False
        head = head_of(tokens)
        return all(SENSES[name](self, head) for name in entry.many("condition"))

    def is_official(self, token: Token) -> bool:
        """Whether a word is one for an organ of a state: "regime"."""
        return self.lexicons.role_class(token.lemma) == "institution"

    def _is_of_its_kind(self, tokens: list[Token], entry: Entry) -> bool:
        if "phrase" in entry.pos:
            return True
        if len(tokens) > 1 and entry.pos <= {"adj"}:
            return True  # "hot-headed" is tagged in as many ways as it has parts
        head = tokens[-1] if len(tokens) > 1 and "noun" in entry.pos else head_of(tokens)
        pos = _POS.get(head.tag[0], "")
        if len(tokens) > 1 and entry.pos <= {"verb"} and pos == "noun":
            return self.parse.sentence(head).zone == "headline"  # "Senate rams through bill"
        if entry.fits("adj") and pos in ("verb", "noun") and _is_adjectival(head, entry):
            return True
        if pos == "adj" and not entry.fits("noun") and _is_nominal(head):
            return False
        if pos == "adj" and entry.fits("noun"):
            return entry.fits(pos) or head.dep in ("compound", "nsubj", "dobj", "pobj")
        return entry.fits(pos)

    def _is_a_name(self, tokens: list[Token]) -> bool:
        """Whether one capitalised word is the name of something: "**Politico** reports"."""
        one = tokens[0]
        if len(tokens) > 1:
            return False
        if self._is_in_capitals(one) and one.child("det", "amod") is None:
            return True  # "Also on POLITICO", but "a RINO"
        if not one.proper or one.plural or one.ent not in _NAMED:
            return False
        if self.parse.sentence(one).zone == "headline" or one.dep in _BEFORE_NOUN:
            return False
        after = self.parse.tokens[one.i + 1 : one.i + 2]
        titled = bool(after) and after[0].proper  # "Dictator Lee"
        return not titled and one.child("det", "amod", "poss") is None

    def _is_in_capitals(self, one: Token) -> bool:
        """Whether a word stands in capitals among others that do not."""
        sentence = self.parse.sentence(one)
        if len(one.text) < _SHOUTED or not one.text.isupper() or sentence.zone == "headline":
            return False
        others = [word for word in self.parse.tokens_of(sentence) if word.text.isalpha()]
        return sum(word.text.isupper() for word in others) <= len(others) // 4

    def _is_name_part(self, tokens: list[Token]) -> bool:
        """Whether a capitalised term stands inside a longer proper name."""
        first, last = tokens[0], tokens[-1]
        if not last.text[:1].isupper() or self.parse.sentence(first).zone == "headline":
            return False
        sentence = self.parse.sentence(first)
        before = self.parse.tokens[first.i - 1] if first.i > sentence.first else None
        after = self.parse.tokens[last.i + 1] if last.i + 1 < sentence.last else None
        titled = after is not None and after.lower == "of" and first.i > sentence.first
        if not last.proper and not titled:
            return False
        if after is not None and after.lower == "of" and last.i + 2 < sentence.last:
            after = self.parse.tokens[last.i + 2]  # "Wrath of Euphrates"
        beside = (before if first.i > sentence.first + 1 else None, after)
        return any(other is not None and other.proper and not other.name for other in beside)


#: The fewest letters of a word that is said to be in capitals.
_SHOUTED = 4

#: What the names of things and bodies are taken for.
_NAMED = frozenset({"ORG", "PERSON", "PRODUCT", "WORK_OF_ART", "FAC"})


def _is_a_team(word: Token) -> bool:
    """Whether a capital and a plural before a noun make a name: "two **Patriots** players"."""
    return word.plural and word.text[:1].isupper() and word.dep in _BEFORE_NOUN


#: Verbs for what one does with an act, which the parser may take for a quality.
_BEGINNING = frozenset({"launch", "mount", "start", "stage", "wage", "announce", "resume", "plan"})


def _is_nominal(word: Token) -> bool:
    """Whether a noun was taken for an adjective: "a regime **offensive** leaves ten dead"."""
    after = word.dep == "amod" and word.head.i < word.i and not word.children_of("advmod", "conj")
    begun = word.dep == "acomp" and word.head.lemma in _BEGINNING
    return after or begun or (word.dep in _NOMINAL and word.child("det") is None)


def _in_a_participle(parse: Parse, token: Token) -> bool:
    """Whether a word is part of what somebody does: "**thug**-loving", "**stupid** hat-wearing"."""
    after = parse.tokens[token.i + 1 : token.i + 4]
    places = (0, 1) if token.tag[0] == "J" or token.noun else (0,)
    return any(
        len(after) > at + 1
        and after[at].text == "-"
        and after[at + 1].tag == "VBG"
        and after[at].start == parse.tokens[after[at].i - 1].end
        for at in places
    )


def _is_adjectival(head: Token, entry: Entry) -> bool:
    """Whether a participle is used as an adjective, or a capital hides one from the tagger."""
    if head.noun:
        return head.proper and head.dep in _BEFORE_NOUN
    if head.lower != entry.term and entry.term.isalpha():
        return False  # "maligned" is no form of "malign", the adjective
    if head.dep in _BEFORE_NOUN:
        return True
    return head.dep in _PREDICATIVE and not head.children_of("dobj", "aux", "agent")


def head_of(tokens: Sequence[Token]) -> Token:
    """The token of a term that governs the others."""
    return next((token for token in tokens if token.head not in tokens), tokens[-1])
