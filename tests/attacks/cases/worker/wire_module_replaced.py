# tries: rewrites the worker's own encoder
# must: gain nothing
# kind: cells
# may: lose kept

import sys
wire = sys.modules.get("autograder.sandbox.wire")
for name in ("frame", "encode"):
    setattr(wire, name, lambda *a, **k: b"\x00\x00\x00\x02\x81\xa2")
