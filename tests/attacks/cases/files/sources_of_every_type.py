# tries: has sources that are lists in lists, numbers and null
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    for number, cell in enumerate(solved["cells"]):
        cell["source"] = ([["a"], ["b"]], 7, None, {"a": 1}, ["a", 1, None], True)[number % 6]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
