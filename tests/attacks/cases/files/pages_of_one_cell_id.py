# tries: gives every cell the place, the id and the grade_id of the next, in a circle
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    cells = [cell for cell in solved["cells"] if cell["metadata"].get("nbgrader", {}).get("solution")]
    names = [cell["metadata"]["nbgrader"]["grade_id"] for cell in cells]
    for cell, name in zip(cells, names[1:] + names[:1]):
        cell["metadata"]["nbgrader"]["grade_id"] = name
        cell["id"] = name
        cell["source"] = "raise NotImplementedError"
    (folder / "toy.ipynb").write_text(json.dumps(solved))
