"""Events whose agent is recovered from what is told elsewhere, and those set aside as unknown."""

import pytest
from agency_case import CREW, GUARD, found, mention, only, said
from hand import hand_parse, resources

GUARDS_STRUCK = """
    guards NNS nsubj 2 lemma=guard
    beat VBD ROOT 0 lemma=beat
    sailors NNS dobj 2 lemma=sailor
"""


def of(parse, *texts):
    who = {"guards": ("GUARD", "G"), "sailors": ("CREW", "C")}
    return [mention(parse, text, *who[text]) for text in texts]


def test_a_hillside_has_no_side():
    parse = hand_parse("""
        hillside NN nsubj 2
        killed VBD ROOT 0 lemma=kill
        sailors NNS dobj 2 lemma=sailor
    """)
    row = only(parse, *of(parse, "sailors"))
    assert (row.agent_deleted, row.agent, row.agent_known) == (True, None, False)


def test_after_a_disaster_nobody_is_looked_for():
    parse = hand_parse(
        "guards NNS nsubj 2 lemma=guard\nslept VBD ROOT 0 lemma=sleep",
        "the DT det 2\nlandslide NN nsubj 3\ncame VBD ROOT 0 lemma=come",
        "sailors NNS nsubjpass 3\nwere VBD auxpass 3\ncrushed VBN ROOT 0 lemma=crush",
    )
    rows = found(parse, *of(parse, "guards", "sailors"))
    assert [(row.predicate, row.agent_known) for row in rows] == [
        ("landslide", False), ("crush", False),
    ]  # fmt: skip


def test_a_toll_is_laid_to_nobodys_charge():
    parse = hand_parse(
        GUARDS_STRUCK,
        """
        people NNS nsubjpass 3
        were VBD auxpass 3 lemma=be
        killed VBN ROOT 0 lemma=kill
        since IN mark 6
        war NN nsubj 6
        started VBD advcl 3 lemma=start
        """,
    )
    rows = found(parse, *of(parse, "guards", "sailors"))
    assert [(row.predicate, row.agent_known) for row in rows] == [("beat", True), ("kill", False)]


def test_a_riddle_stays_one():
    parse = hand_parse(
        GUARDS_STRUCK,
        "boats NNS nsubjpass 3 lemma=boat\nwere VBD auxpass 3\nburned VBN ROOT 0 lemma=burn",
        """
        it PRP nsubj 2
        was VBD ROOT 0 lemma=be
        not RB neg 2
        clear JJ acomp 2
        who WP nsubj 6
        came VBD ccomp 2 lemma=come
        """,
    )
    rows = found(parse, *of(parse, "guards", "sailors"))
    assert [(row.predicate, row.agent_known) for row in rows] == [("beat", True), ("burn", False)]


def test_without_sides_whoever_is_nearby_is_not_taken():
    lines = (
        GUARDS_STRUCK,
        "boats NNS nsubjpass 3 lemma=boat\nwere VBD auxpass 3\nsunk VBN ROOT 0 lemma=sink",
    )
    parse = hand_parse(*lines)
    mentions = of(parse, "guards", "sailors")
    assert found(parse, *mentions)[1].agent == "GUARD"
    alone = resources(GUARD, CREW)
    assert found(parse, *mentions, known=alone)[1].agent is None


@pytest.mark.parametrize(
    ("noun", "agent"),
    [
        ("the DT det 2\nassault NN nsubj 3", "GUARD"),
        ("the DT det 2\nassault NN nsubj 5\non IN prep 2\nboats NNS pobj 3", None),
    ],
)
def test_a_definite_noun_takes_up_what_was_told(noun, agent):
    last = 1 + noun.count("\n") + 1
    parse = hand_parse(GUARDS_STRUCK, f"{noun}\nended VBD ROOT 0 lemma=end".replace("_", str(last)))
    row = found(parse, *of(parse, "guards", "sailors"), known=resources(GUARD, CREW))[1]
    assert row.agent == agent
    assert row.patient == ("CREW" if agent else None)


def test_a_noun_that_renames_an_event_has_its_agent():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        seized VBD ROOT 0 lemma=seize
        boats NNS dobj 2 lemma=boat
        in IN prep 2
        what WP dobj 7
        sailors NNS nsubj 7 lemma=sailor
        called VBD pcomp 4 lemma=call
        an DT det 9
        invasion NN oprd 7
    """)
    rows = found(parse, *of(parse, "guards", "sailors"))
    assert [(row.predicate, row.agent) for row in rows] == [
        ("seize", "GUARD"), ("invade", "GUARD"),
    ]  # fmt: skip


def test_mistakes_were_made_by_whoever_says_so():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        said VBD ROOT 0 lemma=say
        mistakes NNS nsubjpass 5 lemma=mistake
        were VBD auxpass 5 lemma=be
        made VBN ccomp 2 lemma=make
    """)
    row = only(
        parse, *of(parse, "guards"),
        attributions=(said(parse, "said", "mistakes were made", "G", "GUARD"),),
    )  # fmt: skip
    assert (row.agent, row.agent_deleted, row.harm) == ("GUARD", True, "social")


def test_what_is_dismissed_as_a_smear_is_laid_to_the_opponent():
    parse = hand_parse("""
        sailors NNS nsubj 2 lemma=sailor
        dismissed VBD ROOT 0 lemma=dismiss
        it PRP dobj 2
        as IN prep 2
        a DT det 6
        smear NN pobj 4
        guards NNS dep 2 lemma=guard
    """)
    row = only(
        parse, *of(parse, "sailors", "guards"),
        attributions=(said(parse, "dismissed", "smear", "C", "CREW"),),
    )  # fmt: skip
    assert (row.agent, row.patient) == ("GUARD", "CREW")


def test_inference_keeps_within_no_camp():
    parse = hand_parse(
        GUARDS_STRUCK,
        "sailors NNS nsubjpass 3\nwere VBD auxpass 3\nrobbed VBN ROOT 0 lemma=rob",
    )
    mentions = [*of(parse, "guards", "sailors"), mention(parse, "sailors", "CREW", "C", nth=1)]
    assert [row.agent for row in found(parse, *mentions)] == ["GUARD", "GUARD"]
