"""One function per question: records and words in, an answer and its findings out.

Both doors ask here, the command line and the site. A question takes `Records`, never a path, so a folder, a workbook
and a database are asked alike. Each file is asked for by itself: a command loads what it needs and no more.
"""
