"""Single rules of attribution, on hand-made parses."""

import pytest
from hand import hand_article, hand_parse, resources

from framing.actors import Actor
from framing.annotation import Rows
from framing.annotators import attribution, mentions

ANA = Actor("ANA", "Ana Brandt", "person", "L")
WIRE = Actor("WIRE", "Nile Wire", "news agency")


def found(parse):
    known = resources(ANA, WIRE)
    article = hand_article(parse)
    rows, unlisted = mentions.annotate(parse, article, Rows(), known)
    known = known.with_actors(unlisted)
    said, _ = attribution.annotate(parse, article, Rows(mentions=rows), known)
    return said


def contents(parse, row):
    return [parse.text[start:end] for start, end in row.spans_of("content")]


SAID = """
    Ana_Brandt NNP nsubj 2 name=ANA
    said VBD ROOT 0 lemma=say
    that IN mark 6
    the DT det 5
    dam NN nsubj 6
    held VBD ccomp 2 lemma=hold
    ~. . punct 2
"""


def test_a_clause_is_the_content_without_its_that():
    parse = hand_parse(SAID)
    (row,) = found(parse)
    assert contents(parse, row) == ["the dam held"]
    assert (row.actor, row.side, row.cue, row.type) == ("ANA", "L", "said", "indirect")
    assert [parse.text[s:e] for s, e in row.spans_of("source")] == ["Ana Brandt"]
    assert (row.start, parse.text[row.start : row.end]) == (0, row.text)


@pytest.mark.parametrize("zone", ["kicker", "byline", "boilerplate"])
def test_zones_that_quote_nobody(zone):
    assert found(hand_parse(SAID, zones=(zone,))) == ()


@pytest.mark.parametrize("zone", ["headline", "caption", "body"])
def test_zones_that_may_quote(zone):
    (row,) = found(hand_parse(SAID, zones=(zone,)))
    assert row.zone == zone


@pytest.mark.parametrize(
    ("helper", "tag", "dep"), [("would", "MD", "aux"), ("not", "RB", "neg"), ("might", "MD", "aux")]
)
def test_what_is_not_said_is_no_attribution(helper, tag, dep):
    parse = hand_parse(f"""
        Ana_Brandt NNP nsubj 3 name=ANA
        {helper} {tag} {dep} 3
        say VB ROOT 0
        the DT det 5
        dam NN nsubj 6
        held VBD ccomp 3 lemma=hold
    """)
    assert found(parse) == ()


def test_words_in_quotation_marks_and_others_are_mixed():
    parse = hand_parse("""
        Ana_Brandt NNP nsubj 2 name=ANA
        said VBD ROOT 0 lemma=say
        the DT det 4
        dam NN nsubj 5
        was VBD ccomp 2 lemma=be
        “ `` punct 7
        ~rotten JJ acomp 5
        ~” '' punct 7
    """)
    (row,) = found(parse)
    assert contents(parse, row) == ["the dam was “rotten”"]
    assert (row.type, row.content_words, row.direct_words) == ("mixed", 4, 1)


def test_an_inverted_cue_after_a_quotation():
    parse = hand_parse("""
        “ `` punct 3
        ~We PRP nsubj 3
        left VBD ccomp 6 lemma=leave
        ~, , punct 6
        ~” '' punct 6
        said VBD ROOT 0 lemma=say
        Ana_Brandt NNP nsubj 6 name=ANA
    """)
    (row,) = found(parse)
    assert (row.type, contents(parse, row)) == ("direct", ["“We left,”"])


def test_an_order_is_no_claim():
    parse = hand_parse("""
        Ana_Brandt NNP nsubj 2 name=ANA
        told VBD ROOT 0 lemma=tell
        crews NNS dobj 2 lemma=crew
        to TO aux 5
        leave VB xcomp 2
        town NN dobj 5
    """)
    (row,) = found(parse)
    assert (row.claim, row.counted) == (False, False)


def test_quoted_as_saying_credits_the_quoted_and_keeps_the_conduit():
    parse = hand_parse("""
        Nile_Wire NNP nsubj 2 name=WIRE
        quoted VBD ROOT 0 lemma=quote
        Ana_Brandt NNP dobj 2 name=ANA
        as IN prep 2
        saying VBG pcomp 4 lemma=say
        the DT det 7
        dam NN nsubj 8
        held VBD ccomp 5 lemma=hold
    """)
    (row,) = found(parse)
    assert (row.actor, row.conduit, row.cue) == ("ANA", "WIRE", "quoted … as saying")
    assert contents(parse, row) == ["the dam held"]


def test_the_same_in_the_passive():
    parse = hand_parse("""
        Ana_Brandt NNP nsubjpass 3 name=ANA
        was VBD auxpass 3 lemma=be
        quoted VBN ROOT 0 lemma=quote
        by IN agent 3
        Nile_Wire NNP pobj 4 name=WIRE
        as IN prep 3
        saying VBG pcomp 6 lemma=say
        dams NNS nsubj 9 lemma=dam
        held VBD ccomp 7 lemma=hold
    """)
    (row,) = found(parse)
    assert (row.actor, row.conduit) == ("ANA", "WIRE")


def test_a_noun_as_cue():
    parse = hand_parse("""
        Ana_Brandt NNP poss 3 name=ANA
        ~'s POS case 1
        claim NN nsubj 8
        that IN mark 7
        the DT det 6
        dam NN nsubj 7
        held VBD acl 3 lemma=hold
        failed VBD ROOT 0 lemma=fail
    """)
    (row,) = found(parse)
    assert (row.actor, row.cue, row.cue_stance) == ("ANA", "claim", -1)
    assert contents(parse, row) == ["the dam held"]


def test_a_claim_inside_a_claim():
    parse = hand_parse("""
        Ana_Brandt NNP nsubj 2 name=ANA
        said VBD ROOT 0 lemma=say
        engineers NNS nsubj 4 lemma=engineer
        admitted VBD ccomp 2 lemma=admit
        the DT det 6
        dam NN nsubj 7
        leaked VBD ccomp 4 lemma=leak
    """)
    outer, inner = found(parse)
    assert (outer.depth, outer.counted) == (1, True)
    assert (inner.depth, inner.counted, inner.parent) == (2, False, outer.span_id)
    assert contents(parse, inner) == ["the dam leaked"]


def test_a_thing_says_nothing():
    parse = hand_parse("""
        The DT det 2
        storm NN nsubj 3
        claimed VBD ROOT 0 lemma=claim
        the DT det 5
        roof NN dobj 3
    """)
    assert found(parse) == ()


def test_a_document_can_say_but_not_vow():
    said = "The DT det 2\nreport NN nsubj 3\nsays VBZ ROOT 0 lemma=say\n"
    clause = "dams NNS nsubj 5 lemma=dam\nfail VBP ccomp 3\n"
    assert len(found(hand_parse(said + clause))) == 1
    vowed = "The DT det 2\nreport NN nsubj 3\nvowed VBD ROOT 0 lemma=vow\n"
    assert found(hand_parse(vowed + "to TO aux 5\nmarch VB xcomp 3\n")) == ()


def test_a_quotation_without_a_cue_is_the_last_speakers():
    parse = hand_parse(
        """
        “ `` punct 3
        ~We PRP nsubj 3
        left VBD ccomp 6 lemma=leave
        ~, , punct 6
        ~” '' punct 6
        said VBD ROOT 0 lemma=say
        Ana_Brandt NNP nsubj 6 name=ANA
        """,
        """
        “ `` punct 5
        ~Nobody NN nsubj 5
        in IN prep 2
        town NN pobj 3
        knew VBD ROOT 0 lemma=know
        ~. . punct 5
        ~” '' punct 5
        """,
    )
    first, second = found(parse)
    assert (second.actor, second.evidence) == ("ANA", "rule: speaker before")
    assert second.confidence < first.confidence


def test_two_words_in_marks_are_nobodys_quotation():
    parse = hand_parse("""
        The DT det 2
        plan NN nsubj 7
        for IN prep 2
        “ `` punct 5
        ~peace NN pobj 3
        ~” '' punct 5
        failed VBD ROOT 0 lemma=fail
    """)
    assert found(parse) == ()
