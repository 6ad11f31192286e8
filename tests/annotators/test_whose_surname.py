"""People who share a surname, names beside titles, and whom a sentence before was about."""

import pytest

from framing import analyze
from framing.actors import Actor, Actors

pytestmark = pytest.mark.model

WATCHERS = Actors(
    (
        Actor("NOR", "Northern Observatory for Human Rights", "monitoring group"),
        Actor("SRW", "Southern Rights Watch", "rights group"),
        Actor("AL", "Anna Lund", "person", affiliation="NOR"),
    )
)


def last_speaker(text, actors=None):
    (result,) = analyze(text, actors=actors).results
    return result.rows.attributions[-1].speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Hillary Clinton met voters on Monday in the state of Nevada. “I don’t wake up mad at "
            "anybody,” Bill Clinton told a crowd.",
            "Bill Clinton",
        ),
        (
            "Officer Rafael Ramos was buried on Saturday. Hundreds came to praise Ramos. “What "
            "happened to my father was a tragedy,” said Justin Ramos, a student.",
            "Justin Ramos",
        ),
        (
            "White House press secretary Sarah Sanders spoke of the arrest. “The president did "
            "nothing wrong,” Sanders said in an interview.",
            "Sarah Sanders",
        ),
        (
            "Mark Lund reached out to three lawmakers, including Tom Hart of Ohio, who said voters "
            "have come around. “That has matured into trust,” he said.",
            "Tom Hart",
        ),
        (
            "“It is who you are,” Mark Lund said. The sentiment was echoed by Tom Hart. “We are a "
            "nation of laws,” he said.",
            "Tom Hart",
        ),
    ],
)
def test_somebody_else_of_the_article(text, speaker):
    assert speaker in last_speaker(text)


def test_a_listed_persons_namesake_is_not_hidden():
    actors = Actors((Actor("HC", "Hillary Clinton", "person"),))
    text = (
        "Hillary Clinton met voters on Monday in the state of Nevada. “I don’t wake up mad at "
        "anybody,” Bill Clinton told a crowd. Clinton smiled."
    )
    (result,) = analyze(text, actors=actors).results
    named = [(row.text, row.actor) for row in result.rows.mentions if "Clinton" in row.text]
    assert named == [
        ("Hillary Clinton", "HC"), ("Bill Clinton", "Bill Clinton"), ("Clinton", "HC"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Ten died” Anna Lund head of the Northern Observatory for Human Rights told the Post.",
         "Anna Lund"),
        ("Director of the Lund-based Observatory Anna Lund also stated that ten people died.",
         "Anna Lund"),
        ("An aide to Anna Lund said that ten people had died in the raid.", "An aide"),
    ],
)  # fmt: skip
def test_a_listed_name_beside_a_title(text, speaker):
    assert last_speaker(text, WATCHERS).startswith(speaker)


def test_the_one_monitor_that_an_article_names():
    text = (
        "Ten people died in the town, a monitor said. Six of them were fighters, according to the "
        "Northern Observatory for Human Rights. It said fighting had broken out on Friday."
    )
    (result,) = analyze(text, actors=WATCHERS).results
    assert {row.actor for row in result.rows.attributions} == {"NOR"}
