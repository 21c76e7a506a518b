# tries: reports NotImplementedError for everything, as if the notebook were empty
# must: gain nothing
# kind: cells
# may: lose kept

import sys
worker = sys.modules.get("autograder.sandbox.worker")
worker._answer = lambda channel, shell, request: {"i": request["i"], "ok": False, "kind": "raised", "type": "NotImplementedError", "said": ""}
