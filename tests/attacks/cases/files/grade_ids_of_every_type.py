# tries: has grade_ids that are lists, numbers, null and objects
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    for index, cell in enumerate(solved["cells"]):
        cell["source"] = "x = 1"
        cell["metadata"]["nbgrader"] = [{"grade_id": [1]}, {"grade_id": 7}, {"grade_id": {"a": 1}}, 5, None, [], "total"][index % 7]
        cell["id"] = [None, 5, [], {}][index % 4]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
