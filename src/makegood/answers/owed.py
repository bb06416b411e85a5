"""What is owed and still to come, in lines that add up to the ledger's totals."""

import datetime as dt
from dataclasses import dataclass

from makegood.answers.account import account
from makegood.answers.answer import Answer
from makegood.ledger import Ledger, ServiceAccount
from makegood.records import Records
from makegood.statements.owed.line import By, OwedLine
from makegood.statements.owed.silent import silent_services
from makegood.statements.owed.work_list import owed_by, totals_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """The lines, worst first.

    Attributes:
        ledger: The account that they are taken from.
        people: A name for each key that has one: a student's, a school's or a provider's.
        silent: Services with minutes due of which the log has not one row.
    """

    by: By
    ledger: Ledger
    lines: list[OwedLine]
    people: dict[str, str]
    silent: list[ServiceAccount]

    @property
    def totals(self) -> dict[str, int]:
        """The sums over the lines, in minutes."""
        return totals_of(self.lines)


def owed(records: Records, as_of: dt.date, by: By = "student", *, with_team: bool = False) -> Answer[Owed]:
    """Return what is owed.

    Args:
        records: Records without errors.
        as_of: The last day whose rows count.
        by: One line for each student and service type, school, service type, provider or reason.
        with_team: Whether what waits for the IEP team counts as still to come.
    """
    ledger = account(records, as_of)
    if ledger.value is None:
        return Answer(None, ledger.findings)
    lines = owed_by(records, ledger.value, by, with_team=with_team)
    silent = silent_services(records, ledger.value)
    found = Owed(by=by, ledger=ledger.value, lines=lines, people=_people(records, by), silent=silent)
    return Answer(found, ledger.value.findings)


def _people(records: Records, by: By) -> dict[str, str]:
    if by == "student":
        table = records.students
        named = zip(table.student_id, table.given_name, table.family_name, strict=True)
        return {id_: " ".join(part for part in (given, family) if part) for id_, given, family in named}
    if by == "provider":
        pairs = zip(records.providers.provider_id, records.providers.name, strict=True)
        return {id_: name for id_, name in pairs if name}
    if by == "school":
        return {id_: name for id_, name in zip(records.schools.school_id, records.schools.name, strict=True) if name}
    return {}
