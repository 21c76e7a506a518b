# tries: claims other versions of the grading data
# must: be bounded
# kind: file

import json


def make(folder, solved):
    for number, cell in enumerate(solved["cells"]):
        grading = cell["metadata"].get("nbgrader")
        if grading:
            grading["schema_version"] = (1, 2, 99, "3", None, -1, 1e308)[number % 7]
            grading["task"], grading["grade"], grading["points"] = True, True, 1e308
    (folder / "toy.ipynb").write_text(json.dumps(solved))
