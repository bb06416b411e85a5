"""The rows of some providers and days: who gives a session can be in one place only."""

from collections.abc import Sequence

from makegood.intake.dates import DateOrder
from makegood.intake.raw import RawTable
from makegood.intake.values import cell_reader
from makegood.records import Sessions


def same_days(raw: RawTable, own: Sequence[int], order: DateOrder) -> set[int]:
    """Return the places of all rows of the providers and days of some rows that say when they began.

    A provider can be in one place only, which is checked among all sessions of a day.
    """
    if not {"provider_id", "date", "start_time"} <= raw.places.keys():
        return set()
    read = cell_reader(Sessions.columns()["date"], order)
    provider, date, start = (raw.places[name] for name in ("provider_id", "date", "start_time"))
    width = max(provider, date, start)
    rows = [[cell.strip() for cell in cells] for cells in raw.records(own) if len(cells) > width]
    wanted = {(cells[provider], read(cells[date])) for cells in rows if cells[provider] and cells[start]}
    found = set()
    for provider_id in {provider_id for provider_id, _ in wanted}:
        for at, row in raw.records_with(provider_id):
            cells = [cell.strip() for cell in row]
            if len(cells) > width and cells[start] and (cells[provider], read(cells[date])) in wanted:
                found.add(at)
    return found
