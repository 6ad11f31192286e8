"""Which words tell an event of harm or of agreement, and to whom: one rule a test."""

import pytest
from agency_case import both, found, mention, only, sentence, told
from hand import hand_parse

GUARDS = "guards NNS nsubj 2 lemma=guard"
SAILORS = "sailors NNS nsubj 2 lemma=sailor"


def guards(parse):
    return mention(parse, "guards", "GUARD", "G")


def sailors(parse):
    return mention(parse, "sailors", "CREW", "C")


# ------------------------------------------------------------------- verbs


def test_a_weapon_put_to_use_is_a_harm():
    parse = sentence(
        GUARDS, "used VBD ROOT 0 lemma=use", "pepper NN compound 4", "spray NN dobj 2",
        "on IN prep 4", "sailors NNS pobj 5 lemma=sailor",
    )  # fmt: skip
    row = only(parse, *both(parse))
    assert (row.text, row.harm, row.agent, row.patient) == ("used", "physical", "GUARD", "CREW")


def test_a_tool_put_to_use_is_none():
    parse = sentence(GUARDS, "used VBD ROOT 0 lemma=use", "ladders NNS dobj 2 lemma=ladder")
    assert found(parse, guards(parse)) == ()


def test_what_is_gathered_with_the_thing_used_is_not_used():
    parse = sentence(
        GUARDS, "used VBD ROOT 0 lemma=use", "barns NNS dobj 2 lemma=barn", "to TO aux 5",
        "store VB xcomp 2", "weapons NNS dobj 5 lemma=weapon",
    )  # fmt: skip
    assert found(parse, guards(parse)) == ()


def test_who_fires_at_somebody_does_it_to_him():
    parse = sentence(
        GUARDS, "opened VBD ROOT 0 lemma=open", "fire NN dobj 2", "on IN prep 2",
        "sailors NNS pobj 4 lemma=sailor",
    )  # fmt: skip
    row = only(parse, *both(parse))
    assert (row.text, row.agent, row.patient) == ("opened fire", "GUARD", "CREW")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("came VBD ROOT 0 lemma=come\nunder IN prep 2\nfire NN pobj 3", "came under fire"),
        ("died VBD ROOT 0 lemma=die", "died"),
    ],
)
def test_intransitive_phrases_name_the_patient(words, text):
    parse = hand_parse(f"{SAILORS}\n{words}")
    row = only(parse, sailors(parse))
    assert (row.text, row.form, row.patient, row.agent_deleted) == (
        text, "intransitive", "CREW", True,
    )  # fmt: skip


def test_found_dead_leaves_out_the_killer():
    parse = sentence(
        "sailors NNS nsubjpass 3 lemma=sailor", "were VBD auxpass 3 lemma=be",
        "found VBN ROOT 0 lemma=find", "dead JJ oprd 3",
    )  # fmt: skip
    row = only(parse, sailors(parse))
    assert told(row) == ("were found dead", "passive_agentless", "none", True)
    assert row.patient == "CREW"


def test_whoever_has_power_over_the_dead_is_meant():
    parse = sentence(
        SAILORS, "died VBD ROOT 0 lemma=die", "in IN prep 2", "guard NN compound 5",
        "custody NN pobj 3",
    )  # fmt: skip
    row = only(parse, sailors(parse), mention(parse, "guard", "GUARD", "G"))
    assert (row.agent, row.agent_deleted, row.agent_known) == ("GUARD", True, True)


def test_the_owner_of_what_is_harmed_is_the_patient():
    parse = sentence(
        GUARDS, "torched VBD ROOT 0 lemma=torch", "the DT det 5", "sailors NNS poss 5 lemma=sailor",
        "boat NN dobj 2",
    )  # fmt: skip
    assert only(parse, *both(parse)).patient == "CREW"


def test_a_hyphen_parts_no_verb():
    parse = sentence(
        GUARDS.replace(" 2", " 4"), "strip NN npadvmod 4", "- HYPH punct 4",
        "searched VBD ROOT 0 lemma=search", "sailors NNS dobj 4 lemma=sailor",
    )  # fmt: skip
    assert only(parse, *both(parse)).predicate == "strip-search"


def test_where_something_lies_is_no_lie():
    def lies(*more):
        parse = sentence("ship NN nsubj 2", "lies VBZ ROOT 0 lemma=lie", *more)
        return found(parse)

    assert lies("downstream RB advmod 2") == ()
    assert [row.harm for row in lies("to IN prep 2", "sailors NNS pobj 3")] == ["deceptive"]


@pytest.mark.parametrize(
    ("verb", "lemma", "happens"), [("urged", "urge", False), ("ordered", "order", True)]
)
def test_what_somebody_is_only_asked_to_do_has_not_happened(verb, lemma, happens):
    parse = sentence(
        GUARDS, f"{verb} VBD ROOT 0 lemma={lemma}", "sailors NNS dobj 2 lemma=sailor",
        "to TO aux 5", "loot VB xcomp 2", "shops NNS dobj 5 lemma=shop",
    )  # fmt: skip
    assert bool(found(parse, *both(parse))) is happens


@pytest.mark.parametrize(("preposition", "count"), [("for", 0), ("near", 1)])
def test_who_is_hit_for_his_words_is_only_scolded(preposition, count):
    parse = sentence(
        GUARDS, "hit VBD ROOT 0 lemma=hit", "sailors NNS dobj 2 lemma=sailor",
        f"{preposition} IN prep 2", "noon NN pobj 4",
    )  # fmt: skip
    assert len(found(parse, *both(parse))) == count


def test_who_takes_on_a_rival_takes_nobody():
    def takes(*more):
        parse = sentence(
            GUARDS, "took VBD ROOT 0 lemma=take", *more, "sailors NNS dobj 2 lemma=sailor"
        )
        return len(found(parse, *both(parse)))

    assert (takes(), takes("on RP prt 2")) == (1, 0)


def test_the_armed_are_not_harmed():
    parse = sentence(
        "sailors NNS nsubjpass 3 lemma=sailor", "were VBD auxpass 3 lemma=be",
        "armed VBN ROOT 0 lemma=arm", "with IN prep 3", "knives NNS pobj 4 lemma=knife",
    )  # fmt: skip
    assert found(parse, sailors(parse)) == ()


def test_a_name_in_capitals_is_no_auxiliary():
    parse = sentence(
        "IS VBZ auxpass 2 lemma=be", "killed VBN ROOT 0 lemma=kill",
        "sailors NNS dobj 2 lemma=sailor",
    )  # fmt: skip
    row = only(parse, mention(parse, "IS", "GUARD", "G"), sailors(parse))
    assert (row.form, row.agent, row.patient, row.agent_deleted) == (
        "active", "GUARD", "CREW", False,
    )  # fmt: skip


def test_the_so_called_after_by_are_the_agents():
    parse = sentence(
        "sailors NNS nsubjpass 3 lemma=sailor", "were VBD auxpass 3 lemma=be",
        "beaten VBN ROOT 0 lemma=beat", "by IN agent 3", "what WP dobj 7", "they PRP nsubj 7",
        "called VBD pcomp 4 lemma=call", "guards NNS oprd 7 lemma=guard",
    )  # fmt: skip
    row = only(parse, *both(parse))
    assert (row.form, row.agent, row.agent_deleted) == ("passive_by", "GUARD", False)


def test_whoever_mounts_an_operation_does_what_it_does():
    parse = sentence(
        GUARDS, "mounted VBD ROOT 0 lemma=mount", "an DT det 4", "operation NN dobj 2",
        "targeting VBG acl 4 lemma=target", "sailors NNS dobj 5 lemma=sailor",
    )  # fmt: skip
    row = only(parse, *both(parse))
    assert (row.text, row.agent, row.agent_realised) == ("targeting", "GUARD", "controlled")


# ------------------------------------------------------------------- harmless acts


def test_a_court_clears_whomever_it_clears():
    parse = sentence(
        "he PRP nsubjpass 3", "was VBD auxpass 3 lemma=be", "cleared VBN ROOT 0 lemma=clear"
    )
    assert only(parse).harm == "none"


@pytest.mark.parametrize(("verb", "tag", "count"), [("hope", "VBP", 0), ("begin", "VBP", 1)])
def test_a_release_that_is_hoped_for_is_none(verb, tag, count):
    parse = sentence(
        GUARDS, f"{verb} {tag} ROOT 0", "to TO aux 4", "release VB xcomp 2",
        "sailors NNS dobj 4 lemma=sailor",
    )  # fmt: skip
    assert len(found(parse, *both(parse))) == count


def test_to_whom_one_apologises_is_the_other_party():
    parse = sentence(
        GUARDS, "apologised VBD ROOT 0 lemma=apologise", "to IN prep 2",
        "sailors NNS pobj 3 lemma=sailor",
    )  # fmt: skip
    row = only(parse, *both(parse))
    assert (row.harm, row.agent, row.patient) == ("none", "GUARD", "CREW")


def test_charged_with_a_task_is_charged_with_nothing():
    def charged(*more):
        parse = sentence(
            "sailors NNS nsubjpass 3 lemma=sailor", "were VBD auxpass 3 lemma=be",
            "charged VBN ROOT 0 lemma=charge", "with IN prep 3", *more,
        )  # fmt: skip
        return [row.predicate for row in found(parse, sailors(parse))]

    assert charged("guarding VBG pcomp 4 lemma=guard") == []
    assert charged("murder NN pobj 4") == ["charge", "murder"]


# ------------------------------------------------------------------- nouns


def test_clashes_that_erupt_are_one_event():
    parse = sentence("clashes NNS nsubj 2 lemma=clash", "erupted VBD ROOT 0 lemma=erupt")
    row = only(parse)
    assert (row.text, row.form, row.agent_known) == ("clashes erupted", "nominalisation", False)


def test_what_is_heard_happened():
    parse = sentence(SAILORS, "heard VBD ROOT 0 lemma=hear", "shooting NN dobj 2")
    assert only(parse, sailors(parse)).text == "shooting"


@pytest.mark.parametrize(
    ("verb", "lemma"), [("denied", "deny"), ("admitted", "admit"), ("confessed", "confess")]
)
def test_who_denies_or_admits_a_deed_answers_for_it(verb, lemma):
    parse = sentence(GUARDS, f"{verb} VBD ROOT 0 lemma={lemma}", "negligence NN dobj 2")
    row = only(parse, guards(parse))
    assert (row.agent, row.agent_realised, row.agent_deleted) == ("GUARD", "oblique", False)


@pytest.mark.parametrize(("who", "agent"), [("guards", "GUARD"), ("nobody", None)])
def test_who_claims_responsibility_is_the_agent(who, agent):
    parse = sentence(
        f"{who} NNS nsubj 2 lemma=guard", "claimed VBD ROOT 0 lemma=claim",
        "responsibility NN dobj 2", "for IN prep 3", "the DT det 6", "bombing NN pobj 4",
    )  # fmt: skip
    row = only(parse, *([guards(parse)] if agent else []))
    assert (row.agent, row.agent_deleted) == (agent, agent is None)


def test_who_is_held_on_suspicion_is_the_agent_of_the_deed():
    parse = sentence(
        "guards NNS nsubjpass 3 lemma=guard", "were VBD auxpass 3 lemma=be",
        "held VBN ROOT 0 lemma=hold", "on IN prep 3", "suspicion NN pobj 4", "of IN prep 5",
        "murder NN pobj 6",
    )  # fmt: skip
    rows = found(parse, guards(parse))
    assert [row.predicate for row in rows][:1] == ["hold"]
    parse = sentence(
        "guards NNS nsubjpass 3 lemma=guard", "were VBD auxpass 3 lemma=be",
        "arrested VBN ROOT 0 lemma=arrest", "on IN prep 3", "suspicion NN pobj 4", "of IN prep 5",
        "murder NN pobj 6",
    )  # fmt: skip
    assert [(row.predicate, row.agent) for row in found(parse, guards(parse))][1] == (
        "murder", "GUARD",
    )  # fmt: skip


def test_a_participant_is_not_said_to_have_done_it():
    parse = sentence(
        "the DT det 5", "guard NN npadvmod 4", "- HYPH punct 4", "involved VBN amod 5",
        "shooting NN nsubj 6", "continues VBZ ROOT 0 lemma=continue",
    )  # fmt: skip
    row = only(parse, mention(parse, "guard", "GUARD", "G"))
    assert (row.agent, row.agent_realised, row.agent_deleted) == ("GUARD", "none", True)


@pytest.mark.parametrize(("noun", "count"), [("guards", 1), ("letters", 0)])
def test_attacks_on_a_policy_are_words(noun, count):
    target = {"guards": "sailors NNS pobj 4 lemma=sailor", "letters": "policy NN pobj 4"}[noun]
    parse = sentence(
        SAILORS, "feared VBD ROOT 0 lemma=fear", "attacks NNS dobj 2 lemma=attack",
        "on IN prep 3", target,
    )  # fmt: skip
    assert len(found(parse)) == count


def test_a_storm_of_something_is_no_storm():
    def storm(*more):
        return found(sentence("the DT det 2", "storm NN nsubj 3", "passed VBD ROOT 0", *more))

    assert len(storm()) == 1
    parse = sentence(
        "the DT det 2", "storm NN nsubj 5", "of IN prep 2", "criticism NN pobj 3",
        "passed VBD ROOT 0 lemma=pass",
    )  # fmt: skip
    assert found(parse) == ()
