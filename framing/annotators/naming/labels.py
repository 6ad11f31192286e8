"""Labels: what an article calls an actor, loaded or plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._bearers import bearer, modified_noun
from framing.annotators._voice import AMONG_OTHERS
from framing.annotators._words import is_mentioned_word, prefix_of
from framing.annotators.naming._sureness import HELD, chance_of_target, way_to_target
from framing.annotators.naming.denied import is_denied
from framing.annotators.naming.targets import right_after, target
from framing.annotators.naming.wording import favoured

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
    mention = _mention(case, tokens, head, entry, lexicon)
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
    if mention is not None:
        return _said_of(case, tokens, head, entry, lexicon, mention)
    return _of_nobody_found(case, tokens, head, entry, lexicon)


def _mention(
    case: Case, tokens: list[Token], head: Token, entry: Entry, lexicon: Lexicon
) -> Mention | None:
    """Whom a term is said of."""
    several = len(tokens) > 1
    if tokens[0].dep == "conj" and several:  # "Russian and **regime** forces"
        return case.index.at(tokens[0])
    mention = None
    if head.tag[0] != "R" and not _opens(case, tokens):
        mention = target(case, head)
    if mention is not None and mention.evidence == AMONG_OTHERS:
        mention = None  # "we are impotent" is said of no one person
    if mention is None and several:
        mention = next(filter(None, map(case.index.at, tokens)), None)  # "**regime** media"
    adjective = entry.fits("adj") and _names_its_noun(entry, lexicon)
    group = several and case.lexicons.role_class(head.lemma) == "group"
    if mention is None and (adjective or group):
        mention = right_after(case, tokens[-1])  # "terrorist group **Northern Front** said"
    if mention is not None and _is_part_of(mention, tokens):
        return None  # "Lee-funded" is said of whom Lee funds
    return mention


def _said_of(
    case: Case, tokens: list[Token], head: Token, entry: Entry, lexicon: Lexicon, mention: Mention
) -> LoadedTerm:
    """The row of a label that somebody is given, if it is not denied and likely enough his."""
    if is_denied(head):
        return case.row(tokens, "label", entry, lexicon, confidence=0.5)
    said = case.article.text[tokens[0].start : tokens[-1].end]
    camps = case.resources.actors.contrast("labels") is not None
    chance = chance_of_target(way_to_target(mention, said, camps=camps))
    if chance < _EVEN:
        return case.row(tokens, "label", entry, lexicon, confidence=0.6)
    return case.row(
        tokens, "label", entry, lexicon, mention=mention, actor=mention.actor, side=mention.side,
        confidence=chance,
    )  # fmt: skip


def _of_nobody_found(
    case: Case, tokens: list[Token], head: Token, entry: Entry, lexicon: Lexicon
) -> LoadedTerm | None:
    """The row of a label of a place that somebody holds, of nobody, or of wording of a thing."""
    noun = modified_noun(head)
    labels = lexicon.name == "labels" and head.noun
    if case.lexicons.role_class(noun.lemma) == "place" and (noun is not head or labels):
        actor, side = _holder(case, noun, head)
        if actor is not None:
            chance = chance_of_target(HELD)
            return case.row(
                tokens, "label", entry, lexicon, actor=actor, side=side, confidence=chance
            )
    elif noun is head and labels:
        return case.row(tokens, "label", entry, lexicon, confidence=0.6)
    if entry.number("loadedness") < 2:
        return None
    favours = favoured(case, noun if noun is not head else head.head, entry)
    return case.row(tokens, "evaluative", entry, lexicon, confidence=0.6, favours=favours)


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
