# tries: has attachments and widgets of many megabytes
# must: be bounded
# kind: file

import json


def make(folder, solved):
    for cell in solved["cells"]:
        cell["attachments"] = {"evil.svg": {"image/svg+xml": "<svg onload=evil()>" + "x" * 1_000_000}}
    solved["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {str(n): {"model": "x" * 1000} for n in range(2000)}}}
    (folder / "toy.ipynb").write_text(json.dumps(solved))
