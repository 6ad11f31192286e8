"""Questions to a dependency tree, on hand-made parses."""

from hand import hand_parse

from framing.language.syntax import (
    agent_of,
    clause_subject,
    conjuncts,
    is_definite,
    is_negated,
    is_passive,
    noun_phrase,
    outermost,
    preposition,
    prepositional_objects,
    span_of,
    verb_group,
)

STRIKE = hand_parse("""
    One CD nsubjpass 10
    of IN prep 1
    the DT det 5
    union's NN poss 5
    organisers NNS pobj 2
    from IN prep 5
    Leith NNP pobj 6
    had VBD aux 10
    been VBN auxpass 10
    arrested VBN ROOT 0
    by IN agent 10
    port NN compound 13
    police NNS pobj 11
    and CC cc 13
    soldiers NNS conj 13
""")


def words(parse, first, last):
    start, end = span_of(parse.tokens, first, last)
    return parse.text[start:end]


def test_noun_phrase_of_a_partitive_takes_its_of():
    assert words(STRIKE, *noun_phrase(STRIKE.tokens[0], STRIKE.tokens)) == (
        "One of the union's organisers"
    )


def test_noun_phrase_leaves_out_what_follows_the_head():
    assert words(STRIKE, *noun_phrase(STRIKE.tokens[4], STRIKE.tokens)) == "the union's organisers"


def test_noun_phrase_leaves_out_a_day_before_the_head():
    parse = hand_parse("""
        Friday NNP npadvmod 3
        angry JJ amod 3
        crowds NNS nsubj 4
        marched VBD ROOT 0
    """)
    assert words(parse, *noun_phrase(parse.tokens[2], parse.tokens)) == "angry crowds"


def test_verb_group_takes_auxiliaries_and_particle():
    assert words(STRIKE, *verb_group(STRIKE.tokens[9])) == "had been arrested"
    parse = hand_parse("""
        She PRP nsubj 3
        had VBD aux 3
        pointed VBN ROOT 0
        out RP prt 3
        faults NNS dobj 3
    """)
    assert words(parse, *verb_group(parse.tokens[2])) == "had pointed out"


def test_passive_and_its_agent():
    arrested = STRIKE.tokens[9]
    assert is_passive(arrested)
    agent = agent_of(arrested)
    assert agent is not None
    assert agent.text == "police"
    assert [token.text for token in conjuncts(agent)] == ["police", "soldiers"]
    assert outermost(STRIKE.tokens[14]).text == "police"


def test_an_active_verb_has_no_agent():
    parse = hand_parse("They PRP nsubj 2\nleft VBD ROOT 0\nby IN prep 2\nbus NN pobj 3")
    assert not is_passive(parse.tokens[1])
    assert agent_of(hand_parse("They PRP nsubj 2\nleft VBD ROOT 0").tokens[1]) is None


def test_prepositions():
    assert preposition(STRIKE.tokens[14]).text == "by"
    assert preposition(STRIKE.tokens[0]) is None
    assert [t.text for t in prepositional_objects(STRIKE.tokens[9], "by")] == ["police", "soldiers"]
    assert list(prepositional_objects(STRIKE.tokens[9], "with")) == []


def test_definite_and_negated():
    parse = hand_parse("""
        No DT det 2
        miner NN nsubj 5
        did VBD aux 5
        not RB neg 5
        leave VB ROOT 0
        his PRP$ poss 7
        shaft NN dobj 5
        for IN prep 5
        a DT det 10
        week NN pobj 8
    """)
    miner, leave, shaft, week = (parse.tokens[i] for i in (1, 4, 6, 9))
    assert is_negated(miner)
    assert is_negated(leave)
    assert not is_negated(shaft)
    assert is_definite(shaft)
    assert not is_definite(week)


def test_the_subject_of_a_verb_that_has_none_of_its_own():
    parse = hand_parse("""
        Farmers NNS nsubj 2
        blocked VBD ROOT 0
        roads NNS dobj 2
        and CC cc 2
        burned VBD conj 2
        tyres NNS dobj 5
        , , punct 2
        demanding VBG advcl 2
        aid NN dobj 8
    """)
    assert clause_subject(parse.tokens[4]).text == "Farmers"
    assert clause_subject(parse.tokens[7]).text == "Farmers"


def test_the_subject_of_an_infinitive_is_the_object_unless_the_subject_controls():
    lines = """
        Envoys NNS nsubj 2
        {verb} VBD ROOT 0 lemma={lemma}
        rebels NNS dobj 2
        to TO aux 5
        leave VB xcomp 2
    """
    told = hand_parse(lines.format(verb="told", lemma="tell"))
    assert clause_subject(told.tokens[4]).text == "rebels"
    promised = hand_parse(lines.format(verb="promised", lemma="promise"))
    assert clause_subject(promised.tokens[4]).text == "Envoys"


def test_the_subject_of_a_participle_after_a_noun_is_the_noun():
    parse = hand_parse("""
        Police NNS nsubj 2
        stopped VBD ROOT 0
        a DT det 4
        man NN dobj 2
        carrying VBG acl 4
        leaflets NNS dobj 5
    """)
    assert clause_subject(parse.tokens[4]).text == "man"


def test_no_subject_at_all():
    parse = hand_parse("Leave VB ROOT 0\nnow RB advmod 1")
    assert clause_subject(parse.tokens[0]) is None


def test_the_subject_of_a_relative_clause_without_one_is_the_noun():
    parse = hand_parse("""
        troops NNS ROOT 0
        now RB advmod 3
        holding VBG relcl 1
        towns NNS dobj 3
    """)
    subject = clause_subject(parse.tokens[2])
    assert subject is not None
    assert subject.text == "troops"


def test_a_cycle_free_walk_on_a_self_governing_root():
    parse = hand_parse("Quiet JJ ROOT 0")
    assert outermost(parse.tokens[0]) is parse.tokens[0]
    assert list(parse.tokens[0].ancestors()) == []
    assert parse.tokens[0].governs(parse.tokens[0])
