"""`framing-report run`: what goes where, for one article and for many."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from cli_case import ACTORS, ARTICLE, fails_with_one_line, invoke, write

from framing.cli._folder import file_name
from framing.cli.run import FORMATS
from framing.reporting import FORMATS as RENDERED
from framing.tables import TABLES

pytestmark = pytest.mark.model


@pytest.fixture
def strike(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture
def who(tmp_path: Path) -> Path:
    return write(tmp_path, "who.toml", ACTORS)


def test_one_article_prints_a_readable_report(strike: Path, who: Path) -> None:
    result = invoke("run", strike, "--actors", who)
    assert result.exit_code == 0
    assert result.stdout.startswith("Dockers end strike after night of talks\n")
    for part in ("Labour", "Management", "What stands out", "Mary Olsen"):
        assert part in result.stdout
    assert result.stderr == ""


def test_run_is_what_a_file_without_a_verb_means(strike: Path, who: Path) -> None:
    assert invoke(strike, "-a", who).stdout == invoke("run", strike, "-a", who).stdout


def test_standard_input_is_an_article(who: Path) -> None:
    result = invoke("run", "-", "-a", who, stdin=ARTICLE.encode())
    assert result.exit_code == 0
    assert "Mary Olsen" in result.stdout


def test_two_sides_of_the_actors_file_can_be_named(strike: Path, who: Path) -> None:
    result = invoke("run", strike, "-a", who, "--side-a", "M", "--side-b", "Labour", "-f", "json")
    pairs = {(row["side_a"], row["side_b"]) for row in json.loads(result.stdout)["measures"]}
    assert ("M", "L") in pairs
    assert ("L", "M") not in pairs
    wrong = invoke("run", strike, "-a", who, "--side-a", "M", "--side-b", "Shipping")
    fails_with_one_line(wrong, "'Shipping'", "L, M")


def test_an_unknown_pipeline_is_named(strike: Path) -> None:
    result = invoke("run", strike, "--pipeline", "no_such_pipeline")
    fails_with_one_line(result, "no_such_pipeline")


def test_every_format_of_a_report_can_be_asked_for() -> None:
    assert set(FORMATS) == {*RENDERED, "csv"}


@pytest.mark.parametrize(
    ("ending", "opens"),
    [(".html", "<!doctype html>"), (".md", "# Dockers"), (".json", "{"), (".txt", "Dockers end")],
)
def test_the_ending_decides_the_format(
    tmp_path: Path, strike: Path, who: Path, ending: str, opens: str
) -> None:
    target = tmp_path / "new" / f"report{ending}"
    result = invoke("run", strike, "-a", who, "-o", target)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert str(target) in result.stderr
    assert target.read_text(encoding="utf-8").lower().startswith(opens.lower())


def test_a_named_format_outdoes_the_ending(tmp_path: Path, strike: Path) -> None:
    invoke("run", strike, "-o", tmp_path / "report.txt", "-f", "json")
    assert json.loads((tmp_path / "report.txt").read_text())["article"]["id"] == "strike"


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    page = write(tmp_path, "page.html", f"<html><body><p>{ARTICLE}</p></body></html>")
    before = page.read_bytes()
    fails_with_one_line(invoke("run", page, "-o", page), "page.html", "is an input")
    fails_with_one_line(invoke("run", tmp_path, "-o", f"{tmp_path}/"), "is an input")
    assert page.read_bytes() == before


def test_what_cannot_be_written_is_told(tmp_path: Path, strike: Path) -> None:
    blocked = write(tmp_path, "blocked", "a file where a folder is wanted")
    fails_with_one_line(invoke("run", strike, "-o", f"{blocked}/"), "is a file")
    fails_with_one_line(invoke("run", strike, "-o", blocked / "a.html"), "cannot be written")
    fails_with_one_line(invoke("run", strike, "-o", f"{blocked}/deep/"), "cannot be written")


# ------------------------------------------------------------------------ many articles


@pytest.fixture
def several(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    write(folder, "a.txt")
    write(folder, "b.txt", "")
    write(folder, "c.txt", ARTICLE.replace("Monday", "Tuesday"))
    lines = [
        {"id": "../../x <b>", "title": "Union <script> wins", "body": "The union won on Friday."},
        {"id": "d2", "body": ""},
        {"id": "index", "body": "“No,” said the union."},
    ]
    text = "\n".join([*map(json.dumps, lines), "{not json"])
    write(folder, "d.jsonl", text)
    return folder


def test_many_articles_print_a_line_each(several: Path, who: Path) -> None:
    result = invoke("run", several, "-a", who, "--columns", "text=body")
    assert result.exit_code == 0
    starts = [line.split(":")[0] for line in result.stdout.splitlines()]
    assert starts == ["a", "c", "../../x <b>", "index"]
    assert all(re.search(r": \d+ words\. \S", line) for line in result.stdout.splitlines())
    assert result.stderr.count("left out: ") == 3
    assert "d.jsonl:2" in result.stderr


def test_many_articles_as_json_are_an_object_a_line(several: Path) -> None:
    result = invoke("run", several, "--columns", "text=body", "--format", "json")
    found = [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()]
    assert found == ["a", "c", "../../x <b>", "index"]


def test_a_file_does_not_take_many_articles_unless_it_is_json(
    tmp_path: Path, several: Path
) -> None:
    call = ("run", several, "--columns", "text=body")
    fails_with_one_line(invoke(*call, "-o", tmp_path / "one.html"), "one.html", "DIR/")
    fails_with_one_line(invoke(*call, "-f", "markdown"), "markdown", "DIR/")
    assert invoke(*call, "-o", tmp_path / "all.jsonl").exit_code == 0
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["info"]["article_id"] for line in lines][1:3] == ["c", "../../x <b>"]


def test_a_folder_holds_reports_index_and_tables(tmp_path: Path, several: Path, who: Path) -> None:
    import pandas as pd

    target = tmp_path / "results"
    result = invoke("run", several, "-a", who, "--columns", "text=body", "-o", f"{target}/")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "4 articles, 3 left out" in result.stderr
    names = sorted(path.name for path in (target / "reports").iterdir())
    assert names == ["a.html", "c.html", "index.html", "x-b-.html"]

    index = (target / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]+)"', index)
    assert links == [f"reports/{name}" for name in ("a.html", "c.html", "x-b-.html", "index.html")]
    assert all((target / link).is_file() for link in links)
    assert "Union &lt;script&gt; wins" in index
    assert "Left out (3)" in index
    assert "d.jsonl, 2" in index

    found = {path.stem: pd.read_parquet(path) for path in (target / "tables").iterdir()}
    assert set(found) == set(TABLES)
    assert found["articles"]["article_id"].tolist() == ["a", "c", "../../x <b>", "index"]
    assert found["attributions"]["article_id"].nunique() >= 2
    errors = found["errors"]
    assert [Path(path).name for path in errors["path"]] == ["b.txt", "d.jsonl", "d.jsonl"]
    assert errors["row"].tolist()[1:] == [2, 4]


def test_the_tables_are_those_of_the_analysis(tmp_path: Path, strike: Path, who: Path) -> None:
    import pandas as pd

    import framing

    invoke("run", strike, "-a", who, "-o", f"{tmp_path}/out/")
    analysis = framing.analyze(framing.read_articles(strike), actors=framing.load_actors(who))
    for name, frame in analysis.tables.items():
        found = pd.read_parquet(tmp_path / "out" / "tables" / f"{name}.parquet")
        assert found.columns.tolist() == frame.columns.tolist(), name
        assert len(found) == len(frame), name
        for column in frame.columns:
            here, there = (
                [value for value in table[column] if isinstance(value, str)]
                for table in (found, frame)
            )
            assert here == there, (name, column)


def test_types_do_not_depend_on_what_is_found(tmp_path: Path, strike: Path) -> None:
    import pyarrow.parquet as pq

    write(tmp_path / "short", "a.txt", "Hello")
    invoke("run", tmp_path / "short", "-o", f"{tmp_path}/one/")
    invoke("run", strike, "-o", f"{tmp_path}/two/")
    for name in TABLES:
        one, two = (
            pq.read_schema(tmp_path / run / "tables" / f"{name}.parquet") for run in ("one", "two")
        )
        assert one.equals(two), name
        assert "null" not in {str(item.type) for item in one}, name


def test_tables_as_csv_with_what_was_left_out(tmp_path: Path, several: Path) -> None:
    target = tmp_path / "csv"
    invoke("run", several, "--columns", "text=body", "-o", f"{target}/", "-f", "csv")
    assert {path.stem for path in target.iterdir()} == set(TABLES)
    with (target / "errors.csv").open(encoding="utf-8", newline="") as file:
        assert [Path(row["path"]).name for row in csv.DictReader(file)] == [
            "b.txt", "d.jsonl", "d.jsonl",
        ]  # fmt: skip


def test_a_run_that_reads_nothing_fails(tmp_path: Path) -> None:
    write(tmp_path / "bad", "a.txt", "")
    write(tmp_path / "bad", "b.txt", b"%PDF-1.7")
    result = invoke("run", tmp_path / "bad", "-o", f"{tmp_path}/out/")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "none of 2 articles" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_article_that_fails_is_left_out_and_the_run_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import framing.analysis

    real = framing.analysis.analyze_one

    def analyze_one(article, *rest, **named):  # type: ignore[no-untyped-def]
        if article.id == "b":
            raise ValueError("a\nbug")
        return real(article, *rest, **named)

    monkeypatch.setattr(framing.analysis, "analyze_one", analyze_one)
    for name in ("a", "b", "c"):
        write(tmp_path / "in", f"{name}.txt")
    result = invoke("run", tmp_path / "in")
    assert result.exit_code == 0
    assert [line[0] for line in result.stdout.splitlines()] == ["a", "c"]
    assert "b.txt: internal error: ValueError: a bug" in result.stderr


def test_names_of_reports_are_safe_and_differ() -> None:
    assert file_name("../../etc/passwd") == "etc-passwd"
    assert file_name("...") == "article"
    assert file_name("A", {"a", "a-2"}) == "A-3"
    assert "/" not in file_name("a/b\\c\0d\n")
    assert len(file_name("漢" * 500).encode()) < 250
