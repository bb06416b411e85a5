"""The command line: one command per verb, and the one door that no traceback passes."""

import signal
import sys
from pathlib import Path

if Path(sys.argv[0]).stem == "makegood":
    # Loading takes a moment, in which Ctrl-C is to end the program without a traceback; `run` listens from then on.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
