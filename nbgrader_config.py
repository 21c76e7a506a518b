"""The course's nbgrader configuration: stock nbgrader, with the kit's canonicaliser, judge and exporter plugged in."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # formgrader may be started from anywhere

from autograder.nbgrader_plugin import configure

c = get_config()  # noqa: F821  # nbgrader defines it

c.CourseDirectory.course_id = "neural_networks"
c.CourseDirectory.root = str(Path(__file__).resolve().parent)

configure(c)
