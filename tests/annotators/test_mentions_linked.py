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
