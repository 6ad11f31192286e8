"""How certain an event is: the grounds, the features, the model that ships."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest
from hand import hand_parse, resources
from stub_tagger import StubTagger

from framing.annotation import Epistemic, Event, Rows
from framing.annotators import builtin_lexicons, epistemic
from framing.annotators.epistemic.certainty import LIMIT, Certainty, features, load_certainty
from framing.annotators.epistemic.events import certainties
from framing.annotators.epistemic.grounds import ground
from framing.errors import FramingError
from framing.language import Token


def event(sentence: str, word: str) -> Token:
    """A word of a hand-made tree, one token a word: ``form/tag/dep/head[/lemma]``, from 1."""
    parts = [[*item.split("/"), ""][:5] for item in sentence.split()]
    tokens = [
        Token(place, form, lemma or form.lower(), tag, dep, place * 20, 0)
        for place, (form, tag, dep, _, lemma) in enumerate(parts)
    ]
    for token, (_, _, _, head, _) in zip(tokens, parts, strict=True):
        if head != "0":
            token.head = tokens[int(head) - 1]
            token.head.children.append(token)
    return next(token for token in tokens if token.text == word)


LEFT = "They/PRP/nsubj/2 left/VBD/ROOT/0/leave"
MAY = "They/PRP/nsubj/3 may/MD/aux/3 leave/VB/ROOT/0"
NEVER = "They/PRP/nsubj/3 never/RB/advmod/3 left/VBD/ROOT/0/leave"
PLAN = "They/PRP/nsubj/2 plan/VBP/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2"
MANAGED = "They/PRP/nsubj/2 managed/VBD/ROOT/0/manage to/TO/aux/4 leave/VB/xcomp/2"
REFUSED = "They/PRP/nsubj/2 refused/VBD/ROOT/0/refuse to/TO/aux/4 leave/VB/xcomp/2"


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        (LEFT, "left", ""),
        (NEVER, "left", "negated"),
        ("They/PRP/nsubj/4 did/VBD/aux/4 n't/RB/neg/4 leave/VB/ROOT/0", "leave", "negated"),
        ("No/DT/det/2 attack/NN/nsubj/3 came/VBD/ROOT/0", "attack", "negated"),
        (MAY, "leave", "possible"),
        ("They/PRP/nsubj/3 will/MD/aux/3 leave/VB/ROOT/0", "leave", "future"),
        ("They/PRP/nsubj/3 will/MD/aux/3 go/VB/ROOT/0 and/CC/cc/3 sing/VB/conj/3", "sing",
         "future"),
        ("They/PRP/nsubj/3 may/MD/aux/3 go/VB/ROOT/0 or/CC/cc/3 we/PRP/nsubj/6 sing/VB/conj/3",
         "sing", "below either"),
        (PLAN, "leave", "not yet"),
        ("They/PRP/nsubj/2 continue/VBP/ROOT/0 to/TO/aux/4 leave/VB/xcomp/2", "leave", ""),
        ("They/PRP/nsubj/2 plan/VBP/ROOT/0 to/TO/aux/4 hold/VB/xcomp/2 talks/NNS/dobj/4",
         "talks", "below either"),
        ("They/PRP/nsubj/5 did/VBD/aux/5 not/RB/neg/5 even/RB/advmod/5 want/VB/ROOT/0 "
         "to/TO/aux/7 leave/VB/xcomp/5", "leave", "below a negation"),
        ("If/IN/mark/3 they/PRP/nsubj/3 leave/VBP/advcl/4 stay/VB/ROOT/0", "leave",
         "conditional"),
        ("If/IN/mark/3 they/PRP/nsubj/3 say/VBP/advcl/6 he/PRP/nsubj/5 left/VBD/ccomp/3 "
         "stay/VB/ROOT/0", "left", "conditional"),
    ],
)  # fmt: skip
def test_grounds(sentence, word, name):
    assert ground(event(sentence, word)) == name


def test_hedges_and_reported_words():
    said = "They/PRP/nsubj/2 spoke/VBD/ROOT/0 of/IN/prep/2 talks/NNS/pobj/3"
    assert ground(event(said, "spoke"), hedged=True) == "hedged"
    assert ground(event(said, "spoke"), told=True) == ""
    assert ground(event(said, "talks"), told=True) == "told of"
    assert ground(event(NEVER, "left"), hedged=True, told=True) == "negated"


def certain(sentence, word, **more):
    found = features(event(sentence, word), builtin_lexicons()["predicates"], **more)
    return load_certainty().of(found)


def test_features_name_the_class_of_what_stands_above():
    found = set(features(event(REFUSED, "leave"), builtin_lexicons()["predicates"]))
    assert {"1 negative_implicative", "own to", "dep xcomp", "ground not yet"} <= found


def test_the_model_orders_events_as_people_do():
    assert certain(NEVER, "left") < 0 < certain(MAY, "leave") < certain(LEFT, "left")
    assert certain(REFUSED, "leave") < certain(PLAN, "leave") < certain(MANAGED, "leave")
    assert certain(LEFT, "left") > 2.5
    assert certain(LEFT, "left", hedged=True) < certain(LEFT, "left")


def test_certainty_stays_on_its_scale():
    model = Certainty("m@1", {"a": 9.0, "b": -9.0}, 1.0)
    assert (model.of(["a"]), model.of(["b"]), model.of(["a", "a", "b"])) == (LIMIT, -LIMIT, 1.0)


def test_a_changed_model_is_refused(tmp_path):
    weights = json.dumps({"base": 1.0, "weights": {}})
    card = {"name": "m", "version": "1", "sha256": {"weights.json": sha256(b"other").hexdigest()}}
    (tmp_path / "weights.json").write_text(weights, encoding="utf-8")
    (tmp_path / "card.json").write_text(json.dumps(card), encoding="utf-8")
    with pytest.raises(FramingError, match=r"weights\.json: is not the file that card\.json names"):
        load_certainty(tmp_path)
    with pytest.raises(FramingError, match="the certainty model cannot be loaded"):
        load_certainty(tmp_path / "none")


def test_events_carry_their_certainty_a_hedged_one_less():
    parse = hand_parse("guards NNS nsubj 3\nreportedly RB advmod 3\nleft VBD ROOT 0 lemma=leave")
    base = {"article_id": "hand", "zone": "body"}
    event = Event(**base, span_id="e0", start=18, end=22, text="left", predicate="leave")
    hedge = Epistemic(
        **base, span_id="h0", start=7, end=17, text="reportedly", cue_class="hedge",
        level="evidential", form="adverb", scope_start=0, scope_end=22,
    )  # fmt: skip
    (plain,) = epistemic.with_certainty(parse, Rows(events=(event,)), resources())
    (hedged,) = epistemic.with_certainty(
        parse, Rows(events=(event,), epistemic=(hedge,)), resources()
    )
    assert -LIMIT <= hedged.certainty < plain.certainty <= LIMIT


@pytest.mark.parametrize(("said", "given"), [(2.85, 3.0), (-4.0, -3.0), (1.23456, 1.235)])
def test_the_tagger_says_it_where_there_is_one(said, given):
    parse = hand_parse("They PRP nsubj 2\nleft VBD ROOT 0 lemma=leave")
    known = replace(resources(), tagger=StubTagger([], certain=said))
    assert list(certainties(parse, Rows(), known, [(5, 9)])) == [given]
    by_rules = list(certainties(parse, Rows(), resources(), [(5, 9)]))
    assert by_rules == list(certainties(parse, Rows(), replace(known, tagger=None), [(5, 9)]))
