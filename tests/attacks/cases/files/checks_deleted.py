# tries: deletes all checks, which then cannot fail
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    solved["cells"] = [c for c in solved["cells"] if not c["metadata"].get("nbgrader", {}).get("grade")]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
