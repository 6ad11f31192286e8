import csv
import gzip
import io
import json
import sys
from pathlib import Path

import pytest

import framing.reading
from framing.article import Article, Zone
from framing.errors import LanguageError, ReadError
from framing.reading import as_articles, read_articles

BODY = "The last buses left the town on Monday, the governor said, after two days of talks."
PAGE = f"""<!doctype html><html><head><title>Dockers walk out</title>
<meta property="og:site_name" content="Harbour News">
<meta property="article:published_time" content="2018-04-12T10:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Dockers walk out</h1>
<figure><img src="a.jpg"><figcaption>Dockers at the gates</figcaption></figure>
<p>{BODY}</p><script>alert("no")</script>
<p>&ldquo;We are <b>tired</b>,&rdquo; said one of them,
R&eacute;mi Roe, who has worked there for years.</p>
</article><footer>Cookies &amp; terms</footer></body></html>"""


def write_jsonl(path: Path, *records: object) -> Path:
    path.write_text("\n".join(map(json.dumps, records)))
    return path


def test_a_text_file_is_read_as_it_stands(tmp_path):
    text = f"Dockers walk out\r\n\r\n{BODY}\xa0\r\n"
    (tmp_path / "port.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (article,) = read_articles(tmp_path / "port.txt")
    assert (article.id, article.text, article.title) == ("port", text, "Dockers walk out")
    assert article.path == str(tmp_path / "port.txt")
    assert [zone.kind for zone in article.zones] == ["headline", "body"]


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page.html.gz"])
def test_a_page_is_reduced_to_its_article(tmp_path, name):
    data = PAGE.encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    (article,) = read_articles(tmp_path / name)
    assert article.id == "page"
    assert (article.title, article.outlet) == ("Dockers walk out", "Harbour News")
    assert article.published == "2018-04-12"
    assert article.text.startswith("Dockers walk out\n\n")
    assert article.text.count("Dockers walk out") == 1
    assert "“We are tired,” said one of them, Rémi Roe" in article.text
    assert not any(word in article.text for word in ("alert", "Cookies", "Home", "<"))
    (caption,) = article.zones_of("caption")
    assert article.text[caption.start : caption.end] == "Dockers at the gates"
    assert len(article.zones_of("body")) == 2


def test_a_page_without_text_is_refused(tmp_path):
    (tmp_path / "a.html").write_text("<html><head></head><body><script>x()</script></body></html>")
    with pytest.raises(ReadError, match=r"a\.html: the page holds no text"):
        list(read_articles(tmp_path / "a.html"))


def test_records_and_their_titles(tmp_path):
    path = write_jsonl(
        tmp_path / "a.jsonl",
        {
            "id": 7,
            "title": "Dockers walk out",
            "text": BODY,
            "outlet": "Bugle",
            "date": "2018-04-12",
        },
        {"title": "The last buses left", "text": f"The last buses left\n\n{BODY}", "url": None},
        {"text": BODY},
    )
    first, second, third = read_articles(path)
    assert (first.id, first.outlet, first.published) == ("7", "Bugle", "2018-04-12")
    assert first.text == f"Dockers walk out\n\n{BODY}"
    assert second.id == "a-2"
    assert second.text == f"The last buses left\n\n{BODY}"
    assert second.url is None
    assert (third.text, third.title) == (BODY, None)


@pytest.mark.parametrize(
    "kind", ["jsonl", "ndjson", "csv", "semicolon.csv", "jsonl.gz", "csv.gz", "parquet"]
)
def test_every_kind_of_records_says_the_same(tmp_path, kind):
    rows = [{"key": f"k{i}", "body": f'He said: "{i}; so,\nbe it."\n\n{BODY}'} for i in range(3)]
    path = tmp_path / f"rows.{kind}"
    if kind == "parquet":
        pa = pytest.importorskip("pyarrow")
        pq = pytest.importorskip("pyarrow.parquet")
        pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=2)
    else:
        text = io.StringIO(newline="")
        if "csv" in kind:
            delimiter = ";" if kind == "semicolon.csv" else ","
            writer = csv.DictWriter(text, ["key", "body"], delimiter=delimiter)
            writer.writeheader()
            writer.writerows(rows)
        else:
            text.write("\n".join(map(json.dumps, rows)) + "\n\n")
        data = text.getvalue().encode()
        path.write_bytes(gzip.compress(data) if kind.endswith("gz") else data)
    articles = list(read_articles(path, columns={"id": "key", "text": "body"}))
    assert [(article.id, article.text) for article in articles] == [
        (row["key"], row["body"]) for row in rows
    ]


def test_long_csv_fields_are_read(tmp_path):
    text = f"{BODY} " * 3000
    with (tmp_path / "a.csv").open("w", newline="") as stream:
        csv.writer(stream).writerows([["id", "text"], ["a", text]])
    assert [article.text for article in read_articles(tmp_path / "a.csv")] == [text]


def test_malformed_records_are_one_error_each_with_their_line(tmp_path):
    lines = [
        json.dumps({"id": "a", "text": BODY}),
        '{"id": "b", "text": ',
        "[1]",
        json.dumps({"id": "c"}),
        json.dumps({"id": "d", "text": 5}),
        json.dumps({"id": "e", "text": " \n"}),
        json.dumps({"id": "f", "text": "Москва объявила о новых переговорах"}),
        "",
        json.dumps({"id": "g", "text": BODY}),
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    errors = []
    assert [article.id for article in read_articles(path, on_error=errors.append)] == ["a", "g"]
    assert [(error.path, error.row) for error in errors] == [
        (str(path), row) for row in range(2, 8)
    ]
    reasons = [error.reason for error in errors]
    for reason, part in zip(
        reasons, ["JSON", "list", "'text'", "int", "empty", "Cyrillic"], strict=True
    ):
        assert part in reason
    with pytest.raises(ReadError, match=r"a\.jsonl:2: malformed JSON"):
        list(read_articles(path))


def test_csv_rows_of_another_length_are_errors_with_their_line(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(f'id,text\na,"{BODY}\n\n{BODY}"\nb,{BODY}\nc,"{BODY}"\n')
    errors = []
    assert [article.id for article in read_articles(path, on_error=errors.append)] == ["a", "c"]
    assert [error.row for error in errors] == [5]


def test_missing_columns_name_those_there_are(tmp_path):
    (tmp_path / "a.csv").write_text("id,body\n1,x\n")
    with pytest.raises(ReadError, match="no column 'text'; the columns are: id, body"):
        list(read_articles(tmp_path / "a.csv"))
    with pytest.raises(ReadError, match=r"unknown column 'txt'; accepted: id, title, text"):
        read_articles(tmp_path / "a.csv", columns={"txt": "body"})


def test_a_folder_is_walked_in_order(tmp_path):
    for name in ("b/2.txt", "a/2.txt", "a/1.html", ".hidden.txt", ".git/3.txt", "c.actors.toml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PAGE if name.endswith("html") else BODY)
    (tmp_path / "d.gold.json").write_text("{}")
    assert [article.id for article in read_articles(str(tmp_path))] == ["1", "2", "2-2"]


def test_repeated_ids_never_collide(tmp_path):
    path = write_jsonl(
        tmp_path / "a.jsonl", *({"id": name, "text": BODY} for name in ("a", "a", "a-2", "a", "b"))
    )
    assert [article.id for article in read_articles(path)] == ["a", "a-2", "a-2-2", "a-3", "b"]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "a.txt: the text is empty"),
        ("a.txt", b" \n\xc2\xa0", "a.txt: the text is empty"),
        ("a.txt", b"GIF89a\0\1\0\0\0", "a.txt: binary data"),
        ("a.docx", b"x", "unknown ending '.docx'; accepted: .txt"),
        ("a.jsonl", b"\n", "a.jsonl: the file holds no records"),
        ("a.csv", b"", "a.csv: the file holds no records"),
        ("a.txt.gz", b"no gzip", "a.txt.gz: cannot be read"),
        ("a.jsonl.gz", b"\x1f\x8b\x08", "a.jsonl.gz: cannot be read"),
        ("a.parquet", b"PAR1 no parquet", "a.parquet: malformed Parquet"),
    ],
)
def test_unreadable_files(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError) as raised:
        list(read_articles(path))
    assert reason in str(raised.value)
    errors = []
    (tmp_path / "good.txt").write_text(BODY)
    articles = list(read_articles(path, tmp_path / "good.txt", on_error=errors.append))
    assert [article.id for article in articles] == ["good"]
    assert [(error.path, error.row) for error in errors] == [(str(path), None)]


def test_missing_sources(tmp_path):
    with pytest.raises(ReadError, match=r"nowhere\.txt: no such file"):
        list(read_articles(tmp_path / "nowhere.txt"))
    with pytest.raises(ReadError, match="no articles in this folder"):
        list(read_articles(tmp_path))
    with pytest.raises(ReadError, match="no source given"):
        read_articles()


def test_another_language_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Докеры прекратили работу в понедельник.")
    with pytest.raises(LanguageError, match=r"a\.txt: .*Cyrillic.*English only"):
        list(read_articles(tmp_path / "a.txt"))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (BODY.encode(), [("stdin", BODY)]),
        (json.dumps({"id": "a", "text": BODY}).encode() + b"\n", [("a", BODY)]),
    ],
)
def test_standard_input(monkeypatch, data, expected):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [(article.id, article.text) for article in read_articles("-")] == expected


def test_as_articles_takes_what_is_at_hand():
    made = Article(id="made", text=BODY, zones=(Zone("body", 0, 3, 0),))
    bare = Article(id="bare", text=BODY, title="Not in it")
    articles = list(as_articles([BODY, made, bare, {"text": BODY, "title": "Dockers out"}, BODY]))
    assert [article.id for article in articles] == [
        "article",
        "made",
        "bare",
        "article-2",
        "article-3",
    ]
    assert articles[1] is made
    assert (articles[2].text, len(articles[2].zones)) == (BODY, 1)
    assert articles[3].text == f"Dockers out\n\n{BODY}"
    assert next(as_articles(BODY)).text == BODY
    assert next(as_articles(PAGE)).title == "Dockers walk out"


def test_as_articles_takes_a_frame():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"body": [BODY, BODY], "title": ["Dockers out", None], "id": [1, 2]})
    first, second = as_articles(frame, columns={"text": "body"})
    assert (first.id, first.title) == ("1", "Dockers out")
    assert (second.id, second.text) == ("2", BODY)


def test_as_articles_takes_what_read_articles_gives(tmp_path):
    (tmp_path / "a.txt").write_text(BODY)
    assert [article.id for article in as_articles(read_articles(tmp_path))] == ["a"]
    assert [article.id for article in as_articles(tmp_path / "a.txt")] == ["a"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (3, "int is no article"),
        (b"text", "bytes is no article"),
        (None, "NoneType is no article"),
        ("", "article: the text is empty"),
        ([BODY, {"txt": BODY}], "item 1: no text in column 'text'; the columns are: txt"),
        ("seeds/a.txt", "use read_articles"),
        (Article(id="x", text=" "), "x: the text is empty"),
    ],
)
def test_as_articles_refuses_the_rest(data, reason):
    with pytest.raises(ReadError) as raised:
        list(as_articles(data))
    assert reason in str(raised.value)


def test_half_surrogates_do_not_survive():
    (article,) = as_articles({"text": f"{BODY} \ud800", "title": "A \udfff title"})
    article.text.encode()
    assert article.text.endswith("\ufffd")


def test_heavy_libraries_wait_until_needed():
    import subprocess

    code = (
        "import sys, framing.reading as r; list(r.as_articles('The town fell.'));"
        "heavy = {'pandas', 'pyarrow', 'trafilatura', 'lxml', 'spacy'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
    assert set(framing.reading.__all__) == {"as_articles", "read_articles"}
