"""The planner: make-ups that can really be held, and the price of those that cannot."""
