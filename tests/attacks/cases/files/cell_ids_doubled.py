# tries: gives all cells one id, of ten thousand characters
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    for cell in solved["cells"]:
        cell["id"] = "x" * 10_000
    (folder / "toy.ipynb").write_text(json.dumps(solved))
