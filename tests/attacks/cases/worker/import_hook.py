# tries: puts a finder first, which answers every import with itself
# must: gain nothing
# kind: cells
# may: lose kept

import sys
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        raise SystemExit(name)
sys.meta_path.insert(0, Finder)
sys.path_hooks.clear()
sys.modules.clear()
