"""The name-swap: a text in which two sides have exchanged their names.

Names are exchanged by a one-to-one table, both ways at once, the longest first, as whole words;
what the table does not name stays as it is, and so does what it tells to keep, as places. Where
the two names of a pair differ in it, the words beside a name are repaired:

- "a" and "an" follow the sound of the new name;
- "the" is taken away or put before the name where only one of the two takes it, unless the name
  modifies another noun ("Syrian Army spokesman") or something else stands in its place ("a",
  "its", an adjective);
- the verb right after a name, or after ", who", follows its number, if it is a common one;
- a possessive keeps its kind: "Damascus’" and "London’s"; in a text that has lost its apostrophes
  so does "Londons";
- a name written with a capital, or all in capitals, is answered likewise.

A name with a small letter, as "rebels", is also found where it opens a sentence, and the name of
a plural group also beside a noun, without its -s ("White Helmet operators"); the other one then
loses its -s too. Not repaired:
pronouns (pair names of one sex), verbs elsewhere or of several names, nouns that a name modifies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from framing.annotators._names import marks_genitives
from framing.evaluation._repairs import (
    agreeing,
    in_single_quotes,
    is_plural,
    opens_sentence,
    plural_of,
    sounds_like_vowel,
    stands_alone,
    takes_article_here,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framing.article import Article

__all__ = ["KINDS", "Edit", "Pair", "SwapTable", "edits", "swapped", "swapped_article"]

#: What the names of a pair can be.
KINDS = ("person", "group", "demonym")

_ARTICLE = "the "
_SPACE = re.compile(r"\s+")
_MARK = re.compile(r"['’]")
_INDEFINITE = re.compile(r"\b([Aa])(n?)[ \t\xa0]+$")
_DEFINITE = re.compile(r"\b[Tt]he[ \t\xa0]+$")
_POSSESSIVE = re.compile(r"['’](?:s\b|(?=\s+\w))")
_VERB = re.compile(
    r"(?:,?[ \xa0]+who)?(?:[ \xa0]+(?:also|never|still|now|often|\w+ly))?"
    r"[ \xa0]+([a-z]+?(?:n['’]t)?)\b"
)
_JOINED = re.compile(r"\b(?:and|or|nor)[ \t\xa0]+(?:the[ \t\xa0]+)?$")

#: How far to look around a name.
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that change places.

    Parameters
    ----------
    a, b : str
        As they stand in a text; "the" at the start says that a name takes the article.
    kind : str
        One of `KINDS`, or empty. A person is never plural; a demonym has a plural of its own
        ("Syrians") and no verb or "the" to be repaired; anything else is taken for a group.
    place : str
        Where the pair was written, for messages.
    """

    a: str
    b: str
    kind: str = ""
    place: str = ""

    @property
    def names(self) -> tuple[str, str]:
        """Both names without their article."""
        return self.a.removeprefix(_ARTICLE), self.b.removeprefix(_ARTICLE)


@dataclass(frozen=True)
class SwapTable:
    """Which names change places.

    Parameters
    ----------
    pairs : tuple of Pair
        No name may stand in two of them.
    keep : tuple of str
        Phrases that are left as they are though a name stands in them, such as places.
    sides : tuple of str, optional
        The two sides or blocs of the actors file whose names these are.
    name : str
        What to call the table in a message.
    """

    pairs: tuple[Pair, ...]
    keep: tuple[str, ...] = ()
    sides: tuple[str, str] | None = None
    name: str = "swap table"


class Edit(NamedTuple):
    """What takes the place of ``[start, end)`` of a text."""

    start: int
    end: int
    new: str


class _Form(NamedTuple):
    """A name as it may stand in a text, and what is put in its place."""

    new: str
    repairs: bool = False
    takes_the: tuple[bool, bool] = (False, False)
    plural: tuple[bool, bool] = (False, False)
    modifier: bool = False
    capital: bool = False


def swapped(text: str, table: SwapTable | Mapping[str, str]) -> str:
    """Exchange the names of two sides in a text.

    Parameters
    ----------
    text : str
    table : SwapTable, or mapping of str to str
        The names of one side and, for each, the name that it changes places with.

    Returns
    -------
    str
        Where the repairs are none or can be turned round, swapping it again gives `text`.

    Examples
    --------
    >>> table = {"the Valley Guard": "Selk", "Ilya Renn": "Marek Dovic"}
    >>> swapped("The Valley Guard has fled, an Ilya Renn aide said. Selk’s men rest.", table)
    'Selk has fled, a Marek Dovic aide said. The Valley Guard’s men rest.'
    >>> swapped("The Selk Front denies it.", {"the Selk Front": "Dock Workers"})
    'Dock Workers deny it.'
    """
    parts, at = [], 0
    for edit in edits(text, table):
        parts += [text[at : edit.start], edit.new]
        at = edit.end
    return "".join([*parts, text[at:]])


def swapped_article(article: Article, table: SwapTable) -> Article:
    """An article with the names exchanged; its zones stay with the words they hold.

    The article itself is given back where it holds none of the names.
    """
    changes = edits(article.text, table)
    if not changes:
        return article
    zones = tuple(
        replace(zone, start=_moved(zone.start, changes), end=_moved(zone.end, changes))
        for zone in article.zones
    )
    title = article.title and swapped(article.title, table)
    return replace(article, text=swapped(article.text, table), zones=zones, title=title)


def _moved(offset: int, changes: list[Edit]) -> int:
    """Where an offset lies once the edits before it are made."""
    return offset + sum(
        len(edit.new) - (min(edit.end, offset) - edit.start)
        for edit in changes
        if edit.start < offset
    )


def edits(text: str, table: SwapTable | Mapping[str, str]) -> list[Edit]:
    """What `swapped` changes, in text order; see there.

    Examples
    --------
    >>> edits("An Iraqi left.", SwapTable((Pair("Iraqi", "Syrian", "demonym"),)))
    [Edit(start=1, end=2, new=''), Edit(start=3, end=8, new='Syrian')]
    """
    if not isinstance(table, SwapTable):
        table = SwapTable(tuple(Pair(a, b) for a, b in table.items()))
    forms = _forms(table)
    if not marks_genitives(text):
        forms = {**dict(_lost_genitives(forms)), **forms}
    longest_first = sorted(forms, key=len, reverse=True)
    names = "|".join(r"\s+".join(map(_either_mark, name.split())) for name in longest_first)
    made: list[Edit] = []
    for found in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text) if names else ():
        start, end = found.span()
        form = forms[_plain(found.group())]
        if form and not (form.modifier and stands_alone(text[end : end + _NEAR])):
            made += _edits_at(text, start, end, form)
    return made


def _either_mark(word: str) -> str:
    return _MARK.sub("['’]", re.escape(word))


def _plain(name: str) -> str:
    return _SPACE.sub(" ", name.replace("’", "'"))


# ------------------------------------------------------------------------ names as they stand


def _forms(table: SwapTable) -> dict[str, _Form | None]:
    """Every form of every name; None for what is kept."""
    forms: dict[str, _Form | None] = {}
    variants: list[tuple[str, _Form]] = []
    for pair in table.pairs:
        names, group = pair.names, pair.kind not in ("person", "demonym")
        number = [group and is_plural(name) for name in names]
        article = [name.startswith(_ARTICLE) for name in (pair.a, pair.b)]
        for old, new in ((0, 1), (1, 0)):
            form = _Form(
                names[new], group, (article[old], article[new]), (number[old], number[new])
            )
            forms[_plain(names[old])] = form
            variants += _variants(names[old], form, demonym=pair.kind == "demonym")
    for name, form in variants:
        forms.setdefault(_plain(name), form)
    forms.update((_plain(phrase), None) for phrase in table.keep)
    return forms


def _lost_genitives(forms: Mapping[str, _Form | None]) -> Iterator[tuple[str, _Form]]:
    """Names with an s and no apostrophe: "Damascus" and "Londons"."""
    for name, form in forms.items():
        if form and name[0].isupper() and not name.endswith("s"):
            new = form.new if form.new.endswith("s") else f"{form.new}s"
            yield f"{name}s", form._replace(new=new, repairs=False)


def _variants(name: str, form: _Form, *, demonym: bool) -> Iterator[tuple[str, _Form]]:
    """A name beside a noun, as the plural of a demonym, opening a sentence, in capitals."""
    if form.plural[0] and name.endswith("s"):
        bare = form.plural[1] and form.new.endswith("s")
        new = form.new[:-1] if bare else form.new
        yield name[:-1], form._replace(new=new, modifier=True)
    if demonym and plural_of(name) != name:
        yield plural_of(name), form._replace(new=plural_of(form.new))
    if name[0].islower():
        yield _capital(name), form._replace(capital=True)
    if not name.isupper() and len(name) > 3:
        yield name.upper(), form._replace(new=form.new.upper())


def _capital(name: str) -> str:
    return name[0].upper() + name[1:]


# ------------------------------------------------------------------------ the words beside


def _edits_at(text: str, start: int, end: int, form: _Form) -> Iterator[Edit]:
    """The edits that one name calls for, in text order."""
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    new, capital = form.new, form.capital
    alone = form.repairs and stands_alone(after)
    if form.plural == (True, True) and new.islower() and not alone and text[end - 1] != "s":
        new = new.removesuffix("s")  # "police van", "marcher van"
    indefinite, definite = _INDEFINITE.search(before), _DEFINITE.search(before)
    opens = text[start].isupper() and opens_sentence(before)
    if indefinite:
        yield from _a_or_an(indefinite, start, text[start:end], new)
    elif alone and form.takes_the == (True, False) and definite:
        opens = definite.group().startswith("T")
        yield Edit(start - (len(before) - definite.start()), start, "")
    elif alone and form.takes_the == (False, True) and takes_article_here(before):
        yield Edit(start, start, "The " if opens else "the ")
        opens = capital = False
    yield Edit(start, end, _capital(new) if opens or capital else new)
    possessive = _POSSESSIVE.match(after)
    if possessive:
        yield from _possessed(text, end, possessive.group(), new)
    elif form.repairs and form.plural[0] != form.plural[1] and not _JOINED.search(before):
        verb = _VERB.match(after)
        agreed = agreeing(verb.group(1), plural=form.plural[1]) if verb else None
        if verb and agreed:
            agreed = agreed.replace("'", "’") if "’" in verb.group(1) else agreed
            yield Edit(end + verb.start(1), end + verb.end(1), agreed)


def _a_or_an(found: re.Match[str], start: int, old: str, new: str) -> Iterator[Edit]:
    if sounds_like_vowel(old) == sounds_like_vowel(new):
        return
    first = start - (len(found.string) - found.end(1))
    yield Edit(first, first + len(found.group(2)), "n" if sounds_like_vowel(new) else "")


def _possessed(text: str, end: int, mark: str, new: str) -> Iterator[Edit]:
    """After -s a bare apostrophe, else one with s; a mark that closes a quotation stays."""
    bare = new.endswith("s")
    if bare and len(mark) == 2:
        yield Edit(end + 1, end + 2, "")
    elif not bare and len(mark) == 1 and text[end - 1] == "s":
        if not in_single_quotes(text[text.rfind("\n", 0, end) + 1 : end]):
            yield Edit(end + 1, end + 1, "s")
