"""Runs notebooks as a student's Jupyter does, in any Python: no kit, only the files that were handed out; prints what failed.

`python student.py CELLS.json`: for each notebook its folder and its cells. A program of its own: it is run by Pythons in which
nothing of ours is installed.
"""

import json
import os
import sys


def run(folder, cells):
    """Return the first cell that fails, with its reason; None where all run."""
    from IPython.core.interactiveshell import InteractiveShell

    os.chdir(folder)
    sys.path.insert(0, folder)
    for name in [name for name in sys.modules if name.partition(".")[0] == "lesson"]:
        del sys.modules[name]  # each notebook comes with its own
    shell = InteractiveShell()
    try:
        for number, source in enumerate(cells):
            result = shell.run_cell(source, store_history=False)
            error = result.error_before_exec or result.error_in_exec
            if error is not None:
                return f"cell {number}: {type(error).__name__}: {str(error)[:200]}"
    finally:
        sys.path.remove(folder)
    return None


def main(path):
    """Print a line of JSON: by notebook, what failed in it."""
    with open(path) as file:
        todo = json.load(file)
    out, sys.stdout = sys.stdout, open(os.devnull, "w")
    found = {name: run(one["folder"], one["cells"]) for name, one in todo.items()}
    print(json.dumps(found), file=out)


if __name__ == "__main__":
    os.environ["MPLBACKEND"] = "Agg"
    main(sys.argv[1])
