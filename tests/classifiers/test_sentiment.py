"""Sentiment toward mentions: which sentence each is read in, and what becomes of the odds."""

from __future__ import annotations

import numpy as np
import pytest

from framing.annotation import Mention, Rows, Sentence
from framing.classifiers.sentiment import Toward, toward, with_sentiment

TEXT = "The mayor lied. “She shone,” he said.\n\nNobody came."
SENTENCES = [(0, 15), (16, 37), (39, 51)]
QUOTES = [(16, 28)]


class Network:
    """Keeps what it is asked, and gives the same odds always."""

    def __init__(self, odds=(0.0, 0.0, 0.0)):
        self.odds, self.asked = np.array(odds), []

    def read(self, text, sentence, target, quotes=()):
        self.asked.append((text[slice(*sentence)], text[slice(*target)], list(quotes)))
        return self.odds, np.zeros(2)


def test_each_mention_is_read_in_its_own_sentence_with_the_quotations_near():
    network = Network()
    toward(TEXT, [(29, 31), (0, 9), (17, 20)], SENTENCES, network)
    assert network.asked == [
        ("“She shone,” he said.", "he", QUOTES),
        ("The mayor lied.", "The mayor", []),
        ("“She shone,” he said.", "She", QUOTES),
    ]


def test_a_mention_outside_all_sentences_has_none():
    assert toward(TEXT, [(37, 39), (38, 45)], SENTENCES, Network()) == [None, None]
    assert toward(TEXT, [(0, 3)], [], Network()) == [None]


def test_odds_become_chances():
    [found] = toward(TEXT, [(0, 9)], SENTENCES, Network(np.log([6.0, 3.0, 1.0])))
    assert (found.negative, found.neutral, found.positive) == pytest.approx((0.6, 0.3, 0.1))
    assert found.label == "negative"
    assert found.score == pytest.approx(-0.5)
    [huge] = toward(TEXT, [(0, 9)], SENTENCES, Network((900.0, -900.0, 0.0)))
    assert huge == Toward(1.0, 0.0, 0.0)


def test_a_target_without_a_word_piece_has_none():
    class Blind(Network):
        def read(self, *arguments):
            return None

    assert toward(TEXT, [(0, 9)], SENTENCES, Blind()) == [None]


def test_mentions_in_scored_zones_get_their_columns_and_nothing_else_changes():
    def span(start, end, zone):
        return {"article_id": "a", "span_id": f"m{start}", "start": start, "end": end,
                "text": TEXT[start:end], "zone": zone}  # fmt: skip

    mentions = (
        Mention(**span(0, 9, "headline"), actor="mayor", side="A", form="common"),
        Mention(**span(17, 20, "boilerplate"), actor="she", side=None, form="pronoun"),
        Mention(**span(37, 38, "body"), actor="none", side=None, form="name"),
    )
    sentences = tuple(Sentence(**span(*place, "body")) for place in SENTENCES)
    rows = Rows(sentences=sentences, mentions=mentions)
    filled = with_sentiment(TEXT, rows, Network(np.log([6.0, 3.0, 1.0])))
    assert [row.sentiment for row in filled.mentions] == ["negative", None, None]
    assert filled.mentions[0].sentiment_score == pytest.approx(-0.5)
    assert filled.mentions[1:] == mentions[1:]
    assert filled.sentences == sentences
