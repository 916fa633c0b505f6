"""The rubric that everybody can read is the rubric that assessors use, whole and without a second version.

An earner can prepare only for what she can see. A spec has one rubric and no field that could hide a part of it,
so nothing an author writes can break this rule, and no spec is searched for it. This program holds it: the page,
the exports and what assessors score from are made of the same fields. A level, criterion or descriptor that did
not arrive would be a fault of the program, for its tests to find. What happens outside the catalog, such as a
second list of points handed to assessors, only a person can vouch for.
"""

from ...checking.rule import proved_rule
from ...model.spec import MicroCredential

CHECK = proved_rule(
    "RU-06", "none error error", __name__, MicroCredential, derived_from=("DP",), reads=("rubric.levels",)
)
