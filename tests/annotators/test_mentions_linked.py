"""Pronouns and descriptions by learned coreference, with chains made by hand."""

from dataclasses import replace

from hand import hand_article, hand_parse, resources

from framing.actors import Actor
from framing.annotation import Rows
from framing.annotators import mentions
from framing.annotators.mentions import links
from framing.encoder import Linked
from framing.encoder.facts import facts_of

UNION = Actor("DU", "Dockers' Union", "union", "L")
ANA = Actor("ANA", "Ana Brandt", "person", "L")

TWO = (
    """
    Ana_Brandt NNP nsubj 2 name=ANA
    met VBD ROOT 0 lemma=meet
    the DT det 4
    Dockers'_Union NNP dobj 2 name=DU
    ~. . punct 2
    """,
    """
    Yesterday NN npadvmod 3
    {pronoun} PRP nsubj 3
    slept VBD ROOT 0 lemma=sleep
    ~. . punct 3
    """,
    """
    The DT det 2
    {noun} NN nsubj 3
    slept VBD ROOT 0 lemma=sleep
    ~. . punct 3
    """,
)


class Model:
    """Stands for a loaded model; what it would say is made by hand."""

    version = "hand@1"


def found(monkeypatch, pronoun, noun, *chains):
    """The mentions that are no names, with chains of (head, confidence)."""
    parse = hand_parse(*(part.format(pronoun=pronoun, noun=noun) for part in TWO))
    made = [
        [
            Linked(parse.tokens[head].start, parse.tokens[head].end, head, sure)
            for head, sure in chain
        ]
        for chain in chains
    ]
    monkeypatch.setattr(links, "clusters", lambda parse, model, whole: made)
    known = replace(resources(UNION, ANA), coreference=Model())
    rows, _ = mentions.annotate(parse, hand_article(parse), Rows(), known)
    return [(row.text, row.actor, row.confidence) for row in rows if row.form != "name"]


#: Token numbers of the two names, the pronoun and the noun.
PERSON, GROUP, PRONOUN, NOUN = 0, 3, 6, 10


def test_rules_and_chain_agree_with_the_confidence_of_the_surer(monkeypatch):
    chain = [(PERSON, 0.9), (PRONOUN, 0.93)]
    assert ("she", "ANA", 0.93) in found(monkeypatch, "she", "dog", chain)


def test_a_sure_chain_overrules_the_rules(monkeypatch):
    ruled = found(monkeypatch, "they", "dog")
    chain = [(PERSON, 0.9), (PRONOUN, 0.8)]
    assert [actor for _, actor, _ in ruled] == ["DU"]
    assert ("they", "ANA", 0.8) in found(monkeypatch, "they", "dog", chain)


def test_a_chain_less_sure_makes_the_rules_debatable(monkeypatch):
    chain = [(PERSON, 0.9), (PRONOUN, 0.7)]
    assert ("they", "DU", 0.6) in found(monkeypatch, "they", "dog", chain)


def test_a_sure_chain_without_an_actor_means_none(monkeypatch):
    chain = [(1, 0.9), (PRONOUN, 0.8)]
    assert found(monkeypatch, "it", "dog", chain) == []


def test_a_thing_is_no_person_whatever_the_chain_says(monkeypatch):
    chain = [(PERSON, 0.9), (PRONOUN, 0.9)]
    assert "ANA" not in [actor for _, actor, _ in found(monkeypatch, "it", "dog", chain)]


def test_a_person_is_no_group_whatever_the_chain_says(monkeypatch):
    chain = [(GROUP, 0.9), (PRONOUN, 0.9)]
    assert "DU" not in [actor for _, actor, _ in found(monkeypatch, "she", "dog", chain)]


def test_a_description_is_whom_its_chain_names(monkeypatch):
    chain = [(GROUP, 0.9), (NOUN, 0.7)]
    assert ("The firm", "DU", 0.7) in found(monkeypatch, "she", "firm", chain)


def test_a_weak_chain_says_nothing_of_a_description(monkeypatch):
    chain = [(PERSON, 0.9), (NOUN, 0.3)]
    assert ("The teenager", "ANA", 0.3) not in found(monkeypatch, "she", "teenager", chain)


def test_somebody_named_later_is_met_before(monkeypatch):
    first = """
        The DT det 2
        teenager NN nsubj 3
        slept VBD ROOT 0 lemma=sleep
        ~. . punct 3
    """
    parse = hand_parse(first, TWO[0])
    chain = [Linked(0, 12, 1, 0.8), Linked(parse.tokens[4].start, parse.tokens[4].end, 4, 0.75)]
    monkeypatch.setattr(links, "clusters", lambda parse, model, whole: [chain])
    known = replace(resources(UNION, ANA), coreference=Model())
    rows, _ = mentions.annotate(parse, hand_article(parse), Rows(), known)
    assert ("The teenager", "ANA") in [(row.text, row.actor) for row in rows]


def test_a_name_has_one_gender_throughout_an_article():
    parse = hand_parse(
        """
        Halima NNP compound 2 ent=PERSON
        Noor NNP nsubj 3 ent=PERSON
        left VBD ROOT 0
        """,
        """
        Noor NNP nsubj 2 ent=PERSON
        slept VBD ROOT 0
        """,
    )
    facts = facts_of(parse.tokens, [0, 1], [])
    assert facts.gender[[1, 3]].tolist() == [2, 2]


VARGA = (
    """
    Critics NNS nsubj 2 lemma=critic
    met VBD ROOT 0 lemma=meet
    Varga NNP dobj 2 ent=ORG
    ~. . punct 2
    """,
    """
    {pronoun} PRP nsubj 2
    left VBD ROOT 0 lemma=leave
    ~. . punct 2
    """,
)


def varga(monkeypatch, pronoun, sure, start=2):
    parse = hand_parse(*(part.format(pronoun=pronoun) for part in VARGA))
    made = [
        [
            Linked(parse.tokens[at].start, parse.tokens[at].end, at, chance)
            for at, chance in ((start, 0.9), (4, sure))
        ]
    ]
    monkeypatch.setattr(links, "clusters", lambda parse, model, whole: made)
    known = replace(resources(UNION), coreference=Model())
    rows, discovered = mentions.annotate(parse, hand_article(parse), Rows(), known)
    names = {actor.id for actor in discovered if actor.kind == "person"}
    return [(row.text, row.actor) for row in rows], names


def test_a_name_that_a_pronoun_takes_up_is_a_person(monkeypatch):
    rows, persons = varga(monkeypatch, "She", 0.9)
    assert persons == {"Varga"}
    assert ("Varga", "Varga") in rows
    assert ("She", "Varga") in rows


def test_a_name_that_an_it_or_an_unsure_she_takes_up_is_none(monkeypatch):
    assert varga(monkeypatch, "It", 0.9)[1] == set()
    assert varga(monkeypatch, "She", 0.6)[1] == set()


def test_a_chain_with_both_they_and_she_says_nothing_of_they(monkeypatch):
    parse = hand_parse(
        *(part.format(pronoun="they", noun="dog") for part in TWO),
        """
        She PRP nsubj 2
        slept VBD ROOT 0 lemma=sleep
        """,
    )
    chain = [(PERSON, 0.9), (PRONOUN, 0.9), (13, 0.9)]
    assert parse.tokens[13].text == "She"
    made = [[Linked(0, 1, head, sure) for head, sure in chain]]
    monkeypatch.setattr(links, "clusters", lambda parse, model, whole: made)
    known = replace(resources(UNION, ANA), coreference=Model())
    rows, _ = mentions.annotate(parse, hand_article(parse), Rows(), known)
    assert ("they", "ANA") not in [(row.text, row.actor) for row in rows]
    assert ("She", "ANA") in [(row.text, row.actor) for row in rows]


def test_they_who_say_something_are_whom_the_chain_names_though_nobody_lists_them(monkeypatch):
    parse = hand_parse(
        """
        Legal JJ amod 2
        observers NNS nsubj 3 lemma=observer
        praised VBD ROOT 0 lemma=praise
        Varga NNP dobj 3
        """,
        """
        They PRP nsubj 2
        say VBP ROOT 0 lemma=say
        so RB advmod 2
        """,
    )
    made = [[Linked(0, 1, 1, 0.9), Linked(0, 1, 4, 0.9)]]
    monkeypatch.setattr(links, "clusters", lambda parse, model, whole: made)
    known = replace(resources(UNION), coreference=Model())
    rows, _ = mentions.annotate(parse, hand_article(parse), Rows(), known)
    found = {row.text: row.actor for row in rows}
    assert found.get("They") == found.get("Legal observers") is not None
