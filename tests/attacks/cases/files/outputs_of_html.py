# tries: brings outputs that run scripts
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    for cell in solved["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"] = [{"output_type": "display_data", "data": {"text/html": "<script>evil()</script>"}, "metadata": {}}]
    (folder / "toy.ipynb").write_text(json.dumps(solved))
