"""A proposed actors file: what it is made from, and that it is always sound."""

from __future__ import annotations

import tomllib

import pytest

from framing.actors import Actor, Actors, parse_actors
from framing.annotation import ArticleRow, Attribution, Mention, Rows
from framing.article import Article
from framing.result import Result
from framing.suggest import suggest_actors, suggest_from_results


def result(*actors: Actor, mentions: dict[str, list[str]], said: tuple[str, ...] = ()) -> Result:
    """An analysis in which the actors are mentioned by these names."""
    spans = {"article_id": "a", "start": 0, "end": 1, "zone": "body"}
    rows = Rows(
        mentions=tuple(
            Mention(
                **spans, span_id=f"m{place}-{actor}", text=text, actor=actor, side=None, form="name"
            )
            for actor, texts in mentions.items()
            for place, text in enumerate(texts)
        ),
        attributions=tuple(
            Attribution(**spans, span_id=f"q{place}", text="x", type="direct", actor=actor)
            for place, actor in enumerate(said)
        ),
    )
    return Result(Article("a", "x"), Actors(actors), ArticleRow(article_id="a"), rows)


def proposed(*results: Result) -> dict[str, dict[str, object]]:
    text = suggest_from_results(results)
    raw = tomllib.loads(text)
    parse_actors(raw)
    return {entry["name"]: entry for entry in raw.get("actor", [])}


def test_the_most_mentioned_come_first_with_counts_in_comments() -> None:
    one = result(
        Actor("P", "Port", kind="organisation"),
        Actor("U", "Union", kind="organisation"),
        mentions={"P": ["Port"], "U": ["Union", "the Union"]},
        said=("U",),
    )
    text = suggest_from_results([one])
    assert list(proposed(one)) == ["Union", "Port"]
    assert '# 2 mentions, 1 attribution: Union; the Union\n[[actor]]\nid = "Union"' in text
    assert "proposed from 1 article," in text


def test_articles_are_pooled_by_name() -> None:
    first = result(Actor("x1", "the Union", kind="group"), mentions={"x1": ["the Union"]})
    second = result(Actor("x2", "Union", kind="group"), mentions={"x2": ["Union"] * 2})
    assert len(proposed(first, second)) == 1
    assert "# 3 mentions" in suggest_from_results([first, second])


def test_other_names_become_aliases_but_parts_of_the_name_do_not() -> None:
    found = proposed(
        result(
            Actor("UK", "United Kingdom", kind="state"),
            Actor("O", "Mary Olsen", kind="person"),
            mentions={
                "UK": ["Britain", "the UK", "Britain’s", "it"],
                "O": ["Mary Olsen", "Olsen", "Minister Mary Olsen"],
            },
        )
    )
    assert found["United Kingdom"]["aliases"] == ["Britain", "UK"]
    assert "aliases" not in found["Mary Olsen"]


def test_a_name_that_two_share_goes_to_the_one_it_names_most() -> None:
    found = proposed(
        result(
            Actor("A", "Northern Front", kind="group"),
            Actor("B", "Southern Front", kind="group"),
            mentions={"A": ["NF", "Alliance"], "B": ["Alliance", "Alliance", "Northern Front"]},
        )
    )
    assert found["Northern Front"]["aliases"] == ["NF"]
    assert found["Southern Front"]["aliases"] == ["Alliance"]


def test_affiliations_are_kept_unless_they_run_in_a_circle() -> None:
    found = proposed(
        result(
            Actor("A", "Ada Berg", kind="person", affiliation="B"),
            Actor("B", "Berg Fund", kind="organisation", affiliation="A"),
            Actor("C", "Cy Dahl", kind="person", affiliation="gone"),
            mentions={"A": ["Ada Berg"], "B": ["Berg Fund"], "C": ["Cy Dahl"]},
        )
    )
    assert [entry.get("affiliation") for entry in found.values()] == ["Berg Fund", None, None]


def test_the_nameless_are_told_but_not_proposed() -> None:
    one = result(
        Actor("some", "some", kind="unnamed"),
        Actor("crowd", "crowd", kind="unlisted"),
        mentions={"some": [], "crowd": ["the crowd"] * 3},
    )
    assert proposed(one) == {}
    text = suggest_from_results([one])
    assert "crowd (3 mentions)" in text
    assert "some (" not in text


@pytest.mark.parametrize(
    "name", ['A "B" \\ C', "A\nB = 1", "A\x7f\x00B", "[[actor]]", "# x", "Ünï"]
)
def test_any_name_makes_a_sound_file(name: str) -> None:
    one = result(Actor("x", name, kind='a "kind"'), mentions={"x": [name, f"Other {name}"]})
    assert len(proposed(one)) == 1


def test_no_sides_are_invented() -> None:
    one = result(Actor("x", "Union", kind="group"), mentions={"x": ["Union"]})
    raw = tomllib.loads(suggest_from_results([one]))
    assert set(raw) == {"actor"}
    assert "# [[side]]" in suggest_from_results([one])


def test_nothing_found_is_still_a_file() -> None:
    assert tomllib.loads(suggest_from_results([])) == {}


@pytest.mark.model
def test_from_a_text() -> None:
    names = tomllib.loads(suggest_actors("France warned Ruritania. “No,” said Ann Lee."))["actor"]
    assert {"France", "Ann Lee"} <= {entry["name"] for entry in names}
