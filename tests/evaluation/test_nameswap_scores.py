"""The swap table's reader and the scores of the name-swap, on values made up by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing.actors import load_actors, parse_actors
from framing.annotation import ArticleRow, Measure, Rows
from framing.errors import FramingError
from framing.evaluation.against_nameswap import (
    SUMMARY_COLUMNS,
    evaluate,
    score,
    summary_table,
)
from framing.evaluation.corpora.swap_table import read_swap_table
from framing.evaluation.nameswap import Pair
from framing.evaluation.task import Task
from framing.result import Result

GOLD = Path(__file__).parents[1] / "data" / "gold"

TABLE = """\
# Two sides.
sides = ["S", "V"]
keep = ["Selk Street"]

[[swap]]
a = "the Selk Front"
b = "Valley Guard"
kind = "group"

[[swap]]
a = "Ilya Renn"
b = "Marek Dovic"
note = "spokesmen"
"""

ACTORS = parse_actors(
    {
        "side": [
            {"id": "S", "name": "Selk", "bloc": "ANTI"},
            {"id": "W", "name": "Water board", "bloc": "ANTI"},
            {"id": "V", "name": "Valley"},
        ],
        "actor": [
            {"id": "SF", "name": "Selk Front", "side": "S"},
            {"id": "WB", "name": "Water Board", "side": "W"},
            {"id": "VG", "name": "Valley Guard", "side": "V", "aliases": ["Guard"]},
        ],
    }
)


def write(folder: Path, text: str = TABLE, name: str = "a.swap.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


# ------------------------------------------------------------------------ the table


def test_a_table_is_read(tmp_path):
    path = write(tmp_path)
    table = read_swap_table(path)
    assert table.sides == ("S", "V")
    assert table.keep == ("Selk Street",)
    assert table.pairs == (
        Pair("the Selk Front", "Valley Guard", "group", f"{path}:5"),
        Pair("Ilya Renn", "Marek Dovic", "", f"{path}:10"),
    )
    assert table.pairs[0].names == ("Selk Front", "Valley Guard")
    inline = write(tmp_path, 'swap = [{a = "Lee", b = "Kim"}]', "b.toml")
    assert read_swap_table(inline).pairs == (Pair("Lee", "Kim", "", str(inline)),)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("[[swap]]", "[[swap"), "a.swap.toml: not valid TOML: "),
        (('b = "Marek Dovic"\n', ""), "a.swap.toml:10: swap.1.b: missing; accepted: a and b"),
        (("note", "notes"), "a.swap.toml:10: swap.1.notes: unknown key; accepted: a, b, kind"),
        (("keep", "kept"), "a.swap.toml: kept: unknown key; accepted: swap, keep, sides"),
        (('"group"', '"place"'), "a.swap.toml:5: swap.0.kind: found 'place'; accepted: person,"),
        (('"Ilya Renn"', "7"), "a.swap.toml:10: swap.1.a: found 7; "),
        (('"Ilya Renn"', '" "'), "a.swap.toml:10: swap.1.a: found ' '; "),
        (('"Ilya Renn"', '"Valley Guard"'), "a.swap.toml:10: 'Valley Guard' is used twice (first"),
        (('"Ilya Renn"', '"Marek Dovic"'), "a.swap.toml:10: 'Marek Dovic' is used twice"),
        (('"Selk Street"', '"Ilya Renn"'), "a.swap.toml:10: 'Ilya Renn' is also kept"),
        (('["S", "V"]', '["S"]'), "a.swap.toml: sides: found ['S']; "),
    ],
)
def test_a_bad_table_is_named_with_its_line(tmp_path, change, says):
    path = write(tmp_path, TABLE.replace(*change))
    with pytest.raises(FramingError) as caught:
        read_swap_table(path)
    assert str(caught.value).startswith(str(path))
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_table_that_is_none_is_named(tmp_path):
    with pytest.raises(FramingError, match=r"no\.toml: cannot be read as a swap table: No such"):
        read_swap_table(tmp_path / "no.toml")
    with pytest.raises(FramingError, match=r"swap: missing; accepted: a \[\[swap\]\] with a and b"):
        read_swap_table(write(tmp_path, ""))
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FramingError, match="it is not UTF-8 text"):
        read_swap_table(tmp_path / "b.toml")


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.swap.toml")), ids=lambda path: path.stem)
def test_the_tables_of_the_gold_articles_fit_their_actors(path):
    def nothing(article, actors):
        return Result(article, actors, ArticleRow(article_id=article.id), Rows())

    name = path.name.removesuffix(".swap.toml")
    actors = load_actors(GOLD / f"{name}.actors.toml")
    report = evaluate(Task(GOLD / f"{name}.txt", nothing, actors, swap=path))
    assert (report["n"], report["unchanged"]) == (1, 0)
    text = (GOLD / f"{name}.txt").read_text(encoding="utf-8")
    table = read_swap_table(path)
    for pair in table.pairs:
        names = [each[0].upper() + each[1:] for each in pair.names]
        assert any(each in text for each in (*pair.names, *names)), pair


# ------------------------------------------------------------------------ scores


def measure(name: str, value: float | None, *counts: float, status: str = "ok", **more) -> Measure:
    numbers = dict(zip(("k_a", "n_a", "k_b", "n_b"), counts, strict=False))
    return Measure(
        article_id="a", measure=name, side_a="S", side_b="V", value=value, status=status,
        **numbers, **more,
    )  # fmt: skip


def scores(*pairs: tuple[Measure, Measure]) -> dict:
    return score(([one], [other]) for one, other in pairs)["scores"]


def test_what_counts_is_printed_both_times_and_not_neutral_both_times():
    found = scores(
        (measure("LA", 0.5, 5, 10, 0, 10), measure("LA", -0.4, 0, 10, 4, 10)),
        (measure("LA", 0.2, 1, 5, 0, 5, status="low n"), measure("LA", 0.2, 1, 5, 0, 5)),
        (measure("LA", 0.3, 3, 10, 0, 10), measure("LA", 0.0, 0, 10, 0, 10)),
        (measure("LA", 0.0, 0, 10, 0, 10), measure("LA", 0.0, 0, 10, 0, 10)),
        (measure("LA", 1.0, 3, 3, 0, 3, status="counts only"), measure("LA", 1.0, 3, 3, 0, 3)),
        (measure("LA", None, status="no mentions"), measure("LA", None, status="no mentions")),
    )["LA"]
    assert found["counted"] == 3
    assert found["mean_abs_deviation"] == pytest.approx((0.1 + 0.4 + 0.3) / 3)
    assert found["share_within_0.10"] == pytest.approx(1 / 3)
    assert found["sign_kept"] == pytest.approx(1 / 3)
    # 12/38 - 0/38, and 4/38 - 4/38: those with few are pooled too.
    assert found["pooled_abs_deviation"] == pytest.approx(12 / 38)


def test_each_measure_is_pooled_as_it_is_made():
    found = scores(
        (measure("SA_words", 0.5, 30, 40, 10, 40), measure("SA_words", -0.5, 10, 40, 30, 40)),
        (measure("SA_words", 0.0, 30, 60, 30, 60), measure("SA_words", 0.2, 36, 60, 24, 60)),
        (measure("HS", 0.75, 6, 8, 2, 8), measure("HS", 0.25, 2, 8, 6, 8)),
        (measure("HS", 0.5, 4, 8, 4, 8), measure("HS", 0.75, 6, 8, 2, 8)),
        (measure("VS", -1.0, -5, 5, 0, 5), measure("VS", 1.0, 0, 5, -5, 5)),
        (measure("label_log_odds", 1.0, 1, 2, 0, 2), measure("label_log_odds", -1.0, 0, 2, 1, 2)),
        (measure("dPH", None), measure("dPH", None)),
    )
    assert found["SA_words"]["pooled_abs_deviation"] == pytest.approx(0.2 - 0.08)
    # A share is neutral in the middle: 10 of 16 and 8 of 16.
    assert found["HS"]["pooled_abs_deviation"] == pytest.approx(0.125)
    assert found["HS"]["mean_abs_deviation"] == pytest.approx(0.125)
    assert (found["HS"]["counted"], found["HS"]["sign_kept"]) == (2, 0.0)
    assert found["VS"]["pooled_abs_deviation"] == 0.0
    assert found["label_log_odds"]["pooled_abs_deviation"] == pytest.approx(0.0)
    assert found["dPH"] == {
        "counted": 0, "mean_abs_deviation": None, "pooled_abs_deviation": None,
        "share_within_0.10": None, "sign_kept": None,
    }  # fmt: skip


def test_only_asymmetries_of_the_whole_article_are_compared():
    rows = [
        measure("LA", 0.5, 5, 10, 0, 10, scope="zone:body"),
        measure("LA", 0.5, 5, 10, 0, 10, variant="groups"),
        Measure(article_id="a", measure="term_rate", side_a="S", value=1.0),
        Measure(article_id="a", measure="N1", value=1.0),
    ]
    assert score([(rows, rows)])["scores"] == {}


def test_the_report_and_its_table():
    pair = (measure("LA", 0.5, 5, 10, 0, 10), measure("LA", -0.25, 1, 10, 3, 10))
    report = score([([pair[0]], [pair[1]])], left_out=["b.txt: the text is empty"], unchanged=2)
    assert {**report, "scores": None} == {
        "corpus": "name-swap", "protocol": "name-swap-2", "n": 1, "errors": 1,
        "left_out": ["b.txt: the text is empty"], "unchanged": 2, "scores": None,
    }  # fmt: skip
    assert json.loads(json.dumps(report, allow_nan=False)) == report
    (row,) = summary_table(report["scores"])
    assert len(row) == len(SUMMARY_COLUMNS)
    assert row == ("LA", "1", "0.25", "0.30", "0.00", "0.00")


# ------------------------------------------------------------------------ a run


def analyse(article, actors) -> Result:
    """Whoever opens the text is side A's if it is the Selk Front."""
    if "fails" in article.text:
        raise FramingError("it fails")
    value = 0.5 if "Selk Front" in article.text else -0.5
    contrast = actors.contrast("labels")
    found = measure("LA", value, 5 if value > 0 else 0, 10, 0 if value > 0 else 5, 10)
    assert (contrast.side_a, contrast.side_b) == ("S", "V")
    return Result(article, actors, ArticleRow(article_id=article.id), Rows(), (found,))


def task(folder: Path, *texts: str, actors=ACTORS, table: str = TABLE) -> Task:
    swap = write(folder, table)
    for number, text in enumerate(texts):
        write(folder, text, f"{number}.txt")
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    return Task(paths[0], analyse, actors, more=tuple(paths[1:]), swap=swap)


def test_a_run_counts_what_is_read_what_fails_and_what_holds_no_name(tmp_path):
    report = evaluate(
        task(
            tmp_path, "The Selk Front left the town.", "Marek Dovic met the Valley Guard.",
            "It rained all day.", "The Selk Front fails.", "",
        )
    )  # fmt: skip
    assert (report["n"], report["errors"], report["unchanged"]) == (2, 2, 1)
    assert [reason.rpartition("/")[2] for reason in report["left_out"]] == [
        "4.txt: the text is empty", "3.txt: it fails",
    ]  # fmt: skip
    assert report["scores"]["LA"]["counted"] == 2
    assert report["scores"]["LA"]["sign_kept"] == 0.0
    assert report["scores"]["LA"]["pooled_abs_deviation"] == 0.0


def test_a_run_that_reads_nothing_fails(tmp_path):
    with pytest.raises(FramingError, match=r"0\.txt: the text is empty \(and 1 more\)"):
        evaluate(task(tmp_path, "", "The Selk Front fails."))


@pytest.mark.parametrize(
    ("table", "actors", "says"),
    [
        (TABLE.replace('["S", "V"]', '["S", "X"]'), ACTORS, "a.swap.toml: sides: unknown side"),
        (TABLE.replace("sides", "# sides"), ACTORS, "a.swap.toml: no sides to compare; add sides"),
        (
            TABLE.replace("Ilya Renn", "Water Board"),
            ACTORS,
            "a.swap.toml:10: 'Water Board' (side W) and 'Marek Dovic' (side unknown) do not stand",
        ),
        (
            TABLE.replace("Ilya Renn", "Water Board").replace('"S", "V"', '"ANTI", "V"')
            .replace("Marek Dovic", "Guard"),
            ACTORS,
            None,
        ),
        (
            TABLE.replace("Valley Guard", "water board").replace('"S", "V"', '"ANTI", "V"'),
            ACTORS,
            "a.swap.toml:5: 'Selk Front' (side S) and 'water board' (side W) do not stand on the "
            "two sides ANTI and V",
        ),
        (TABLE, None, "name-swap: no actors file (--actors)"),
    ],
)  # fmt: skip
def test_a_table_that_does_not_fit_the_actors_is_refused(tmp_path, table, actors, says):
    run = task(tmp_path, "It rained all day.", table=table, actors=actors)
    if says is None:
        assert evaluate(run)["unchanged"] == 1
        return
    with pytest.raises(FramingError) as caught:
        evaluate(run)
    assert says in str(caught.value)


def test_a_run_needs_a_table(tmp_path):
    with pytest.raises(FramingError, match=r"name-swap: no swap table \(--swap\)"):
        evaluate(Task(tmp_path, analyse, ACTORS))


# ------------------------------------------------------------------------ who is compared


def test_labels_are_compared_without_the_prior_too():
    def labels(value, variant):
        return Measure(
            article_id="a", measure="LA", side_a="L", side_b="M", variant=variant, value=value,
            k_a=10 * value, n_a=10, k_b=0, n_b=10,
        )  # fmt: skip

    plain = [labels(0.5, "all"), labels(0.5, "without_prior"), labels(0.5, "groups")]
    turned = [labels(0.1, "all"), labels(-0.5, "without_prior"), labels(-0.5, "groups")]
    scores = score([(plain, turned)])["scores"]
    assert {name: row["share_within_0.10"] for name, row in scores.items()} == {
        "LA": 0.0, "LA, without_prior": 1.0,
    }  # fmt: skip
