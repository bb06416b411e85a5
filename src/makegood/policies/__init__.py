"""Policy packs: what follows from a miss, by whose rule, on which day.

A pack is a YAML file that a district's own staff can read, check and write
(`docs/policies.md`). This room reads packs and their tests, and answers what the packs say on a
day. It decides nothing: the ledger does.
"""

from makegood.policies.compare import SideBySideRow, rules_side_by_side
from makegood.policies.decided import cites_rules, decided_on, ever_decides
from makegood.policies.pack import Level, NoticeLine, Pack, ReasonLine, Source, Version
from makegood.policies.policy import Policy, policy_in_force
from makegood.policies.reader import BUILT_IN, TEMPLATE, read_packs
from makegood.policies.rule import NoticeRule, Rule
from makegood.policies.sentences import PackTestResult, pack_test_files, run_pack_tests
from makegood.policies.times import Days, Span, When, Within

__all__ = [
    "BUILT_IN",
    "TEMPLATE",
    "Days",
    "Level",
    "NoticeLine",
    "NoticeRule",
    "Pack",
    "PackTestResult",
    "Policy",
    "ReasonLine",
    "Rule",
    "SideBySideRow",
    "Source",
    "Span",
    "Version",
    "When",
    "Within",
    "cites_rules",
    "decided_on",
    "ever_decides",
    "pack_test_files",
    "policy_in_force",
    "read_packs",
    "rules_side_by_side",
    "run_pack_tests",
]
