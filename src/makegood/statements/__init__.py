"""What people read: statements, explanations, what is owed, notices. Each figure has its rule and its rows."""
