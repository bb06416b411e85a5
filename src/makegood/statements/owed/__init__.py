"""What is owed, worst first."""
