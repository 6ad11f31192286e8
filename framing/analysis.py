"""From articles to results: parse, annotate, measure."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from framing.actors import Actors
from framing.annotation import ArticleRow, ErrorRow, ZoneRow
from framing.annotators import (
    UNLISTED,
    Resources,
    annotate,
    builtin_lexicons,
    lexicons_with,
    name_table,
)
from framing.article import SCORED_ZONES, count_words
from framing.chosen import (
    LEARNED,
    load_attribution,
    load_linker,
    load_opinions,
    methods_of,
)
from framing.errors import ReadError
from framing.language import DEFAULT_PIPELINE, load_pipeline, parse
from framing.measures import compute, standing
from framing.parquet import ParquetTables
from framing.readability import readability
from framing.reading import as_articles
from framing.result import Result
from framing.tables import TABLES, frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import pandas as pd

    from framing.annotation import Rows
    from framing.annotators import Lexicons
    from framing.article import Article

__all__ = [
    "Analysis", "analyze", "analyze_one", "iter_results",
]  # fmt: skip


@dataclass(frozen=True)
class Analysis:
    """The results of one or more articles, as objects and as tidy tables.

    Attributes
    ----------
    results : tuple of Result
        One an article, in order.
    errors_found : tuple of ErrorRow
        What could not be read or was left out.

    Notes
    -----
    Each table is a pandas frame, made when it is first asked for: `articles`, `zones`,
    `sentences`, `mentions`, `attributions`, `attribution_spans`, `loaded_terms`, `naming`,
    `epistemic`, `events`, `propositions`, `frames`, `standing`, `measures`, `errors`.

    Examples
    --------
    >>> import framing
    >>> analysis = framing.analyze("“We won,” said Ann Lee of the Farmers' Union on Friday.")
    >>> analysis.attributions[["type", "speaker"]].values.tolist()
    [['direct', 'Ann Lee']]
    """

    results: tuple[Result, ...] = ()
    errors_found: tuple[ErrorRow, ...] = field(default=())

    @cached_property
    def tables(self) -> dict[str, pd.DataFrame]:
        """All tables by name."""
        return frames(self.results, self.errors_found)

    def __getattr__(self, name: str) -> pd.DataFrame:
        """A table by its name."""
        if name in TABLES:
            return self.tables[name]
        raise AttributeError(f"{type(self).__name__!r} has no table {name!r}; it has {TABLES}")

    def __dir__(self) -> list[str]:
        """The attributes, tables included, for completion in notebooks."""
        return sorted({*super().__dir__(), *TABLES})

    def __repr__(self) -> str:
        """A line on what was analysed."""
        ids = ", ".join(result.article.id for result in self.results[:5])
        more = ", …" if len(self.results) > 5 else ""
        return f"<Analysis of {len(self.results)} article(s): {ids}{more}>"

    def _repr_html_(self) -> str:
        """The highlighted article and its profile, in Jupyter; of many articles the first ten."""
        from framing.reporting.html import fragment

        return "\n".join(fragment(result) for result in self.results[:10])

    def save(self, folder: str | Path) -> None:
        """Write every table to `folder` as Parquet.

        Parameters
        ----------
        folder : str or Path
            Made if it does not exist.
        """
        from pathlib import Path

        with ParquetTables(Path(folder)) as written:
            for result in self.results:
                written.add(result)
            written.add_errors(self.errors_found)


def analyze(
    articles: Any,
    *,
    actors: Actors | None = None,
    side_a: str | None = None,
    side_b: str | None = None,
    pipeline: str = DEFAULT_PIPELINE,
    attribution: str = LEARNED,
    coreference: str = LEARNED,
    lexicons: Iterable[str | Path] = (),
    classifiers: Iterable[str | Path] = (),
) -> Analysis:
    """Analyse one or more articles.

    Parameters
    ----------
    articles : str, Article, mapping, DataFrame, or iterable of these
        A string is an article's text. For files see `framing.read_articles`.
    actors : Actors, optional
        Who is who, from `framing.load_actors`. Without it the actors are those that the text
        names, each a side of its own.
    side_a, side_b : str, optional
        The two sides or blocs to compare, by id or name (without an actors file: two actors),
        instead of the file's contrasts.
    pipeline : str
        The spaCy pipeline; by default the pinned one.
    attribution : str
        How attributions are found: "learned", by the learned tagger with the rules beside it;
        "rules", by the rules alone; or the folder of a tagger trained by oneself.
    coreference : str
        How it is found whom a pronoun or description means: "learned", "rules" or a folder,
        as for `attribution`.
    lexicons : iterable of str or Path
        Folders of lexicons of one's own, laid over the built-in ones of their kind: their terms
        are added, and take the place of the built-in entries of the same term.
    classifiers : iterable of str or Path
        Whose second opinion to ask for, in the tables `sentences`, `frames` and `mentions`:
        "shipped" for all that the package has, the name of one, "sentiment" for that toward each
        mention, or the folder of one trained by oneself. By
        default none: they take longer than all the rest.

    Returns
    -------
    Analysis

    Raises
    ------
    ReadError, LanguageError
        If an article is empty, binary or not English.
    ActorsError
        If `side_a` or `side_b` is unknown.
    LexiconError
        If a folder of `lexicons` holds none that can be laid over a built-in one.

    Examples
    --------
    >>> import framing
    >>> analysis = framing.analyze("The regime in Ruritania claimed that it had won.")
    >>> analysis.epistemic["text"].tolist()
    ['claimed']
    """
    results = iter_results(
        as_articles(articles), actors=actors, side_a=side_a, side_b=side_b,
        pipeline=pipeline, attribution=attribution, coreference=coreference,
        lexicons=lexicons, classifiers=classifiers,
    )  # fmt: skip
    return Analysis(tuple(results))


def iter_results(
    articles: Iterable[Article],
    *,
    actors: Actors | None = None,
    side_a: str | None = None,
    side_b: str | None = None,
    pipeline: str = DEFAULT_PIPELINE,
    attribution: str = LEARNED,
    coreference: str = LEARNED,
    lexicons: Iterable[str | Path] = (),
    classifiers: Iterable[str | Path] = (),
) -> Iterator[Result]:
    """Analyse articles one after another, holding one at a time; see `analyze`."""
    from framing.errors import ActorsError

    if (side_a is None) != (side_b is None):
        raise ActorsError("a contrast needs both side_a and side_b; only one was given")
    listed = actors or Actors()
    if side_a is not None and side_b is not None and listed.sides:
        listed, side_a, side_b = listed.with_contrast(side_a, side_b), None, None
    terms, asked = lexicons_with(lexicons), tuple(classifiers)
    for article in articles:
        yield analyze_one(
            article, listed, side_a, side_b, pipeline=pipeline, attribution=attribution,
            coreference=coreference, lexicons=terms, classifiers=asked,
        )  # fmt: skip


#: The longest text taken for one article, in characters: longer ones are collections.
MAX_LENGTH = 1_000_000


def analyze_one(
    article: Article,
    actors: Actors,
    side_a: str | None = None,
    side_b: str | None = None,
    *,
    pipeline: str = DEFAULT_PIPELINE,
    attribution: str = LEARNED,
    coreference: str = LEARNED,
    lexicons: Lexicons | None = None,
    classifiers: Sequence[str | Path] = (),
) -> Result:
    """Analyse one article; see `analyze`."""
    if len(article.text) > MAX_LENGTH:
        raise ReadError(
            f"{article.name}: {len(article.text):,} characters are no single article; "
            f"accepted: up to {MAX_LENGTH:,}; split the text into its articles"
        )
    nlp = load_pipeline(pipeline)
    tagger, coreferent = load_attribution(attribution), load_linker(coreference)
    opinions = load_opinions(classifiers)
    lexicons = lexicons or builtin_lexicons()
    parsed = parse(article, nlp, name_table(actors, article.text), lexicons.neighbours)

    def settle(rows: Rows, known: Actors) -> tuple[Rows, Actors]:
        if not actors.sides:
            rows, known = _each_its_own_side(rows, known)
        if side_a is not None and side_b is not None:
            known = known.with_contrast(side_a, side_b)
        return rows, known

    resources = Resources(actors, lexicons, tagger, coreferent)
    rows, known = annotate(parsed, article, resources, settle)
    rows = _with_zones(rows, article)
    if opinions:
        from framing.classifiers import second_opinion

        rows = second_opinion(article, rows, opinions)
    return Result(
        article=article,
        actors=known,
        info=_info(article, rows),
        rows=rows,
        measures=compute(article, rows, known),
        standing=standing(rows, known),
        methods=methods_of(nlp, tagger, coreferent, lexicons, opinions),
    )


def _each_its_own_side(rows: Rows, actors: Actors) -> tuple[Rows, Actors]:
    """Without an actors file every actor that is no one's spokesman is a side of its own."""
    from framing.actors import Side

    def root(actor_id: str | None) -> str | None:
        seen: set[str] = set()
        while actor_id is not None and actor_id not in seen:
            seen.add(actor_id)
            actor = actors.get(actor_id)
            if actor is None or actor.affiliation is None or actors.get(actor.affiliation) is None:
                break
            actor_id = actor.affiliation
        return actor_id

    roots = {
        actor.id: root(actor.id) or actor.id for actor in actors.actors if actor.kind != UNLISTED
    }
    sides = tuple(Side(name, actors.actor_name(name)) for name in dict.fromkeys(roots.values()))
    own = replace(
        actors,
        actors=tuple(replace(actor, side=roots.get(actor.id)) for actor in actors.actors),
        sides=sides,
    )
    rows = replace(
        rows,
        mentions=tuple(replace(row, side=roots.get(row.actor)) for row in rows.mentions),
        attributions=tuple(
            replace(row, side=roots.get(row.actor or "")) for row in rows.attributions
        ),
    )
    return rows, own


def _with_zones(rows: Rows, article: Article) -> Rows:
    quoted = _merged(
        sorted(span for row in rows.attributions for span in row.spans_of("direct_part"))
    )
    zones = tuple(_zone_row(number, article, quoted) for number in range(len(article.zones)))
    return replace(rows, zones=zones)


def _zone_row(number: int, article: Article, quoted: list[tuple[int, int]]) -> ZoneRow:
    zone = article.zones[number]
    text = own = article.text[zone.start : zone.end]
    for inner in article.zones[number + 1 : number + 3]:
        if inner.end <= zone.end:
            own = own.replace(article.text[inner.start : inner.end], " ", 1)
    first = max(0, bisect_right(quoted, (zone.start, len(article.text))) - 1)
    said = sum(
        count_words(article.text[max(start, zone.start) : min(end, zone.end)])
        for start, end in quoted[first : bisect_right(quoted, (zone.end, 0))]
        if zone.start < end
    )
    words = count_words(own)
    return ZoneRow(
        article_id=article.id,
        span_id=f"z{number}",
        start=zone.start,
        end=zone.end,
        text=text,
        zone=zone.kind,
        paragraph=zone.paragraph,
        words=words,
        author_words=max(0, words - said),
        readability=readability(own) if zone.kind in SCORED_ZONES else {},
    )


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _info(article: Article, rows: Rows) -> ArticleRow:
    scored = [zone for zone in rows.zones if zone.zone in SCORED_ZONES]
    headline = next((zone.text for zone in rows.zones if zone.zone == "headline"), None)
    prose = "\n\n".join(zone.text for zone in scored if zone.zone != "headline")
    return ArticleRow(
        article_id=article.id,
        title=article.title or headline,
        outlet=article.outlet,
        published=article.published,
        url=article.url,
        words=sum(zone.words for zone in scored),
        author_words=sum(zone.author_words for zone in scored),
        sentences=sum(1 for sentence in rows.sentences if sentence.zone in SCORED_ZONES),
        readability=readability(prose),
    )
