"""Whom a word is said of: "**they** are thugs", "call **them** thugs", "thugs like **Lee**"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import (
    clause_subject,
    conjuncts,
    is_cut_off,
    is_passive,
    prepositional_objects,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.language import Token

__all__ = ["NAMING", "bearer", "examples", "modified_noun", "whole_of"]

_BEFORE_NOUN = ("amod", "compound", "nmod", "npadvmod")

#: Verbs that say what their subject is or becomes.
_LINKING = frozenset(
    {"be", "become", "turn", "go", "remain", "stay", "look", "seem", "appear", "prove"}
)

#: Verbs after which "into" says what becomes of somebody.
_TURNING = frozenset({"turn", "grow", "change", "develop", "evolve", "transform", "morph", "make"})

#: Verbs with two objects, of which the second says what the first is.
NAMING = frozenset({"brand", "call", "label", "dub", "name", "term", "declare", "consider",
                     "deem", "make", "think", "find", "proclaim", "pronounce"})  # fmt: skip

#: Verbs with an object, of which "as" says what it is held to be.
_REGARDING = frozenset(
    {"regard", "see", "view", "describe", "denounce", "condemn", "portray", "depict", "cast",
     "characterise", "characterize", "dismiss", "paint", "treat", "designate", "classify", "list",
     "recognise", "recognize"}
)  # fmt: skip

#: Verbs after which "as" says when, not what somebody is.
_HAPPENING = frozenset({"kill", "die", "wound", "injure", "hit", "come", "happen", "occur"})

#: Verbs whose "of" says whom "as" is about: "**think** of Lee as a thug".
_THINKING = frozenset({"think", "speak", "talk", "conceive", "dream"})

_ACTING = frozenset({"look", "act", "behave", "sound", "talk", "appear", "seem"})

#: Verbs that say what somebody is like: "**compared** him to a dictator".
_COMPARING = frozenset({"compare", "liken"})

#: Nouns for how somebody stands with others, which "as" spells out: "a **reputation** as a bully".
_STANDING = frozenset(
    {"reputation", "image", "status", "name", "fame", "role", "record", "career", "credentials",
     "praise", "acclaim", "criticism", "place", "legacy", "attention", "notice"}
)  # fmt: skip

#: Nouns for how others show somebody: "the **portrayal** of Lee as a thug".
_SHOWING = frozenset(
    {"portrayal", "depiction", "description", "characterisation", "characterization", "image",
     "view", "perception", "picture", "caricature"}
)  # fmt: skip

#: Nouns of which "of" says what kind somebody is: "the **epitome** of a thug".
_KINDS = frozenset(
    {"idea", "kind", "sort", "type", "model", "definition", "example", "epitome", "embodiment",
     "incarnation", "picture", "symbol", "bunch", "pack", "gang", "mob", "group", "band",
     "collection", "crew", "cabal", "clique", "party"}
)  # fmt: skip


def modified_noun(token: Token) -> Token:
    """The noun that a term modifies, else the term itself."""
    noun = token
    while (noun.dep in _BEFORE_NOUN and noun.head.noun) or (
        noun.dep in ("conj", "amod") and noun.head.tag[0] == "J" and noun.tag[0] == "J"
    ):
        noun = noun.head  # of "brutal, corrupt government" the parser may hang one on the other
    return noun if noun.noun else token


def whole_of(noun: Token) -> Token:
    """What says of somebody that he is some of these: "**one** of the most corrupt agencies"."""
    up = noun
    while up.dep == "pobj":
        word, above = up.head.lower, up.head.head
        one = word == "of" and (above.lower in _SOME or above.lemma in _KINDS)
        if not one and not (word in ("but", "than") and above.lower in _AMOUNTS):
            break
        up = above
        if up.dep in ("amod", "advmod") and up.head.lower in _AMOUNTS:
            up = up.head  # "nothing more than a thug"
    return up


#: "One of", "something of a", "more of a"; "nothing but", "little more than".
_SOME = frozenset({"one", "more", "something", "bit", "lot", "much", "little"})
_AMOUNTS = frozenset({"anything", "nothing", "more", "little", "less"})

#: Verbs after which a clause without "be" says what somebody is to be called.
_WANTING = frozenset({"want", "need", "see", "like", "have", "get"})


def bearer(head: Token) -> Token | None:
    """What a predicate, an apposition or the object of a naming verb is said of.

    Parameters
    ----------
    head : Token
        Of the predicate: a noun or an adjective; of a coordination the first.

    Returns
    -------
    Token or None
        None where the word is said of nobody: it only stands for somebody.
    """
    verb = head.head
    if (named := _named_in_marks(head)) is not None:
        return named
    if head.dep == "conj" and verb.lemma == "be" and head.noun and head.child("nsubj") is None:
        return verb.child("nsubj")  # "he is wrong on this and a hypocrite"
    if head.dep in ("attr", "acomp", "oprd") and verb.verb:
        if head.dep == "oprd" and verb.lemma not in _LINKING:
            named = verb.child("dobj") or verb.child("nsubjpass")
            called = is_passive(verb) or _is_reduced(verb)  # "Lee, once considered a dupe"
            return _itself(named or (clause_subject(verb) if called else None), verb)
        if verb.child("dobj") is None and (gap := _gap(verb)) is not None:
            return gap  # "a probe that he considers partisan"
        named = verb.child("dobj")
        if named is None and verb.lemma in NAMING - {"make"} and not is_passive(verb):
            return head.child("nsubj")  # who calls somebody so is not it himself
        named = named or verb.child("nsubj", "nsubjpass") or _understood(verb)
        return _itself(named, verb)
    if head.dep == "dobj":
        if verb.lemma in _LINKING:
            away = verb.child("prt", "advmod")  # "he proved a coward", but "turned away voters"
            return clause_subject(verb) if away is None else None
        if verb.dep == "ccomp" and verb.head.lemma in _WANTING and verb.lemma in NAMING:
            return verb.child("nsubj")  # "wants him declared a terrorist"
        first = verb.child("dobj")
        if verb.lemma == "make" and first is head and head.child("amod") is not None:
            return clause_subject(verb)  # "she would make a terrible leader"
        if first is head and verb.lemma not in ("find", "make") and (gap := _gap(verb)) is not None:
            return gap
        named_so = verb.lemma in NAMING and first is not None and first is not head
        return _itself(first, verb) if named_so else None
    if head.dep == "nsubj" and verb.dep == "ccomp" and verb.tag == "VBN":
        gap = _gap(verb.head)  # "fighters that they consider terrorists allied with others"
        if gap is not None:
            return gap
    if head.dep == "nsubj" and verb.lemma == "be":
        named = verb.child("attr")  # "the only thug here is Lee", "the losers are our children"
        same = named is not None and (named.proper or named.plural == head.plural)
        return named if same and not head.proper else None
    if head.dep == "appos":
        return verb
    if head.child("nsubj") is not None and not head.verb:
        return head.child("nsubj")  # "considers it a regime", "called the film fake"
    if head.dep == "pobj":
        return _before(head, head.head)
    return None


def _named_in_marks(head: Token) -> Token | None:
    """Who is called a quoted word right after: "calling cops 'pigs'", "Democrats 'idiots'".

    The parser takes the opening mark for that of a genitive, or makes one phrase of both: "called
    the attacks vile and the attackers “cowards”".
    """
    before = next((one for one in head.children if one.dep in ("nmod", "compound")), None)
    if before is not None and before.noun and is_cut_off(before):
        above = head.head.head  # "men from X “thugs”"
        return above if head.dep == "pobj" and above.noun and before.proper else before
    owner = head.child("poss")
    mark = owner.child("case") if owner is not None else None
    opens = mark is not None and owner is not None and owner.end < mark.start
    return owner if opens and mark is not None and mark.end == head.start else None


def _before(head: Token, preposition: Token) -> Token | None:
    """Whom a predicate after a preposition is said of: "**he** is seen as a thug"."""
    word, governor = preposition.lower, preposition.head
    if word == "as":
        if governor.dep == "pobj" and governor.head.lower == "by":
            governor = governor.head.head  # "seen by many as a thug"
        if governor.verb:
            return _as(governor)
        return _in_standing(governor) if governor.lemma in _STANDING | _SHOWING else None
    if word in ("like", "unlike"):
        if governor.lemma in _ACTING and word == "like":
            return clause_subject(governor)  # "acts like a thug"
        if any(child.lower == "other" for child in head.children_of("amod")):
            # "like other thugs, he": he is one
            return clause_subject(governor) if governor.verb else governor
        return None
    if word == "than" and governor.dep == "pobj":
        return _before(governor, governor.head)  # "looks less like a leader than a thug"
    if word == "from" and governor.lemma in _TURNING:
        return _turned(head, governor)
    if word == "into" and governor.lemma in _TURNING:
        return _itself(governor.child("dobj"), governor) or clause_subject(governor)
    if word == "to" and governor.lemma in _COMPARING:
        return governor.child("dobj", "nsubjpass")
    return None


def _as(verb: Token) -> Token | None:
    if verb.dep in ("acl", "relcl", "advcl") and verb.lemma not in NAMING | _REGARDING:
        # "labels groups fighting the state as terrorists": so the state labels them
        verb = next((up for up in verb.ancestors() if up.lemma in NAMING | _REGARDING), verb)
    if verb.lemma in _HAPPENING:
        return None  # "killed as terrorists fired rockets": a clause cut short
    named = verb.child("dobj")
    if named is None and verb.dep == "conj" and verb.lemma in _REGARDING and not is_passive(verb):
        named = verb.head.child("dobj")  # "sees **them** as rivals and denounced as thugs"
    if named is None and verb.lemma == "refer":
        named = next(prepositional_objects(verb, "to"), None)
    if named is None and verb.lemma in _THINKING:
        named = next(prepositional_objects(verb, "of"), None)
    if named is not None and named.lemma in _STANDING:
        return clause_subject(verb)  # "won praise as a leader"
    if named is None and verb.dep == "relcl" and verb.child("nsubj") is not None:
        return verb.head  # "leaders whom they saw as dictators"
    return _itself(named, verb) or clause_subject(verb)


def _is_reduced(verb: Token) -> bool:
    """Whether a participle stands without its auxiliary."""
    return verb.tag == "VBN" and verb.child("aux", "auxpass") is None


def _gap(verb: Token) -> Token | None:
    """Whom a relative clause is about whose verb says what he is and has no object."""
    subject = verb.child("nsubj") if verb.dep == "relcl" and verb.lemma in NAMING else None
    if subject is None or subject.lower in ("who", "which", "that"):
        return None
    placed = any(child.lower in ("where", "when") for child in verb.children)
    return None if placed else verb.head


def _turned(head: Token, verb: Token) -> Token | None:
    """Who was what he turned from: "**they** turned from heretics to judges"."""
    subject, article = clause_subject(verb), head.child("det")
    indefinite = article is None or article.lower in ("a", "an")
    became = next(prepositional_objects(verb, "to"), None)
    if subject is None or became is None or became.proper or not indefinite:
        return None
    return subject if subject.plural == head.plural == became.plural else None


def _in_standing(noun: Token) -> Token | None:
    """Whose reputation it is, or of whom it is a picture."""
    shown = next(prepositional_objects(noun, "of"), None)
    if shown is not None:
        return shown
    if noun.child("poss") is not None:
        return noun.child("poss")
    has = noun.dep == "dobj" and noun.lemma in _STANDING
    return clause_subject(noun.head) if has else None


def _itself(named: Token | None, verb: Token) -> Token | None:
    """Whom a reflexive stands for: "he called **himself** a patriot"."""
    if named is not None and named.lower.endswith(("self", "selves")):
        return clause_subject(verb)
    return named


def _closes(noun: Token) -> bool:
    """Whether a subject in the plural goes on between two commas, with two names that it means."""
    marks = [child for child in noun.children if child.text == "," and child.i > noun.i]
    return noun.plural and noun.dep == "nsubj" and len(marks) == 2 and noun.child("cc") is None


#: How a clause hangs that may be an imperative.
_ALONE = frozenset({"ROOT", "ccomp", "conj"})


def _understood(verb: Token) -> Token | None:
    """The subject that a verb form leaves out: accuse **him** of being a traitor."""
    governor = verb.head.head
    helped = any(child.lemma != "do" for child in verb.children_of("aux"))
    subject = verb.child("nsubj", "nsubjpass")
    if verb.tag == "VB" and not helped and subject is None and verb.dep in _ALONE:
        return None  # "don't be cynical": said to whoever listens
    if verb.dep == "pcomp" and governor.verb:
        return governor.child("dobj") or governor.child("nsubjpass") or clause_subject(verb)
    return clause_subject(verb)


def examples(noun: Token) -> Iterator[Token]:
    """Who is named as one of a kind: "an outfit **called** X", "thugs **like** X"."""
    for child in noun.children_of("acl"):
        if child.lemma in ("call", "name", "dub", "nickname", "know"):
            named = child.child("oprd") or next(prepositional_objects(child, "as"), None)
            if named is not None:
                yield named
    if noun.dep == "conj" and any(child.lower == "other" for child in noun.children_of("amod")):
        yield noun.head  # "X and other thugs"
    for named in prepositional_objects(noun, "like", "as") if noun.noun else ():
        if named.lower in ("one", "that", "those"):
            yield from prepositional_objects(named, "in", "of")  # "a regime like the one in X"
        elif noun.plural or named.proper:
            yield named
    if _closes(noun):  # "its enemies, **Iran** and Berg, left"
        yield from (one for one in noun.children_of("conj") if one.proper and one.child("cc"))
    for apposed in noun.children_of("appos"):
        if any(child.dep == "neg" for child in (*noun.children, *apposed.children)):
            continue  # "the extremists, **not** Lee"
        yield from (one for one in conjuncts(apposed) if one.proper)
