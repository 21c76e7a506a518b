# tries: replaces the worker's loop, and says that everything is right
# must: gain nothing
# kind: cells
# may: lose kept

import sys
worker = sys.modules.get("autograder.sandbox.worker")
worker._answer = lambda channel, shell, request: {"i": request["i"], "ok": True, "value": True, "unchanged": True}
