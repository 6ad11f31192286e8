"""What actors and acts are called: where a term is a label, whose it is, and in whose voice."""

import pytest
from hand import hand_article, hand_parse, resources
from model_case import front, harbour

from framing.actors import Actor
from framing.annotation import Mention, Rows
from framing.annotators import naming

FRONT = Actor("NLF", "Northern Liberation Front", "armed group", "R")
STATE = Actor("GOV", "Sudanese government", "government", "S")


def mention(parse, first, last, head, actor="NLF", side="R", form="name"):
    tokens = parse.tokens
    start, end = tokens[first - 1].start, tokens[last - 1].end
    return Mention(
        article_id="hand", span_id=f"m{first}", start=start, end=end, text=parse.text[start:end],
        zone="body", actor=actor, side=side, form=form, head=tokens[head - 1].text,
    )  # fmt: skip


def labels(parse, *mentions):
    rows = naming.annotate(
        parse, hand_article(parse), Rows(mentions=mentions),
        resources(FRONT, STATE, contrast=("R", "S")),
    )  # fmt: skip
    return [(row.text, row.kind, row.actor, row.loadedness) for row in rows]


# ------------------------------------------------------------------------ hand-made


def test_a_label_as_the_head_of_a_mention():
    parse = hand_parse("""
        The DT det 2
        terrorists NNS nsubj 3 lemma=terrorist
        fled VBD ROOT 0 lemma=flee
    """)
    assert labels(parse, mention(parse, 1, 2, 2, form="common")) == [
        ("terrorists", "label", "NLF", 2)
    ]


def test_a_label_as_a_modifier_inside_a_mention():
    parse = hand_parse("""
        The DT det 3
        Takfiri JJ amod 3
        fighters NNS nsubj 4 lemma=fighter
        fled VBD ROOT 0 lemma=flee
    """)
    assert labels(parse, mention(parse, 1, 3, 3, form="common")) == [
        ("Takfiri", "label", "NLF", 2),
        ("fighters", "label", "NLF", 0),
    ]


def test_a_label_as_a_predicate():
    parse = hand_parse("""
        The DT det 2
        Front NNP nsubj 3 name=NLF
        is VBZ ROOT 0 lemma=be
        a DT det 6
        terror NN compound 6
        group NN attr 3
    """)
    assert labels(parse, mention(parse, 1, 2, 2)) == [("terror group", "label", "NLF", 2)]


def test_a_label_in_apposition():
    parse = hand_parse("""
        The DT det 2
        Front NNP nsubj 8 name=NLF
        ~, , punct 2
        a DT det 6
        terror NN compound 6
        group NN appos 2
        ~, , punct 2
        left VBD ROOT 0 lemma=leave
    """)
    assert labels(parse, mention(parse, 1, 2, 2)) == [("terror group", "label", "NLF", 2)]


AS_PHRASE = """
    Ministers NNS nsubj 2 lemma=minister
    described VBD ROOT 0 lemma=describe
    the DT det 4
    Front NNP dobj 2 name=NLF
    as IN prep 2
    a DT det 8
    terrorist JJ amod 8
    gang NN pobj 5
"""


def test_a_label_in_an_as_phrase():
    parse = hand_parse(AS_PHRASE)
    assert ("gang", "label", "NLF", 2) in labels(parse, mention(parse, 3, 4, 4))


def test_a_modifier_in_an_as_phrase_is_a_label_too():
    parse = hand_parse(AS_PHRASE)
    assert ("terrorist", "label", "NLF", 2) in labels(parse, mention(parse, 3, 4, 4))


def test_an_attack_is_an_event_and_gives_no_label():
    parse = hand_parse("""
        The DT det 3
        terrorist JJ amod 3
        attack NN nsubj 4
        killed VBD ROOT 0 lemma=kill
        the DT det 6
        Front NNP dobj 4 name=NLF
    """)
    assert labels(parse, mention(parse, 5, 6, 6)) == [("terrorist attack", "dysphemism", None, 2)]


def test_a_place_gives_the_label_to_its_holder():
    parse = hand_parse("""
        They PRP nsubj 2
        left VBD ROOT 0 lemma=leave
        their PRP$ poss 5
        terrorist JJ amod 5
        stronghold NN dobj 2
    """)
    rows = labels(parse, mention(parse, 3, 3, 3, form="pronoun"))
    assert ("terrorist", "label", "NLF", 2) in rows


def test_negation_lowers_the_confidence():
    parse = hand_parse("""
        The DT det 2
        Front NNP nsubj 3 name=NLF
        is VBZ ROOT 0 lemma=be
        not RB neg 3
        a DT det 7
        terror NN compound 7
        group NN attr 3
    """)
    (row,) = naming.annotate(
        parse, hand_article(parse), Rows(mentions=(mention(parse, 1, 2, 2),)),
        resources(FRONT, STATE),
    )  # fmt: skip
    assert not row.confident


def test_a_term_inside_a_proper_name_is_no_label():
    parse = hand_parse("""
        The DT det 4
        Islamist NNP compound 4
        Radical NNP compound 4
        Party NNP nsubj 5
        left VBD ROOT 0 lemma=leave
    """)
    assert not [row for row in labels(parse, mention(parse, 1, 4, 4)) if row[3]]


def test_a_word_of_the_wrong_part_of_speech_is_no_label():
    parse = hand_parse("""
        They PRP nsubj 2
        rebelled VBD ROOT 0 lemma=rebel
        right RB advmod 4
        before IN prep 2
        dawn NN pobj 4
    """)
    assert labels(parse, mention(parse, 1, 1, 1, form="pronoun")) == []


def test_the_longest_term_counts_whatever_its_lexicon():
    """ "Regime" is a label, "regime change" the wording of an act, "tax regime" neither."""
    parse = hand_parse("""
        They PRP nsubj 2
        want VBP ROOT 0
        regime NN compound 4
        change NN dobj 2
        and CC cc 4
        a DT det 8
        tax NN compound 8
        regime NN conj 4
    """)
    assert labels(parse) == [("regime change", "euphemism", None, 2)]


def test_an_evaluative_word_is_a_label_of_an_actor():
    parse = hand_parse("""
        The DT det 2
        Front NNP nsubj 3 name=NLF
        is VBZ ROOT 0 lemma=be
        ruthless JJ acomp 3
    """)
    assert labels(parse, mention(parse, 1, 2, 2)) == [("ruthless", "label", "NLF", 2)]


RIDICULOUS = """
    The DT det 2
    Front NNP nsubj 3 name=NLF
    calls VBZ ROOT 0 lemma=call
    it PRP nsubj 7
    a DT det 7
    ridiculous JJ amod 7
    plan NN ccomp 3
"""


def test_what_modifies_a_thing_is_no_label_of_what_the_thing_is_said_of():
    parse = hand_parse(RIDICULOUS)
    its = mention(parse, 4, 4, 4, form="pronoun")
    assert labels(parse, mention(parse, 1, 2, 2), its) == [("ridiculous", "evaluative", None, 3)]


def test_blame_of_an_act_helps_the_other_side():
    parse = hand_parse("""
        The DT det 2
        Front NNP nsubj 4 name=NLF
        shamelessly RB advmod 4
        fled VBD ROOT 0 lemma=flee
    """)
    (row,) = naming.annotate(
        parse, hand_article(parse), Rows(mentions=(mention(parse, 1, 2, 2),)),
        resources(FRONT, STATE, contrast=("R", "S")),
    )  # fmt: skip
    assert (row.kind, row.actor, row.favours) == ("evaluative", None, "S")


def test_a_metaphor_needs_somebody_of_whom_it_is_said():
    said = hand_parse("""
        They PRP nsubj 2
        are VBP ROOT 0 lemma=be
        snakes NNS attr 2 lemma=snake
    """)
    met = hand_parse("""
        They PRP nsubj 2
        met VBD ROOT 0 lemma=meet
        snakes NNS dobj 2 lemma=snake
    """)
    assert [row[0] for row in labels(said, mention(said, 1, 1, 1, form="pronoun"))] == ["snakes"]
    assert labels(met) == []


# ------------------------------------------------------------------------ the pipeline

pipeline = pytest.mark.model


@pipeline
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Northern Liberation Front terrorists left. The terrorists wept.",
            [("terrorists", "NLF"), ("terrorists", "NLF")],
        ),
        ("The Northern Liberation Front is a terrorist organisation.",
         [("terrorist organisation", "NLF")]),
        ("The Northern Liberation Front, a terror group, left.", [("terror group", "NLF")]),
        ("Northern Liberation Front soldiers held the road.", [("soldiers", "NLF")]),
        ("The Sudanese regime shelled the town.", [("regime", "GOV")]),
        ("Islamic Resistance fighters left right before dawn.", [("fighters", "NLF")]),
        ("Foreign Minister Omar Bashari arrived.", [("Foreign Minister", "BAS")]),
        ("Sudanese officials arrived.", [("officials", "GOV")]),
    ],
)  # fmt: skip
def test_labels_in_a_war_story(text, expected):
    assert front(text).labels == expected


@pipeline
def test_the_voice_of_a_label_is_the_quoted_speakers():
    case = front(
        "Northern Liberation Front terrorists left. “The regime lied to us,” said Samuel Okoro."
    )
    assert case.label("terrorists").voice == "author"
    regime = case.label("regime")
    assert (regime.voice, regime.actor) == ("OKO", "GOV")


@pipeline
def test_wording_in_indirect_speech_is_the_authors():
    case = front("Samuel Okoro said the Sudanese regime had shelled the town.")
    regime = case.label("regime")
    assert regime.voice == "author"
    assert regime.in_content_of == (case.only.span_id,)


@pipeline
def test_scare_quotes_in_reported_speech_are_the_speakers():
    case = front("Omar Bashari said the “terrorists” of the Northern Liberation Front had fled.")
    assert case.label("terrorists").voice == "BAS"


@pipeline
def test_a_mentioned_word_is_no_label():
    assert front("The word “terrorists” is banned in the newsroom.").labels == []


@pipeline
def test_a_small_clause_gives_labels_to_its_object():
    case = front("The Northern Liberation Front considers the Sudanese government a brutal regime.")
    assert ("regime", "GOV") in case.labels


@pipeline
@pytest.mark.parametrize(
    "text",
    [
        "Ships passed to the right of the Harbour Authority.",
        "The Dockers' Union left right before noon.",
        "The Harbour Authority moved to the left bank.",
        "Radical changes in the weather closed the port.",
        "A terror attack closed the port.",
        "Critics of the film wept.",
    ],
)
def test_no_listed_actor_is_labelled_here(text):
    assert not [
        row for row in harbour(text).rows.loaded_terms if row.actor in ("DU", "HHA") and row.loaded
    ]


@pipeline
@pytest.mark.parametrize(
    ("plain", "loaded", "term"),
    [
        ("The village lies on the coast.", "The minister lied about the deal.", "lied"),
        ("The company eliminated two taxes.", "The army eliminated ten soldiers.", "eliminated"),
        ("A hack of the bank was found.", "The writer is a hack.", "hack"),
        ("A criminal court heard the case.", "A criminal gang took the town.", "criminal gang"),
        ("Laws on terrorism were passed.", "This terrorism must end.", "terrorism"),
        ("A wave of heat closed schools.", "A horde of migrants arrived.", "horde"),
        ("Police found an explosive belt.", "Police read an explosive report.", "explosive"),
        ("Deaths in the Holocaust were named.", "It was a nuclear holocaust.", "holocaust"),
        ("Extreme weather closed the port.", "Extreme views closed the debate.", "Extreme"),
    ],
)
def test_sense_and_syntax_tell_loaded_uses_from_plain_ones(plain, loaded, term):
    def found(text):
        return [row.text for row in front(text).rows.loaded_terms if row.loaded]

    assert found(plain) == []
    assert found(loaded) == [term]


@pipeline
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Omar Bashari branded the Northern Liberation Front thugs.", ("thugs", "NLF")),
        ("The Northern Liberation Front, who are thugs, left.", ("thugs", "NLF")),
        ("The Northern Liberation Front was denounced as a gang.", ("gang", "NLF")),
        ("Samuel Okoro proved a coward.", ("coward", "OKO")),
        ("Samuel Okoro was seen as a hero.", ("hero", "OKO")),
        ("Samuel Okoro has been accused of being a traitor.", ("traitor", "OKO")),
        ("Samuel Okoro, the butcher of Darfur, arrived.", ("butcher", "OKO")),
    ],
)
def test_predicates_of_every_form_reach_their_subject(text, label):
    assert label in front(text).labels


@pipeline
def test_a_role_in_apposition_or_predicated_is_a_label():
    text = "Samuel Okoro, a lawyer, left. Omar Bashari is a teacher."
    assert {("lawyer", "OKO"), ("teacher", "BAS")} <= set(front(text).labels)


@pipeline
def test_bare_people_are_no_choice_of_word():
    rows = front("Two people died and a man fled.").rows.loaded_terms
    assert rows == ()


@pipeline
def test_loaded_labels_and_neutral_ones():
    case = harbour("Dockers' Union thugs blocked the gate. The union's members sang.")
    thugs = case.label("thugs")
    assert (thugs.actor, thugs.polarity, thugs.loaded) == ("DU", "negative", True)
    assert thugs.alternatives
    assert thugs.evidence.startswith("labels@")
    assert thugs.mention_id == case.mention("Dockers' Union thugs").span_id
    assert not case.label("members").loaded


@pipeline
def test_a_euphemism_favours_its_agent():
    case = front("The Sudanese Army carried out a mop-up operation against the rebels.")
    row = case.label("mop-up operation")
    assert (row.kind, row.favours, row.actor) == ("euphemism", "S", None)


@pipeline
def test_every_term_slices_the_text():
    case = front(
        "“The regime’s thugs,” said Okoro, “are terrorists.” Terrorists and militants left the "
        "terrorist stronghold; a neo-Nazi gang stayed."
    )
    rows = case.rows.loaded_terms
    assert all(row.text == case.text[row.start : row.end] for row in rows)
    assert len({row.span_id for row in rows}) == len(rows) >= 5
    assert all(row.mention_id in {m.span_id for m in case.rows.mentions} | {None} for row in rows)


def test_a_label_is_whose_it_is_said_to_be_the_name_or_an_example():
    parse = hand_parse("""
        an DT det 2
        outfit NN ROOT 0 lemma=outfit
        called VBN acl 2 lemma=call
        Northern_Liberation_Front NNP oprd 3 name=NLF
    """)
    assert ("outfit", "label", "NLF", 2) in labels(parse, mention(parse, 4, 4, 4))
    parse = hand_parse("""
        Thugs NNS nsubj 4 lemma=thug
        like IN prep 1
        Northern_Liberation_Front NNP pobj 2 name=NLF
        left VBD ROOT 0 lemma=leave
    """)
    assert ("Thugs", "label", "NLF", 2) in labels(parse, mention(parse, 3, 3, 3))


def test_the_second_of_two_names_called_is_the_same_actor_s():
    parse = hand_parse("""
        They PRP nsubj 2
        called VBD ROOT 0 lemma=call
        Northern_Liberation_Front NNP dobj 2 name=NLF
        thugs NNS oprd 2 lemma=thug
        and CC cc 4
        murderers NNS conj 4 lemma=murderer
    """)
    found = {text: actor for text, _, actor, _ in labels(parse, mention(parse, 3, 3, 3))}
    assert found == {"thugs": "NLF", "murderers": "NLF"}
