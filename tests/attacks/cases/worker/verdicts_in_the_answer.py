# tries: adds a verdict to each of the worker's answers
# must: gain nothing
# kind: cells
# may: lose kept

import sys
worker = sys.modules.get("autograder.sandbox.worker")
worker._answer = lambda channel, shell, request: {"i": request["i"], "ok": True, "value": 0.0, "unchanged": True, "verdict": "PASSED", "score": 9, "broken": True}
