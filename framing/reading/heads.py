"""What stands above the prose: kickers, bylines, times of publication, datelines."""

from __future__ import annotations

import re

from framing.article import count_words
from framing.reading.blocks import ends_sentence

__all__ = ["DAY", "MONTH", "find_dateline", "is_byline", "is_dateline", "is_kicker", "is_timestamp"]

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"

SECTIONS = frozenset(
    """news world politics opinion health sport sports business analysis exclusive breaking
    editorial editorials national nation us u.s. usa uk europe asia africa americas america
    science technology tech culture arts entertainment environment climate education travel
    lifestyle local metro states region regional courts crime economy markets money comment
    commentary feature features video live home latest middle east top stories story report
    special investigation investigations interview international domestic defence defense
    security conflict war media society life style weather obituaries obituary letters blog
    blogs fact check explainer the and of & city state country energy law religion
    elections election campaign congress""".split()  # noqa: SIM905
)
BREADCRUMB = re.compile(r"\s*[|>»›•·→]\s*|\s+/\s+|(?<=[A-Za-z])/(?=[A-Za-z])")

ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|staff|bureau|analyst|columnist|contributor|"
    r"desk|journalist|agencies|agency|newsroom|producer)s?\b",
    re.IGNORECASE,
)
LOWER_IN_BYLINE = frozenset(
    """and in of for the at de van von al el bin ibn der den da di la le du dos our a an with on
    from staff correspondent correspondents reporter reporters editor editors writer writers
    special political diplomatic chief senior bureau agencies news desk contributor columnist
    analyst foreign associate international health science business security affairs""".split()  # noqa: SIM905
)
BYLINE_START = re.compile(
    r"(?:By|BY|(?:Written|Words|Story|Report|Reported|Analysis|Opinion|Posted) by|Author:|Byline:)"
    r"\s+(?=[A-Z@])|[–—]\s?(?=[A-Z][^.!?]{2,40}$)"
)
FULL_NAME = r"[A-Z][\w.’'-]+(?: (?:al-|el-|van |von |de |bin )?[A-Z][\w.’'-]+){1,3}"
PERSON = r"[A-Z][a-z’'-]+(?: (?:al-|el-|van |von |de |bin )?[A-Z][\w.’'-]+){1,2}"
NAME_IN_PLACE = re.compile(
    rf"{FULL_NAME}(?:,? (?:and|&) {FULL_NAME})? in [A-Z][\w.’'-]+(?: [A-Z][\w’'-]+)?"
)
NAMES = re.compile(rf"{PERSON}(?:(?:, and |,? and | & |, ){PERSON}){{0,4}}")
NAME_AND_ROLE = re.compile(rf"{FULL_NAME}\s*[,|–—-]\s*(?P<role>.{{2,60}})")
AGENCY_LINE = re.compile(
    r"(?:AFP|AP|Reuters|REUTERS|(?:The )?Associated Press|Agencies|News [Dd]esk|Xinhua|"
    r"Agence France-Presse|Press Association)(?: (?:Staff|News|and agencies))?"
)

TIMESTAMP_TOKENS = (
    MONTH,
    DAY,
    r"\d{1,4}(?:st|nd|rd|th)?",
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:am|pm|z)?",
    r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}",
    r"\d{4}-\d\d-\d\dt[\d:.+z-]+",
    r"[ap]\.?m\.?|gmt|utc|e[sd]?t|p[sd]?t|bst|cest|ist|at|on|of|the|ago|read",
    r"published|updated|posted|modified|issued|last|first|date|publication|time",
    r"(?:min|minute|hour|day|week|month|year)s?",
)
TIMESTAMP_TOKEN = re.compile("|".join(TIMESTAMP_TOKENS), re.IGNORECASE)

PLACE = r"[A-Z][A-Z.’'-]{2,}(?:[ /][A-Z][A-Z.’'-]*){0,3}"
PLACE_MIXED = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}"
WHERE = r"(?:, [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})?"
DATE = rf", (?:{MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {MONTH}(?: \d{{4}})?)"
SOURCE = r"[(\[][A-Z][\w .,’'/&-]{1,50}[)\]]"
DASH = r"\s*(?:—|–|--?|―)(?=\s)"
DATELINES = (
    rf"{PLACE}{WHERE}(?:{DATE})?,?(?:\s+{SOURCE})?{DASH}",
    rf"{PLACE_MIXED}{WHERE}(?:{DATE})?,?\s+{SOURCE}{DASH}",
    rf"{SOURCE}{DASH}",
    rf"{PLACE}{WHERE}(?:{DATE})?(?:\s+{SOURCE})?:",
)
DATELINE = re.compile(rf"(?:{'|'.join(DATELINES)})(?=\s+[A-Z0-9\"'“‘$£€])")
DATELINE_ALONE = re.compile(
    rf"(?:{PLACE}|{PLACE_MIXED}){WHERE}(?:(?:{DATE})?,?\s+{SOURCE}|{DATE})(?:\s*(?:—|–|--?|:))?"
)
NO_PLACE = frozenset(
    """BREAKING EXCLUSIVE UPDATE UPDATED WATCH OPINION ANALYSIS EDITORIAL NOTE CORRECTION READ MORE
    VIDEO LIVE WARNING RELATED FILE FACT PHOTO PHOTOS""".split()  # noqa: SIM905
)


def is_kicker(text: str) -> bool:
    """Whether a block can be the section line above a headline.

    Examples
    --------
    >>> is_kicker("World / Africa"), is_kicker("Rebels leave Douma")
    (True, False)
    """
    if len(text) > 70 or ends_sentence(text) or count_words(text) > 10:
        return False
    parts = [part for part in BREADCRUMB.split(text) if part.strip(" \xa0/|>»")]
    if len(parts) > 1:
        return all(len(part.split()) <= 4 for part in parts)
    words = text.lower().strip(":").split()
    if len(words) <= 4 and all(word.strip(",:") in SECTIONS for word in words):
        return True
    return len(words) <= 2 and text.isupper()


def is_byline(text: str, *, after_headline: bool = True) -> bool:
    """Whether a block says who wrote the article.

    Examples
    --------
    >>> is_byline("By Jane Roe, Political Correspondent"), is_byline("Jane Roe in Geneva")
    (True, True)
    """
    if len(text) > 150 or count_words(text) > 18 or text[-1:] in {"!", "?"}:
        return False
    start = BYLINE_START.match(text)
    if start:
        rest = re.findall(r"[^\W\d_][\w.’'-]*", text[start.end() :])
        return all(not word[0].islower() or word in LOWER_IN_BYLINE for word in rest)
    if not after_headline or ends_sentence(text):
        return False
    role = NAME_AND_ROLE.fullmatch(text)
    if role and (ROLE.search(role["role"]) or AGENCY_LINE.fullmatch(role["role"])):
        return True
    if any(pattern.fullmatch(text) for pattern in (AGENCY_LINE, NAME_IN_PLACE, NAMES)):
        return True
    return count_words(text) <= 4 and text.istitle() and ROLE.search(text) is not None


def is_timestamp(text: str) -> bool:
    """Whether a block holds a date or time of publication and nothing else.

    Examples
    --------
    >>> is_timestamp("Published: Sat Apr 14, 2018 10:20 AM"), is_timestamp("Two dead in May")
    (True, False)
    """
    if len(text) > 90 or not any(map(str.isdigit, text)):
        return False
    tokens = [token.strip("|•·:()-–—[]") for token in re.split(r"[\s,;]+", text)]
    return all(TIMESTAMP_TOKEN.fullmatch(token) for token in tokens if token)


def find_dateline(text: str) -> int | None:
    """Find the dateline that a paragraph opens with: its length, None if it has none.

    Examples
    --------
    >>> find_dateline("BEIRUT, March 3 (Reuters) - Shells fell on the town.")
    27
    """
    match = DATELINE.match(text[:160])
    if match is None or re.split(r"\W", match.group(), maxsplit=1)[0] in NO_PLACE:
        return None
    return match.end()


def is_dateline(text: str) -> bool:
    """Whether a block is a dateline and nothing else.

    Examples
    --------
    >>> is_dateline("BEIRUT, March 3 (Reuters)"), is_dateline("Beirut under fire")
    (True, False)
    """
    return len(text) <= 100 and DATELINE_ALONE.fullmatch(text) is not None
