"""Closed word classes that the rules of agency ask for."""

from __future__ import annotations

__all__ = [
    "ACCORDS", "ACCUSING", "ADMITTING", "ALONE", "BACKING", "BARE", "BLOWS", "BRINGING",
    "CASUALTIES", "COMPULSION", "FIGURATIVE", "HOPES", "INFORMATION", "INSTITUTIONS", "INSTRUMENTS",
    "JOINT", "LEGAL", "LIGHT", "MISHAPS", "MOVING", "MUTUAL", "NATURE", "NOBODY", "OCCUR", "OWNED",
    "PARTICIPATING", "PARTICLED", "PERCEIVING", "POSTURES", "REQUESTS", "STATES", "TRANSITIVE",
    "UNHARMED", "WARS", "WEAPONS", "WIELDING",
]  # fmt: skip

#: Verbs that only carry the event their object names: "launch attacks", "carry out a raid".
LIGHT = frozenset(
    {"launch", "carry", "conduct", "commit", "mount", "perform", "wage", "make", "order",
     "undertake", "execute", "inflict", "stage", "cause", "unleash", "perpetrate", "pull",
     "orchestrate", "coordinate", "instigate", "subject"}
)  # fmt: skip

#: Verbs that say of an event noun only that it comes about.
OCCUR = frozenset(
    {"take", "occur", "happen", "erupt", "break", "follow", "begin", "start", "flare", "ensue",
     "rage", "escalate", "continue", "intensify", "resume", "unfold"}
)  # fmt: skip

#: Verbs by which a weapon is put to use: "used pepper spray", "fired tear gas".
WIELDING = frozenset({"use", "employ", "deploy", "fire", "unleash", "spray", "discharge"})

#: What harms whomever it is used on.
WEAPONS = frozenset(
    {"gas", "teargas", "spray", "bullet", "ammunition", "round", "baton", "truncheon", "grenade",
     "cannon", "sarin", "chlorine", "munition", "phosphorus", "napalm", "firebomb", "taser",
     "machete", "explosive", "artillery", "force", "violence", "torture", "waterboarding",
     "mortar", "rocket", "missile", "shell", "shot", "pellet", "weapon", "gunfire"}
)  # fmt: skip

#: "X was involved in, took part in, is behind the attack": the subject takes part in the event.
PARTICIPATING = frozenset({"involve", "implicate", "participate"})

#: Verbs whose object is the one accused: "accused the navy of hiding shells".
ACCUSING = frozenset(
    {"accuse", "blame", "suspect", "convict", "acquit", "clear", "charge", "indict", "fault",
     "condemn", "denounce", "criticise", "criticize", "prosecute", "arrest", "jail", "fine"}
)  # fmt: skip

#: Verbs whose subject answers for what he denies or owns up to: "admitted the killing".
ADMITTING = frozenset({"deny", "admit", "acknowledge", "confess", "concede", "regret", "own"})

#: Verbs that bring about an event told by their object: "provoked the clashes" tells two.
BRINGING = frozenset({"provoke", "trigger", "spark", "plot", "incite", "foment", "stoke"})

#: Verbs whose object, an event, really took place: "heard shooting".
PERCEIVING = frozenset({"hear", "witness", "survive", "report", "film"})

#: Verbs whose object does what the infinitive says.
COMPULSION = frozenset({"order", "tell", "force", "pay", "instruct", "direct"})

#: Verbs whose infinitive somebody is asked for, so that nothing of it has happened.
REQUESTS = frozenset(
    {"ask", "urge", "beg", "plead", "implore", "request", "appeal", "call", "invite", "advise"}
)

#: Verbs whose infinitive is hoped for or meant: no harmless act between the actors yet.
#: ("hopes" is often given the lemma "hop".)
HOPES = frozenset(
    {"hope", "want", "wish", "plan", "expect", "seek", "try", "aim", "intend", "prepare", "need",
     "like", "refuse", "decline", "fail", "hop"}
)  # fmt: skip

#: Acts of courts and jailers: harmless ones count whoever they are done to.
LEGAL = frozenset(
    {"charge", "convict", "acquit", "exonerate", "clear", "indict", "prosecute", "find",
     "pardon", "release", "exchange", "swap", "free", "rescue", "repatriate", "liberate",
     "evacuate"}
)  # fmt: skip

#: Verbs that move one's own people: "withdrew its troops" is an act all the same.
MOVING = frozenset({"withdraw", "pull", "evacuate", "disengage"})

#: Verbs that tell where something is as well as a deceit.
POSTURES = frozenset({"lie"})

#: Verbs of blows that with "for" or "over" tell of words: "hit the senator for his vote".
BLOWS = frozenset({"hit", "attack", "slam", "blast", "hammer", "target", "bash", "strike"})

#: Verbs that with a particle mean something else: "take on", "hold up", "cut back".
PARTICLED = frozenset(
    {"take", "hold", "hit", "drop", "cut", "beat", "strike", "kick", "push", "bar", "block", "hand",
     "bring", "turn", "knock", "throw", "run", "pin", "bite", "shut", "freeze"}
)  # fmt: skip

#: Verbs whose physical sense takes no passive: who was charged was charged with something.
BARE = frozenset({"charge"})

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
     "rock", "brick", "bottle", "step", "cut", "cutback", "blockade", "strategy", "deal", "system"}
)  # fmt: skip

#: Verbs whose subject stands behind the plan or deed that is their object.
BACKING = frozenset(
    {"launch", "carry", "conduct", "mount", "undertake", "begin", "start", "approve", "pass",
     "adopt", "propose", "announce", "unveil", "back", "issue", "sign", "introduce", "draft",
     "impose", "order", "make", "execute", "stage"}
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
     "heat", "water", "cause", "covid-19", "influenza", "malaria", "cholera", "war", "conflict",
     "crossfire", "unrest", "violence", "fighting", "uprising", "crisis", "battle", "clash"}
)  # fmt: skip

#: Wars and the like: who dies in one is counted, and laid to nobody's charge.
WARS = frozenset(
    {"war", "conflict", "uprising", "crisis", "unrest", "revolution", "rebellion", "insurgency",
     "fighting", "violence", "hostility", "insurrection"}
)  # fmt: skip

#: Forces and failing things that harm as subjects, though nobody acts through them.
NATURE = NOBODY - {"attack", "cause", "age", "violence", "fighting", "clash", "battle"} | frozenset(
    {"hill", "hillside", "slope", "cliff", "mountain", "mud", "debris", "rubble", "boulder",
     "river", "sea", "wave", "tide", "floodwater", "torrent", "rainfall", "downpour", "gale",
     "gust", "blizzard", "hail", "ice", "frost", "blaze", "inferno", "bushfire", "smoke", "lava",
     "ash", "mudslide", "rockslide", "landslip", "aftershock", "tremor", "epidemic", "pandemic",
     "outbreak", "famine", "bacterium", "parasite", "measles", "ebola", "tree", "roof", "wall",
     "building", "bridge", "dam", "ceiling", "balcony", "derailment", "collision", "stampede",
     "shark", "bear", "dog", "snake", "elephant"}
)  # fmt: skip

#: Harm that several do to one another.
MUTUAL = frozenset(
    {"fight", "clash", "battle", "exchange fire", "scuffle", "brawl", "skirmish", "tussle",
     "come to blows", "trade blow", "collide", "exchange shot", "escalate", "erupt", "break out",
     "flare", "flare up", "ring out", "turn violent"}
)  # fmt: skip

#: What disasters do to people and things.
CASUALTIES = frozenset(
    {"kill", "injure", "hurt", "wound", "crush", "bury", "trap", "destroy", "damage", "flatten",
     "sweep away", "wash away", "displace", "die", "perish", "hospitalise", "strand", "bury under",
     "drown", "leave homeless", "make homeless", "claim life", "lose life", "devastate", "wreck",
     "burn", "gut", "flood", "leave dead", "evacuate", "lose home", "level", "cut off"}
)  # fmt: skip

#: What a speaker says of his own side where he leaves out who: "mistakes were made".
OWNED = frozenset({"make mistake", "make error"})

#: Verbs that tell no harm without an object: strikers shoot, markets hit, teams battle.
TRANSITIVE = frozenset({"shoot", "hit", "strike", "beat", "battle", "batter", "thrash", "pound"})

#: Verbs that without an object tell what befalls their subject.
ALONE = frozenset({"drown", "starve", "suffocate", "choke", "burn"})

#: Objects that only a figure of speech can harm.
FIGURATIVE = frozenset(
    {"game", "match", "time", "bill", "deal", "hope", "mood", "career", "record", "target", "bar",
     "post", "note", "chord", "balance", "pose", "headline", "high", "low", "market", "odds",
     "deadline", "inflation", "title", "point", "goal", "final", "bank", "bottom", "roof",
     "belief", "policy", "position", "idea", "argument", "view", "stance", "proposal", "decision",
     "legislation", "budget", "comment", "remark", "plan", "rating",
     "poll", "debate", "speech", "question", "issue", "topic",}
)  # fmt: skip

#: Objects that no verb harms: "hide caption", "impose the responsibilities".
UNHARMED = frozenset(
    {"caption", "responsibility", "question", "hope", "stigma", "burden", "majority", "threshold",
     "regard", "esteem", "hospital", "office", "election", "talks", "meeting"}
)  # fmt: skip

#: Verbs whose passive tells a state: "armed with a knife", "the country is divided".
STATES = frozenset({"arm", "divide"})

#: Events that befall people: their agent is not taken from who else acted nearby.
MISHAPS = frozenset(
    {"die", "collapse", "crash", "lose", "drown", "fall", "succumb", "perish", "fall ill",
     "fall sick", "hospitalise", "be hospitalised", "collide", "derail", "capsize", "faint"}
)  # fmt: skip

#: Events whose agent convention supplies: only police arrest, only courts convict. The kinds
#: are those of the actors file, the likelier first.
INSTITUTIONS: tuple[tuple[frozenset[str], tuple[str, ...]], ...] = (
    (
        frozenset({"arrest", "detain", "handcuff", "baton-charge", "tear-gas", "teargas", "frisk",
                   "pepper-spray", "taser", "apprehend", "round up", "interrogate", "baton",
                   "water-cannon", "kettle"}),
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
        frozenset({"sack", "lay off", "make redundant", "dismiss", "lock out", "fire",
                   "underpay", "overcharge"}),
        ("company", "firm", "employer", "business"),
    ),
)  # fmt: skip
