# tries: gives back more changed arguments than there were
# must: gain nothing
# kind: cells
# may: lose kept

import sys
worker = sys.modules.get("autograder.sandbox.worker")
worker._answer = lambda channel, shell, request: {"i": request["i"], "ok": True, "value": 0.0, "unchanged": False, "arguments": [1] * 1000}
