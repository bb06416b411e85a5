"""Plans: the facts that one is made from, the plan itself, both as files, and the check of one against the other."""
