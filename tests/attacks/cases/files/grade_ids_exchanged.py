# tries: gives the answer of one exercise the name of all others
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    kept = next(c for c in solved["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == "kept_solution")
    for cell in solved["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = kept["source"]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
