# tries: is sixty megabytes of blanks with a notebook in the middle
# must: be bounded
# kind: file

import json


def make(folder, solved):
    (folder / "toy.ipynb").write_text(" " * 30_000_000 + json.dumps(solved) + " " * 30_000_000)
