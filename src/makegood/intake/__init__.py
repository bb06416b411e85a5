"""Files become records or findings: every row is read as it stands, or said why not."""

from makegood.intake.dates import DateOrder
from makegood.intake.of_student import students_asked_about
from makegood.intake.read import Report, read_folder, read_folder_report
from makegood.intake.table import Taken

__all__ = ["DateOrder", "Report", "Taken", "read_folder", "read_folder_report", "students_asked_about"]
