"""The grammar that a name takes with it: a or an, "the", the plural, and the verb's number.

Closed lists rather than a parser: what they do not know stays as it was.
"""

from __future__ import annotations

import re

__all__ = [
    "agreeing",
    "in_single_quotes",
    "is_plural",
    "opens_sentence",
    "plural_of",
    "sounds_like_vowel",
    "stands_alone",
    "takes_article_here",
]

#: Singular and plural of the verbs that may follow a name.
_IRREGULAR = {
    "is": "are", "was": "were", "has": "have", "does": "do", "isn't": "aren't",
    "wasn't": "weren't", "hasn't": "haven't", "doesn't": "don't", "goes": "go",
}  # fmt: skip
_REGULAR_VERBS = """
accept accuse acknowledge act add admit agree aim allege announce appear argue ask assert back
become begin believe blame bring call choose claim come concede condemn confirm consider contend
continue control declare demand deny describe deserve dismiss dispute enjoy expect explain face
fear feel fight find follow get give hold hope include indicate insist intend keep know lack lead
leave like live look lose maintain make mean need note offer oppose own pay plan point pray prefer
promise propose put question reach receive refuse regard reject remain repeat report represent
reply require respond reveal run say see seek seem send serve show speak stand stay stress suggest
support suspect take tell tend think threaten try turn urge use vow wait want warn wish work write
"""


def _third(verb: str) -> str:
    """The third person singular of a verb."""
    if verb.endswith("y") and verb[-2] not in "aeo":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"


_TO_PLURAL = {**_IRREGULAR, **{_third(verb): verb for verb in _REGULAR_VERBS.split()}}
_TO_SINGULAR = {plural: singular for singular, plural in _TO_PLURAL.items()}

#: Words before which a name ends: what follows is no noun that it modifies.
_CLOSED_WORDS = """
a about above across after against ago ahead all along also although always amid among an and
another any apart are around as at away back be because been before behind being below beside
between beyond both but by can could did do does down during each either ever every except far
first for forward from further had has have he her here his how however if in inside instead
into is it its itself just last later least less like may me might more most much must my near
neither never next no nor not now of off often on once one only onto or other our out outside
over past per perhaps quite rather she should since so some soon still such than that the their
them themselves then there these they this those though through throughout till to together too
toward towards under unless unlike until up upon us was we were what when where whether which
while who whom whose why will with within without would yet you your
began became bought broke brought built came caught chose cut dealt drew drove fell felt fled
fought found gave got grew held hit kept knew laid led left lent let lost made meant met paid
put quit ran rose said sat saw sent set shook shot shut sold sought spent spoke spread stood
stole struck swore taught thought threw told took understood went withdrew woke won wore wrote
"""
_DETERMINER_WORDS = """
a an another any each either every four her his its my neither no one our some the their these
this those three two whose your
"""
_CLOSED = frozenset(_CLOSED_WORDS.split())
_DETERMINERS = frozenset(_DETERMINER_WORDS.split())

#: Plural, though nothing in the form says so; and singular, though it ends in -s.
_PLURALS = frozenset({"clergy", "men", "people", "police", "women"})
_SINGULARS = frozenset({"united states", "netherlands", "philippines", "united nations"})

_NEXT_WORD = re.compile(r"[ \t\xa0]+(\w[\w'’-]*)")
_LAST_WORD = re.compile(r"([\w'’-]+)[ \t\xa0]+$")
_SENTENCE_START = re.compile(r"(?:^|\n|[.!?…][\"”’')\]]*\s)[\s\"“‘'(\[]*$|[\s:,][\"“]$")
_YOU_SOUND = re.compile(
    r"u(?:ni(?!n)|k|ganda|ruguay|tah|s[aeu])|eu|ewe|one\b|once\b", re.IGNORECASE
)
_OPENING_MARK = re.compile(r"(?<!\w)['‘](?=\w)")
_CLOSING_MARK = re.compile(r"['’](?!\w)")
_SILENT_H = re.compile(r"h(?:our|onest|ono|eir)", re.IGNORECASE)


def agreeing(verb: str, *, plural: bool) -> str | None:
    """The form of a verb that follows a name of this number; None if it is not known.

    Examples
    --------
    >>> agreeing("denies", plural=True), agreeing("were", plural=False)
    ('deny', 'was')
    >>> agreeing("forces", plural=True) is None
    True
    """
    return (_TO_PLURAL if plural else _TO_SINGULAR).get(verb.replace("’", "'"))


def is_plural(name: str) -> bool:
    """Whether a group's name is plural, as far as its last word shows.

    Examples
    --------
    >>> [is_plural(name) for name in ("White Helmets", "Hamas", "US", "police", "rebels")]
    [True, False, False, True, True]
    """
    last = name.split()[-1].casefold()
    if last in _PLURALS:
        return True
    if name.casefold() in _SINGULARS or name.isupper() or not last.endswith("s"):
        return False
    one_word = " " not in name and not name[0].islower()
    return not last.endswith(("ss", "is", "us")) and not (one_word and last.endswith("as"))


def plural_of(demonym: str) -> str:
    """More than one of a people.

    Examples
    --------
    >>> plural_of("Syrian"), plural_of("British")
    ('Syrians', 'British')
    """
    return demonym if demonym.endswith(("s", "sh", "ch", "ese")) else f"{demonym}s"


def sounds_like_vowel(name: str) -> bool:
    """Whether "an" stands before a name.

    Initials are spelt out, unless four or more that can be read as a word.

    Examples
    --------
    >>> [sounds_like_vowel(name) for name in ("Iraqi", "US", "MP", "NATO", "Ukrainian", "Uzbek")]
    [True, False, True, False, False, True]
    """
    first = name.split()[0]
    letters = first.replace(".", "")
    if letters.isupper() and (len(letters) < 4 or letters[1] not in "AEIOU"):
        return letters[0] in "AEFHILMNORSX"
    if _SILENT_H.match(first):
        return True
    return first[0].casefold() in "aeiou" and not _YOU_SOUND.match(first)


def stands_alone(after: str) -> bool:
    """Whether a name ends its noun phrase, rather than modify the noun that follows.

    Examples
    --------
    >>> [stands_alone(text) for text in (" said so.", ", too", " forces left", "-held town", "’s")]
    [True, True, False, False, True]
    """
    if after.startswith(("-", "–")) and after[1:2].isalpha():
        return False
    follows = _NEXT_WORD.match(after)
    if not follows:
        return True
    word = follows.group(1)
    known = word in _CLOSED or word in _TO_PLURAL or word in _TO_SINGULAR
    return known or word.replace("’", "'") in _TO_PLURAL or word.endswith(("ed", "ly"))


def takes_article_here(before: str) -> bool:
    """Whether "the" may be put where `before` ends: no determiner or adjective stands there.

    Examples
    --------
    >>> [takes_article_here(text) for text in ("", "But ", "said that ", "a ", "Iran’s ", "Sunni ")]
    [True, True, True, False, False, False]
    """
    previous = _LAST_WORD.search(before)
    if not previous:
        return not before.endswith(("-", "–")) or not before[-2:-1].isalpha()
    word = previous.group(1)
    if word.casefold() in _DETERMINERS or "-" in word or word.endswith(("’s", "'s", "s’", "s'")):
        return False
    return not word[0].isupper() or word.casefold() in _CLOSED


def opens_sentence(before: str) -> bool:
    """Whether a sentence, a line or a quotation starts where `before` ends.

    Examples
    --------
    >>> [opens_sentence(text) for text in ("", "It left. ", "He said, “", "It left ", "Mr. Lee’s ")]
    [True, True, True, False, False]
    """
    return bool(_SENTENCE_START.search(before))


def in_single_quotes(line: str) -> bool:
    """Whether single quotation marks are open at the end of a line.

    Examples
    --------
    >>> in_single_quotes("‘It was the Shirts"), in_single_quotes("The Shirts’ men, the Guards")
    (True, False)
    """
    return len(_OPENING_MARK.findall(line)) > len(_CLOSING_MARK.findall(line))
