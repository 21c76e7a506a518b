# tries: turns the answers into text, in which they count all the same
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    for cell in solved["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["cell_type"] = "markdown"
            cell.pop("outputs")
    (folder / "toy.ipynb").write_text(json.dumps(solved))
