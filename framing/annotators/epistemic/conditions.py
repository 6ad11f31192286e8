"""The tests that a use of a cue must pass, as the `epistemic` lexicon names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.language.syntax import is_negated, is_passive

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from framing.language import Parse, Token

__all__ = ["CONDITIONS"]

_MONTH_NEIGHBOURS = frozenset(
    {"in", "on", "since", "until", "by", "last", "next", "early", "late", "of"}
)
_ENTITLED = frozenset(
    {"compensation", "benefit", "asylum", "insurance", "damage", "expense", "refund", "pension",
     "territory", "land", "title", "prize", "crown", "victory", "life", "responsibility"}
)  # fmt: skip
_MASSES = ("dozens", "hundreds", "thousands", "millions", "scores")
_UNITS = frozenset(
    {"dozen", "score", "hundred", "thousand", "million", "billion", "third", "quarter", "half",
     "fifth", "tenth", "hour", "minute", "day", "week", "fortnight", "month", "year", "decade",
     "century", "mile", "kilometre", "kilometer", "metre", "meter", "tonne", "ton"}
)  # fmt: skip
#: People whose age a number gives: "children under 2".
_AGED = frozenset({"child", "kid", "adult", "person", "people", "man", "woman", "boy", "girl",
                   "youth", "patient", "pupil", "voter", "pensioner", "those",
                   "anyone"})  # fmt: skip
_TIMES = frozenset({"time", "morning", "evening", "night", "weekend", "season", "summer",
                    "winter", "second", "moment", "other", "day", "monday", "tuesday", "wednesday",
                    "thursday", "friday", "saturday", "sunday"})  # fmt: skip
_MEASURES = frozenset({"figure", "number", "total", "toll", "count", "extent", "scale", "size",
                       "cost", "price", "value", "rate", "cause", "reason", "motive", "aim",
                       "purpose", "story", "picture", "culprit"})  # fmt: skip
_TESTIFYING = frozenset({"give", "hear", "take"})
_RAISING = frozenset({"seem", "appear", "prove", "turn", "believe", "say", "think", "likely"})
_CONTRACTED = frozenset({"'d", "’d"})
_COPULAS = frozenset({"be", "seem", "appear", "remain", "look", "become", "stay"})


def _before_number(parse: Parse, tokens: list[Token]) -> bool:
    if tokens[0].i and parse.tokens[tokens[0].i - 1].lemma in _AGED:
        return False
    following = tokens[-1].i + 1
    if following >= len(parse.tokens):
        return False
    after = parse.tokens[following]
    if after.text in "$£€" and following + 1 < len(parse.tokens):
        after = parse.tokens[following + 1]
    if after.sent != tokens[-1].sent:
        return False
    if after.lower in ("a", "an") and following + 1 < len(parse.tokens):
        return parse.tokens[following + 1].lemma in _UNITS
    return after.tag == "CD" or after.lower in ("half", "all", "every", "twice", "double", *_MASSES)


def _not_month(parse: Parse, tokens: list[Token]) -> bool:
    token = tokens[0]
    if token.tag == "MD":
        return True
    before = parse.tokens[token.i - 1] if token.i else None
    return not (token.text[0].isupper() and (before is None or before.lower in _MONTH_NEIGHBOURS))


def _premodifies_noun(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    return head.dep in ("amod", "compound", "nmod", "advmod", "npadvmod") and (
        (head.head.noun and head.head.i > head.i) or head.head.dep == "amod"
    )


def _predicative(parse: Parse, tokens: list[Token]) -> bool:
    head = next((token for token in tokens if token.head not in tokens), tokens[0])
    if parse.sentence(head).zone == "headline":
        return True
    if head.dep == "prep":
        return head.head.lemma in _COPULAS or head.head.noun or head.head.verb
    copula = head.head.lemma in _COPULAS
    negated = any(child.dep == "neg" for up in (head, head.head) for child in up.children)
    aim = any(child.lower == "to" for child in head.head.children_of("aux"))
    if aim and head.head.head.lemma not in _RAISING:  # "to be sure" is what is wished
        return False
    return head.dep in ("acomp", "attr", "oprd", "ccomp") and copula and not negated


def _epistemic_modal(parse: Parse, tokens: list[Token]) -> bool:
    token = tokens[0]
    if token.verb and token.dep not in ("aux", "auxpass"):
        # "appears to be", "it appears that"; not "he appeared in court"
        return token.child("xcomp", "ccomp", "acomp", "oprd") is not None
    if token.dep != "aux" and token.tag != "MD":
        return False
    verb = token.head
    if not verb.verb or verb.i < token.i:
        return False  # "our military might": a noun
    if token.tag == "MD" and verb.tag == "VBD":
        return False  # "May disguised himself": a name
    if token.lemma == "could":
        if verb.lemma in _PERCEIVED and is_passive(verb):
            return False  # "gunfire could be heard": it was
        if any(child.lower == "if" for child in verb.children_of("mark")):
            return False
        ability = any(child.lower in ("not", "n't", "never") for child in verb.children)
        if any(child.lower == "have" for child in verb.children):
            return not _is_choice(verb)
        return not (ability or _is_personal(verb.child("nsubj")))
    if token.lemma in ("would", "should", "must", "ought") or token.lower in _CONTRACTED:
        inferred = any(child.lower == "have" and child.dep == "aux" for child in verb.children)
        if token.lemma == "would" and not (is_passive(verb) or verb.lemma in _STATES):
            return False  # "the bill would have saved jobs": it did not
        return inferred and not _is_counterfactual(verb)
    return True


#: What may be inferred to have been so.
_STATES = frozenset({"be", "have", "know", "need", "cost", "take", "require", "see", "hear",
                     "feel", "seem", "mean"})  # fmt: skip


def _is_personal(subject: Token | None) -> bool:
    return subject is not None and subject.lower in ("i", "we", "you", "they", "he", "she")


def _is_choice(verb: Token) -> bool:
    """Whether a person was free to do it and did not: "she could have fined him"."""
    subject = verb.child("nsubj")
    person = subject is not None and (_is_personal(subject) or subject.ent == "PERSON")
    return person and verb.lemma != "be"


_PERCEIVED = frozenset({"hear", "see", "smell", "feel"})


def _is_counterfactual(verb: Token) -> bool:
    """Whether a condition is named, or it never was: "if he had lived, he would have won"."""
    if any(child.lower == "never" for child in verb.children_of("neg", "advmod")):
        return True
    if any(child.lower == "without" for child in verb.children_of("prep")):
        return True
    return any(
        marker.lower == "if"
        for up in (verb, *verb.ancestors())
        for clause in up.children_of("advcl")
        for marker in clause.children_of("mark")
    )


def _subject_of_report(parse: Parse, tokens: list[Token]) -> bool:
    return True  # decided by the attributions: see cues.py


def _not_entitlement(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    thing = head.child("dobj")
    if thing is not None and (thing.lemma in _ENTITLED):
        return False
    near = parse.tokens[head.i + 1 : head.i + 4]
    return not any(item.lemma in _ENTITLED for item in near) and not any(
        child.lemma in _ENTITLED for child in head.children
    )


def _not_testimony(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    given = head.dep in ("dobj", "nsubjpass") and head.head.lemma in _TESTIFYING
    return not (given and head.child("acl", "relcl", "amod", "det") is None)


def _of_measure(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    return head.dep == "amod" and head.head.lemma in _MEASURES


def _in_negated_clause(parse: Parse, tokens: list[Token]) -> bool:
    clause = next((up for up in tokens[-1].ancestors() if up.verb), None)
    return clause is not None and is_negated(clause)


def _not_time(parse: Parse, tokens: list[Token]) -> bool:
    noun = tokens[-1].head
    return noun.lemma not in _UNITS | _TIMES and noun.child("nummod") is None


def _in_claim(parse: Parse, tokens: list[Token]) -> bool:
    return True  # decided by the attributions: see cues.py


def _of_record(parse: Parse, tokens: list[Token]) -> bool:
    verb = tokens[-1].head
    auxiliaries = {child.lower for child in verb.children_of("aux", "auxpass")}
    return bool({verb.tag} & {"VBD", "VBN"}) and not auxiliaries & {"would", "could", "should"}


def _minimising(parse: Parse, tokens: list[Token]) -> bool:
    token = tokens[0]
    before = parse.tokens[token.i - 1] if token.i else None
    after = parse.tokens[token.i + 1] if token.i + 1 < len(parse.tokens) else None
    if before is not None and before.sent == token.sent and before.lower in _NEGATIONS:
        return False  # "not just" adds
    if after is None or after.sent != token.sent or token.tag == "JJ":
        return False
    if after.lower in ("before", "after", "as", "when", "like", "about", "over", "north", "south"):
        return False
    amount = after.tag == "CD" or after.lower in ("a", "an", "one", "another", "part")
    described = token.head.lemma == "be" and token.i > token.head.i and after.dep != "punct"
    return amount or described


def _not_imperative(parse: Parse, tokens: list[Token]) -> bool:
    verb = tokens[-1].head
    return not (verb.tag == "VB" and verb.child("nsubj", "nsubjpass", "aux") is None)


def _not_negated(parse: Parse, tokens: list[Token]) -> bool:
    token = tokens[0]
    before = parse.tokens[token.i - 1] if token.i else None
    return (
        before is None
        or before.sent != token.sent
        or (before.lower not in _NEGATIONS | {"almost", "nearly", "never"})
    )


def _of_clause(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[0]
    subject = head.child("nsubj")
    return head.child("ccomp") is not None or (
        subject is not None
        and subject.lower in ("it", "this", "that")
        and head.dep not in ("relcl", "acl")
    )


_NEGATIONS = frozenset({"not", "n't", "n’t", "nt"})


def _after_number(parse: Parse, tokens: list[Token]) -> bool:
    before = parse.tokens[max(0, tokens[0].i - 3) : tokens[0].i]
    return any(one.tag == "CD" and one.sent == tokens[0].sent for one in before)


def _before_infinitive(parse: Parse, tokens: list[Token]) -> bool:
    after = parse.tokens[tokens[-1].i + 1 : tokens[-1].i + 3]
    return any(one.tag == "VB" for one in after)


def _not_span(parse: Parse, tokens: list[Token]) -> bool:
    """Not "$350 billion over two years": what the amount is reckoned over."""
    first = tokens[0]
    amount = parse.tokens[max(0, first.i - 2) : first.i]
    units = parse.tokens[first.i + 1 : first.i + 4]
    return not (
        any(one.tag == "CD" or one.lower in ("percent", "%") for one in amount)
        and any(one.lemma in _UNITS for one in units)
    )


def _with_clause(parse: Parse, tokens: list[Token]) -> bool:
    head = tokens[-1]
    if any(clause.child("mark") is not None for clause in head.children_of("acl", "ccomp")):
        return True
    copula = head.head if head.dep == "nsubj" and head.head.lemma == "be" else None
    return copula is not None and copula.child("ccomp") is not None


#: Papers of which one speaks as proof, and what they are proof of.
_PAPERED = frozenset({"identity", "identification", "address", "purchase", "citizenship", "income",
                      "residence", "residency", "insurance", "vaccination", "authorization",
                      "authorisation", "age", "payment", "employment"})  # fmt: skip


def _not_paper(parse: Parse, tokens: list[Token]) -> bool:
    inner = [thing for of in tokens[-1].children_of("prep") for thing in of.children_of("pobj")]
    return not any(thing.lemma in _PAPERED for thing in inner)


#: What convinces when it is compelling.
_REASONS = frozenset({"evidence", "case", "argument", "proof", "reason", "testimony", "indication",
                      "data", "explanation", "finding", "ground"})  # fmt: skip
#: What is found out by degrees.
_FINDINGS = _REASONS | {"event", "scenario", "outcome", "prospect", "possibility", "conclusion",
                        "estimate", "diagnosis", "identification", "result", "link", "assessment",
                        "figure", "theory", "hypothesis", "answer", "sign", "interpretation",
                        "suggestion", "match"}  # fmt: skip


def _of_grounds(parse: Parse, tokens: list[Token]) -> bool:
    return tokens[-1].head.lemma in _REASONS


def _of_finding(parse: Parse, tokens: list[Token]) -> bool:
    return tokens[-1].dep != "amod" or tokens[-1].head.lemma in _FINDINGS


#: What is contested by those who fight or stand for it, not by those who doubt it.
_FOUGHT_FOR = frozenset({"area", "city", "town", "territory", "land", "region", "border", "seat",
                         "district", "election", "race", "primary", "convention", "ground",
                         "province", "village", "island", "vote", "neighbourhood",
                         "neighborhood", "zone", "state", "county", "contest"})  # fmt: skip


def _not_fought_for(parse: Parse, tokens: list[Token]) -> bool:
    noun = tokens[-1].head
    return not noun.proper and noun.lemma not in _FOUGHT_FOR


def _not_interrogation(parse: Parse, tokens: list[Token]) -> bool:
    asked = tokens[-1].child("dobj", "nsubjpass")
    return asked is None or not (
        asked.ent == "PERSON" or asked.tag == "PRP" or asked.lemma in _INTERROGATED
    )


_INTERROGATED = frozenset({"man", "woman", "suspect", "witness", "officer", "person", "people",
                           "boy", "girl", "teenager", "student", "driver", "detainee", "prisoner",
                           "nominee", "candidate", "lawmaker"})  # fmt: skip
_WISHING = frozenset({"look", "try", "seek", "want", "hope", "need", "aim", "attempt", "fail",
                      "struggle", "wish", "plan", "strive", "expect", "have", "ask"})  # fmt: skip
_OPEN = frozenset({"may", "might", "could", "would", "should", "must"})


def _done(parse: Parse, tokens: list[Token]) -> bool:
    verb = next((one for one in tokens if one.verb), tokens[-1])
    helpers = {child.lower for child in verb.children_of("aux")}
    if helpers & _OPEN or any(child.lower == "if" for child in verb.children_of("mark")):
        return False
    return not ("to" in helpers and (verb.head.lemma in _WISHING or not verb.head.verb))


def _not_before_cause(parse: Parse, tokens: list[Token]) -> bool:
    return tokens[-1].head.lemma != "cause"


def _asserted(parse: Parse, tokens: list[Token]) -> bool:
    clause = next((up for up in tokens[-1].ancestors() if up.verb), None)
    if clause is None:
        return True
    helpers = {child.lower for child in clause.children_of("aux", "mark")}
    return not helpers & {"may", "might", "whether", "if"}


def _not_made(parse: Parse, tokens: list[Token]) -> bool:
    return not any(up.lemma == "make" for up in (tokens[-1].head, tokens[-1].head.head))


#: By the name that the lexicon's column `condition` uses.
CONDITIONS: Mapping[str, Callable[[Parse, list[Token]], bool]] = {
    "before_number": _before_number,
    "not_month": _not_month,
    "premodifies_noun": _premodifies_noun,
    "attributive": _premodifies_noun,
    "predicative": _predicative,
    "epistemic_modal": _epistemic_modal,
    "subject_of_report": _subject_of_report,
    "not_entitlement": _not_entitlement,
    "not_testimony": _not_testimony,
    "of_measure": _of_measure,
    "negated": _in_negated_clause,
    "not_time": _not_time,
    "in_claim": _in_claim,
    "of_record": _of_record,
    "minimising": _minimising,
    "not_imperative": _not_imperative,
    "not_negated": _not_negated,
    "of_clause": _of_clause,
    "after_number": _after_number,
    "before_infinitive": _before_infinitive,
    "not_span": _not_span,
    "with_clause": _with_clause,
    "not_paper": _not_paper,
    "of_grounds": _of_grounds,
    "of_finding": _of_finding,
    "not_fought_for": _not_fought_for,
    "not_interrogation": _not_interrogation,
    "done": _done,
    "not_before_cause": _not_before_cause,
    "asserted": _asserted,
    "not_made": _not_made,
}
