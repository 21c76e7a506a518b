# tries: has 1,900 copies of one answer, of which the last is right
# must: gain nothing
# kind: file

import json


def make(folder, solved):
    wrong = {"cell_type": "code", "source": "def total(x):\n    return 0", "metadata": {"nbgrader": {"grade_id": "total_solution", "solution": True}}}
    solved["cells"] = [wrong] * 1900
    (folder / "toy.ipynb").write_text(json.dumps(solved))
