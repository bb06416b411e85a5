"""What is promised, what is owed and what is free, week by week."""

from makegood.planner.capacity.capacity import capacity_of
from makegood.planner.capacity.promised import ServiceWeek, service_weeks
from makegood.planner.capacity.vacant import counted_on
from makegood.planner.capacity.week import WEEK_COLUMNS, Capacity, ServiceLine, Week

__all__ = [
    "WEEK_COLUMNS",
    "Capacity",
    "ServiceLine",
    "ServiceWeek",
    "Week",
    "capacity_of",
    "counted_on",
    "service_weeks",
]
