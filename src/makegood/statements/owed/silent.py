"""Services of which the log has not one row: nobody can say from these records whether the child was served."""

from makegood.ledger import Ledger, ServiceAccount
from makegood.records import Records


def silent_services(records: Records, ledger: Ledger) -> list[ServiceAccount]:
    """Return the services with minutes due and on no record, and without any row that counts; most first.

    Where no rule judges minutes on no record, no list of what is owed has them. Rows may be missing, or the service.
    """
    with_rows = {records.services.service_id[place] for place in ledger.log.sessions_of}
    silent = [each for each in ledger.services if each.unrecorded and each.service_id not in with_rows]
    return sorted(silent, key=lambda each: (-each.unrecorded, each.service_id))
