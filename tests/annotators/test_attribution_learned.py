"""The learned tagger beside the rules, with a stub in the place of the model."""

from dataclasses import replace

import pytest
from hand import hand_article, hand_parse, resources
from stub_tagger import SURE, StubTagger

from framing.actors import Actor
from framing.annotation import Rows
from framing.annotators import attribution, mentions

ANA = Actor("ANA", "Ana Brandt", "person", "L")
SIDES = (ANA, Actor("OLE", "Ole Holm", "person", "M"))

PRAISED = """
    Ana_Brandt NNP nsubj 2 name=ANA shown=Smith
    lauds VBZ ROOT 0 lemma=laud
    the DT det 4
    dam NN dobj 2
    ~. . punct 2
"""
SAID = """
    Ana_Brandt NNP nsubj 2 name=ANA shown=Smith
    said VBD ROOT 0 lemma=say
    that IN mark 6
    the DT det 5
    dam NN nsubj 6
    held VBD ccomp 2 lemma=hold
    ~, , punct 6
    Ole_Holm NNP nsubj 9 name=OLE shown=Jones
    sleeps VBZ parataxis 6 lemma=sleep
    ~. . punct 2
"""
SPLIT = """
    The DT det 2
    dam NN nsubj 7
    ~, , punct 5
    Ana_Brandt NNP nsubj 5 name=ANA shown=Smith
    said VBD parataxis 7 lemma=say
    ~, , punct 5
    held VBD ROOT 0 lemma=hold
    ~. . punct 7
"""
HEARSAY = """
    Ana_Brandt NNP nsubj 3 name=ANA shown=Smith
    reportedly RB advmod 3
    lauds VBZ ROOT 0 lemma=laud
    the DT det 5
    dam NN dobj 3
    ~. . punct 3
"""
NESTED = """
    Ana_Brandt NNP nsubj 2 name=ANA shown=Smith
    said VBD ROOT 0 lemma=say
    Ole_Holm NNP nsubj 4 name=OLE shown=Jones
    claimed VBD ccomp 2 lemma=claim
    that IN mark 8
    the DT det 7
    dam NN nsubj 8
    held VBD ccomp 4 lemma=hold
    ~. . punct 2
"""


URGED = """
    Ana_Brandt NNP nsubj 2 name=ANA shown=Smith
    urged VBD ROOT 0 lemma=urge
    Ole_Holm NNP dobj 2 name=OLE shown=Jones
    to TO aux 5
    leave VB xcomp 2
    ~. . punct 2
"""
RUN_ON = """
    The DT det 2
    dam NN nsubj 3
    held VBD ROOT 0 lemma=hold
    Ana_Brandt NNP nsubj 5 name=ANA shown=Smith
    said VBD conj 3 lemma=say
    ~. . punct 3
"""


def found(parse, tagger):
    known = replace(resources(*SIDES), tagger=tagger)
    article = hand_article(parse)
    rows, unlisted = mentions.annotate(parse, article, Rows(), known)
    said, _ = attribution.annotate(parse, article, Rows(mentions=rows), known.with_actors(unlisted))
    return said


def words(parse, row, role):
    return [parse.text[start:end] for start, end in row.spans_of(role)]


def test_a_cue_that_no_lexicon_holds_is_found():
    parse = hand_parse(PRAISED)
    (row,) = found(parse, StubTagger([("Smith", "lauds", "the dam", SURE)]))
    assert words(parse, row, "source") == ["Ana Brandt"]
    assert words(parse, row, "content") == ["the dam"]
    assert (row.actor, row.side, row.cue) == ("ANA", "L", "lauds")
    assert row.evidence == "stub@0"


def test_a_mere_topic_is_no_claim():
    (row,) = found(hand_parse(PRAISED), StubTagger([("Smith", "lauds", "the dam", SURE)]))
    assert not row.claim
    assert not row.counted


def test_names_are_hidden_from_the_tagger():
    tagger = StubTagger([])
    found(hand_parse(SAID), tagger)
    assert tagger.seen == ["Smith said that the dam held, Jones sleeps."]


def test_the_taggers_spans_replace_those_of_the_rules():
    parse = hand_parse(SAID)
    (row,) = found(parse, StubTagger([("Smith", "said", "that the dam held", SURE)]))
    assert words(parse, row, "content") == ["the dam held"]
    assert row.claim


@pytest.mark.parametrize(("odds", "number"), [(SURE, 1), (-SURE, 0)])
def test_an_unlikely_cue_is_left_out(odds, number):
    parse = hand_parse(PRAISED)
    assert len(found(parse, StubTagger([("Smith", "lauds", "the dam", odds)]))) == number


def test_what_the_rules_find_inside_a_content_stays_as_nested():
    parse = hand_parse(NESTED)
    content = "Jones claimed that the dam held"
    outer, inner = found(parse, StubTagger([("Smith", "said", content, SURE)]))
    assert (outer.actor, outer.depth, outer.counted) == ("ANA", 1, True)
    assert (inner.actor, inner.depth, inner.parent) == ("OLE", 2, outer.span_id)
    assert inner.evidence == "rule: verb"


def test_a_content_around_its_cue_keeps_its_parts():
    parse = hand_parse(SPLIT)
    (row,) = found(parse, StubTagger([("Smith", "said", "The dam … held", SURE)]))
    assert words(parse, row, "content") == ["The dam", "held"]


def test_parts_with_nothing_but_content_between_them_are_one():
    parse = hand_parse(SAID)
    (row,) = found(parse, StubTagger([("Smith", "said", "the … held", SURE)]))
    assert words(parse, row, "content") == ["the dam held"]


def test_hearsay_is_no_attribution():
    tagger = StubTagger([("Smith", "reportedly lauds", "the dam", SURE)])
    assert found(hand_parse(HEARSAY), tagger) == ()


def test_without_a_tagger_the_rules_work_alone():
    parse = hand_parse(SAID)
    assert {row.evidence for row in found(parse, None)} == {"rule: verb"}


@pytest.mark.parametrize("zone", ["kicker", "byline", "boilerplate"])
def test_zones_that_quote_nobody_are_not_shown_to_the_tagger(zone):
    tagger = StubTagger([("Smith", "lauds", "the dam", SURE)])
    assert found(hand_parse(PRAISED, zones=(zone,)), tagger) == ()
    assert tagger.seen == []


def test_a_source_that_is_only_addressed_gives_way_to_the_subject():
    parse = hand_parse(URGED)
    (row,) = found(parse, StubTagger([("Jones", "urged", "to leave", SURE)]))
    assert row.actor == "ANA"


def test_a_speaker_between_content_and_cue_is_found_without_commas():
    parse = hand_parse(RUN_ON)
    (row,) = found(parse, StubTagger([("", "said", "The dam held", SURE)]))
    assert words(parse, row, "source") == ["Ana Brandt"]


def test_a_day_between_content_and_cue_is_no_speaker():
    parse = hand_parse(RUN_ON.replace("Ana_Brandt NNP nsubj 5 name=ANA shown=Smith",
                                      "Monday NNP npadvmod 5 ent=DATE"))  # fmt: skip
    (row,) = found(parse, StubTagger([("", "said", "The dam held", SURE)]))
    assert row.actor is None
