"""Labels: what an article calls an actor, loaded or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._bearers import NAMING, bearer, examples, modified_noun, whole_of
from framing.annotators._relations import ADHERENTS
from framing.annotators._voice import AMONG_OTHERS
from framing.annotators._words import is_mentioned_word, prefix_of
from framing.annotators.naming._sureness import HELD, chance_of_target, way_to_target
from framing.annotators.naming.senses import is_person
from framing.annotators.naming.wording import favoured
from framing.language.syntax import is_negated, outermost, prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framing.annotation import LoadedTerm, Mention
    from framing.annotators.naming._case import Case
    from framing.language import Token
    from framing.lexicon import Entry, Lexicon

__all__ = ["label", "role_labels"]

#: Nouns that say no more than that somebody is meant.
_BARE = frozenset({"people", "person", "man", "woman"})

#: Ranks are part of a name rather than a choice of word.
_RANKS = frozenset(
    {"general", "colonel", "major", "captain", "lieutenant", "sergeant", "commodore", "admiral",
     "corporal", "constable", "brigadier", "commander", "sir", "dame", "lord", "lady", "professor"}
)  # fmt: skip


def role_labels(case: Case) -> Iterator[LoadedTerm]:
    """Plain nouns for what an actor is: "fighters", "foreign minister", "the group".

    They head or modify a mention, or are said of one: "Lee, a **lawyer**", "Lee is a **lawyer**".
    """
    lexicon = case.lexicons["roles"]
    for mention in case.index.mentions:
        if mention.form in ("pronoun", "metonym"):
            continue
        run: list[Token] = []
        for token in [*case.parse.between(mention.start, mention.end), None]:
            if token is not None and _is_role(case, token) and case.index.around(token) is mention:
                run.append(token)
                continue
            if run:
                yield _role_row(case, _with_modifier(case, run, mention.start), mention, lexicon)
            run = []
    for token in case.parse.tokens:
        if token.dep in ("appos", "attr") and _is_role(case, token):
            subject = case.index.at(bearer(token))
            if subject is not None and case.index.around(token) is None:
                run = _with_modifier(case, [token], case.parse.tokens[token.left].start)
                yield _role_row(case, run, subject, lexicon)


def _role_row(case: Case, run: list[Token], mention: Mention, lexicon: Lexicon) -> LoadedTerm:
    entry = case.lexicons.roles[run[-1].lemma]
    return case.row(
        run, "label", entry, lexicon, mention=mention, confidence=0.8, actor=mention.actor,
        side=mention.side,
    )  # fmt: skip


def _is_role(case: Case, token: Token) -> bool:
    entry = case.lexicons.roles.get(token.lemma)
    if entry is None or token.name or token.i in case.taken or not token.noun:
        return False
    if entry["class"] in ("place", "document") or token.lemma in _RANKS | _BARE:
        return False
    if token.proper and entry["class"] != "role":
        return False
    return not is_mentioned_word(case.parse, token)


def _with_modifier(case: Case, run: list[Token], start: int) -> list[Token]:
    """ "Foreign" belongs to "Foreign Minister"."""
    before = case.parse.tokens[run[0].i - 1] if run[0].i else None
    fits = (
        before is not None and before.start >= start and not before.name
        and before.dep in ("compound", "nmod") and before.head in run
        and before.lower not in case.lexicons.demonyms and before.i not in case.taken
    )  # fmt: skip
    return [before, *run] if fits and before is not None else run


def label(
    case: Case, tokens: list[Token], head: Token, entry: Entry, lexicon: Lexicon
) -> LoadedTerm | None:
    """The row of a term of labels or of evaluative words: a label, or wording of a thing."""
    mention = None
    if head.tag[0] != "R" and not _opens(case, tokens):
        mention = _target(case, head)
    beside = tokens[0].dep == "conj" and len(tokens) > 1  # "Russian and **regime** forces"
    if beside:
        mention = case.index.at(tokens[0])
    if mention is not None and mention.evidence == AMONG_OTHERS:
        mention = None  # "we are impotent" is said of no one person
    if mention is None and len(tokens) > 1 and not beside:
        mention = next(filter(None, map(case.index.at, tokens)), None)  # "**regime** media"
    if mention is None and entry.fits("adj") and _names_its_noun(entry, lexicon):
        mention = _right_after(case, tokens[-1])
    if mention is None and len(tokens) > 1 and case.lexicons.role_class(head.lemma) == "group":
        mention = _right_after(case, tokens[-1])  # "terrorist group **Northern Front** said"
    if mention is not None and _is_part_of(mention, tokens):
        mention = None  # "Lee-funded" is said of whom Lee funds
    if mention is not None and _is_of_a_name(case, tokens, mention):
        return None
    own = case.index.at(head)
    if own is not None and own.form == "incorporated":
        mention = own  # "a captured **regime** pilot"
    elif mention is not None and _is_of_a_body(case, head):
        body = _body_of(case, mention)
        side = mention.side if body is not None else None
        return case.row(
            tokens, "label", entry, lexicon, actor=body, side=side, confidence=0.75 if body else 0.6
        )
    if mention is not None and _is_denied(head):
        return case.row(tokens, "label", entry, lexicon, confidence=0.5)  # nobody is called so
    if mention is not None:
        said = case.article.text[tokens[0].start : tokens[-1].end]
        camps = case.resources.actors.contrast("labels") is not None
        chance = chance_of_target(way_to_target(mention, said, camps=camps))
        if chance < _EVEN:
            return case.row(tokens, "label", entry, lexicon, confidence=0.6)
        return case.row(
            tokens, "label", entry, lexicon, mention=mention, actor=mention.actor,
            side=mention.side, confidence=chance,
        )  # fmt: skip
    modified = modified_noun(head)
    role_class = case.lexicons.role_class
    if modified is not head and role_class(modified.lemma) == "place":
        actor, side = _holder(case, modified, head)
        if actor is not None:
            return case.row(
                tokens,
                "label",
                entry,
                lexicon,
                actor=actor,
                side=side,
                confidence=chance_of_target(HELD),
            )
    if modified is head and head.noun and lexicon.name == "labels":
        if role_class(head.lemma) != "place":
            return case.row(tokens, "label", entry, lexicon, confidence=0.6)
        actor, side = _holder(case, head, head)
        if actor is not None:
            return case.row(
                tokens,
                "label",
                entry,
                lexicon,
                actor=actor,
                side=side,
                confidence=chance_of_target(HELD),
            )
    if entry.number("loadedness") < 2:
        return None
    return case.row(
        tokens, "evaluative", entry, lexicon, confidence=0.6,
        favours=favoured(case, modified if modified is not head else head.head, entry),
    )  # fmt: skip


#: Nobody is named in a way that is wrong more often than right.
_EVEN = 0.5


def _is_part_of(mention: Mention, tokens: list[Token]) -> bool:
    """Whether a name stands in a term of several words, which is said of somebody else."""
    named = mention.form in _NAMES and len(tokens) > 1
    return named and any(token.proper and token.text == mention.head for token in tokens)


#: Forms of mentions that hold a name.
_NAMES = ("name", "mixed")


def _opens(case: Case, tokens: list[Token]) -> bool:
    """Whether an adjective comments on its sentence: "Most **alarming**, sales fell"."""
    before = case.parse.tokens[case.parse.sentence(tokens[0]).first : tokens[0].i]
    after = case.parse.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    compared = [one.lower for one in before] in (["more"], ["most"], ["even", "more"])
    return compared and bool(after) and after[0].text == ","


def _target(case: Case, head: Token) -> Mention | None:
    """The mention that a term heads, modifies or is predicated of.

    What modifies a predicate speaks of its subject only where the predicate is somebody: "he is
    a brutal **man**", but not "it is a ridiculous **idea**". An "it" that is only judged ("it has
    been terrible") is more often a state of affairs than an actor.
    """
    if (named := _named_right_after(case, head)) is not None:
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


def _named_right_after(case: Case, head: Token) -> Mention | None:
    """Whose name follows a word for one, however it was parsed: "the jihadist Islamic State"."""
    mention = _right_after(case, head)
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


def _is_denied(head: Token) -> bool:
    """Whether somebody is said not to be what the word says, "hardly a saint", or it is asked."""
    whole = whole_of(outermost(head))
    verb = whole.head
    if whole.lower in ("anything", "less") and whole is not head:
        return True
    hardly = any(child.lower in _HARDLY for up in (head, verb) for child in up.children)
    predicate = whole.dep in ("attr", "acomp")
    doubted = predicate and verb.dep == "ccomp" and verb.head.lemma in _BELIEVING
    if doubted and is_negated(verb.head):
        return True  # "I do not think he is a tyrant"
    words = (child for up in (head, verb) for one in up.children for child in (one, *one.children))
    if any(word.lower in _MERELY for word in words if word.dep == "advmod"):
        return False  # "not only a fool"
    asked = predicate and any(child.lower in ("whether", "if") for child in verb.children)
    denied = is_negated(head) and (head.child("neg") or head).i <= head.i  # "a thug, not Lee"
    none = denied and (predicate or head.child("neg") is not None)  # "is no fool"
    return asked or none or (predicate and (is_negated(verb) or hardly))


#: Verbs whose "not" is that of the clause under them.
_BELIEVING = frozenset({"think", "believe", "suppose", "expect"})

_MERELY = frozenset({"only", "just", "merely", "simply"})

_HARDLY = frozenset({"hardly", "scarcely", "barely", "never"})


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


def _is_of_a_name(case: Case, tokens: list[Token], mention: Mention) -> bool:
    """Whether a term is part of what nobody lists and the text calls by it: "Fat Cat Records"."""
    listed = case.resources.actor(mention.actor) is not None
    words = " ".join(token.text for token in tokens)
    return not listed and words in mention.actor and tokens[0].text[:1].isupper()


def _is_of_a_body(case: Case, head: Token) -> bool:
    """Whether a word names the body before the noun for its member: "the **regime** leader"."""
    modified = modified_noun(head)
    member = head is not modified and case.lexicons.role_class(modified.lemma) == "role"
    return member and case.is_official(head)


def _body_of(case: Case, mention: Mention) -> str | None:
    """The body that somebody belongs to, as far as it is listed or told."""
    if "/" in mention.actor:
        return mention.actor.partition("/")[0]
    known = case.resources.actor(mention.actor)
    return known.affiliation if known is not None else None


def _names_its_noun(entry: Entry, lexicon: Lexicon) -> bool:
    """Whether an adjective is about a name rather than the noun after it.

    "The **self-styled** Front base", but not "a **huge** Front rally".
    """
    return lexicon.name == "labels" or entry.term.startswith(("self-", "so-called"))


def _right_after(case: Case, term: Token) -> Mention | None:
    """The name right after an adjective, whose phrase goes on: "the self-styled **Front** base"."""
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


def _holder(case: Case, place: Token, term: Token) -> tuple[str | None, str | None]:
    """Who holds a place that a term characterises: "their terrorist stronghold"."""
    if term.i and prefix_of(case.parse, case.parse.tokens[term.i - 1]):
        return None, None  # "a pro-government militia checkpoint": whose militia is not told
    owner = case.index.at(place.child("poss"))
    if owner is not None:
        return owner.actor, owner.side
    called = case.index.actors_called(term.lemma)
    if not called:
        return None, None
    actor = called.most_common(1)[0][0]
    side = next(m.side for m in case.index.mentions if m.actor == actor)
    return actor, side
