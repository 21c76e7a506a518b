# tries: is a notebook of format 3, with worksheets and prompts
# must: be bounded
# kind: file

import json


def make(folder, solved):
    cells = [{"cell_type": one["cell_type"], "input": one["source"], "source": one["source"], "language": "python", "metadata": one["metadata"], "outputs": []} for one in solved["cells"]]
    (folder / "toy.ipynb").write_text(json.dumps({"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": "<script>evil()</script>"}, "worksheets": [{"cells": cells}] * 3}))
