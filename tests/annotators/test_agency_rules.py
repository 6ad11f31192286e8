"""Single rules of agency, on hand-made parses: which words tell an event, and who did it."""

import pytest
from agency_case import CREW, GUARD, found, mention, only, said, sentence, told
from hand import hand_parse, resources

from framing.actors import Actor

ACTIVE = hand_parse("""
    guards NNS nsubj 4 lemma=guard
    had VBD aux 4 lemma=have
    been VBN aux 4 lemma=be
    beating VBG ROOT 0 lemma=beat
    sailors NNS dobj 4 lemma=sailor
""")


def test_an_active_clause_names_its_agent():
    row = only(
        ACTIVE, mention(ACTIVE, "guards", "GUARD", "G"), mention(ACTIVE, "sailors", "CREW", "C")
    )
    assert told(row) == ("had been beating", "active", "subject", False)
    assert (row.agent, row.agent_side) == ("GUARD", "G")
    assert (row.patient, row.patient_side) == ("CREW", "C")
    assert (row.harm, row.agent_known) == ("physical", True)


def passive(*more):
    return hand_parse(
        "\n".join(
            (
                "sailors NNS nsubjpass 3 lemma=sailor",
                "were VBD auxpass 3 lemma=be",
                "beaten VBN ROOT 0 lemma=beat",
                *more,
            )
        )
    )


def test_a_passive_with_by():
    parse = passive("by IN agent 3", "guards NNS pobj 4 lemma=guard")
    row = only(parse, mention(parse, "guards", "GUARD", "G"))
    assert told(row) == ("were beaten", "passive_by", "by", False)
    assert row.agent == "GUARD"


def test_a_passive_without_by_deletes_its_agent():
    row = only(passive())
    assert told(row) == ("were beaten", "passive_agentless", "none", True)
    assert not row.agent_known


def test_a_tool_after_by_is_no_agent():
    parse = passive("by IN agent 3", "batons NNS pobj 4 lemma=baton")
    assert told(only(parse)) == ("were beaten", "passive_agentless", "none", True)


def test_the_owner_of_the_tool_is_the_agent():
    parse = hand_parse("""
        guard NN compound 2
        rockets NNS nsubj 3 lemma=rocket
        kill VBP ROOT 0
        sailors NNS dobj 3 lemma=sailor
    """)
    row = only(parse, mention(parse, "guard", "GUARD", "G"))
    assert (row.agent, row.agent_realised, row.agent_deleted) == ("GUARD", "adjective", False)


@pytest.mark.parametrize(
    ("zone", "form", "deleted"),
    [("headline", "passive_agentless", True), ("body", "active", False)],
)
def test_a_past_form_without_object_is_passive_in_a_headline_only(zone, form, deleted):
    parse = hand_parse(
        "sailors NNS nsubj 2 lemma=sailor\ninjured VBD ROOT 0 lemma=injure", zones=(zone,)
    )
    rows = found(parse)
    if zone == "body":  # who injures must injure somebody
        assert rows == ()
    else:
        assert (rows[0].form, rows[0].agent_deleted) == (form, deleted)


def test_a_coordinated_participle_shares_the_passive():
    parse = passive(
        "by IN agent 3", "guards NNS pobj 4 lemma=guard", "and CC cc 3",
        "dragged VBD conj 3 lemma=drag", "away RB advmod 7",
    )  # fmt: skip
    rows = found(parse, mention(parse, "guards", "GUARD", "G"))
    assert [(row.text, row.form, row.agent) for row in rows] == [
        ("were beaten", "passive_by", "GUARD"), ("dragged away", "passive_by", "GUARD"),
    ]  # fmt: skip


def test_the_accused_is_the_agent_of_what_he_is_accused_of():
    parse = hand_parse("""
        they PRP nsubj 2
        accused VBD ROOT 0 lemma=accuse
        guards NNS dobj 2 lemma=guard
        of IN prep 3
        beating VBG pcomp 4 lemma=beat
        sailors NNS dobj 5 lemma=sailor
    """)
    row = only(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.agent, row.form, row.agent_realised) == ("GUARD", "participle", "controlled")


def test_a_temporal_participle_takes_the_subject_of_the_finite_clause():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        let VBD ROOT 0
        sailors NNS nsubj 4 lemma=sailor
        go VB ccomp 2
        before IN prep 4
        burning VBG pcomp 5 lemma=burn
        boats NNS dobj 6 lemma=boat
    """)
    row = only(
        parse, mention(parse, "guards", "GUARD", "G"), mention(parse, "sailors", "CREW", "C")
    )
    assert (row.text, row.agent) == ("burning", "GUARD")


def test_who_orders_a_harm_does_it_too():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        ordered VBD ROOT 0 lemma=order
        sailors NNS dobj 2 lemma=sailor
        to TO aux 5
        loot VB xcomp 2
        shops NNS dobj 5 lemma=shop
    """)
    rows = found(
        parse, mention(parse, "guards", "GUARD", "G"), mention(parse, "sailors", "CREW", "C")
    )
    assert [(row.text, row.agent, row.harm) for row in rows] == [
        ("ordered", "GUARD", "property"), ("to loot", "CREW", "property"),
    ]  # fmt: skip


def test_an_intransitive_hides_who_did_it():
    parse = hand_parse("sailors NNS nsubj 2 lemma=sailor\ndied VBD ROOT 0 lemma=die")
    row = only(parse, mention(parse, "sailors", "CREW", "C"))
    assert told(row) == ("died", "intransitive", "none", True)
    assert row.patient == "CREW"


def test_a_light_verb_gives_the_agent_of_the_sentence():
    parse = hand_parse("""
        guards NNS nsubj 2 lemma=guard
        launched VBD ROOT 0 lemma=launch
        attacks NNS dobj 2 lemma=attack
        on IN prep 3
        sailors NNS pobj 4 lemma=sailor
    """)
    row = only(
        parse, mention(parse, "guards", "GUARD", "G"), mention(parse, "sailors", "CREW", "C")
    )
    assert (row.text, row.predicate, row.agent, row.patient) == (
        "launched",
        "attack",
        "GUARD",
        "CREW",
    )


@pytest.mark.parametrize(
    ("words", "text", "harm"),
    [
        ("took VBD ROOT 0 lemma=take\nsailors NNS dobj 2 lemma=sailor\nhostage NN oprd 2",
         "took sailors hostage", "coercive"),
        ("gunned VBD ROOT 0 lemma=gun\ndown RP prt 2\nsailors NNS dobj 2 lemma=sailor",
         "gunned down", "physical"),
        ("walked VBD ROOT 0 lemma=walk\nout RB advmod 2", "walked out", "none"),
    ],
)  # fmt: skip
def test_phrases(words, text, harm):
    parse = hand_parse(f"guards NNS nsubj 2 lemma=guard\n{words}")
    row = only(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.text, row.harm) == (text, harm)


@pytest.mark.parametrize("thing", ["target", "record"])
def test_what_only_a_figure_of_speech_can_harm(thing):
    parse = hand_parse(
        f"guards NNS nsubj 2 lemma=guard\nhit VBD ROOT 0\na DT det 4\n{thing} NN dobj 2"
    )
    assert found(parse, mention(parse, "guards", "GUARD", "G")) == ()


def test_the_sense_follows_the_object():
    def charged(*more):
        parse = hand_parse(
            "\n".join(("guards NNS nsubj 2 lemma=guard", "charged VBD ROOT 0 lemma=charge", *more))
        )
        mentions = [mention(parse, "guards", "GUARD", "G")]
        if more:
            mentions.append(mention(parse, "sailors", "CREW", "C"))
        return only(parse, *mentions).harm

    assert charged("sailors NNS dobj 2 lemma=sailor") == "none"
    assert charged() == "physical"


def test_a_harmless_act_counts_between_actors_only():
    def released(noun, lemma, *mentions):
        guards, thing = "guards NNS nsubj 2 lemma=guard", f"{noun} NNS dobj 2 lemma={lemma}"
        parse = sentence(guards, "released VBD ROOT 0 lemma=release", thing)
        return found(
            parse, mention(parse, "guards", "GUARD", "G"), *(mention(parse, *m) for m in mentions)
        )

    assert len(released("sailors", "sailor", ("sailors", "CREW", "C"))) == 1
    assert released("albums", "album") == ()


# ------------------------------------------------------------------- nominalisations


def test_a_definite_nominalisation_is_an_event():
    parse = sentence("the DT det 2", "eviction NN nsubj 3", "failed VBD ROOT 0 lemma=fail")
    assert told(only(parse)) == ("the eviction", "nominalisation", "none", True)


def test_a_kind_of_act_is_no_event():
    assert (
        found(sentence("murder NN nsubj 2", "frightens VBZ ROOT 0 lemma=frighten", "it PRP dobj 2"))
        == ()
    )


def possessed(act):
    return sentence(
        "guards NNS poss 3 lemma=guard",
        "~' POS case 1",
        f"{act} NN nsubj 4",
        "failed VBD ROOT 0 lemma=fail",
    )


def test_the_possessor_is_the_agent():
    parse = possessed("attack")
    row = only(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.agent, row.agent_realised) == ("GUARD", "oblique")


@pytest.mark.parametrize("act", ["eviction", "arrest", "murder"])
def test_of_what_is_done_to_people_the_possessor_is_the_patient(act):
    parse = possessed(act)
    row = only(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.agent, row.patient, row.agent_deleted) == (None, "GUARD", True)


def test_the_argument_of_an_event_verb_is_the_same_event():
    parse = sentence(
        "the DT det 2", "attack NN nsubj 3", "killed VBD ROOT 0 lemma=kill",
        "sailors NNS dobj 3 lemma=sailor",
    )  # fmt: skip
    (row,) = found(parse)
    assert (row.predicate, row.agent_realised, row.agent_deleted) == ("kill", "none", True)


def test_an_adjunct_is_another_event():
    parse = sentence(
        "sailors NNS nsubj 2 lemma=sailor", "died VBD ROOT 0 lemma=die", "in IN prep 2",
        "the DT det 5", "bombardment NN pobj 3",
    )  # fmt: skip
    assert [row.text for row in found(parse)] == ["died", "the bombardment"]


def test_the_blamed_is_the_agent():
    parse = sentence(
        "guards NNS nsubjpass 3 lemma=guard", "were VBD auxpass 3 lemma=be",
        "blamed VBN ROOT 0 lemma=blame", "for IN prep 3", "deadly JJ amod 6",
        "attacks NNS pobj 4 lemma=attack",
    )  # fmt: skip
    row = only(parse, mention(parse, "guards", "GUARD", "G"))
    assert (row.agent, row.agent_realised, row.agent_deleted) == ("GUARD", "oblique", False)


def test_an_attack_that_was_staged_was_not_carried_out():
    parse = sentence(
        "the DT det 2", "attack NN nsubjpass 4", "was VBD auxpass 4 lemma=be",
        "staged VBN ROOT 0 lemma=stag",
    )  # fmt: skip
    assert [(row.predicate, row.harm) for row in found(parse)] == [("stage", "deceptive")]


# ------------------------------------------------------------------- agents left out


def two(first, second, *mentions, **more):
    parse = hand_parse(first, second)
    return found(parse, *(mention(parse, *m) for m in mentions), **more)


LOOTED = """
    guards NNS nsubj 2 lemma=guard
    looted VBD ROOT 0 lemma=loot
    houses NNS dobj 2 lemma=house
"""


def passive_of(noun, stem, verb, lemma):
    subject = f"{noun} NNS nsubjpass 3 lemma={stem}"
    return f"{subject}\nwere VBD auxpass 3\n{verb} VBN ROOT 0 lemma={lemma}"


def test_the_agent_of_the_same_act_told_before():
    rows = two(
        LOOTED, passive_of("shops", "shop", "looted", "loot"),
        ("guards", "GUARD", "G"),
    )  # fmt: skip
    assert [(row.agent, row.agent_deleted) for row in rows] == [("GUARD", False), ("GUARD", True)]
    assert rows[1].confidence <= 0.7 < rows[0].confidence


@pytest.mark.parametrize("named", [True, False])
def test_only_courts_convict_where_the_article_has_one(named):
    court = "jury NN nsubj 2\nsat VBD ROOT 0 lemma=sit"
    parse = hand_parse(court, passive_of("sailors", "sailor", "convicted", "convict"))
    jury = Actor("JURY", "jury", "jury", "J")
    known = resources(GUARD, CREW, jury, contrast=("G", "C"))
    mentions = [mention(parse, "sailors", "CREW", "C")]
    if named:
        mentions.append(mention(parse, "jury", "JURY", "J"))
    row = only(parse, *mentions, known=known)
    assert (row.agent, row.agent_known) == (("JURY", True) if named else (None, False))


def test_nobody_stands_behind_a_storm():
    rows = two(
        LOOTED,
        "sailors NNS nsubj 2\ndied VBD ROOT 0 lemma=die\nin IN prep 2\nstorm NN pobj 3",
        ("guards", "GUARD", "G"), ("sailors", "CREW", "C"),
    )  # fmt: skip
    assert [row.agent_known for row in rows] == [True, False]


def test_nobody_is_taken_to_harm_his_own_side():
    rows = two(
        LOOTED, passive_of("soldiers", "soldier", "beaten", "beat"),
        ("guards", "GUARD", "G"), ("soldiers", "GUARD", "G"),
    )  # fmt: skip
    assert rows[1].agent_side != "G"


def claims_beating(cue, lemma, noun):
    return hand_parse(f"""
        sailors NNS nsubj 2 lemma=sailor
        {cue} VBD ROOT 0 lemma={lemma}
        {noun}s NNS nsubjpass 5 lemma={noun}
        were VBD auxpass 5 lemma=be
        beaten VBN ccomp 2 lemma=beat
        guards NNS dep 2 lemma=guard
    """)


def test_a_side_accuses_its_opponent():
    parse = claims_beating("alleged", "allege", "comrade")
    rows = found(
        parse, mention(parse, "sailors", "CREW", "C"), mention(parse, "comrades", "CREW", "C"),
        mention(parse, "guards", "GUARD", "G"),
        attributions=(said(parse, "alleged", "comrades were beaten", "C", "CREW"),),
    )  # fmt: skip
    assert [(row.agent, row.agent_deleted) for row in rows] == [("GUARD", True)]


def test_what_a_side_denies_it_denies_of_itself():
    parse = claims_beating("denied", "deny", "prisoner")
    rows = found(
        parse, mention(parse, "sailors", "CREW", "C"),
        mention(parse, "guards", "GUARD", "G"),
        attributions=(said(parse, "denied", "prisoners were beaten", "C", "CREW"),),
    )  # fmt: skip
    assert [row.agent for row in rows] == ["CREW"]
