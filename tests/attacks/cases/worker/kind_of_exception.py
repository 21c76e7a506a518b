# tries: reports an exception of a kind that no Python has
# must: gain nothing
# kind: cells
# may: lose kept

import sys
worker = sys.modules.get("autograder.sandbox.worker")
worker._answer = lambda channel, shell, request: {"i": request["i"], "ok": False, "kind": "\x1b[31m::add-mask::x", "type": "<img src=evil onerror=alert(1)>", "said": "x" * 99999}
