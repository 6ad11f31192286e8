"""A parsed article: tokens with offsets into its text, sentences, quotations."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from framing.language.binding import clause_mates
from framing.language.link_texts import link_texts
from framing.language.quotes import Quote, find_quotes
from framing.language.tokens import Token

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping

    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

    from framing.article import Article, Zone

__all__ = ["Name", "Parse", "ParsedSentence", "parse"]

#: Zones that hold no sentences worth a parse.
_UNPARSED = frozenset({"credit", "dateline"})

#: Length-preserving: the parser knows straight marks and plain spaces best.
_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "\xa0": " ", "\u202f": " ", **dict.fromkeys("“”„«»", '"')}
)

#: A block beyond this length is parsed in pieces, so that memory stays bounded.
_PIECE = 20_000

#: Paragraphs parsed at once: 229 MB of memory against 790 MB at 64.
_BATCH = 8


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """A sentence: its tokens are `Parse.tokens[first:last]`."""

    index: int
    first: int
    last: int
    start: int
    end: int
    zone: str
    block: int

    @property
    def id(self) -> str:
        """The sentence's id in every table."""
        return f"s{self.index}"


@dataclass(frozen=True)
class Parse:
    """What annotators read.

    Attributes
    ----------
    text : str
        The article's text.
    tokens : list of Token
        White-space tokens are left out.
    sentences : list of ParsedSentence
    quotes : list of Quote
    blocks : list of Zone
        What was parsed, each on its own: a sentence never runs from one into the next.
    unread : list of (int, int)
        Offsets inside them that hold no words of the article: see `link_texts`.
    """

    text: str
    tokens: list[Token]
    sentences: list[ParsedSentence]
    quotes: list[Quote]
    blocks: list[Zone]
    starts: list[int]
    unread: list[tuple[int, int]] = field(default_factory=list)

    @cached_property
    def mates(self) -> dict[int, int]:
        """From a pronoun's position to that of the word in its clause that it cannot mean."""
        return clause_mates(self.tokens)

    def at(self, offset: int) -> Token | None:
        """The token that covers `offset`, else the last before it."""
        place = bisect_right(self.starts, offset) - 1
        return self.tokens[place] if place >= 0 else None

    def between(self, start: int, end: int) -> list[Token]:
        """The tokens that start in ``[start, end)``."""
        first = bisect_right(self.starts, start - 1)
        return self.tokens[first : bisect_right(self.starts, end - 1)]

    def sentence(self, token: Token) -> ParsedSentence:
        """The sentence of a token."""
        return self.sentences[token.sent]

    def sentence_at(self, offset: int) -> ParsedSentence | None:
        """The sentence around or last before `offset`."""
        token = self.at(offset)
        return self.sentences[token.sent] if token else None

    def tokens_of(self, sentence: ParsedSentence) -> list[Token]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def quote_at(self, offset: int) -> Quote | None:
        """The quotation whose marks enclose `offset`."""
        place = bisect_right(self.quotes, offset, key=_start) - 1
        if place >= 0 and offset < self.quotes[place].end:
            return self.quotes[place]
        return None

    def quotes_within(self, start: int, end: int) -> list[Quote]:
        """The quotations that share a character with ``[start, end)``, in text order."""
        first = max(0, bisect_right(self.quotes, start, key=_start) - 1)
        last = bisect_right(self.quotes, end - 1, key=_start)
        return [quote for quote in self.quotes[first:last] if start < quote.end]

    def quote_from(self, offset: int) -> Quote | None:
        """The first quotation that starts at `offset` or later."""
        place = bisect_right(self.quotes, offset - 1, key=_start)
        return self.quotes[place] if place < len(self.quotes) else None


def _start(quote: Quote) -> int:
    return quote.start


#: A listed name: the actor it names, and the word that stands for it in the parser's eyes.
Name = tuple[str, str]


#: What no listed actor is called, though it holds such a name.
NOBODY: Name = ("", "")

#: How the keys of names from a gazetteer begin, rather than of listed actors.
GAZETTEER = "@"

#: After a stand-in: the name has an s for a genitive that has lost its apostrophe.
GENITIVE = "’s"


def parse(
    article: Article,
    nlp: Language,
    names: Mapping[str, Name] | None = None,
    beside: Container[str] = frozenset(),
) -> Parse:
    """Parse one article, zone by zone, keeping offsets.

    Listed names are hidden from the parser behind common words of the same kind: one token
    each, so that an outlandish name is read as well as a familiar one, and two sides' names
    exactly alike.

    Parameters
    ----------
    article : Article
        With its zones.
    nlp : spacy.language.Language
    names : mapping of str to (str, str), optional
        From a name as it stands in the text to the actor's id and the stand-in word.
    beside : container of str, optional
        Lower-case words that may stand beside a gazetteer's name without making one name with
        it ("US officials"). Beside any other capitalised word it is left alone: "Michael
        Jordan" is no country.

    Returns
    -------
    Parse
    """
    blocks = _blocks(article)
    pieces = [
        (start, end, number)
        for number, block in enumerate(blocks)
        for start, end in _pieces(article.text, block.start, block.end)
    ]
    unread = link_texts(article.text)
    text = article.text
    for start, end in unread:
        text = text[:start] + " " * (end - start) + text[end:]
    finder = _NameFinder(names or {}, nlp, beside)
    tokens: list[Token] = []
    sentences: list[ParsedSentence] = []
    hidden = [
        finder.hide(nlp.make_doc(text[start:end].translate(_PLAIN))) for start, end, _ in pieces
    ]
    docs = nlp.pipe((doc for doc, _ in hidden), batch_size=_BATCH)
    for doc, (_, places), (offset, _, number) in zip(docs, hidden, pieces, strict=True):
        for span in doc.sents:
            first = len(tokens)
            _add_sentence(tokens, span, places, offset, len(sentences), article.text)
            if len(tokens) > first:
                sentences.append(
                    ParsedSentence(
                        len(sentences),
                        first,
                        len(tokens),
                        tokens[first].start,
                        tokens[-1].end,
                        blocks[number].kind,
                        number,
                    )
                )
    quotes = find_quotes(text, [(block.start, block.end) for block in blocks])
    starts = [token.start for token in tokens]
    return Parse(article.text, tokens, sentences, quotes, blocks, starts, unread)


#: Where a token stands in its piece, and the actor it names if it is a hidden name.
_Place = tuple[int, int, str]


class _NameFinder:
    """Finds listed names in a tokenised piece, longest first, and hides them."""

    def __init__(self, names: Mapping[str, Name], nlp: Language, beside: Container[str]) -> None:
        self._beside = beside
        self._by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = {}
        for text, name in names.items():
            words = _words(text, nlp)
            if words:
                self._by_first.setdefault(words[0], []).append((words, name))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def hide(self, doc: Doc) -> tuple[Doc, list[_Place]]:
        """The document with stand-ins for names, and the place of each of its tokens."""
        from spacy.tokens import Doc

        texts = [token.text for token in doc]
        words: list[str] = []
        spaces: list[bool] = []
        places: list[_Place] = []
        i = 0
        while i < len(texts):
            length, name = self._match(texts, i)
            if name == NOBODY:
                for token in doc[i : i + length]:
                    words.append(token.text)
                    spaces.append(bool(token.whitespace_))
                    places.append((token.idx, token.idx + len(token.text), ""))
                i += length
                continue
            last = doc[i + length - 1]
            start, end, space = doc[i].idx, last.idx + len(last.text), bool(last.whitespace_)
            word, _, genitive = name[1].partition(" ") if name else (texts[i], "", "")
            words.append(word)
            spaces.append(space and not genitive)
            places.append((start, end - bool(genitive), name[0] if name else ""))
            if genitive:
                words.append(genitive)
                spaces.append(space)
                places.append((end - 1, end, ""))
            i += length
        if not any(name for _, _, name in places):
            return doc, places
        return Doc(doc.vocab, words=words, spaces=spaces), places

    def _match(self, texts: list[str], i: int) -> tuple[int, Name | None]:
        for words, name in self._by_first.get(texts[i], ()):
            if tuple(texts[i : i + len(words)]) == words:
                if name[0].startswith(GAZETTEER) and self._is_part(texts, i, i + len(words)):
                    continue
                return len(words), name
        return 1, None

    def _is_part(self, texts: list[str], first: int, end: int) -> bool:
        """Whether a capitalised word beside a gazetteer's name makes one name with it."""
        before = texts[first - 1] if first > 1 else ""
        after = texts[end] if end < len(texts) else ""
        return any(
            word[:1].isupper()
            and word.isalpha()
            and word.lower() not in self._beside
            and word not in self._by_first
            for word in (before, after)
        )


@lru_cache(maxsize=8192)
def _words(text: str, nlp: Language) -> tuple[str, ...]:
    """A name as the tokenizer splits it."""
    return tuple(token.text for token in nlp.make_doc(text.translate(_PLAIN)))


def _add_sentence(
    tokens: list[Token], span: Span, places: list[_Place], offset: int, index: int, text: str
) -> None:
    made: dict[int, Token] = {}
    heads: list[tuple[Token, int]] = []
    for source in span:
        start, end, name = places[source.i]
        form = text[offset + start : offset + end]
        if source.is_space or form.isspace():
            continue
        token = Token(
            len(tokens), form, form.lower() if name else _lemma(source), source.tag_,
            source.dep_, offset + start, index, source.ent_type_, name, source.text,
        )  # fmt: skip
        made[source.i] = token
        heads.append((token, source.head.i))
        tokens.append(token)
    for token, head in heads:
        governor = made.get(head, token)
        token.head = governor
        if governor is not token:
            governor.children.append(token)
    for token, _ in heads:
        place, node = token.i, token
        while node.head is not node:
            node = node.head
            node.left = min(node.left, place)
            node.right = max(node.right, place)


def _lemma(source: SpacyToken) -> str:
    """The lower-case lemma; a capitalised plural that was tagged as a name loses its s too."""
    lemma = source.lemma_.lower()
    if source.tag_ == "NNPS" and len(lemma) > 4 and lemma.endswith("s") and lemma[-2] not in "su":
        return lemma[:-3] + "y" if lemma.endswith("ies") else lemma[:-1]
    return lemma


def _blocks(article: Article) -> list[Zone]:
    """The zones to parse, with what lies inside them (a credit, a dateline) cut out."""
    inner = [zone for zone in article.zones if zone.kind in _UNPARSED]
    blocks: list[Zone] = []
    for zone in article.zones:
        if zone.kind in _UNPARSED:
            continue
        start, end = zone.start, zone.end
        for cut in inner:
            if start <= cut.start and cut.end <= end:
                if cut.start == start:
                    start = cut.end
                elif cut.end == end:
                    end = cut.start
        piece = article.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end -= len(piece) - len(piece.rstrip())
        if start < end:
            blocks.append(replace(zone, start=start, end=end))
    return blocks


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _PIECE:
        cut = max(
            text.rfind(". ", start, start + _PIECE) + 1, text.rfind("\n", start, start + _PIECE)
        )
        if cut <= start:
            cut = text.rfind(" ", start, start + _PIECE)
        if cut <= start:
            cut = start + _PIECE
        yield start, cut
        start = cut
    yield start, end
