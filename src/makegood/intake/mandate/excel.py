"""What a spreadsheet makes of shorthand: '2:30:1' becomes a time, '1-2' a date."""

import re
from typing import Final

_DAY: Final = r"(?:1899-12-3[01]|1900-01-0[01]|1904-01-01)"
_TIME: Final = re.compile(rf"(?:{_DAY}[ t])?([0-9]{{1,2}}):([0-9]{{2}}):([0-9]{{2}})(?:\.0+)?(\s*am)?", re.IGNORECASE)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE: Final = re.compile(
    rf"[0-9]{{1,2}}-{_MONTH}(?:-[0-9]{{2,4}})?|{_MONTH}-[0-9]{{1,4}}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[ t][0-9:.]+)?|[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{2}|[0-9]{4})(?:\s[0-9: apm]+)?"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\s*[ap]m|0[0-9]:[0-9]{2}|0?\.[0-9]{4,}(?:e-?[0-9]+)?",
    re.IGNORECASE,
)


def restore(text: str) -> str | None:
    """Return what was typed into a cell that became a time or date ('' if it is lost), else None."""
    cell = " ".join(text.split())
    time = _TIME.fullmatch(cell)
    if time is not None:
        hours, minutes, seconds, morning = time.groups()
        written = f"{int(hours)}:{int(minutes)}:{int(seconds)}"
        if cell != written or morning:
            return written if int(hours) and int(minutes) and int(seconds) else ""
    return "" if _DATE.fullmatch(cell) else None
