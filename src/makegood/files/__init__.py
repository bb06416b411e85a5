"""Files: the one door through which a person's files are read."""
