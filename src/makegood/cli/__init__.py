"""The command line: one command per verb, and the one door that no traceback passes."""

import signal
import sys

# Its name by hand: what would take it apart loads a while itself.
if sys.argv[0].replace("\\", "/").rpartition("/")[2].removesuffix(".exe") == "makegood":
    # Loading takes a moment, in which Ctrl-C is to end the program without a traceback; `run` listens from then on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
