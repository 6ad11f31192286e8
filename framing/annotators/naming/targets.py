"""Whom a label is said of: the mention it heads, modifies, or is predicated of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._bearers import NAMING, bearer, examples, modified_noun, whole_of
from framing.annotators._relations import ADHERENTS
from framing.annotators.naming.senses import is_person
from framing.language.syntax import outermost, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import Mention
    from framing.annotators.naming._case import Case
    from framing.language import Token

__all__ = ["right_after", "target"]


def target(case: Case, head: Token) -> Mention | None:
    """The mention that a term heads, modifies or is predicated of.

    What modifies a predicate speaks of its subject only where the predicate is somebody: "he is
    a brutal **man**", but not "it is a ridiculous **idea**". An "it" that is only judged ("it has
    been terrible") is more often a state of affairs than an actor.
    """
    if (named := _named_after(case, head)) is not None:
        return named
    first = outermost(head)  # "a thug and a murderer"
    first = head if first.verb and head.noun else first  # "is wrong on this and a hypocrite"
    while first.dep == "appos" and first.head.noun and first.head.dep in ("attr", "appos", "conj"):
        first = outermost(first.head)  # "a thug, a murderer"
    noun = modified_noun(head)
    example = _example(case, noun) or _crowd_of(case, noun)
    if example is not None and (noun is head or is_person(case, noun)):
        return example
    for one in (noun, outermost(noun)):
        before = case.parse.tokens[one.left - 1].lower if one.left else ""
        if before == "not" and one.dep in ("appos", "conj", "dobj"):
            return None  # "a leader, not an ideologue"
    beside = _apposed(case, noun) or _gapped(case, noun)
    if beside is not None:
        return beside
    for predicate in _predicates(case, first, noun):
        top = outermost(predicate)
        who = None if top.proper or top.name else bearer(top)
        if who is not None and _is_headed(case, who, top):
            continue
        said_of = case.index.at(who)
        if said_of is None and who is not None and who.noun:
            said_of = case.index.around(who)  # "the senator, Ann Lee, a thug"
        if said_of is not None:
            return _in_person(case, said_of)
    if head.lemma in ADHERENTS:
        return case.index.at(bearer(first)) or case.index.at(head)
    for token in dict.fromkeys((head, noun)):
        mention = case.index.around(token)
        if mention is not None:
            return mention
        if token is not head and not is_person(case, token):
            return None
        subject = bearer(token)
        if subject is not None and not _is_headed(case, subject, token):
            vague = subject.lower in ("it", "this", "that") and not token.noun
            return None if vague else case.index.at(subject)
    return None


def _named_after(case: Case, head: Token) -> Mention | None:
    """Whose name follows a word for one, however it was parsed: "the jihadist Islamic State"."""
    mention = right_after(case, head)
    one = head.noun and not head.plural and head.child("det", "amod", "poss") is not None
    if case.is_official(head):
        return None  # "the Selk regime Northern Front", a comma lost
    return mention if one and mention is not None and mention.start >= head.end else None


def _gapped(case: Case, noun: Token) -> Mention | None:
    """Whom a clause without its object is about: "**fighters** it considers terrorists"."""
    verb = noun.head
    subject = verb.child("nsubj") if verb.lemma in NAMING else None
    other = verb.child("dobj")
    if subject is None or noun.dep not in ("dobj", "oprd") or other not in (None, noun):
        return None
    before = case.parse.tokens[subject.left - 1] if subject.left else None
    stands = before is not None and before.noun and before.sent == noun.sent
    return case.index.at(before) if stands else None


def _is_headed(case: Case, who: Token, noun: Token) -> bool:
    """Whether a colon parts who speaks from what is said: "**Lee**: Thugs kill five".

    "Lee: hero or villain?" is of Lee.
    """
    between = case.parse.tokens[who.i + 1 : noun.i]
    parted = noun.dep == "appos" and any(one.text == ":" for one in between)
    return parted and (noun.plural or case.is_official(noun))


def _apposed(case: Case, noun: Token) -> Mention | None:
    """Whose name stands right before an apposition that the parser hung elsewhere."""
    if (formerly := _before_brackets(case, noun)) is not None:
        return formerly
    words = case.parse.tokens[max(0, noun.left - 2) : noun.left]
    named = len(words) == 2 and words[1].text == "," and (words[0].proper or words[0].name)
    if noun.dep != "appos" or not named or words[0].sent != noun.sent:
        return None
    if noun.head.proper or noun.head.name:
        return None
    return case.index.at(outermost(words[0])) or case.index.around(words[0])


def _before_brackets(case: Case, noun: Token) -> Mention | None:
    """Whose name stands before brackets and a noun: "the **Front** (formerly X) a thuggish lot"."""
    tokens = case.parse.tokens
    article = noun.child("det")
    at = noun.left - 1
    if at < 0 or tokens[at].text != ")" or article is None or article.lower not in ("a", "an"):
        return None
    while at > 0 and tokens[at].text != "(" and tokens[at].sent == noun.sent:
        at -= 1
    named = tokens[at - 1] if at else None
    return case.index.around(named) if named is not None and named.name else None


def _in_person(case: Case, mention: Mention) -> Mention:
    """Who somebody without a name is said to be: "known as a **senator**, a warrior"."""
    held = case.parse.between(mention.start, mention.end) if mention.form == "common" else []
    heads = [one for one in held if one.text == mention.head]
    return (case.index.at(bearer(heads[-1])) if heads else None) or mention


def _predicates(case: Case, first: Token, noun: Token) -> Iterator[Token]:
    """The nouns that may be said of somebody, the term among them."""
    group = whole_of(modified_noun(first))
    somebody = noun is first or is_person(case, noun)  # not "a symbol of a **corrupt** system"
    if group is not modified_noun(first) and somebody:
        yield group
    if first.dep != "acomp":
        yield first
    if noun is not first and is_person(case, noun):
        yield noun  # "they see in him a **brutal** leader"


def right_after(case: Case, term: Token) -> Mention | None:
    """The name right after a term: "the self-styled **Front** base", "terror group **Front**"."""
    after = case.parse.tokens[term.i + 1] if term.i + 1 < len(case.parse.tokens) else None
    if after is None or after.sent != term.sent or not (after.proper or after.name):
        return None
    if modified_noun(after).lemma in case.lexicons.event_nouns:
        return None  # "the so-called Front riot"
    mention = case.index.around(after)
    return mention if mention is not None and mention.start <= after.start else None


def _example(case: Case, noun: Token) -> Mention | None:
    """Who is named as the bearer of a label: "an outfit **called** X", "dictators **like** X"."""
    found = next(filter(None, map(case.index.at, examples(noun))), None)
    return found if found is not None or not noun.plural else _after_like(case, noun)


def _after_like(case: Case, noun: Token) -> Mention | None:
    """The name right after "like" or "such as", however it was parsed."""
    tokens = case.parse.tokens
    words = [token.lower for token in tokens[noun.i + 1 : noun.i + 3]]
    skipped = 1 if words[:1] == ["like"] else 2 if words == ["such", "as"] else 0
    place = noun.i + 1 + skipped
    if not skipped or place >= len(tokens):
        return None
    return case.index.around(tokens[place])


#: Collective words for people of whom "of" says who they are: "a **horde** of volunteers".
_CROWDS = frozenset({"horde", "mob", "gang", "band", "pack", "swarm", "cabal", "bunch", "army",
                     "clique", "legion", "throng"})  # fmt: skip


def _crowd_of(case: Case, noun: Token) -> Mention | None:
    """Who a crowd consists of."""
    if noun.lemma not in _CROWDS:
        return None
    people = [one for one in prepositional_objects(noun, "of") if one.plural]
    return next(filter(None, map(case.index.at, people)), None)
