"""Switches our plug-in on for every command of nbgrader's own tests: found by JUPYTER_CONFIG_PATH, before a test's own file."""

from autograder.nbgrader_plugin import configure

configure(get_config())  # noqa: F821  # type: ignore[name-defined]  # nbgrader defines it
