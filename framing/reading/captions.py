"""Captions and the photo credits inside them, told by their habits.

A block is a caption if it credits a photographer, calls itself a picture or, more
cautiously, describes one and ends in the day it was taken. In doubt it is body.
"""

from __future__ import annotations

import re

from framing.article import count_words
from framing.reading.heads import DAY, MONTH

__all__ = ["find_credit", "is_caption"]

#: No caption is longer, in characters.
LONGEST = 900

AGENCIES = (
    "AFP", "AP", "Reuters", "REUTERS", "EPA", "DPA", "dpa", "UPI", "PA", "ANI", "PTI", "TNS",
    "SANA", "IRNA", "Fars", "Tasnim", "Anadolu", "AA", "Xinhua", "TASS", "Tass", "Sputnik",
    "Bloomberg", "Getty Images", "Getty", "Shutterstock", "iStock", "Alamy", "NurPhoto",
    "Pixabay", "Unsplash", "Flickr",
    "Associated Press", "The Associated Press", "Agence France-Presse", "Al Jazeera",
)  # fmt: skip
AGENCY = f"(?:{'|'.join(AGENCIES)})"
PICTURE = (
    "(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]ictures?|[Pp]ic|[Ii]mages?|[Ss]creen(?:shot|grab)|"
    "[Ii]llustration|[Vv]ideo|[Cc]redits?|CREDIT|[Hh]andout|[Cc]ourtesy|[Ff]ile)"
)
#: The same as a label, in capitals.
LABEL = re.sub(r"\[([A-Z])[a-z]\]", r"\1", PICTURE)
#: What follows a word for a picture where it opens a credit.
LINK = r"(?: [Cc]redit| [Cc]ourtesy)?(?:\s*:|\s*/| by| of| from| via)\s*"
#: A stretch of names, initials and all, but no sentence.
NAMES = r"[A-Z@©](?:(?<=\b[A-Z])\.|(?<=\bJr|\bSr|\bSt)\.|[^.!?\n]){1,100}"
WORD = r"(?:[A-Z][\w’'-]+|(?:[A-Z]|Jr|Sr|St)\.)"

#: A credit in brackets at the end of a block.
BRACKETED = (
    rf"{PICTURE}(?: (?:photo|picture|image|credit))?(?:{LINK}[^()\[\]]{{1,120}})?",
    rf"(?:{AGENCY} |[Ff]ile ){PICTURE}(?:(?:{LINK}|[,/] ?)[^()\[\]]{{1,100}})?",
    rf"{AGENCY}(?:(?: ?[/|,–-] ?| via | [Ff]ile|: )[^()\[\].!?]{{1,80}})?",
    rf"[^()\[\].!?]{{1,80}}(?:/| via | ?\| ?|, ){AGENCY}(?:[/ ,][^()\[\]]{{0,40}})?",
)
BRACKETED_CREDIT = re.compile(
    rf"[(\[]\s*(?:{'|'.join(BRACKETED)})\s*[)\]]$|\(Photo[^()]{{1,80}}\)\.$"
)
#: Photographer and agency in brackets after a full stop: "(Orbis/Nadia Perl)".
BRACKETED_NAMES = re.compile(
    rf"(?<=[.!?”\"] )[(\[]{WORD}(?: {WORD}){{0,3}} ?/ ?{WORD}(?: {WORD}){{0,3}}[)\]]$"
)
#: An agency alone in brackets, which may close a paragraph of a dispatch too.
BARE_AGENCY = re.compile(rf"[(\[]\s*{AGENCY}\s*[)\]]$")

#: A credit without brackets at the end of a block.
TRAILING = (
    rf"(?:(?:AP|AFP|Reuters|REUTERS|EPA|Getty|File|Handout) )?{LABEL}"
    rf"(?: [Cc]redit)?(?:\s*[:/]| by| via| [Cc]ourtesy(?: of)?)\s*{NAMES}\.?",
    rf"(?:AP|AFP|Reuters|REUTERS|EPA|Xinhua|"
    rf"Anadolu)(?: Photo)?/{WORD}(?: {WORD}){{0,4}}(?:, [Ff]ile)?",
    rf"{WORD}(?: {WORD}){{0,3}} ?/ ?{AGENCY}(?:/[\w ]{{1,30}}| via {AGENCY})?",
    rf"[|/©] ?{AGENCY}",
    r"(?:AFP/)?(?:[Vv]ia )?Getty Images",
)
TRAILING_CREDIT = re.compile(rf"(?:^|(?<=[\s.)\]”\"—–]))(?:{'|'.join(TRAILING)})$")
#: How broadcasters' pages read once their layout is lost.
BROADCAST_CREDIT = re.compile(
    r"Image (?:copyright|source)\s+(?:[A-Z]\S*\s?){1,3}?(?=Image caption|$)|"
    r"(?:Enlarge this image(?: toggle caption)?|toggle caption) [^.]{1,120}$"
)

#: What a caption that says so opens with.
OPENINGS = (
    r"(?:photo|pictured?|image|file (?:photo|picture|image)|(?:photo |image |"
    r"media )?caption)\s*:\s",
    r"file\s*[-–—]\s",
    r"image (?:copyright|source|caption)\s|(?:media|video) caption\s",
    r"(?:an? |the )?(?:undated )?(?:file|handout) (?:photo|picture|image|photograph)\b",
    r"in th(?:is|ese) [^.!?]{0,60}\b(?:photo|picture|image|photograph|screen ?grab|screenshot|"
    r"frame ?grab|video grab|still)s?\b[^.!?]{0,40}(?:,| (?:taken|provided|released|made|from)\b)",
    r"th(?:is|ese) (?:[\w,-]+ ){0,5}(?:photo|picture|image|photograph|screen ?grab|screenshot)s?"
    r"(?: \w+ [^.!?]{0,60})? (?:taken|provided|released|shows?|obtained|posted)\b",
    r"(?:satellite )?(?:photo|picture|image) (?:shows|taken|released|provided)\b",
)  # fmt: skip
OPENING = re.compile("|".join(OPENINGS), re.IGNORECASE)

PICTURE_DATE = re.compile(rf"(?:,| on) (?:{DAY}, )?{MONTH} \d{{1,2}}, \d{{4}}\.?$")
#: What people in pictures do, in the present tense.
DEPICTED = re.compile(
    r"\b(?:(?:is|are) (?:seen|pictured|shown)|seen here|(?:arrive|gesture|prepare|pose|wave|leave|"
    r"write|smile|ride|drive|move|queue|take|make|shake|raise|carrie|carry|hold|stand|sit|speak|"
    r"attend|deliver|greet|inspect|listen|look|meet|walk|watche?|wear|marche?|gather|addresse?|"
    r"guard|rest|talk|point|searche?|clear|passe?|lead|pray|fire|aim|protest)s?)\b"
)
REPORTED = re.compile(
    r"\b(?:said|told|says|announced|reported|according|claimed|added|was|were|had)\b"
)


def find_credit(text: str) -> tuple[int, int] | None:
    """Find the photo credit of a block: its offsets, None if it has none.

    Examples
    --------
    >>> find_credit("A boy looks on. (Photo by AFP)")
    (16, 30)
    """
    if len(text) > LONGEST:
        return None
    match = BROADCAST_CREDIT.match(text)
    if match:
        return 0, len(match.group().rstrip())
    offset = max(0, len(text) - 200)
    for pattern in (BRACKETED_CREDIT, BRACKETED_NAMES, TRAILING_CREDIT):
        match = pattern.search(text, offset)
        if match:
            return match.start(), match.end()
    return None


def is_caption(text: str, *, last: bool = False) -> bool:
    """Whether a block describes a picture; `last` if no prose follows it.

    Examples
    --------
    >>> is_caption("A soldier guards a burnt store on Monday. Picture: Joe Tandy")
    True
    >>> is_caption("The army took the town, the ministry said on April 12, 2018.")
    False
    """
    words = count_words(text)
    if len(text) > LONGEST or words > 140:
        return False
    if OPENING.match(text):
        return True
    quoted = any(mark in text for mark in '"“”')
    if find_credit(text):
        bare = BARE_AGENCY.search(text, max(0, len(text) - 60)) is not None
        return not bare or not (last or quoted or words > 50 or REPORTED.search(text))
    return (
        not quoted
        and words <= 45
        and PICTURE_DATE.search(text, max(0, len(text) - 60)) is not None
        and DEPICTED.search(text) is not None
        and REPORTED.search(text) is None
    )
