"""Match: which student a name is, which service a session is given under, and which row a session is already."""
