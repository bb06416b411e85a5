"""A form that is sent twice writes once: a second tap, or an answer that was lost on the way."""

from makegood.web.records.models import MODELS


def is_written(table: str, posted: str) -> bool:
    """Return whether a form has written already.

    Args:
        table: The table to which it writes.
        posted: What its row is marked with: the form's own random id.
    """
    return MODELS[table]._default_manager.filter(posted=posted).exists()
