"""Single rules of hedges and boosters, on hand-made parses."""

from dataclasses import replace

import pytest
from hand import hand_article, hand_parse, resources
from test_agency_rules import CREW, GUARD, mention, said, sentence

from framing.actors import Actor, Side
from framing.annotation import Rows
from framing.annotators import agency, epistemic

KNOWN = resources(GUARD, CREW, contrast=("G", "C"))


def found(parse, *mentions, attributions=(), known=KNOWN):
    rows = Rows(mentions=mentions, attributions=attributions)
    return epistemic.annotate(parse, hand_article(parse), rows, known)


def levels(parse, *mentions, **more):
    return [(row.text, row.level) for row in found(parse, *mentions, **more)]


# ------------------------------------------------------------------- what is a cue


def counted(*before):
    lines = [*(f"{word} RB advmod {len(before) + 2}" for word in before)]
    place = len(before) + 1
    lines += [
        f"40 CD nummod {place + 1}",
        f"boats NNS nsubj {place + 2} lemma=boat",
        "sank VBD ROOT 0 lemma=sink",
    ]
    return hand_parse("\n".join(lines))


@pytest.mark.parametrize("word", ["about", "roughly", "nearly", "over"])
def test_approximators_stand_before_numbers(word):
    assert levels(counted(word)) == [(word, "approximator")]
    away = hand_parse(f"they PRP nsubj 2\ntalked VBD ROOT 0 lemma=talk\n{word} RB advmod 2")
    assert levels(away) == []


def test_approximators_before_a_unit():
    parse = sentence(
        "it PRP nsubj 2", "took VBD ROOT 0 lemma=take", "nearly RB advmod 5", "an DT det 5",
        "hour NN dobj 2",
    )  # fmt: skip
    assert levels(parse) == [("nearly", "approximator")]


@pytest.mark.parametrize("word", ["often", "rather", "very", "still", "always", "already"])
def test_everyday_adverbs_are_no_cues(word):
    parse = hand_parse(f"guards NNS nsubj 3 lemma=guard\n{word} RB advmod 3\nsleep VBP ROOT 0")
    assert levels(parse) == []


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("to TO aux 6\nsink VB xcomp 4", [("appears", "modal")]),
        ("in IN prep 4\ncourt NN pobj 5", []),
    ],
)
def test_appearing_is_a_hedge_with_a_complement_only(rest, expected):
    clause = (
        f"the DT det 2\nboat NN ROOT 0\nwhich WDT nsubj 4\nappears VBZ relcl 2 lemma=appear\n{rest}"
    )
    assert levels(hand_parse(clause)) == expected


@pytest.mark.parametrize(
    ("rest", "expected"),
    [("it PRP nsubj 5\nfell VBD ccomp 3 lemma=fall", ["suggest"]), ("cuts NNS dobj 3", [])],
)
def test_figures_suggest_something_in_a_clause_only(rest, expected):
    parse = hand_parse(
        f"the DT det 2\nfigures NNS nsubj 3 lemma=figure\nsuggest VBP ROOT 0\n{rest}"
    )
    assert [row.text for row in found(parse)] == expected


def test_a_hyphenated_adjective():
    parse = hand_parse("""
        the DT det 5
        so RB advmod 4
        ~- HYPH punct 4
        ~called VBN amod 5 lemma=call
        army NN nsubj 6
        fled VBD ROOT 0 lemma=flee
    """)
    (row,) = found(parse, mention(parse, "army", "GUARD", "G"))
    assert (row.text, row.level, row.holder_side) == ("so-called", "distancing", "G")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("offered VBD ROOT 0 lemma=offer\nno DT det 4\nproof NN dobj 2", "offered no proof"),
        ("gave VBD ROOT 0 lemma=give\nno DT det 4\nnames NNS dobj 2 lemma=name", "gave no names"),
    ],
)
def test_missing_grounds_doubt_whoever_gives_none(words, text):
    parse = sentence("guards NNS nsubj 2 lemma=guard", words)
    (row,) = found(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.text, row.level, row.holder_side) == (text, "distancing", "G")


@pytest.mark.parametrize(
    ("noun", "expected"), [("children", []), ("boats", [("under", "approximator")])]
)
def test_an_age_is_no_approximation(noun, expected):
    parse = hand_parse(f"{noun} NNS ROOT 0\nunder IN prep 1\n12 CD pobj 2")
    parse.tokens[0].lemma = {"children": "child", "boats": "boat"}[noun]
    assert levels(parse) == expected


@pytest.mark.parametrize(("verb", "expected"), [("gave", []), ("found", ["evidence"])])
def test_witnesses_give_evidence_that_boosts_nothing(verb, expected):
    lemma = {"gave": "give", "found": "find"}[verb]
    parse = hand_parse(f"she PRP nsubj 2\n{verb} VBD ROOT 0 lemma={lemma}\nevidence NN dobj 2")
    assert [row.text for row in found(parse)] == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("allegation", [("dismissed", "distancing"), ("allegation", "distancing")]), ("minister", [])],
)
def test_a_claim_is_dismissed_a_minister_only_sacked(noun, expected):
    parse = sentence(
        "guards NNS nsubj 2 lemma=guard", "dismissed VBD ROOT 0 lemma=dismiss",
        "the DT det 4", f"{noun} NN dobj 2",
    )  # fmt: skip
    assert levels(parse) == expected


def test_a_dismissed_claim_is_that_of_who_spoke_before():
    parse = hand_parse(
        "sailors NNS nsubj 2 lemma=sailor\nsaid VBD ROOT 0 lemma=say\nguards NNS nsubj 4\n"
        "lied VBD ccomp 2 lemma=lie",
        "guards NNS nsubj 2 lemma=guard\ndismissed VBD ROOT 0 lemma=dismiss\nthe DT det 4\n"
        "allegation NN dobj 2",
    )
    rows = found(
        parse, mention(parse, "guards", "GUARD", "G", 1),
        attributions=(said(parse, "said", "guards lied", "C"),),
    )  # fmt: skip
    assert [(row.text, row.holder_side) for row in rows] == [
        ("dismissed", "C"),
        ("allegation", "C"),
    ]


def test_denied_findings_are_those_of_who_spoke_before():
    parse = hand_parse(
        "sailors NNS nsubj 2 lemma=sailor\nsaid VBD ROOT 0 lemma=say\nguards NNS nsubj 4\n"
        "lied VBD ccomp 2 lemma=lie",
        "guards NNS nsubj 2 lemma=guard\nrejected VBD ROOT 0 lemma=reject\nthe DT det 4\n"
        "findings NNS dobj 2 lemma=finding",
    )
    (row,) = found(
        parse, mention(parse, "guards", "GUARD", "G", 1),
        attributions=(said(parse, "said", "guards lied", "C"),),
    )  # fmt: skip
    assert (row.text, row.holder_side) == ("findings", "C")


def test_words_in_marks_are_those_of_who_used_them_before():
    parse = hand_parse(
        "guards NNS nsubj 2 lemma=guard\nsaw VBD ROOT 0 lemma=see\npirates NNS dobj 2",
        "the DT det 3\n“ `` punct 3\n~pirates NNS nsubj 5 lemma=pirate\n~” '' punct 3\n"
        "sleep VBP ROOT 0",
    )
    used = said(parse, "saw", "pirates", "G")
    rows = found(parse, attributions=(used,))
    assert [(row.text, row.holder_side) for row in rows] == [("“pirates”", "G")]
    assert [row.holder_side for row in found(parse)] == [None]


def test_a_source_that_withholds_its_name():
    parse = sentence(
        "an DT det 2", "engineer NN nsubj 8", "who WP nsubj 4", "asked VBD relcl 2 lemma=ask",
        "to TO aux 7", "be VB auxpass 7", "named VBN xcomp 4 lemma=name",
        "spoke VBD ROOT 0 lemma=speak",
    )  # fmt: skip
    assert levels(parse) == [("an engineer", "vague_source")]
    known = replace_words(parse, "an", "the")
    assert levels(known) == []


def replace_words(parse, old, new):
    for token in parse.tokens:
        if token.lower == old:
            token.text = token.lower = new
    return parse


def test_extreme_cases_boost_what_somebody_claims():
    parse = sentence(
        "they PRP nsubj 2", "said VBD ROOT 0 lemma=say", "we PRP nsubj 5", "never RB neg 5",
        "searched VBD ccomp 2 lemma=search", "every DT det 7", "boat NN dobj 5",
    )  # fmt: skip
    assert levels(parse) == []
    claim = said(parse, "said", "we never searched every boat", "G")
    rows = [(row.text, row.level) for row in found(parse, attributions=(claim,))]
    assert rows == [("never", "intensifier"), ("every", "intensifier")]


@pytest.mark.parametrize(
    ("zone", "first", "expected"),
    [
        ("headline", "did VBD aux 3 lemma=do", [("?", "modal")]),
        ("headline", "why WRB advmod 3", []),
        ("body", "did VBD aux 3 lemma=do", []),
    ],
)
def test_a_headline_that_asks_leaves_it_open(zone, first, expected):
    parse = hand_parse(f"{first}\nguards NNS nsubj 3\nlie VB ROOT 0\n? . punct 3", zones=(zone,))
    assert levels(parse) == expected


def test_proof_that_is_there_boosts():
    parse = hand_parse("guards NNS nsubj 2 lemma=guard\nhave VBP ROOT 0\nproof NN dobj 2")
    assert levels(parse) == [("proof", "factive_noun")]


def test_what_they_call():
    parse = hand_parse("""
        it PRP nsubj 2
        followed VBD ROOT 0 lemma=follow
        what WP dobj 6
        the DT det 5
        guards NNS nsubj 6 lemma=guard
        called VBD ccomp 2 lemma=call
        an DT det 8
        inspection NN oprd 6
    """)
    (row,) = found(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.text, row.level, row.holder_side) == ("what the guards called", "distancing", "G")


@pytest.mark.parametrize(("verb", "level"), [("accused", "distancing"), ("blamed", "vague_source")])
def test_a_charge_without_an_accuser(verb, level):
    lines = (
        "guards NNS nsubjpass 3 lemma=guard", "are VBP auxpass 3 lemma=be",
        f"{verb} VBN ROOT 0 lemma={verb[:-1]}", "of IN prep 3", "theft NN pobj 4",
    )  # fmt: skip
    assert [row.level for row in found(hand_parse("\n".join(lines)))] == [level]
    by = (*lines, "by IN agent 3", "sailors NNS pobj 6 lemma=sailor")
    assert found(hand_parse("\n".join(by))) == ()


def test_nothing_is_a_cue_in_boilerplate():
    parse = hand_parse("it PRP nsubj 3\nmay MD aux 3\nchange VB ROOT 0", zones=("boilerplate",))
    assert found(parse) == ()


# ------------------------------------------------------------------- whose claim

SAID = """
    guards NNS nsubj 2 lemma=guard
    said VBD ROOT 0 lemma=say
    the DT det 5
    alleged JJ amod 5
    attack NN nsubjpass 7
    was VBD auxpass 7 lemma=be
    {verb} VBN ccomp 2 lemma={lemma}
"""


def doubt(verb, lemma):
    parse = hand_parse(SAID.format(verb=verb, lemma=lemma))
    content = f"the alleged attack was {verb}"
    (row,) = found(
        parse, mention(parse, "guards", "GUARD", "G"),
        attributions=(said(parse, "said", content, "G", "GUARD"),),
    )  # fmt: skip
    return row


def test_a_doubt_on_what_the_speaker_asserts_is_on_his_claim():
    assert doubt("filmed", "film").holder_side == "G"


@pytest.mark.parametrize(
    ("verb", "lemma"), [("staged", "stag"), ("faked", "fake"), ("denied", "deny")]
)
def test_a_doubt_on_what_the_speaker_contests_is_on_the_other_sides(verb, lemma):
    assert doubt(verb, lemma).holder_side == "C"


def test_an_order_to_fake_denies_nothing_but_its_teller_does():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        said VBD ROOT 0 lemma=say
        sailors NNS nsubj 4 lemma=sailor
        told VBD ccomp 2 lemma=tell
        friends NNS dobj 4 lemma=friend
        to TO aux 7
        fake VB xcomp 4
        the DT det 10
        suspected JJ amod 10
        attack NN dobj 7
    """)
    outer = said(parse, "said", "sailors told friends to fake the suspected attack", "G", "GUARD")
    inner = said(parse, "told", "to fake the suspected attack", "C", "CREW")
    inner = replace(inner, span_id="ar1", parent="ar0", depth=2, claim=False)
    rows = found(parse, mention(parse, "guards", "GUARD", "G"), attributions=(outer, inner))
    assert [(row.text, row.holder_side) for row in rows if row.level == "distancing"] == [
        ("suspected", "C")
    ]


def test_the_cue_of_an_attribution_is_its_speakers():
    parse = hand_parse(
        "sailors NNS nsubj 2 lemma=sailor\nclaimed VBD ROOT 0 lemma=claim\nvictory NN dobj 2"
    )
    row = said(parse, "claimed", "victory", "C", "CREW")
    (cue,) = found(parse, mention(parse, "sailors", "CREW", "C"), attributions=(row,))
    assert (cue.level, cue.holder_side, cue.attribution) == ("distancing", "C", "ar0")
    assert cue.in_content_of == ()


def test_hearsay_in_the_authors_voice_is_of_unnamed_third_parties():
    others = Side("T", "Media, unnamed third parties")
    actors = replace(KNOWN.actors, sides=(*KNOWN.actors.sides, others))
    known = replace(KNOWN, actors=actors)
    parse = hand_parse(
        "guards NNS nsubj 3 lemma=guard\nreportedly RB advmod 3\nfled VBD ROOT 0 lemma=flee"
    )
    (row,) = found(parse, mention(parse, "guards", "GUARD", "G"), known=known)
    assert (row.holder_side, row.about_side) == ("T", "G")


def test_who_detains_suspects_suspects_them():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        detained VBD ROOT 0 lemma=detain
        suspected VBN amod 4 lemma=suspect
        rebels NNS dobj 2 lemma=rebel
    """)
    mentions = (mention(parse, "guards", "GUARD", "G"), mention(parse, "rebels", "CREW", "C"))
    article = hand_article(parse)
    rows = Rows(mentions=mentions)
    rows = Rows(mentions=mentions, events=agency.annotate(parse, article, rows, KNOWN))
    (row,) = epistemic.annotate(parse, article, rows, KNOWN)
    assert row.holder_side == "G"


def test_a_charge_in_court_is_the_prosecutions_by_legal_duty():
    police = Actor("POL", "Harbour Police", "police", "P")
    known = resources(GUARD, CREW, police, contrast=("G", "C"))
    parse = hand_parse("""
        guards NNS nsubj 3 lemma=guard
        face VBP aux 3
        trial NN ROOT 0
        over IN prep 3
        the DT det 7
        alleged JJ amod 7
        deletion NN pobj 4
    """)
    (row,) = found(parse, known=known)
    assert row.holder_side == "P"
    assert row.evidence.endswith("legal duty")


def test_the_authors_own_words_have_no_holder():
    parse = hand_parse(
        "clearly RB advmod 3\nguards NNS nsubj 3 lemma=guard\nfled VBD ROOT 0 lemma=flee"
    )
    (row,) = found(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.text.lower(), row.level, row.holder_side) == ("clearly", "certainty", None)


# ------------------------------------------------------------------- propositions


def propositions(*sentences, contents=()):
    parse = hand_parse(*sentences)
    article = hand_article(parse)
    mentions = tuple(
        mention(parse, "guards", "GUARD", "G", nth) for nth in range(parse.text.count("guards"))
    )
    rows = Rows(mentions=mentions)
    rows = Rows(mentions=mentions, events=agency.annotate(parse, article, rows, KNOWN))
    cues = epistemic.annotate(parse, article, rows, KNOWN)
    rows = Rows(mentions=mentions, events=rows.events, epistemic=cues)
    return epistemic.propositions(parse, article, rows, KNOWN)


HEDGED = "the DT det 3\nalleged JJ amod 3\nraid NN nsubj 4\nfailed VBD ROOT 0 lemma=fail"
BARE = "the DT det 2\nraid NN nsubj 3\nended VBD ROOT 0 lemma=end"


def test_a_hedge_that_is_kept():
    (row,) = propositions(HEDGED, HEDGED)
    assert (row.hedged, row.total, row.hedge_dropped) == (2, 2, False)


def test_a_hedge_that_is_dropped():
    (row,) = propositions(HEDGED, BARE)
    assert (row.hedged, row.total, row.hedge_dropped) == (1, 2, True)


def test_a_hedged_act_that_later_stands_bare_as_a_noun():
    first = """
        guards NNS nsubj 3 lemma=guard
        reportedly RB advmod 3
        exaggerated VBD ROOT 0 lemma=exaggerate
        losses NNS dobj 3 lemma=loss
    """
    later = """
        guards NNS poss 3 lemma=guard
        ~' POS case 1
        exaggeration NN nsubj 4
        helped VBD ROOT 0 lemma=help
    """
    (row,) = propositions(first, later)
    assert (row.hedged, row.total, row.hedge_dropped) == (1, 2, True)
