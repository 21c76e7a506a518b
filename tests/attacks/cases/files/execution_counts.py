# tries: has execution counts and format numbers that are no numbers
# must: be bounded
# kind: file

import json


def make(folder, solved):
    for number, cell in enumerate(solved["cells"]):
        cell["execution_count"] = (10**400, -1, "x", None, [1], 1.5)[number % 6]
    solved["nbformat_minor"] = 10**30
    (folder / "toy.ipynb").write_text(json.dumps(solved))
