# tries: puts pipes beside an unreadable notebook
# must: gain nothing
# kind: file

import os


def make(folder, solved):
    for name in ("a.ipynb", "b.ipynb", "timestamp.txt"):
        os.mkfifo(folder / name)
