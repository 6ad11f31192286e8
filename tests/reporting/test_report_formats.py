"""All formats are rendered from one tree: golden files, and every value in every format."""

from __future__ import annotations

import json
import os
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from page_reader import Page
from report_case import bare_result, small_result

from framing.errors import FramingError
from framing.reporting import FORMATS, fragment, html, markdown, records, render, report, terminal
from framing.reporting.model import Count, ProfileLine, Table

GOLDEN = Path(__file__).parent / "golden"

RENDERED = {
    "report.txt": lambda result: terminal.render(result, width=90, colour=False),
    "report.md": markdown.render,
    "report.html": html.render,
}


@pytest.mark.parametrize("name", RENDERED)
def test_golden_file(name: str) -> None:
    """Update on purpose with ``UPDATE_GOLDEN=1 pytest tests/reporting`` and read the diff."""
    found = RENDERED[name](small_result())
    path = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(found, encoding="utf-8", newline="")
    assert found == path.read_bytes().decode("utf-8")


def shown_values(content: object) -> set[str]:
    """Every text with a digit that counts, values, intervals and ledgers show."""
    values: set[str] = set()
    if isinstance(content, Table):
        values |= {cell.text for row in content.rows for cell in row.cells}
    elif isinstance(content, Count):
        values.add(content.text)
    elif isinstance(content, ProfileLine):
        values |= {content.value, content.interval, content.verdict, content.note}
        values |= {count.text for count in content.counts} if not content.variant else set()
        values |= {content.brief} if content.variant else set()
        if content.variant:
            values -= {content.verdict, content.note}
    elif is_dataclass(content):
        for item in fields(content):
            values |= shown_values(getattr(content, item.name))
    elif isinstance(content, tuple):
        for item in content:
            values |= {item} if isinstance(item, str) else shown_values(item)
    return {value for value in values if re.search(r"\d", value)}


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


READERS = {
    "terminal": lambda result: terminal.render(result, width=600, colour=False),
    "markdown": lambda result: markdown.render(result).replace("\\", ""),
    "html": lambda result: Page(html.render(result)).text,
    "json": lambda result: " ".join(strings(json.loads(records.render(result))["report"])),
}


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("name", READERS)
def test_every_number_is_in_every_format(name: str) -> None:
    result = small_result()
    content = report(result)
    text = squeezed(READERS[name](result))
    values = set()
    for part in (content.summary, content.profile, content.sections):
        values |= shown_values(part)
    assert len(values) > 30
    missing = {value for value in values if squeezed(value) not in text}
    if name == "markdown":  # a table of its own columns for the other ways of counting
        missing = {value for value in missing if " v " not in value}
    assert not missing


def test_formats_are_a_dict_of_renderers() -> None:
    result = small_result()
    for name in FORMATS:
        assert render(result, name) == FORMATS[name](result)
    with pytest.raises(FramingError, match=r"'pdf'; accepted: terminal, html, markdown, json"):
        render(result, "pdf")


@pytest.mark.parametrize("name", FORMATS)
def test_empty_result_renders(name: str) -> None:
    assert FORMATS[name](bare_result(""))
    assert "Nothing was found" in FORMATS[name](bare_result("Words."))


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_twice_gives_the_same(name: str) -> None:
    assert FORMATS[name](small_result()) == FORMATS[name](small_result())


def test_page_is_sound() -> None:
    page = Page(html.render(small_result()))
    assert page.complete
    assert len(page.ids) == len(set(page.ids))
    inner = [link[1:] for link in page.links if link.startswith("#")]
    assert len(inner) > 10
    assert set(inner) <= set(page.ids)
    assert [link for link in page.links if not link.startswith("#")] == [
        "https://example.org/port?a=1&b=2"
    ]
    tables = [tag for tag, _ in page.tags if tag == "table"]
    assert len(tables) == len([tag for tag, _ in page.tags if tag == "caption"])


def test_page_loads_nothing() -> None:
    source = html.render(small_result())
    for tag, attributes in Page(source).tags:
        assert tag not in {"link", "iframe", "img", "object", "embed"}
        assert "src" not in attributes
    assert not re.search(r"@import|url\(", source)


def outer_selectors(css: str) -> list[str]:
    """Selectors of the outermost rules, looking through ``@media``."""
    found, depth, at = [], 0, 0
    for mark in re.finditer(r"[{};]", css):
        prelude = css[at : mark.start()].strip()
        at = mark.end()
        if mark[0] == "{" and depth == 0 and not prelude.startswith("@"):
            found.extend(re.split(r",(?![^(]*\))", prelude))
        if mark[0] == "{" and (depth or not prelude.startswith("@media")):
            depth += 1
        elif mark[0] == "}":
            depth = max(depth - 1, 0)
    return found


def test_fragment_is_one_div_without_script() -> None:
    source = fragment(small_result())
    page = Page(source)
    assert page.complete
    assert source.lstrip().startswith("<div")
    assert source.rstrip().endswith("</div>")
    assert "script" not in {tag for tag, _ in page.tags}
    selectors = outer_selectors(re.search(r"<style>(.*?)</style>", source, re.DOTALL)[1])
    assert len(selectors) > 3
    assert all(f"#{page.ids[0]}" in selector for selector in selectors)


def test_measure_links_to_its_spans() -> None:
    page = Page(html.render(small_result()))
    uid = page.ids[0]
    assert page.links.count(f"#{uid}-m0") >= 2  # from the measure and from the ledger
    assert f"{uid}-m3" in page.ids


def test_terminal_fits_and_honours_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    for width in (80, 120):
        lines = terminal.render(small_result(), width=width, colour=False).split("\n")
        assert max(map(len, lines)) <= width
    assert "\x1b[" in terminal.render(small_result(), colour=True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in terminal.render(small_result())


def test_json_has_everything() -> None:
    data = json.loads(records.render(small_result()))
    assert [row["span_id"] for row in data["rows"]["attributions"]] == ["a0", "a1", "a2"]
    assert data["measures"][0]["value"] == 0.41
    assert data["methods"]["parser"] == "pipeline 1.2"
    assert data["standing"][0]["actor"] == "D"


def test_csv_folder(tmp_path: Path) -> None:
    paths = records.write_csv([small_result()], tmp_path / "out")
    assert "measures.csv" in {path.name for path in paths}
    lines = (tmp_path / "out" / "loaded_terms.csv").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 4
    assert "strikers | men" in lines[1]
    with pytest.raises(FramingError, match="cannot write CSV"):
        records.write_csv([small_result()], tmp_path / "out" / "measures.csv")
