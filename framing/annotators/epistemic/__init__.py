"""How sure: hedges and boosters, and whose claim each weakens or strengthens.

The holder is the point: "Lavrov said the *alleged* attack was staged" doubts not Lavrov but
those who say that there was an attack (Soni et al. 2014; Saurí and Pustejovsky 2009).
"""

from framing.annotators.epistemic.events import with_certainty
from framing.annotators.epistemic.propositions import propositions
from framing.annotators.epistemic.rows import annotate

__all__ = ["annotate", "propositions", "with_certainty"]
