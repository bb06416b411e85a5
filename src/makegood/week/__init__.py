"""The week: who comes when, to whom and with whom, so that what the IEPs promise can be held at all."""
