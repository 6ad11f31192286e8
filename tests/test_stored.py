from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

import pytest

from framing.errors import ReadError
from framing.parquet import ParquetTables
from framing.reporting.records import record, write_csv
from framing.stored import open_results
from framing.tables import TABLES, frames

sys.path.insert(0, str(Path(__file__).parent / "coding"))
from coding_case import results


def _parquet(folder: Path) -> Path:
    with ParquetTables(folder / "run" / "tables") as tables:
        for one in results():
            tables.add(one)
    return folder / "run"


def _csv(folder: Path) -> Path:
    write_csv(results(), folder / "csv")
    return folder / "csv"


def _json_lines(folder: Path) -> Path:
    path = folder / "run.jsonl"
    lines = [json.dumps(record(one), ensure_ascii=False) for one in results()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _packed(folder: Path) -> Path:
    path = folder / "run.jsonl.gz"
    path.write_bytes(gzip.compress(_json_lines(folder).read_bytes()))
    return path


@pytest.mark.parametrize("write", [_parquet, _csv, _json_lines, _packed])
def test_what_a_run_wrote_comes_back_as_it_was(tmp_path, write):
    found, given = open_results(write(tmp_path)), frames(results())
    for name in TABLES:
        frame = found.table(name)
        assert list(frame.columns) == list(given[name].columns), name
        assert dict(frame.dtypes) == dict(given[name].dtypes), name
    for name in ("sentences", "loaded_terms", "attribution_spans", "mentions"):
        frame, before = found.table(name), given[name]
        for column in ("article_id", "start", "end", "text", "side", "loadedness"):
            if column in before:
                assert frame[column].tolist() == before[column].tolist(), (name, column)
    lists = found.table("loaded_terms")["alternatives"].map(list).tolist()
    assert lists == given["loaded_terms"]["alternatives"].map(list).tolist()


def test_the_tables_folder_itself_and_one_article_alone(tmp_path):
    assert len(open_results(_parquet(tmp_path) / "tables").table("articles")) == 12
    path = tmp_path / "one.json"
    path.write_text(json.dumps(record(results()[0]), indent=1), encoding="utf-8")
    assert open_results(path).table("articles")["outlet"].tolist() == ["Weekly"]


def test_only_some_articles(tmp_path):
    found = open_results(_parquet(tmp_path)).table("sentences", {"a01", "a02"})
    assert set(found["article_id"]) == {"a01", "a02"}
    assert len(found) == 8


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("report.html", "<p>", "is no result that can be read back"),
        ("x.json", "{", "cannot be read as JSON"),
        ("x.json", "[1]", "object 1 is no result of `run`"),
        ("x.jsonl", '{"rows": {}}\n', "object 1 is no result of `run`"),
        ("x.json.gz", "not packed", "cannot be read as JSON"),
    ],
)
def test_what_is_no_result_is_refused_in_one_line(tmp_path, name, content, says):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReadError, match=says) as caught:
        open_results(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_without_tables_and_broken_tables_are_refused(tmp_path):
    with pytest.raises(ReadError, match="holds no tables of a run"):
        open_results(tmp_path)
    run = _parquet(tmp_path)
    (run / "tables" / "mentions.parquet").write_bytes(b"PAR1 nonsense")
    with pytest.raises(ReadError, match=r"mentions\.parquet: cannot be read as Parquet"):
        open_results(run).table("mentions")
    (run / "tables" / "mentions.parquet").unlink()
    with pytest.raises(ReadError, match=r"mentions\.parquet"):
        open_results(run).table("mentions")
    folder = _csv(tmp_path)
    (folder / "mentions.csv").write_text("article_id,start\na,zwei\n", encoding="utf-8")
    with pytest.raises(ReadError, match=r"column start: .*zwei"):
        open_results(folder).table("mentions")
    (folder / "mentions.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(ReadError, match="has no column article_id"):
        open_results(folder).table("mentions")
