"""`makegood accept` of a week: its slots become the schedule."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from makegood.answers.accept import week_acceptance
from makegood.cli.fail import counted, refuse, refuse_input, show
from makegood.cli.load import records_of
from makegood.cli.out import print_line, print_note
from makegood.files.lock import Lock, lock
from makegood.files.reading import is_folder
from makegood.files.recovery import bring_to_end
from makegood.files.seen import Seen
from makegood.records import Records
from makegood.terms.echo import quoted
from makegood.week.accept import Agreed, write_agreed
from makegood.week.week_json import Proposed, read_week

_NAME: Final = "accept"


def accept_week(
    file: Path, folder: Path, only: Sequence[str], students: Sequence[str], dates: Literal["iso", "mdy", "dmy"]
) -> None:
    """Write a week's slots to the schedule, and end those that they take the place of; or write nothing."""
    week, findings = read_week(file)
    if week is None:
        refuse(findings)
    if not is_folder(folder):
        refuse_input(f"there is no folder {folder}.", expected="the folder of CSV tables that the week was made from")
    held, findings = lock(folder, _NAME)
    if held is None:
        refuse_input(findings[0].message, expected=findings[0].expected)
    with held:
        put_right(held)
        seen = Seen.of(held.folder)
        records = records_of(folder, week.as_of, dates)
        _known(week, records, only, students)
        answer = week_acceptance(records, week, providers=only, students=students)
        agreed = answer.value
        if agreed is None:
            refuse(answer.findings)
        show(answer.findings)
        if not (agreed.rows or agreed.until or agreed.out):
            print_line(f"Nothing new: {counted(agreed.already, 'slot')} are in the schedule. Nothing was written.")
            return
        path, findings = write_agreed(held, _NAME, agreed, seen)
    if path is None:
        refuse(findings)
    for line in _summary(week, agreed, path):
        print_line(line)


def put_right(held: Lock) -> None:
    """Complete first what a killed command left in the middle."""
    sentences, findings = bring_to_end(held)
    for sentence in sentences:
        print_note(f"makegood: {sentence}")
    for finding in findings:
        refuse_input(finding.message, expected=finding.expected)


def _known(week: Proposed, records: Records, only: Sequence[str], students: Sequence[str]) -> None:
    """Refuse ids that the week does not name."""
    place, table = records.services.index(), records.services
    services = {slot.service_id for slot in week.slots if slot.service_id in place}
    named = {table.student_id[place[service]] for service in services}
    for what, wanted, known in (
        ("provider", only, {slot.provider_id for slot in week.slots}),
        ("student", students, named),
    ):
        for id_ in wanted:
            if id_ not in known:
                refuse_input(f"this week has no slot of {what} {quoted(id_)}.", expected=f"a {what} of the week")


def _summary(week: Proposed, agreed: Agreed, path: Path) -> list[str]:
    ended = len(agreed.until) + len(agreed.out)
    lines = [f"From {week.first} on: {counted(len(agreed.slots), 'new slot')}, {agreed.already:,} as before."]
    if agreed.rows:
        lines.append(f"{path.name}: {counted(len(agreed.rows), 'row')} added.")
    if ended:
        lines.append(f"{path.name}: {counted(ended, 'row')} ended or taken out.")
    lines.append(
        f"From {week.first} on the ledger looks at these slots: one without a row in the log is missed if the calendar "
        "or an absence says why, and otherwise unknown."
    )
    return lines
