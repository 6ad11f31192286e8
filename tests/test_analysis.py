"""The library as its user writes it: articles in, tables out."""

import importlib
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.analysis import TABLES, iter_results
from framing.errors import ActorsError, LanguageError, ReadError

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[1] / "seeds"
PORT = (
    "“We won,” said Ann Lee of the Farmers' Union on Friday. The union's thugs had blocked the "
    "road to the market for a week, the ministry claimed."
)
RAIN = "Rain fell on the hills of Navarra. The mayor said the bridge would hold."


@pytest.fixture(scope="module")
def seed():
    actors = framing.load_actors(SEEDS / "douma.actors.toml")
    return framing.analyze(framing.read_articles(SEEDS), actors=actors)


@pytest.fixture(scope="module")
def port():
    return framing.analyze(PORT)


# ------------------------------------------------------------------------ as documented


def test_loaded_terms_by_query(seed):
    found = seed.loaded_terms.query("kind == 'label' and voice == 'author' and loadedness >= 2")
    assert set(found.side) == {"OPP"}
    assert "terrorists" in set(found.text)


def test_who_gets_to_speak_by_side(seed):
    words = seed.attributions.query("counted").groupby("side").content_words.sum()
    assert words["OPP"] == 66
    assert words["GOV"] == 92


def test_measures_have_value_interval_counts_and_status(seed):
    row = seed.measures.query("measure == 'LA' and variant == 'all' and scope == 'all'").iloc[0]
    assert row.status == "ok"
    assert row.low < row.value < row.high
    assert (row.k_a, row.n_a, row.k_b) == (9, 17, 0)


def test_every_public_name_is_there():
    for name in framing.__all__:
        assert getattr(framing, name) is not None
    assert set(framing.__all__) <= set(dir(framing))
    with pytest.raises(AttributeError, match="no attribute 'bias_score'"):
        framing.bias_score  # noqa: B018


def test_no_single_bias_score(seed):
    names = {name.lower() for name in seed.measures.measure}
    assert not [name for name in names if "bias" in name or name in ("score", "total", "index")]


def test_importing_the_package_loads_nothing_heavy():
    code = (
        "import sys, framing; "
        "heavy = {'spacy', 'pandas', 'textstat', 'matplotlib', 'pyarrow', 'trafilatura'}; "
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


# ------------------------------------------------------------------------ the tables


def test_every_table_is_an_attribute_and_a_frame(seed):
    for name in TABLES:
        assert isinstance(getattr(seed, name), pd.DataFrame), name
        assert name in dir(seed)
    assert tuple(seed.tables) == TABLES
    with pytest.raises(AttributeError, match="has no table 'biases'"):
        seed.biases  # noqa: B018


def test_every_span_slices_its_article(seed):
    text = seed.results[0].article.text
    for name in ("zones", "sentences", "mentions", "attributions", "loaded_terms", "epistemic"):
        frame = getattr(seed, name)
        assert len(frame)
        assert [text[row.start : row.end] for row in frame.itertuples()] == list(frame.text)


def test_attribution_spans_are_one_row_a_part(seed):
    spans = seed.attribution_spans
    assert set(spans.role) == {"source", "cue", "content", "direct_part"}
    assert set(spans.attribution_id) == set(seed.attributions.span_id)


def test_articles_hold_words_and_readability(seed):
    row = seed.articles.iloc[0]
    assert 480 < row.words < 500
    assert 0 < row.author_words < row.words
    assert row.flesch_kincaid_grade > 8
    assert row.title.startswith("Fate of thousands")


def test_saved_tables_are_read_back(seed, tmp_path):
    seed.save(tmp_path / "deep" / "results")
    for name in TABLES:
        frame = getattr(seed, name)
        again = pd.read_parquet(tmp_path / "deep" / "results" / f"{name}.parquet")
        assert list(again.columns) == list(frame.columns), name
        assert len(again) == len(frame), name
    again = pd.read_parquet(tmp_path / "deep" / "results" / "loaded_terms.parquet")
    assert list(again.alternatives.iloc[0]) == list(seed.loaded_terms.alternatives.iloc[0])
    spans = pd.read_parquet(tmp_path / "deep" / "results" / "attributions.parquet")
    assert list(spans.content_words) == list(seed.attributions.content_words)


def test_an_empty_analysis_has_all_tables_and_columns(seed, tmp_path):
    empty = framing.analyze([])
    for name in TABLES:
        assert len(getattr(empty, name)) == 0
        assert set(getattr(empty, name).columns) <= set(getattr(seed, name).columns)
    empty.save(tmp_path)
    assert len(list(tmp_path.glob("*.parquet"))) == len(TABLES)
    assert len(pd.read_parquet(tmp_path / "mentions.parquet")) == 0


def test_columns_do_not_depend_on_the_text(seed):
    short = framing.analyze("Rain fell.")
    for name in TABLES:
        assert list(getattr(short, name).columns) == list(getattr(seed, name).columns), name
        assert list(getattr(framing.analyze([]), name).columns) == list(
            getattr(seed, name).columns
        ), name


def test_column_types_do_not_depend_on_the_text(seed):
    """So that the Parquet files of many runs can be read as one table."""
    short, empty = framing.analyze("Rain fell."), framing.analyze([])
    for name in TABLES:
        frame = getattr(seed, name)
        for other in (getattr(short, name), getattr(empty, name)):
            for column in set(frame.columns) & set(other.columns):
                assert other[column].dtype == frame[column].dtype, (name, column)


# ------------------------------------------------------------------------ the inputs


def test_a_text_a_list_a_mapping_and_a_frame():
    frame = pd.DataFrame({"id": ["p", "r"], "text": [PORT, RAIN], "outlet": ["Wire", None]})
    ids = [
        [result.article.id for result in framing.analyze(data).results]
        for data in (PORT, [PORT, RAIN], {"id": "p", "text": PORT}, frame, iter([PORT]))
    ]
    assert ids == [["article"], ["article", "article-2"], ["p"], ["p", "r"], ["article"]]
    assert framing.analyze(frame).articles.outlet.fillna("").tolist() == ["Wire", ""]


def test_all_inputs_give_the_same_rows(port):
    for data in ([PORT], {"text": PORT}, pd.DataFrame({"text": [PORT]}),
                 framing.Article("article", PORT)):  # fmt: skip
        other = framing.analyze(data)
        assert [(m.start, m.end, m.actor) for m in other.results[0].rows.mentions] == [
            (m.start, m.end, m.actor) for m in port.results[0].rows.mentions
        ]


def test_many_articles_keep_apart():
    both = framing.analyze([PORT, RAIN])
    assert both.articles.article_id.tolist() == ["article", "article-2"]
    assert set(both.mentions.article_id) == {"article", "article-2"}
    alone = framing.analyze(RAIN)
    second = both.mentions.query("article_id == 'article-2'")
    assert second.text.tolist() == alone.mentions.text.tolist()
    assert "2 article(s): article, article-2" in repr(both)


@pytest.mark.parametrize("data", ["", "   \n", [""], {"text": ""}, 3, [None], {"body": PORT}])
def test_what_is_no_article_is_refused(data):
    with pytest.raises(ReadError):
        framing.analyze(data)


def test_another_language_is_refused():
    with pytest.raises(LanguageError):
        framing.analyze(
            "Die Armee ist nach Angaben der Behörden in die Stadt eingerückt, und die Bewohner "
            "sind seit dem Morgen auf der Flucht vor den Kämpfen in den Dörfern."
        )


# ------------------------------------------------------------------------ the sides


def test_without_an_actors_file_every_actor_is_a_side(port):
    said = port.attributions.set_index("speaker")
    assert said.loc["Ann Lee", "side"]
    assert said.loc["Ann Lee", "type"] == "direct"


def test_two_sides_without_an_actors_file():
    text = (
        "Russia said the talks had failed. Russia claimed that France had left early. France "
        "said the talks had gone well. France thanked the hosts. Russia thanked nobody."
    )
    analysis = framing.analyze(text, side_a="Russia", side_b="France")
    row = analysis.measures.query("measure == 'SA_attributions' and scope == 'all'").iloc[0]
    assert (row.side_a, row.side_b) == ("Russia", "France")
    assert (row.k_a, row.k_b) == (2, 1)
    turned = framing.analyze(text, side_a="France", side_b="Russia").measures
    again = turned.query("measure == 'SA_attributions' and scope == 'all'").iloc[0]
    assert again.value == -row.value


def test_two_sides_instead_of_the_files_contrasts(seed):
    actors = framing.load_actors(SEEDS / "douma.actors.toml")
    turned = framing.analyze(
        framing.read_articles(SEEDS), actors=actors, side_a="Syrian government and Russia",
        side_b="ANTI",
    )  # fmt: skip
    one = seed.measures.query("measure == 'SA_words' and variant == 'all' and scope == 'all'")
    other = turned.measures.query("measure == 'SA_words' and variant == 'all' and scope == 'all'")
    assert other.iloc[0].side_a == "GOV"
    assert other.iloc[0].value == pytest.approx(-one.iloc[0].value)


@pytest.mark.parametrize("given", [{"side_a": "OPP"}, {"side_b": "OPP"}])
def test_one_side_alone_is_refused(given):
    with pytest.raises(ActorsError, match="needs both side_a and side_b"):
        framing.analyze(PORT, **given)


def test_an_unknown_side_is_refused(seed):
    actors = framing.load_actors(SEEDS / "douma.actors.toml")
    with pytest.raises(ActorsError, match="unknown side or bloc 'NATO'"):
        framing.analyze(RAIN, actors=actors, side_a="OPP", side_b="NATO")
    with pytest.raises(ActorsError, match="unknown side or bloc 'Atlantis'"):
        framing.analyze(RAIN, side_a="Atlantis", side_b="Lemuria")


def test_a_wrong_pipeline_is_refused():
    with pytest.raises(framing.FramingError, match="'no_such_model' is not installed"):
        framing.analyze(RAIN, pipeline="no_such_model")


# ------------------------------------------------------------------------ results


def test_results_come_one_by_one():
    from framing.reading import as_articles

    results = iter_results(as_articles(text for text in (PORT, RAIN)))
    assert next(results).article.text == PORT
    assert next(results).article.text == RAIN


def test_the_same_text_gives_the_same_result(port):
    assert framing.analyze(PORT).results == port.results


def test_methods_name_the_parser_and_every_lexicon(seed):
    methods = dict(seed.results[0].methods)
    assert methods["parser"].startswith("en_core_web_sm")
    for name in framing.list_lexicons():
        label = getattr(name, "name", name)
        assert f"lexicon {label}" in methods


def test_a_notebook_shows_the_article_and_its_profile(seed):
    shown = seed._repr_html_()
    assert "Jaish al-Islam" in shown
    assert "<script>" not in framing.analyze("The <script>alert(1)</script> fell.")._repr_html_()


def test_evidence_of_every_row_says_what_found_it(seed):
    for name in ("mentions", "attributions", "loaded_terms", "epistemic", "events"):
        assert seed.tables[name].evidence.str.len().gt(0).all(), name
    assert importlib.import_module("framing.analysis").Analysis is framing.Analysis


def test_a_text_too_long_for_one_article_is_refused_in_one_line():
    with pytest.raises(framing.FramingError, match="no single article") as caught:
        framing.analyze("The dam held, the mayor said on Monday. " * 30_000)
    assert "\n" not in str(caught.value)
