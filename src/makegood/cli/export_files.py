"""The files of an export, put in their place."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from makegood.cli.write import csv_text, write_folder
from makegood.exports import medicaid, service_fidelity
from makegood.exports.event import MADE_BY
from makegood.exports.export import LEFT_OUT, Export, LeftOut
from makegood.exports.sedm import DELIVERIES, PRESCRIPTIONS
from makegood.files.own import Make, begins, calendar, table

_LEFT_OUT: Final = {LEFT_OUT: table(LeftOut._fields)}
_SEDM: Final = begins(rb"\[(\]|\n  \{\n    \"studentIEPReference\")")
_BOM: Final = "\ufeff"

MAKES: Final[Mapping[str, Make | None]] = {
    # What can be read again may have been worked on since: it is never replaced.
    "csv": None,
    "xlsx": None,
    "ics": Make("an export", {"*.ics": calendar(MADE_BY), **_LEFT_OUT}),
    "service-fidelity": Make("an export", {service_fidelity.FILE: table(service_fidelity.COLUMNS), **_LEFT_OUT}),
    "medicaid": Make("an export", {medicaid.FILE: table(medicaid.COLUMNS), **_LEFT_OUT}),
    "sedm": Make("an export", dict.fromkeys((PRESCRIPTIONS, DELIVERIES), _SEDM) | _LEFT_OUT),
}
"""How an earlier export of each kind is known again; None if nothing may be there yet."""


def write_export(export: Export, out: Path, kind: str, reads: Sequence[Path]) -> None:
    """Put an export in its folder; killed at any moment, the folder is the old one or the new one."""

    def fill(made: Path) -> None:
        start = _BOM if export.for_excel else ""
        for name, sheet in export.sheets.items():
            (made / name).write_text(start + csv_text(sheet.columns, sheet.rows), encoding="utf-8", newline="")
        for name, data in export.files.items():
            (made / name).parent.mkdir(exist_ok=True)
            (made / name).write_bytes(data)
        if export.left_out:
            rows = (each._asdict() for each in export.left_out)
            (made / LEFT_OUT).write_text(csv_text(LeftOut._fields, rows), encoding="utf-8", newline="")

    write_folder(out, fill, MAKES[kind], *reads)
