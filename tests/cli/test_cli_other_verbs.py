"""`actors`, `lexicons` and `evaluate`, the version and the help."""

from __future__ import annotations

import json
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from cli_case import ARTICLE, ROOT, SEED, SEED_ACTORS, fails_with_one_line, invoke, write

import framing
from framing.article import Article
from framing.cli._progress import watched
from framing.cli.app import VERBS
from framing.cli.evaluate import CORPORA

GOLD = ROOT / "tests" / "data" / "gold" / "seed.gold.json"
POLNEAR = ROOT / "tests" / "data" / "polnear-like.jsonl"


def test_version_and_help() -> None:
    assert invoke("--version").stdout == f"framing-report {framing.__version__}\n"
    shown = invoke("--help").stdout
    for verb in VERBS:
        assert verb in shown
        assert "Examples:" in invoke(verb, "--help").stdout
    assert invoke().exit_code == 2


def test_lexicons_are_listed_shown_and_checked(tmp_path: Path) -> None:
    listed = invoke("lexicons").stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(framing.list_lexicons())
    shown = invoke("lexicons", "labels").stdout
    assert shown.startswith("# labels@")
    assert "\nterrorist\t" in shown
    checked = invoke("lexicons", "--check")
    assert checked.exit_code == 0
    assert checked.stdout == ""
    assert f"{len(listed)} lexicons" in checked.stderr


def test_findings_in_a_lexicon_of_ones_own_exit_with_1(tmp_path: Path) -> None:
    meta = "\n".join(
        f'{key} = "{value}"'
        for key, value in {
            "name": "mine", "title": "My terms", "version": "1", "licence": "CC0-1.0",
            "kind": "labels", "notes": "For a test.",
        }.items()
    )  # fmt: skip
    write(tmp_path / "mine", "lexicon.toml", meta)
    header = "term\tpos\tpolarity\tloadedness\talternatives\tdomain\tsource\tnote\n"
    write(
        tmp_path / "mine",
        "entries.tsv",
        header + "rabble\tnoun\tnegative\t2\t\tprotest\town judgement\t\n",
    )
    result = invoke("lexicons", tmp_path / "mine", "--check")
    assert result.exit_code == 1
    assert "alternatives" in result.stdout
    write(tmp_path / "mine", "entries.tsv", header + "rabble\tnoun\n")
    fails_with_one_line(invoke("lexicons", tmp_path / "mine"), "entries.tsv, line 2")


@pytest.mark.model
def test_a_proposed_actors_file_can_be_used_as_it_is(tmp_path: Path) -> None:
    article = write(tmp_path)
    target = tmp_path / "who.toml"
    result = invoke("actors", article, "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert target.read_text(encoding="utf-8") == invoke("actors", article).stdout
    assert "Mary Olsen" in [actor.name for actor in framing.load_actors(target).actors]
    assert invoke("run", article, "-a", target).exit_code == 0
    fails_with_one_line(invoke("actors", article, "-o", target), "is there already")


@pytest.mark.model
def test_a_proposal_from_many_articles_leaves_out_what_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path / "in", "a.txt")
    write(tmp_path / "in", "b.txt", "")
    write(tmp_path / "in", "c.txt", ARTICLE)
    result = invoke("actors", tmp_path / "in")
    assert result.exit_code == 0
    assert "proposed from 2 articles" in result.stdout
    assert "b.txt" in result.stderr
    tomllib.loads(result.stdout)


@pytest.mark.model
def test_evaluation_against_gold() -> None:
    call = ("evaluate", "gold", GOLD, "--actors", SEED_ACTORS)
    scored = json.loads(invoke(*call, "--json").stdout)
    assert {"corpus", "protocol", "n", "scores"} <= set(scored)
    assert 0 <= scored["scores"]["mentions"]["overlap"]["f1"] <= 1
    shown = invoke(*call)
    assert shown.exit_code == 0
    assert f"{scored['n']} gold items" in shown.stdout
    assert "mentions" in shown.stdout


@pytest.mark.model
def test_a_score_below_its_floor_exits_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    from framing.evaluation import floors

    call = ("evaluate", "gold", GOLD, "--actors", SEED_ACTORS, "--floors")
    assert invoke(*call).exit_code == 0
    unreachable = {"at_least": {"mentions.overlap.f1": 1.1}, "at_most": {}}
    monkeypatch.setattr(floors, "read_floors", lambda corpus: unreachable)
    result = invoke(*call)
    assert result.exit_code == 3
    assert "mentions.overlap.f1" in result.stderr
    assert "gold items" in result.stdout


@pytest.mark.model
def test_evaluation_against_polnear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scored = json.loads(invoke("evaluate", "polnear", POLNEAR, "--json").stdout)
    assert (scored["corpus"], scored["n"], scored["documents"]) == ("polnear", 18, 6)
    assert scored["scores"]["A80"]["f1"] > 0.6
    shown = invoke("evaluate", "polnear", POLNEAR, "--floors")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("polnear (polnear-1), 18 gold items in 6 documents\n\nscore ")
    assert shown.stderr == ""
    # A path that is not there is looked for among the data.
    monkeypatch.setenv("FRAMING_DATA", str(POLNEAR.parent))
    assert invoke("evaluate", "polnear", POLNEAR.name).stdout == shown.stdout
    fails_with_one_line(invoke("evaluate", "polnear", "no.jsonl"), "no.jsonl", "cannot be read")
    bad = write(tmp_path, "bad.jsonl", '{"doc": "a"}')
    fails_with_one_line(invoke("evaluate", "polnear", bad), "bad.jsonl:1", "text", "a string")


@pytest.mark.parametrize("name", CORPORA)
def test_every_corpus_can_be_scored_and_shown(name: str) -> None:
    against = import_module(CORPORA[name])
    assert against.__name__.startswith("framing.evaluation.")
    for needed in ("SUMMARY_COLUMNS", "evaluate", "summary_table"):
        assert needed in against.__all__


def test_the_bar_is_for_people_and_gives_every_article_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = [Article("one", "No."), Article("two [b]", "Yes.")]
    assert list(watched(articles, 2)) == articles
    assert capsys.readouterr() == ("", "")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    assert list(watched(articles, 2)) == list(watched(articles)) == articles
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "2 of 2" in shown.err
    assert "2 articles" in shown.err
    assert "two [b]" in shown.err


def test_the_seed_is_where_the_examples_say() -> None:
    assert SEED.is_file()
    assert SEED_ACTORS.is_file()
