# tries: watches every line by a trace function that changes the locals
# must: gain nothing
# kind: cells

import sys
sys.settrace(lambda frame, event, arg: frame.f_locals.update(passed=True) or None)
sys.setprofile(lambda *a: None)
