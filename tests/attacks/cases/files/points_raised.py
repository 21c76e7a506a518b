# tries: raises its own points and unlocks its own checks
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    for cell in solved["cells"]:
        grading = cell["metadata"].get("nbgrader", {})
        if grading.get("solution"):
            cell["source"] = "# YOUR CODE HERE\nraise NotImplementedError()"
        if grading.get("grade"):
            cell["source"], grading["points"], grading["locked"], grading["solution"] = "1000.0", 1e9, False, True
            cell["outputs"] = [{"output_type": "execute_result", "data": {"text/plain": "1000.0"}, "metadata": {}, "execution_count": 1}]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
