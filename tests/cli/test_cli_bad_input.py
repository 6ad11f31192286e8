"""Whatever is handed in, the command gives a sound report or one clear line, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_case import ACTORS, ARTICLE, fails_with_one_line, invoke, write

GERMAN = (
    "Die Armee ist nach Angaben der Behörden in die Stadt eingerückt, und die Bewohner sind "
    "seit dem Morgen auf der Flucht vor den Kämpfen, wie der Sprecher der Regierung sagte."
)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x00\x01\x02\xff" * 300, "binary"),
        (b"%PDF-1.7 and so on", "PDF"),
        (GERMAN.encode(), "German"),
        ("قالت وزارة الخارجية إن الاتفاق دخل حيز التنفيذ يوم الاثنين".encode(), "Arabic"),
    ],
)
def test_what_is_no_english_article_is_refused(tmp_path: Path, text: bytes, says: str) -> None:
    path = write(tmp_path, "a.txt", text)
    fails_with_one_line(invoke("run", path), "a.txt", says)


@pytest.mark.parametrize("name", ["missing.txt", "missing/"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    fails_with_one_line(invoke("run", tmp_path / name), name.rstrip("/"), "no such file")


def test_an_unknown_kind_of_file_and_an_empty_folder_say_what_is_accepted(tmp_path: Path) -> None:
    fails_with_one_line(invoke("run", write(tmp_path, "a.docx")), "'.docx'", ".html", ".jsonl")
    (tmp_path / "none").mkdir()
    fails_with_one_line(invoke("run", tmp_path / "none"), "no articles", ".txt")


def test_a_name_cannot_send_control_characters_to_the_terminal(tmp_path: Path) -> None:
    result = invoke("run", tmp_path / "a\x1b[31m\n.txt")
    fails_with_one_line(result, "no such file")
    assert "\x1b" not in result.stderr


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('side = "M"', 'sied = "M"', ("actor.2.sied", "side")),
        ('side = "M"', 'side = "X"', ("unknown side 'X'", "L, M")),
        ('side = "L"', 'affiliation = "olsen"', ("cycle", "union -> olsen -> union")),
        ('name = "Mary Olsen"', 'name = "Port Authority"', ("share the name", "port")),
        ('labels = ["L", "M"]', 'labels = ["L", "N"]', ("contrasts.labels", "'N'")),
        ("[[side]]", "[[side]", ("not valid TOML",)),
    ],
)
def test_a_mistake_in_the_actors_file_is_named(
    tmp_path: Path, old: str, new: str, says: tuple[str, ...]
) -> None:
    assert old in ACTORS
    actors = write(tmp_path, "who.toml", ACTORS.replace(old, new, 1))
    fails_with_one_line(invoke("run", write(tmp_path), "-a", actors), "who.toml", *says)


def test_a_missing_actors_file_is_named(tmp_path: Path) -> None:
    result = invoke("run", write(tmp_path), "--actors", tmp_path / "nobody.toml")
    fails_with_one_line(result, "nobody.toml", "cannot be read")


def test_unknown_columns_lexicons_and_corpora_say_what_is_accepted(tmp_path: Path) -> None:
    records = write(tmp_path, "a.csv", "id,text\n1,The union won.\n")
    fails_with_one_line(invoke("run", records, "--columns", "body=text"), "body", "text")
    fails_with_one_line(invoke("lexicons", "labls"), "'labls'", "labels")
    fails_with_one_line(invoke("evaluate", "gold", tmp_path / "no.gold.json"), "no.gold.json")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "pdf"], "pdf"),
        (["-o", "report.pdf"], ".pdf"),
        (["--format", "csv"], "-o DIR/"),
        (["--side-a", "L"], "--side-b"),
        (["--columns", "text"], "--columns"),
        (["--nonsense"], "--nonsense"),
    ],
)
def test_wrong_usage_exits_with_2(tmp_path: Path, arguments: list[str], says: str) -> None:
    result = invoke("run", write(tmp_path), *arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in result.stderr


def test_an_unknown_verb_is_wrong_usage() -> None:
    result = invoke("anaylse", "article.txt")
    assert result.exit_code == 2
    assert "anaylse" in result.stderr
    assert invoke("evaluate", "silver", "x.json").exit_code == 2


PARAGRAPH = ARTICLE.split("\n\n", 2)[1]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Hello",
        "?",
        PARAGRAPH,
        "Dockers end strike\n\nThe union ended its strike on Monday. It had begun in May.",
        ARTICLE.replace("”", ""),
        ARTICLE.replace("“", "").replace("”", '"'),
        '"' * 40 + " The union won. " + "“" * 40,
        ARTICLE.replace("\n", "\r\n"),
        "The union said that " * 400,
        "A" * 20_000,
        "(" * 3_000,
        "🦀 The union 👩‍👩‍👧 said “yes\u200b”.\u202e And left.",
    ],
    ids=[
        "a word", "a sign", "no headline", "no quotations", "never closed", "never opened",
        "only marks", "dos", "one sentence", "one token", "brackets", "unusual characters",
    ],
)  # fmt: skip
def test_odd_texts_get_a_report(tmp_path: Path, text: str) -> None:
    result = invoke(
        "run", write(tmp_path, "odd.txt", text), "-a", write(tmp_path, "w.toml", ACTORS)
    )
    assert result.exit_code == 0
    assert "What stands out" in result.stdout
    assert result.stderr == ""


@pytest.mark.model
def test_another_encoding_and_html_in_a_text_file_are_read(tmp_path: Path) -> None:
    legacy = write(tmp_path, "legacy.txt", ARTICLE.encode("cp1252"))
    assert "“We got what we came for,”" in invoke("run", legacy).stdout
    wide = write(tmp_path, "wide.txt", ARTICLE.encode("utf-16"))
    assert "Mary Olsen" in invoke("run", wide).stdout
    paragraphs = "".join(f"<p>{text}</p>" for text in ARTICLE.split("\n\n")[1:])
    page = f"<!doctype html><html><body><article><h1>Dockers end strike</h1>{paragraphs}</article>"
    shown = invoke("run", write(tmp_path, "page.txt", page)).stdout
    assert "Mary Olsen" in shown
    assert "<p>" not in shown


@pytest.mark.model
@pytest.mark.slow
def test_a_very_long_text_gets_a_report(tmp_path: Path) -> None:
    body = "\n\n".join([PARAGRAPH, *ARTICLE.split("\n\n")[2:]])
    text = ARTICLE + "\n" + (body + "\n\n") * 500
    assert len(text) > 100_000
    target = tmp_path / "long.json"
    result = invoke("run", write(tmp_path, "long.txt", text), "-o", target)
    assert result.exit_code == 0
    assert target.stat().st_size > len(text)
