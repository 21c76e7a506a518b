# tries: saves with line ends of every kind
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    for cell in solved["cells"]:
        cell["source"] = cell["source"].replace("\n", "\r\n")
    (folder / "toy.ipynb").write_text(json.dumps(solved))
