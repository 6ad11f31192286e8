"""Contents that are noun phrases rather than clauses: what is cited, denied, named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators.attribution._spans import holds_quotation, stretched, trim

if TYPE_CHECKING:
    from framing.annotators.attribution._spans import Spans
    from framing.annotators.resources import Resources
    from framing.language import Parse, Token
    from framing.lexicon import Entry

__all__ = ["nominal", "relativised"]

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_NO_NOMINAL = frozenset({"factive", "cognition", "document", "commissive", "directive"})
_DENIABLE = frozenset(
    {"responsibility", "involvement", "wrongdoing", "guilt", "knowledge", "blame"}
)
#: What is denied is what these say, not the words themselves.
_ACCUSATIONS = frozenset(
    {"accusation", "allegation", "charge", "claim", "report", "rumour", "rumor", "suggestion",
     "request", "access", "entry", "bail", "permission", "application", "appeal", "right"}
)  # fmt: skip
_NAMING = frozenset({"call", "term", "dub", "brand", "label", "describe", "name", "style"})


def nominal(parse: Parse, resources: Resources, verb: Token, entry: Entry) -> Spans:
    """A noun phrase as content: "citing an attack", "called the visit a raid".

    Only what can be claimed counts: an event, a number, what is typically denied, wording in
    quotation marks, or a name given to something.
    """
    frames = entry.many("frames")
    thing = verb.child("dobj", "oprd", "attr")
    if "for" in frames and entry["class"] == "directive":
        wanted = next((child for child in verb.children_of("prep") if child.lower == "for"), None)
        if wanted is not None and wanted.child("pobj") is not None:
            return stretched(parse, [trim(parse, wanted.left, wanted.right)], verb)
    if (
        thing is None
        or entry["class"] in _NO_NOMINAL
        or thing.lower in ("which", "that", "what", "it")
    ):
        return []
    renamed = [child.right for child in verb.children_of("oprd")]
    if "as" in frames:
        preps = [*verb.children_of("prep"), *thing.children_of("prep")]
        renamed += [child.right for child in preps if child.lower == "as" and child.i > thing.i]
    right = thing.right
    for child in thing.children:
        if child.dep == "relcl":
            right = min(right, child.left - 1)
    spans = stretched(parse, [trim(parse, thing.left, max([right, *renamed]))], verb)
    quoted = holds_quotation(parse, spans)
    if verb.lemma in _NAMING or "np" not in frames:
        usable = bool(renamed) or quoted
        return spans if usable and ("as" in frames or "np" in frames or "for" in frames) else []
    lexicons = resources.lexicons
    event = thing.lemma in lexicons.event_nouns
    claimable = {
        "denial": thing.lemma in _DENIABLE or event or _is_denied(verb, thing, resources),
        "assertive_neutral": event and verb.lemma in ("cite", "allege", "claim", "confirm"),
        "assertive_doubtful": event or thing.tag == "CD",
        "assertive_weak": thing.tag == "CD",
    }.get(entry["class"], False)
    return spans if quoted or claimable or (renamed and "as" in frames) else []


def _is_denied(verb: Token, thing: Token, resources: Resources) -> bool:
    """Whether somebody denies a fact: "denied negligence", not "denied the report", "him entry"."""
    abstract = thing.noun and not thing.proper and thing.lemma not in _ACCUSATIONS
    return verb.lemma == "deny" and abstract and not resources.lexicons.role_class(thing.lemma)


def relativised(parse: Parse, verb: Token) -> Spans:
    """ "the thousands it had claimed were held": the head noun is part of the content."""
    if verb.dep != "relcl" or not verb.head.noun:
        return []
    noun = verb.head
    first = min([noun.i] + [child.left for child in noun.children if child.i < noun.i])
    spans = [trim(parse, first, noun.i)]
    last = parse.sentence(verb).last
    rest = verb.i + 1
    if rest < last and parse.tokens[rest].tag in (*_FINITE, "VB"):
        end = rest
        while end + 1 < last and parse.tokens[end + 1].verb:
            end += 1
        spans.append(trim(parse, rest, end))
    return spans
