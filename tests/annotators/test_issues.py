"""What attributions are about, by the actors file's terms or by the events they share."""

from dataclasses import replace

from hand import hand_article, hand_parse, resources

from framing.actors import Issue
from framing.annotation import Attribution, RoleSpan, Rows
from framing.annotators import issues

PARSE = hand_parse(
    "cranes NNS nsubj 2 lemma=crane\nfell VBD ROOT 0 lemma=fall",
    "wages NNS nsubj 2 lemma=wage\nrose VBD ROOT 0 lemma=rise",
    "Mondays NNS nsubj 2 lemma=monday\npassed VBD ROOT 0 lemma=pass",
    """
    the DT det 3
    gas NN compound 3
    attack NN nsubj 4
    happened VBD ROOT 0 lemma=happen
    """,
    """
    they PRP nsubj 2
    attacked VBD ROOT 0 lemma=attack
    us PRP dobj 2
    """,
)


def said(number, sentence, *, actor=None, parent=None):
    place = PARSE.sentences[sentence]
    return Attribution(
        article_id="hand", span_id=f"ar{number}", start=place.start, end=place.end,
        text=PARSE.text[place.start : place.end], zone="body", type="indirect", actor=actor,
        parent=parent, parts=(RoleSpan("content", place.start, place.end),),
    )  # fmt: skip


def found(*rows, terms=()):
    known = resources()
    known = replace(known, actors=replace(known.actors, issues=terms))
    return [
        row.issue
        for row in issues.annotate(PARSE, hand_article(PARSE), Rows(attributions=rows), known)
    ]


TERMS = (Issue("safety", ("crane", "gas attack")), Issue("pay", ("wage", "wages")))


def test_an_issue_by_its_terms():
    assert found(said(0, 0), said(1, 1), terms=TERMS) == ["safety", "pay"]


def test_an_issue_by_a_term_of_several_words():
    assert found(said(0, 3), terms=TERMS) == ["safety"]


def test_without_a_term_the_parents_issue():
    rows = (said(0, 0), said(1, 1), said(2, 2, parent="ar0"))
    assert found(*rows, terms=TERMS)[2] == "safety"


def test_without_a_parent_the_speakers_last_issue():
    rows = (said(0, 0, actor="A"), said(1, 1, actor="B"), said(2, 2, actor="A"))
    assert found(*rows, terms=TERMS)[2] == "safety"


def test_else_the_issue_before():
    assert found(said(0, 1), said(1, 2, actor="C"), terms=TERMS) == ["pay", "pay"]


def test_nothing_named_is_no_issue():
    assert found(said(0, 2), terms=TERMS) == [None]
    assert found(terms=TERMS) == []


def test_without_terms_a_shared_event_is_the_issue():
    assert found(said(0, 3), said(1, 4)) == ["attack", "attack"]


def test_an_event_of_one_attribution_is_no_issue():
    assert found(said(0, 3), said(1, 1)) == [None, None]


def test_the_rest_of_an_attribution_stays_as_it_was():
    row = said(0, 0, actor="A")
    known = resources()
    (after,) = issues.annotate(PARSE, hand_article(PARSE), Rows(attributions=(row,)), known)
    assert replace(after, issue=None) == row
