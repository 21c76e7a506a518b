# tries: asks for another kernel and language
# must: lose nothing
# kind: file

import json


def make(folder, solved):
    solved["metadata"] = {"kernelspec": {"name": "bash", "language": "bash"}, "language_info": {"name": "evil"}}
    (folder / "toy.ipynb").write_text(json.dumps(solved))
