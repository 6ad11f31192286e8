"""What the learned tagger found and what the rules found, made one list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framing.annotators._places import Places
from framing.annotators.attribution._tidy import subject_of
from framing.annotators.attribution.learned import CUE

if TYPE_CHECKING:
    from framing.annotators.attribution._raw import Raw
    from framing.annotators.attribution._spans import Spans
    from framing.language import Parse, Token

__all__ = ["combined"]


def combined(parse: Parse, learned: list[Raw], ruled: list[Raw]) -> list[Raw]:
    """The tagger's attributions, completed by the rules'.

    Where both found the same cue, the tagger's spans stay but where they are broken, and what
    the rules know is added: a conduit, a nested attribution that belongs inside, that an order is
    no claim. What only the rules found stays inside the content of another attribution (the
    tagger marks the outermost only) and where somebody asserts something.

    Parameters
    ----------
    parse : Parse
    learned, ruled : list of Raw

    Returns
    -------
    list of Raw
        In text order of their cues.
    """
    kept = [raw for raw in learned if raw.confidence >= CUE]
    cues: Places[Raw] = Places()
    for raw in kept:
        for start, end in raw.cue:
            cues.add(start, end, raw)
    alone: list[Raw] = []
    for rule in ruled:
        twin = next((raw for _, _, raw in cues.around(rule.at.start)), None)
        if twin is None:
            alone.append(rule)
        else:
            _settle(parse, twin, rule, ruled)
    for raw in kept:
        if raw.source is None:
            subject = subject_of(parse, raw.at, raw.content)
            raw.source, raw.source_span = subject or (None, None)
    kept = _without_relays(kept)
    bare = has_lost_commas(parse.text)
    asserted = {id(rule): rule for rule in alone if _asserted(parse, rule, bare=bare)}
    _share_out(kept, [*kept, *asserted.values()])
    contents = _placed(kept)
    kept += [rule for rule in alone if contents.around(rule.at.start) or id(rule) in asserted]
    return sorted(kept, key=lambda raw: raw.at.i)


#: A text with fewer commas than one in so many words has lost them.
_WORDS_A_COMMA = 150


def has_lost_commas(text: str) -> bool:
    """Whether a text is printed without commas, as translated news in corpora often is.

    Examples
    --------
    >>> has_lost_commas("Lee, the mayor, left."), has_lost_commas("Lee the mayor left. " * 40)
    (False, True)
    """
    return text.count(",") * _WORDS_A_COMMA < len(text.split())


def _without_relays(raws: list[Raw]) -> list[Raw]:
    """Leave out what stands in another's cue: "cited X as saying" is one attribution."""
    relays: Places[Raw] = Places()
    for raw in raws:
        for start, end in raw.cue if len(raw.cue) > 1 else ():
            relays.add(start, end, raw)
    return [raw for raw in raws if len(raw.cue) > 1 or not relays.around(raw.cue[0][0])]


def _placed(raws: list[Raw]) -> Places[Raw]:
    contents: Places[Raw] = Places()
    for raw in raws:
        for start, end in raw.content:
            contents.add(start, end, raw)
    return contents


def _share_out(raws: list[Raw], claimants: list[Raw]) -> None:
    """Take from contents in several parts those parts that are all another one's.

    "“A,” he told her. “B,” he added.": the first quotation is what he told her only.
    """
    contents = _placed(claimants)
    for raw in raws:
        if len(raw.content) < 2:
            continue
        own = [
            (start, end)
            for start, end in raw.content
            if not any(
                len(other.content) == 1
                and first <= start + 1
                and end - 1 <= last
                and not raw.encloses(other)
                for first, last, other in contents.around((start + end) // 2)
                if other is not raw
            )
        ]
        raw.content = own or raw.content


def _asserted(parse: Parse, rule: Raw, *, bare: bool) -> bool:
    """Whether the rules alone may say that something is put forth, outside other contents.

    It is where somebody asserts it in a clause of the verb's own. In texts that have lost their
    commas the tagger is less to be trusted: there any content of such a verb will do, and words
    in marks that any verb of speech takes up.
    """
    if not rule.claim or rule.source is None or rule.entry is None:
        return False
    asserts = rule.entry["class"] in _ASSERTIONS
    if rule.conduit is not None:
        return asserts  # "the Courier, quoting a source, reported": relays are the rules' knowledge
    if bare:
        quoted = any(parse.quotes_within(start, end) for start, end in rule.content)
        return asserts or (rule.rule == "verb" and quoted)
    held = (token for start, end in rule.content for token in parse.between(start, end))
    return asserts and any(token.dep == "ccomp" and token.head is rule.at for token in held)


_ASSERTIONS = frozenset({"assertive_neutral", "assertive_doubtful", "assertive_strong", "denial"})


def _settle(parse: Parse, raw: Raw, rule: Raw, ruled: list[Raw]) -> None:
    """Make of a learned attribution and the rules' reading of the same cue one.

    Two that agree are as sure as the surer of them.
    """
    raw.entry = raw.entry or rule.entry
    raw.claim = rule.claim
    if rule.conduit is not None or len(rule.cue) > 1:
        raw.conduit, raw.cue = rule.conduit, rule.cue
        raw.source, raw.source_span = rule.source, rule.source_span
        raw.content, raw.confidence = rule.content, rule.confidence
        raw.rule, raw.model = rule.rule, ""
        return
    raw.confidence = max(raw.confidence, rule.confidence)
    if raw.source is None or _is_addressed(raw.source, rule):
        raw.source, raw.source_span = rule.source, rule.source_span
    by_rule = rule.rule == "according to"
    if (
        by_rule
        or _broken(parse, raw.content)
        or _wider(parse, raw, rule, ruled)
        or _reaches_too_far(parse, raw, rule, ruled)
    ):
        raw.content = rule.content


def _is_addressed(source: Token, rule: Raw) -> bool:
    """Whether the tagger took for the source whom the rules' subject speaks to.

    As of "adding" in "he told **the paper**, adding that …".
    """
    up = source.head.head if source.dep == "pobj" else source.head
    if source.dep == "dobj" and up.lemma in ("say", "add"):
        return False  # "wounded 60 people said **the office**": nobody is said
    told = source.dep in ("dobj", "dative", "pobj") and rule.source is not None
    speaks = told and rule.source is up.child("nsubj")
    return speaks and (up is rule.at or (rule.at.tag == "VBG" and up.governs(rule.at)))


def _broken(parse: Parse, content: Spans) -> bool:
    """Whether no speaker can have said just this: it begins with a relative, or says nothing."""
    first = parse.at(content[0][0])
    if first is not None and first.tag in ("WDT", "WP") and first.dep != "dobj":
        return True
    return not all(
        any(token.tag[0] in "NVJC" or token.tag in _WORDS for token in parse.between(start, end))
        for start, end in content
    )


_WORDS = frozenset({"FW", "UH", "MD", "PRP", "EX", "DT", "RB"})


def _reaches_too_far(parse: Parse, raw: Raw, rule: Raw, ruled: list[Raw]) -> bool:
    """Whether the tagger takes in what is told in another attribution, not in this one.

    "Citing an attack which witnesses claimed had killed 40": the witnesses' claim is the
    author's addition. "Said it was theirs and accused the navy": the speaker's next act.
    """
    own, other = _offsets(parse, raw.content), _offsets(parse, rule.content)
    rest = own - other
    if not other < own:
        return False
    beyond = [one for one in ruled if one.at.start in rest]
    if rule.source is not None and any(one.source is rule.source for one in beyond):
        return True
    first = parse.at(min(rest))
    return bool(beyond) and first is not None and first.tag in ("WDT", "WP")


def _wider(parse: Parse, raw: Raw, rule: Raw, ruled: list[Raw]) -> bool:
    """Whether the rules' content holds the tagger's, and what the tagger leaves out belongs.

    It does where another attribution stands in it, nested in this one; and where it is the
    other side of an inserted cue: "Troublemakers, he warned, will pay". Quotation marks the
    tagger reads better, but for a subject outside them.
    """
    own, other = _offsets(parse, raw.content), _offsets(parse, rule.content)
    if not own < other:
        return False
    rest, at = other - own, raw.at.start
    if any(parse.quotes_within(start, end) for start, end in raw.content):
        return min(rest) < at < min(own) and _lacks_subject(parse, raw.content)
    nested = any(other_rule.at.start in rest for other_rule in ruled if other_rule is not rule)
    one_sided = min(own) > at > min(other) or max(own) < at < max(other)
    return nested or one_sided


def _lacks_subject(parse: Parse, content: Spans) -> bool:
    """Whether a content begins with a finite verb: its subject stands elsewhere."""
    words = [token for token in parse.between(*content[0]) if token.text[0].isalpha()]
    return bool(words) and words[0].tag in ("MD", "VBD", "VBZ", "VBP")


def _offsets(parse: Parse, spans: Spans) -> set[int]:
    return {token.start for start, end in spans for token in parse.between(start, end)}
