"""The naming ledger: names in order of appearance, by voice and zone."""

from framing.annotation import LoadedTerm, Mention, Rows
from framing.naming import naming
from framing.tables import columns


def mention(at, text, actor="U", **other):
    return Mention(
        article_id="a", span_id=f"m{at}", start=at, end=at + len(text), text=text, actor=actor,
        side="L", **{"zone": "body", "form": "common", **other},
    )  # fmt: skip


def term(at, text, mention_id=None, **other):
    return LoadedTerm(
        article_id="a", span_id=f"l{at}", start=at, end=at + len(text), text=text, zone="body",
        kind="label", term=text, actor="U", mention_id=mention_id, **other,
    )  # fmt: skip


def test_names_come_in_order_of_appearance_and_are_told_apart_by_voice_and_zone():
    rows = Rows(
        mentions=(
            mention(0, "Thugs", zone="headline"), mention(20, "The union"),
            mention(40, "the  union", voice="BLY"), mention(60, "the union"),
            mention(80, "thugs", voice="BLY"), mention(90, "the firm", actor="F"),
            mention(99, "they", form="pronoun"),
        ),
    )  # fmt: skip
    found = [(row.actor, row.position, row.key, row.voice, row.zone, row.count)
             for row in naming(rows)]  # fmt: skip
    assert found == [
        ("U", 1, "thugs", "author", "headline", 1),
        ("U", 1, "thugs", "BLY", "body", 1),
        ("U", 2, "union", "author", "body", 2),
        ("U", 2, "union", "BLY", "body", 1),
        ("F", 1, "firm", "author", "body", 1),
    ]


def test_polarity_weight_and_plainer_words_are_those_of_the_terms_inside():
    rows = Rows(
        mentions=(mention(0, "the heroic thugs"),),
        loaded_terms=(
            term(4, "heroic", polarity="positive", loadedness=1, alternatives=("brave",)),
            term(11, "thugs", polarity="negative", loadedness=3, alternatives=("men",),
                 confidence=0.5),
        ),
    )  # fmt: skip
    (row,) = naming(rows)
    assert (row.polarity, row.loadedness, row.alternatives) == ("mixed", 3, ("men",))
    assert (row.confidence, row.terms) == (0.5, ("l4", "l11"))


def test_a_term_without_a_mention_is_a_name_of_its_own():
    rows = Rows(loaded_terms=(term(4, "stronghold", polarity="negative", loadedness=2),))
    (row,) = naming(rows)
    assert (row.name, row.count, row.polarity, row.spans) == ("stronghold", 1, "negative", ("l4",))


def test_a_term_said_of_a_mention_weighs_on_its_name():
    rows = Rows(
        mentions=(mention(0, "The union"),),
        loaded_terms=(term(15, "a gang", mention_id="m0", polarity="negative", loadedness=2),),
    )
    assert [(row.name, row.loadedness) for row in naming(rows)] == [("The union", 2)]


def test_the_ledger_is_a_table():
    assert columns("naming")["alternatives"] == "texts"
    assert columns("naming")["position"] == "int"
