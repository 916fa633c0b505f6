"""The published rubric is the one that assessors use, complete and without a second version.

Educators can prepare only for what they can see. A spec has one rubric and no field that could hide part of it, so a
spec cannot break this rule, and the check does not search for it. The program itself guarantees it: the page, the
exports and the form that assessors score on are made from the same fields. If a level, criterion or descriptor were
missing there, that would be an error in the program, which its tests would find. Only a person can vouch for what
happens outside the catalog, such as a second list of points for assessors.
"""

from ...checking.rule import proved_rule
from ...model.spec import MicroCredential

CHECK = proved_rule(
    "RU-06", "none error error", __name__, MicroCredential, derived_from=("DP",), reads=("rubric.levels",)
)
