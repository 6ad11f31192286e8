"""Mentions by pronoun: personal, possessive, relative.

Learned coreference decides whom a personal or possessive pronoun means, where it runs; rules
decide the rest: relative pronouns, and who it is that says or quotes. First and second persons
wait for the attributions: "we" belongs to whoever speaks it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framing.actors import Actor
from framing.annotators._names import UNLISTED
from framing.annotators.mentions._salience import sort_of
from framing.annotators.mentions.judged import judged_before
from framing.annotators.mentions.retold import named_before, speaker_before, subject_before
from framing.encoder import gender_of_name
from framing.language.binding import clause_mate
from framing.language.syntax import prepositional_objects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framing.annotators.mentions._found import Referents
    from framing.annotators.mentions._salience import Entry, Salience
    from framing.annotators.mentions.links import Link, Links
    from framing.language import Token

__all__ = ["resolve_pronoun"]

_PERSON = {"he": "m", "him": "m", "his": "m", "himself": "m",
           "she": "f", "her": "f", "hers": "f", "herself": "f"}  # fmt: skip
_THING = frozenset({"it", "its", "itself"})
_MANY = frozenset({"they", "them", "their", "theirs", "themselves"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})

#: Adjectives and verbs after which "it" refers to nothing: "it is clear that".
_EMPTY_VERBS = frozenset({"seem", "appear", "happen", "turn", "take", "rain", "snow"})


#: A chain this sure overrules the rules; one less sure is heard where they say nothing.
_SURE, _LIKELY = 0.75, 0.5

#: One that names only somebody without a name ("a resident") must be surer.
_CERTAIN = 0.9

#: What the rules say where a chain says otherwise.
_DOUBTED = 0.6


class _Pick(NamedTuple):
    """Whom a pronoun may mean, how sure that is, and what says so."""

    actor: str
    confidence: float
    evidence: str


def resolve_pronoun(refs: Referents, token: Token, salience: Salience, links: Links) -> None:
    """Add a mention for a third-person or relative pronoun whose actor is plain enough."""
    lower = token.lower
    if lower in _RELATIVE and token.tag in ("WP", "WDT", "WP$"):
        _relative(refs, token)
        return
    if lower in _PERSON or lower == "it":
        told = speaker_before(refs, token)
        if told is not None and _goes_on(refs, token, told, salience):
            return
    ruled: _Pick | None
    beside = _beside(refs, token)
    judged = judged_before(refs, token) if lower == "they" else None
    if beside is not None and _may_mean(refs, token, beside, salience):
        ruled = _Pick(beside, 0.95, "pronoun: beside")
    elif lower in _PERSON and (topic := _topic(refs, token, salience)) is not None:
        ruled = _Pick(topic, 0.9, "pronoun: said of")
    elif lower in _PERSON and (about := _about(refs, token, salience)) is not None:
        ruled = _Pick(about, 0.9, "pronoun: person")
    elif judged is not None:
        ruled = _Pick(judged, 0.7, "pronoun: accused before")
    elif lower in _PERSON:
        ruled = _person(refs, token, salience, _PERSON[lower])
    elif lower in _MANY or (lower in _THING and not _is_empty(token)):
        ruled = _collective(refs, token, salience, plural=lower in _MANY)
    else:
        return
    link = links.of(refs, token) if _is_of_one_number(refs, token, links) else None
    pick = _weighed(ruled, link, refs, token, salience, links.version)
    if pick is None:
        _unlisted_speaker(refs, token, links)
        return
    if lower in _PERSON:
        salience.gender.setdefault(pick.actor, _PERSON[lower])
    refs.add_word(token, pick.actor, "pronoun", confidence=pick.confidence, evidence=pick.evidence)


def _beside(refs: Referents, token: Token) -> str | None:
    """Whose a conjunct is: "the firm and **its** allies"."""
    noun = token.head
    if token.dep != "poss" or noun.dep != "conj" or noun.head.i > token.i:
        return None
    return refs.actor_at(noun.head)


def _about(refs: Referents, token: Token, salience: Salience) -> str | None:
    """The person whom the sentence before a quotation is about."""
    subject = subject_before(refs, token)
    actor = refs.actor_at(subject) if subject is not None else None
    if actor is None or sort_of(refs, actor) != "person":
        return None
    return actor if _gender(refs, actor, salience) in ("", _PERSON[token.lower]) else None


def _topic(refs: Referents, token: Token, salience: Salience) -> str | None:
    """Of whom a quotation is said: "“**She** is brave,” he said of Ann Lee"."""
    reporting = refs.resources.lexicons.reporting_verbs
    quote = refs.parse.quote_at(token.start)
    if quote is None:
        return None
    for verb in token.ancestors():
        if not verb.verb or verb.lemma not in reporting or verb.start < quote.end:
            continue
        for topic in prepositional_objects(verb, "of", "about"):
            actor = refs.actor_at(topic)
            if actor is not None and _may_mean(refs, token, actor, salience):
                return actor
    return None


def _goes_on(refs: Referents, pronoun: Token, told: Token, salience: Salience) -> bool:
    """Add a mention of the speaker before, if a pronoun can stand for him; whether it could."""
    body = pronoun.lower == "it"
    named = told.child("appos")
    if refs.actor_at(told) is None and named is not None:
        told = named  # "its minister, Ann Lee, said"
    actor = refs.actor_at(told)
    if actor is None and told.proper and refs.resources.lexicons.role_class(told.lemma):
        return False
    titled = body and told.proper and told.ent == "ORG"  # "Doctors Without Borders"
    many = told.plural or told.tag in ("NNPS", "NNS")
    if (many and not titled) or told.lower in ("they", "we", "i", "you"):
        return False
    if actor is not None:
        sort = sort_of(refs, actor)
        person = sort == "person" or (sort == "people" and _is_human(refs, told))
        gender = _PERSON.get(pronoun.lower, "")
        fits = _gender(refs, actor, salience) in ("", gender) if person else body
        if body == person or not fits:
            return False
    elif told.pronoun or not told.noun:
        return False
    elif told.proper and not told.name and told.ent in ("PERSON", "") and not body:
        actor = _with_given_name(refs, told)
        refs.discovered.setdefault(actor, Actor(actor, actor, kind="person"))
        refs.add_word(told, actor, "name", confidence=0.7, evidence="speaker")
    elif _is_body(refs, told) if body else _is_human(refs, told):
        actor = _described(refs, told)
    else:
        return False
    if not body:
        salience.gender.setdefault(actor, _PERSON[pronoun.lower])
    refs.add_word(pronoun, actor, "pronoun", confidence=0.85, evidence="pronoun: same speaker")
    return True


def _is_human(refs: Referents, noun: Token) -> bool:
    """Whether a noun without an actor is one person: a role, a relative, a witness."""
    kind = refs.resources.lexicons.role_class(noun.lemma)
    held = refs.parse.tokens[noun.left : noun.right + 1]
    named = any(
        token.ent == "PERSON" or (token.name and "person" in refs.kind(token.name))
        for token in held
    )
    return kind in ("role", "member", "kin", "people") and not noun.proper and not named


def _is_body(refs: Referents, noun: Token) -> bool:
    """Whether a noun without an actor is a body that "it" can stand for: a broadcaster."""
    kind = refs.resources.lexicons.role_class(noun.lemma)
    return kind in ("group", "institution", "media") and not noun.proper


def _described(refs: Referents, noun: Token) -> str:
    """A new actor for somebody without a name, called by the words for him: "a relative"."""
    before = [word for word in noun.children_of("amod", "compound") if word.i < noun.i]
    name = " ".join(word.text for word in (*before, noun))
    name = name if noun.proper else name.lower()
    refs.discovered.setdefault(name, Actor(name, name, kind=UNLISTED))
    refs.add(noun, name, "common", confidence=0.7, evidence="speaker")
    return name


def _is_of_one_number(refs: Referents, token: Token, links: Links) -> bool:
    """Whether a chain holds not both "they" and "he" or "she": such a one is two."""
    if token.lower not in _MANY:
        return True
    return not any(refs.parse.tokens[at].lower in _PERSON for at in links.company(token))


def _unlisted_speaker(refs: Referents, token: Token, links: Links) -> None:
    """Whom "they say" takes up, if it is nobody known: "Legal **observers** praise him"."""
    if token.dep != "nsubj" or token.head.lemma not in refs.resources.lexicons.reporting_verbs:
        return
    linked = links.before(token)
    if linked is None or linked[1] < _SURE:
        return
    noun = refs.parse.tokens[linked[0]]
    plural = token.lower in _MANY
    if not noun.noun or noun.proper or noun.i in refs.by_head or noun.plural != plural:
        return
    if any(noun.left <= at <= noun.right for at in refs.by_head):
        return  # "the leader of the opposition, Ann Lee"
    refs.add_word(
        token, _described(refs, noun), "pronoun", confidence=linked[1], evidence=links.version
    )


def _weighed(
    ruled: _Pick | None,
    link: Link | None,
    refs: Referents,
    token: Token,
    salience: Salience,
    version: str,
) -> _Pick | None:
    """What the rules say and what the pronoun's chain says, as one."""
    if link is None:
        return ruled
    linked = None
    if link.actor is not None and _may_mean(refs, token, link.actor, salience):
        linked = _Pick(link.actor, link.confidence, version)
    if linked is None:
        nobody = link.actor is None and link.confidence >= _SURE
        return None if nobody else ruled
    if ruled is None:
        return linked if linked.confidence >= _LIKELY else None
    if ruled.actor == linked.actor:
        return ruled._replace(confidence=max(ruled.confidence, linked.confidence))
    nameless = refs.kind(linked.actor) == UNLISTED.lower()
    if linked.confidence >= (_CERTAIN if nameless else _SURE):
        return linked
    return ruled._replace(confidence=min(ruled.confidence, _DOUBTED))


def _may_mean(refs: Referents, token: Token, actor: str, salience: Salience) -> bool:
    """Whether a pronoun may stand for an actor: no person is an "it", no man a "she".

    Nor is an object the subject of its own clause: in "Lee called **him** a liar" it is not Lee,
    nor in "Lee, whom **he** called a liar". Nor does anybody call himself "**he**".
    """
    if actor == _in_the_same_clause(refs, token):
        return False
    if token.lower in _PERSON and actor in _speakers(refs, token):
        return False
    sort = sort_of(refs, actor)
    if sort != "person":
        return token.lower not in (_THING if sort == "people" else _PERSON)
    gender = _PERSON.get(token.lower, "")
    return token.lower not in _THING and (
        not gender or _gender(refs, actor, salience) in ("", gender)
    )


def _in_the_same_clause(refs: Referents, token: Token) -> str | None:
    """Whom a pronoun does not mean: see `clause_mate`."""
    mate = clause_mate(token)
    return refs.actor_at(mate) if mate is not None else None


def _relative(refs: Referents, token: Token) -> None:
    for governor in token.ancestors():
        if governor.dep == "relcl":
            actor = _antecedent(refs, governor)
            if actor is not None:
                refs.add_word(token, actor, "pronoun", confidence=0.9, evidence="relative")
            return
        if governor.dep in ("ccomp", "advcl"):
            return


def _antecedent(refs: Referents, clause: Token) -> str | None:
    """Whom a relative clause is about.

    What says that a source is not to be named is about the source: "an aide to Ann Lee, **who**
    asked not to be named". Of "Ann Lee, a lawyer **who** …" it is the one in apposition.
    """
    noun = clause.head
    words = {token.lower for token in refs.parse.tokens[clause.left : clause.right + 1]}
    near = _name_before(refs, clause) if noun.plural else None
    if near is not None:
        return near
    source = noun.head.head
    if words & _NAMELESS and noun.dep == "pobj" and source.noun:
        return refs.actor_at(source)
    if refs.actor_at(noun) is None and noun.dep in ("appos", "attr"):
        of = noun.head if noun.dep == "appos" else noun.head.child("nsubj")
        return refs.actor_at(of) if of is not None else None
    return refs.actor_at(noun)


def _name_before(refs: Referents, clause: Token) -> str | None:
    """The person named right before "who", where the parser takes a plural farther off.

    "Senators, including Ann Lee of Ohio, **who** said …".
    """
    tokens = refs.parse.tokens
    verbs = refs.resources.lexicons.reporting_verbs
    who = next((one for one in tokens[clause.left : clause.i] if one.tag == "WP"), None)
    named = named_before(refs, who) if who is not None and clause.lemma in verbs else None
    if named is None:
        return None
    actor = refs.actor_at(named)
    written = _with_given_name(refs, named)
    if actor is None and written != named.text:
        actor = written
        refs.discovered.setdefault(actor, Actor(actor, actor, kind="person"))
        refs.add_word(named, actor, "name", confidence=0.8, evidence="named person")
    return actor if actor is not None and "person" in refs.kind(actor) else None


def _with_given_name(refs: Referents, surname: Token) -> str:
    """A person's surname with the word of the name before it, if there is one."""
    given = refs.parse.tokens[surname.i - 1]
    both = given.head is surname and given.ent == surname.ent == "PERSON"
    return refs.parse.text[given.start : surname.end] if both else surname.text


#: Words by which a source stays without a name.
_NAMELESS = frozenset({"named", "identified", "anonymity", "authorized", "authorised", "unnamed"})


def _person(refs: Referents, token: Token, salience: Salience, gender: str) -> _Pick | None:
    barred = {_in_the_same_clause(refs, token), *_speakers(refs, token)}
    fitting = [
        entry
        for entry in _recent(salience, token, sentences=5)
        if entry.sort == "person"
        and not entry.plural
        and entry.actor not in barred
        and _gender(refs, entry.actor, salience) in ("", gender)
    ]
    actor = _best(fitting, token)
    return _Pick(actor, 0.8, "pronoun: person") if actor else None


def _gender(refs: Referents, actor: str, salience: Salience) -> str:
    """What the article, an unnamed person's role or a given name says."""
    if actor in salience.gender:
        return salience.gender[actor]
    role = refs.resources.lexicons.roles.get(actor.rpartition("/")[2])
    if role and "/" in actor:
        return role["gender"]
    return next(filter(None, map(gender_of_name, refs.name(actor).split()[:2])), "")


def _collective(refs: Referents, token: Token, salience: Salience, *, plural: bool) -> _Pick | None:
    if not plural and _is_document(refs, token):
        return None
    reporting = _reporting_actor(refs, token, salience, plural=plural)
    if reporting is not None:
        return _Pick(reporting, 0.75, "pronoun: speaker")
    above = _object_above(refs, token) if plural else None
    if above is not None:
        return _Pick(above, 0.85, "pronoun: object above")
    barred = {_in_the_same_clause(refs, token), *(_quoted(refs, token) if plural else ())}
    fitting = [
        entry
        for entry in _recent(salience, token, sentences=2)
        if entry.actor not in barred
        and (
            entry.sort != "person" or entry.plural
            if plural
            else entry.sort not in ("person", "people") and not entry.plural
        )
    ]
    if plural:
        plurals = [entry for entry in fitting if entry.plural]
        fitting = plurals or fitting
    actor = _same_pronoun(refs, token) or _best(fitting, token)
    if actor is None:
        return None
    sure = any(
        entry.actor == actor and entry.subject and token.sent - entry.sent <= 1 for entry in fitting
    )
    return _Pick(actor, 0.75 if sure else 0.6, f"pronoun: {'subject' if sure else 'nearest'}")


def _object_above(refs: Referents, token: Token) -> str | None:
    """Whom the participle goes on about: "killed **ten fighters**, calling them terrorists"."""
    verb = token.head
    if token.dep != "dobj" or verb.tag != "VBG" or verb.dep not in ("advcl", "acl"):
        return None
    above = verb.head.head if verb.dep == "acl" and verb.head.dep == "dobj" else verb.head
    hit = above.child("dobj")
    if any(other.plural for other in prepositional_objects(above, "against", "from", "over")):
        return None  # "defended officers against protesters, calling them thugs"
    return refs.actor_at(hit) if hit is not None and hit.plural and hit.i < token.i else None


def _quoted(refs: Referents, token: Token) -> set[str]:
    """Who speaks a "they", and the body he speaks for: his own he would call "we"."""
    known = [refs.known(actor) for actor in _speakers(refs, token)]
    return {
        actor for one in known if one is not None for actor in (one.id, one.affiliation) if actor
    }


def _speakers(refs: Referents, token: Token) -> set[str]:
    """Who says the quotation around a word, as far as its own sentence tells."""
    quote = refs.parse.quote_at(token.start)
    if quote is None:
        return set()
    verbs = refs.resources.lexicons.reporting_verbs
    found = {
        refs.actor_at(one)
        for one in refs.parse.tokens_of(refs.parse.sentences[token.sent])
        if one.dep == "nsubj" and one.head.lemma in verbs
        and not quote.start <= one.start < quote.end
    }  # fmt: skip
    return {actor for actor in found if actor is not None}


def _is_document(refs: Referents, token: Token) -> bool:
    """Whether "it" is a report: "A report blamed the firm. It said …", with a report no actor."""
    if token.dep != "nsubj" or token.sent == 0:
        return False
    lexicons = refs.resources.lexicons
    if token.head.lemma not in lexicons.reporting_verbs:
        return False
    before = refs.parse.tokens_of(refs.parse.sentences[token.sent - 1])
    subjects = [
        other
        for other in before
        if other.dep in ("nsubj", "nsubjpass") and other.head.head is other.head
    ]
    return any(
        lexicons.role_class(other.lemma) == "document" and refs.actor_at(other) is None
        for other in subjects
    )


def _same_pronoun(refs: Referents, token: Token) -> str | None:
    """The actor of an earlier pronoun of the same kind in the sentence: such chains hold."""
    kind = _MANY if token.lower in _MANY else _THING
    first = refs.parse.sentence(token).first
    for other in reversed(refs.parse.tokens[first : token.i]):
        if other.lower in kind and refs.actor_at(other) is not None:
            return refs.actor_at(other)
    return None


def _reporting_actor(
    refs: Referents, token: Token, salience: Salience, *, plural: bool
) -> str | None:
    """The two cases that reporting verbs decide.

    The subject of a verb of quoting is a medium ("it quoted him as saying"); the subject of
    reported speech is the speaker, or the speaker's group for "it" and "they".
    """
    if token.dep not in ("nsubj", "nsubjpass"):
        return None
    verb = token.head
    if verb.lemma in ("quote", "cite", "report") and verb.dep in ("ROOT", "conj", "parataxis"):
        for entry in reversed(salience.entries):
            if entry.sort == "media" and token.sent - entry.sent <= 6:
                return entry.actor
    if (
        verb.lemma in refs.resources.lexicons.reporting_verbs
        and verb.dep in ("ROOT", "conj")
        and refs.parse.quote_at(token.start) is None
    ):
        for entry in reversed(salience.entries):
            if token.sent - entry.sent > 2 or entry.sent == token.sent:
                continue
            if entry.speaks and entry.sort != "person" and (entry.plural or not plural):
                return entry.actor
    quote = refs.parse.quote_at(token.start)
    if quote is not None and not quote.start <= verb.head.start < quote.end:
        return None
    if verb.dep != "ccomp" or verb.head.lemma not in refs.resources.lexicons.reporting_verbs:
        return None
    cue = verb.head
    speaker = cue.child("nsubj")
    if speaker is None and cue.dep == "pcomp" and cue.head.lower == "as":
        speaker = cue.head.head.child("dobj")
    if speaker is None or speaker is token:
        return None
    actor = refs.actor_at(speaker)
    if actor is None:
        return None
    known = refs.known(actor)
    if known is not None and "person" in known.kind.lower():
        return known.affiliation if known.affiliation and _known(refs, known.affiliation) else None
    return actor if not plural or speaker.plural else None


def _known(refs: Referents, actor: str) -> bool:
    return refs.resources.actor(actor) is not None or actor in refs.discovered


def _is_empty(token: Token) -> bool:
    """Whether "it" is only a place-holder: "it is clear that …"."""
    verb = token.head
    if token.dep == "expl" or verb.lemma in _EMPTY_VERBS:
        return True
    if verb.lemma == "be" and token.dep == "nsubj":
        described = verb.child("acomp", "attr")
        clause = verb.child("ccomp", "csubj", "advcl", "xcomp")
        return described is not None and (
            clause is not None or described.child("ccomp", "xcomp") is not None
        )
    return False


def _recent(salience: Salience, token: Token, *, sentences: int) -> list[Entry]:
    recent = []
    for entry in reversed(salience.entries):
        if token.sent - entry.sent > sentences:
            break
        if entry.at < token.i:
            recent.append(entry)
    return recent


def _best(fitting: Iterable[Entry], token: Token) -> str | None:
    """Subjects first, those of main clauses before others, sentence by sentence backwards."""
    best: Entry | None = None
    rank: tuple[int, int, int] | None = None
    for entry in fitting:
        role = 0 if entry.main else 1 if entry.subject else 2
        score = (token.sent - entry.sent, role, token.i - entry.at)
        if rank is None or score < rank:
            best, rank = entry, score
    return best.actor if best else None
