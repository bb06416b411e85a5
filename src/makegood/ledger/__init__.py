"""The account of every minute: promise, record, judge, settle. The arithmetic is in `fold`."""

from makegood.ledger.account import UnusableRecordsError, ledger_of
from makegood.ledger.coding.roster import log_of
from makegood.ledger.later import Later
from makegood.ledger.result import (
    MISS_COLUMNS,
    AwardAccount,
    Ledger,
    Miss,
    Payment,
    PeriodAccount,
    ServiceAccount,
    Use,
)
from makegood.ledger.run import Engine
from makegood.ledger.usable import refusals

__all__ = [
    "MISS_COLUMNS",
    "AwardAccount",
    "Engine",
    "Later",
    "Ledger",
    "Miss",
    "Payment",
    "PeriodAccount",
    "ServiceAccount",
    "UnusableRecordsError",
    "Use",
    "ledger_of",
    "log_of",
    "refusals",
]
