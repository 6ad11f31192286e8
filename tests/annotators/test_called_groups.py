"""Groups that no file lists, found because the text calls them armed ones."""

import pytest
from model_case import read

pytestmark = pytest.mark.model


def actors_of(text):
    return [(row.text, row.actor) for row in read(text).rows.mentions]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The army fought the Grey Banner terrorist group.", "Grey Banner"),
        ("Officers named the Grey Banner, a militant group, in the case.", "Grey Banner"),
        ("Air raids weakened GBX and other terrorist groups.", "GBX"),
    ],
)
def test_a_label_beside_a_name_is_said_of_it(text, actor):
    labels = read(text).rows.loaded_terms
    assert {row.actor for row in labels if "group" in row.text} == {actor}
    assert actor in {name for _, name in actors_of(text)}


def test_the_name_is_read_wherever_else_it_stands():
    text = "Grey Banner took the town. The army fought the Grey Banner militant group there."
    assert [actor for _, actor in actors_of(text)].count("Grey Banner") == 2


@pytest.mark.parametrize(
    "text",
    [
        "The army fought the Takfiri terrorist group.",  # a label
        "The army fought a Shia militia.",  # a people
        "Ann Lee leads a terrorist group, officials said.",
    ],
)
def test_what_is_no_name_of_a_group(text):
    assert not any(row.evidence == "called a group" for row in read(text).rows.mentions)
