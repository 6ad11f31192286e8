"""The kinds of lexicon: the columns each needs and the values they accept."""

from __future__ import annotations

__all__ = ["COUNTS", "KINDS", "MANY", "OPTIONAL", "OWN_JUDGEMENT", "POS", "SENSES", "Columns"]

#: The source of an entry that rests on no published work.
OWN_JUDGEMENT = "own judgement"

#: The source of an entry whose loadedness follows its share of marked uses in annotated news,
#: which ``python benchmarks/terms.py`` prints.
COUNTS = "counts"

#: Universal part-of-speech tags in lower case, and two of our own: ``name`` and ``phrase``.
#: A term of several words has the part of speech of its head.
POS: frozenset[str] = frozenset(
    {"noun", "propn", "verb", "aux", "adj", "adv", "adp", "det", "pron", "num", "intj"}
    | {"name", "phrase"}
)

Columns = dict[str, frozenset[str] | None]


def _one_of(values: str, *, empty: bool = False) -> frozenset[str]:
    return frozenset(values.split()) | ({""} if empty else frozenset())


_POLARITY = _one_of("negative neutral positive")
_LOADEDNESS = _one_of("0 1 2 3")
_CONDITION = _one_of(
    "plain actor thing predicate attributive not_compound not_topic not_placed persons place "
    "by_actor lower state not_frankly",
    empty=True,
)
_DOMAIN = _one_of(
    "conflict protest politics migration crime business work health science climate religion "
    "identity diplomacy aid sport culture media general"
)

#: The columns each kind of lexicon needs beside term, pos, source and note, and the values
#: they accept (None: any text, of which ``|`` separates several).
KINDS: dict[str, Columns] = {
    "labels": {
        "polarity": _POLARITY,
        "loadedness": _LOADEDNESS,
        "alternatives": None,
        "domain": _DOMAIN,
        "condition": _CONDITION,
    },
    "acts": {
        "kind": _one_of("euphemism dysphemism evaluative"),
        "polarity": _POLARITY,
        "loadedness": _LOADEDNESS,
        "favours": _one_of("agent patient none"),
        "alternatives": None,
        "domain": _DOMAIN,
        "condition": _CONDITION,
    },
    "evaluative": {
        "polarity": _POLARITY,
        "loadedness": _LOADEDNESS,
        "alternatives": None,
        "domain": _DOMAIN,
        "condition": _CONDITION,
    },
    "reporting": {
        "stance": _one_of("-1 0 1"),
        "class": _one_of(
            "assertive_neutral assertive_doubtful assertive_weak assertive_strong factive denial "
            "doubt question directive commissive manner cognition document evaluation"
        ),
        "claim": _one_of("yes no"),
        "frames": _one_of(
            "quote that np as to wh of about for on at by with over in against", empty=True
        ),
    },
    "epistemic": {
        "cue_class": _one_of("hedge booster"),
        "level": _one_of(
            "distancing evidential modal approximator vague_source "
            "certainty intensifier factive_noun precision minimiser"
        ),
        "form": _one_of(
            "adjective adverb verb modal noun approximator phrase determiner vague_source "
            "open_question"
        ),
        "condition": _one_of(
            "before_number not_month premodifies_noun epistemic_modal subject_of_report "
            "not_entitlement attributive predicative not_testimony of_measure negated not_time "
            "of_record minimising not_imperative not_negated of_clause "
            "after_number before_infinitive not_span with_clause not_paper of_grounds of_finding "
            "not_fought_for not_interrogation done not_before_cause asserted of_harm not_made "
            "in_claim",
            empty=True,
        ),
    },
    "events": {
        "harm": _one_of("physical coercive deceptive property social none"),
        "nominal": None,
        "object": _one_of("person place thing information", empty=True),
        "agentless": _one_of("yes no"),
    },
    "roles": {
        "class": _one_of("role member group institution people kin anonymous media document place"),
        "gender": _one_of("m f", empty=True),
    },
    "predicates": {
        "class": _one_of(
            "factive implicative negative_implicative desiderative directive commissive doubt "
            "report possibility intention"
        ),
    },
    "countries": {"aliases": None, "demonyms": None, "capital": None, "metonyms": None},
    "groups": {"aliases": None, "kind": None},
}

#: The columns with checked values of which a cell may hold several.
MANY = frozenset({"pos", "frames", "condition"})

#: The columns that a table may do without.
OPTIONAL = frozenset({"condition"})

#: The column that tells two lines of one term and part of speech apart, where a kind has one.
SENSES = {
    "acts": "kind",
    "reporting": "class",
    "epistemic": "level",
    "events": "harm",
    "roles": "class",
    "predicates": "class",
}
