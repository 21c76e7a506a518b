# tries: hands in a pipe that nobody writes to
# must: gain nothing
# kind: file

import os


def make(folder, solved):
    os.mkfifo(folder / "toy.ipynb")
