"""Write: what was matched, as rows of the folder's tables, all or nothing."""

from makegood.imports.write.commit import COMMAND, NewFile, write_files
from makegood.imports.write.table_file import with_rows

__all__ = ["COMMAND", "NewFile", "with_rows", "write_files"]
