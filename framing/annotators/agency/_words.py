"""Closed word classes that the rules of agency ask for."""

from __future__ import annotations

__all__ = [
    "ACCORDS", "ACCUSING", "ALONE", "COMPULSION", "FIGURATIVE", "INFORMATION", "INSTITUTIONS",
    "INSTRUMENTS", "JOINT", "LIGHT", "MISHAPS", "NOBODY", "OCCUR", "PARTICIPATING",
    "TRANSITIVE",
]  # fmt: skip

#: Verbs that only carry the event their object names: "launch attacks", "carry out a raid".
LIGHT = frozenset(
    {"launch", "carry", "conduct", "commit", "mount", "perform", "wage", "make", "order",
     "undertake", "execute", "inflict", "stage", "cause", "unleash", "perpetrate", "pull",
     "orchestrate", "coordinate", "instigate", "subject"}
)  # fmt: skip

#: Verbs that say of an event noun only that it comes about.
OCCUR = frozenset({"take", "occur", "happen", "erupt", "break", "follow", "begin", "start"})

#: "X was involved in, took part in, is behind the attack": the subject takes part in the event.
PARTICIPATING = frozenset({"involve", "implicate", "participate"})

#: Verbs whose object is the one accused: "accused the navy of hiding shells".
ACCUSING = frozenset(
    {"accuse", "blame", "suspect", "convict", "acquit", "clear", "charge", "indict", "fault",
     "condemn", "denounce", "criticise", "criticize", "prosecute", "arrest", "jail", "fine"}
)  # fmt: skip

#: Verbs whose object does what the infinitive says.
COMPULSION = frozenset({"order", "tell", "force", "ask", "pay", "instruct", "direct", "urge"})

#: Nouns that stand as subject or after "by" where somebody acts with or through them.
INSTRUMENTS = frozenset(
    {"bullet", "rocket", "shell", "bomb", "missile", "mortar", "mine", "drone", "knife", "gun",
     "gunfire", "fire", "flame", "shrapnel", "grenade", "shot", "round", "explosive", "device",
     "gas", "baton", "truck", "car", "vehicle", "van", "lorry", "plane", "jet", "helicopter",
     "aircraft", "warplane", "ship", "boat", "train", "weapon", "ammunition", "projectile",
     "letter", "law", "bill", "plan", "policy", "reform", "rule", "measure", "decision", "order",
     "budget", "decree", "ruling", "scheme", "programme", "program", "change", "proposal",
     "regulation", "tariff", "fee", "tax", "price", "move", "action", "act", "operation",
     "campaign", "crisis", "failure", "data", "figure", "drug", "dose", "vaccine", "injection",
     "jab", "product", "chemical", "toxin", "spill", "pollution", "blow", "punch", "stone",
     "rock", "brick", "bottle"}
)  # fmt: skip

#: What can be hidden, leaked, twisted or invented.
INFORMATION = frozenset(
    {"information", "datum", "data", "result", "report", "evidence", "fact", "document", "figure",
     "record", "truth", "name", "detail", "finding", "study", "claim", "number", "file", "email",
     "e-mail", "letter", "footage", "recording", "video", "tape", "log", "memo", "message",
     "story", "news", "statistic", "test", "trial", "complaint", "warning", "death", "cost",
     "loss", "scandal", "account", "testimony", "proof", "identity", "motive", "risk", "word",
     "quote", "statement", "allegation", "charge", "crime", "abuse", "problem", "failing",
     "failure", "defect", "toll", "case", "side-effect", "inquiry", "review", "analysis"}
)  # fmt: skip

#: What no agreement, deal or truce is done to but reached, brokered, signed.
ACCORDS = frozenset(
    {"agreement", "deal", "truce", "ceasefire", "accord", "treaty", "pact", "settlement",
     "compromise", "armistice", "peace", "contract", "coalition", "support", "talks"}
)  # fmt: skip

#: Adjectives that say that several acted together.
JOINT = frozenset({"tripartite", "trilateral", "bilateral", "joint", "allied", "three-nation",
                   "two-nation", "combined", "concerted"})  # fmt: skip

#: Causes that nobody stands behind: the text then gives no ground to name an agent.
NOBODY = frozenset(
    {"earthquake", "quake", "flood", "flooding", "storm", "hurricane", "typhoon", "cyclone",
     "tornado", "landslide", "avalanche", "tsunami", "drought", "heatwave", "lightning", "snow",
     "rain", "wildfire", "eruption", "disease", "cancer", "virus", "illness", "infection",
     "stroke", "attack", "age", "accident", "crash", "fire", "flame", "weather", "wind", "cold",
     "heat", "water", "cause", "covid-19", "influenza", "malaria", "cholera"}
)  # fmt: skip

#: Verbs that tell no harm without an object: strikers shoot, markets hit, teams battle.
TRANSITIVE = frozenset({"shoot", "hit", "strike", "beat", "battle", "batter", "thrash", "pound"})

#: Verbs that without an object tell what befalls their subject.
ALONE = frozenset({"drown", "starve", "suffocate", "choke", "burn"})

#: Objects that only a figure of speech can harm.
FIGURATIVE = frozenset(
    {"game", "match", "time", "bill", "deal", "hope", "mood", "career", "record", "target", "bar",
     "post", "note", "chord", "balance", "pose", "headline", "high", "low", "market", "odds",
     "deadline", "inflation", "title", "point", "goal", "final", "bank", "bottom", "roof"}
)  # fmt: skip

#: Events that befall people: their agent is not taken from who else acted nearby.
MISHAPS = frozenset({"die", "collapse", "crash", "lose", "drown", "fall", "succumb", "perish"})

#: Events whose agent convention supplies: only police arrest, only courts convict. The kinds
#: are those of the actors file, the likelier first.
INSTITUTIONS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (
        frozenset({"arrest", "detain", "handcuff", "baton-charge", "tear-gas", "teargas", "frisk",
                   "pepper-spray", "taser", "apprehend", "round up", "interrogate", "baton",
                   "water-cannon", "kettle", "disperse", "raid", "evict", "crack down"}),
        ("police", "security", "military", "government"),
    ),
    (
        frozenset({"convict", "acquit", "sentence", "find guilty", "clear", "find not guilty",
                   "exonerate"}),
        ("jury", "court", "judge"),
    ),
    (frozenset({"charge", "indict", "prosecute"}), ("prosecut", "police")),
    (frozenset({"jail", "imprison", "remand", "fine", "bail"}), ("judge", "court")),
    (
        frozenset({"deport", "extradite", "ban", "outlaw", "sanction", "conscript", "legislate",
                   "nationalise", "nationalize", "expel", "tax", "prohibit", "censor"}),
        ("government", "ministry", "state", "regulator"),
    ),
    (
        frozenset({"shell", "bomb", "bombard", "strafe", "airstrike", "retake", "recapture",
                   "besiege", "occupy", "annex", "invade"}),
        ("military", "armed", "government", "state"),
    ),
    (
        frozenset({"sack", "lay off", "make redundant", "dismiss", "lock out", "fire",
                   "underpay", "overcharge"}),
        ("company", "firm", "employer", "business"),
    ),
)  # fmt: skip
