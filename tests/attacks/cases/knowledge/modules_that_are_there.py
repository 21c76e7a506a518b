# tries: prints what modules of the kit and the course are loaded, and all that they hold
# must: gain nothing
# kind: cells
# may: lose kept

import sys

for name, module in sorted(sys.modules.items()):
    if any(part in name for part in ("autograder", "course", "oracle", "hidden", "test", "conftest", "toy")):
        print(name, [repr(value)[:300] for value in vars(module).values() if isinstance(value, (str, bytes, dict, list, tuple))][:30])
