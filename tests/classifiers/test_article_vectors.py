"""Articles as vectors: the mean of their sentences, and likeness to a codebook's frames."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from framing.classifiers import ArticleVectors
from framing.classifiers._texts import sentences_of
from framing.classifiers.codebook import CODEBOOKS
from framing.encoder.sentences import WIDTH, load_sentence_encoder

ARTICLES = [
    "The jury convicted him of robbery. The judge sent him to jail for nine years.",
    "Inflation slowed in May. Wages at the mill rose by four percent.",
    "Two clinics closed their wards. Nurses treated children with measles at home.",
]
FRAMES = sorted(CODEBOOKS["policy-frames"])


def test_each_article_is_most_like_its_own_frame() -> None:
    found = ArticleVectors(codebook="policy-frames").fit_transform(ARTICLES)
    likeness = found[:, WIDTH:]
    assert [FRAMES[column] for column in likeness.argmax(1)] == [
        "Crime and punishment", "Economic", "Health and safety",
    ]  # fmt: skip


def test_a_vector_has_the_length_that_is_asked_for_and_the_mean_is_learned() -> None:
    features = ArticleVectors(scale=2.0).fit(ARTICLES)
    found = features.transform([*ARTICLES, "A fourth one is not part of the mean."])
    assert np.linalg.norm(found, axis=1) == pytest.approx([2, 2, 2, 2])
    assert features.mean_.shape == (WIDTH,)


def test_upper_layers_are_others_than_the_lower_and_the_same_in_company() -> None:
    encoder = load_sentence_encoder()
    (upper,), (lower,) = encoder.vectors(ARTICLES[:1], upper=True), encoder.vectors(ARTICLES[:1])
    assert not np.allclose(upper, lower, atol=0.05)
    assert (encoder.vectors(ARTICLES, upper=True)[0] == upper).all()


def test_an_empty_text_and_an_unknown_codebook() -> None:
    assert np.isfinite(ArticleVectors().fit(ARTICLES).transform([""])).all()
    with pytest.raises(ValueError, match="accepted: '', 'policy-frames'"):
        ArticleVectors(codebook="mine").fit(ARTICLES)


@given(st.text())
def test_no_word_of_a_sentence_is_lost_or_made_up(text: str) -> None:
    assert sentences_of(text)
    assert all(part in text for part in sentences_of(text))


def test_every_frame_has_three_example_sentences() -> None:
    for frames in CODEBOOKS.values():
        assert {len(examples) for examples in frames.values()} == {3}
