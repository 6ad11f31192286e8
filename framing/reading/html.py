"""Web pages: the article without what surrounds it, through trafilatura."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from framing.errors import ReadError
from framing.reading.blocks import SPACE
from framing.reading.fields import Fields
from framing.reading.titles import same_words

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["looks_like_html", "read_html"]

START = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
TAG = re.compile(
    r"</?(?:p|div|span|br|h[1-6]|a|article|section|ul|li|strong|em|img|figure)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
SPACES = re.compile(r"[ \t\r\n\f]+")
#: What parts a title from the name of its site.
SITE = re.compile(r"\s+[|–—-]\s+")
BREAKS = re.compile(r" *\n *")

#: Elements without article text, and those that hold a block of it: for a page so small or
#: so odd that trafilatura finds no article in it.
NO_TEXT = ("script", "style", "noscript", "template", "nav", "footer", "aside", "form", "title")
BLOCKS = ("h1", "h2", "h3", "h4", "p", "li", "blockquote", "pre", "td", "div")
#: Where a figure is a teaser for another article.
ELSEWHERE = frozenset({"a", "aside", "nav", "footer"})


def looks_like_html(text: str) -> bool:
    """Whether a text is a web page or a part of one.

    Examples
    --------
    >>> looks_like_html("<p>One.</p><p>Two.</p>"), looks_like_html("A <b> in prose")
    (True, False)
    """
    head = text[:20_000].strip(SPACE)
    opened = head.startswith("<")
    if opened and START.search(head[:2_000]):
        return True
    return "</" in head and len(TAG.findall(head)) >= (2 if opened else 8)


def read_html(markup: str) -> Fields:
    r"""Extract the article from a web page.

    Parameters
    ----------
    markup : str
        The page, decoded.

    Returns
    -------
    Fields
        The title, then the paragraphs and figure captions, parted by empty lines, with the
        page's title, outlet, date of publication and canonical address.

    Raises
    ------
    ReadError
        The page holds no text.

    Examples
    --------
    >>> read_html("<h1>Rebels leave</h1><p>The last rebels left &amp; all was quiet.</p>").text
    'The last rebels left & all was quiet.'
    """
    import trafilatura

    tree: Any = trafilatura.load_html(markup.replace("\0", ""))
    if tree is None:
        raise ReadError("the page holds no text")
    captions = frozenset(_free_captions(tree))
    everything = list(_all_blocks(deepcopy(tree)))
    page: Any = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False)
    blocks = list(_article_blocks(page.body)) if page is not None else []
    if not blocks or (len(blocks) == 1 and blocks[0].split() == " ".join(everything).split()):
        blocks = everything  # a page so small that its layout was lost, or no article at all
    if not blocks:
        raise ReadError("the page holds no text")
    return Fields(
        "\n\n".join(blocks),
        title=_title(page, blocks) if page is not None else None,
        outlet=_plain(page and page.sitename),
        date=_plain(page and page.date),
        url=_plain(page and page.url),
        captions=tuple(block for block in blocks if block in captions),
    )


def _title(page: Any, blocks: list[str]) -> str | None:
    """Tell the title of a page without the name of its site at the end."""
    title = _plain(page.title)
    for mark in SITE.finditer(title or ""):
        head, site = mark.string[: mark.start()], mark.string[mark.end() :]
        if same_words(head, blocks[0]) or same_words(site, page.sitename or ""):
            return head
    return title


def _plain(value: str | None) -> str | None:
    """Write a value of the page's head on one line."""
    return " ".join(value.split()) if value else None


def _free_captions(tree: Any) -> Iterator[str]:
    """Turn figures with captions into paragraphs, which trafilatura keeps; yield the captions."""
    for caption in list(tree.iter("figcaption")):
        text = _text(caption)
        ancestors = {element.tag for element in caption.iterancestors()}
        figure = next(caption.iterancestors("figure"), None)
        if not text or figure is None or figure.getparent() is None or ancestors & ELSEWHERE:
            continue
        paragraph = tree.makeelement("p")
        paragraph.text = text
        paragraph.tail = figure.tail
        figure.getparent().replace(figure, paragraph)
        yield text


def _article_blocks(body: Any) -> Iterator[str]:
    """Yield the blocks of an article that trafilatura extracted."""
    inner = {"p", "head", "item", "quote", "list", "table", "row", "cell", "code"}
    for element in body.iter("p", "head", "item", "quote", "row", "code"):
        if element.tag != "row" and any(child.tag in inner for child in element):
            continue  # its parts come by themselves
        if any(parent.tag == "row" for parent in element.iterancestors()):
            continue
        text = _text(element)
        if text:
            yield text


def _all_blocks(tree: Any) -> Iterator[str]:
    """Yield every block of a page outside its furniture."""
    for element in list(tree.iter(*NO_TEXT)):
        element.drop_tree()
    found = False
    for element in tree.iter(*BLOCKS):
        if next(element.iterdescendants(*BLOCKS), None) is None and (text := _text(element)):
            found = True
            yield text
    if not found and (text := _text(tree)):
        yield text


def _text(element: Any) -> str:
    """Join the text of an element, with a line end where the page breaks the line."""
    parts: list[str] = []
    for node in element.iter():
        if node.tag in {"lb", "br"}:
            parts.append("\v")
        elif isinstance(node.tag, str) and node.tag not in {"script", "style"} and node.text:
            parts.append((" " if node.tag == "cell" else "") + node.text)
        if node is not element and node.tail:
            parts.append(node.tail)
    lines = SPACES.sub(" ", "".join(parts)).replace("\v", "\n")
    return BREAKS.sub("\n", lines).strip(" \n")
