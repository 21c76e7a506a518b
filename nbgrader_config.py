"""The course's nbgrader configuration: stock nbgrader, with the kit's canonicaliser, judge and exporter plugged in."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # formgrader may be started from anywhere

from autograder.nbgrader_plugin import configure

c = get_config()  # noqa: F821  # nbgrader defines it
COURSE = Path(__file__).resolve().parent

c.CourseDirectory.course_id = "neural_networks"
c.CourseDirectory.root = str(COURSE)

# On a server, name a folder that every student can reach, such as /srv/nbgrader/exchange; all may write in it (chmod 777).
exchange = COURSE / "exchange"
if not exchange.is_dir():
    exchange.mkdir()
    exchange.chmod(0o777)
c.Exchange.root = str(exchange)

configure(c)
