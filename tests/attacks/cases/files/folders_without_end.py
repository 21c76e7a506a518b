# tries: hands in folders in folders in folders
# must: gain nothing
# kind: file

import os


def make(folder, solved):
    here = folder
    for _ in range(300):
        here = here / "deeper"
    os.makedirs(here)
    (here / "toy.ipynb").write_text("{}")
