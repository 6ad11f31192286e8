"""The name-swap test: exchange the two sides' names, and every asymmetry must turn round.

The actors file stays as it is. A measure that does not change its sign, or not keep its size,
says something about the tool rather than about the text.
"""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from framing.actors import Actors, load_actors, parse_actors
from framing.analysis import analyze_one
from framing.annotation import Measure
from framing.article import Article
from framing.evaluation.nameswap import swapped
from framing.reading import as_articles

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[1] / "seeds"

#: One to one, each name with one of the other bloc and, where there is one, of the same kind.
#: The last person stands for nobody in the actors file: his title says whose he is.
DOUMA = {
    "Jaish al-Islam": "Syrian Army",
    "Ammar Hassan": "Sergei Lavrov",
    "Hassan": "Lavrov",
    "White Helmets": "Russian Defense Ministry",
    "US": "Russian military",
    "France": "Russia",
    "French": "Russian",
    "Paris": "Moscow",
    "British": "Syrian",
    "Britain": "Syria",
    "London": "Damascus",
    "Raed Mansour": "Igor Konashenkov",
}

WATER = """\
Villagers wait as Selk militants choke the dam

The Selk Front terrorists have held the Orla dam since Monday, engineers said. The terrorist \
group closed the last gate at noon.

The Valley Guard has denied that it shelled the road. “We fired no shot,” said Marek Dovic, a \
spokesman for the Valley Guard. “Our men stood by the bridge all night and gave out water.”

Selk Front thugs burned two pumps, the water board said. The Selk Front claimed the pumps were \
broken. The Selk Front also claimed that the Valley Guard had opened fire. Ilya Renn of the Selk \
Front alleged that the gate was closed by accident.

The Valley Guard confirmed that its engineers would repair the dam by Friday. The Valley Guard \
said that the water was safe. The Selk Front claimed that it was poisoned.

The extremists of the Selk Front left at dawn. The Valley Guard entered the town without a fight. \
Villagers thanked the Valley Guard. Nobody thanked the Selk Front.
"""

WATER_ACTORS = parse_actors(
    {
        "side": [{"id": "S", "name": "Selk"}, {"id": "V", "name": "Valley"}],
        "contrasts": {"labels": ["S", "V"], "claims": ["S", "V"]},
        "actor": [
            {"id": "SF", "name": "Selk Front", "kind": "armed group", "side": "S"},
            {"id": "RENN", "name": "Ilya Renn", "kind": "person", "side": "S", "affiliation": "SF"},
            {"id": "VG", "name": "Valley Guard", "kind": "armed group", "side": "V"},
            {
                "id": "DOVIC", "name": "Marek Dovic", "kind": "person", "side": "V",
                "affiliation": "VG",
            },
        ],
    }
)  # fmt: skip

WATER_NAMES = {
    "Selk Front": "Valley Guard",
    "Selk": "Valley",
    "Ilya Renn": "Marek Dovic",
}


def douma() -> str:
    """The seed, with the one singular of a name in full."""
    text = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8")
    return text.replace("White Helmet operators", "White Helmets operators")


def measures(text: str, actors: Actors) -> dict[tuple[str, str], Measure]:
    (article,) = as_articles(Article("swap", text))
    result = analyze_one(article, actors)
    return {
        (row.measure, row.scope): row
        for row in result.measures
        if row.variant == "all" and row.side_b is not None
    }


@lru_cache(maxsize=2)
def pair(name: str) -> tuple[dict[tuple[str, str], Measure], dict[tuple[str, str], Measure]]:
    if name == "water":
        text, actors, table = WATER, WATER_ACTORS, WATER_NAMES
    else:
        text, table = douma(), DOUMA
        actors = load_actors(SEEDS / "douma.actors.toml").with_contrast("ANTI", "GOV")
    return measures(text, actors), measures(swapped(text, table), actors)


def test_the_table_turns_a_text_round_and_back():
    assert swapped(swapped(WATER, WATER_NAMES), WATER_NAMES) == WATER
    assert swapped(swapped(douma(), DOUMA), DOUMA) == douma()
    assert "Syrian Army terrorists" in swapped(douma(), DOUMA)


def test_the_fictional_text_has_the_slant_it_was_written_with():
    plain, _ = pair("water")
    assert plain["LA", "all"].value > 0.2
    assert plain["DA", "all"].value > 0.5
    assert plain["QP", "all"].value != 0
    assert plain["AD", "all"].value != 0


@pytest.mark.parametrize("name", ["LA", "DA", "SA_words", "SA_attributions", "SA_direct_words",
                                  "QP", "VS", "HT", "AD"])  # fmt: skip
def test_every_asymmetry_of_the_fictional_text_turns_round(name):
    plain, turned = (side[name, "all"] for side in pair("water"))
    assert (
        (plain.n_a, plain.n_b) == (turned.n_b, turned.n_a)
        or name in ("QP", "HT")
        or (name.startswith("SA"))
    )
    assert turned.status == plain.status
    assert turned.value == pytest.approx(-plain.value, abs=0.10)


@pytest.mark.parametrize("name", ["LA", "DA", "HT", "SA_words", "SA_attributions",
                                  "SA_direct_words", "QP", "VS", "AD"])  # fmt: skip
def test_every_asymmetry_of_the_seed_turns_round(name):
    plain, turned = (side[name, "all"] for side in pair("seed"))
    assert turned.status == plain.status
    assert turned.value == pytest.approx(-plain.value, abs=0.10)


@pytest.mark.parametrize("name", ["seed", "water"])
def test_the_share_of_the_harm_becomes_its_complement(name):
    plain, turned = (side["HS", "all"] for side in pair(name))
    assert turned.value == pytest.approx(1 - plain.value, abs=0.10)


@pytest.mark.parametrize("name", ["seed", "water"])
def test_the_order_of_the_actors_file_decides_nothing(name):
    if name == "water":
        text, actors = swapped(WATER, WATER_NAMES), WATER_ACTORS
    else:
        text, actors = douma(), load_actors(SEEDS / "douma.actors.toml")
    turned = replace(actors, actors=actors.actors[::-1], sides=actors.sides[::-1])
    (article,) = as_articles(Article("order", text))
    one, other = (analyze_one(article, known).rows for known in (actors, turned))
    for kind in ("mentions", "attributions", "loaded_terms", "epistemic", "events"):
        assert getattr(one, kind) == getattr(other, kind), kind
