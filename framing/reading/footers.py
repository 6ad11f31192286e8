"""Boilerplate: footers, links to other articles, buttons, contact lines, sign-offs.

Prose that merely opens or speaks like a footer must stay in the body: the phrases are
either unmistakable, or count only in a block that is no sentence.
"""

from __future__ import annotations

import re

from framing.article import count_words
from framing.reading.blocks import ends_sentence

__all__ = ["is_boilerplate", "is_link_header"]

#: No footer block is longer, in characters and in words.
LONGEST = 700
MANY_WORDS = 60

#: What only a footer opens with.
OPENINGS = (
    r"©|\(?c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}|by\b|the\b)|all rights reserved",
    r"(?:follow|like|find|join|contact|reach|e-?mail|tweet|support) (?:us|me|him|her|them|"
    r"the author)"
    r" (?:on|at|by|via|with|today|now)\b",
    r"follow (?:our|the latest)\b|follow @?[\w .'’-]{2,40} on (?:twitter|facebook|instagram|"
    r"x\b|telegram)",
    r"sign up (?:for|to|here|now|today)\b|subscribe (?:to|now|here|today|for)\b",
    r"read (?:more|also|next)\b|read the (?:full|original|rest)\b|also read\b|(?:for )?more:|"
    r"see also:",
    r"click (?:here|to|on|for more)\b|read or share\b|contributing\s?:|share (?:this|on|via)\b|"
    r"related(?: \w+)?:|(?:watch|videos?|photos|gallery)(?: \w+)?:",
    r"(?:story|article|post) continues below|continue reading\b|skip to\b|media playback",
    r"(?:download|get) (?:our|the) .{0,30}\bapp\b|(?:visit|support) our (?:web|site|page|"
    r"journalism)",
    r"for more (?!than\b).{0,40}\b(?:visit|follow|see|click|go to)\b",
    r"(?:an earlier version of )?this (?:article|story|post|piece|column|essay|content) "
    r"(?:was|is|has been|have been|will be|first|originally)\b.{0,30}\b(?:published|appeared|"
    r"updated|"
    r"corrected|produced|written|part of|reprinted|republished|syndicated|translated|adapted)\b",
    r"this (?:article|story|post|piece|report) (?:first|originally) appeared\b",
    r"(?:additional |with )?reporting by\b|(?:writing|editing|compiled|translated|edited) by [A-Z]",
    r"(?:the )?(?:views|opinions) expressed (?:in|here|by|are|above)\b|our standards:",
    r"(?:tags?|topics?|categor(?:y|ies)|contact|e-?mail|tel(?:ephone)?|filed under)\s?:|"
    r"filed under\b",
    r"this (?:article|story) is more than \d|leave a (?:comment|reply)|(?:got|"
    r"have) a (?:news )?tip|send (?:us )?(?:your )?(?:tips|feedback)",
    r"last (?:updated|modified)\b|(?:this|the|our) (?:web)?site uses cookies|we use cookies",
    r"by (?:clicking|submitting|signing up|subscribing)\b.{0,60}\byou (?:agree|consent|accept)\b",
)
#: What a footer opens with where the block is no sentence.
FRAGMENT_OPENINGS = (
    r"advertisement\b|sponsored\b|copyright\b|subscribe\b|sign up\b|donate\b|manage newsletters",
    r"(?:follow|like|contact|join|support) us\b|see also\b|trending\b|recommended\b|top stories\b",
    r"most (?:read|popular|viewed)\b|more (?:from|on|stories)\b|you (?:may|might) also\b",
    r"related (?:stories|articles|topics|links|coverage|news|content)\b|editors?['’]s? picks?\b",
    r"watch (?:live|now|the (?:video|latest))\b|listen to (?:the|our)\b|play video|view (?:all|"
    r"more)\b",
)
#: What only footers say.
PHRASES = (
    r"can also be accessed (?:at|on|via|through)|for your personal,? non-?commercial use|"
    r"all rights reserved|privacy policy and terms",
    r"contributed (?:to this (?:report|story|article|post)|reporting)",
    r"(?:follows|abides by|adheres to|complies with) (?:the |ipso|"
    r"our )?[^.]{0,20}code of (?:practice|conduct|ethics)",
    r"may not be (?:published|reproduced|republished|broadcast)|"
    r"delivered (?:straight )?to your inbox",
    r"(?:our|free|daily|weekly|email) newsletters?\b.{0,40}\b(?:inbox|sign up|subscribe)",
    r"\bfollow (?:him|her|them|us|me|\w+) on (?:twitter|facebook|instagram|telegram)",
    r"is an? [^.]{0,60}(?:correspondent|reporter|editor|columnist|contributor|writer) (?:for|"
    r"at|with) "
    r"[^.]{1,40}\. (?:follow|you can|contact|email|reach)",
)
#: What footers say in a few words.
SHORT_PHRASES = (
    r"\bis (?:now |also )?(?:available )?on (?:whatsapp|telegram|facebook|twitter)\b",
    r"\bcontributed\.$|^this (?:article|story) tagged|^follow @|^support .{1,30}\bjournalism\b",
    r"\bprivacy policy\b|\bterms of (?:use|service)\b|\bapp store\b|\bgoogle play\b|"
    r"\bget the .{0,30}app\b",
)
OPENING = re.compile("|".join(OPENINGS), re.IGNORECASE)
FRAGMENT_OPENING = re.compile("|".join(FRAGMENT_OPENINGS), re.IGNORECASE)
PHRASE = re.compile("|".join(PHRASES), re.IGNORECASE)
SHORT_PHRASE = re.compile("|".join(SHORT_PHRASES), re.IGNORECASE)

#: Whole blocks: buttons and end marks.
BUTTONS = frozenset(
    """advertisement, share, tweet, print, email, e-mail, comments, comment, facebook, twitter,
    whatsapp, telegram, linkedin, reddit, pinterest, menu, close, search, home, subscribe,
    login, log in, sign in, sign up, register, save, like, reply, copy, copy link, link, ad,
    ads, sponsored, promoted, more, related, follow, back, next, previous, loading, loading...,
    end, ends, -ends-, share this, read more, skip to content, story highlights, show more, load
    more, view comments, live updates""".replace("\n    ", " ").split(", ")
)
LINK = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+){0,5}\.(?:com|org|net|ir|uk|co|info|tv)\b/?\S*",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"[\w.+-]@[\w-]{1,40}\.\w")
SIGN_OFF = re.compile(r"[A-Z]{1,4}(?:/[A-Z0-9]{1,8}){1,3}\.?")
SPOKEN = re.compile(r"[\"”’],? (?:\w+ ){0,3}(?:said|says|told)\b|\b(?:he|she|they) said\b")
LINK_HEADER = re.compile(
    r"(?:read (?:more|also|next)|also read|related(?: \w+)?|see also|more (?:from|on)\b.{0,40}|"
    r"most (?:read|popular|viewed)|trending(?: now)?|recommended(?: \w+)?|top stories|"
    r"you (?:may|might) also .{0,20}|editors?['’]s? picks?)\s*:?",
    re.IGNORECASE,
)


def is_boilerplate(text: str) -> bool:
    """Whether a block is site furniture: a footer, a link, a button, a contact line.

    Examples
    --------
    >>> is_boilerplate("Follow us on Telegram"), is_boilerplate("Copyright law was changed.")
    (True, False)
    """
    if len(text) > LONGEST:
        return False
    if not any(map(str.isalnum, text)) or text.lower() in BUTTONS or SIGN_OFF.fullmatch(text):
        return True
    words = count_words(text)
    if words > MANY_WORDS or SPOKEN.search(text):
        return False
    opening = text.lstrip("([*_•▶►→ ")
    if OPENING.match(opening) or PHRASE.search(text):
        return True
    if words <= 25 and ADDRESS.search(text) and '"' not in text and "“" not in text:
        return True
    if words <= 15 and SHORT_PHRASE.search(text):
        return True
    if FRAGMENT_OPENING.match(opening) and (not ends_sentence(text) or words <= 3):
        return words <= 20
    if words > 8:
        return False
    bare = LINK.sub("", text)
    return bare != text and count_words(bare) <= 3


def is_link_header(text: str) -> bool:
    """Whether a block announces links to other articles: "Related stories"."""
    return len(text) < 60 and LINK_HEADER.fullmatch(text) is not None
