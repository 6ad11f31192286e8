"""Reads a page as a person would: its visible text, its ids and links."""

from __future__ import annotations

from html.parser import HTMLParser

_HIDDEN = ("style", "script", "title")
_VOID = {"meta", "input", "br", "circle", "line", "rect"}


class Page(HTMLParser):
    """`text` is all visible text, `article` that of the marked article alone."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.article = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag == "a" and found.get("href"):
            self.links.append(str(found["href"]))
        if tag not in _VOID:
            self._open.append((tag, found.get("class") == "article"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if not self._open or self._open[-1][0] != tag:
            raise ValueError(f"</{tag}> closes {self._open[-1:]}")
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(tag in _HIDDEN for tag, _ in self._open):
            return
        self.text += data
        if any(inside for _, inside in self._open):
            self.article += data

    @property
    def complete(self) -> bool:
        """Whether every element was closed."""
        return not self._open
