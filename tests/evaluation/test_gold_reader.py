import json
import shutil
from pathlib import Path

import pytest

from framing.actors import Actors
from framing.annotation import AUTHOR
from framing.errors import ReadError
from framing.evaluation.corpora.gold import read_gold

FOLDER = Path(__file__).parents[1] / "data" / "gold"
SEED = FOLDER / "seed.gold.json"
FILES = sorted(FOLDER.glob("*.gold.json"))


def copied(tmp_path, change):
    """The seed's two files in a folder of their own, the gold changed by `change`."""
    raw = json.loads(SEED.read_text(encoding="utf-8"))
    shutil.copy(FOLDER / raw["article"]["source_file"], tmp_path)
    change(raw)
    path = tmp_path / "copy.gold.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_lies_where_the_file_says(path):
    raw = json.loads(path.read_text(encoding="utf-8"))
    gold = read_gold(path)
    assert gold.article.id == raw["article"]["id"]
    for layer in ("zones", "sentences", "mentions", "loaded_terms", "epistemic", "events"):
        made = getattr(gold.rows, layer)
        assert [row.text for row in made] == [item["text"] for item in raw[layer]]
        assert [row.span_id for row in made] == [item["id"] for item in raw[layer]]
    for row, item in zip(gold.rows.attributions, raw["attributions"], strict=True):
        for role, key in (("cue", "cues"), ("content", "content"), ("direct_part", "direct_parts")):
            spans = [gold.article.text[a:b] for a, b in row.spans_of(role)]
            assert spans == [part["text"] for part in item[key]]
        assert (row.side, row.cue_stance, row.counted) == (
            item["side"], item["cue_stance"], item["counted"],
        )  # fmt: skip
    sides = {side.id for side in gold.actors.sides}
    for contrast in gold.actors.contrasts.values():
        assert contrast.sides_a | contrast.sides_b <= sides


def test_contrasts_are_named_by_side_or_bloc():
    contrasts = read_gold(SEED).actors.contrasts
    assert (contrasts["labels"].side_a, contrasts["labels"].side_b) == ("OPP", "GOV")
    assert (contrasts["claims"].side_a, contrasts["claims"].side_b) == ("ANTI", "GOV")
    assert contrasts["claims"].sides_a == {"OPP", "WEST", "WH"}


def test_a_camp_that_is_no_bloc_joins_its_sides(tmp_path):
    path = copied(tmp_path, lambda raw: raw["contrasts"].update(events=[["OPP", "WEST"], ["GOV"]]))
    assert read_gold(path).actors.contrasts["events"].side_a == "OPP+WEST"


def test_debatable_lowers_confidence_and_loaded_sets_loadedness():
    rows = read_gold(SEED).rows
    terms = {row.span_id: row for row in rows.loaded_terms}
    assert (terms["l0"].loadedness, terms["l0"].confidence) == (2, 1.0)
    assert (terms["l1"].loadedness, terms["l1"].polarity) == (0, "neutral")
    assert (terms["l4"].loadedness, terms["l4"].confidence) == (1, 0.5)
    assert (terms["u4"].kind, terms["u4"].favours) == ("euphemism", "GOV")
    assert terms["u4"].alternatives == ("forced evacuation", "expulsion after siege")
    assert terms["u10"].favours is None
    assert len(rows.confident().mentions) < len(rows.mentions)


def test_attributions_know_their_voice_their_parents_and_what_is_no_claim():
    rows = {row.span_id: row for row in read_gold(SEED).rows.attributions}
    assert (rows["ar1"].voice, rows["ar1"].in_content_of) == (AUTHOR, ("ar0",))
    assert (rows["ar4"].voice, rows["ar4"].inside_quotation) == ("MEE", True)
    assert not rows["ar15"].claim
    assert rows["ar0"].anonymous
    assert not rows["ar2"].anonymous


def test_cues_know_the_attribution_they_introduce_or_stand_in():
    rows = {row.span_id: row for row in read_gold(SEED).rows.epistemic}
    assert rows["h4"].attribution == "ar1"
    assert rows["h13"].attribution == "ar10"
    assert rows["h12"].attribution == "ar9"
    assert rows["h0"].attribution is None
    assert {row.holder_side for row in rows.values()} >= {"AUTHOR"}


def test_words_leave_out_credits_and_quotations():
    rows = read_gold(SEED).rows.zones

    def total(kind, name):
        return sum(getattr(row, name) for row in rows if row.zone == kind)

    assert (total("caption", "words"), total("credit", "words")) == (67, 6)
    assert (total("body", "words"), total("body", "author_words")) == (412, 296)


def test_issues_propositions_and_affiliations():
    gold = read_gold(SEED)
    assert [issue.id for issue in gold.actors.issues] == ["douma_hostages", "chemical_attack"]
    assert [(row.hedged, row.total) for row in gold.rows.propositions] == [(4, 4), (0, 5)]
    assert gold.actors.get("HASSAN").affiliation == "JAI"
    assert gold.actors.debatable_sides == {"WH"}


def test_other_actors_replace_the_files_own():
    other = Actors()
    assert read_gold(SEED, other).actors is other


def test_a_missing_article_is_named(tmp_path):
    path = copied(tmp_path, lambda raw: raw["article"].update(source_file="gone.txt"))
    with pytest.raises(ReadError, match=r"copy\.gold\.json.*'gone\.txt' cannot be read beside it"):
        read_gold(path)


def test_another_article_is_refused(tmp_path):
    path = copied(tmp_path, lambda raw: None)
    text = next(tmp_path.glob("*.txt"))
    text.write_text(text.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(ReadError, match="sha256"):
        read_gold(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: raw.pop("mentions"),
        lambda raw: raw["mentions"][0].pop("actor"),
        lambda raw: raw.update(events=3),
        lambda raw: raw.update(contrasts={"labels": [["OPP"]]}),
    ],
)
def test_a_malformed_file_is_a_read_error(tmp_path, change):
    with pytest.raises(ReadError, match="not a gold file"):
        read_gold(copied(tmp_path, change))


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b'{"a": '])
def test_what_is_no_gold_file_is_a_read_error(tmp_path, content):
    path = tmp_path / "bad.gold.json"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"bad\.gold\.json"):
        read_gold(path)
    with pytest.raises(ReadError, match="cannot be read"):
        read_gold(tmp_path / "absent.gold.json")
