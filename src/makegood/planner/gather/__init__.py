"""From records and their ledger to what a plan is made from."""

from makegood.planner.gather.gather import gather

__all__ = ["gather"]
