"""The actors file: what it says is understood, and what it gets wrong is named."""

from pathlib import Path

import pytest

from framing.actors import (
    CONTRAST_FAMILIES,
    Actor,
    Actors,
    Contrast,
    Side,
    load_actors,
    parse_actors,
)
from framing.errors import ActorsError, FramingError

HARBOUR = """
[contrasts]
labels = ["LAB", "MAN"]
claims = ["Streets", "MAN"]

[[side]]
id = "LAB"
name = "Labour"
bloc = "Streets"

[[side]]
id = "RES"
name = "Residents"
bloc = "Streets"
debatable = true

[[side]]
id = "MAN"
name = "Management"

[[actor]]
id = "DU"
name = "Dockers' Union"
kind = "union"
side = "LAB"
aliases = ["DU", "the Dockers"]

[[actor]]
id = "QUI"
name = "Teresa Quiroga"
kind = "person"
affiliation = "DU"

[[actor]]
id = "AIDE"
name = "Pedro Lima"
kind = "person"
affiliation = "QUI"

[[actor]]
id = "HHA"
name = "Harbour Authority"
side = "MAN"

[[actor]]
id = "COU"
name = "Lisbon Courier"

[[issue]]
id = "safety"
terms = ["crane", "accident"]
"""

SIDES = '[[side]]\nid = "A"\nname = "Alpha"\n[[side]]\nid = "B"\nname = "Beta"\n'


def load(tmp_path: Path, text: str) -> Actors:
    path = tmp_path / "who.toml"
    path.write_text(text, encoding="utf-8")
    return load_actors(path)


@pytest.fixture
def harbour(tmp_path):
    return load(tmp_path, HARBOUR)


def test_everything_in_the_file_is_read(harbour):
    union = harbour.get("DU")
    assert union == Actor("DU", "Dockers' Union", "union", "LAB", ("DU", "the Dockers"), None)
    assert union.names == ("Dockers' Union", "DU", "the Dockers")
    assert [side.id for side in harbour.sides] == ["LAB", "RES", "MAN"]
    assert harbour.issues[0].terms == ("crane", "accident")


def test_sides_come_through_affiliations(harbour):
    assert harbour.side_of("QUI") == "LAB"
    assert harbour.side_of("AIDE") == "LAB"
    assert harbour.side_of("COU") is None
    assert harbour.side_of("nobody") is None
    assert harbour.side_of(None) is None


def test_names_for_reports(harbour):
    assert harbour.side_name("MAN") == "Management"
    assert harbour.side_name("Streets") == "Streets"
    assert harbour.side_name(None) == "no side"
    assert harbour.actor_name("QUI") == "Teresa Quiroga"
    assert harbour.actor_name("x") == "x"
    assert harbour.actor_name(None) == "unknown"


def test_contrasts_per_family(harbour):
    labels = harbour.contrast("labels")
    assert (labels.sides_a, labels.sides_b) == (frozenset({"LAB"}), frozenset({"MAN"}))
    assert harbour.contrast("claims").sides_a == {"LAB", "RES"}
    assert harbour.contrast("events") == harbour.contrast("claims")
    assert Actors().contrast("labels") is None


def test_a_contrast_by_name_bloc_or_actor(harbour):
    assert harbour.contrast_between("labour", "MANAGEMENT").side_a == "LAB"
    assert harbour.contrast_between("Teresa Quiroga", "harbour authority").sides_b == {"MAN"}
    assert harbour.contrast_between("DU", "HHA") == harbour.contrast_between("LAB", "MAN")
    assert harbour.contrast_between("Streets", "MAN").sides_a == {"LAB", "RES"}


def test_with_contrast_replaces_every_family(harbour):
    turned = harbour.with_contrast("MAN", "Streets")
    assert {turned.contrast(family).side_a for family in CONTRAST_FAMILIES} == {"MAN"}
    assert harbour.contrast("labels").side_a == "LAB"


def test_blocs_and_debatable_sides(harbour):
    assert harbour.members("Streets") == {"LAB", "RES"}
    assert harbour.members("MAN") == {"MAN"}
    assert harbour.members("nothing") == frozenset()
    assert harbour.debatable_sides == {"RES"}
    without = harbour.contrast("claims").without(harbour.debatable_sides)
    assert without == Contrast("Streets", "MAN", frozenset({"LAB"}), frozenset({"MAN"}))


def test_the_repositorys_own_actors_file():
    actors = load_actors(Path(__file__).parents[1] / "seeds" / "douma.actors.toml")
    assert actors.contrast("claims").sides_a == {"OPP", "WEST", "WH"}
    assert actors.side_of("KONASH") == "GOV"
    assert actors.debatable_sides == {"WH"}


def test_an_empty_file_lists_nobody(tmp_path):
    assert load(tmp_path, "") == Actors()


def test_a_byte_order_mark_and_unicode_are_read(tmp_path):
    path = tmp_path / "who.toml"
    path.write_bytes(b"\xef\xbb\xbf" + '[[actor]]\nid = "Ż"\nname = "Związek Żeglarzy"\n'.encode())
    assert load_actors(str(path)).get("Ż").name == "Związek Żeglarzy"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[actor]]\nid = "X"\nname = "Y"\nsid = "A"\n', ["actor.0.sid", "accepted", "side"]),
        ('[[side]]\nid = "X"\nname = "Y"\nblock = "Z"\n', ["side.0.block", "bloc"]),
        ('[[actors]]\nid = "X"\n', ["actors", "accepted", "actor"]),
        ("[contrasts]\nlabel = ['A', 'B']\n", ["contrasts.label", "labels"]),
        ('[[issue]]\nid = "x"\nwords = []\n', ["issue.0.words", "terms"]),
        ('[[actor]]\nid = "X"\n', ["actor.0.name", "required"]),
        ('[[actor]]\nid = ""\nname = "Y"\n', ["actor.0.id"]),
        ('[[actor]]\nid = "  "\nname = "Y"\n', ["actor.0.id"]),
        ('[[actor]]\nid = "X"\nname = 3\n', ["actor.0.name", "3"]),
        ('[[actor]]\nid = "X"\nname = "Y"\naliases = "Z"\n', ["actor.0.aliases", "Z"]),
        ('actor = "X"\n', ["actor", "X"]),
        (SIDES + '[[actor]]\nid = "X"\nname = "Y"\nside = "C"\n', ["'X'", "'C'", "A, B"]),
        ('[[actor]]\nid = "X"\nname = "Y"\nside = "C"\n', ["'C'", "add a [[side]]"]),
        (SIDES + '[contrasts]\nlabels = ["A", "C"]\n', ["contrasts.labels", "'C'", "A, B"]),
        (SIDES + '[contrasts]\nlabels = ["A", "A"]\n', ["contrasts.labels", "in common"]),
        (SIDES + '[contrasts]\nlabels = ["A", "alpha"]\n', ["contrasts.labels", "in common"]),
        (SIDES + '[contrasts]\nlabels = ["A"]\n', ["contrasts.labels"]),
        (SIDES + '[contrasts]\nclaims = ["A", "B", "A"]\n', ["contrasts.claims"]),
        (SIDES + '[[side]]\nid = "A"\nname = "Again"\n', ["side id 'A'", "twice"]),
        ('[[actor]]\nid = "X"\nname = "Y"\n[[actor]]\nid = "X"\nname = "Z"\n', ["'X'", "twice"]),
        ('[[issue]]\nid = "x"\n[[issue]]\nid = "x"\n', ["issue id 'x'", "twice"]),
        (SIDES + '[[side]]\nid = "C"\nname = "Gamma"\nbloc = "A"\n', ["'A'", "bloc"]),
        (
            '[[actor]]\nid = "X"\nname = "Same"\n[[actor]]\nid = "Z"\nname = "SAME"',
            ["'X'", "'Z'", "'same'"],
        ),
        (
            '[[actor]]\nid = "X"\nname = "P"\naffiliation = "Z"\n'
            '[[actor]]\nid = "Z"\nname = "Q"\naffiliation = "X"\n',
            ["cycle", "X -> Z -> X"],
        ),
        ('[[actor]]\nid = "X"\nname = "P"\naffiliation = "X"\n', ["cycle", "X -> X"]),
        ("[[actor]\nid = 1\n", ["not valid TOML", "line 1"]),
        ("just words", ["not valid TOML"]),
    ],
)
def test_a_mistake_is_named_with_its_file_and_place(tmp_path, text, said):
    with pytest.raises(ActorsError) as caught:
        load(tmp_path, text)
    message = str(caught.value)
    assert "\n" not in message
    assert str(tmp_path / "who.toml") in message
    for part in said:
        assert part in message


def test_a_missing_file_a_folder_and_bytes(tmp_path):
    with pytest.raises(ActorsError, match=r"absent\.toml: cannot be read as an actors file"):
        load_actors(tmp_path / "absent.toml")
    with pytest.raises(ActorsError, match="cannot be read as an actors file"):
        load_actors(tmp_path)
    path = tmp_path / "who.toml"
    path.write_bytes(b"id = '\xff\xfe'")
    with pytest.raises(ActorsError, match="it is not UTF-8 text"):
        load_actors(path)
    assert issubclass(ActorsError, FramingError)


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (("LAB", "nobody"), "unknown side or bloc 'nobody'; accepted: LAB, MAN, RES, Streets"),
        (("Streets", "RES"), "side in common"),
        (("Lisbon Courier", "MAN"), "unknown side or bloc 'Lisbon Courier'"),
        (("", "MAN"), "unknown side or bloc ''"),
    ],
)
def test_a_contrast_that_cannot_be_drawn(harbour, pair, said):
    with pytest.raises(ActorsError, match=said):
        harbour.contrast_between(*pair)


def test_a_contrast_without_any_sides():
    with pytest.raises(ActorsError, match="the file has no sides"):
        Actors().contrast_between("A", "B")


def test_parsed_contents_name_their_source():
    with pytest.raises(ActorsError, match=r"^my actors: "):
        parse_actors({"actor": [{"id": "X"}]}, name="my actors")
    assert parse_actors({"side": [{"id": "A", "name": "Alpha"}]}).sides == (Side("A", "Alpha"),)
