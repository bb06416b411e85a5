"""One who keeps the account alone: what the IEP says, the days of school, the days on which sessions fell out."""
