"""The one door to files: what is read is looked at first, and what is written is whole or not there."""
