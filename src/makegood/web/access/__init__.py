"""Who may see what: one declared table, one question for each object, asked before every view."""
