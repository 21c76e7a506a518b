# tries: has metadata that nest 900 levels deep
# must: lose nothing
# kind: file

import json
import sys

sys.setrecursionlimit(5000)


def make(folder, solved):
    made = {}
    for _ in range(900):
        made = {"a": made}
    solved["metadata"] = made
    for cell in solved["cells"]:
        cell["metadata"]["deep"] = made
    (folder / "toy.ipynb").write_text(json.dumps(solved))
