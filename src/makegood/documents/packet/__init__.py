"""A packet: all that a child's account rests on, to be read by people and counted once more on another machine."""
