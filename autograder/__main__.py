"""`python -m autograder`; trusted side.

`-m` puts the working folder first among the places that modules are imported from, and there may lie what students handed in:
a `numpy.py` would be imported in place of the real one. So the folder is taken out before anything else is imported, unless
this very package lies in it. (A stray `autograder.py` is found by Python itself before this line: `python -P -m autograder`,
or the command `autograder`, which has no such place, does not look there.)
"""

import os
import sys

_HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if not sys.flags.safe_path and os.path.realpath(sys.path[0] or os.getcwd()) != os.path.realpath(_HOME):
    del sys.path[0]

from autograder.cli import main  # noqa: E402  # what is imported from here on comes from the installation

main()
